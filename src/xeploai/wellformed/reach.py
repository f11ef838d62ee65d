"""Ranges that are empty, that nothing can reach, or that everything is in."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from xeploai.evidence.points import Span, span_of, total
from xeploai.evidence.relations import fits
from xeploai.exact import write_share
from xeploai.located import Path
from xeploai.model.fact import Count, FactType
from xeploai.model.kind import PerKind, figure_for, members
from xeploai.model.measure import Given, Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Limit, MoreThan, Target, limit_for
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book
from xeploai.wellformed.limits import key_of, limits
from xeploai.wellformed.problem import Problem

Held = Literal["share", "count", "number", "yes_no", "grade", "level", "date"]


def type_of(book: Book, measure: Measure) -> Held | None:
    """What a measure is held against: a share, a count, points, …; `None` where its fact is not known."""
    match measure:
        case Ratio() | Share():
            return "share"
        case Count() | Months():
            return "count"
        case Score():
            return "number"
        case Lowest() | Highest():
            return "grade"
        case Value(name):
            return book.facts[name].type.value if name in book.facts else None


def reach(book: Book, measure: Measure, target: Target, judged: Sequence[str], path: Path) -> Iterator[Problem]:
    """Ranges that are empty, that nothing can reach, or that everything is in; each range once."""
    if type_of(book, measure) in ("yes_no", "date", None):
        return
    # Shares are alike at every kind; figures have limits by kind.
    differs = isinstance(measure, Value) or any(isinstance(limit, PerKind) for _, limit in limits(target))
    for kind in (judged or ("",)) if differs else ("",):
        if ends := _ends(book, measure, target, kind):
            problem = _problem(book, measure, ends, kind, (*path, key_of(target)))
            if problem:
                yield problem
                return


class _Ends(NamedTuple):
    """A range; an end that is open is not in it."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False


def _problem(book: Book, measure: Measure, ends: _Ends, kind: str, path: Path) -> Problem | None:
    low, high = ends.low, ends.high
    if low is not None and high is not None and (low > high or (low == high and (ends.low_open or ends.high_open))):
        return Problem(path, faults.EMPTY_RANGE, {"low": _say(measure, low), "high": _say(measure, high)})
    least = _least(book, measure, kind)
    if high is not None and least is not None and (high < least or (high == least and ends.high_open)):
        return Problem(path, faults.IMPOSSIBLE)
    # What the most is takes a walk through the dictionary: only where it matters.
    from_the_start = low is None or (least is not None and (low < least or (low == least and not ends.low_open)))
    if not from_the_start and isinstance(measure, Ratio | Share) and low is not None and low < 1:
        return None
    most = _most(book, measure, kind)
    if low is not None and most is not None and (low > most or (low == most and ends.low_open)):
        if isinstance(measure, Ratio | Share) and low > most:
            return Problem(path, faults.OUT_OF_DOMAIN, {"given": _say(measure, low)})
        return Problem(path, faults.IMPOSSIBLE)
    to_the_end = high is None or (most is not None and (high > most or (high == most and not ends.high_open)))
    return Problem(path, faults.ALWAYS) if from_the_start and to_the_end else None


def _ends(book: Book, measure: Measure, target: Target, kind: str) -> _Ends | None:
    """The ends of a target at a kind; `None` where it has none there."""
    found = [limit_for(book.kinds, limit, kind) for _, limit in limits(target)]
    ranks = book.grades if type_of(book, measure) == "grade" else book.ranks
    if any(limit is None or (isinstance(limit, str) and limit not in ranks) for limit in found):
        return None
    numbers = [_number(ranks, limit) for limit in found]
    match target:
        case AtLeast() | MoreThan():
            return _Ends(low=numbers[0], low_open=isinstance(target, MoreThan))
        case AtMost() | LessThan():
            return _Ends(high=numbers[0], high_open=isinstance(target, LessThan))
        case Equals() | Between():
            return _Ends(numbers[0], numbers[-1])


def _number(ranks: Mapping[str, int], limit: Limit | None) -> Fraction:
    """A threshold as a number; of a level or a grade, how high it stands."""
    return Fraction(len(ranks) - 1 - ranks[limit]) if isinstance(limit, str) else Fraction(limit or 0)


def _least(book: Book, measure: Measure, kind: str) -> Fraction | None:
    """The least that a measure can be, where there is one."""
    if isinstance(measure, Score):
        return _points(book, measure, kind).low
    if isinstance(measure, Value) and _declares(book, measure, kind):
        return Fraction(figure_for(book.kinds, book.facts[measure.fact].minimum, kind) or 0)
    return Fraction(0)


def _most(book: Book, measure: Measure, kind: str) -> Fraction | None:
    """The most that a measure can be, where there is one."""
    match measure:
        case Share():
            return Fraction(1)
        case Ratio():
            pairs = zip(measure.part, measure.whole, strict=True)
            # A fact that is not known, or could not be made, is reported by itself.
            known = all(name in book.facts for term in (*measure.part, *measure.whole) for name in _facts(term))
            return Fraction(1) if known and all(fits(book.up, part, whole) for part, whole in pairs) else None
        case Value(name):
            if book.facts[name].type is FactType.LEVEL:
                return Fraction(len(book.ranks) - 1)
            if book.facts[name].type is FactType.GRADE:
                return Fraction(len(book.grades) - 1)
            maximum = book.facts[name].maximum if _declares(book, measure, kind) else None
            most = figure_for(book.kinds, maximum, kind)
            return None if most is None else Fraction(most)
        case Lowest() | Highest():
            return Fraction(len(book.grades) - 1)
        case Score():
            return _points(book, measure, kind).high
        case Count() | Months():
            return None


def _points(book: Book, score: Score, kind: str) -> Span:
    """All that points can come to; anything where there are none, or their facts are not known: that is reported."""
    if not score.parts or any(isinstance(part, Given) and part.fact not in book.facts for part in score.parts):
        return Span(None, None)
    return total(span_of(book.kinds, book.facts, part, kind) for part in score.parts)


def _facts(term: str | Count) -> tuple[str, ...]:
    return (term,) if isinstance(term, str) else ()


def _declares(book: Book, measure: Value, kind: str) -> bool:
    """Whether a figure is declared at a kind, within its limits; a total over others has none."""
    fact = book.facts[measure.fact]
    return fact.type in (FactType.COUNT, FactType.NUMBER) and (not fact.of or kind in members(book.kinds, fact.of))


def _say(measure: Measure, limit: Fraction) -> str:
    return write_share(limit) if isinstance(measure, Ratio | Share) else str(limit)
