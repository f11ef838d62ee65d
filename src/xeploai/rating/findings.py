"""Findings are made when they are read: the node values and the rule tree are the whole proof."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from xeploai.model.condition import Criterion, Role
from xeploai.model.fact import FactType
from xeploai.model.kind import members
from xeploai.model.measure import Highest, Lowest, Measure, Ratio, Share, Value
from xeploai.model.outcome import Finding, GoalOutcome, Missing, OtherReading, Outcome, Unlisted, Why
from xeploai.model.target import AtLeast, Between
from xeploai.rating.judged import Asked, Judged, Prepared, Reading
from xeploai.rating.ladders import scale_of
from xeploai.rating.measured import excluder, is_exceeded, is_noted, reader, shortfall, target_at
from xeploai.rating.missing import SETTLED, lacking
from xeploai.rating.points import are_points
from xeploai.rating.ranges import numbers, range_of
from xeploai.rating.readings import readings_behind
from xeploai.rating.session import Session, judged_otherwise, proven
from xeploai.rating.taken import exemption_of, levels_taken
from xeploai.truth import MET, NOT_MET, Bits, conjunction


def findings(outcome: Outcome, *, otherwise: bool = True) -> tuple[Finding, ...]:
    """Every verdict of an outcome with its why, in the order of the rules.

    `otherwise`: with what comes out under the other readings, which takes longest.
    """
    session, judged = proven(outcome)
    return tuple(
        _finding(session, judged, asked_at(session.prepared, judged.evidence.kind, number), bits, otherwise=otherwise)
        for number, bits in enumerate(judged.bits)
        if bits
    )


def asked_at(prepared: Prepared, kind: str, number: int) -> Asked:
    """A criterion as it stands at a kind, worked out once."""
    if (kind, number) not in prepared.asked:
        criterion, kinds = prepared.criteria[number], prepared.dictionary.kinds
        target, measure = target_at(criterion.target, kinds, kind), criterion.measure
        prepared.asked[kind, number] = Asked(
            criterion,
            number,
            role=_role_at(prepared, criterion, kind),
            target=target,
            range=range_of(target, numbers(kinds, kind)) if _is_numeric(prepared, measure) else None,
            read=reader(prepared, criterion, kind),
            outside=excluder(prepared, measure) if isinstance(measure, Share) else None,
            readings=readings_behind(prepared, criterion),
        )
    return prepared.asked[kind, number]


def _finding(session: Session, judged: Judged, asked: Asked, bits: Bits, *, otherwise: bool) -> Finding:
    prepared = session.prepared
    measured, region = reading = asked.read(judged)
    missing: tuple[Missing, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()
    if bits not in SETTLED:
        lacks = dict.fromkeys(lacking(prepared, judged, asked.criterion))
        missing = tuple(lack for lack in lacks if isinstance(lack, Missing))
        unlisted = tuple(lack for lack in lacks if isinstance(lack, Unlisted))
    return Finding(
        subject=judged.evidence.id,
        criterion=asked.criterion,
        role=asked.role,
        bits=bits,
        target=asked.target,
        measured=measured,
        part=region.part if region else None,
        whole=region.whole if region else None,
        rest=region.rest if region else None,
        excluded=asked.outside(judged, partial(exemption_of, session)) if asked.outside else (),
        short=_short(prepared, asked, reading) if bits == NOT_MET else None,
        noted=is_noted(asked.target, bits, region) if isinstance(asked.target, Between) else False,
        exceeded=bits == MET and is_exceeded(prepared, asked, measured),
        missing=missing,
        unlisted=unlisted,
        why=None if bits in SETTLED else _why(missing, unlisted),
        readings=tuple(_otherwise(session, judged, asked)) if asked.readings and otherwise else (),
        levels=levels_taken(session, judged, asked.criterion),
    )


def _short(prepared: Prepared, asked: Asked, reading: Reading) -> int | None:
    """Points are nothing of which so many units would be missing."""
    if asked.range is None or are_points(prepared, asked.criterion.measure):
        return None
    return shortfall(asked.range, reading)


def _is_numeric(prepared: Prepared, measure: Measure) -> bool:
    """Whether numbers are held against the target: neither rungs of a ladder nor a yes or no."""
    if isinstance(measure, Value):
        return prepared.dictionary.facts[measure.fact].type in (FactType.COUNT, FactType.NUMBER)
    return not isinstance(measure, Lowest | Highest)


def _role_at(prepared: Prepared, criterion: Criterion, kind: str) -> Role:
    """A criterion's role at a kind: its own where it is judged, follow-up where it is only monitored."""
    judged_there = not criterion.kinds or kind in members(prepared.dictionary.kinds, criterion.kinds)
    return criterion.role if judged_there else Role.MONITOR


def _why(missing: tuple[Missing, ...], unlisted: tuple[Unlisted, ...]) -> Why:
    """The first thing to wait for: reports, then assessments, then decisions."""
    reasons = {lack.why for lack in missing}
    if unlisted or not reasons or "not_reported" in reasons:
        return "not_reported"
    return "awaiting_assessment" if "awaiting_assessment" in reasons else "awaiting_decision"


def _otherwise(session: Session, judged: Judged, asked: Asked) -> Iterator[OtherReading]:
    for assumption, reading in asked.readings:
        there = judged_otherwise(session, assumption, reading)[judged.evidence.id]
        variant = session.prepared.variants[assumption, reading]
        measured = asked_at(variant, judged.evidence.kind, asked.number).read(there).measured
        yield OtherReading(assumption, reading, there.bits[asked.number], measured)


def goals(outcome: Outcome) -> tuple[GoalOutcome, ...]:
    """How each *chỉ tiêu* came out at a subject where all its criteria are judged as such."""
    session, judged = proven(outcome)
    prepared = session.prepared
    found = []
    for goal in prepared.rules.goals:
        at = [prepared.numbers[name] for name in goal.criteria]
        bits = [judged.bits[number] for number in at]
        criteria = [asked_at(prepared, judged.evidence.kind, number) for number in at] if all(bits) else []
        if all(bits) and all(asked.role is not Role.MONITOR for asked in criteria):
            result = conjunction(bits)
            exceeded = result == MET and _exceeds(prepared, judged, criteria)
            found.append(GoalOutcome(judged.evidence.id, goal.id, result, exceeded, goal.criteria))
    return tuple(found)


def _exceeds(prepared: Prepared, judged: Judged, criteria: list[Asked]) -> bool:
    """Whether every part that can be exceeded is, and there is such a part."""
    open_above = [asked for asked in criteria if _can_be_exceeded(prepared, asked)]
    return bool(open_above) and all(is_exceeded(prepared, asked, asked.read(judged).measured) for asked in open_above)


def _can_be_exceeded(prepared: Prepared, asked: Asked) -> bool:
    """What can be more than it asks: a share of less than all, a rung below the best, any number."""
    measure, target = asked.criterion.measure, asked.target
    if not isinstance(target, AtLeast):
        return False
    if isinstance(measure, Ratio | Share):
        assert isinstance(target.limit, Fraction)
        return target.limit < 1
    if isinstance(target.limit, str):
        assert isinstance(measure, Value | Lowest | Highest)
        return scale_of(prepared, measure).levels[0].id != target.limit
    return True
