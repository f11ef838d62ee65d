"""A clause that does not begin in the text of its source as the file says."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.passages import passages_at_hand
from xeploai.diagnostic import Fault
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL313",
    "clause-not-found",
    "sau chỗ mở đầu của điểm đứng trước, văn bản `{source}` không có `{begins}`",
    "after the beginning of the clause before it, the text of `{source}` has no `{begins}`",
    "chép đúng mấy từ mở đầu; các điểm đứng theo thứ tự của văn bản",
    "copy its first words as they stand; clauses stand in the order of the text",
)


def _find(audited: Audited) -> Iterator[Problem]:
    for source, text in passages_at_hand(audited):
        for clause in text.lost:
            path = ("sources", source.id, "clauses", clause.id, "begins")
            yield Problem(path, FAULT, {"source": source.id, "begins": clause.begins or ""})


CHECK = Check(FAULT, _find)
