"""Where a ratio of whole numbers can land: exact answers for a region of parts, wholes and rests.

Nothing here divides before it compares except to name the ends of what was measured, and those are fractions.
"""

from fractions import Fraction
from typing import NamedTuple

from xeploai.interval import INTEGER, Interval, Region, is_empty, meet, tighten

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


def counted_of_tight(region: Region) -> Region | None:
    """The same of a region that is as tight as it comes: most wholes are 1 or more anyhow."""
    return region if region.whole.low else counted(region)


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
    least = smallest(target.low, whole, strict=target.low_open)
    return least * target.high.denominator + target.high_open <= target.high.numerator * whole


def smallest(share: Fraction, whole: int, *, strict: bool) -> int:
    """The smallest part of a whole that is that share of it, or more than that where `strict`."""
    least = -(-share.numerator * whole // share.denominator)
    return least + (strict and least * share.denominator == share.numerator * whole)


def _wholes(region: Region, target: Range) -> Interval:
    """The wholes for which each end of the range leaves room between the ends of part and rest, one by one."""
    part, whole, rest = region
    found = whole
    # A strict inequality of whole numbers is one that leaves 1 over.
    if target.low is not None:
        (p, q), over = target.low.as_integer_ratio(), int(target.low_open)
        if part.high is not None:
            found = meet(found, _solve(p, q * part.high - over))
        if rest.low is not None:
            found = meet(found, _solve(p - q, -q * rest.low - over))
    if target.high is not None:
        (p, q), over = target.high.as_integer_ratio(), int(target.high_open)
        if part.low is not None:
            found = meet(found, _solve(-p, -q * part.low - over))
        if rest.high is not None:
            found = meet(found, _solve(q - p, q * rest.high - over))
    return found


EMPTY = Interval(1, 0)


def _solve(factor: int, bound: int) -> Interval:
    """The whole numbers w with `factor * w <= bound`."""
    if factor == 0:
        return INTEGER if bound >= 0 else EMPTY
    if factor > 0:
        return Interval(None, bound // factor)
    return Interval(-(bound // -factor), None)


def _can_equal(region: Region, ratio: Fraction) -> bool:
    """Whether the part can be exactly that share of the whole: both are then the same multiple of its two terms."""
    p, q = ratio.as_integer_ratio()
    times = Interval(1, None)
    for factor, interval in ((p, region.part), (q, region.whole), (q - p, region.rest)):
        if interval.low is not None:
            times = meet(times, _solve(-factor, -interval.low))
        if interval.high is not None:
            times = meet(times, _solve(factor, interval.high))
    return not is_empty(times)
