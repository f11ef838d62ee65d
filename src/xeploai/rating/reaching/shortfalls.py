"""How many units a box costs at least, where what must hold in it spans several figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from xeploai.evidence.plan import limits
from xeploai.interval import Interval
from xeploai.model.condition import Criterion
from xeploai.model.measure import Ratio
from xeploai.rating.judged import Judged, Levels, Prepared, Spread
from xeploai.rating.landing import Range, smallest
from xeploai.rating.ranges import complement, numbers, range_of
from xeploai.truth import MET, NOT_MET, Bits

Shortfall = tuple[frozenset[str], int]
"""Figures, and the units by which they have to move together at least."""


def decisive(levels: Levels, bits: Sequence[Bits], wanted: Spread) -> Iterator[tuple[Criterion, Bits]]:
    """The open criteria that have to come out one way, or the level is lost; and which way."""
    for place, point in enumerate(levels.points):
        for outcome in (MET, NOT_MET) if isinstance(point, Criterion) else ():
            otherwise = list(bits)
            otherwise[place] = bits[place] & ~outcome
            is_open = bits[place] & outcome and otherwise[place]
            if is_open and isinstance(point, Criterion) and not levels.bounds(otherwise) & wanted:
                yield point, outcome


def shortfalls(
    prepared: Prepared, judged: Judged, deciding: Iterable[tuple[Criterion, Bits]], now: Mapping[str, int]
) -> Iterator[Shortfall]:
    """What the ratios take that have to come out one way.

    `judged` is the subject with its figures between the ends of a box, `now` where those that change stand.
    """
    for criterion, outcome in deciding:
        if isinstance(criterion.measure, Ratio) and not criterion.measure.pending:
            yield from _of_ratio(prepared, judged, criterion, outcome, now)


def _of_ratio(
    prepared: Prepared, judged: Judged, criterion: Criterion, outcome: Bits, now: Mapping[str, int]
) -> Iterator[Shortfall]:
    asked = range_of(criterion.target, numbers(prepared.dictionary.kinds, judged.evidence.kind))
    ranges = (asked,) if outcome == MET else complement(asked)
    ratio = criterion.measure
    assert isinstance(ratio, Ratio)
    if len(ranges) != 1 or len(set(ratio.part)) != len(ratio.part):
        return
    index = judged.known.plan.index
    whole = _sum([limits(judged.known, index[term]) for term in ratio.whole])
    others = _sum([limits(judged.known, index[term]) for term in ratio.part if term not in now])
    moving = frozenset(term for term in ratio.part if isinstance(term, str) and term in now)
    start = sum(now[term] for term in moving)
    yield moving, max(_upwards(ranges[0], whole, others, start), _downwards(ranges[0], whole, others, start))


def _upwards(asked: Range, whole: Interval, others: Interval, start: int) -> int:
    if asked.low is None or others.high is None:
        return 0
    return smallest(asked.low, whole.low or 0, strict=asked.low_open) - others.high - start


def _downwards(asked: Range, whole: Interval, others: Interval, start: int) -> int:
    if asked.high is None or whole.high is None:
        return 0
    most = asked.high.numerator * whole.high // asked.high.denominator
    if asked.high_open and Fraction(most) == asked.high * whole.high:
        most -= 1
    return start + (others.low or 0) - most


def _sum(ends: Sequence[Interval]) -> Interval:
    highs = [high for _, high in ends if high is not None]
    return Interval(sum(low or 0 for low, _ in ends), sum(highs) if len(highs) == len(ends) else None)
