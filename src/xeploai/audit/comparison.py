"""Which of two targets asks more: decided exactly, on the values that meet them."""

import enum
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from xeploai.evidence.plan import Dictionary
from xeploai.evidence.relations import fits
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, FactType
from xeploai.model.kind import PerKind, members
from xeploai.model.measure import Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.model.scale import Scale, rank
from xeploai.model.target import Limit, limit_for
from xeploai.rating.landing import Range
from xeploai.rating.ranges import range_of


class Relation(enum.StrEnum):
    """What a second target is beside a first one."""

    SAME = "same"
    STRICTER = "stricter"
    LOOSER = "looser"
    INCOMPARABLE = "incomparable"


class Domain(NamedTuple):
    """The values that a measure can have: between two ends, all of them or the whole numbers alone."""

    least: Fraction | None = None
    most: Fraction | None = None
    whole: bool = False


class Compared(NamedTuple):
    """Two criteria at a kind: the values that meet each, `None` where it is not judged; and how the second stands."""

    kind: str
    first: Range | None
    second: Range | None
    relation: Relation


def relation(first: Range, second: Range, domain: Domain) -> Relation:
    """What a second range is beside a first one; only what lies in the domain counts."""
    one, other = narrowed(first, domain), narrowed(second, domain)
    match _within(other, one), _within(one, other):
        case True, True:
            return Relation.SAME
        case True, False:
            return Relation.STRICTER
        case False, True:
            return Relation.LOOSER
        case _:
            return Relation.INCOMPARABLE


def narrowed(found: Range, domain: Domain) -> Range | None:
    """A range without what lies outside the domain, its ends those of the domain; `None` where nothing is left."""
    low, high, low_open, high_open = found
    if domain.whole and low is not None:
        low, low_open = Fraction(floor(low) + 1 if low_open else ceil(low)), False
    if domain.whole and high is not None:
        high, high_open = Fraction(ceil(high) - 1 if high_open else floor(high)), False
    if domain.least is not None and (low is None or low < domain.least):
        low, low_open = domain.least, False
    if domain.most is not None and (high is None or high > domain.most):
        high, high_open = domain.most, False
    empty = low is not None and high is not None and (low > high or (low == high and (low_open or high_open)))
    return None if empty else Range(low, high, low_open, high_open)


def _within(inner: Range | None, outer: Range | None) -> bool:
    """Whether every value of one is a value of the other."""
    if inner is None or outer is None:
        return inner is None
    below = outer.low is not None and (inner.low is None or (inner.low, inner.low_open) < (outer.low, outer.low_open))
    above = outer.high is not None and (
        inner.high is None or (inner.high, not inner.high_open) > (outer.high, not outer.high_open)
    )
    return not below and not above


def compared(known: Dictionary, first: Criterion, second: Criterion) -> Iterator[Compared]:
    """Two criteria, kind by kind; where one is not judged, the other is the stricter.

    Where they measure something else nothing can be said: they are incomparable.
    """
    everywhere = tuple(known.plans)
    one, other = (members(known.kinds, criterion.kinds) or everywhere for criterion in (first, second))
    for kind in dict.fromkeys((*one, *other)):
        before = asked_at(known, first, kind) if kind in one else None
        after = asked_at(known, second, kind) if kind in other else None
        if before is None or after is None:
            found = Relation.STRICTER if before is None else Relation.LOOSER
        elif first.measure != second.measure:
            found = Relation.INCOMPARABLE
        else:
            found = relation(before, after, domain_of(known, second.measure))
        yield Compared(kind, before, after, found)


def asked_at(known: Dictionary, criterion: Criterion, kind: str) -> Range:
    """The values that meet a criterion at a kind; of levels and grades the ranks, of yes and no 1 and 0."""
    return range_of(criterion.target, _number(known, _scale_of(known, criterion.measure), kind))


def _number(known: Dictionary, scale: Scale | None, kind: str) -> Callable[[Limit | PerKind[Limit]], Fraction]:
    def number(limit: Limit | PerKind[Limit]) -> Fraction:
        found = limit_for(known.kinds, limit, kind)
        assert found is not None, "loading refuses a criterion without a limit for a kind"
        if isinstance(found, str):
            assert scale is not None
            return Fraction(rank(scale, found))
        return Fraction(found)

    return number


def _scale_of(known: Dictionary, measure: Measure) -> Scale | None:
    """The scale of the levels or grades that a measure comes to."""
    graded = isinstance(measure, Lowest | Highest)
    if isinstance(measure, Value):
        graded = known.facts[measure.fact].type is FactType.GRADE
    return known.rules.grades if graded else known.rules.scale


def domain_of(known: Dictionary, measure: Measure) -> Domain:
    """The values that a measure can have."""
    zero, one = Fraction(0), Fraction(1)
    match measure:
        case Share():
            return Domain(zero, one)
        case Ratio(part, whole):
            inside = all(fits(known.up, *pair) for pair in zip(part, whole, strict=True))
            return Domain(zero, one if inside else None)
        case Count() | Months():
            return Domain(zero, whole=True)
        case Score():
            return Domain()
        case Value(fact) if known.facts[fact].type is FactType.COUNT:
            return Domain(zero, whole=True)
        case Value(fact) if known.facts[fact].type is FactType.NUMBER:
            return Domain()
        case Value(fact) if known.facts[fact].type is FactType.YES_NO:
            return Domain(zero, one, whole=True)
        case Value() | Lowest() | Highest():
            scale = _scale_of(known, measure)
            return Domain(zero, Fraction(len(scale.levels) - 1) if scale else None, whole=True)
