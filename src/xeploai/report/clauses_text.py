"""Clauses with their answers and cases, for a terminal."""

from collections.abc import Iterator

from xeploai.audit.clauses import ClauseMap
from xeploai.diagnostic import Language
from xeploai.report.clauses import (
    BY_CASE,
    NO_CLAUSE,
    UNCITED,
    UNTESTED,
    answer_text,
    by_source,
    case_text,
    cases_of,
    clause_ids,
    lacking,
    names_of,
    remarks_of,
    source_title,
    summary,
)
from xeploai.wording.naming import Naming
from xeploai.wording.words import pick


def clauses_text(held: ClauseMap, lang: Language) -> str:
    """Source by source every clause with what answers for it and its cases; then every case with its clauses."""
    names = names_of(held, lang)
    lines = [f"{held.rules.id}: {summary(held, lang)}", *_clauses(held, names), *_cases(held, lang)]
    return "\n".join(lines) + "\n"


def _clauses(held: ClauseMap, names: Naming) -> Iterator[str]:
    for source, clauses in by_source(held):
        yield ""
        yield f"{source_title(source, names.lang)} (`{source.id}`)"
        for one in clauses:
            remarks = remarks_of(one, names.lang)
            yield f"  {one.clause.id}" + (f": {'; '.join(remarks)}" if remarks else "")
            for answer in one.answers:
                mark = f" – {pick(UNTESTED, names.lang)}" if lacking(one, answer) else ""
                yield f"    • {answer_text(names, answer)}{mark}"
            yield from (f"    → {case_text(case)}" for case in cases_of(one))
    if held.uncited:
        yield ""
        yield pick(UNCITED, names.lang)
        yield from (f"    • {answer_text(names, answer)}" for answer in held.uncited)


def _cases(held: ClauseMap, lang: Language) -> Iterator[str]:
    if held.cases:
        yield ""
        yield pick(BY_CASE, lang)
    for one in held.cases:
        yield f"  {case_text(one.case)} → {'; '.join(clause_ids(one.clauses)) or pick(NO_CLAUSE, lang)}"
