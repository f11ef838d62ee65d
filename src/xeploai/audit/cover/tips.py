"""Where a target tips: the ends of what it asks, and the whole numbers around them."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Literal, NamedTuple, assert_never

from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Limit, MoreThan, Target

STEPS = {"below": -1, "at": 0, "above": 1}
"""How far from the number at which an end tips, in whole units."""


class End(NamedTuple):
    """One end of what a target asks: the lower or the upper one, its limit, and whether the limit itself belongs."""

    side: Literal["low", "high"]
    limit: Limit
    included: bool


def ends(target: Target) -> Iterator[End]:
    """The ends of a target that holds for one kind; yes and no have none."""
    match target:
        case Equals(bool()):
            return
        case AtLeast(limit):
            yield End("low", _one(limit), True)
        case MoreThan(limit):
            yield End("low", _one(limit), False)
        case AtMost(limit):
            yield End("high", _one(limit), True)
        case LessThan(limit):
            yield End("high", _one(limit), False)
        case Equals(limit):
            yield End("low", _one(limit), True)
        case Between(low, high):
            yield End("low", _one(low), True)
            yield End("high", _one(high), True)
        case _:
            assert_never(target)


def _one(limit: object) -> Limit:
    assert isinstance(limit, int | Fraction | str)
    return limit


def tip(end: End, whole: int) -> int:
    """The outermost part of a whole that still lies within an end: the least that reaches it, or the most."""
    assert isinstance(end.limit, int | Fraction)
    edge = end.limit * whole
    if end.side == "low":
        return ceil(edge) if end.included else floor(edge) + 1
    return floor(edge) if end.included else ceil(edge) - 1
