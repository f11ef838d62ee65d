"""Boxes of figures as they are judged: what may come of them, whatever else is missing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

import attrs

from xeploai.evidence.plan import limits
from xeploai.interval import Interval, meet, point
from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, FactType
from xeploai.rating.judged import Judged
from xeploai.rating.levels import bits_at
from xeploai.rating.missing import SETTLED
from xeploai.rating.reaching.ground import Ground, judge_with, without
from xeploai.rating.reaching.movable import figures_behind, linked
from xeploai.rating.reaching.shortfalls import Shortfall, decisive, shortfalls
from xeploai.truth import Bits

FAR = 10**15
"""What no figure comes near that may be changed."""
MOST_WORLDS = 64

World = Mapping[int, Bits]
"""How points that no change moves may come out, by their places."""


@attrs.frozen(eq=False)
class Field:
    """The part of the ground where some facts change.

    `worlds`: how the open points may come out that no such change moves. `beside`: the missing counts that hang
    together with those that change.
    """

    ground: Ground
    facts: tuple[str, ...]
    worlds: tuple[World, ...]
    beside: tuple[str, ...]


class Seen(NamedTuple):
    """A box, as narrow as the dictionary makes it.

    `open` are the criteria that are open in it, and `short` says what those take that have to come out one way.
    """

    ends: tuple[Interval, ...]
    open: tuple[Criterion, ...]
    short: tuple[Shortfall, ...]


def field_of(ground: Ground, facts: tuple[str, ...]) -> Field:
    """The part of the ground where these facts change."""
    free = ground.free
    together, facts_there = linked(free.known, facts), free.known.plan.facts.values()
    missing = [
        fact.id
        for fact in facts_there
        if fact.type is FactType.COUNT and fact.id in together and fact.id not in facts and _is_missing(free, fact)
    ]
    return Field(ground, facts, tuple(_worlds(ground, free, together)), tuple(missing))


def _is_missing(judged: Judged, fact: Fact) -> bool:
    return fact.id not in judged.evidence.facts and fact.given is None


def _worlds(ground: Ground, free: Judged, moving: frozenset[object]) -> Iterator[World]:
    """Some of the ways in which the open points may come out that no change moves; all of them, where they are few."""
    levels = ground.levels

    def stays(place: int) -> bool:
        one = levels.points[place]
        return isinstance(one, Undetermined) or moving.isdisjoint(figures_behind(ground.prepared, one.measure))

    groups = [group for group in levels.bands(free, bits_at(levels, free)) if all(map(stays, group[0]))]
    ways = [combinations for _, combinations in groups]
    found = dict.fromkeys(islice(product(*ways), MOST_WORLDS))
    found |= dict.fromkeys(islice(product(*(way[::-1] for way in ways)), MOST_WORLDS))
    for chosen in found if groups else ():
        yield {
            place: bits
            for (places, _), outcomes in zip(groups, chosen, strict=True)
            for place, bits in zip(places, outcomes, strict=True)
        }


def look(field: Field, ends: Sequence[Interval]) -> Seen | None:
    """What may come of figures between some ends; `None` where none of them earns the level for certain."""
    ground, levels = field.ground, field.ground.levels
    box = dict(zip(field.facts, ends, strict=True))
    left = without(ground.judged, field.facts)
    judged = judge_with(ground.prepared, ground.judged, left, {**ground.counted, **box})
    if judged is None or not judged.spread & ground.wanted:
        return None
    bits = bits_at(levels, judged)
    for world in field.worlds:
        # However the figures are chosen, what is missing may come out like this.
        if not levels.bounds([world.get(place, one) for place, one in enumerate(bits)]) & ground.wanted:
            return None
    if _fails_somewhere(field, judged, left, box):
        return None
    index = judged.known.plan.index
    narrow = tuple(meet(one, limits(judged.known, index[fact])) for fact, one in box.items())
    still_open = tuple(
        one
        for one, outcome in zip(levels.points, bits, strict=True)
        if isinstance(one, Criterion) and outcome not in SETTLED
    )
    deciding = decisive(levels, bits, ground.wanted)
    now = {fact: ground.known.get(fact, 0) for fact in field.facts}
    short = tuple(shortfalls(ground.prepared, judged, deciding, now))
    return Seen(narrow, still_open, short)


def _fails_somewhere(field: Field, judged: Judged, left: Mapping[str, Answer], box: Mapping[str, Interval]) -> bool:
    """Whether the level is out of reach where the missing counts that have no upper end are very great, or just enough.

    Nothing that changes bounds them from above: they may be so beside every point of the box.
    """
    ground, index = field.ground, judged.known.plan.index
    endless = [fact for fact in field.beside if judged.known.high[index[fact]] is None]
    if not endless:
        return False
    top = {fact: Interval(ends.high, ends.high) for fact, ends in box.items()}
    corner = judge_with(ground.prepared, ground.judged, left, {**ground.counted, **top})
    ways = [dict.fromkeys(endless, point(FAR))]
    if corner is not None:
        ways.append({fact: point(corner.known.low[index[fact]] or 0) for fact in endless})
    for way in ways:
        there = judge_with(ground.prepared, ground.judged, left, {**ground.counted, **box, **way})
        if there is not None and not there.spread & ground.wanted:
            return True
    return False
