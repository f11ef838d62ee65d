"""Clauses with their answers and cases, as one page that needs nothing else: to read, to print, to send."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from xeploai.audit.clauses import AnsweredClause, CaseClauses, ClauseMap
from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.clauses import (
    BY_CASE,
    BY_CLAUSE,
    CASE_COLUMNS,
    COLUMNS,
    NO_CLAUSE,
    SORTS,
    TITLE,
    UNCITED,
    UNTESTED,
    answer_name,
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

STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --warn: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --warn: #ff8a80; } }
body { font: 1rem/1.5 system-ui, "Noto Sans", "Segoe UI", Arial, sans-serif; margin: 0 auto; max-width: 75rem;
  padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; }
h3 { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); }
th:first-child { width: 22%; }
tbody th { font-weight: 600; }
ul { margin: 0; padding: 0; list-style: none; }
li + li, p + ul { margin-top: .35rem; }
td p { margin: 0; }
code, small { font-size: .85em; opacity: .8; }
.sort { font-size: .85em; border: 1px solid var(--line); border-radius: .25rem; padding: 0 .3rem; white-space: nowrap; }
.lack { color: var(--warn); font-weight: 600; }
@media screen and (max-width: 40rem) {
  table, tbody, tr, th, td { display: block; width: auto !important; }
  thead { display: none; }
  tr { border: 1px solid var(--line); margin-bottom: .75rem; }
  th, td { border: 0; }
  tbody th { background: var(--soft); }
  td:empty { display: none; }
  td::before { content: attr(data-label); display: block; font-size: .8em; opacity: .7; }
}
@page { size: A4; margin: 15mm; }
@media print {
  body { font-size: 9.5pt; max-width: none; padding: 0; }
  thead { display: table-header-group; }
  li, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
""".strip()


def clauses_html(held: ClauseMap, lang: Language) -> str:
    """The whole page. What the rule file and the cases say is escaped, all of it."""
    names = names_of(held, lang)
    title = f"{pick(TITLE, lang)} – {read_label(held.rules.label, lang, held.rules.id)}"
    head = [
        "<!DOCTYPE html>",
        f'<html lang="{lang}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{STYLE}\n</style></head>",
        "<body>",
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(summary(held, lang))}.</p>",
    ]
    return "\n".join([*head, *_by_clause(held, names), *_by_case(held, names), "</body>", "</html>"]) + "\n"


def _by_clause(held: ClauseMap, names: Naming) -> Iterator[str]:
    yield f"<h2>{escape(pick(BY_CLAUSE, names.lang))}</h2>"
    for source, clauses in by_source(held):
        yield f"<h3>{escape(source_title(source, names.lang))} <code>{escape(source.id)}</code></h3>"
        yield from _table(COLUMNS[names.lang], (_clause_row(one, names) for one in clauses))
    if held.uncited:
        yield f'<h3 class="lack">{escape(pick(UNCITED, names.lang))}</h3>'
        yield _list(_answer(names, answer.sort, answer_name(names, answer), answer.name) for answer in held.uncited)


def _clause_row(one: AnsweredClause, names: Naming) -> tuple[str, str, str]:
    reason = f"<p><em>{escape(read_label(one.clause.reason, names.lang, ''))}</em></p>" if one.clause.reason else ""
    marks = [mark for mark in remarks_of(one, names.lang) if mark != read_label(one.clause.reason, names.lang, "")]
    lacks = f'<p class="lack">{escape("; ".join(marks))}</p>' if marks else ""
    answers = []
    for answer in one.answers:
        words = ", ".join(f"“{word}”" for word in answer.cite.words) if answer.cite else ""
        text = _answer(names, answer.sort, answer_name(names, answer), answer.name)
        text += f" <small>{escape(words)}</small>" if words else ""
        if lacking(one, answer):
            text += f' <span class="lack">{escape(pick(UNTESTED, names.lang))}</span>'
        answers.append(text)
    return escape(one.clause.id), reason + lacks + _list(answers), _list(map(_case, map(case_text, cases_of(one))))


def _answer(names: Naming, sort: str, label: str, name: str) -> str:
    word = next(pick(text, names.lang) for key, text in SORTS.items() if key == sort)
    own = f" <code>{escape(name)}</code>" if sort in ("criterion", "veto", "exemption", "quota") else ""
    return f'<span class="sort">{escape(word)}</span> {escape(label)}{own}'


def _case(text: str) -> str:
    title, bracket, place = text.rpartition(" (")
    return f"{escape(title)} <small>{escape(bracket.strip() + place)}</small>"


def _by_case(held: ClauseMap, names: Naming) -> Iterator[str]:
    if held.cases:
        yield f"<h2>{escape(pick(BY_CASE, names.lang))}</h2>"
        yield from _table(CASE_COLUMNS[names.lang], (_case_row(one, names) for one in held.cases))


def _case_row(one: CaseClauses, names: Naming) -> tuple[str, str, str]:
    clauses = _list(map(escape, clause_ids(one.clauses)))
    none = f'<p class="lack">{escape(pick(NO_CLAUSE, names.lang))}</p>'
    answers = (_answer(names, each.sort, answer_name(names, each), each.name) for each in one.answers)
    return _case(case_text(one.case)), clauses or none, _list(answers)


def _table(columns: Sequence[str], rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    yield "<table>"
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for first, *others in rows:
        cells = "".join(
            f'<td data-label="{escape(label)}">{cell}</td>' for label, cell in zip(columns[1:], others, strict=True)
        )
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield "</tbody>"
    yield "</table>"


def _list(items: Iterable[str]) -> str:
    said = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{said}</ul>" if said else ""
