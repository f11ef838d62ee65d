"""What is no fault by itself, and often a slip that would change a verdict in silence."""

from collections.abc import Iterator, Sequence

from xeploai.diagnostic import Fault
from xeploai.intake import faults
from xeploai.intake.headings import BASE
from xeploai.intake.log import report, shown
from xeploai.intake.rows import Sheet
from xeploai.model.evidence import Evidence
from xeploai.source import Place

MOST_NAMED = 10
"""A sheet with merged cells has hundreds of rows that nobody would read one by one."""
# By a table: a pattern would be compiled for every table of plain ids.
_SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}


def note_doubts(sheet: Sheet, stated: Sequence[Evidence]) -> None:
    """Note what is doubtful about the rows as they are stated, their parents not looked up."""
    _note_without_parent(sheet, stated)
    _note_nearly_the_same(sheet, stated)


def _note_without_parent(sheet: Sheet, stated: Sequence[Evidence]) -> None:
    field = "parent" if "parent" in sheet.numbers else None
    column = sheet.log.headings.get("parent", BASE["parent"])
    found = list(_without_parent(sheet, stated))
    for subject in found[:MOST_NAMED]:
        report(sheet.log, faults.NO_PARENT, _place(sheet, subject), field, column=column)
    _count(sheet, faults.MORE_WITHOUT_PARENT, found[MOST_NAMED:], field)


def _without_parent(sheet: Sheet, stated: Sequence[Evidence]) -> Iterator[Evidence]:
    """The subjects without a parent where another row may be it.

    A kind that may stand under its own has to begin somewhere: of another row of that kind nothing follows.
    """
    children, there = sheet.dictionary.children, {subject.kind for subject in stated}
    may_stand = {child for kind in there for child in children.get(kind, ()) if child != kind}
    faulty = {problem.place.row for problem in sheet.log.problems if problem.place.field == "parent"}
    for subject in stated:
        if subject.parent is None and subject.kind in may_stand and subject.id and _row(subject) not in faulty:
            yield subject


def _note_nearly_the_same(sheet: Sheet, stated: Sequence[Evidence]) -> None:
    """Ids are compared as they are written; nobody keeps two apart that look the same when they are read out."""
    first: dict[str, Evidence] = {}
    found = [
        (subject, other)
        for subject in stated
        if (plain := _read_out(subject.id)) and (other := first.setdefault(plain, subject)).id != subject.id
    ]
    for subject, other in found[:MOST_NAMED]:
        place, above = _place(sheet, subject), shown(other.id)
        report(sheet.log, faults.NEARLY_THE_SAME, place, "id", id=shown(subject.id), other=above, row=_row(other))
    _count(sheet, faults.MORE_NEARLY_THE_SAME, [subject for subject, _ in found[MOST_NAMED:]], "id")


def _read_out(id_: str) -> str:
    """An id without case and signs. One with other letters was refused, and has no share in this."""
    return " ".join(id_.lower().translate(_SIGNS).split()) if id_.isascii() else ""


def _count(sheet: Sheet, fault: Fault, rest: Sequence[Evidence], field: str | None) -> None:
    """Note how many there are that are not named."""
    if rest:
        report(sheet.log, fault, Place(sheet.log.file, row=_row(rest[0])), field, count=len(rest))


def _place(sheet: Sheet, subject: Evidence) -> Place:
    return Place(sheet.log.file, row=_row(subject), subject=shown(subject.id))


def _row(subject: Evidence) -> int | None:
    return subject.at.row if subject.at else None
