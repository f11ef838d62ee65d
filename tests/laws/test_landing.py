"""Where a ratio can land, against every pair of whole numbers that a region holds.

Open ends are cut far beyond any pair that decides: the thresholds here have small terms and the ends are small.
"""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.strategies import (
    EASY_SHARES,
    Pair,
    intervals,
    numbers_in,
    pairs_in,
    ranges,
    regions,
    share_targets,
    tight_regions,
    within,
)
from xeploai.interval import NOTHING, Interval, Region, is_empty, point
from xeploai.model.kind import Kinds, PerKind
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.rating.landing import Range, can_land, counted, extent, smallest
from xeploai.rating.ranges import Bound, complement, judge_number, judge_region, numbers, overlaps, range_of
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

FAR = 90


def inside(pair: Pair, target: Range) -> bool:
    share = Fraction(*pair)
    above = target.low is None or share > target.low or (share == target.low and not target.low_open)
    below = target.high is None or share < target.high or (share == target.high and not target.high_open)
    return above and below


def counted_pairs(region: Region) -> set[Pair]:
    return {(part, whole) for part, whole in pairs_in(region, FAR) if whole >= 1}


@given(regions())
def test_counted_keeps_the_pairs_whose_whole_is_one_or_more(region: Region) -> None:
    positive = counted(region)
    assert (set() if positive is None else pairs_in(positive, FAR)) == counted_pairs(region)


@given(regions(), ranges(EASY_SHARES))
@example(Region(Interval(0, 3), Interval(2, 3), Interval(0, 3)), Range(Fraction(3, 10), Fraction(7, 20)))
@example(Region(Interval(2, None), Interval(4, None), Interval(0, 2)), Range(high=Fraction(1, 2), high_open=True))
@example(Region(Interval(0, 2), Interval(4, None), Interval(2, None)), Range(low=Fraction(1, 2), low_open=True))
@example(Region(Interval(0, 2), Interval(2, 4), Interval(2, 4)), Range(low=Fraction(1, 2), low_open=True))
@example(Region(Interval(2, 9), Interval(2, 10), Interval(0, 1)), Range(high=Fraction(1, 2)))
@example(Region(Interval(1, 5), Interval(1, 7), Interval(0, 2)), Range(high=Fraction(1, 3), high_open=True))
def test_it_can_land_where_some_pair_lands(region: Region, target: Range) -> None:
    positive = counted(region)
    assume(positive is not None)
    assert positive is not None
    assert can_land(positive, target) == any(inside(pair, target) for pair in counted_pairs(region))


@given(st.integers(1, 40), ranges())
@example(6, Range(Fraction(1, 3), Fraction(1, 2), low_open=True, high_open=True))
def test_a_whole_that_is_known_lands_in_some_of_its_parts(whole: int, target: Range) -> None:
    """? of 7 never lands in 30–35 %."""
    region = Region(Interval(0, whole), point(whole), Interval(0, whole))
    assert can_land(region, target) == any(inside((part, whole), target) for part in range(whole + 1))


def test_no_small_cell_can_comply_with_the_narrow_reading() -> None:
    narrow = Range(Fraction(3, 10), Fraction(7, 20))
    never = [n for n in range(1, 100) if not can_land(Region(Interval(0, n), point(n), Interval(0, n)), narrow)]
    assert never == [1, 2, 4, 5, 7, 8, 11, 14, 17]


def test_nothing_lands_where_there_is_nothing() -> None:
    """No rule set may hold such a range."""
    anything = Region(Interval(0, None), Interval(1, None), Interval(0, None))
    half, third = Fraction(1, 2), Fraction(1, 3)
    for nothing in (Range(half, third), Range(half, half, low_open=True), Range(half, half, high_open=True)):
        assert not can_land(anything, nothing)


@given(st.integers(0, 40), st.sampled_from(EASY_SHARES), st.booleans())
@example(10, Fraction(1, 2), True)
def test_the_smallest_part_is_the_first_that_is_enough(whole: int, share: Fraction, strict: bool) -> None:
    enough = [part for part in range(whole + 2) if (part > share * whole if strict else part >= share * whole)]
    assert smallest(share, whole, strict=strict) == enough[0]


