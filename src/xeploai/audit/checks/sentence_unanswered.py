"""A sentence of a source that sets a figure or speaks of each, and that nothing in the file answers for."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import citations
from xeploai.audit.passages import Passages, as_written, passages_at_hand, sentences
from xeploai.diagnostic import Fault, Severity
from xeploai.exact import write_share
from xeploai.located import Path
from xeploai.model.citation import Document
from xeploai.vietnamese.quantities import quantities
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL306",
    "sentence-unanswered",
    "chưa có tiêu chí nào dẫn `{what}` trong câu “{sentence}”, và cũng chưa nêu lý do",
    "no criterion quotes `{what}` in the sentence “{sentence}”, and no reason is given",
    "thêm tiêu chí dẫn mấy từ của câu, hoặc ghi `reason` cho điểm này",
    "add a criterion that quotes words of it, or give the clause a `reason`",
    Severity.WARNING,
)

_TELLING = re.compile(r"%|phần trăm|(?<!\w)(?:mỗi|ít nhất|trở lên)(?!\w)", re.IGNORECASE)
_PERCENT = re.compile(r"%|phần trăm", re.IGNORECASE)
_SHOWN = 8


def _find(audited: Audited) -> Iterator[Problem]:
    quoted: dict[tuple[str, str | None], list[str]] = {}
    for _, cite in citations(audited.rules):
        words = [one for one in map(as_written, cite.words) if one]
        quoted.setdefault((cite.source, cite.clause), []).extend(words)
        quoted.setdefault((cite.source, None), []).extend(words)
    for source, text in passages_at_hand(audited):
        if text.lost:
            # Nobody can say to which clause its sentences belong.
            continue
        for path, clause, passage in _unreasoned(source, text):
            words = list(dict.fromkeys(quoted.get((source.id, clause), ())))
            stated = {one.value for some in words for one in quantities(some) if one.share}
            for sentence in sentences(passage):
                if telling := _TELLING.search(sentence):
                    for what in _unanswered(sentence, telling[0], words, stated):
                        yield Problem(path, FAULT, {"what": what, "sentence": _start(sentence)}, key=True)


def _unreasoned(source: Document, text: Passages) -> Iterator[tuple[Path, str | None, str]]:
    """What stands before the clauses, and the clauses that give no reason for being without criteria."""
    yield ("sources", source.id), None, text.before
    for clause in source.clauses:
        if clause.reason is None and clause.id in text.clauses:
            yield ("sources", source.id, "clauses", clause.id), clause.id, text.clauses[clause.id]


def _unanswered(sentence: str, telling: str, words: Sequence[str], stated: set[Fraction]) -> Iterator[str]:
    """The shares of a sentence that no words state; where it has none, the word that makes it one to be answered."""
    # Where nothing is a percentage, 2/9 is a day.
    shares = [one.value for one in quantities(sentence) if one.share] if _PERCENT.search(sentence) else []
    if not any(some in sentence for some in words):
        yield write_share(shares[0]) if shares else telling
    else:
        yield from (write_share(share) for share in dict.fromkeys(shares) if share not in stated)


def _start(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


CHECK = Check(FAULT, _find)
