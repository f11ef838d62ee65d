"""What was measured, read again from the node values when a finding asks for it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

import attrs

from xeploai.evidence.plan import limits
from xeploai.interval import NOTHING, Interval, Region, is_point
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, FactType
from xeploai.model.kind import Kinds, PerKind, members
from xeploai.model.measure import Ratio, Share, Value
from xeploai.model.outcome import Excluded, Measured
from xeploai.model.target import AtLeast, Between, Limit, Target, limit_for
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.landing import Range, counted, extent
from xeploai.rating.measures import ratio_region
from xeploai.rating.ranges import numbers, range_of
from xeploai.rating.shares import test_of
from xeploai.truth import MET, NOT_APPLICABLE, Bits


@attrs.frozen
class Reading:
    """A measure as it was read: its ends, and where parts were counted, the part and the whole."""

    measured: Measured | None
    region: Region | None = None


def read_measure(prepared: Prepared, judged: Judged, criterion: Criterion) -> Reading:
    """What was measured for a criterion at a subject; nothing where it is not applicable."""
    if judged.bits[prepared.numbers[criterion.id]] == NOT_APPLICABLE and isinstance(criterion.measure, Value):
        return Reading(None)
    plan = judged.known.plan
    match criterion.measure:
        case Value(fact):
            return Reading(_of_fact(prepared, judged, fact))
        case Count():
            return Reading(_of_number(limits(judged.known, plan.index[criterion.measure])))
        case Ratio():
            return _of_region(ratio_region(plan, criterion.measure)(judged))
        case Share():
            return _of_region(judged.shares[prepared.shares[criterion.measure]] or NOTHING)
        case _:
            assert_never(criterion.measure)


def _of_fact(prepared: Prepared, judged: Judged, fact: str) -> Measured:
    answer = judged.evidence.facts.get(fact)
    match prepared.dictionary.facts[fact].type:
        case FactType.COUNT:
            return _of_number(limits(judged.known, judged.known.plan.index[fact]))
        case FactType.YES_NO:
            return Measured(False, True) if answer is None else Measured(bool(answer), bool(answer))
        case FactType.LEVEL:
            scale = prepared.rules.scale
            assert scale is not None
            if answer is None:
                return Measured(scale.levels[-1].id, scale.levels[0].id)
            return Measured(str(answer), str(answer))


def _of_number(interval: Interval) -> Measured:
    return Measured(
        None if interval.low is None else Fraction(interval.low),
        None if interval.high is None else Fraction(interval.high),
    )


def _of_region(region: Region) -> Reading:
    positive = counted(region)
    if positive is None:
        return Reading(None, region)
    return Reading(Measured(*extent(positive)), region)


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
        if not isinstance(high, Fraction) or high >= asked.low:
            return None
        need = _smallest(asked.low, asked.low_open)
        return need - int(high) if asked.high is None or need <= asked.high else None
    if not is_point(region.whole) or region.part.high is None or not region.whole.high:
        return None
    whole = region.whole.high
    need = _smallest(asked.low * whole, asked.low_open)
    fits_in = need <= whole and (asked.high is None or _within(Fraction(need), asked.high * whole, asked.high_open))
    return need - region.part.high if fits_in and need > region.part.high else None


def _smallest(low: Fraction, strict: bool) -> int:
    least = -(-low.numerator // low.denominator)
    return least + (strict and least == low)


def _within(number: Fraction, high: Fraction, strict: bool) -> bool:
    return number < high or (number == high and not strict)


def is_noted(target: Target, bits: Bits, region: Region | None) -> bool | None:
    """Met above the range, though a smaller count would have reached its lower end; `None` while that is open."""
    if not isinstance(target, Between) or target.above != "noted" or region is None or not bits & MET:
        return False
    low, high = target.low, target.high
    if bits != MET or not is_point(region.part) or not is_point(region.whole):
        return None
    assert isinstance(low, Fraction) and isinstance(high, Fraction)
    part, whole = region.part.low or 0, region.whole.low or 0
    return part * high.denominator > high.numerator * whole and part > _smallest(low * whole, strict=False)


def is_exceeded(prepared: Prepared, target: Target, kind: str, bits: Bits, measured: Measured | None) -> bool:
    """Certainly more than the least that meets the target."""
    if bits != MET or measured is None or measured.low is None or not isinstance(target, AtLeast):
        return False
    if isinstance(measured.low, str):
        scale = prepared.rules.scale
        names = [level.id for level in scale.levels] if scale else []
        return names.index(measured.low) < names.index(str(target.limit))
    asked = range_of(target, numbers(prepared.dictionary.kinds, kind)).low
    return asked is not None and (measured.low > asked or (measured.low == asked and measured.low_open))


def excluded(prepared: Prepared, judged: Judged, share: Share) -> tuple[Excluded, ...]:
    """The subjects that left the base of a share, by the reason that the data give."""
    of = members(prepared.dictionary.kinds, share.of)
    tests = {kind: test_of(prepared, share, kind) for kind in of}
    reasons: dict[str | None, list[str]] = {}
    for subject in at_and_below(judged):
        kind = subject.evidence.kind
        if kind in tests and tests[kind](subject) == NOT_APPLICABLE:
            reason = subject.evidence.notes.get("ly_do_khong_xep_loai")
            reasons.setdefault(reason, []).append(subject.evidence.id)
    return tuple(Excluded(reason, tuple(subjects)) for reason, subjects in reasons.items())


def at_and_below(judged: Judged) -> Iterator[Judged]:
    """A subject and all below it, in the order of the data. No recursion: trees may be deep."""
    stack = [judged]
    while stack:
        subject = stack.pop()
        yield subject
        stack += reversed(subject.children)
