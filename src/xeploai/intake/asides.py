"""Rows that people put into a table beside the units: names of sections, signatures, notes."""

from xeploai.intake import faults
from xeploai.intake.log import report, shown
from xeploai.intake.rows import Sheet
from xeploai.intake.table import Cell, Odd, Row
from xeploai.model.evidence import Evidence
from xeploai.source import Place
from xeploai.vietnamese.folding import fold

_MOST_CELLS = 2
"""The number of a section and its name; those who sign on the left and on the right."""


def is_aside(sheet: Sheet, row: Row) -> bool:
    """Whether a row has next to nothing in it, and not what every unit has: its kind, or an id where there are none."""
    needed = "kind" if sheet.dictionary.rules.kinds and "kind" in sheet.numbers else "id"
    if len(row.cells) > _MOST_CELLS + len(sheet.ignored) or needed not in sheet.numbers:
        return False
    filled = _filled(sheet, row)
    named = {sheet.numbers[needed], sheet.numbers.get("parent")}
    return len(filled) <= _MOST_CELLS and named.isdisjoint(filled)


def read_aside(sheet: Sheet, row: Row) -> Evidence:
    """What such a row says, one fault noted. It may be a unit after all, under which others stand."""
    filled = _filled(sheet, row)
    report(sheet.log, faults.NOT_A_UNIT, Place(sheet.log.file, row=row.number), given=", ".join(filled.values()))
    id_, name = (_text(row.cells.get(sheet.numbers.get(column, -1))) for column in ("id", "name"))
    return Evidence(id_, name=name or None, at=Place(sheet.log.file, row=row.number))


def _filled(sheet: Sheet, row: Row) -> dict[int, str]:
    """What stands in the cells that are not ignored, as messages show it."""
    return {
        number: f"`{shown(cell.text if isinstance(cell, Odd) else cell)}`"
        for number, cell in row.cells.items()
        if number not in sheet.ignored and not (isinstance(cell, str) and not fold(cell))
    }


def _text(cell: Cell | None) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""
