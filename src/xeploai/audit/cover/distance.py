"""How far a measure is from where an end of its target tips, in whole units; and which distances are possible."""

from fractions import Fraction

from xeploai.audit.cover.tips import End, tip
from xeploai.interval import Region, contains, is_point
from xeploai.model.measure import Highest, Lowest, Value
from xeploai.model.outcome import Measured
from xeploai.model.scale import Scale, rank
from xeploai.rating.judged import Asked, Judged, Prepared
from xeploai.rating.ladders import scale_of
from xeploai.rating.points import are_points

LARGEST = 240
"""Wholes up to this size are tried for one at which a distance is possible."""


def distance(prepared: Prepared, asked: Asked, judged: Judged, end: End) -> int | None:
    """By how many units the measure is beyond the outermost that lies within the end; `None` where that is open.

    Points may be fractions: less than a unit away counts as one unit.
    """
    measured, region = asked.read(judged)
    if region is not None:
        known = is_point(region.part) and is_point(region.whole) and region.whole.low
        return (region.part.low or 0) - tip(end, region.whole.low or 0) if known else None
    if measured is None or measured.low is None or measured.low != measured.high:
        return None
    if isinstance(end.limit, str):
        return rank(_scale(prepared, asked), str(measured.low)) - _tip_of_rungs(prepared, asked, end)
    assert isinstance(measured.low, Fraction | int)
    if are_points(prepared, asked.criterion.measure):
        away = measured.low - Fraction(end.limit)
        return int(away) if away.denominator == 1 or abs(away) > 1 else (1 if away > 0 else -1)
    return int(measured.low) - tip(end, 1)


def is_possible(prepared: Prepared, asked: Asked, kind: str, end: End, step: int) -> bool:
    """Whether some subject of the kind can be that far from the end, as far as nothing being known excludes it."""
    measured, region = asked.read(prepared.blanks[kind])
    if region is not None:
        return any(_fits(region, tip(end, whole) + step, whole) for whole in range(1, LARGEST))
    if isinstance(end.limit, str):
        place = _tip_of_rungs(prepared, asked, end) + step
        return 0 <= place < len(_scale(prepared, asked).levels)
    if are_points(prepared, asked.criterion.measure):
        limit = Fraction(end.limit)
        # Something less than a unit away is enough.
        return _overlaps(measured, min(limit, limit + step), max(limit, limit + step))
    return _overlaps(measured, Fraction(tip(end, 1) + step), Fraction(tip(end, 1) + step))


def _fits(region: Region, part: int, whole: int) -> bool:
    return contains(region.part, part) and contains(region.whole, whole) and contains(region.rest, whole - part)


def _overlaps(measured: Measured | None, low: Fraction, high: Fraction) -> bool:
    """Whether what is measured may lie between two numbers, and not only at the one that is the limit itself."""
    if measured is None:
        return False
    least, most = measured.low, measured.high
    assert not isinstance(least, str) and not isinstance(most, str)
    below = least is not None and (least > high or (least == high and low != high))
    above = most is not None and (most < low or (most == low and low != high))
    return not below and not above


def _scale(prepared: Prepared, asked: Asked) -> Scale:
    measure = asked.criterion.measure
    assert isinstance(measure, Value | Lowest | Highest)
    return scale_of(prepared, measure)


def _tip_of_rungs(prepared: Prepared, asked: Asked, end: End) -> int:
    outward = (1 if end.side == "low" else -1) * (not end.included)
    return rank(_scale(prepared, asked), str(end.limit)) + outward
