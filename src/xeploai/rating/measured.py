"""What was measured, read again from the node values when a finding asks for it."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import assert_never

from xeploai.evidence.points import Span
from xeploai.interval import NOTHING, Interval, Region, is_point
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer
from xeploai.model.fact import Count, FactType
from xeploai.model.kind import Kinds, PerKind, members
from xeploai.model.measure import Highest, Lowest, Months, Rated, Ratio, Score, Share, Value
from xeploai.model.outcome import Excluded, Measured
from xeploai.model.target import AtLeast, Between, Limit, Target, limit_for
from xeploai.rating.judged import Asked, Judged, Prepared, Reading
from xeploai.rating.ladders import rungs_of, scale_of
from xeploai.rating.landing import Range, counted_of_tight, extent, smallest
from xeploai.rating.measures import number_of, ratio_region
from xeploai.rating.points import points_of
from xeploai.rating.ranges import judge_known
from xeploai.rating.shares import test_of
from xeploai.truth import MET, NOT_APPLICABLE, Bits


def reader(prepared: Prepared, criterion: Criterion, kind: str) -> Callable[[Judged], Reading]:
    """How a measure is read at a kind."""
    plan = prepared.dictionary.plans[kind]
    match criterion.measure:
        case Value(fact):
            return _fact_reader(prepared, criterion, fact, kind)
        case Lowest() | Highest():
            return _rung_reader(prepared, criterion.measure)
        case Score():
            return _points_reader(points_of(prepared, criterion.measure, kind))
        case Count() | Months():
            return _number_reader(number_of(prepared, criterion.measure, kind))
        case Ratio():
            region_of = ratio_region(plan, criterion.measure)
            return lambda judged: _of_region(region_of(judged))
        case Share():
            at = prepared.shares[criterion.measure]
            return lambda judged: _of_region(judged.shares[at] or NOTHING)
        case _:
            assert_never(criterion.measure)


def _fact_reader(prepared: Prepared, criterion: Criterion, fact: str, kind: str) -> Callable[[Judged], Reading]:
    """A fact as it was stated; nothing where it is not applicable."""
    measure = Value(fact)
    match prepared.dictionary.facts[fact].type:
        case FactType.COUNT:
            return _number_reader(number_of(prepared, measure, kind))
        case FactType.NUMBER:
            return _points_reader(points_of(prepared, measure, kind))
        case FactType.GRADE | FactType.LEVEL:
            return _rung_reader(prepared, measure)
        case FactType.YES_NO:
            return lambda judged: Reading(_yes_no(judged.evidence.facts.get(fact)))
        case FactType.DATE:
            raise ValueError(criterion)


def _yes_no(answer: Answer | None) -> Measured:
    return Measured(False, True) if answer is None else Measured(bool(answer), bool(answer))


def _rung_reader(prepared: Prepared, measure: Value | Lowest | Highest) -> Callable[[Judged], Reading]:
    """The lowest and the highest rung that may come out; nothing where none is certain to be there."""
    rungs = rungs_of(prepared, measure)
    names = [level.id for level in reversed(scale_of(prepared, measure).levels)]

    def read(judged: Judged) -> Reading:
        there = [name for number, name in enumerate(names) if rungs(judged) & 1 << number]
        return Reading(Measured(there[0], there[-1]) if there else None)

    return read


def _points_reader(points: Callable[[Judged], Span]) -> Callable[[Judged], Reading]:
    return lambda judged: Reading(Measured(*points(judged)))


def _number_reader(number: Callable[[Judged], Interval]) -> Callable[[Judged], Reading]:
    def read(judged: Judged) -> Reading:
        low, high = number(judged)
        least = None if low is None else Fraction(low)
        most = least if low == high else None if high is None else Fraction(high)
        return Reading(Measured(least, most))

    return read


def _of_region(region: Region) -> Reading:
    part, whole = region.part, region.whole
    if part.low is not None and whole.low and part.low == part.high and whole.low == whole.high:
        share = Fraction(part.low, whole.low)
        return Reading(Measured(share, share), region)
    positive = counted_of_tight(region)
    return Reading(None if positive is None else Measured(*extent(positive)), region)


def target_at(target: Target, kinds: Kinds, kind: str) -> Target:
    """A target as it stands for a kind."""

    def here(limit: Limit | PerKind[Limit]) -> Limit:
        found = limit_for(kinds, limit, kind)
        assert found is not None
        return found

    if isinstance(target, Between):
        return Between(here(target.low), here(target.high), above=target.above)
    return type(target)(here(target.limit))


def shortfall(asked: Range, reading: Reading) -> int | None:
    """The fewest further units that make a verdict met that is not: people, children, or the thing that is counted."""
    if asked.low is None:
        return None
    region = reading.region
    if region is None:
        high = reading.measured.high if reading.measured else None
        need = smallest(asked.low, 1, strict=asked.low_open)
        if not isinstance(high, Fraction) or high >= need:
            return None
        return need - int(high) if asked.high is None or need <= asked.high else None
    if not is_point(region.whole) or region.part.high is None or not region.whole.high:
        return None
    whole = region.whole.high
    need = smallest(asked.low, whole, strict=asked.low_open)
    fits_in = need <= whole and (asked.high is None or judge_known(asked)(need, whole) == MET)
    return need - region.part.high if fits_in and need > region.part.high else None


def is_noted(target: Between, bits: Bits, region: Region | None) -> bool | None:
    """Met above the range, though a smaller count would have reached its lower end; `None` while that is open."""
    if target.above != "noted" or region is None or not bits & MET:
        return False
    low, high = target.low, target.high
    if bits != MET or not is_point(region.part) or not is_point(region.whole):
        return None
    assert isinstance(low, Fraction) and isinstance(high, Fraction)
    part, whole = region.part.low or 0, region.whole.low or 0
    return part * high.denominator > high.numerator * whole and part > smallest(low, whole, strict=False)


def is_exceeded(prepared: Prepared, asked: Asked, measured: Measured | None) -> bool:
    """Certainly more than the least that meets the target, where it is met."""
    target = asked.target
    if measured is None or measured.low is None or not isinstance(target, AtLeast):
        return False
    if isinstance(measured.low, str):
        measure = asked.criterion.measure
        assert isinstance(measure, Value | Lowest | Highest)
        names = [level.id for level in scale_of(prepared, measure).levels]
        return names.index(measured.low) < names.index(str(target.limit))
    least = asked.range.low if asked.range else None
    return least is not None and (measured.low > least or (measured.low == least and measured.low_open))


Outside = Callable[[Judged, Callable[[Judged], str | None]], tuple[Excluded, ...]]
"""Who is not in the base of a share; the second argument says by which exemption a subject has no level."""


def excluder(prepared: Prepared, share: Share) -> Outside:
    """How the subjects are found that left the base of a share, by the reason that the data give or the exemption."""
    tests = {kind: test_of(prepared, share, kind) for kind in members(prepared.dictionary.kinds, share.of)}

    by_level = isinstance(share.test, Rated)

    def excluded(judged: Judged, exempt: Callable[[Judged], str | None]) -> tuple[Excluded, ...]:
        reasons: dict[tuple[str | None, str | None], list[str]] = {}
        for subject in at_and_below(judged):
            test = tests.get(subject.evidence.kind)
            if test and test(subject) == NOT_APPLICABLE:
                said = subject.evidence.notes.get("ly_do_khong_xep_loai")
                why = exempt(subject) if by_level and said is None else None
                reasons.setdefault((said, why), []).append(subject.evidence.id)
        return tuple(Excluded(said, tuple(ids), exemption=why) for (said, why), ids in reasons.items())

    return excluded


def at_and_below(judged: Judged) -> Iterator[Judged]:
    """A subject and all below it, in the order of the data. No recursion: trees may be deep."""
    stack = [judged]
    while stack:
        subject = stack.pop()
        yield subject
        stack += reversed(subject.children)
