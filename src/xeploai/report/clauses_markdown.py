"""Clauses with their answers and cases, in Markdown."""

from collections.abc import Iterator

from xeploai.audit.clauses import AnsweredClause, ClauseMap
from xeploai.diagnostic import Language
from xeploai.report.clauses import (
    BY_CASE,
    BY_CLAUSE,
    CASE_COLUMNS,
    COLUMNS,
    NO_CLAUSE,
    UNCITED,
    UNTESTED,
    answer_name,
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
from xeploai.report.markdown import cell_text, table
from xeploai.wording.naming import Naming
from xeploai.wording.words import pick


def clauses_markdown(held: ClauseMap, lang: Language) -> str:
    """A table for every source, and one that goes from the cases to the clauses."""
    names = names_of(held, lang)
    blocks = [f"{cell_text(held.rules.id)}: {summary(held, lang)}", f"## {pick(BY_CLAUSE, lang)}"]
    for source, clauses in by_source(held):
        blocks.append(f"### {cell_text(source_title(source, lang))}")
        blocks.append(table(COLUMNS[lang], [_row(one, names) for one in clauses]))
    if held.uncited:
        blocks.append(f"### {pick(UNCITED, lang)}")
        blocks.append("\n".join(f"* {cell_text(answer_text(names, answer))}" for answer in held.uncited))
    if held.cases:
        blocks.append(f"## {pick(BY_CASE, lang)}")
        blocks.append(table(CASE_COLUMNS[lang], list(_cases(held, names))))
    return "\n\n".join(blocks) + "\n"


def _row(one: AnsweredClause, names: Naming) -> tuple[str, str, str]:
    untested = pick(UNTESTED, names.lang)
    answers = [
        answer_text(names, answer) + (f" – {untested}" if lacking(one, answer) and not one.untested else "")
        for answer in one.answers
    ]
    said = "; ".join([*remarks_of(one, names.lang, of_cases=False), *answers])
    return one.clause.id, said, untested if one.untested else "; ".join(case_text(case) for case in cases_of(one))


def _cases(held: ClauseMap, names: Naming) -> Iterator[tuple[str, str, str]]:
    for one in held.cases:
        clauses = "; ".join(clause_ids(one.clauses)) or pick(NO_CLAUSE, names.lang)
        yield case_text(one.case), clauses, "; ".join(answer_name(names, answer) for answer in one.answers)
