"""A row of a table, as what is known of one subject."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import name as name_of
from unicodedata import normalize

from xeploai.evidence import faults as evidence_faults
from xeploai.evidence.plan import Dictionary
from xeploai.intake import cell_faults, faults
from xeploai.intake.answers import read_answer, spoiled
from xeploai.intake.headings import Column, kind_names, report_mended, text_columns
from xeploai.intake.log import Log, report, shown
from xeploai.intake.scales import Scales, scales_of
from xeploai.intake.table import Cell, Odd, Row
from xeploai.intake.vocabulary import Vocabulary, look_up, vocabulary
from xeploai.model.evidence import Answer, Evidence
from xeploai.source import Place
from xeploai.vietnamese.folding import fold
from xeploai.vietnamese.letters import mend, without_hidden

TOTALS = frozenset(("cộng", "tổng cộng", "tổng số"))
LONGEST_ID = 100


class Sheet(NamedTuple):
    """What it takes to read a row: its columns, the words for kinds and levels, the data dictionary.

    `numbers`: where the base columns and texts stand. `texts`: the columns of text beside the facts. `ignored`: the
    columns that are ignored.
    """

    log: Log
    columns: Mapping[int, Column]
    numbers: Mapping[str, int]
    texts: tuple[str, ...]
    ignored: frozenset[int]
    dictionary: Dictionary
    kinds: Vocabulary
    scales: Scales


def sheet_of(log: Log, columns: Mapping[int, Column], dictionary: Dictionary) -> Sheet:
    """Prepare the words of a rule set for reading rows."""
    rules = dictionary.rules
    kinds = ((kind.id, (*((kind.label.vi,) if kind.label else ()), *kind.aliases)) for kind in rules.kinds)
    return Sheet(
        log=log,
        columns=columns,
        numbers={column.means: number for number, column in columns.items() if column.means and not column.fact},
        texts=text_columns(rules),
        ignored=frozenset(number for number, column in columns.items() if not column.means),
        dictionary=dictionary,
        kinds=vocabulary(kinds),
        scales=scales_of(rules),
    )


def is_blank(sheet: Sheet, row: Row) -> bool:
    """Whether a row says nothing, whatever stands in its ignored columns."""
    return sheet.ignored.issuperset(row.cells)


def is_total(sheet: Sheet, row: Row) -> bool:
    """Whether a row is one of totals: so named, or so marked in an ignored column, and without an id of its own."""
    if id_ := _plain(row, sheet.numbers.get("id", -1)):
        return id_ in TOTALS
    if name := _plain(row, sheet.numbers.get("name", -1)):
        return name in TOTALS
    return any(_plain(row, number) in TOTALS for number in sheet.ignored)


def _plain(row: Row, number: int) -> str:
    cell = row.cells.get(number)
    return fold(cell).rstrip(" :.") if isinstance(cell, str) else ""


def read_row(sheet: Sheet, row: Row) -> Evidence:
    """What a row says of a subject, all its faults noted.

    The parent is what stands in the cell, and so is the kind where it is unknown.
    """
    at = Place(sheet.log.file, row=row.number)
    id_ = _id(sheet, at, row)
    if id_:
        at = Place(sheet.log.file, row=row.number, subject=shown(id_))
    kind = _kind(sheet, at, row)
    return Evidence(
        id=id_,
        kind=kind,
        facts=_facts(sheet, at, kind, row),
        name=_text(sheet, at, row, "name") or None,
        parent=_text(sheet, at, row, "parent") or None,
        notes={note: text for note in sheet.texts if (text := _text(sheet, at, row, note))},
        at=Place(sheet.log.file, row=row.number),
    )


def _text(sheet: Sheet, at: Place, row: Row, means: str) -> str:
    return read_text(sheet.log, at, means, row.cells.get(sheet.numbers.get(means, -1)))


def read_text(log: Log, at: Place, means: str, cell: Cell | None) -> str:
    """The text in a cell of a column, on one line and as it looks; `""` where it is none, its fault noted."""
    if cell is None:
        return ""
    if fault := spoiled(cell):
        report(log, fault, at, means, given=shown(cell.text if isinstance(cell, Odd) else cell))
        return ""
    if not isinstance(cell, str):
        report(log, cell_faults.NOT_TEXT, at, means, given=f"`{str(cell).lower()}`")
        return ""
    return " ".join((cell if cell.isascii() else normalize("NFC", without_hidden(cell))).split())


def _id(sheet: Sheet, at: Place, row: Row) -> str:
    cell = row.cells.get(sheet.numbers.get("id", -1), "")
    if not isinstance(cell, str) or spoiled(cell):
        return _text(sheet, at, row, "id")
    id_ = " ".join(cell.split())
    if not fold(id_):
        if "id" in sheet.numbers:
            report(sheet.log, faults.NO_ID, at, "id")
        return ""
    at = at._replace(subject=shown(id_))
    if len(id_) > LONGEST_ID:
        report(sheet.log, faults.ID_TOO_LONG, at, "id", id=shown(id_), limit=LONGEST_ID)
    elif strange := dict.fromkeys(letter for letter in id_ if not (letter.isascii() and letter.isprintable())):
        letters = ", ".join(f"`{shown(s)}` (U+{ord(s):04X} {name_of(s, '')}".rstrip() + ")" for s in strange)
        report(sheet.log, faults.ID_NOT_ASCII, at, "id", meant=_in_ascii(id_), id=shown(id_), letters=letters)
    return id_


def _in_ascii(id_: str) -> str | None:
    """The id without marks on its letters, d for đ; `None` where that is no id either."""
    plain = normalize("NFD", mend(without_hidden(id_))).replace("đ", "d").replace("Đ", "D")
    plain = re.sub("[\u0300-\u036f]", "", plain)
    return plain if plain.isascii() and plain.isprintable() and plain.strip() else None


def _kind(sheet: Sheet, at: Place, row: Row) -> str:
    rules = sheet.dictionary.rules
    cell = row.cells.get(sheet.numbers.get("kind", -1), "")
    if not rules.kinds and not cell:
        return ""
    text = _text(sheet, at, row, "kind")
    sense = look_up(sheet.kinds, text)
    match sense.ids:
        case (kind,):
            if sense.mended:
                report_mended(sheet.log, at, "kind", text)
            return kind
        case () if not text:
            if "kind" in sheet.numbers and isinstance(cell, str) and not spoiled(cell):
                report(sheet.log, faults.NO_KIND, at, "kind", kinds=kind_names(rules))
        case ():
            values = {"kind": shown(text), "kinds": kind_names(rules)}
            report(sheet.log, evidence_faults.UNKNOWN_KIND, at, "kind", meant=sheet.kinds.meant(text), **values)
        case several:
            report(sheet.log, faults.AMBIGUOUS_KIND, at, "kind", kind=shown(text), kinds=", ".join(several))
    return text


def _facts(sheet: Sheet, at: Place, kind: str, row: Row) -> dict[str, Answer | None]:
    plan = sheet.dictionary.plans.get(kind)
    found: dict[str, Answer | None] = {}
    for number, cell in row.cells.items():
        column = sheet.columns.get(number)
        if column is None or (fact := column.fact) is None:
            continue
        if plan is None or fact.id in plan.facts:
            found[fact.id] = read_answer(sheet.log, at, fact, sheet.scales, cell)
        elif not isinstance(cell, str) or fold(cell):
            # Whatever is written there is one fault: the evidence floor says that this kind does not carry the fact.
            found[fact.id] = cell.text if isinstance(cell, Odd) else cell
    return found
