"""Rows that are longer or shorter than the header."""

from xeploai.diagnostic import Fault
from xeploai.intake import faults
from xeploai.intake.log import Log, report
from xeploai.intake.table import Table, width_of
from xeploai.source import Place


def check_widths(table: Table, log: Log, short: Fault) -> None:
    """Note the rows with cells beyond the last column, and as `short` those that end before it."""
    columns = width_of(table)
    for row in table.rows:
        if row.width is None or columns <= row.width <= len(table.headings):
            continue
        place = Place(log.file, row=row.number)
        if row.width < columns:
            report(log, short, place, cells=row.width, columns=columns)
        elif (cells := max(row.cells) + 1) > len(table.headings):
            report(log, faults.TOO_MANY_CELLS, place, cells=cells, columns=columns)
