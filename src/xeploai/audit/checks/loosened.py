"""What a higher committee asks, and a file that extends its rules asks less."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.loosening import loosenings
from xeploai.diagnostic import Fault
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL404",
    "loosened",
    "nới lỏng so với `{higher}`: {vi}",
    "this is looser than `{higher}`: {en}",
    "siết lại; nếu cấp trên cho phép thì giữ lại ở `accepted.loosened`, kèm lý do",
    "tighten it; where the higher committee allows it, keep it in `accepted.loosened` with the reason",
)


def _find(audited: Audited) -> Iterator[Problem]:
    rules, higher = audited.rules, audited.rules.extends
    if higher is None:
        return
    for path, vi, en in loosenings(audited.prepared.dictionary, rules, higher):
        yield Problem(path, FAULT, {"higher": higher.id, "vi": vi, "en": en}, key=len(path) == 2)


CHECK = Check(FAULT, _find)
