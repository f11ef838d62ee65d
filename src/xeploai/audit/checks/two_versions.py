"""Days on which two versions of a series hold."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.versions import first_day, last_day, other_versions
from xeploai.diagnostic import Fault
from xeploai.vietnamese.printing import day_text
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL402",
    "two-versions",
    "ngày {day_vi} chuỗi `{series}` có hai phiên bản: tệp này và `{other}`",
    "on {day_en} the series `{series}` has two versions: this one and `{other}`",
    "để phiên bản trước kết thúc một ngày trước khi phiên bản sau bắt đầu",
    "let the earlier version end on the day before the later one begins",
)


def _find(audited: Audited) -> Iterator[Problem]:
    rules = audited.rules
    for other in other_versions(audited):
        # Told in the later of the two; where both begin on one day, in both.
        if first_day(other) <= first_day(rules) <= last_day(other):
            day = first_day(rules)
            values = {"series": rules.series or "", "other": other.id}
            days = {"day_vi": day_text(day, "vi"), "day_en": day_text(day, "en")}
            yield Problem(("ruleset", "in_force", "since"), FAULT, values | days)


CHECK = Check(FAULT, _find)
