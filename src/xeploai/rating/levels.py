"""Rules, vetoes and exemptions, prepared: the best and the worst level that the outcomes still allow."""

from collections.abc import Callable, Sequence
from math import prod

from xeploai.model.condition import Undetermined
from xeploai.model.kind import members
from xeploai.model.outcome import Rating, decided_on
from xeploai.model.ruleset import Exemption, Rule, Veto
from xeploai.model.scale import Scale, rank
from xeploai.rating.conditions import leaves, number_gates, worked_out
from xeploai.rating.judged import Bands, Bounds, Gates, Judged, Levels, Prepared, Spread
from xeploai.truth import MET, NOT_APPLICABLE, OPEN, Bits

MOST_WORLDS = 4096
"""Where more combinations are open than this, each rule is taken by itself: sound, and perhaps wider."""


def levels_at(prepared: Prepared, kind: str) -> Levels | None:
    """What gives a level at a kind; `None` where none is given there."""
    rules, kinds = prepared.rules, prepared.dictionary.kinds

    def here(one: Rule | Veto | Exemption) -> bool:
        return not one.kinds or kind in members(kinds, one.kinds)

    earning = tuple(rule for rule in rules.rules if here(rule))
    if not earning or not (not rules.rated or kind in members(kinds, rules.rated)):
        return None
    # Loaded where levels are given.
    from xeploai.rating.worlds import bands

    vetoes = tuple(veto for veto in rules.vetoes if here(veto))
    exemptions = tuple(one for one in rules.exemptions if here(one))
    conditions = [*(rule.when for rule in earning), *(veto.when for veto in vetoes), *(one.when for one in exemptions)]
    points = tuple(dict.fromkeys(leaf for condition in conditions for leaf in leaves(condition)))
    numbered = number_gates(conditions, points)
    assert rules.scale is not None and rules.otherwise is not None
    bounds = _bounds(rules.scale, rules.otherwise, numbered, earning, vetoes, exemptions)
    where = tuple(None if isinstance(point, Undetermined) else prepared.numbers[point.id] for point in points)
    banded = bands(prepared, kind, points)
    return Levels(rules.scale, earning, vetoes, exemptions, points, where, numbered, bounds, banded)


def bits_at(levels: Levels, judged: Judged) -> list[Bits]:
    """How each point of the conditions came out."""
    return [OPEN if at is None else judged.bits[at] for at in levels.where]


def spread_of(levels: Levels) -> Callable[[Judged], Spread]:
    """The levels that may be proposed for a subject."""

    def spread(judged: Judged) -> Spread:
        bits = bits_at(levels, judged)
        found = levels.bounds(bits)
        return (
            (_together(bits, found, levels.bands(judged, bits), levels.bounds) or found) if _several(found) else found
        )

    return spread


def rating_of(prepared: Prepared, judged: Judged, decided: str | None = None) -> Rating | None:
    """The levels that may come out for a subject, beside the one that was decided.

    `decided` is what other rules know of that, of a subject for which these have no such fact.
    """
    scale, spread = prepared.rules.scale, judged.spread
    if scale is None or not spread:
        return None
    answer = judged.evidence.facts.get(prepared.rules.decided or "")
    decided = answer if isinstance(answer, str) else decided
    # There are few of them, and outcomes are kept.
    if (spread, decided) not in prepared.ratings:
        prepared.ratings[spread, decided] = _rating(scale, spread, decided)
    return prepared.ratings[spread, decided]


def _rating(scale: Scale, spread: Spread, decided: str | None) -> Rating | None:
    """The levels by their names; nothing where no level may come out and none was decided."""
    names = [level.id for number, level in enumerate(reversed(scale.levels)) if spread & 1 << number]
    if not names and decided is None:
        return None
    highest, lowest = (names[-1], names[0]) if names else (None, None)
    rating = Rating(highest, lowest, spread >= 1 << len(scale.levels))
    return rating if decided is None else decided_on(scale, rating, decided)


def _several(spread: Spread) -> bool:
    return spread & (spread - 1) != 0


def _bounds(
    scale: Scale,
    otherwise: str,
    numbered: Gates,
    rules: Sequence[Rule],
    vetoes: Sequence[Veto],
    exemptions: Sequence[Exemption],
) -> Bounds:
    """The levels that may come out, each rule, veto and exemption by its own outcomes."""
    floor, unrated = 1 << rank(scale, otherwise), 1 << len(scale.levels)
    places = numbered.places
    earned = [(1 << rank(scale, rule.level), places[rule.when]) for rule in rules]
    capped = [(1 << rank(scale, veto.cap), places[veto.when]) for veto in vetoes]
    exempt = [places[one.when] for one in exemptions]

    def bounds(bits: Sequence[Bits]) -> Spread:
        values = worked_out(numbered, bits)
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
        for place in exempt:
            if values[place] & MET:
                found = unrated if values[place] == MET else found | unrated
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
