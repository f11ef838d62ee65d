"""Which column is what: headed by an id or by a label, in any spelling that means the same."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xeploai.diagnostic import Fault
from xeploai.intake import faults
from xeploai.intake.log import Log, refuse, report, shown
from xeploai.intake.table import MOST_COLUMNS, Table, width_of
from xeploai.intake.vocabulary import Vocabulary, look_up, variants, vocabulary
from xeploai.model.fact import Fact
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place
from xeploai.vietnamese import fold, look_alikes, mend

BASE = {
    "id": "Mã đơn vị",
    "name": "Tên đơn vị",
    "kind": "Loại hình tổ chức",
    "parent": "Trực thuộc (mã đơn vị cấp trên trực tiếp)",
}
NOTES = {"can_cu_xep_loai": "Căn cứ xếp loại", "ly_do_khong_xep_loai": "Lý do không xếp loại"}
IGNORED = ("STT", "TT", "Ghi chú", "Người báo cáo", "Điện thoại")

_IGNORED = frozenset(fold(heading) for heading in IGNORED)


class Column(NamedTuple):
    """What a column holds: one of the base columns, a note, or a fact; `""` is a column that is ignored."""

    means: str
    fact: Fact | None = None


def known_headings(rules: Ruleset) -> Vocabulary:
    """All headings that a table for these rules may have, but for those of ignored columns."""
    own = {**BASE, **NOTES}
    facts = [(fact.id, (fact.label.vi,) if fact.label else ()) for fact in rules.facts if fact.id not in own]
    return vocabulary([*((id_, (label,)) for id_, label in own.items()), *facts])


def kind_names(rules: Ruleset) -> str:
    """The kinds of a rule set as messages list them."""
    return ", ".join(f"`{kind.label.vi if kind.label else kind.id}`" for kind in rules.kinds) or "–"


def recognised(known: Vocabulary, headings: Sequence[str]) -> int:
    """How many of the headings are known, the ignored ones included."""
    return sum(_is_ignored(heading) or bool(look_up(known, heading).ids) for heading in headings[:MOST_COLUMNS])


def columns_of(table: Table, rules: Ruleset, known: Vocabulary, log: Log) -> Mapping[int, Column]:
    """The columns that are known, by number; every fault of the others is noted.

    Raises:
        InvalidEvidence: not one column is known, or there are more than any table has.
    """
    width = width_of(table)
    if width > MOST_COLUMNS:
        raise refuse(log, faults.TOO_MANY_COLUMNS, count=width, limit=MOST_COLUMNS)
    if width and not recognised(known, table.headings):
        place = Place(log.file, row=table.heading_row)
        raise refuse(log, faults.NO_KNOWN_COLUMN, place, heading=shown(", ".join(table.headings[:width])))
    facts = {fact.id: fact for fact in rules.facts}
    columns: dict[int, Column] = {}
    filled = {number for row in table.rows for number in row.cells}
    for number, heading in enumerate(table.headings[:MOST_COLUMNS]):
        means = _meaning(table, known, log, heading, number in filled, number)
        if means:
            log.headings[means] = shown(heading)
        if means is not None:
            columns[number] = Column(means, None if means in BASE or means in NOTES else facts.get(means))
    for fault in _absent(rules, log) if width else ():
        report(log, fault, Place(log.file, row=table.heading_row), kinds=kind_names(rules))
    return columns


def _meaning(table: Table, known: Vocabulary, log: Log, heading: str, filled: bool, number: int) -> str | None:
    """What a heading means: `""` where its column is ignored, `None` where it cannot be read."""
    if not fold(heading):
        if filled:
            report(log, faults.NO_HEADING, Place(log.file, row=table.heading_row), number=number + 1)
        return None
    place = Place(log.file, row=table.heading_row, field=shown(heading))
    sense = look_up(known, heading)
    match sense.ids:
        case (means,) if means in log.headings:
            first = log.headings[means]
            report(log, faults.DUPLICATE_COLUMN, place, heading=shown(heading), first=first, means=means)
            return None
        case (means,):
            if sense.mended:
                report_mended(log, place, None, heading)
            return means
        case ():
            if _is_ignored(heading):
                return ""
            report(log, faults.UNKNOWN_COLUMN, place, meant=known.meant(heading), heading=shown(heading))
            return None
        case several:
            report(log, faults.AMBIGUOUS_COLUMN, place, heading=shown(heading), means=", ".join(several))
            return None


def report_mended(log: Log, place: Place, field: str | None, text: str) -> None:
    """Say aloud that a word was read although some of its letters only look like the right ones."""
    letters = ", ".join(dict.fromkeys(f"`{s.found}` (U+{ord(s.found[-1]):04X})" for s in look_alikes(text)))
    report(log, faults.LOOK_ALIKE, place, field, given=shown(text), letters=letters, read=shown(mend(text)))


def _is_ignored(heading: str) -> bool:
    return not _IGNORED.isdisjoint(variants(fold(heading)))


def _absent(rules: Ruleset, log: Log) -> Iterator[Fault]:
    if "id" not in log.headings:
        yield faults.NO_ID_COLUMN
    if rules.kinds and "kind" not in log.headings:
        yield faults.NO_KIND_COLUMN
