"""A fact of which nobody is named who has the figure."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.model.kind import PerKind, entry_for, members
from xeploai.model.ruleset import kinds_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL311",
    "no-supplier",
    "chưa nêu nơi cung cấp số liệu này{vi}",
    "nobody is named who supplies this fact{en}",
    "thêm `supplier`: khi thiếu số liệu thì hỏi nơi đó",
    "add `supplier`: who is asked when the figure is missing",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    rules = audited.rules
    kinds, everywhere = kinds_of(rules), [kind.id for kind in rules.kinds]
    for fact in rules.facts:
        match fact.supplier:
            case None:
                yield Problem(("facts", fact.id), FAULT, {"vi": "", "en": ""}, key=True)
            case PerKind() as supplier:
                for kind in members(kinds, fact.of) or everywhere:
                    if entry_for(kinds, supplier, kind) is None:
                        values = {"vi": f" cho `{kind}`", "en": f" for `{kind}`"}
                        yield Problem(("facts", fact.id, "supplier"), FAULT, values)
            case str():
                pass


CHECK = Check(FAULT, _find)
