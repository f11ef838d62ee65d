"""Words that a citation quotes and that do not stand in the clause."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import citations
from xeploai.audit.passages import as_written, passages_at_hand
from xeploai.diagnostic import Fault
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL303",
    "words-not-in-source",
    "`{words}` không có trong `{clause}` của `{source}`",
    "`{words}` is not in `{clause}` of `{source}`",
    "chép đúng nguyên văn, kể cả chỗ văn bản viết sai",
    "copy the words as they stand, the slips of the source included",
)


def _find(audited: Audited) -> Iterator[Problem]:
    texts = {source.id: found for source, found in passages_at_hand(audited)}
    for path, cite in citations(audited.rules) if texts else ():
        if cite.source in texts:
            text = texts[cite.source]
            clause = text.clauses.get(cite.clause, text.whole)
            for number, words in enumerate(cite.words):
                if as_written(words) not in clause:
                    values = {"words": words, "clause": cite.clause, "source": cite.source}
                    yield Problem((*path, "cite", "words", number), FAULT, values)


CHECK = Check(FAULT, _find)
