"""Points: exact numbers and sums of them, of which only the ends may be known."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from xeploai.evidence.points import Span, span_of, total
from xeploai.model.fact import FactType
from xeploai.model.measure import Earned, Given, Measure, Score, Value
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.landing import Range
from xeploai.rating.ranges import complement
from xeploai.truth import MET, NOT_MET, Bits


def are_points(prepared: Prepared, measure: Measure) -> bool:
    """Whether a measure need not be a whole number, nor a part of one."""
    if isinstance(measure, Value):
        return prepared.dictionary.facts[measure.fact].type is FactType.NUMBER
    return isinstance(measure, Score)


def points_of(prepared: Prepared, measure: Value | Score, kind: str) -> Callable[[Judged], Span]:
    """What is known of points, or of a sum of them, at a kind."""
    parts = (Given(measure.fact),) if isinstance(measure, Value) else measure.parts
    of_parts = [_part(prepared, part, kind) for part in parts]

    return lambda judged: total(of_part(judged) for of_part in of_parts)


def _part(prepared: Prepared, part: Given | Earned, kind: str) -> Callable[[Judged], Span]:
    anything = span_of(prepared.dictionary.kinds, prepared.dictionary.facts, part, kind)
    match part:
        case Given(fact, weight):

            def given(judged: Judged) -> Span:
                answer = judged.evidence.facts.get(fact)
                if answer is None:
                    return anything
                assert isinstance(answer, int | Decimal)
                return Span(Fraction(answer) * weight, Fraction(answer) * weight)

            return given
        case Earned(criterion, points):
            number, none = prepared.numbers[criterion], Fraction(0)
            certain = {MET: Span(points, points), NOT_MET: Span(none, none)}
            return lambda judged: certain.get(judged.bits[number], anything)
        case _:
            assert_never(part)


def judge_points(target: Range) -> Callable[[Span], Bits]:
    """Judge points of which the ends are known."""
    outside = complement(target)
    return lambda known: MET * reaches(known, target) | NOT_MET * any(reaches(known, gap) for gap in outside)


def reaches(known: Span, target: Range) -> bool:
    """Whether some number lies in both."""
    above = known.high is None or target.low is None or known.high > target.low
    above = above or (known.high == target.low and not target.low_open)
    below = known.low is None or target.high is None or known.low < target.high
    return above and (below or (known.low == target.high and not target.high_open))
