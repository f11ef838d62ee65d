"""What it takes to earn a level: the fewest changes of figures, verified by rating again, or why there are none."""

from xeploai.model.evidence import Evidence
from xeploai.model.outcome import Outcome
from xeploai.model.period import Period
from xeploai.model.reach import Change, Reach
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Judged
from xeploai.rating.reaching.blocked import blocked
from xeploai.rating.reaching.fewest import fewest
from xeploai.rating.reaching.ground import earns, ground_of
from xeploai.rating.session import NOTHING, Session, proposing, proven, rate


def reach(rules: Ruleset, evidence: Evidence, level: str, *, period: Period | None = None) -> Reach:
    """What it takes for a subject by itself to earn a level (its id); for one of a tree, `reach_from` its outcome.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
        InvalidRules: the rule set cannot be used; every fault is named.
        ValueError: the level is not on the scale, or the rules propose no level for subjects of the kind.
    """
    return reach_from(rate(rules, evidence, period=period), level)


def reach_from(outcome: Outcome, level: str) -> Reach:
    """What it takes for a subject to earn a level or a better one; those below it stay as they are.

    A level is earned where the rules propose it whatever the missing data turn out to be: the lowest level of the
    rating is at least that one. Only whole numbers change that are nobody's judgement (`rating.movable`); as few units
    as will do, counted over all figures that have to change together. A missing number may be stated, where the known
    ones do not do, and then counts as many units as it says. The figures of those above are not held against it.

    Raises:
        ValueError: the level is not on the scale, or the rules propose no level for subjects of the kind.
    """
    session, judged = _proposed(outcome)
    scale = session.prepared.levels[judged.evidence.kind].scale
    if all(one.id != level for one in scale.levels):
        raise ValueError(f"no level {level!r}; one of: {', '.join(one.id for one in scale.levels)}")
    name = judged.evidence.id
    ground = ground_of(session.prepared, judged, session.counted.get(name, NOTHING), level)
    if earns(ground, {}):
        return Reach(name, level, reached=True, changes=())
    found = fewest(ground)
    if found.figures is None:
        return Reach(name, level, reached=False, changes=None, blocked=blocked(ground), complete=found.complete)
    known = ground.known
    changed = {fact: figure for fact, figure in found.figures.items() if known.get(fact) != figure}
    changes = tuple(Change(fact, known.get(fact), figure) for fact, figure in changed.items())
    return Reach(name, level, reached=False, changes=changes, complete=found.complete)


def _proposed(outcome: Outcome) -> tuple[Session, Judged]:
    """A subject under the rules that propose its level, which may stand further down the chain."""
    session, judged = proven(outcome)
    if judged.evidence.kind in session.prepared.levels:
        return session, judged
    if proposed := proposing(outcome):
        return _proposed(proposed)
    raise ValueError(f"no level is proposed for {judged.evidence.id!r}, of kind {judged.evidence.kind!r}")
