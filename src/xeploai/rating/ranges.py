"""Targets, prepared: from what is known of a measure to the outcomes that are still possible."""

from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

from xeploai.interval import Interval, Region, is_empty, meet
from xeploai.model.kind import Kinds, PerKind
from xeploai.model.scale import Scale, rank
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Limit, MoreThan, Target, limit_for
from xeploai.rating.landing import Range, can_land, counted_of_tight
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

Bound = Limit | PerKind[Limit]


def range_of(target: Target, number: Callable[[Bound], Fraction]) -> Range:
    """The range that a target asks; `number` says what a limit comes to.

    A range whose upper end only marks where a plan was exceeded has no upper end.
    """
    match target:
        case AtLeast(limit):
            return Range(low=number(limit))
        case AtMost(limit):
            return Range(high=number(limit))
        case MoreThan(limit):
            return Range(low=number(limit), low_open=True)
        case LessThan(limit):
            return Range(high=number(limit), high_open=True)
        case Equals(limit):
            return Range(number(limit), number(limit))
        case Between(low, high, above=above):
            return Range(number(low), number(high) if above == "not_met" else None)
        case _:
            assert_never(target)


def numbers(kinds: Kinds, kind: str) -> Callable[[Bound], Fraction]:
    """What numeric limits come to for a kind.

    Raises (the function returned): ValueError: the limit is not a number, or none is given for the kind.
    """

    def number(limit: Bound) -> Fraction:
        found = limit_for(kinds, limit, kind)
        if isinstance(found, bool) or not isinstance(found, int | Fraction):
            raise ValueError(f"no number in the target for kind {kind!r}")
        return Fraction(found)

    return number


def ranks(kinds: Kinds, kind: str, scale: Scale) -> Callable[[Bound], Fraction]:
    """What limits that are levels come to for a kind: their ranks."""

    def number(limit: Bound) -> Fraction:
        found = limit_for(kinds, limit, kind)
        if not isinstance(found, str):
            raise ValueError(f"no level in the target for kind {kind!r}")
        return Fraction(rank(scale, found))

    return number


def complement(target: Range) -> tuple[Range, ...]:
    """What lies below and above a range."""
    below = () if target.low is None else (Range(high=target.low, high_open=not target.low_open),)
    above = () if target.high is None else (Range(low=target.high, low_open=not target.high_open),)
    return (*below, *above)


def judge_known(target: Range) -> Callable[[int, int], Bits]:
    """Judge a known part of a known whole, undivided. A whole of 0 is not applicable, never 0 % and never 100 %."""
    p, q = (0, 1) if target.low is None else target.low.as_integer_ratio()
    r, s = (1, 0) if target.high is None else target.high.as_integer_ratio()
    # Among whole numbers, more than nothing is 1 or more.
    least, most = int(target.low_open), int(target.high_open)

    def judge(part: int, whole: int) -> Bits:
        if whole == 0:
            return NOT_APPLICABLE
        return MET if part * q - whole * p >= least and whole * r - part * s >= most else NOT_MET

    return judge


def judge_region(target: Range) -> Callable[[Region], Bits]:
    """Judge a part of a whole of which the limits are known, as tight as they come."""
    outside = complement(target)
    certain = judge_known(target)

    def judge(region: Region) -> Bits:
        part, whole = region.part, region.whole
        if part.low is not None and part.low == part.high and whole.low is not None and whole.low == whole.high:
            return certain(part.low, whole.low)
        bits = NOT_APPLICABLE if whole.low == 0 else 0
        positive = counted_of_tight(region)
        if positive is not None:
            bits |= MET * can_land(positive, target)
            bits |= NOT_MET * any(can_land(positive, gap) for gap in outside)
        return bits

    return judge


def judge_number(target: Range) -> Callable[[Interval], Bits]:
    """Judge a whole number of which the limits are known."""
    least, most = inside = whole_numbers(target)
    outside = [whole_numbers(gap) for gap in complement(target)]

    def judge(known: Interval) -> Bits:
        low, high = known
        if low is not None and low == high:
            return MET if (least is None or low >= least) and (most is None or low <= most) else NOT_MET
        met = not is_empty(meet(known, inside))
        return MET * met | NOT_MET * any(not is_empty(meet(known, gap)) for gap in outside)

    return judge


def overlaps(known: Interval, target: Range) -> bool:
    """Whether some whole number lies in both."""
    return not is_empty(meet(known, whole_numbers(target)))


def whole_numbers(target: Range) -> Interval:
    """The whole numbers within a range."""
    low, high = target.low, target.high
    least = None if low is None else -(-low.numerator // low.denominator) + (target.low_open and low.denominator == 1)
    most = None if high is None else high.numerator // high.denominator - (target.high_open and high.denominator == 1)
    return Interval(least, most)
