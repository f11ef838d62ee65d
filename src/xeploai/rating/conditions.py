"""Gates, prepared: a closure from the outcomes worked out before to the outcomes of the condition."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import assert_never

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.rating.judged import Gate, Gates
from xeploai.truth import Bits, at_least, conjunction, disjunction, negation


def number_gates(conditions: Iterable[Condition], points: Iterable[Criterion | Undetermined]) -> Gates:
    """The gates of some conditions, inner before outer; one that stands in several conditions is worked out once."""
    numbered = Gates({point: place for place, point in enumerate(points)}, [])
    for condition in conditions:
        _number(condition, numbered)
    return numbered


def worked_out(numbered: Gates, bits: Sequence[Bits]) -> list[Bits]:
    """The outcomes of the points and, after them, of the gates."""
    values = list(bits)
    for gate in numbered.gates:
        values.append(gate(values))
    return values


def _number(condition: Condition, numbered: Gates) -> int:
    places = numbered.places
    if condition not in places:
        gate = _gate(condition, numbered)
        numbered.gates.append(gate)
        places[condition] = len(places)
    return places[condition]


def _gate(condition: Condition, numbered: Gates) -> Gate:
    match condition:
        case Criterion() | Undetermined():
            raise KeyError(condition)
        case AllOf(parts):
            of_parts = _pick([_number(part, numbered) for part in parts])
            return lambda values: conjunction(of_parts(values))
        case AnyOf(parts):
            of_parts = _pick([_number(part, numbered) for part in parts])
            return lambda values: disjunction(of_parts(values))
        case KOf(number, parts):
            of_parts = _pick([_number(part, numbered) for part in parts])
            return lambda values: at_least(number, of_parts(values))
        case Not(part):
            place = _number(part, numbered)
            return lambda values: negation(values[place])
        case _:
            assert_never(condition)


def _pick(places: list[int]) -> Callable[[Sequence[Bits]], tuple[Bits, ...]]:
    """The outcomes at some places."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: tuple(values[place] for place in places)


def leaves(condition: Condition) -> Iterator[Criterion | Undetermined]:
    """The criteria and the undetermined points of a condition, in order."""
    match condition:
        case Criterion() | Undetermined():
            yield condition
        case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            assert_never(condition)
