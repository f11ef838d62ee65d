"""The fewest units of change that earn a level: boxes of figures, nearest first, judged as if they were not known.

A box in which the best level is too low holds nothing, whatever the figures are; every other one is tried at its
nearest point, and divided. What is found first is therefore nearest, as long as the search is not cut off.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, count
from math import isqrt
from typing import NamedTuple

import attrs

from xeploai.model.condition import Criterion
from xeploai.rating.reaching.box import Box, Key, at, beyond, distances_at, key, nearest, width, within
from xeploai.rating.reaching.field import Seen, field_of, look
from xeploai.rating.reaching.ground import Ground, earns
from xeploai.rating.reaching.movable import figures_behind

MOST_LOOKS = 20_000
"""Boxes and points judged, at most; where that does not do, a result says that it is not complete."""


class Found(NamedTuple):
    """The figures that earn the level, `None` where none were found; whether everything was looked through."""

    figures: Mapping[str, int] | None
    complete: bool


@attrs.define(eq=False)
class _Search:
    ground: Ground
    left: int
    best: tuple[Key, dict[str, int]] | None = None


def fewest(ground: Ground) -> Found:
    """The figures that earn the level with the fewest units of change.

    Missing figures are stated only where the others do not do, as few of them as will; a stated one counts as many
    units as it says. Of equal ones: fewer facts, then those that come first in the rule file.
    """
    missing = [fact for fact in ground.names if fact not in ground.known]
    # What earns the level whatever the missing figures are earns it beside some of them.
    if look(field_of(ground, ground.names), tuple(ground.allowed.values())) is None:
        return Found(None, complete=True)
    complete, share = True, MOST_LOOKS // (len(missing) + 1)
    for size in range(len(missing) + 1):
        search = _Search(ground, share)
        complete = _look_through(search, combinations(missing, size)) and complete
        if search.best:
            return Found(search.best[1], complete)
    return Found(None, complete)


def _look_through(search: _Search, stated: Iterable[Sequence[str]]) -> bool:
    """Search with some missing figures stated, or others; whether everything was looked through."""
    ground, order = search.ground, count()
    queue: list[tuple[Key, int, Box, Seen]] = []

    def add(box: Box) -> None:
        search.left -= 1
        if (seen := look(box.field, box.ends)) is None:
            return
        narrow = box._replace(ends=seen.ends)
        least = key(narrow, seen.short)
        if search.best is None or least < search.best[0]:
            heapq.heappush(queue, (least, next(order), narrow, seen))

    for chosen in stated:
        if search.left <= 0:
            return False
        facts = tuple(fact for fact in ground.names if fact in ground.known or fact in chosen)
        add(Box(field_of(ground, facts), tuple(ground.allowed[fact] for fact in facts)))
    while queue:
        least, _, box, seen = heapq.heappop(queue)
        if search.best and search.best[0] <= least:
            return True
        if search.left <= 0:
            return False
        search.left -= 1
        if earns(ground, figures := nearest(box)):
            # Nothing else in the box is as near.
            cost = key(at(box, figures))
            if search.best is None or cost < search.best[0]:
                search.best = (cost, figures)
            continue
        for part in _divided(search, box, seen):
            add(part)
    return True


def _divided(search: _Search, box: Box, seen: Seen) -> Iterator[Box]:
    """A box in parts: where the widest figure that something hangs on moves little, and where it moves farther."""
    if places := _places_behind(box, seen.open):
        place = max(places, key=lambda one: width(box.ends[one]))
        middle = _turning(search, box, place, seen)
        yield within(box, place, middle)
        yield from beyond(box, place, middle)


def _turning(search: _Search, box: Box, place: int, seen: Seen) -> int:
    """How far a figure moves before an open criterion turns; where that hangs on others too, somewhere between."""
    fact = box.field.facts[place]
    least, most = distances_at(box, place)
    turning = [one for one in seen.open if _facts_behind(box, one) == {fact}]

    def is_settled(distance: int) -> bool:
        search.left -= 1
        there = look(box.field, within(box, place, distance).ends)
        return there is None or turning[0] not in there.open

    if turning and is_settled(least):
        return _farthest(box, place, is_settled)
    return isqrt((least + 1) * (most + 1)) - 1


def _facts_behind(box: Box, criterion: Criterion) -> set[str]:
    """The figures that change in a box and that a criterion hangs on."""
    behind = set(figures_behind(box.field.ground.prepared, criterion.measure))
    return {fact for fact, ends in zip(box.field.facts, box.ends, strict=True) if fact in behind and width(ends)}


def _places_behind(box: Box, criteria: Iterable[Criterion]) -> list[int]:
    """The figures on which criteria hang, if there are any; else all that are not settled."""
    wide = [place for place, ends in enumerate(box.ends) if width(ends)]
    behind = set[str]().union(*(_facts_behind(box, criterion) for criterion in criteria))
    return [place for place in wide if box.field.facts[place] in behind] or wide


def _farthest(box: Box, place: int, holds: Callable[[int], bool]) -> int:
    """The farthest that one figure may move while something holds that does at its nearest, and not at its farthest."""
    good, bad = distances_at(box, place)
    step = 1
    while bad - good > 1:
        middle = min(good + step, (good + bad) // 2)
        if holds(middle):
            good, step = middle, 2 * step
        else:
            bad = middle
    return good
