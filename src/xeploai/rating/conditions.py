"""Gates, prepared: a closure from the outcomes of the criteria to the outcomes of the condition."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import assert_never

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.truth import Bits, at_least, conjunction, disjunction, negation

Gate = Callable[[Sequence[Bits]], Bits]


def judge_condition(condition: Condition, numbers: Mapping[Condition, int]) -> Gate:
    """How a condition follows from the outcomes of what it is made of; `numbers` says where each of those stands."""
    match condition:
        case Criterion() | Undetermined():
            number = numbers[condition]
            return lambda bits: bits[number]
        case AllOf(parts):
            gates = tuple(judge_condition(part, numbers) for part in parts)
            return lambda bits: conjunction([gate(bits) for gate in gates])
        case AnyOf(parts):
            gates = tuple(judge_condition(part, numbers) for part in parts)
            return lambda bits: disjunction([gate(bits) for gate in gates])
        case KOf(number, parts):
            gates = tuple(judge_condition(part, numbers) for part in parts)
            return lambda bits: at_least(number, [gate(bits) for gate in gates])
        case Not(part):
            inner = judge_condition(part, numbers)
            return lambda bits: negation(inner(bits))
        case _:
            assert_never(condition)


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
