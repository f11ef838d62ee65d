"""A veto that changes no level: where it is met, the rules or other vetoes leave no more anyhow."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL203",
    "idle-veto",
    "điều kiện khống chế không bao giờ hạ mức nào: khi nó xảy ra thì mức đã không cao hơn `{cap}`",
    "the veto never lowers a level: where it is met, the level is not above `{cap}` anyhow",
    "kiểm tra ngưỡng và mức khống chế; nếu văn bản nêu cả hai thì giữ lại kèm lý do",
    "check its threshold and its cap; where the text says both, accept it with the reason",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for veto in audited.effects.idle:
        yield Problem(("vetoes", veto.id), FAULT, {"cap": veto.cap}, key=True)


CHECK = Check(FAULT, _find)
