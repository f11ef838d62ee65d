"""The documents behind what somebody decided or judged."""

from collections.abc import Iterator

from xeploai.diagnostic import Language
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.measure import Given, Highest, Lowest, Ratio, Score, Value
from xeploai.wording.naming import Naming, fact_name, one_line

DECISION = "can_cu_xep_loai"
"""The text column of the decision behind a level, where the fact names no other."""
REASON = "ly_do_khong_xep_loai"
"""The text column of why a subject has no level."""


def document_of(names: Naming, evidence: Evidence, fact: str) -> str:
    """The document behind a fact of a subject, as the data name it; empty where they name none."""
    column = names.facts[fact].document if fact in names.facts else None
    return one_line(evidence.notes.get(column or DECISION, ""))


def document_text(document: str, lang: Language) -> str:
    """*căn cứ: Quyết định 12-QĐ/ĐU*, or *chưa ghi văn bản*."""
    if not document:
        return "chưa ghi văn bản" if lang == "vi" else "no document given"
    return f"{'căn cứ' if lang == 'vi' else 'by'}: {document}"


def document_texts(names: Naming, criterion: Criterion, evidence: Evidence) -> Iterator[str]:
    """The documents behind the judgements on which a criterion rests; a yes without one is said so."""
    for fact in dict.fromkeys(_facts(criterion)):
        known = names.facts.get(fact)
        if known is None or known.document is None or fact not in evidence.facts:
            continue
        document = document_of(names, evidence, fact)
        if document or (known.judged and evidence.facts[fact] is True):
            yield f"«{fact_name(names, fact)}»: {document or document_text('', names.lang)}"


def _facts(criterion: Criterion) -> Iterator[str]:
    match criterion.measure:
        case Value(fact):
            yield fact
        case Lowest(of) | Highest(of):
            yield from of
        case Score(parts):
            yield from (part.fact for part in parts if isinstance(part, Given))
        case Ratio(part):
            yield from (term for term in part if isinstance(term, str))
        case _:
            return
