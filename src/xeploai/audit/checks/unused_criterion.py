"""A criterion on which nothing rests: no goal, no level, no other criterion."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.uses import criteria_read
from xeploai.diagnostic import Fault, Severity
from xeploai.model.condition import Role
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL217",
    "unused-criterion",
    "tiêu chí này không thuộc chỉ tiêu nào, cũng không mức nào hay tiêu chí nào dùng đến",
    "this criterion is part of no goal, and no level and no other criterion uses it",
    'đưa vào `goals` hoặc `rules`; nếu chỉ theo dõi thì ghi `role = "monitor"` hoặc `"duty"`',
    'name it in `goals` or `rules`; what is only followed up has `role = "monitor"` or `"duty"`',
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    rules = audited.rules
    # Where there are neither goals nor levels, every criterion stands for itself.
    if not (rules.goals or rules.rules):
        return
    read = criteria_read(rules)
    for criterion in rules.criteria:
        if criterion.id not in read and criterion.role in (Role.TARGET, Role.PART):
            yield Problem(("criteria", criterion.id), FAULT, key=True)


CHECK = Check(FAULT, _find)
