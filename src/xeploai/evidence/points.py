"""Between which ends points lie of which nothing is known yet."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple, assert_never

from xeploai.evidence.answers import ends_of
from xeploai.model.fact import Fact
from xeploai.model.kind import Kinds
from xeploai.model.measure import Earned, Given


class Span(NamedTuple):
    """All numbers from `low` to `high`, both included; `None` is no end."""

    low: Fraction | None
    high: Fraction | None


def span_of(kinds: Kinds, facts: Mapping[str, Fact], part: Given | Earned, kind: str) -> Span:
    """All that a part of a score can come to at a kind. Points that are taken away end where they begin."""
    match part:
        case Given(name, weight):
            least, most = ends_of(kinds, facts[name], kind)
            ends = (Fraction(least) * weight, None if most is None and weight else Fraction(most or 0) * weight)
            return Span(*ends) if weight >= 0 else Span(*ends[::-1])
        case Earned(_, points):
            return Span(min(points, Fraction(0)), max(points, Fraction(0)))
        case _:
            assert_never(part)


def total(parts: Iterable[Span]) -> Span:
    """All that points come to together."""
    low, high = Fraction(0), Fraction(0)
    open_below = open_above = False
    for least, most in parts:
        low, open_below = low + (least or 0), open_below or least is None
        high, open_above = high + (most or 0), open_above or most is None
    return Span(None if open_below else low, None if open_above else high)
