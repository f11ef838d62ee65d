"""What is no fault by itself, and often a slip that would change a verdict in silence."""

from collections.abc import Iterator, Sequence

from xeploai.intake import faults
from xeploai.intake.headings import BASE
from xeploai.intake.log import report, shown
from xeploai.intake.rows import Sheet
from xeploai.model.evidence import Evidence
from xeploai.source import Place

MOST_NAMED = 10
"""A sheet with merged cells has hundreds of rows that nobody would read one by one."""


def note_doubts(sheet: Sheet, stated: Sequence[Evidence]) -> None:
    """Note what is doubtful about the rows as they are stated, their parents not looked up."""
    _note_without_parent(sheet, stated)


def _note_without_parent(sheet: Sheet, stated: Sequence[Evidence]) -> None:
    field = "parent" if "parent" in sheet.numbers else None
    column = sheet.log.headings.get("parent", BASE["parent"])
    found = list(_without_parent(sheet, stated))
    for subject in found[:MOST_NAMED]:
        report(sheet.log, faults.NO_PARENT, _place(sheet, subject), field, column=column)
    if rest := found[MOST_NAMED:]:
        place = Place(sheet.log.file, row=_row(rest[0]))
        report(sheet.log, faults.MORE_WITHOUT_PARENT, place, field, count=len(rest))


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


def _place(sheet: Sheet, subject: Evidence) -> Place:
    return Place(sheet.log.file, row=_row(subject), subject=shown(subject.id))


def _row(subject: Evidence) -> int | None:
    return subject.at.row if subject.at else None
