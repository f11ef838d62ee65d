"""A criterion, rule, veto, exemption or quota without the clause it comes from."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import citing
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL302",
    "no-citation",
    "chưa dẫn căn cứ",
    "no clause is cited",
    "thêm `cite` với văn bản nguồn và điểm, khoản",
    "add `cite`, with the source and the clause",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for path, one in citing(audited.rules).items():
        if one.cite is None:
            yield Problem(path, FAULT, key=True)


CHECK = Check(FAULT, _find)
