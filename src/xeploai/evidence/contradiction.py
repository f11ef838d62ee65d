"""What cannot be: figures of one subject that no whole numbers satisfy together."""

from typing import NamedTuple

from xeploai.evidence.plan import Plan, Relation
from xeploai.interval import Interval

Ends = list[int | None]


class RowsAgainstStated(NamedTuple):
    """More rows than the number that is stated."""

    figure: int
    stated: int
    rows: int


class OwnAgainstParts(NamedTuple):
    """A subject's own figure that its parts cannot add up to."""

    figure: int
    own: int
    parts: Interval


class PartsOutOfBounds(NamedTuple):
    """Parts that add up to more, or to less, than a subject's figure can be."""

    figure: int
    allowed: Interval
    parts: Interval


class Unsatisfied(NamedTuple):
    """A relation of the dictionary that the figures leave no room for."""

    relation: Relation


class AnswersDisagree(NamedTuple):
    """A yes that never holds without another, which is a no; both by the ids of their facts."""

    yes: str
    no: str


Contradiction = RowsAgainstStated | OwnAgainstParts | PartsOutOfBounds | Unsatisfied | AnswersDisagree

ROUNDS = 64
"""More rounds than any chain of relations in a real dictionary has steps; stopping early loses no soundness."""


def narrow(plan: Plan, low: Ends, high: Ends) -> list[Contradiction]:
    """Narrow all figures by all relations until nothing moves, in place; the relations that leave no room.

    Every relation says that a whole is a sum of parts, or no less: each end follows from the ends of the others. On
    relations that form no circle the result is exact for every single figure. A relation is done with in one go, and is
    looked at again only when another one has moved one of its figures.
    """
    due = [True] * len(plan.relations)
    for number, (whole, (part, rest), _) in plan.rests:
        taken, of, least, most = low[part], low[whole], low[rest], high[rest]
        if taken is None or of is None or taken != high[part] or of != high[whole]:
            continue
        # A known part of a known whole leaves a known rest, and with that the relation is done with.
        left = of - taken
        if (least is None or least <= left) and (most is None or left <= most):
            low[rest] = high[rest] = left
            due[number] = False
    for _ in range(ROUNDS):
        for number, relation in enumerate(plan.relations):
            if due[number]:
                moved = _narrow_by(relation, low, high)
                if moved is None:
                    return [Unsatisfied(relation)]
                for figure in moved:
                    for other in plan.holding[figure]:
                        due[other] = True
                due[number] = False
        if True not in due:
            break
    return []


def _narrow_by(relation: Relation, low: Ends, high: Ends) -> list[int] | None:
    """The figures that one relation moved; `None` where it leaves no room."""
    whole, parts, exact = relation
    bottom, top = low[whole], high[whole]
    least = most = open_below = open_above = 0
    for part in parts:
        start, end = low[part], high[part]
        if start is None:
            open_below += 1
        else:
            least += start
        if end is None:
            open_above += 1
        else:
            most += end
    moved = []
    if not open_below and (bottom is None or bottom < least):
        low[whole] = bottom = least
        moved.append(whole)
    if exact and not open_above and (top is None or top > most):
        high[whole] = top = most
        moved.append(whole)
    if bottom is not None and top is not None and bottom > top:
        return None
    for part in parts:
        start, end = low[part], high[part]
        if start is not None and start == end:
            continue
        # What the others leave is known where none of them is open: no part is, or this one alone.
        if top is not None and open_below == (start is None):
            bound = top - least + (start or 0)
            if end is None or bound < end:
                high[part] = bound
                moved.append(part)
        if exact and bottom is not None and open_above == (end is None):
            bound = bottom - most + (end or 0)
            if start is None or bound > start:
                low[part] = bound
                moved.append(part)
        start, end = low[part], high[part]
        if start is not None and end is not None and start > end:
            return None
    return moved
