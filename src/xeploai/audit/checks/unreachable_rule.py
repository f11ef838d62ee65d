"""A rule that never decides: wherever its condition is met, a better rule is met already."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.naming import kinds_text
from xeploai.diagnostic import Fault
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL201",
    "unreachable-rule",
    "quy tắc cho mức `{level}` không bao giờ quyết định mức ở {kinds}: khi đạt nó thì cũng đã đạt mức cao hơn",
    "the rule for `{level}` never decides the level of {kinds}: where it is met, so is a better one",
    "so điều kiện với quy tắc của mức cao hơn: có thể ngưỡng bị đảo, hoặc thiếu điều kiện ở mức cao",
    "compare it with the rules for better levels: thresholds may be swapped, or a condition missing there",
)


def _find(audited: Audited) -> Iterator[Problem]:
    for number, kinds in audited.effects.masked.items():
        values = {"level": audited.rules.rules[number].level, "kinds": kinds_text(audited.rules, kinds)}
        yield Problem(("rules", number, "when"), FAULT, values, key=True)


CHECK = Check(FAULT, _find)
