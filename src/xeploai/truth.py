"""What may still come out of a question: a set of outcomes, kept as three bits.

A set is an `int` built from `MET`, `NOT_MET` and `NOT_APPLICABLE`, never empty. Learning more only removes bits.
The gates work on the bits and not on the four names, so that no knowledge is lost between two of them.
"""

import enum
from collections.abc import Iterable

Bits = int

MET: Bits = 1
NOT_MET: Bits = 2
NOT_APPLICABLE: Bits = 4
OPEN: Bits = MET | NOT_MET
ANYTHING: Bits = MET | NOT_MET | NOT_APPLICABLE


class Verdict(enum.StrEnum):
    """The name of a set of outcomes: its one member, or *unknown* where it has several."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


_NAMED = {MET: Verdict.MET, NOT_MET: Verdict.NOT_MET, NOT_APPLICABLE: Verdict.NOT_APPLICABLE}
_VERDICTS = tuple(_NAMED.get(bits, Verdict.UNKNOWN) for bits in range(8))
_SWAPPED = tuple(bits & NOT_APPLICABLE | (bits & MET) << 1 | (bits & NOT_MET) >> 1 for bits in range(8))


def verdict(bits: Bits) -> Verdict:
    """The verdict that a set of outcomes amounts to."""
    return _VERDICTS[bits]


def outcomes(bits: Bits) -> tuple[Verdict, ...]:
    """The members of a set of outcomes, in the order met, not met, not applicable."""
    return tuple(name for bit, name in _NAMED.items() if bits & bit)


def negation(bits: Bits) -> Bits:
    """Met and not met change places; what is not applicable stays so."""
    return _SWAPPED[bits]


def conjunction(parts: Iterable[Bits]) -> Bits:
    """All of the parts that apply; not applicable where none does."""
    able, idle = 0, NOT_APPLICABLE
    for bits in parts:
        # Any other part may hold or drop out, and met needs just that of every part, and one at least that holds.
        if bits == NOT_MET:
            return NOT_MET
        able |= bits
        idle &= bits
    # Every part can hold or drop out now, so that it is met where one of them holds.
    return able & OPEN | idle


def disjunction(parts: Iterable[Bits]) -> Bits:
    """One of the parts that apply; not applicable where none does."""
    able, idle = 0, NOT_APPLICABLE
    for bits in parts:
        # Any other part may fail or drop out, and not met needs just that of every part, and one at least that fails.
        if bits == MET:
            return MET
        able |= bits
        idle &= bits
    # Every part can fail or drop out now, so that it is not met where one of them fails.
    return able & OPEN | idle


def at_least(number: int, parts: Iterable[Bits]) -> Bits:
    """At least `number` of the parts that apply; fewer than `number` left is not met, none left is not applicable.

    `number` is 1 or more.
    """
    able = certain = failing = 0
    idle = NOT_APPLICABLE
    # Not met needs a part that applies: one that fails, or one that holds while the others fall short.
    fails = NOT_MET if number == 1 else OPEN
    for bits in parts:
        able += bits & MET
        certain += bits == MET
        failing |= bits & fails
        idle &= bits
    result = MET if able >= number else 0
    return result | (NOT_MET if certain < number and failing else 0) | idle
