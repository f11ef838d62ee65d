"""Rules and vetoes, prepared: the best and the worst level that the outcomes still allow."""

from collections.abc import Callable, Sequence
from itertools import product
from math import prod

from xeploai.model.condition import Condition, Undetermined
from xeploai.model.outcome import Rating
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import rank
from xeploai.rating.conditions import judge_condition, leaves
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.worlds import Bands, bands
from xeploai.truth import MET, NOT_APPLICABLE, OPEN, Bits

MOST_WORLDS = 4096
"""Where more combinations are open than this, each rule is taken by itself: sound, and perhaps wider."""

Spread = frozenset[int | None]
"""Ranks that may come out; `None` where the rules have nothing to judge."""

Levels = Callable[[Sequence[Bits]], Spread]


def rate_levels(prepared: Prepared, kind: str) -> Callable[[Judged], Rating | None]:
    """How a subject of a kind is rated."""
    rules = prepared.rules
    conditions = [*(rule.when for rule in rules.rules), *(veto.when for veto in rules.vetoes)]
    points = list(dict.fromkeys(leaf for condition in conditions for leaf in leaves(condition)))
    numbers: dict[Condition, int] = {point: number for number, point in enumerate(points)}
    bounds = _bounds(rules, numbers)
    where = [None if isinstance(point, Undetermined) else prepared.numbers[point.id] for point in points]
    banded = bands(prepared, kind, points)
    names = [level.id for level in reversed(rules.scale.levels)] if rules.scale else []

    def rate(judged: Judged) -> Rating | None:
        bits = [OPEN if at is None else judged.bits[at] for at in where]
        spread = bounds(bits)
        if len(spread) > 1:
            spread = _together(bits, banded(judged, bits), bounds) or spread
        levels = [level for level in spread if level is not None]
        if not levels:
            return None
        return Rating(names[max(levels)], names[min(levels)], may_be_unrated=None in spread)

    return rate


def _bounds(rules: Ruleset, numbers: dict[Condition, int]) -> Levels:
    """The ranks that may come out, each rule and veto by its own outcomes."""
    scale = rules.scale
    assert scale is not None and rules.otherwise is not None
    floor = rank(scale, rules.otherwise)
    earned = [(rank(scale, rule.level), judge_condition(rule.when, numbers)) for rule in rules.rules]
    capped = [(rank(scale, veto.cap), judge_condition(veto.when, numbers)) for veto in rules.vetoes]

    def bounds(bits: Sequence[Bits]) -> Spread:
        found: set[int | None] = set()
        idle, applies = True, False
        for level, gate in earned:
            outcome = gate(bits)
            if outcome & MET:
                found.add(level)
            idle = idle and outcome & NOT_APPLICABLE != 0
            applies = applies or outcome != NOT_APPLICABLE
            if outcome == MET:
                break
        else:
            found.update([floor] if applies else [])
            found.update([None] if idle else [])
        for cap, gate in capped:
            outcome = gate(bits)
            lowered: set[int | None] = {_capped(level, cap) for level in found}
            found = lowered if outcome == MET else found | lowered if outcome & MET else found
        return frozenset(found)

    return bounds


def _capped(level: int | None, cap: int) -> int | None:
    """A level under a cap. Where the rules had nothing to judge, only a cap at the lowest level leaves one to state."""
    if level is None:
        return cap if cap == 0 else None
    return min(level, cap)


def _together(bits: list[Bits], groups: Bands, bounds: Levels) -> Spread | None:
    """The ranks over all combinations that the groups of outcomes allow; `None` where there are too many of them."""
    if prod(len(combinations) for _, combinations in groups) > MOST_WORLDS:
        return None
    found: Spread = frozenset()
    for world in product(*(combinations for _, combinations in groups)):
        certain = list(bits)
        for (places, _), outcomes in zip(groups, world, strict=True):
            for place, outcome in zip(places, outcomes, strict=True):
                certain[place] = outcome
        found |= bounds(certain)
    return found
