"""A number drawn from evidence. The set of measures is closed: every reading matches on it."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

import attrs

from xeploai.model.fact import Count, Term, terms
from xeploai.model.kind import names
from xeploai.noun import Noun


@attrs.frozen(repr=False, eq=False)
class Value(Noun):
    """A fact of the subject: its own figure where it has one, else the total over the subjects below it."""

    fact: str


@attrs.frozen(repr=False, eq=False)
class Ratio(Noun):
    """A part of a whole. Several parts and as many wholes are pooled before they are compared.

    `pending` names, part by part, what is not assessed yet and may still join the part; a blank there means that
    nothing is pending (`pending_blank = "none"`) or that nobody knows (`"open"`).
    """

    part: tuple[Term, ...] = attrs.field(converter=terms)
    whole: tuple[Term, ...] = attrs.field(converter=terms)
    pending: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    pending_blank: Literal["none", "open"] = attrs.field(default="none", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if len(self.part) != len(self.whole) or len(self.pending) not in (0, len(self.part)):
            raise ValueError("a ratio has as many wholes (and as many pending facts, if any) as parts")


@attrs.frozen(repr=False, eq=False)
class Meets(Noun):
    """Whether a subject meets a criterion."""

    criterion: str


@attrs.frozen(repr=False, eq=False)
class Answers(Noun):
    """Whether a subject answers yes."""

    fact: str


@attrs.frozen(repr=False, eq=False)
class Rated(Noun):
    """Whether a subject is rated at least a level; one that is not assessed has nothing to judge."""

    fact: str
    at_least: str


Test = Meets | Answers | Rated


@attrs.frozen(repr=False, eq=False)
class Share(Noun):
    """The share of the subjects of some kinds, at and below a subject, that pass a test.

    A subject to which the test does not apply leaves the base, unless `base` is `"all"`.
    """

    of: tuple[str, ...] = attrs.field(converter=names)
    test: Test
    base: Literal["assessed", "all"] = attrs.field(default="assessed", kw_only=True)


@attrs.frozen(repr=False, eq=False)
class _OfGrades(Noun):
    of: tuple[str, ...] = attrs.field(converter=names)


class Lowest(_OfGrades):
    """The lowest of several grades. A grade that is not assessed is left out; where none is assessed there is none."""

    __slots__ = ()


class Highest(_OfGrades):
    """The highest of several grades, likewise."""

    __slots__ = ()


@attrs.frozen(repr=False, eq=False)
class Months(Noun):
    """The full months from a day to the last day of the period that is rated."""

    since: str


def _weight(value: int | Fraction) -> Fraction:
    return Fraction(value)


@attrs.frozen(repr=False, eq=False)
class Given(Noun):
    """Points that somebody gave, by the fact that holds them; so many times."""

    fact: str
    weight: Fraction = attrs.field(default=Fraction(1), converter=_weight)


@attrs.frozen(repr=False, eq=False)
class Earned(Noun):
    """Points that are earned by meeting a criterion."""

    criterion: str
    points: Fraction = attrs.field(converter=_weight)


def _parts(parts: Iterable[Given | Earned]) -> tuple[Given | Earned, ...]:
    return tuple(parts)


@attrs.frozen(repr=False, eq=False)
class Score(Noun):
    """A sum of points. What a criterion earns that does not apply is open: the law says neither none nor all."""

    parts: tuple[Given | Earned, ...] = attrs.field(converter=_parts)


Measure = Value | Ratio | Share | Count | Lowest | Highest | Months | Score
