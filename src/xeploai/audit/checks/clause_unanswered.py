"""A clause of a source that nothing cites, and of which the file does not say why."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import citations
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL301",
    "clause-unanswered",
    "chưa có gì dẫn `{clause}` của `{source}`, và cũng chưa nêu lý do",
    "nothing cites `{clause}` of `{source}`, and no reason is given",
    "thêm tiêu chí dẫn điểm này, hoặc ghi `reason` cho nó",
    "add a criterion that cites it, or give it a `reason`",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    cited = {(cite.source, cite.clause) for _, cite in citations(audited.rules)}
    for source in audited.rules.sources:
        for clause in source.clauses:
            if clause.reason is None and (source.id, clause.id) not in cited:
                path = ("sources", source.id, "clauses", clause.id)
                yield Problem(path, FAULT, {"clause": clause.id, "source": source.id}, key=True)


CHECK = Check(FAULT, _find)
