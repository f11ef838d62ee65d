"""A criterion that nothing can meet, or a gate whose parts exclude each other."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL204",
    "impossible-condition",
    "không số liệu nào đạt được điều kiện này",
    "no data can meet this condition",
    "các phần của nó loại trừ nhau, hoặc trái với giới hạn của số liệu: kiểm tra ngưỡng, `not`, `all` và `any`",
    "its parts exclude each other, or the bounds of the facts exclude it: check thresholds, `not`, `all` and `any`",
)


def _find(audited: Audited) -> Iterator[Problem]:
    yield from (Problem(path, FAULT, key=True) for path, met in audited.constants.items() if not met)


CHECK = Check(FAULT, _find)
