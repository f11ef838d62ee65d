"""How many of the subjects at and below one pass a test: counted from the lowest up, each subject by its three bits."""

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

from xeploai.evidence.absent import may_stand_below
from xeploai.evidence.contradiction import OwnAgainstParts
from xeploai.evidence.known import groups_below
from xeploai.evidence.plan import Absent, limits, with_below
from xeploai.interval import NOTHING, Interval, Region, is_empty, meet, minus, point, pool, tighten, times
from xeploai.model.fact import Count, Fact
from xeploai.model.kind import members
from xeploai.model.measure import Answers, Meets, Rated, Share
from xeploai.model.target import AtLeast, Equals
from xeploai.rating.judged import Judged, Prepared, Step
from xeploai.rating.measures import judge_fact
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

Tests = Mapping[str, Callable[[Judged], Bits]]
"""How the subjects of each kind are tested."""


def region_of_bits(bits: Bits) -> Region:
    """One subject as a region: it passes, or it fails, or it leaves the base."""
    passes = Interval(int(bits == MET), int(bits & MET != 0))
    fails = Interval(int(bits == NOT_MET), int(bits & NOT_MET != 0))
    return Region(passes, Interval(int(not bits & NOT_APPLICABLE), int(bits != NOT_APPLICABLE)), fails)


def count_share(prepared: Prepared, share: Share, kind: str) -> Step | None:
    """How a share is counted at a kind; `None` where none of its subjects stands at or below that kind."""
    dictionary, number = prepared.dictionary, prepared.shares[share]
    plan = dictionary.plans[kind]
    if Count(share.of) not in plan.index:
        return None
    total = plan.index[Count(share.of)]
    feeding = plan.feeding[total]
    there = with_below(dictionary.children, (kind,))
    tests = {one: test_of(prepared, share, one) for one in members(dictionary.kinds, share.of) if one in there}
    passes = tests.get(kind)
    statements = [fact for fact in plan.facts.values() if _states(fact, share, prepared)]

    def count(judged: Judged) -> None:
        region = NOTHING
        least, most = limits(judged.known, total)
        below = minus(Interval(least, most), point(int(passes is not None)))
        rows = [child for child in judged.children if child.known.plan.kind in feeding]
        groups = list(groups_below(dictionary, judged.known, total))
        if feeding and not rows and not groups:
            groups = [Absent(frozenset(feeding), below)]
        for child in rows:
            region = pool(region, child.shares[number] or NOTHING)
        inner = may_stand_below(dictionary, groups) if groups else None
        for group in groups:
            region = pool(region, _without_rows(prepared, group, number, tests if inner else None))
        # No more can be in the base than there are, however many may be below a subject that has no row; and no fewer,
        # where the test applies to every subject.
        region = tighten(region._replace(whole=meet(region.whole, Interval(None, below.high))))
        for fact in statements:
            region = _as_stated(prepared, judged, region, fact)
        if passes:
            region = pool(region, region_of_bits(passes(judged)))
        if region.whole.low != least and any(
            test(prepared.blanks[one]) & NOT_APPLICABLE for one, test in tests.items()
        ):
            least = None
        judged.shares[number] = tighten(region._replace(whole=meet(region.whole, Interval(least, most))))

    return count if feeding or statements or passes is None else _once(prepared, number, passes, count)


def _once(prepared: Prepared, number: int, passes: Callable[[Judged], Bits], count: Step) -> Step:
    """Subjects with none below them, of which there are most, are counted alike where they are tested alike."""
    counted: dict[Bits, Region | None] = {}

    def count_one(judged: Judged) -> None:
        bits = passes(judged)
        if bits in counted:
            judged.shares[number] = counted[bits]
            return
        count(judged)
        # What blank subjects come to is not settled until the rules are prepared.
        if judged is not prepared.blanks[judged.evidence.kind]:
            counted[bits] = judged.shares[number]

    return count_one


def test_of(prepared: Prepared, share: Share, kind: str) -> Callable[[Judged], Bits]:
    """How one subject is tested; under the base `"all"` one that is not applicable does not pass."""
    judge = _test(prepared, share, kind)
    return judge if share.base == "assessed" else lambda judged: _in_the_base(judge(judged))


def _test(prepared: Prepared, share: Share, kind: str) -> Callable[[Judged], Bits]:
    match share.test:
        case Meets(criterion):
            number = prepared.numbers[criterion]
            return lambda judged: judged.bits[number]
        case Answers(fact):
            return judge_fact(prepared, fact, Equals(True), kind)
        case Rated(fact, at_least):
            return judge_fact(prepared, fact, AtLeast(at_least), kind)
        case _:
            assert_never(share.test)


def _in_the_base(bits: Bits) -> Bits:
    return bits & ~NOT_APPLICABLE | (NOT_MET if bits & NOT_APPLICABLE else 0)


def _without_rows(prepared: Prepared, group: Absent, number: int, alone: Tests | None) -> Region:
    """Subjects without a row, counted as what a blank row of their kind allows.

    `alone`: some of them may stand below others, so that each is sure to add itself, and not what is below it.
    """
    regions = [prepared.blanks[kind].shares[number] or NOTHING for kind in group.kinds]
    if alone is not None:
        itself = [_itself(prepared, alone, kind) for kind in group.kinds]
        regions = [_from(one, all_of_it) for one, all_of_it in zip(itself, regions, strict=True)]
    part, whole, rest = (_hull(intervals) for intervals in zip(*regions, strict=True))
    return Region(times(group.number, part), times(group.number, whole), times(group.number, rest))


def _itself(prepared: Prepared, tests: Tests, kind: str) -> Region:
    """One without a row, without what is below it."""
    return region_of_bits(tests[kind](prepared.blanks[kind])) if kind in tests else NOTHING


def _from(least: Region, most: Region) -> Region:
    """From the low ends of one region to the high ends of another."""
    return Region(*(Interval(low.low, high.high) for low, high in zip(least, most, strict=True)))


def _hull(intervals: Iterable[Interval]) -> Interval:
    found = list(intervals)
    highs = [interval.high for interval in found]
    return Interval(
        min(interval.low or 0 for interval in found),
        None if any(high is None for high in highs) else max(high or 0 for high in highs),
    )


def _states(fact: Fact, share: Share, prepared: Prepared) -> bool:
    """Whether a fact states how many pass the test of a share."""
    if fact.counts is None or not set(_kinds(prepared, fact.counts.of)) <= set(_kinds(prepared, share.of)):
        return False
    match share.test:
        case Meets(criterion):
            return fact.counts.meet == criterion
        case Answers(answer):
            return fact.counts.yes == answer
        case Rated():
            return False


def _kinds(prepared: Prepared, names: tuple[str, ...]) -> tuple[str, ...]:
    return members(prepared.dictionary.kinds, names)


def _as_stated(prepared: Prepared, judged: Judged, counted: Region, fact: Fact) -> Region:
    """A stated number of those that pass, which stands before the rows and is reconciled with them.

    It was counted under the chosen reading of the criterion. Where the criterion is read more strictly it is an upper
    end only, and where it is read otherwise it says nothing.
    """
    stated = limits(judged.known, judged.known.plan.index[fact.id])
    holds = prepared.statements.get(fact.counts.meet or "", "exactly") if fact.counts else "not"
    if holds == "not":
        return counted
    if holds == "at_most":
        stated = Interval(0, stated.high)
    region = tighten(counted._replace(part=meet(counted.part, stated)))
    if any(is_empty(interval) for interval in region):
        judged.clashes.append(OwnAgainstParts(judged.known.plan.index[fact.id], stated.low or 0, counted.part))
        return counted
    return region
