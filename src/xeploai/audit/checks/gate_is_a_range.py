"""Two ends of one measure in an `all`: they are a range."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.model.condition import AllOf, Criterion
from xeploai.model.measure import Measure
from xeploai.model.target import AtLeast, AtMost
from xeploai.wellformed.conditions import conditions_of, parts_at, placed_parts
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL212",
    "gate-is-a-range",
    "`{low}` và `{high}` là hai đầu của một khung",
    "`{low}` and `{high}` are the two ends of one range",
    "ghi một tiêu chí với `between`: khi đó khung, mức vượt và cỡ đơn vị được xét cùng nhau",
    "write one criterion with `between`: the range, what lies above it and small units are then seen together",
    Severity.NOTE,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for path, condition in conditions_of(audited.rules).items():
        for here, gate, _ in placed_parts(path, condition):
            lows: dict[object, Criterion] = {}
            parts = list(parts_at(gate, here)) if isinstance(gate, AllOf) else []
            for _, part in parts:
                if isinstance(part, Criterion) and isinstance(part.target, AtLeast):
                    lows[_of(part)] = part
            for at, part in parts:
                if isinstance(part, Criterion) and isinstance(part.target, AtMost) and (low := lows.get(_of(part))):
                    yield Problem(at, FAULT, {"low": low.id, "high": part.id})


def _of(criterion: Criterion) -> tuple[Measure, tuple[str, str] | None]:
    """What is measured, and by which clause: two clauses may well say an end each."""
    cite = criterion.cite
    return criterion.measure, (cite.source, cite.clause) if cite else None


CHECK = Check(FAULT, _find)
