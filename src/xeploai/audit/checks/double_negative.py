"""A `not` of a `not`, or of an answer that is asked to be no."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.model.condition import Condition, Criterion, Not
from xeploai.model.target import Equals
from xeploai.wellformed.conditions import conditions_of, placed_parts
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL213",
    "double-negative",
    "phủ định của phủ định",
    "the negation of a negation",
    "bỏ cả hai, hoặc nói thẳng điều phải có",
    "leave out both, or say what has to be",
    Severity.NOTE,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for path, condition in conditions_of(audited.rules).items():
        for here, part, _ in placed_parts(path, condition):
            if isinstance(part, Not) and _is_negative(part.part):
                yield Problem((*here, "not"), FAULT)


def _is_negative(condition: Condition) -> bool:
    if isinstance(condition, Criterion):
        target = condition.target
        return isinstance(target, Equals) and target.limit is False
    return isinstance(condition, Not)


CHECK = Check(FAULT, _find)
