"""Clauses with their answers and cases, as JSON, format 1."""

import json
from typing import Any

from xeploai.audit.cases.case import Case
from xeploai.audit.clauses import Answer, AnsweredClause, CaseClauses, ClauseMap
from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.clauses import answer_name, by_source, names_of, place_of_answer
from xeploai.source import Place
from xeploai.wording.naming import Naming

FORMAT = 1


def clauses_json(held: ClauseMap, lang: Language) -> str:
    """Every source with its clauses, what answers for each and its cases; and every case with its clauses."""
    names = names_of(held, lang)
    data = {
        "format": FORMAT,
        "ruleset": held.rules.id,
        "sources": [
            {
                "id": source.id,
                "label": read_label(source.label, lang, source.id),
                "number": source.number,
                "dated": source.dated.isoformat() if source.dated else None,
                "clauses": [_clause(held, one, names) for one in clauses],
            }
            for source, clauses in by_source(held)
        ],
        "uncited": [_answer(held, answer, names) for answer in held.uncited],
        "cases": [_by_case(one) for one in held.cases],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _clause(held: ClauseMap, one: AnsweredClause, names: Naming) -> dict[str, Any]:
    return {
        "clause": one.clause.id,
        "listed": one.listed,
        "reason": read_label(one.clause.reason, names.lang, "") or None,
        "untested": one.untested,
        "answers": [_answer(held, answer, names) for answer in one.answers],
        "cases": [_case(case) for case in one.cases],
    }


def _answer(held: ClauseMap, answer: Answer, names: Naming) -> dict[str, Any]:
    return {
        "sort": answer.sort,
        "path": _path(answer),
        "label": answer_name(names, answer),
        "words": list(answer.cite.words) if answer.cite else [],
        "at": _at(place_of_answer(held, answer)),
        "cases": [_case(case) for case in answer.cases],
    }


def _path(answer: Answer) -> str:
    return ".".join(str(step) for step in answer.path)


def _case(case: Case) -> dict[str, Any]:
    return {"title": case.title, "at": _at(case.place)}


def _by_case(one: CaseClauses) -> dict[str, Any]:
    return {
        **_case(one.case),
        "names": one.case.clause or None,
        "clauses": [{"source": each.source.id, "clause": each.clause.id} for each in one.clauses],
        "answers": [_path(answer) for answer in one.answers],
    }


def _at(place: Place | None) -> dict[str, Any] | None:
    return None if place is None else {"file": place.file, "line": place.line}
