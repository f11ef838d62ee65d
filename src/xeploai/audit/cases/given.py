"""The table of a worked case, as text or subject by subject, read by the same intake as the table of an office."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from xeploai.diagnostic import Diagnostic, InvalidEvidence
from xeploai.evidence.drawn import drawn
from xeploai.intake.incidents import incidents_in
from xeploai.intake.opened import Format
from xeploai.intake.read import read_bytes
from xeploai.located import Path
from xeploai.model.evidence import Hierarchy
from xeploai.model.period import Period, ends_within, only_year, read_period
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place, Source, place_of

_SERIES = re.compile(r"\{(\d{1,6})\.\.(\d{1,6})\}")
_QUOTES = ('"""', "'''")


@attrs.frozen(eq=False)
class Given:
    """What a case gives: what was read of its table, or why it cannot be, each fault at its line; and the period rated.

    `lines` says on which line of the file each row of the table stands.
    """

    evidence: Hierarchy | InvalidEvidence
    lines: tuple[int, ...]
    period: Period | None


def given_in(case: Mapping[str, Any], path: Path, source: Source, rules: Ruleset) -> Given:
    """What a case gives; a period that is none is left to the checks of the case."""
    period = period_of(case.get("period"), rules)
    if "rows" in case:
        lines, data = _text_table(case, path, source, "rows")
        form: Format = "csv"
    else:
        subjects: Mapping[str, Mapping[str, Any]] = case.get("evidence", {})
        lines = tuple(_line(place_of(source, (*path, "evidence", name), key=True)) for name in subjects)
        data, form = _as_json(subjects), "json"
    at = place_of(source, (*path, "title"), key=True)
    try:
        evidence = read_bytes(data.encode(), form, source.file, rules)
    except InvalidEvidence as invalid:
        return Given(_placed(invalid, lines, at), lines, period)
    if "incidents" not in case or period is None:
        return Given(evidence, lines, period)
    incident_lines, text = _text_table(case, path, source, "incidents")
    try:
        incidents = incidents_in(text.encode(), source.file, "csv")
    except InvalidEvidence as invalid:
        return Given(_placed(invalid, incident_lines, at), lines, period)
    try:
        return Given(drawn(rules, evidence, incidents, period), lines, period)
    except InvalidEvidence as invalid:
        return Given(_placed(invalid, lines, at), lines, period)


def period_of(text: str | None, rules: Ruleset) -> Period | None:
    """The period that is named; else the only year of the rules, where it ends within their dates; `None` elsewhere."""
    if text is None:
        only = only_year(rules.in_force)
        return only if only and ends_within(only, rules.in_force) else None
    try:
        return read_period(text)
    except ValueError:
        return None


def _text_table(case: Mapping[str, Any], path: Path, source: Source, key: str) -> tuple[tuple[int, ...], str]:
    """A table that is written as text: the line of each row, and the rows."""
    rows = list(_rows(case[key], _first_line(source, (*path, key))))
    return tuple(line for line, _ in rows), "\n".join(text for _, text in rows)


def _placed(invalid: InvalidEvidence, lines: tuple[int, ...], at: Place) -> InvalidEvidence:
    return InvalidEvidence([placed_in(problem, lines, at) for problem in invalid.problems])


def placed_in(problem: Diagnostic, lines: tuple[int, ...], case: Place) -> Diagnostic:
    """A problem of a table, at the line of the file of cases where its row stands; else at the case itself."""
    row = problem.place.row or problem.place.line or 0
    line = lines[row - 1] if 0 < row <= len(lines) else case.line
    return problem._replace(place=problem.place._replace(file=case.file, line=line, column=None, row=None))


def _rows(text: str, line: int) -> Iterator[tuple[int, str]]:
    """The rows with their lines; one that stands for a series is written out, `tot-{1..9}` as nine."""
    blank = len(text) - len(text.lstrip())
    line += text.count("\n", 0, blank)
    for number, row in enumerate(text.strip().split("\n"), line):
        cells = ";".join(cell.strip() for cell in row.split(";"))
        series = _SERIES.search(cells)
        for member in range(int(series[1]), int(series[2]) + 1) if series else ():
            yield number, _SERIES.sub(str(member), cells)
        if not series:
            yield number, cells


def _first_line(source: Source, path: Path) -> int:
    """The line of the file on which a text begins: after the quotes, where nothing else stands on theirs."""
    place = place_of(source, path)
    line = _line(place)
    opening = source.lines[line - 1][(place.column or 1) - 1 :].rstrip()
    return line + 1 if opening in _QUOTES else line


def _line(place: Place) -> int:
    return place.line or 1


def _as_json(subjects: Mapping[str, Mapping[str, Any]]) -> str:
    """The subjects as the table that they are in JSON; exact decimals stay as they are written."""
    objects = (
        ",".join(f"{_text(key)}:{_value(value)}" for key, value in [("id", name), *facts.items()])
        for name, facts in subjects.items()
    )
    return "[" + ",".join(f"{{{one}}}" for one in objects) + "]"


def _value(value: Any) -> str:
    match value:
        case bool() | int():
            return json.dumps(value)
        case Decimal():
            return str(value)
        case date():
            return _text(value.isoformat())
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
