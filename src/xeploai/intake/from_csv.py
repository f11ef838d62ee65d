"""CSV as offices have it: commas, semicolons or tabs, and comments before the header."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from xeploai.intake import faults
from xeploai.intake.encoded import text_of
from xeploai.intake.headings import known_headings, recognised
from xeploai.intake.hierarchy import hierarchy_of
from xeploai.intake.log import Log, refuse
from xeploai.intake.table import Row, Table
from xeploai.intake.vocabulary import Vocabulary
from xeploai.model.evidence import Hierarchy
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place

DELIMITERS = ",;\t"


def read_csv(data: bytes, file: str, rules: Ruleset) -> Hierarchy:
    """The hierarchy in the bytes of a CSV file; `file` is what messages call it.

    Raises:
        InvalidEvidence: every fault, with its row and column.
    """
    log = Log(file)
    known = known_headings(rules)
    return hierarchy_of(csv_table(data, known, log), rules, known, log)


def csv_table(data: bytes, known: Vocabulary, log: Log) -> Table:
    """The table in the bytes of a CSV file, with the delimiter by which most of its header is known.

    Raises:
        InvalidEvidence: it is no text in UTF-8, or no CSV.
    """
    lines = list(io.StringIO(text_of(data, log), newline=""))
    unseen = int(bool(lines) and _names_delimiter(lines[0]))
    start = next((number for number in range(unseen, len(lines)) if not _is_comment(lines[number])), None)
    if start is None:
        raise refuse(log, faults.EMPTY_FILE)
    records = _records(lines, start, _delimiter(lines, start, known), log, unseen)
    heading_row, headings = next(records)
    rows = []
    for number, cells in records:
        if filled := {at: cell for at, cell in enumerate(cells) if cell and not cell.isspace()}:
            rows.append(Row(number, filled, len(cells)))
    return Table(headings, heading_row, rows)


def _names_delimiter(line: str) -> bool:
    """Whether a spreadsheet takes a first line for the name of the delimiter, as `sep=;`."""
    return line[:4].lower() == "sep=" and len(line.rstrip("\r\n")) == 5


def _is_comment(line: str) -> bool:
    """Whether a line before the header is none: a comment, also as a spreadsheet quotes it, or without any text."""
    return line.lstrip().startswith(("#", '"#')) or not line.strip(' \t\r\n,;"')


def _delimiter(lines: Sequence[str], start: int, known: Vocabulary) -> str:
    """The delimiter by which most of the header is known: labels hold commas, so that counting signs would mislead.

    Once one makes several headings, all of them known, no other is tried.
    """
    best, most = DELIMITERS[0], (0, 0)
    for delimiter in DELIMITERS:
        try:
            headings = next(csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True))
        except csv.Error:
            continue
        worth = recognised(known, headings), len(headings)
        if worth > most:
            best, most = delimiter, worth
        if worth[0] == len(headings) > 1:
            break
    return best


def _records(
    lines: Sequence[str], start: int, delimiter: str, log: Log, unseen: int
) -> Iterator[tuple[int, list[str]]]:
    """Each record under the number of its row in a spreadsheet: a cell of several lines makes one row.

    `unseen`: how many lines a spreadsheet reads and does not show, `sep=;` being one.
    """
    reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
    number = start - unseen
    while True:
        number += 1
        began = start + reader.line_num + 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            place = Place(log.file, line=began)
            if "limit" in str(error):
                raise refuse(log, faults.CELL_TOO_LONG, place, limit=csv.field_size_limit()) from None
            raise refuse(log, faults.BROKEN_QUOTES, place) from None
