"""The second table: incidents, one row a measure taken."""

from collections.abc import Mapping
from os import PathLike
from typing import assert_never

from xeploai.evidence.incidents import faults_of_incidents
from xeploai.intake import faults, incident_faults
from xeploai.intake.headings import Unfit, meanings_of
from xeploai.intake.incident_rows import Line, incident_in
from xeploai.intake.log import Log, refusal, report, take
from xeploai.intake.opened import Format, opened
from xeploai.intake.table import Row, Table, width_of
from xeploai.intake.vocabulary import Vocabulary, vocabulary
from xeploai.intake.widths import check_widths
from xeploai.model.incident import Incident
from xeploai.source import Place
from xeploai.vietnamese.folding import fold

COLUMNS = {
    "id": "Mã vụ việc",
    "subject": "Đối tượng",
    "conduct": "Hành vi",
    "date": "Ngày",
    "kind": "Loại",
    "measure": "Hình thức xử lý",
    "self_detected": "Tự phát hiện",
    "remedied": "Đã khắc phục",
    "decision": "Quyết định",
    "conduct_date": "Ngày vi phạm",
}
_NEEDED = ("id", "subject", "conduct")
_YES_NO = ("self_detected", "remedied")


def read_incidents(path: str | PathLike[str]) -> tuple[Incident, ...]:
    """Read a table of incidents (`.csv`, `.json`; `-` is CSV on standard input), in its order; none is no fault.

    One row a measure: its id, the subject's id, what was done (the same words for several measures of one conduct), the
    day of the measure, its kind and the measure in words, whether it was self-detected and remedied, the decision, the
    day of the conduct. A blank is not known. Words are kept as plain ids: `Khiển trách` is `khien-trach`.

    Raises:
        InvalidEvidence: the table cannot be used; every fault is named with its row and column.
    """
    file, form, data = opened(path)
    return incidents_in(data, file, form)


def incidents_in(data: bytes, file: str, form: Format) -> tuple[Incident, ...]:
    """The incidents in the bytes of a file; `file` is what messages call it.

    Raises:
        InvalidEvidence: every fault, with its row and column.
    """
    log = Log(file)
    known = vocabulary((id_, (label,)) for id_, label in COLUMNS.items())
    table = _table(data, form, known, log)
    means = meanings_of(table, known, log, Unfit(incident_faults.UNKNOWN_COLUMN, incident_faults.NO_KNOWN_COLUMN))
    for column in _NEEDED if width_of(table) else ():
        if column not in log.headings:
            place = Place(log.file, row=table.heading_row)
            report(log, incident_faults.NO_COLUMN, place, column=column, label=COLUMNS[column])
    check_widths(table, log, incident_faults.CUT_OFF)
    numbers = {meaning: number for number, meaning in means.items() if meaning}
    ignored = frozenset(number for number, meaning in means.items() if not meaning)
    rows = [row for row in table.rows if not ignored.issuperset(row.cells)]
    _check_only_x(log, table, rows, numbers)
    found = tuple(incident_in(Line(log, numbers, row)) for row in rows)
    _check(log, found)
    if log.problems:
        raise refusal(log)
    return found


def _table(data: bytes, form: Format, known: Vocabulary, log: Log) -> Table:
    # Each format is loaded when a table asks for it.
    match form:
        case "csv":
            from xeploai.intake.from_csv import csv_table

            return csv_table(data, known, log)
        case "json":
            from xeploai.intake.from_json import Listed, json_table

            return json_table(
                data, log, Listed("incidents", incident_faults.NOT_A_LIST, incident_faults.NOT_AN_INCIDENT)
            )
        case _:
            assert_never(form)


def _check_only_x(log: Log, table: Table, rows: list[Row], numbers: Mapping[str, int]) -> None:
    for column in _YES_NO:
        if column in numbers:
            cells = {row.cells.get(numbers[column], "") for row in rows}
            if {fold(cell) if isinstance(cell, str) else cell for cell in cells} == {"x", ""}:
                report(log, faults.ONLY_X, Place(log.file, row=table.heading_row, field=column))


def _check(log: Log, found: tuple[Incident, ...]) -> None:
    """What the evidence floor finds, but for cells of which something has been said, and columns that are absent."""
    said = {(problem.place.row, problem.place.field) for problem in log.problems}
    for problem in faults_of_incidents(found):
        if problem.place.field in log.headings and (problem.place.row, problem.place.field) not in said:
            take(log, problem)
