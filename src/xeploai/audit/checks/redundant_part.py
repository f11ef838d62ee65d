"""A part of a gate that the other parts imply."""

from collections import Counter
from collections.abc import Iterator, Sequence

from xeploai.audit.audited import Audited, Check
from xeploai.audit.outcomes.constants import kinds_of_condition
from xeploai.audit.outcomes.worlds import Work, always_alike, space
from xeploai.diagnostic import Fault, Severity
from xeploai.located import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion
from xeploai.rating.conditions import leaves
from xeploai.rating.judged import Prepared
from xeploai.wellformed.conditions import conditions_of, parts_at, placed_parts
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL207",
    "redundant-part",
    "phần này của điều kiện là thừa: các phần còn lại đã quyết định",
    "this part of the condition changes nothing: the other parts decide",
    "bỏ phần này, hoặc sửa ngưỡng, `all`, `any` nếu nó phải có tác dụng",
    "leave it out, or correct thresholds, `all` or `any` where it should have an effect",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for path, condition in conditions_of(audited.rules).items():
        kinds = kinds_of_condition(audited.prepared, path)
        for here, gate, _ in placed_parts(path, condition):
            constant = any(at[: len(here)] == here for at in audited.constants)
            if isinstance(gate, AllOf | AnyOf) and kinds and not constant:
                yield from (Problem(at, FAULT) for at in _redundant(audited.prepared, kinds, here, gate))


def _redundant(prepared: Prepared, kinds: Sequence[str], path: Path, gate: AllOf | AnyOf) -> Iterator[Path]:
    """The parts without which a gate comes out the same; what was found is left out before the next is looked at."""
    left = dict(parts_at(gate, path))
    work = Work()
    measured = {at: frozenset(map(_measured, leaves(part))) for at, part in left.items()}
    parts_with = Counter(measure for measures in measured.values() for measure in measures)
    for at in list(left):
        # What is measured nowhere else cannot be implied.
        if work.left < 0 or len(left) < 2 or all(parts_with[measure] < 2 for measure in measured[at]):
            continue
        rest = tuple(part for one, part in left.items() if one != at)
        whole, without = type(gate)(tuple(left.values())), type(gate)(rest)
        if all(_alike(prepared, kind, whole, without, work) for kind in kinds):
            parts_with.subtract(measured[at])
            del left[at]
            yield at


def _measured(point: Condition) -> object:
    return point.measure if isinstance(point, Criterion) else point


def _alike(prepared: Prepared, kind: str, one: Condition, other: Condition, work: Work) -> bool:
    both = space(prepared, kind, (one, other))
    return always_alike(both, both.gates.places[one], both.gates.places[other], work)


CHECK = Check(FAULT, _find)
