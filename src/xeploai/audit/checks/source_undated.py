"""A source that has a number and no date."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL315",
    "source-undated",
    "văn bản `{source}` có số `{number}` mà chưa có ngày ban hành",
    "`{source}` has the number `{number}` and no date",
    "thêm `dated`",
    "add `dated`",
    Severity.NOTE,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for source in audited.rules.sources:
        if source.number and source.dated is None:
            yield Problem(("sources", source.id, "number"), FAULT, {"source": source.id, "number": source.number})


CHECK = Check(FAULT, _find)
