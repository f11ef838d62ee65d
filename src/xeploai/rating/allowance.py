"""How many of a group a quota allows, has and has too many: bounds over all levels that its subjects may have.

Exact for subjects that have their levels independently of each other, and at once: nothing is tried out, and nothing is
divided before it is compared.
"""

from collections.abc import Mapping
from typing import NamedTuple

from xeploai.interval import INTEGER, ZERO, Interval
from xeploai.model.quota import Base, Rounding
from xeploai.rating.landing import Extent

Places = int
"""Where a subject may come to stand, a bit each."""

AT: Places = 1
"""At the level that is capped."""
BASE: Places = 2
"""Among the others of whom, with those at the level, a share is taken."""
OUT: Places = 4
"""Neither: at a level that does not matter here, without a level, or not counted."""


class Rates(NamedTuple):
    """The rates that may hold. `none`: there may be nothing to take a rate of, and what is no rate caps nobody."""

    extents: tuple[Extent, ...]
    none: bool = False


class Headcount(NamedTuple):
    """How many subjects may come to stand in which places; `endless`: any number besides, which may stand anywhere."""

    numbers: Mapping[Places, int]
    endless: bool = False


class Allowance(NamedTuple):
    """How many may be at the level, how many are, and how many are too many.

    `allowed` has no end on either side where no rate holds, and no upper one where that is possible.
    """

    allowed: Interval
    actual: Interval
    excess: Interval


def allowance(group: Headcount, rates: Rates, base: Base, rounding: Rounding) -> Allowance:
    """The bounds, which hold together: `excess` is not made of the ends of the other two.

    Raising the number of all in the base by one raises what is allowed by one at most. So the fewest are too many where
    all join the base who can do so without being at the level, and the most where all join who can be at it.
    """
    here = {places: group.numbers.get(places, 0) for places in range(1, 8)}
    certain, either = here[AT], here[AT | BASE]
    fixed = certain + here[BASE] + either
    others, rising = here[BASE | OUT] + here[AT | BASE | OUT], here[AT | OUT] + here[AT | BASE | OUT]
    most_at = certain + either + rising
    actual = Interval(certain, None if group.endless else most_at)
    if not rates.extents:
        return Allowance(INTEGER, actual, ZERO)

    def least(number: int) -> int:
        return min(_smallest(extent, number, base, rounding) for extent in rates.extents)

    def most(number: int) -> int:
        return max(_greatest(extent, number, base, rounding) for extent in rates.extents)

    # However many join the base: a rate above zero allows ever more, and one below all of them never everybody.
    growing = group.endless and any(extent.high is None or extent.high > 0 for extent in rates.extents)
    outrun = group.endless and (base == "good" or any((extent.low or 0) < 1 for extent in rates.extents))
    unlimited = rates.none or growing
    return Allowance(
        Interval(least(fixed), None if unlimited else most(fixed + others + here[AT | OUT])),
        actual,
        Interval(
            0 if unlimited else max(0, certain - most(fixed + others)),
            None if outrun else max(0, most_at - least(fixed + rising)),
        ),
    )


def _smallest(extent: Extent, number: int, base: Base, rounding: Rounding) -> int:
    """What the least rate allows; one that is not attained allows no less than those just above it."""
    numerator, denominator = (extent.low or 0).as_integer_ratio()
    over, under = _solved(numerator, denominator, number, base, rounding)
    return min(number, over // under)


def _greatest(extent: Extent, number: int, base: Base, rounding: Rounding) -> int:
    """What the greatest rate allows; without end, all there are (less one where the others are the base)."""
    if number == 0:
        return 0
    if extent.high is None:
        return number - 1 if base == "good" else number
    over, under = _solved(*extent.high.as_integer_ratio(), number, base, rounding)
    return min(number, -(-over // under) - 1 if extent.high_open else over // under)


def _solved(numerator: int, denominator: int, number: int, base: Base, rounding: Rounding) -> tuple[int, int]:
    """The fraction whose whole part is the largest x that satisfies the quota, `number` being all in the base.

    `x <= round(rate * number)`, or where only the others are the base, `x <= round(rate * (number - x))`: solved for x,
    and multiplied by 2 for the sake of the half.
    """
    half = denominator if rounding == "half_up" else 0
    return 2 * numerator * number + half, 2 * (denominator + (numerator if base == "good" else 0))
