"""A subject whose figures are about to be changed: what stays as it is, and what comes of a change."""

from collections.abc import Mapping, Sequence

import attrs

from xeploai.evidence.plan import limits
from xeploai.interval import Interval, meet
from xeploai.model.evidence import Answer
from xeploai.model.scale import rank
from xeploai.rating.judged import Judged, Levels, Prepared, Spread
from xeploai.rating.prepare import judge_subject
from xeploai.rating.reaching.movable import movable

MOST = 10**9
"""No figure is raised beyond that."""


@attrs.frozen(eq=False)
class Ground:
    """A subject, and the level that it is to earn: `wanted` are the levels that will do, a bit each.

    `names` are the counts that may be changed, in the order of the rule file, `known` those of them that are known,
    `allowed` what the dictionary leaves them. `free` is the subject as if nobody knew any of them.
    """

    prepared: Prepared
    levels: Levels
    judged: Judged
    counted: Mapping[str, Interval]
    wanted: Spread
    names: tuple[str, ...]
    known: Mapping[str, int]
    allowed: Mapping[str, Interval]
    free: Judged


def ground_of(prepared: Prepared, judged: Judged, counted: Mapping[str, Interval], level: str) -> Ground:
    """The ground on which a subject may earn a level; these rules give levels to its kind.

    Raises:
        KeyError: the level is not on the scale.
    """
    evidence, levels = judged.evidence, prepared.levels[judged.evidence.kind]
    unrated = 1 << len(levels.scale.levels)
    may_move = movable(prepared, levels, evidence.kind)
    names = tuple(one.fact for one in may_move)
    known = {name: answer for name in names if isinstance(answer := evidence.facts.get(name), int)}
    free = judge_with(prepared, judged, without(judged, names), counted)
    assert free is not None, "what is known agrees, and so does a part of it"
    allowed = {}
    for one in may_move:
        now = known.get(one.fact, 0)
        within = Interval(0 if one.downwards else now, max(MOST, now))
        allowed[one.fact] = meet(limits(free.known, free.known.plan.index[one.fact]), within)
    wanted = (unrated - 1) & ~((1 << rank(levels.scale, level)) - 1)
    return Ground(prepared, levels, judged, counted, wanted, names, known, allowed, free)


def without(judged: Judged, facts: Sequence[str]) -> dict[str, Answer]:
    """What is known of a subject beside some facts."""
    return {name: answer for name, answer in judged.evidence.facts.items() if name not in facts}


def judge_with(
    prepared: Prepared, judged: Judged, facts: Mapping[str, Answer], counted: Mapping[str, Interval]
) -> Judged | None:
    """The subject with other figures; `None` where they cannot be."""
    again, clashes = judge_subject(prepared, attrs.evolve(judged.evidence, facts=facts), judged.children, 0, counted)
    return None if clashes else again


def earns(ground: Ground, figures: Mapping[str, int]) -> bool:
    """Whether the subject with these figures earns the level, whatever is still missing."""
    judged = judge_with(ground.prepared, ground.judged, {**ground.judged.evidence.facts, **figures}, ground.counted)
    return judged is not None and judged.spread != 0 and judged.spread & ~ground.wanted == 0
