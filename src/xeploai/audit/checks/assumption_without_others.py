"""An assumption that names no other reading."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL310",
    "assumption-without-others",
    "cách hiểu này không nêu cách nào khác",
    "this assumption names no other reading",
    "thêm `others`; nếu văn bản chỉ hiểu được một cách thì bỏ đi",
    "add `others`; where the text can be read in one way only, leave the assumption out",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for assumption in audited.rules.assumptions:
        if not set(assumption.others) - {assumption.chosen}:
            yield Problem(("assumptions", assumption.id), FAULT, key=True)


CHECK = Check(FAULT, _find)
