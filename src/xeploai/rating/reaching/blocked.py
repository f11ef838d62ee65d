"""Why a level is out of reach: the conditions that no change of figures moves."""

from collections.abc import Iterator, Sequence
from typing import assert_never

import attrs

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.fact import Count, FactType
from xeploai.model.measure import Highest, Lowest, Months, Ratio, Score, Share, Value
from xeploai.model.outcome import Missing
from xeploai.model.reach import Blocked, Immovable
from xeploai.model.ruleset import Rule
from xeploai.model.scale import rank
from xeploai.rating.conditions import worked_out
from xeploai.rating.levels import bits_at
from xeploai.rating.missing import SETTLED, lacking
from xeploai.rating.reaching.ground import Ground
from xeploai.rating.reaching.movable import figures_behind, linked
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits


@attrs.frozen(eq=False)
class _Looked:
    """How the points and gates stand, and how they may stand whatever the figures that may be changed are."""

    ground: Ground
    now: Sequence[Bits]
    free: Sequence[Bits]
    moving: frozenset[object]


def blocked(ground: Ground) -> tuple[Blocked, ...]:
    """What keeps a subject from a level that no change of figures earns: exemptions, the rule, vetoes.

    Of several rules that earn it the one with the fewest of these, the lowest level first. Where every condition can
    be had by itself, those that do not hold as it is are named.
    """
    levels = ground.levels
    now, free = (worked_out(levels.numbered, bits_at(levels, one)) for one in (ground.judged, ground.free))
    looked = _Looked(ground, now, free, linked(ground.free.known, ground.names))
    found: list[Blocked] = []
    for one in levels.exemptions:
        found += [attrs.evolve(block, exemption=one.id) for block in _against(looked, one.when, NOT_MET)]
    rules = _earning(ground)
    against = min((list(_against(looked, rule.when, MET)) for rule in rules), key=len, default=[])
    found += against
    for veto in levels.vetoes:
        if not ground.wanted & 1 << rank(levels.scale, veto.cap):
            found += [attrs.evolve(block, veto=veto.id) for block in _against(looked, veto.when, NOT_MET)]
    if not found:
        found = [block for rule in rules[:1] for block in _standing(looked, rule.when, MET)]
        for veto in levels.vetoes:
            if not ground.wanted & 1 << rank(levels.scale, veto.cap):
                found += [attrs.evolve(block, veto=veto.id) for block in _standing(looked, veto.when, NOT_MET)]
    return tuple(dict.fromkeys(found))


def _earning(ground: Ground) -> list[Rule]:
    """The rules that earn the level or a better one, the lowest first; none are needed where it is what is left."""
    scale, otherwise = ground.levels.scale, ground.prepared.rules.otherwise
    if otherwise is not None and ground.wanted & 1 << rank(scale, otherwise):
        return []
    return [rule for rule in reversed(ground.levels.rules) if ground.wanted & 1 << rank(scale, rule.level)]


def _against(looked: _Looked, condition: Condition, wanted: Bits) -> Iterator[Blocked]:
    """The points by which a condition cannot come out as wanted, however the figures are chosen."""
    match condition:
        case Criterion() | Undetermined():
            if not _can_be(looked, condition, wanted):
                yield _block(looked, condition)
        case Not(part):
            yield from _against(looked, part, _other(wanted))
        case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
            blocks = [list(_against(looked, part, wanted)) for part in parts]
            if sum(not found for found in blocks) < _needed(condition, wanted):
                yield from (block for found in blocks for block in found)
        case _:
            assert_never(condition)


def _needed(gate: AllOf | AnyOf | KOf, wanted: Bits) -> int:
    """How many parts have to come out as wanted."""
    match gate:
        case AllOf(parts):
            least = len(parts)
        case AnyOf():
            least = 1
        case KOf(least):
            pass
        case _:
            assert_never(gate)
    return least if wanted == MET else len(gate.parts) - least + 1


def _other(wanted: Bits) -> Bits:
    return NOT_MET if wanted == MET else MET


def _can_be(looked: _Looked, point: Criterion | Undetermined, wanted: Bits) -> bool:
    """Whether a point may come out as wanted, or drop out; for certain, where no change moves it."""
    place = looked.ground.levels.numbered.places[point]
    if isinstance(point, Undetermined):
        return False
    if looked.moving.isdisjoint(figures_behind(looked.ground.prepared, point.measure)):
        return not looked.free[place] & _other(wanted)
    return bool(looked.free[place] & (wanted | NOT_APPLICABLE))


def _standing(looked: _Looked, condition: Condition, wanted: Bits) -> Iterator[Blocked]:
    """The points that do not come out as wanted as it is."""
    bits = looked.now[looked.ground.levels.numbered.places[condition]]
    if bits == wanted or (wanted == NOT_MET and bits == NOT_APPLICABLE):
        return
    match condition:
        case Criterion() | Undetermined():
            found = _block(looked, condition)
            is_stuck = bits == NOT_APPLICABLE or any(lack.fact not in looked.ground.names for lack in found.missing)
            yield found if is_stuck else attrs.evolve(found, why="together")
        case Not(part):
            yield from _standing(looked, part, _other(wanted))
        case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
            for part in parts:
                yield from _standing(looked, part, wanted)
        case _:
            assert_never(condition)


def _block(looked: _Looked, point: Criterion | Undetermined) -> Blocked:
    bits = looked.now[looked.ground.levels.numbered.places[point]]
    if isinstance(point, Undetermined):
        return Blocked(point, bits, "undetermined")
    lacks = () if bits in SETTLED else lacking(looked.ground.prepared, looked.ground.judged, point)
    missing = tuple(dict.fromkeys(lack for lack in lacks if isinstance(lack, Missing)))
    return Blocked(point, bits, _why(looked.ground, point, bits), missing=missing)


def _why(ground: Ground, criterion: Criterion, bits: Bits) -> Immovable:
    if bits == NOT_APPLICABLE:
        return "not_applicable"
    if bits not in SETTLED:
        return "missing"
    measure = criterion.measure
    match measure:
        case Share() | Count():
            return "below"
        case Lowest() | Highest() | Score():
            return "judged"
        case Months():
            return "fixed"
        case Value(fact):
            if _is_judged(ground, fact):
                return "judged"
            return "yes_or_no" if ground.prepared.dictionary.facts[fact].type is FactType.YES_NO else "fixed"
        case Ratio(part):
            return "judged" if any(isinstance(one, str) and _is_judged(ground, one) for one in part) else "fixed"
        case _:
            assert_never(measure)


def _is_judged(ground: Ground, name: str) -> bool:
    fact = ground.prepared.dictionary.facts[name]
    return fact.judged or fact.incidents is not None or fact.type in (FactType.NUMBER, FactType.GRADE, FactType.LEVEL)
