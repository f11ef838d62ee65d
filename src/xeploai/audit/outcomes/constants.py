"""Conditions that come out one way whatever the data: criteria by themselves, and gates by how their parts combine."""

from collections.abc import Iterator

from xeploai.audit.outcomes.worlds import Space, Work, is_certain, is_impossible, space
from xeploai.located import Path
from xeploai.model.condition import Condition, Criterion, Undetermined
from xeploai.rating.conditions import leaves
from xeploai.rating.judged import Prepared
from xeploai.truth import MET, OPEN, Bits
from xeploai.wellformed.conditions import conditions_of, placed, placed_parts


def constants(prepared: Prepared) -> dict[Path, bool]:
    """By key path what is never met (`False`) or never fails (`True`), at every kind where it is judged.

    Of a gate in a gate only the inner one, which is the reason.
    """
    found = dict(_criteria(prepared))
    for path, condition in conditions_of(prepared.rules).items():
        found |= _gates(prepared, path, condition)
    return found


def _criteria(prepared: Prepared) -> Iterator[tuple[Path, bool]]:
    for number, criterion in enumerate(prepared.criteria):
        bits = _everywhere(nobody.bits[number] for nobody in prepared.blanks.values())
        if bits and bits & OPEN != OPEN:
            yield ("criteria", criterion.id), bits & MET != 0


def _everywhere(found: Iterator[Bits]) -> Bits:
    together = 0
    for bits in found:
        together |= bits
    return together


def _gates(prepared: Prepared, path: Path, condition: Condition) -> dict[Path, bool]:
    gates = [(here, part) for here, part, _ in placed_parts(path, condition) if not _is_point(part)]
    spaces = [space(prepared, kind, [condition]) for kind in kinds_of_condition(prepared, path)]
    found: dict[Path, bool] = {}
    work = Work()
    for here, gate in reversed(gates) if spaces else ():
        inner = any(other[: len(here)] == here for other in found)
        if inner or not all(_hangs_together(one, gate) for one in spaces):
            continue
        for met, is_so in ((False, is_impossible), (True, is_certain)):
            if all(is_so(one, one.gates.places[gate], work) for one in spaces):
                found[here] = met
    return found


def _is_point(condition: Condition) -> bool:
    return isinstance(condition, Criterion | Undetermined)


def _hangs_together(one: Space, gate: Condition) -> bool:
    """Whether a gate may be constant at all: parts that are free, each of a measure of its own, leave it open."""
    places = [one.gates.places[leaf] for leaf in leaves(gate)]
    groups = [one.group_of.get(place) for place in places]
    free = all(one.bits[place] & OPEN == OPEN for place in places)
    return not free or len(set(groups)) < len(groups)


def kinds_of_condition(prepared: Prepared, path: Path) -> tuple[str, ...]:
    """The kinds at which a condition holds and levels are given."""
    one = placed(prepared.rules)[path[:2]]
    return tuple(
        kind
        for kind, levels in prepared.levels.items()
        if one in levels.rules or one in levels.vetoes or one in levels.exemptions
    )
