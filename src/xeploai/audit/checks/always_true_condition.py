"""A criterion that everything meets, or a gate whose parts leave nothing out."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL205",
    "always-true-condition",
    "không số liệu nào làm điều kiện này không đạt",
    "no data can fail this condition",
    "các phần của nó gộp lại phủ hết: kiểm tra ngưỡng, `not`, `all` và `any`, hoặc bỏ điều kiện",
    "its parts leave nothing out: check thresholds, `not`, `all` and `any`, or leave the condition out",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    yield from (Problem(path, FAULT, key=True) for path, met in audited.constants.items() if met)


CHECK = Check(FAULT, _find)
