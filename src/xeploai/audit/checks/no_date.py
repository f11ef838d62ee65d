"""A rule set that does not say from which day it holds."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL308",
    "no-date",
    "chưa nêu bộ quy tắc có hiệu lực từ ngày nào",
    "no day is given from which the rules hold",
    "thêm `in_force = {{ since = … }}`",
    "add `in_force = {{ since = … }}`",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    rules = audited.rules
    # A file that judges nothing is a dictionary for others, and holds whenever they do.
    judges = rules.criteria or rules.rules or rules.vetoes or rules.exemptions or rules.quotas
    if judges and rules.in_force.since is None:
        yield Problem(("ruleset", "in_force"), FAULT)


CHECK = Check(FAULT, _find)
