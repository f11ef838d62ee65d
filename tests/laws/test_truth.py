"""A gate over sets of outcomes is the set of what the gate makes of each choice of single outcomes."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meaning import all_of, k_of, opposite
from tests.strategies import bit_sets, narrower
from xeploai.truth import (
    ANYTHING,
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    Bits,
    Verdict,
    at_least,
    conjunction,
    disjunction,
    negation,
    outcomes,
    verdict,
)

SINGLE = (MET, NOT_MET, NOT_APPLICABLE)
EVERY = range(1, 8)

Gate = Callable[[Sequence[Bits]], Bits]


def choices(bits: Bits) -> list[Bits]:
    return [one for one in SINGLE if bits & one]


def image(gate: Gate, parts: Sequence[Bits]) -> Bits:
    """What a gate over single outcomes can come to."""
    found = 0
    for chosen in product(*map(choices, parts)):
        found |= gate(chosen)
    return found


GATES: list[tuple[Gate, Gate]] = [
    (conjunction, all_of),
    (disjunction, partial(k_of, 1)),
    *((partial(at_least, number), partial(k_of, number)) for number in (1, 2, 3, 4)),
]
NAMES = ["all", "any", "1 of", "2 of", "3 of", "4 of"]


@pytest.mark.parametrize(("gate", "single"), GATES, ids=NAMES)
@pytest.mark.parametrize("size", range(4))
def test_a_gate_over_sets_is_its_image(gate: Gate, single: Gate, size: int) -> None:
    for parts in product(EVERY, repeat=size):
        assert gate(parts) == image(single, parts), parts


@pytest.mark.parametrize(("gate", "single"), GATES, ids=NAMES)
@given(parts=st.lists(bit_sets(), max_size=6))
def test_a_gate_over_many_sets_is_its_image(gate: Gate, single: Gate, parts: list[Bits]) -> None:
    assert gate(parts) == image(single, parts)


@pytest.mark.parametrize("gate", [gate for gate, _ in GATES], ids=NAMES)
@given(data=st.data(), parts=st.lists(bit_sets(), min_size=1, max_size=6))
def test_learning_more_removes_outcomes_only(gate: Gate, data: st.DataObject, parts: list[Bits]) -> None:
    learned = [data.draw(narrower(part)) for part in parts]
    assert gate(learned) & ~gate(parts) == 0


@pytest.mark.parametrize("gate", [gate for gate, _ in GATES], ids=NAMES)
@given(data=st.data(), parts=st.lists(bit_sets(), max_size=5))
def test_the_order_of_parts_changes_nothing(gate: Gate, data: st.DataObject, parts: list[Bits]) -> None:
    assert gate(data.draw(st.permutations(parts))) == gate(parts)


@pytest.mark.parametrize("bits", EVERY)
def test_negation_is_its_image_and_its_own_inverse(bits: Bits) -> None:
    assert negation(bits) == image(lambda parts: opposite(parts[0]), [bits])
    assert negation(negation(bits)) == bits


@given(st.lists(bit_sets(), max_size=5))
def test_de_morgan(parts: list[Bits]) -> None:
    assert negation(conjunction(parts)) == disjunction([negation(part) for part in parts])


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_is_not_applicable_drops_out(number: int) -> None:
    assert at_least(number, [NOT_APPLICABLE, NOT_APPLICABLE]) == NOT_APPLICABLE
    assert at_least(number + 1, [MET] * number + [NOT_APPLICABLE]) == NOT_MET
    assert conjunction([MET] * number + [NOT_APPLICABLE]) == MET
    assert disjunction([NOT_MET] * number + [NOT_APPLICABLE]) == NOT_MET


def test_anything_may_be_any_of_the_three() -> None:
    assert outcomes(ANYTHING) == (Verdict.MET, Verdict.NOT_MET, Verdict.NOT_APPLICABLE)


@pytest.mark.parametrize("bits", EVERY)
def test_a_verdict_names_the_one_outcome_left(bits: Bits) -> None:
    members = outcomes(bits)
    assert len(members) == bits.bit_count()
    assert verdict(bits) == (members[0] if len(members) == 1 else Verdict.UNKNOWN)
