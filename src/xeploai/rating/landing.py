"""Where a ratio of whole numbers can land: exact answers for a region of parts, wholes and rests.

Nothing here divides before it compares except to name the ends of what was measured, and those are fractions.
"""

from fractions import Fraction
from typing import NamedTuple

from xeploai.interval import Interval, Region, is_empty, meet, tighten

LONGEST_SEARCH = 100_000
"""Wholes tried one by one. A range narrower than 1 in 100,000 needs more, and then *may land* is the sound answer."""


class Extent(NamedTuple):
    """The ends of what a measure can be; `None` is no end, `…_open` says that an end is not attained."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


class Range(NamedTuple):
    """From `low` to `high`; `None` is no end, `…_open` leaves the end out."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False


def counted(region: Region) -> Region | None:
    """The region as far as its whole is 1 or more, tightened; `None` where the whole must be 0."""
    found = tighten(region._replace(whole=meet(region.whole, Interval(1, None))))
    return None if any(is_empty(interval) for interval in found) else found


def extent(region: Region) -> Extent:
    """The least and the greatest ratio in a tightened region whose whole is 1 or more."""
    part, whole, rest = region
    assert part.low is not None and whole.low is not None
    low, low_open = _least(part.low, whole, rest)
    high, high_open = _greatest(part.high, whole, rest)
    return Extent(low, high, low_open, high_open)


def _least(part: int, whole: Interval, rest: Interval) -> tuple[Fraction, bool]:
    if rest.high is None:
        return Fraction(0), part > 0
    if rest.high >= 0:
        # The most rest beside the least part: the region being tight, that pair is in it.
        return Fraction(part, part + rest.high), False
    if whole.high is None:
        return Fraction(1), True
    return Fraction(whole.high - rest.high, whole.high), False


def _greatest(part: int | None, whole: Interval, rest: Interval) -> tuple[Fraction | None, bool]:
    assert whole.low is not None
    if rest.low is None or rest.low < 0:
        # The part may exceed the whole: the least whole, beside the most part.
        tops = [end for end in (part, None if rest.low is None else whole.low - rest.low) if end is not None]
        return (Fraction(min(tops), whole.low), False) if tops else (None, False)
    if part is None:
        return Fraction(1), rest.low > 0
    return Fraction(part, part + rest.low), False


def can_land(region: Region, target: Range) -> bool:
    """Whether some whole numbers of a tightened region, its whole 1 or more, have a ratio within the range."""
    low, high = target.low, target.high
    if low is not None and low == high:
        return not (target.low_open or target.high_open) and _can_equal(region, low)
    if low is not None and high is not None and low > high:
        return False
    wholes = _wholes(region, target)
    if is_empty(wholes):
        return False
    if low is None or high is None:
        return True
    start = wholes.low or 1
    # From here on an open range is longer than one part, so that some part always fits in.
    enough = int(1 / (high - low)) + 1
    if wholes.high is None or wholes.high >= enough or enough - start > LONGEST_SEARCH:
        return True
    return any(_fits(whole, target) for whole in range(start, wholes.high + 1))


def _fits(whole: int, target: Range) -> bool:
    """Whether some part of a whole has a ratio within a range that has two ends."""
    assert target.low is not None and target.high is not None
    least = -(-target.low.numerator * whole // target.low.denominator)
    least += target.low_open and least * target.low.denominator == target.low.numerator * whole
    return least * target.high.denominator + target.high_open <= target.high.numerator * whole


def _wholes(region: Region, target: Range) -> Interval:
    """The wholes for which each end of the range leaves room between the ends of part and rest, one by one."""
    part, whole, rest = region
    found = whole
    if target.low is not None:
        # part <= b: low * whole <= b.  whole - part >= e: (1 - low) * whole >= e.
        found = meet(found, _solve(target.low, part.high, at_most=True, strict=target.low_open))
        found = meet(found, _solve(1 - target.low, rest.low, at_most=False, strict=target.low_open))
    if target.high is not None:
        found = meet(found, _solve(target.high, part.low, at_most=False, strict=target.high_open))
        found = meet(found, _solve(1 - target.high, rest.high, at_most=True, strict=target.high_open))
    return found


EMPTY = Interval(1, 0)


def _solve(factor: Fraction, bound: int | None, *, at_most: bool, strict: bool) -> Interval:
    """The whole numbers w with `factor * w <= bound` (or `>=`, or strictly); all of them where there is no bound."""
    if bound is None:
        return Interval(None, None)
    if factor == 0:
        holds = (bound > 0 or (bound == 0 and not strict)) if at_most else (bound < 0 or (bound == 0 and not strict))
        return Interval(None, None) if holds else EMPTY
    edge = bound / factor
    if at_most == (factor > 0):
        down = edge.numerator // edge.denominator
        return Interval(None, down - (strict and edge == down))
    up = -(-edge.numerator // edge.denominator)
    return Interval(up + (strict and edge == up), None)


def _can_equal(region: Region, ratio: Fraction) -> bool:
    """Whether the part can be exactly that share of the whole: both are then the same multiple of its two terms."""
    p, q = ratio.numerator, ratio.denominator
    times = Interval(1, None)
    for factor, interval in ((p, region.part), (q, region.whole), (q - p, region.rest)):
        for bound, at_most in ((interval.low, False), (interval.high, True)):
            times = meet(times, _solve(Fraction(factor), bound, at_most=at_most, strict=False))
    return not is_empty(times)
