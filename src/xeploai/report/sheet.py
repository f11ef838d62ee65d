"""CSV as spreadsheets read it."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV text. A name that a spreadsheet would run as a formula is written as text."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _safe(cell: object) -> object:
    if not isinstance(cell, str):
        return "" if cell is None else cell
    # A carriage return ends a row for those who read the sheet, and the writer does not quote it.
    text = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return text.replace("\r\n", "\n").replace("\r", "\n")
