"""Whole numbers of which only the limits are known.

Named tuples, not attrs classes: an interval is made for every figure that is judged, and building one of these costs
a third of the time.
"""

from typing import NamedTuple


class Interval(NamedTuple):
    """The whole numbers from `low` to `high`, both included; `None` is an open end."""

    low: int | None
    high: int | None


class Region(NamedTuple):
    """What is known of a part, of its whole, and of the rest (`whole - part`), which may be known better than either.

    Parts of a whole are added region by region. The pairs (part, whole) that the three intervals allow are then exactly
    the sums of the pairs that the summands allow: the edges of such a region run in three directions of which any two
    span all whole-number points.
    """

    part: Interval
    whole: Interval
    rest: Interval


ZERO = Interval(0, 0)
NATURAL = Interval(0, None)
INTEGER = Interval(None, None)
NOTHING = Region(ZERO, ZERO, ZERO)


def point(value: int) -> Interval:
    """The interval of one known number."""
    return Interval(value, value)


def is_point(interval: Interval) -> bool:
    """Whether the number is known."""
    return interval.low is not None and interval.low == interval.high


def plus(one: Interval, other: Interval) -> Interval:
    """All sums of a number of one and a number of the other."""
    return Interval(
        None if one.low is None or other.low is None else one.low + other.low,
        None if one.high is None or other.high is None else one.high + other.high,
    )


def minus(one: Interval, other: Interval) -> Interval:
    """All differences of a number of one and a number of the other."""
    return Interval(
        None if one.low is None or other.high is None else one.low - other.high,
        None if one.high is None or other.low is None else one.high - other.low,
    )


def times(count: Interval, each: Interval) -> Interval:
    """The sum of `count` numbers (none fewer than zero of them), each one of `each`, whose low end is not negative."""
    assert count.low is not None and each.low is not None
    none_at_all = each.high == 0 or count.high == 0
    open_end = count.high is None or each.high is None
    high = 0 if none_at_all else None if open_end else (count.high or 0) * (each.high or 0)
    return Interval(count.low * each.low, high)


def meet(one: Interval, other: Interval) -> Interval:
    """The numbers in both; the result may be empty (`is_empty`)."""
    low = one.low if other.low is None else other.low if one.low is None else max(one.low, other.low)
    high = one.high if other.high is None else other.high if one.high is None else min(one.high, other.high)
    return Interval(low, high)


def is_empty(interval: Interval) -> bool:
    """Whether no number is left."""
    return interval.low is not None and interval.high is not None and interval.low > interval.high


def contains(interval: Interval, value: int) -> bool:
    """Whether a number lies within."""
    return (interval.low is None or interval.low <= value) and (interval.high is None or value <= interval.high)


def pool(one: Region, other: Region) -> Region:
    """Two regions taken together: parts added to parts, wholes to wholes."""
    return Region(plus(one.part, other.part), plus(one.whole, other.whole), plus(one.rest, other.rest))


def tighten(region: Region) -> Region:
    """The same pairs, each of the three intervals as narrow as the other two make it; two rounds reach the end."""
    part, whole, rest = region
    for _ in range(2):
        whole = meet(whole, plus(part, rest))
        part = meet(part, minus(whole, rest))
        rest = meet(rest, minus(whole, part))
    return Region(part, whole, rest)
