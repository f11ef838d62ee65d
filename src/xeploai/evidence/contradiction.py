"""What cannot be: figures of one subject that no whole numbers satisfy together."""

from collections.abc import Sequence

import attrs

from xeploai.evidence.plan import Relation
from xeploai.interval import Interval

Ends = list[int | None]


@attrs.frozen
class RowsAgainstStated:
    """More rows than the number that is stated."""

    figure: int
    stated: int
    rows: int


@attrs.frozen
class OwnAgainstParts:
    """A subject's own figure that its parts cannot add up to."""

    figure: int
    own: int
    parts: Interval


@attrs.frozen
class Unsatisfied:
    """A relation of the dictionary that the figures leave no room for."""

    relation: Relation


Contradiction = RowsAgainstStated | OwnAgainstParts | Unsatisfied

ROUNDS = 64
"""More rounds than any chain of relations in a real dictionary has steps; stopping early loses no soundness."""


def narrow(relations: Sequence[Relation], low: Ends, high: Ends) -> list[Contradiction]:
    """Narrow all figures by all relations until nothing moves, in place; the relations that leave no room.

    Every relation says that a whole is a sum of parts, or no less: each end follows from the ends of the others. On
    relations that form no circle the result is exact for every single figure.
    """
    for _ in range(ROUNDS):
        moved = False
        for relation in relations:
            step = _narrow_by(relation, low, high)
            if step is None:
                return [Unsatisfied(relation)]
            moved |= step
        if not moved:
            break
    return []


def _narrow_by(relation: Relation, low: Ends, high: Ends) -> bool | None:
    """Whether one relation moved an end; `None` where it leaves no room."""
    whole, parts = relation.whole, relation.parts
    moved = False
    least, most = _sum(low, parts), _sum(high, parts)
    if least is not None and _raise(low, whole, least):
        moved = True
    if relation.exact and most is not None and _lower(high, whole, most):
        moved = True
    for part in parts:
        top, others = high[whole], _without(low, parts, part)
        if top is not None and others is not None and _lower(high, part, top - others):
            moved = True
        bottom, others = low[whole], _without(high, parts, part)
        if relation.exact and bottom is not None and others is not None and _raise(low, part, bottom - others):
            moved = True
    for figure in (whole, *parts):
        bottom, top = low[figure], high[figure]
        if bottom is not None and top is not None and bottom > top:
            return None
    return moved


def _sum(ends: Ends, figures: Sequence[int]) -> int | None:
    total = 0
    for figure in figures:
        end = ends[figure]
        if end is None:
            return None
        total += end
    return total


def _without(ends: Ends, figures: Sequence[int], left_out: int) -> int | None:
    return _sum(ends, [figure for figure in figures if figure != left_out])


def _raise(low: Ends, figure: int, bound: int) -> bool:
    end = low[figure]
    if end is None or end < bound:
        low[figure] = bound
        return True
    return False


def _lower(high: Ends, figure: int, bound: int) -> bool:
    end = high[figure]
    if end is None or end > bound:
        high[figure] = bound
        return True
    return False
