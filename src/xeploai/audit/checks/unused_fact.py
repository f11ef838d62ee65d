"""A fact that nothing reads: it is asked of everybody, and decides nothing."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.uses import facts_read
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL216",
    "unused-fact",
    "không tiêu chí, giới hạn hay tỷ lệ nào dùng số liệu này",
    "no criterion, bound or quota reads this fact",
    "bỏ nó, hoặc thêm tiêu chí còn thiếu; nếu chỉ để báo cáo thì giữ lại kèm lý do",
    "leave it out, or add the criterion that is missing; where it is kept for reports, accept it with the reason",
    Severity.NOTE,
)


def _find(audited: Audited) -> Iterator[Problem]:
    rules = audited.rules
    # What judges nothing is a dictionary for others.
    if not (audited.prepared.criteria or rules.rules or rules.quotas):
        return
    read = facts_read(rules)
    yield from (Problem(("facts", fact.id), FAULT, key=True) for fact in rules.facts if fact.id not in read)


CHECK = Check(FAULT, _find)
