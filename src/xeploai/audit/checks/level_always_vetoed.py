"""A level that its rule gives and that never stands: vetoes or exemptions always take it away."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.naming import kinds_text
from xeploai.diagnostic import Fault
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL202",
    "level-always-vetoed",
    "mức `{level}` theo quy tắc này không bao giờ còn lại ở {kinds}: luôn bị khống chế xuống hoặc không được xếp loại",
    "the level `{level}` of this rule is never kept by {kinds}: vetoes or exemptions always take it away",
    "so điều kiện của quy tắc với điều kiện khống chế: có thể thiếu `not`, hoặc ngưỡng quá rộng",
    "compare the condition with those of the vetoes: a `not` may be missing, or a threshold too wide",
)


def _find(audited: Audited) -> Iterator[Problem]:
    for number, kinds in audited.effects.vetoed.items():
        values = {"level": audited.rules.rules[number].level, "kinds": kinds_text(audited.rules, kinds)}
        yield Problem(("rules", number, "when"), FAULT, values, key=True)


CHECK = Check(FAULT, _find)
