"""Findings are made when they are read: the node values and the rule tree are the whole proof."""

from collections.abc import Iterator
from fractions import Fraction

from xeploai.model.condition import Criterion, Role
from xeploai.model.kind import members
from xeploai.model.measure import Share
from xeploai.model.outcome import Finding, GoalOutcome, Missing, OtherReading, Outcome, Unlisted, Why
from xeploai.model.target import AtLeast
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.measured import excluded, is_exceeded, is_noted, read_measure, shortfall, target_at
from xeploai.rating.missing import SETTLED, lacking
from xeploai.rating.ranges import numbers, range_of
from xeploai.rating.readings import readings_behind
from xeploai.rating.session import Proof, Session, judged_otherwise
from xeploai.truth import MET, NOT_MET, conjunction


def findings(outcome: Outcome) -> tuple[Finding, ...]:
    """Every verdict of an outcome with its why, in the order of the rules."""
    proof: Proof = outcome.proof
    prepared, judged = proof.session.prepared, proof.judged
    concerned = [c for c, bits in zip(prepared.criteria, judged.bits, strict=True) if bits]
    return tuple(_finding(proof.session, judged, criterion) for criterion in concerned)


def _finding(session: Session, judged: Judged, criterion: Criterion) -> Finding:
    prepared, kind = session.prepared, judged.evidence.kind
    bits = judged.bits[prepared.numbers[criterion.id]]
    target = target_at(criterion.target, prepared.dictionary.kinds, kind)
    reading = read_measure(prepared, judged, criterion)
    region, measured = reading.region, reading.measured
    lacks = () if bits in SETTLED else tuple(dict.fromkeys(lacking(prepared, judged, criterion)))
    missing = tuple(lack for lack in lacks if isinstance(lack, Missing))
    unlisted = tuple(lack for lack in lacks if isinstance(lack, Unlisted))
    short = None
    if bits == NOT_MET and (region is not None or (measured and isinstance(measured.high, Fraction))):
        short = shortfall(range_of(target, numbers(prepared.dictionary.kinds, kind)), reading)
    return Finding(
        subject=judged.evidence.id,
        criterion=criterion,
        role=role_at(prepared, criterion, kind),
        bits=bits,
        target=target,
        measured=measured,
        part=region.part if region else None,
        whole=region.whole if region else None,
        rest=region.rest if region else None,
        excluded=excluded(prepared, judged, criterion.measure) if isinstance(criterion.measure, Share) else (),
        short=short,
        noted=is_noted(target, bits, region),
        exceeded=is_exceeded(prepared, target, kind, bits, measured),
        missing=missing,
        unlisted=unlisted,
        why=None if bits in SETTLED else _why(missing, unlisted),
        readings=tuple(_otherwise(session, judged, criterion)),
    )


def role_at(prepared: Prepared, criterion: Criterion, kind: str) -> Role:
    """A criterion's role at a kind: its own where it is judged, follow-up where it is only monitored."""
    judged_there = not criterion.kinds or kind in members(prepared.dictionary.kinds, criterion.kinds)
    return criterion.role if judged_there else Role.MONITOR


def _why(missing: tuple[Missing, ...], unlisted: tuple[Unlisted, ...]) -> Why:
    """The first thing to wait for: reports, then assessments, then decisions."""
    reasons = {lack.why for lack in missing}
    if unlisted or not reasons or "not_reported" in reasons:
        return "not_reported"
    return "awaiting_assessment" if "awaiting_assessment" in reasons else "awaiting_decision"


def _otherwise(session: Session, judged: Judged, criterion: Criterion) -> Iterator[OtherReading]:
    number = session.prepared.numbers[criterion.id]
    for assumption, reading in readings_behind(session.prepared, criterion):
        there = judged_otherwise(session, assumption, reading)[judged.evidence.id]
        variant = session.prepared.variants[assumption, reading]
        measured = read_measure(variant, there, variant.criteria[number]).measured
        yield OtherReading(assumption, reading, there.bits[number], measured)


def goals(outcome: Outcome) -> tuple[GoalOutcome, ...]:
    """How each *chỉ tiêu* came out at a subject where all its criteria are judged as such."""
    proof: Proof = outcome.proof
    prepared, judged = proof.session.prepared, proof.judged
    found = []
    for goal in prepared.rules.goals:
        criteria = [prepared.criteria[prepared.numbers[name]] for name in goal.criteria]
        kind = judged.evidence.kind
        bits = [judged.bits[prepared.numbers[name]] for name in goal.criteria]
        if all(bits) and all(role_at(prepared, criterion, kind) is not Role.MONITOR for criterion in criteria):
            result = conjunction(bits)
            exceeded = result == MET and _exceeds(prepared, judged, criteria)
            found.append(GoalOutcome(judged.evidence.id, goal.id, result, exceeded, goal.criteria))
    return tuple(found)


def _exceeds(prepared: Prepared, judged: Judged, criteria: list[Criterion]) -> bool:
    """Whether every part that can be exceeded is, and there is such a part."""
    kind = judged.evidence.kind
    open_above = [criterion for criterion in criteria if _can_be_exceeded(prepared, criterion, kind)]
    return bool(open_above) and all(
        is_exceeded(
            prepared,
            target_at(criterion.target, prepared.dictionary.kinds, kind),
            kind,
            judged.bits[prepared.numbers[criterion.id]],
            read_measure(prepared, judged, criterion).measured,
        )
        for criterion in open_above
    )


def _can_be_exceeded(prepared: Prepared, criterion: Criterion, kind: str) -> bool:
    target = target_at(criterion.target, prepared.dictionary.kinds, kind)
    if not isinstance(target, AtLeast) or isinstance(target.limit, bool):
        return False
    if isinstance(target.limit, str):
        return prepared.rules.scale is not None and prepared.rules.scale.levels[0].id != target.limit
    return not isinstance(target.limit, Fraction) or target.limit < 1
