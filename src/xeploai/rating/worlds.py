"""The outcomes that can stand beside each other: criteria of one measure are bands of it and are decided together."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise

from xeploai.evidence.points import Span
from xeploai.interval import NOTHING, Region
from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.fact import Count, FactType
from xeploai.model.measure import Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.rating.judged import Bands, Judged, Prepared
from xeploai.rating.ladders import judge_rungs, rungs_of
from xeploai.rating.landing import Range, can_land, counted_of_tight
from xeploai.rating.measures import answer_table, number_of, ratio_region
from xeploai.rating.points import points_of, reaches
from xeploai.rating.ranges import numbers, overlaps, range_of
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

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
    given = prepared.dictionary.facts[measure.fact].type if isinstance(measure, Value) else None
    if given is FactType.YES_NO:
        tables = [answer_table(prepared, criterion.target, kind) for criterion in criteria]
        answers = list(dict.fromkeys(tuple(table[answer] for table in tables) for answer in (True, False)))
        return lambda _: answers
    if isinstance(measure, Lowest | Highest) or given in (FactType.GRADE, FactType.LEVEL):
        assert isinstance(measure, Value | Lowest | Highest)
        return _on_rungs(prepared, kind, measure, criteria)
    return _in_pieces(prepared, kind, measure, [range_of(one.target, numbers(kinds, kind)) for one in criteria])


def _on_rungs(
    prepared: Prepared, kind: str, measure: Value | Lowest | Highest, criteria: Sequence[Criterion]
) -> Combinations:
    """Rung by rung: what all the criteria say of it."""
    rungs = rungs_of(prepared, measure)
    said = list(zip(*(judge_rungs(prepared, measure, one.target, kind) for one in criteria), strict=True))

    def of_rungs(judged: Judged) -> list[tuple[Bits, ...]]:
        there = rungs(judged)
        return list(dict.fromkeys(bits for number, bits in enumerate(said) if there & 1 << number))

    return of_rungs


def _in_pieces(prepared: Prepared, kind: str, measure: Measure, asked: Sequence[Range]) -> Combinations:
    """Where the measure can land in a piece of the line, all outcomes follow from it."""
    cut = pieces(asked)
    outcomes = [tuple(MET if holds(piece, target) else NOT_MET for target in asked) for piece in cut]
    lands = lands_at(prepared, kind, measure)

    def of_measure(judged: Judged) -> list[tuple[Bits, ...]]:
        can, nothing = lands(judged)
        found = [outcome for piece, outcome in zip(cut, outcomes, strict=True) if can(piece)]
        return found + ([(NOT_APPLICABLE,) * len(asked)] if nothing else [])

    return of_measure


def pieces(asked: Sequence[Range]) -> list[Range]:
    """The line cut at every end of some ranges, from the lowest piece up."""
    ends = sorted({end for target in asked for end in (target.low, target.high) if end is not None})
    cut = [Range(high=ends[0], high_open=True)]
    for low, high in pairwise(ends):
        cut += [Range(low, low), Range(low, high, True, True)]
    return [*cut, Range(ends[-1], ends[-1]), Range(low=ends[-1], low_open=True)]


Lands = Callable[[Judged], tuple[Callable[[Range], bool], bool]]
"""Whether a measure can come out within a range, and whether there may be nothing to measure."""


def lands_at(prepared: Prepared, kind: str, measure: Measure) -> Lands:
    """Where a measure can come out at a kind.

    Raises:
        TypeError: it comes out on rungs or as an answer, and not on the line.
    """
    match measure:
        case Value(fact) if prepared.dictionary.facts[fact].type is FactType.NUMBER:
            return _points_land(points_of(prepared, measure, kind))
        case Score():
            return _points_land(points_of(prepared, measure, kind))
        case Value() | Count() | Months():
            number = number_of(prepared, measure, kind)
            return lambda judged: (partial(overlaps, number(judged)), False)
        case Ratio() | Share():
            return _region_lands(region_at(prepared, kind, measure))
        case _:
            raise TypeError(measure)


def _points_land(points: Callable[[Judged], Span]) -> Lands:
    return lambda judged: (partial(reaches, points(judged)), False)


def _region_lands(region_of: Callable[[Judged], Region]) -> Lands:
    def lands(judged: Judged) -> tuple[Callable[[Range], bool], bool]:
        region = region_of(judged)
        positive = counted_of_tight(region)
        can = (lambda _: False) if positive is None else partial(can_land, positive)
        return can, region.whole.low == 0

    return lands


def region_at(prepared: Prepared, kind: str, measure: Ratio | Share) -> Callable[[Judged], Region]:
    """What is known of a ratio or a share at a kind."""
    if isinstance(measure, Ratio):
        return ratio_region(prepared.dictionary.plans[kind], measure)
    number = prepared.shares[measure]
    return lambda judged: judged.shares[number] or NOTHING


def holds(cell: Range, target: Range) -> bool:
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
