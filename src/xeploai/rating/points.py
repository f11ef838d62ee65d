"""Points: exact numbers and sums of them, of which only the ends may be known."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, assert_never

from xeploai.evidence.answers import ends_of
from xeploai.model.fact import FactType
from xeploai.model.measure import Earned, Given, Measure, Score, Value
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.landing import Range
from xeploai.rating.ranges import complement
from xeploai.truth import MET, NOT_MET, Bits


class Span(NamedTuple):
    """All numbers from `low` to `high`, both included; `None` is no end."""

    low: Fraction | None
    high: Fraction | None


def are_points(prepared: Prepared, measure: Measure) -> bool:
    """Whether a measure need not be a whole number, nor a part of one."""
    if isinstance(measure, Value):
        return prepared.dictionary.facts[measure.fact].type is FactType.NUMBER
    return isinstance(measure, Score)


def points_of(prepared: Prepared, measure: Value | Score, kind: str) -> Callable[[Judged], Span]:
    """What is known of points, or of a sum of them, at a kind."""
    parts = (Given(measure.fact),) if isinstance(measure, Value) else measure.parts
    of_parts = [_part(prepared, part, kind) for part in parts]

    def points(judged: Judged) -> Span:
        low, high = Fraction(0), Fraction(0)
        open_below = open_above = False
        for of_part in of_parts:
            least, most = of_part(judged)
            low, open_below = low + (least or 0), open_below or least is None
            high, open_above = high + (most or 0), open_above or most is None
        return Span(None if open_below else low, None if open_above else high)

    return points


def _part(prepared: Prepared, part: Given | Earned, kind: str) -> Callable[[Judged], Span]:
    match part:
        case Given(fact, weight):
            least, most = ends_of(prepared.dictionary.kinds, prepared.dictionary.facts[fact], kind)
            ends = (Fraction(least) * weight, None if most is None and weight else Fraction(most or 0) * weight)
            anything = Span(*ends) if weight >= 0 else Span(*ends[::-1])

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
            either = Span(min(points, none), max(points, none))
            return lambda judged: certain.get(judged.bits[number], either)
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
