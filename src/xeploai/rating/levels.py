"""Rules and vetoes, prepared: the best and the worst level that the outcomes still allow."""

from collections.abc import Callable, Sequence
from math import prod

from xeploai.model.condition import Undetermined
from xeploai.model.outcome import Rating
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import rank
from xeploai.rating.conditions import Gates, leaves, number_gates
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.worlds import Bands, bands
from xeploai.truth import MET, NOT_APPLICABLE, OPEN, Bits

MOST_WORLDS = 4096
"""Where more combinations are open than this, each rule is taken by itself: sound, and perhaps wider."""

Spread = int
"""The levels that may come out, a bit each, the worst first; the bit above the best: nothing to judge."""

Bounds = Callable[[Sequence[Bits]], Spread]


def rate_levels(prepared: Prepared, kind: str) -> Callable[[Judged], Rating | None]:
    """How a subject of a kind is rated."""
    rules = prepared.rules
    conditions = [*(rule.when for rule in rules.rules), *(veto.when for veto in rules.vetoes)]
    points = list(dict.fromkeys(leaf for condition in conditions for leaf in leaves(condition)))
    bounds = _bounds(rules, number_gates(conditions, points))
    where = [None if isinstance(point, Undetermined) else prepared.numbers[point.id] for point in points]
    banded = bands(prepared, kind, points)
    names = [level.id for level in reversed(rules.scale.levels)] if rules.scale else []
    # There are few of them, and outcomes are kept.
    ratings: dict[Spread, Rating | None] = {}

    def rate(judged: Judged) -> Rating | None:
        bits = [OPEN if at is None else judged.bits[at] for at in where]
        spread = bounds(bits)
        if _several(spread):
            spread = _together(bits, spread, banded(judged, bits), bounds) or spread
        if spread not in ratings:
            ratings[spread] = _rating(spread, names)
        return ratings[spread]

    return rate


def _rating(spread: Spread, names: Sequence[str]) -> Rating | None:
    """The levels by their names, worst first; nothing where no level may come out."""
    unrated = 1 << len(names)
    ranks = [place for place in range(len(names)) if spread & 1 << place]
    return Rating(names[ranks[-1]], names[ranks[0]], spread >= unrated) if ranks else None


def _several(spread: Spread) -> bool:
    return spread & (spread - 1) != 0


def _bounds(rules: Ruleset, numbered: Gates) -> Bounds:
    """The levels that may come out, each rule and veto by its own outcomes."""
    scale = rules.scale
    assert scale is not None and rules.otherwise is not None
    floor, unrated = 1 << rank(scale, rules.otherwise), 1 << len(scale.levels)
    places, gates = numbered.places, numbered.gates
    earned = [(1 << rank(scale, rule.level), places[rule.when]) for rule in rules.rules]
    capped = [(1 << rank(scale, veto.cap), places[veto.when]) for veto in rules.vetoes]

    def bounds(bits: Sequence[Bits]) -> Spread:
        values = list(bits)
        for gate in gates:
            values.append(gate(values))
        found, idle, applies = 0, NOT_APPLICABLE, False
        for level, place in earned:
            outcome = values[place]
            if outcome & MET:
                found |= level
            idle &= outcome
            applies = applies or outcome != NOT_APPLICABLE
            if outcome == MET:
                break
        else:
            found |= (floor if applies else 0) | (unrated if idle else 0)
        for cap, place in capped:
            outcome = values[place]
            if outcome & MET:
                lowered = _capped(found, cap, unrated)
                found = lowered if outcome == MET else found | lowered
        return found

    return bounds


def _capped(spread: Spread, cap: Spread, unrated: Spread) -> Spread:
    """Levels under a cap. Where the rules had nothing to judge, only a cap at the lowest level leaves one to state."""
    if cap == 1:
        return int(spread != 0)
    levels = spread & (unrated - 1)
    return spread & unrated | levels & (cap - 1) | (cap if levels >= cap else 0)


def _together(bits: Sequence[Bits], spread: Spread, groups: Bands, bounds: Bounds) -> Spread:
    """The levels over all combinations that the groups of outcomes allow; none where there are too many of them.

    Outcomes that are certain only narrow what may come out: where one level is left, or none that is new, the rest need
    not be told apart.
    """
    if prod(len(combinations) for _, combinations in groups) > MOST_WORLDS:
        return 0
    found = 0

    def explore(bits: Sequence[Bits], spread: Spread, depth: int) -> None:
        nonlocal found
        if depth == len(groups) or not _several(spread):
            found |= spread
            return
        places, combinations = groups[depth]
        for outcomes in combinations:
            certain = list(bits)
            for place, outcome in zip(places, outcomes, strict=True):
                certain[place] = outcome
            narrower = bounds(certain)
            if narrower | found != found:
                explore(certain, narrower, depth + 1)

    explore(bits, spread, 0)
    return found
