"""Which facts can still change a level, and which settle it."""

from collections.abc import Sequence
from itertools import product
from math import prod

import attrs

from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.outcome import Missing
from xeploai.rating.judged import Judged, Levels, Prepared, Spread
from xeploai.rating.levels import MOST_WORLDS
from xeploai.rating.missing import lacking
from xeploai.truth import Bits


@attrs.frozen(eq=False)
class Open:
    """Points of a level that are open together and whose outcome changes it.

    `missing` are the facts that settle them, and `settled` says that these do: no point of law is open there, and no
    row is lacking.
    """

    missing: tuple[Missing, ...]
    undetermined: tuple[Undetermined, ...]
    settled: bool


def open_groups(prepared: Prepared, levels: Levels, judged: Judged, bits: Sequence[Bits]) -> tuple[Open, ...]:
    """The open points that can still change the level of a subject; where there are too many outcomes, all of them."""
    if judged.spread & (judged.spread - 1) == 0:
        return ()
    groups = levels.bands(judged, bits)
    if prod(len(possible) for _, possible in groups) <= MOST_WORLDS:
        worlds = _worlds(levels, bits, groups)
        groups = [group for number, group in enumerate(groups) if _matters(worlds, number)]
    return tuple(_open(prepared, levels, judged, places) for places, _ in groups)


World = tuple[tuple[int, ...], Spread]
"""Which combination holds in each group, and the level that it comes to."""


def _worlds(
    levels: Levels, bits: Sequence[Bits], groups: Sequence[tuple[tuple[int, ...], Sequence[tuple[Bits, ...]]]]
) -> list[World]:
    found = []
    for chosen in product(*(range(len(possible)) for _, possible in groups)):
        certain = list(bits)
        for (places, possible), number in zip(groups, chosen, strict=True):
            for place, outcome in zip(places, possible[number], strict=True):
                certain[place] = outcome
        found.append((chosen, levels.bounds(certain)))
    return found


def _matters(worlds: Sequence[World], number: int) -> bool:
    """Whether two worlds that differ in one group alone differ in the level."""
    seen: dict[tuple[int, ...], Spread] = {}
    return any(
        seen.setdefault((*chosen[:number], *chosen[number + 1 :]), spread) != spread for chosen, spread in worlds
    )


def _open(prepared: Prepared, levels: Levels, judged: Judged, places: tuple[int, ...]) -> Open:
    points = [levels.points[place] for place in places]
    criteria = [point for point in points if isinstance(point, Criterion)]
    lacks = dict.fromkeys(lack for criterion in criteria for lack in lacking(prepared, judged, criterion))
    missing = tuple(lack for lack in lacks if isinstance(lack, Missing))
    undetermined = tuple(point for point in points if isinstance(point, Undetermined))
    return Open(missing, undetermined, bool(missing) and len(missing) == len(lacks))


def settle(groups: Sequence[Open]) -> tuple[Missing, ...] | None:
    """The facts that leave one level whatever their values; `None` where no facts do.

    Nothing can be left out: each group has two outcomes between which the level turns while the others stand. Only
    where there were too many outcomes to try (`open_groups`) a group may be among them that changes nothing.
    """
    if not all(group.settled for group in groups):
        return None
    return tuple(dict.fromkeys(fact for group in groups for fact in group.missing))
