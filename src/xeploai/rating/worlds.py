"""The outcomes that can stand beside each other: criteria of one measure are bands of it and are decided together."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

from xeploai.evidence.plan import limits
from xeploai.interval import NOTHING, Region
from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.fact import Count, FactType
from xeploai.model.measure import Measure, Ratio, Share, Value
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.landing import Range, can_land, counted_of_tight
from xeploai.rating.measures import answer_table, ratio_region
from xeploai.rating.ranges import numbers, overlaps, range_of
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

Bands = list[tuple[tuple[int, ...], list[tuple[Bits, ...]]]]
"""Groups of places in a list of outcomes, each with the combinations that are possible there."""

Combinations = Callable[[Judged], list[tuple[Bits, ...]]]


def bands(
    prepared: Prepared, kind: str, points: Sequence[Criterion | Undetermined]
) -> Callable[[Judged, Sequence[Bits]], Bands]:
    """How the open outcomes of some criteria and undetermined points combine, measure by measure."""
    groups: dict[object, list[int]] = {}
    for place, point in enumerate(points):
        groups.setdefault(point if isinstance(point, Undetermined) else point.measure, []).append(place)
    split: dict[object, Combinations] = {}
    for measure, places in groups.items():
        together = [point for point in (points[place] for place in places) if isinstance(point, Criterion)]
        if len(together) > 1:
            split[measure] = _together(prepared, kind, together)

    def possible(judged: Judged, bits: Sequence[Bits]) -> Bands:
        found: Bands = []
        for measure, places in groups.items():
            if all(bits[place] in (MET, NOT_MET, NOT_APPLICABLE) for place in places):
                continue
            if combinations := split.get(measure):
                found.append((tuple(places), combinations(judged)))
            else:
                found += [((place,), [(bit,) for bit in _single(bits[place])]) for place in places]
        return found

    return possible


def _single(bits: Bits) -> list[Bits]:
    return [bit for bit in (MET, NOT_MET, NOT_APPLICABLE) if bits & bit]


def _together(prepared: Prepared, kind: str, criteria: Sequence[Criterion]) -> Combinations:
    """How the outcomes of several criteria of one measure combine."""
    measure, kinds = criteria[0].measure, prepared.dictionary.kinds
    if isinstance(measure, Value) and prepared.dictionary.facts[measure.fact].type is not FactType.COUNT:
        tables = [answer_table(prepared, measure.fact, criterion.target, kind) for criterion in criteria]
        answers = [tuple(table[answer] for table in tables) for answer in tables[0] if answer is not None]
        return lambda _: list(dict.fromkeys(answers))
    return _in_pieces(prepared, kind, measure, [range_of(one.target, numbers(kinds, kind)) for one in criteria])


def _in_pieces(prepared: Prepared, kind: str, measure: Measure, asked: Sequence[Range]) -> Combinations:
    """Cut the line at every end of a range; where the measure can land in a piece, all outcomes follow from it."""
    ends = sorted({end for target in asked for end in (target.low, target.high) if end is not None})
    cells = [Range(high=ends[0], high_open=True), Range(low=ends[-1], low_open=True)]
    cells += [Range(end, end) for end in ends]
    cells += [Range(low, high, True, True) for low, high in pairwise(ends)]
    outcomes = [tuple(MET if _holds(cell, target) else NOT_MET for target in asked) for cell in cells]
    plan = prepared.dictionary.plans[kind]
    if isinstance(measure, Value | Count):
        number = plan.index[measure if isinstance(measure, Count) else measure.fact]

        def of_number(judged: Judged) -> list[tuple[Bits, ...]]:
            known = limits(judged.known, number)
            return [found for cell, found in zip(cells, outcomes, strict=True) if overlaps(known, cell)]

        return of_number
    region_of = _region(prepared, kind, measure)

    def of_region(judged: Judged) -> list[tuple[Bits, ...]]:
        region = region_of(judged)
        positive = counted_of_tight(region)
        found = [] if positive is None else [o for c, o in zip(cells, outcomes, strict=True) if can_land(positive, c)]
        return found + ([(NOT_APPLICABLE,) * len(asked)] if region.whole.low == 0 else [])

    return of_region


def _region(prepared: Prepared, kind: str, measure: Ratio | Share) -> Callable[[Judged], Region]:
    if isinstance(measure, Ratio):
        return ratio_region(prepared.dictionary.plans[kind], measure)
    number = prepared.shares[measure]
    return lambda judged: judged.shares[number] or NOTHING


def _holds(cell: Range, target: Range) -> bool:
    """Whether a piece that no end of the target cuts lies within the target."""
    inside: Fraction | None = cell.low if cell.low == cell.high else None
    if inside is None:
        if cell.low is None:
            inside = (cell.high or 0) - Fraction(1)
        elif cell.high is None:
            inside = cell.low + 1
        else:
            inside = (cell.low + cell.high) / 2
    above = target.low is None or inside > target.low or (inside == target.low and not target.low_open)
    below = target.high is None or inside < target.high or (inside == target.high and not target.high_open)
    return above and below
