"""Intervals and regions against the whole numbers that they hold, written out one by one.

An end that is open is cut far away from all others, so that what is found near by is all there is.
"""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.strategies import Pair, intervals, numbers_in, pairs_in, regions
from xeploai.interval import (
    NATURAL,
    NOTHING,
    Interval,
    Region,
    contains,
    is_empty,
    is_point,
    meet,
    minus,
    plus,
    point,
    pool,
    tighten,
    times,
)

NEAR = range(-12, 13)
FAR = 40


def near(numbers: set[int]) -> set[int]:
    return numbers.intersection(NEAR)


def held(interval: Interval) -> set[int]:
    return {number for number in NEAR if contains(interval, number)}


@given(intervals(), intervals())
def test_plus_holds_the_sums(one: Interval, other: Interval) -> None:
    sums = {a + b for a in numbers_in(one, FAR) for b in numbers_in(other, FAR)}
    assert held(plus(one, other)) == near(sums)


@given(intervals(), intervals())
def test_minus_holds_the_differences(one: Interval, other: Interval) -> None:
    differences = {a - b for a in numbers_in(one, FAR) for b in numbers_in(other, FAR)}
    assert held(minus(one, other)) == near(differences)


@given(intervals(), intervals())
def test_meet_holds_what_both_hold(one: Interval, other: Interval) -> None:
    both = numbers_in(one, FAR) & numbers_in(other, FAR)
    assert numbers_in(meet(one, other), FAR) == both
    assert is_empty(meet(one, other)) == (not both)


@given(st.integers(-5, 5))
def test_a_point_holds_one_number(number: int) -> None:
    assert numbers_in(point(number), FAR) == {number}
    assert is_point(point(number))


@given(intervals())
def test_an_interval_of_one_number_is_a_point(interval: Interval) -> None:
    assert is_point(interval) == (len(numbers_in(interval, FAR)) == 1)


@given(intervals(low=0, open_low=False), intervals(low=0, open_low=False))
def test_times_has_the_least_and_the_greatest_sum(count: Interval, each: Interval) -> None:
    """So many numbers of `each` come to anything between so many of the least and so many of the greatest."""
    counts, numbers = numbers_in(count, FAR), numbers_in(each, FAR)
    assert times(count, each).low == min(counts) * min(numbers)
    greatest = max(counts) * max(numbers)
    assert times(count, each).high == (greatest if greatest < FAR else None)


@given(regions())
def test_tighten_keeps_every_pair_and_leaves_no_slack(region: Region) -> None:
    tight = tighten(region)
    pairs = pairs_in(region, FAR)
    assert pairs_in(tight, FAR) == pairs
    if not pairs:
        assert any(is_empty(interval) for interval in tight)
        return
    ends = zip(tight, (0, 1, 2), strict=True)
    for interval, axis in ends:
        found = {(part, whole, whole - part)[axis] for part, whole in pairs}
        assert interval.low is None or interval.low == min(found)
        assert interval.high is None or interval.high == max(found)
        assert (interval.low is None) <= (min(found) <= -FAR // 2)
        assert (interval.high is None) <= (max(found) >= FAR // 2)


@given(regions(), regions())
def test_pool_holds_the_sums_of_the_pairs(one: Region, other: Region) -> None:
    """The sums and nothing else: what lets a ratio be judged by its total alone."""
    one, other = tighten(one), tighten(other)
    assume(not any(map(is_empty, (*one, *other))))
    sums = {(a + c, b + d) for a, b in pairs_in(one, 16) for c, d in pairs_in(other, 16)}
    assert {pair for pair in pairs_in(pool(one, other), FAR) if close(pair)} == {pair for pair in sums if close(pair)}


def close(pair: Pair) -> bool:
    part, whole = pair
    return abs(part) <= 8 and abs(whole) <= 8 and abs(whole - part) <= 8


@given(regions())
def test_pool_with_nothing_changes_nothing(region: Region) -> None:
    assert pool(region, NOTHING) == region


def test_a_natural_number_is_none_below_zero() -> None:
    assert held(NATURAL) == set(range(13))
