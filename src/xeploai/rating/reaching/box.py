"""Boxes of figures: what lies near, what lies beyond, and what every point of a box costs at least."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xeploai.interval import Interval
from xeploai.rating.reaching.field import Field
from xeploai.rating.reaching.ground import Ground
from xeploai.rating.reaching.shortfalls import Shortfall

Key = tuple[int, int, tuple[bool, ...]]
"""Units; facts that change; and of each fact in the order of the rule file whether it stays. The least comes first."""


class Box(NamedTuple):
    """Figures, each between two ends, in the order of the facts that change."""

    field: Field
    ends: tuple[Interval, ...]


def key(box: Box, short: Iterable[Shortfall] = ()) -> Key:
    """What every point of a box costs at least; `short`: what some of its figures have to move together."""
    ground = box.field.ground
    away = {fact: _distances(ground, fact, ends) for fact, ends in zip(box.field.facts, box.ends, strict=True)}
    units = sum(least for least, _ in away.values())
    for facts, together in short:
        units = max(units, together + sum(least for fact, (least, _) in away.items() if fact not in facts))
    moved = sum(fact not in ground.known or least > 0 for fact, (least, _) in away.items())
    stay = tuple(fact not in away or (fact in ground.known and not away[fact][1]) for fact in ground.names)
    return units, moved, stay


def nearest(box: Box) -> dict[str, int]:
    """The figures of a box that are nearest to those that stand."""
    now = box.field.ground.known
    ends = zip(box.field.facts, map(_ends, box.ends), strict=True)
    return {fact: min(max(now.get(fact, 0), low), high) for fact, (low, high) in ends}


def at(box: Box, figures: Mapping[str, int]) -> Box:
    """The one point of a box where these figures are."""
    return box._replace(ends=tuple(Interval(figures[fact], figures[fact]) for fact in box.field.facts))


def _distances(ground: Ground, fact: str, ends: Interval) -> tuple[int, int]:
    """How far the nearest and the farthest figure are from the one that stands; a missing one stands at nothing."""
    (low, high), now = _ends(ends), ground.known.get(fact, 0)
    return max(low - now, now - high, 0), max(high - now, now - low)


def distances_at(box: Box, place: int) -> tuple[int, int]:
    """The same of one figure of a box, by its place."""
    return _distances(box.field.ground, box.field.facts[place], box.ends[place])


def _ends(ends: Interval) -> tuple[int, int]:
    low, high = ends
    assert low is not None and high is not None
    return low, high


def width(ends: Interval) -> int:
    """How many steps lie between two ends."""
    low, high = _ends(ends)
    return high - low


def within(box: Box, place: int, distance: int) -> Box:
    """The part of a box where one figure moves so far at most."""
    (low, high), now = _ends(box.ends[place]), _now(box, place)
    return _with(box, place, Interval(max(low, now - distance), min(high, now + distance)))


def beyond(box: Box, place: int, distance: int) -> Iterator[Box]:
    """The parts where it moves farther, upwards and downwards."""
    (low, high), now = _ends(box.ends[place]), _now(box, place)
    for ends in (Interval(max(low, now + distance + 1), high), Interval(low, min(high, now - distance - 1))):
        if width(ends) >= 0:
            yield _with(box, place, ends)


def _with(box: Box, place: int, ends: Interval) -> Box:
    return Box(box.field, (*box.ends[:place], ends, *box.ends[place + 1 :]))


def _now(box: Box, place: int) -> int:
    return box.field.ground.known.get(box.field.facts[place], 0)
