"""A row of a table of incidents, as what is known of one measure."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from xeploai.intake import cell_faults, incident_faults
from xeploai.intake.answers import read_date, read_yes_no, spoiled
from xeploai.intake.log import Log, report, shown
from xeploai.intake.rows import read_text
from xeploai.intake.scales import stands_for_nothing
from xeploai.intake.table import Cell, Odd, Row
from xeploai.model.incident import Incident
from xeploai.source import Place
from xeploai.vietnamese.letters import plain_id

T = TypeVar("T")


class Line(NamedTuple):
    """A row, and where its columns stand."""

    log: Log
    numbers: Mapping[str, int]
    row: Row


def incident_in(line: Line) -> Incident:
    """What a row says of a measure, all faults of its cells noted."""
    at = Place(line.log.file, row=line.row.number)
    id_ = _text(line, at, "id")
    here = Place(line.log.file, row=line.row.number, subject=shown(id_) or None)
    conduct = _text(line, here, "conduct")
    if conduct and stands_for_nothing(conduct):
        # A dash in several rows would make one conduct of them.
        report(line.log, incident_faults.UNCLEAR, here, "conduct", given=shown(conduct))
    return Incident(
        id=id_,
        subject=_text(line, here, "subject"),
        conduct=conduct,
        date=_read(line, here, "date", read_date, _day),
        kind=_word(line, here, "kind"),
        measure=_word(line, here, "measure"),
        self_detected=_read(line, here, "self_detected", read_yes_no, _truth),
        remedied=_read(line, here, "remedied", read_yes_no, _truth),
        decision=_text(line, here, "decision") or None,
        conduct_date=_read(line, here, "conduct_date", read_date, _day),
        at=at,
    )


def _cell(line: Line, column: str) -> Cell | None:
    return line.row.cells.get(line.numbers.get(column, -1))


def _text(line: Line, at: Place, column: str) -> str:
    return read_text(line.log, at, column, _cell(line, column))


def _word(line: Line, at: Place, column: str) -> str | None:
    text = _text(line, at, column)
    word = plain_id(text)
    if text and (not word or stands_for_nothing(text)):
        report(line.log, incident_faults.UNCLEAR, at, column, given=shown(text))
        return None
    return word or None


def _read(
    line: Line,
    at: Place,
    column: str,
    read: Callable[[Log, Place, str, str], T | None],
    otherwise: Callable[[Log, Place, str, Cell], T | None],
) -> T | None:
    """What a column says: read from a text, `otherwise` taken as it is, nothing where something spoiled it."""
    cell = _cell(line, column)
    if cell is None:
        return None
    if fault := spoiled(cell):
        report(line.log, fault, at, column, given=shown(cell.text if isinstance(cell, Odd) else cell))
        return None
    return read(line.log, at, column, cell) if isinstance(cell, str) else otherwise(line.log, at, column, cell)


def _day(log: Log, at: Place, column: str, cell: Cell) -> None:
    fault = cell_faults.NOT_A_DATE if isinstance(cell, bool) else cell_faults.SERIAL
    report(log, fault, at, column, given=str(cell).lower())


def _truth(log: Log, at: Place, column: str, cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    report(log, cell_faults.NOT_AN_ANSWER, at, column, given=shown(cell))
    return None