@given(st.integers(0, 6), st.integers(1, 6))
def test_an_open_rest_never_reaches_all(part: int, rest: int) -> None:
    """5 of 10 plus ? of ? never reaches 100 %."""
    whole = Range(Fraction(1), None)
    region = counted(Region(Interval(part, None), Interval(part + rest, None), Interval(rest, None)))
    assert region is not None
    assert not can_land(region, whole)
    assert can_land(region, Range(Fraction(99, 100), None))


@given(regions())
@example(Region(Interval(1, None), Interval(0, None), Interval(-3, -1)))
@example(Region(Interval(0, 10), Interval(2, 8), Interval(-2, 8)))
@example(Region(Interval(0, None), Interval(1, None), Interval(1, None)))
def test_an_extent_ends_where_the_pairs_end(region: Region) -> None:
    """An end that is attained is the least (greatest) share; one that is not is approached ever closer, from inside."""
    positive = counted(region)
    assume(positive is not None)
    assert positive is not None
    found = extent(positive)
    shares = [Fraction(*pair) for pair in counted_pairs(region)]
    assert found.low is not None
    if found.low_open:
        assert found.low < min(shares) <= found.low + Fraction(1, 3)
        assert can_land(positive, Range(high=found.low + Fraction(1, 10_000)))
    else:
        assert found.low == min(shares)
    if found.high is None:
        assert not found.high_open
        assert can_land(positive, Range(low=Fraction(10_000)))
    elif found.high_open:
        assert found.high - Fraction(1, 3) <= max(shares) < found.high
        assert can_land(positive, Range(low=found.high - Fraction(1, 10_000)))
    else:
        assert found.high == max(shares)


@given(tight_regions(), share_targets(EASY_SHARES))
def test_a_region_is_judged_by_all_its_pairs(region: Region, target: Target) -> None:
    judge = judge_region(range_of(target, numbers(Kinds(), "")))
    expected = 0
    for part, whole in pairs_in(region, FAR):
        if whole >= 0:
            expected |= NOT_APPLICABLE if whole == 0 else MET if within(target, part, whole) else NOT_MET
    assert judge(region) == expected


@given(share_targets())
def test_a_whole_of_zero_is_never_a_share(target: Target) -> None:
    judge = judge_region(range_of(target, numbers(Kinds(), "")))
    assert judge(NOTHING) == NOT_APPLICABLE


@given(st.integers(0, 60), st.integers(1, 60), share_targets())
def test_a_known_share_is_compared_exactly(part: int, whole: int, target: Target) -> None:
    judge = judge_region(range_of(target, numbers(Kinds(), "")))
    region = Region(point(part), point(whole), point(whole - part))
    assert judge(region) == (MET if within(target, part, whole) else NOT_MET)


# Numbers that are not shares.


def number_targets() -> Iterator[Target]:
    for limit in (0, 1, 3):
        yield from (AtLeast(limit), AtMost(limit), MoreThan(limit), LessThan(limit), Equals(limit))
        yield from (Between(1, limit, above="not_met"), Between(limit, 3, above="noted"))


def number_within(target: Target, number: int) -> bool:
    # A number is so many ones.
    return within(target, number, 1)


@given(intervals(low=0, open_low=False), st.sampled_from(list(number_targets())))
def test_a_number_is_judged_by_all_that_it_can_be(known: Interval, target: Target) -> None:
    judge = judge_number(range_of(target, numbers(Kinds(), "")))
    expected: Bits = 0
    for number in numbers_in(known, FAR):
        expected |= MET if number_within(target, number) else NOT_MET
    assert judge(known) == expected


@pytest.mark.parametrize("limit", [True, "A", PerKind((("unit", 3),))])
def test_what_is_no_number_is_not_taken_for_one(limit: Bound) -> None:
    with pytest.raises(ValueError, match="no number"):
        numbers(Kinds(), "cell")(limit)


@given(st.integers(-3, 8), ranges([Fraction(n, 2) for n in range(8)]))
def test_a_range_and_what_lies_beside_it_hold_every_number_once(number: int, target: Range) -> None:
    """An empty range of one open point aside, which no rule set may hold."""
    assert sum(overlaps(point(number), piece) for piece in (target, *complement(target))) == 1


@given(regions())
@example(Region(Interval(0, 2), Interval(0, 0), Interval(-2, 1)))
def test_an_empty_region_is_nothing_to_judge(region: Region) -> None:
    positive = counted(region)
    assert positive is None or not any(map(is_empty, positive))
