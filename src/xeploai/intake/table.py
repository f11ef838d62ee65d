"""What every format is read into: headings, and rows of cells."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from xeploai.diagnostic import Fault

MOST_COLUMNS = 16_384
"""As many as a spreadsheet has."""


class Odd(NamedTuple):
    """A value that no cell may hold, and why."""

    fault: Fault
    text: str


Cell = str | int | bool | Decimal | Odd


class Row(NamedTuple):
    """A row under the number that people see, with those of its cells that are not empty, by column from 0.

    `width`: how many cells were written, the empty ones included, where that means anything.
    """

    number: int
    cells: Mapping[int, Cell]
    width: int | None = None


class Table(NamedTuple):
    """The headings of a file, the row in which they stand, if they do, and the rows below."""

    headings: Sequence[str]
    heading_row: int | None
    rows: Sequence[Row]


def width_of(table: Table) -> int:
    """How many headings there are, without the empty ones that a spreadsheet leaves at the end."""
    headings = table.headings
    return next((number for number in range(len(headings), 0, -1) if headings[number - 1].strip()), 0)
