"""Days between the first version of a series and the last on which none holds."""

from collections.abc import Iterator
from datetime import timedelta

from xeploai.audit.audited import Audited, Check
from xeploai.audit.versions import first_day, last_day, versions_before
from xeploai.diagnostic import Fault
from xeploai.vietnamese.printing import day_text
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL401",
    "days-without-version",
    "chuỗi `{series}` không có phiên bản nào từ {since_vi} đến {until_vi}: trước đó là `{before}`",
    "the series `{series}` has no version from {since_en} to {until_en}: before that there is `{before}`",
    "sửa ngày bắt đầu ở đây hoặc ngày kết thúc ở `{before}`, hoặc thêm phiên bản còn thiếu",
    "correct the first day here or the last day of `{before}`, or add the version that is missing",
)


def _find(audited: Audited) -> Iterator[Problem]:
    earlier = versions_before(audited)
    if not earlier:
        return
    before = max(earlier, key=last_day)
    one = timedelta(days=1)
    if last_day(before) < first_day(audited.rules) - one:
        since, until = last_day(before) + one, first_day(audited.rules) - one
        values = {
            "series": audited.rules.series or "",
            "before": before.id,
            "since_vi": day_text(since, "vi"),
            "since_en": day_text(since, "en"),
            "until_vi": day_text(until, "vi"),
            "until_en": day_text(until, "en"),
        }
        yield Problem(("ruleset", "in_force", "since"), FAULT, values)


CHECK = Check(FAULT, _find)
