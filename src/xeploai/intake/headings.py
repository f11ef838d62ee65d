"""Which column is what: headed by an id or by a label, in any spelling that means the same."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from xeploai.diagnostic import Fault
from xeploai.intake import faults
from xeploai.intake.log import Log, refuse, report, shown
from xeploai.intake.table import MOST_COLUMNS, Table, width_of
from xeploai.intake.vocabulary import Vocabulary, look_up, variants, vocabulary
from xeploai.model.fact import Fact
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place
from xeploai.vietnamese.folding import fold
from xeploai.vietnamese.letters import look_alikes, mend

BASE = {
    "id": "Mã đơn vị",
    "name": "Tên đơn vị",
    "kind": "Loại hình tổ chức",
    "parent": "Trực thuộc (mã đơn vị cấp trên trực tiếp)",
}
NOTES = {"can_cu_xep_loai": "Căn cứ xếp loại", "ly_do_khong_xep_loai": "Lý do không xếp loại"}
IGNORED = ("STT", "TT", "Ghi chú", "Người báo cáo", "Điện thoại")

_LONGEST_TITLE = 20
"""Rows in which the headings are looked for; a form has no longer title."""


class Column(NamedTuple):
    """What a column holds: one of the base columns, a text, or a fact; `""` is a column that is ignored."""

    means: str
    fact: Fact | None = None


class Unfit(NamedTuple):
    """What is said of a heading that is not known, and of a table that has no known one."""

    unknown: Fault = faults.UNKNOWN_COLUMN
    none_known: Fault = faults.NO_KNOWN_COLUMN


def text_columns(rules: Ruleset) -> tuple[str, ...]:
    """The columns of text beside the facts: documents behind them, and groups of similar role."""
    documents = (fact.document for fact in rules.facts)
    groups = (quota.group for quota in rules.quotas)
    return tuple(dict.fromkeys([*NOTES, *(name for name in (*documents, *groups) if name)]))


def known_headings(rules: Ruleset) -> Vocabulary:
    """All headings that a table for these rules may have, but for those of ignored columns."""
    own = {**BASE, **NOTES}
    texts = [(name, ()) for name in text_columns(rules) if name not in own]
    taken = {*own, *(name for name, _ in texts)}
    facts = [(fact.id, (fact.label.vi,) if fact.label else ()) for fact in rules.facts if fact.id not in taken]
    return vocabulary([*((id_, (label,)) for id_, label in own.items()), *texts, *facts])


def kind_names(rules: Ruleset) -> str:
    """The kinds of a rule set as messages list them."""
    return ", ".join(f"`{kind.label.vi if kind.label else kind.id}`" for kind in rules.kinds) or "–"


def recognised(known: Vocabulary, headings: Sequence[str]) -> int:
    """How many of the headings are known, the ignored ones included."""
    return sum(bool(look_up(known, heading).ids) or _is_ignored(heading) for heading in headings[:MOST_COLUMNS])


def columns_of(table: Table, rules: Ruleset, known: Vocabulary, log: Log) -> Mapping[int, Column]:
    """The columns that are known, by number; every fault of the others is noted.

    Raises:
        InvalidEvidence: not one column is known, or there are more than any table has.
    """
    texts = {*BASE, *text_columns(rules)}
    facts = {fact.id: fact for fact in rules.facts if fact.id not in texts}
    means = meanings_of(table, known, log, Unfit())
    for fault in _absent(rules, log) if width_of(table) else ():
        report(log, fault, Place(log.file, row=table.heading_row), kinds=kind_names(rules))
    return {number: Column(meaning, facts.get(meaning)) for number, meaning in means.items()}


def meanings_of(table: Table, known: Vocabulary, log: Log, unfit: Unfit) -> dict[int, str]:
    """What each column means, by number: `""` where it is ignored; every fault of the others is noted.

    Raises:
        InvalidEvidence: not one column is known, or there are more than any table has.
    """
    width = width_of(table)
    if width > MOST_COLUMNS:
        raise refuse(log, faults.TOO_MANY_COLUMNS, count=width, limit=MOST_COLUMNS)
    if width and not recognised(known, table.headings):
        place, heading = Place(log.file, row=table.heading_row), shown(", ".join(table.headings[:width]))
        if below := _heading_below(table, known):
            raise refuse(log, faults.HEADING_BELOW, place, heading=heading, row=below)
        raise refuse(log, unfit.none_known, place, heading=heading)
    found: dict[int, str] = {}
    filled = {number for row in table.rows for number in row.cells}
    for number, heading in enumerate(table.headings[:MOST_COLUMNS]):
        at = Place(log.file, row=table.heading_row)
        if not fold(heading):
            if number in filled:
                report(log, faults.NO_HEADING, at, number=number + 1)
            continue
        means = _meaning(known, log, at, heading, unfit)
        if means:
            log.headings[means] = shown(heading)
        if means is not None:
            found[number] = means
    return found


def _heading_below(table: Table, known: Vocabulary) -> int | None:
    """The row that looks like the headings where the first one does not: titles often stand above them."""
    if table.heading_row is None:
        return None
    for row in table.rows[:_LONGEST_TITLE]:
        if recognised(known, [cell for cell in row.cells.values() if isinstance(cell, str)]) > 1:
            return row.number
    return None


def _meaning(known: Vocabulary, log: Log, at: Place, heading: str, unfit: Unfit) -> str | None:
    """What a heading means: `""` where its column is ignored, `None` where it cannot be read."""
    place = at._replace(field=shown(heading))
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
            report(log, unfit.unknown, place, meant=known.meant(heading), heading=shown(heading))
            return None
        case several:
            report(log, faults.AMBIGUOUS_COLUMN, place, heading=shown(heading), means=", ".join(several))
            return None


def report_mended(log: Log, place: Place, field: str | None, text: str) -> None:
    """Say aloud that a word was read although some of its letters only look like the right ones."""
    letters = ", ".join(dict.fromkeys(f"`{s.found}` (U+{ord(s.found[-1]):04X})" for s in look_alikes(text)))
    report(log, faults.LOOK_ALIKE, place, field, given=shown(text), letters=letters, read=shown(mend(text)))


def _is_ignored(heading: str) -> bool:
    return not _ignored().isdisjoint(variants(fold(heading)))


@cache
def _ignored() -> frozenset[str]:
    return frozenset(fold(heading) for heading in IGNORED)


def _absent(rules: Ruleset, log: Log) -> Iterator[Fault]:
    if "id" not in log.headings:
        yield faults.NO_ID_COLUMN
    if rules.kinds and "kind" not in log.headings:
        yield faults.NO_KIND_COLUMN
