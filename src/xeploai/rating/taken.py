"""The levels that a finding rests on: whose they are, and why a subject has none."""

from collections.abc import Iterable

from xeploai.model.condition import Criterion
from xeploai.model.kind import members
from xeploai.model.measure import Rated, Share, Value
from xeploai.model.outcome import LevelsTaken
from xeploai.rating.conditions import worked_out
from xeploai.rating.judged import Judged
from xeploai.rating.levels import bits_at
from xeploai.rating.measured import at_and_below
from xeploai.rating.session import Session, proven
from xeploai.truth import MET


def levels_taken(session: Session, judged: Judged, criterion: Criterion) -> LevelsTaken | None:
    """How many of the levels that a criterion reads are decided, and how many proposed; `None` if it reads none."""
    rules, kinds = session.prepared.rules, session.prepared.dictionary.kinds
    match criterion.measure:
        case Value(fact) if fact == rules.decided:
            rated: Iterable[Judged] = (judged,)
        case Share(of, Rated(fact)) if fact == rules.decided:
            among = members(kinds, of)
            rated = (one for one in at_and_below(judged) if one.evidence.kind in among)
        case _:
            return None
    decided = proposed = 0
    anything = (1 << len(rules.scale.levels)) - 1 if rules.scale else 0
    for one in rated:
        if fact in one.evidence.facts:
            decided += 1
        elif one.spread and one.spread & anything != anything:
            proposed += 1
    if not proposed:
        return LevelsTaken(decided)
    return LevelsTaken(decided, proposed, rules.levels.rules.id if rules.levels else rules.id)


def exemption_of(session: Session, judged: Judged) -> str | None:
    """The exemption by which a subject has no level, under the rules that propose levels."""
    levels = session.prepared.levels.get(judged.evidence.kind)
    if levels is None:
        proposed = session.proposing.get(judged.evidence.id)
        return exemption_of(*proven(proposed)) if proposed else None
    values = worked_out(levels.numbered, bits_at(levels, judged))
    return next((one.id for one in levels.exemptions if values[levels.numbered.places[one.when]] == MET), None)
