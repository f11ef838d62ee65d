"""A figure whose citation does not quote the words that state it."""

from collections.abc import Iterator
from fractions import Fraction

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import quoted
from xeploai.audit.thresholds import thresholds
from xeploai.diagnostic import Fault, Severity
from xeploai.model.condition import Criterion, Role
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL307",
    "no-words",
    "chưa dẫn nguyên văn mấy từ nêu con số",
    "the words that state the figure are not quoted",
    "thêm `words` vào `cite`",
    "add `words` to `cite`",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for criterion in criteria_of(audited.rules):
        if criterion.cite and not quoted(criterion.cite) and _has_figure(criterion):
            yield Problem(("criteria", criterion.id, "cite"), FAULT)
    for quota in audited.rules.quotas:
        if quota.cite and not quoted(quota.cite) and isinstance(quota.rate, Fraction):
            yield Problem(("quotas", quota.id, "cite"), FAULT)


def _has_figure(criterion: Criterion) -> bool:
    """Whether a number is asked. None at all, and all where it is a duty, are asked without one."""
    duty = criterion.role is Role.DUTY
    return any(one.value != 0 and not (duty and one.share and one.value == 1) for one in thresholds(criterion))


CHECK = Check(FAULT, _find)
