"""Criteria of levels that never change a level, whatever else is so."""

from collections.abc import Sequence

from xeploai.audit.outcomes.ladder import Ladder
from xeploai.audit.outcomes.worlds import DEEPEST, UNMET, Space, Work, is_open, open_leaf, split
from xeploai.rating.conditions import worked_out
from xeploai.rating.judged import Levels
from xeploai.truth import MET, Bits


def never_matters(ladder: Ladder, point: int, work: Work) -> bool:
    """Whether the level is the same however the measure of a criterion comes out, all else being as it is.

    `point`: the place of the criterion.
    """
    group = ladder.space.group_of.get(point)
    if group is None or work.left < 0:
        return False
    return _Question(ladder, group, work).somewhere(list(ladder.space.bits), 0) is False


class _Question:
    """Whether some world has another level for another outcome of one group."""

    def __init__(self, ladder: Ladder, group: int, work: Work) -> None:
        self.space: Space = ladder.space
        self.levels: Levels = ladder.levels
        self.work = work
        self.places, self.combinations = self.space.groups[group]
        wishes = dict.fromkeys(ladder.of_vetoes + ladder.of_exemptions, UNMET) | dict.fromkeys(ladder.of_rules, MET)
        self.with_it = [(at, MET) for at in wishes if not ladder.points[at].isdisjoint(self.places)]
        self.without = [(at, wish) for at, wish in wishes.items() if ladder.points[at].isdisjoint(self.places)]

    def somewhere(self, bits: list[Bits], depth: int) -> bool | None:
        """Whether it is so in some world beneath these outcomes; `None`: not decided."""
        versions = [self._certain(bits, outcomes) for outcomes in self.combinations]
        self.work.left -= len(bits) * len(versions)
        values = [worked_out(self.space.gates, version) for version in versions]
        spreads = [self.levels.bounds(version) for version in versions]
        if any(not one & other for one in spreads for other in spreads):
            return True
        if len(set(spreads)) == 1 and not is_open(spreads[0]):
            return False
        if all(_settled(at, values) for at, _ in self.with_it):
            return False
        if self.work.left < 0 or depth == DEEPEST:
            return None
        at, wish = self._open(values)
        found: bool | None = False
        for certain in split(self.space, bits, at, wish):
            below = self.somewhere(certain, depth + 1)
            if below:
                return True
            found = None if below is None else found
        return found

    def _certain(self, bits: Sequence[Bits], outcomes: Sequence[Bits]) -> list[Bits]:
        certain = list(bits)
        for place, outcome in zip(self.places, outcomes, strict=True):
            certain[place] = outcome
        return certain

    def _open(self, values: Sequence[Sequence[Bits]]) -> tuple[int, Bits]:
        """A point to tell apart: first of the conditions in which the group stands."""
        return next(
            open_leaf(self.space, at, one, wish)
            for at, wish in (*self.with_it, *self.without)
            for one in values
            if is_open(one[at])
        )


def _settled(place: int, values: Sequence[Sequence[Bits]]) -> bool:
    """Whether a condition comes out the same, whatever the group does."""
    found = {one[place] for one in values}
    return len(found) == 1 and not is_open(found.pop())
