"""What can come out at all of conditions at a kind, decided over all outcomes that can stand beside each other.

A subject of which nothing is known shows them: an outcome that it excludes is excluded for everybody. Criteria of one
measure are bands of it and combine as the reference says; points of law are free; different measures are taken as
independent. Measures that share a fact allow less than that, so that *no world does this* is always true, and only that
is ever answered.
"""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.rating.conditions import leaves, number_gates, worked_out
from xeploai.rating.judged import Bands, Gates, Prepared
from xeploai.rating.worlds import bands
from xeploai.truth import ANYTHING, MET, NOT_APPLICABLE, NOT_MET, OPEN, Bits, negation

MOST_WORK = 400_000
"""How many outcomes are looked at for one question. What takes more is not decided here: that is for a solver."""

DEEPEST = 400
"""How many groups are told apart one after the other."""

UNMET: Bits = NOT_MET | NOT_APPLICABLE

Demand = Mapping[int, Bits]
"""The outcomes that are wanted at some places."""


@attrs.frozen(eq=False)
class Space:
    """The outcomes of some conditions at a kind, by the places where they stand in `gates`.

    `bits`: what may come out of the points. `groups`: how those that are open combine; `group_of`: the group in which a
    point is. `parts`: what a gate is made of, and `turned`: the gates that are a `not`. To look up a condition is to
    read all of it, and is done once.
    """

    gates: Gates
    bits: tuple[Bits, ...]
    groups: Bands
    group_of: Mapping[int, int]
    parts: Mapping[int, tuple[int, ...]]
    turned: frozenset[int]


def space(prepared: Prepared, kind: str, conditions: Iterable[Condition]) -> Space:
    """What can come out of some conditions at a kind at which they are judged."""
    wanted = list(conditions)
    points = tuple(dict.fromkeys(leaf for condition in wanted for leaf in leaves(condition)))
    nobody = prepared.blanks[kind]
    bits = tuple(
        OPEN if isinstance(point, Undetermined) else nobody.bits[prepared.numbers[point.id]] for point in points
    )
    return space_of(number_gates(wanted, points), bits, bands(prepared, kind, points)(nobody, bits))


def space_of(gates: Gates, bits: tuple[Bits, ...], groups: Bands) -> Space:
    """The same of gates and groups that were made before."""
    parts, turned = dict[int, tuple[int, ...]](), set[int]()
    for condition, place in gates.places.items():
        match condition:
            case AllOf(inner) | AnyOf(inner) | KOf(_, inner):
                parts[place] = tuple(gates.places[part] for part in inner)
            case Not(part):
                parts[place] = (gates.places[part],)
                turned.add(place)
            case Criterion() | Undetermined():
                pass
    group_of = {place: number for number, (places, _) in enumerate(groups) for place in places}
    return Space(gates, bits, groups, group_of, parts, frozenset(turned))


def demand(*wanted: tuple[int, Bits]) -> Demand:
    """Outcomes at places; what is wanted twice of a place is wanted both ways."""
    found: dict[int, Bits] = {}
    for place, bits in wanted:
        found[place] = found.get(place, bits) & bits
    return found


class Work:
    """How much may still be done before a question is left open; several may share it."""

    def __init__(self, left: int = MOST_WORK) -> None:
        self.left = left


def never(space: Space, wanted: Demand, work: Work | None = None) -> bool:
    """Whether no world has the outcomes that are wanted. `False` where some may, and where that was not decided."""
    return _somewhere(space, list(space.bits), wanted, work or Work(), 0) is False


def _somewhere(space: Space, bits: list[Bits], wanted: Demand, work: Work, depth: int) -> bool | None:
    """Whether some world beneath these outcomes has what is wanted; `None`: not decided."""
    work.left -= len(bits)
    values = worked_out(space.gates, bits)
    if any(not values[place] & outcomes for place, outcomes in wanted.items()):
        return False
    undecided = next(((p, outcomes) for p, outcomes in wanted.items() if values[p] & ~outcomes), None)
    if undecided is None:
        return True
    if work.left < 0 or depth == DEEPEST:
        return None
    place, outcomes = undecided
    at, wish = open_leaf(space, place, values, outcomes)
    found: bool | None = False
    for certain in split(space, bits, at, wish):
        below = _somewhere(space, certain, wanted, work, depth + 1)
        if below:
            return True
        found = None if below is None else found
    return found


def open_leaf(space: Space, place: int, values: Sequence[Bits], wish: Bits) -> tuple[int, Bits]:
    """An open point of an open condition, and what is wished of it so that the condition comes out as wished."""
    while place in space.parts:
        wish = negation(wish) if place in space.turned else wish
        place = next(part for part in space.parts[place] if is_open(values[part]))
    return place, wish


def points_under(space: Space, place: int) -> frozenset[int]:
    """The places of the points of a condition."""
    found, stack = set[int](), [place]
    while stack:
        at = stack.pop()
        if at in space.parts:
            stack += space.parts[at]
        else:
            found.add(at)
    return frozenset(found)


def split(space: Space, bits: Sequence[Bits], at: int, wish: Bits) -> Iterable[list[Bits]]:
    """The outcomes of the group in which a point is told apart, those that are wished first."""
    places, combinations = space.groups[space.group_of[at]]
    here = places.index(at)
    for outcomes in sorted(combinations, key=lambda one: not one[here] & wish):
        certain = list(bits)
        for place, outcome in zip(places, outcomes, strict=True):
            certain[place] = outcome
        yield certain


def is_open(bits: Bits) -> bool:
    """Whether more than one outcome is left."""
    return bits & (bits - 1) != 0


def is_impossible(space: Space, place: int, work: Work) -> bool:
    """Whether a condition is met in no world."""
    return never(space, {place: MET}, work)


def is_certain(space: Space, place: int, work: Work) -> bool:
    """Whether a condition that applies is met in every world."""
    return never(space, {place: NOT_MET}, work)


def always_alike(space: Space, one: int, other: int, work: Work) -> bool:
    """Whether two conditions come out the same in every world."""
    return all(
        one == other or never(space, {one: bit, other: ANYTHING & ~bit}, work) for bit in (MET, NOT_MET, NOT_APPLICABLE)
    )
