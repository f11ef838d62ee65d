"""A number drawn from evidence. The set of measures is closed: every reading matches on it."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

import attrs

from xeploai.model.fact import Count, Term
from xeploai.model.kind import names
from xeploai.shown import fields_shown


def _terms(value: Term | Iterable[Term]) -> tuple[Term, ...]:
    return (value,) if isinstance(value, str | Count) else tuple(value)


@attrs.frozen
class Value:
    """A fact of the subject: its own figure where it has one, else the total over the subjects below it."""

    fact: str

    __repr__ = fields_shown


@attrs.frozen
class Ratio:
    """A part of a whole. Several parts and as many wholes are pooled before they are compared.

    `pending` names, part by part, what is not assessed yet and may still join the part; a blank there means that
    nothing is pending (`pending_blank = "none"`) or that nobody knows (`"open"`).
    """

    part: tuple[Term, ...] = attrs.field(converter=_terms)
    whole: tuple[Term, ...] = attrs.field(converter=_terms)
    pending: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    pending_blank: Literal["none", "open"] = attrs.field(default="none", kw_only=True)

    __repr__ = fields_shown

    def __attrs_post_init__(self) -> None:
        if len(self.part) != len(self.whole) or len(self.pending) not in (0, len(self.part)):
            raise ValueError("a ratio has as many wholes (and as many pending facts, if any) as parts")


@attrs.frozen
class Meets:
    """Whether a subject meets a criterion."""

    criterion: str

    __repr__ = fields_shown


@attrs.frozen
class Answers:
    """Whether a subject answers yes."""

    fact: str

    __repr__ = fields_shown


@attrs.frozen
class Rated:
    """Whether a subject is rated at least a level; one that is not assessed has nothing to judge."""

    fact: str
    at_least: str

    __repr__ = fields_shown


Test = Meets | Answers | Rated


@attrs.frozen
class Share:
    """The share of the subjects of some kinds, at and below a subject, that pass a test.

    A subject to which the test does not apply leaves the base, unless `base` is `"all"`.
    """

    of: tuple[str, ...] = attrs.field(converter=names)
    test: Test
    base: Literal["assessed", "all"] = attrs.field(default="assessed", kw_only=True)

    __repr__ = fields_shown


@attrs.frozen
class _OfGrades:
    of: tuple[str, ...] = attrs.field(converter=names)

    __repr__ = fields_shown


class Lowest(_OfGrades):
    """The lowest of several grades. A grade that is not assessed is left out; where none is assessed there is none."""

    __slots__ = ()


class Highest(_OfGrades):
    """The highest of several grades, likewise."""

    __slots__ = ()


@attrs.frozen
class Months:
    """The full months from a day to the last day of the period that is rated."""

    since: str

    __repr__ = fields_shown


def _weight(value: int | Fraction) -> Fraction:
    return Fraction(value)


@attrs.frozen
class Given:
    """Points that somebody gave, by the fact that holds them; so many times."""

    fact: str
    weight: Fraction = attrs.field(default=Fraction(1), converter=_weight)

    __repr__ = fields_shown


@attrs.frozen
class Earned:
    """Points that are earned by meeting a criterion."""

    criterion: str
    points: Fraction = attrs.field(converter=_weight)

    __repr__ = fields_shown


def _parts(parts: Iterable[Given | Earned]) -> tuple[Given | Earned, ...]:
    return tuple(parts)


@attrs.frozen
class Score:
    """A sum of points. What a criterion earns that does not apply is open: the law says neither none nor all."""

    parts: tuple[Given | Earned, ...] = attrs.field(converter=_parts)

    __repr__ = fields_shown


Measure = Value | Ratio | Share | Count | Lowest | Highest | Months | Score
