"""A row of a table, as what is known of one subject."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import name as name_of
from unicodedata import normalize

import attrs

from xeploai.evidence import faults as evidence_faults
from xeploai.evidence.plan import Dictionary
from xeploai.intake import cell_faults, faults
from xeploai.intake.answers import Levels, levels_of, read_answer, spoiled
from xeploai.intake.headings import NOTES, Column, kind_names, report_mended
from xeploai.intake.log import Log, report, shown
from xeploai.intake.table import Cell, Odd, Row
from xeploai.intake.vocabulary import Vocabulary, look_up, vocabulary
from xeploai.model.evidence import Answer, Evidence
from xeploai.source import Place
from xeploai.vietnamese import fold, mend
from xeploai.vietnamese.letters import without_hidden

TOTALS = frozenset(("cộng", "tổng cộng", "tổng số"))
LONGEST_ID = 100


@attrs.frozen
class Sheet:
    """What it takes to read a row: its columns, the words for kinds and levels, the data dictionary."""

    log: Log
    columns: Mapping[int, Column]
    dictionary: Dictionary
    kinds: Vocabulary
    kind_names: str
    levels: Levels


def sheet_of(log: Log, columns: Mapping[int, Column], dictionary: Dictionary) -> Sheet:
    """Prepare the words of a rule set for reading rows."""
    rules = dictionary.rules
    labels = {kind.id: (kind.label.vi,) if kind.label else () for kind in rules.kinds}
    words = vocabulary((kind.id, (*labels[kind.id], *kind.aliases)) for kind in rules.kinds)
    return Sheet(log, columns, dictionary, words, kind_names(rules), levels_of(rules.scale))


def is_blank(sheet: Sheet, row: Row) -> bool:
    """Whether a row says nothing, whatever stands in its ignored columns."""
    return all(number in sheet.columns and not sheet.columns[number].means for number in row.cells)


def is_total(sheet: Sheet, row: Row) -> bool:
    """Whether a row is one of totals: so named, or so marked in an ignored column, and without an id of its own."""
    named = _words(sheet, row, ("name",)) or _words(sheet, row, ("",))
    ids = _words(sheet, row, ("id",))
    return TOTALS.issuperset(ids) and not TOTALS.isdisjoint((*ids, *named))


def _words(sheet: Sheet, row: Row, means: Iterable[str]) -> list[str]:
    texts = [
        fold(cell).rstrip(" :.")
        for number, cell in row.cells.items()
        if isinstance(cell, str) and number in sheet.columns and sheet.columns[number].means in means
    ]
    return [text for text in texts if text]


def read_row(sheet: Sheet, row: Row) -> Evidence:
    """What a row says of a subject, all its faults noted.

    The parent is what stands in the cell, and so is the kind where it is unknown.
    """
    base: dict[str, Cell] = {}
    facts: list[tuple[Column, Cell]] = []
    for number, cell in row.cells.items():
        column = sheet.columns.get(number)
        if column is not None and column.fact is not None:
            facts.append((column, cell))
        elif column is not None and column.means:
            base[column.means] = cell
    at = Place(sheet.log.file, row=row.number)
    id_ = _id(sheet, at, base)
    place = attrs.evolve(at, subject=id_ or None)
    kind = _kind(sheet, place, base)
    return Evidence(
        id=id_,
        kind=kind,
        facts=_facts(sheet, place, kind, facts),
        name=_text(sheet, place, base, "name") or None,
        parent=_text(sheet, place, base, "parent") or None,
        notes={note: text for note in NOTES if (text := _text(sheet, place, base, note))},
        at=at,
    )


def _text(sheet: Sheet, place: Place, base: Mapping[str, Cell], means: str) -> str:
    cell = base.get(means, "")
    place = attrs.evolve(place, field=means)
    if fault := spoiled(cell):
        report(sheet.log, fault, place, given=shown(cell.text if isinstance(cell, Odd) else cell))
        return ""
    if not isinstance(cell, str):
        report(sheet.log, cell_faults.NOT_TEXT, place, given=f"`{str(cell).lower()}`")
        return ""
    return cell if cell.isalnum() and cell.isascii() else " ".join(normalize("NFC", without_hidden(cell)).split())


def _id(sheet: Sheet, at: Place, base: Mapping[str, Cell]) -> str:
    cell = base.get("id", "")
    if not isinstance(cell, str) or spoiled(cell):
        return _text(sheet, at, base, "id")
    id_ = cell.strip()
    place = attrs.evolve(at, subject=shown(id_) or None, field="id")
    if not fold(id_):
        if "id" in sheet.log.headings:
            report(sheet.log, faults.NO_ID, attrs.evolve(at, field="id"))
        return ""
    if len(id_) > LONGEST_ID:
        report(sheet.log, faults.ID_TOO_LONG, place, id=shown(id_), limit=LONGEST_ID)
    elif not (id_.isascii() and id_.isprintable()):
        strange = dict.fromkeys(letter for letter in id_ if not (letter.isascii() and letter.isprintable()))
        letters = ", ".join(f"`{shown(s)}` (U+{ord(s):04X} {name_of(s, '')}".rstrip() + ")" for s in strange)
        report(sheet.log, faults.ID_NOT_ASCII, place, meant=_in_ascii(id_), id=shown(id_), letters=letters)
    return id_


def _in_ascii(id_: str) -> str | None:
    """The id without marks on its letters, d for đ; `None` where that is no id either."""
    plain = normalize("NFD", mend(without_hidden(id_))).replace("đ", "d").replace("Đ", "D")
    plain = re.sub("[\u0300-\u036f]", "", plain)
    return plain if plain.isascii() and plain.isprintable() and plain.strip() else None


def _kind(sheet: Sheet, place: Place, base: Mapping[str, Cell]) -> str:
    if not sheet.dictionary.rules.kinds and "kind" not in base:
        return ""
    text = _text(sheet, place, base, "kind")
    place = attrs.evolve(place, field="kind")
    sense = look_up(sheet.kinds, text)
    match sense.ids:
        case (kind,):
            if sense.mended:
                report_mended(sheet.log, place, text)
            return kind
        case () if not text:
            cell = base.get("kind", "")
            if "kind" in sheet.log.headings and isinstance(cell, str) and not spoiled(cell):
                report(sheet.log, faults.NO_KIND, place, kinds=sheet.kind_names)
        case ():
            meant = sheet.kinds.meant(text)
            values = {"kind": shown(text), "kinds": sheet.kind_names}
            report(sheet.log, evidence_faults.UNKNOWN_KIND, place, meant=meant, **values)
        case several:
            report(sheet.log, faults.AMBIGUOUS_KIND, place, kind=shown(text), kinds=", ".join(several))
    return text


def _facts(sheet: Sheet, place: Place, kind: str, cells: Iterable[tuple[Column, Cell]]) -> dict[str, Answer | None]:
    plan = sheet.dictionary.plans.get(kind)
    found: dict[str, Answer | None] = {}
    for column, cell in cells:
        fact = column.fact
        assert fact is not None
        if plan is not None and fact.id not in plan.facts:
            # Whatever is written there is one fault: the evidence floor says that this kind does not carry the fact.
            found[fact.id] = cell.text if isinstance(cell, Odd) else cell
            if isinstance(cell, str) and not fold(cell):
                del found[fact.id]
        else:
            found[fact.id] = read_answer(sheet.log, place, fact, sheet.levels, cell)
    return found
