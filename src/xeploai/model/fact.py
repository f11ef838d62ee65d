"""What may be declared of a subject: the data dictionary."""

import enum
from collections.abc import Iterable, Mapping
from typing import Literal

import attrs

from xeploai.model.kind import PerKind, names, per_kind
from xeploai.model.label import Label, as_label
from xeploai.noun import Noun


class FactType(enum.StrEnum):
    """What a fact's values are: whole numbers from zero up, points, yes or no, a grade, a level of the scale, a day."""

    COUNT = "count"
    NUMBER = "number"
    YES_NO = "yes_no"
    GRADE = "grade"
    LEVEL = "level"
    DATE = "date"


@attrs.frozen(repr=False, eq=False)
class Count(Noun):
    """The number of subjects of some kinds at and below a subject. As a measure, and as the whole of a ratio."""

    of: tuple[str, ...] = attrs.field(converter=names)


Term = str | Count
"""A figure that may be added up over subjects: a fact, by its id, or a number of subjects."""


@attrs.frozen(repr=False, eq=False)
class Counted(Noun):
    """Which subjects below its own a fact counts: all of some kinds, or those that pass a test.

    The tests: to meet a criterion, to answer yes, to be rated one of some levels. `among` is the fact that states how
    many there are, whether or not they have rows. Where the subjects have rows of their
    own, the fact is reconciled with them.
    """

    of: tuple[str, ...] = attrs.field(converter=names)
    meet: str | None = None
    yes: str | None = None
    rated: tuple[str, ...] = attrs.field(default=(), converter=names)
    among: str | None = None


@attrs.frozen(repr=False, eq=False)
class Drawn(Noun):
    """What a fact takes from the table of incidents: whether there is one (yes-no), or how many conducts (count).

    `kinds` and `measures`: which incidents are meant (none: all). `of`: the kinds of subject below the fact's
    own whose incidents count; none: the subject's own. `unless_remedied`: one that the subject itself detected, and
    whose consequences were remedied, is left out. `year`: an incident belongs to the period of its measure, or to that
    of the conduct; or it reopens a period, that of the conduct, by a measure taken after it.
    """

    kinds: tuple[str, ...] = attrs.field(default=(), converter=names)
    measures: tuple[str, ...] = attrs.field(default=(), converter=names)
    of: tuple[str, ...] = attrs.field(default=(), converter=names)
    unless_remedied: bool = attrs.field(default=False, kw_only=True)
    year: Literal["measure", "conduct", "reopened"] = attrs.field(default="measure", kw_only=True)


def terms(value: Term | Iterable[Term]) -> tuple[Term, ...]:
    """Several figures, or a single one by itself."""
    return (value,) if isinstance(value, str | Count) else tuple(value)


def _minimum(value: int | PerKind[int] | Mapping[str, int]) -> int | PerKind[int]:
    return per_kind(value)


def _maximum(value: int | PerKind[int] | Mapping[str, int] | None) -> int | PerKind[int] | None:
    return None if value is None else per_kind(value)


def _supplier(value: str | PerKind[str] | Mapping[str, str] | None) -> str | PerKind[str] | None:
    return None if value is None else per_kind(value)


@attrs.frozen(repr=False, eq=False)
class Fact(Noun):
    """A declared input.

    `of`: the kinds or groups that carry it (none: all). `at_most`: figures that it never exceeds; of a yes-no fact,
    others without which it is never yes. `sum_of`: facts that add up to it exactly. `includes`: facts that share
    nothing and fit into it together. `given`: the figure that the source text itself states, used where the data state
    none. `arises_at`: kinds whose figure is their own and never a total over those below. `judged`: it is somebody's
    judgement, not a thing to add. `document`: the text column that names the document behind it. `incidents`: what it
    takes from the table of incidents where there is one. `supplier`: who has the figure, by kind where that differs.
    `better`: the file declares that a higher answer never lowers a level (`more`; of yes and no, yes is the higher
    one), or never raises one (`less`).
    """

    id: str
    type: FactType = attrs.field(default=FactType.COUNT, converter=FactType)
    of: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    label: Label | None = attrs.field(default=None, converter=as_label, kw_only=True)
    at_most: tuple[Term, ...] = attrs.field(default=(), converter=terms, kw_only=True)
    sum_of: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    includes: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    minimum: int | PerKind[int] = attrs.field(default=0, converter=_minimum, kw_only=True)
    maximum: int | PerKind[int] | None = attrs.field(default=None, converter=_maximum, kw_only=True)
    counts: Counted | None = attrs.field(default=None, kw_only=True)
    given: int | None = attrs.field(default=None, kw_only=True)
    arises_at: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    unit: Label | None = attrs.field(default=None, converter=as_label, kw_only=True)
    supplier: str | PerKind[str] | None = attrs.field(default=None, converter=_supplier, kw_only=True)
    judged: bool = attrs.field(default=False, kw_only=True)
    document: str | None = attrs.field(default=None, kw_only=True)
    incidents: Drawn | None = attrs.field(default=None, kw_only=True)
    better: Literal["more", "less"] | None = attrs.field(default=None, kw_only=True)
