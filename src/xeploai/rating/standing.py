"""The level of a subject with its why: made when it is read, like findings."""

from collections.abc import Iterator, Sequence

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.outcome import Obstacle, OtherRating, Outcome, Standing
from xeploai.model.ruleset import Veto
from xeploai.model.scale import rank
from xeploai.rating.conditions import worked_out
from xeploai.rating.judged import Judged, Levels, Prepared
from xeploai.rating.levels import bits_at, rating_of
from xeploai.rating.readings import readings_of_levels
from xeploai.rating.session import Session, judged_otherwise, proposing, proven
from xeploai.rating.settling import open_groups, settle
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits


def standing(outcome: Outcome, *, otherwise: bool = True) -> Standing:
    """The level of a subject with its why; under rules that only take levels, as the rules that propose them say.

    `otherwise`: with what comes out under the other readings, which takes longest.
    """
    session, judged = proven(outcome)
    levels = session.prepared.levels.get(judged.evidence.kind)
    if levels is None:
        proposed = proposing(outcome)
        return standing(proposed, otherwise=otherwise) if proposed else Standing(outcome.evidence.id, outcome.rating)
    bits = bits_at(levels, judged)
    values = worked_out(levels.numbered, bits)
    groups = open_groups(session.prepared, levels, judged, bits)
    return Standing(
        subject=outcome.evidence.id,
        rating=outcome.rating,
        missing=tuple(dict.fromkeys(fact for group in groups for fact in group.missing)),
        settles=settle(groups),
        undetermined=tuple(dict.fromkeys(point for group in groups for point in group.undetermined)),
        exemptions=tuple(one.id for one in levels.exemptions if values[levels.numbered.places[one.when]] == MET),
        vetoes=tuple(veto.id for veto in levels.vetoes if values[levels.numbered.places[veto.when]] == MET),
        obstacles=tuple(_obstacles(levels, judged, values)),
        readings=tuple(_otherwise(session, levels, judged)) if otherwise else (),
    )


def _otherwise(session: Session, levels: Levels, judged: Judged) -> Iterator[OtherRating]:
    for assumption, reading in readings_of_levels(session.prepared, levels):
        there = judged_otherwise(session, assumption, reading)[judged.evidence.id]
        variant: Prepared = session.prepared.variants[assumption, reading]
        yield OtherRating(assumption, reading, rating_of(variant, there))


def _obstacles(levels: Levels, judged: Judged, values: Sequence[Bits]) -> Iterator[tuple[str, tuple[Obstacle, ...]]]:
    """Level by level, best first, down to the lowest that is still possible: what keeps the subject from it."""
    scale = levels.scale
    reached = (judged.spread & -judged.spread).bit_length() - 1
    earning = {rule.level: rule.when for rule in levels.rules}
    for level in scale.levels:
        place = rank(scale, level.id)
        if place <= reached or level.id not in earning:
            continue
        found = list(_against(levels, values, earning[level.id], MET, None))
        for veto in levels.vetoes:
            if rank(scale, veto.cap) < place:
                found += _against(levels, values, veto.when, NOT_MET, veto)
        yield level.id, tuple(dict.fromkeys(found))


def _against(
    levels: Levels, values: Sequence[Bits], condition: Condition, wanted: Bits, veto: Veto | None
) -> Iterator[Obstacle]:
    """The criteria and points by which a condition does not certainly come out as wanted."""
    bits = values[levels.numbered.places[condition]]
    if bits == wanted or (bits == NOT_APPLICABLE and veto is not None):
        return
    match condition:
        case Criterion() | Undetermined():
            yield Obstacle(condition, bits, veto.id if veto else None)
        case Not(part):
            yield from _against(levels, values, part, MET if wanted == NOT_MET else NOT_MET, veto)
        case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
            for part in parts:
                idle = values[levels.numbered.places[part]] == NOT_APPLICABLE
                if not idle or bits == NOT_APPLICABLE:
                    yield from _against(levels, values, part, wanted, veto)
