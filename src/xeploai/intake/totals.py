"""Rows of totals: compared with what the rows add up to, and left out."""

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

import attrs

from xeploai.evidence.tree import children_of, lower_first
from xeploai.intake import cell_faults
from xeploai.intake.log import report, shown
from xeploai.intake.rows import Sheet
from xeploai.intake.table import Cell, Odd, Row
from xeploai.model.evidence import Evidence
from xeploai.model.fact import FactType
from xeploai.source import Place
from xeploai.vietnamese.figures import Count, Reason, count_text

Sums = Sequence[tuple[int, int]]
_LEVELS = 8
"""Offices have four; a chain a thousand deep has no totals level by level."""


def compare_totals(sheet: Sheet, subjects: Sequence[Evidence], totals: Sequence[Row]) -> None:
    """Note where a row of totals says something else than the rows: all of them, or those since the last such row.

    Nobody is counted twice: the sum is taken over the rows of one level of the tree, each with its own figure or, where
    it has none, the total over the rows below it. Which level a table sums up is not written anywhere, so any will do.
    """
    rows = [_row(subject) for subject in subjects]
    whole = cache(lambda fact: sums_by_level(subjects, fact))
    since = 0
    for total in totals:
        above = bisect(rows, total.number)
        section = _by_themselves(subjects[since:above])
        since = above
        # A row of totals may stand above the rows, or after another one.
        scopes: list[Callable[[str], Sums]] = [whole, partial(sums_by_level, section)] if section else [whole]
        for number, cell in total.cells.items():
            column = sheet.columns.get(number)
            if column is not None and column.fact is not None and column.fact.type is FactType.COUNT:
                place = Place(sheet.log.file, row=total.number, field=column.means)
                _compare(sheet, place, [sums(column.means) for sums in scopes], cell)


def _row(subject: Evidence) -> int:
    return (subject.at.row if subject.at else None) or 0


def _by_themselves(section: Sequence[Evidence]) -> list[Evidence]:
    """A part of a hierarchy as one of its own."""
    ids = {subject.id for subject in section}
    return [subject if subject.parent in ids else attrs.evolve(subject, parent=None) for subject in section]


def _compare(sheet: Sheet, place: Place, sums: Sequence[Sums], cell: Cell) -> None:
    found = count_text(cell.text if isinstance(cell, Odd) else str(cell))
    if not isinstance(found, Count):
        if found.reason not in (Reason.EMPTY, Reason.PLACEHOLDER):
            report(
                sheet.log,
                cell_faults.TOTAL_UNREADABLE,
                place,
                given=shown(cell.text if isinstance(cell, Odd) else cell),
            )
        return
    stated = found.value
    if not any(stated == total for levels in sums for _, total in levels):
        # A level of one row is no sum.
        computed = next((total for rows, total in sums[0] if rows > 1), sums[0][0][1])
        report(sheet.log, cell_faults.TOTAL_DIFFERS, place, stated=stated, computed=computed)


def sums_by_level(subjects: Sequence[Evidence], fact: str) -> list[tuple[int, int]]:
    """How many rows each level of a hierarchy has, and the sum of a fact over them, from the roots down."""
    below = children_of(subjects)
    figures = _figures(subjects, below, fact)
    level = below.get(None, [])
    found: list[tuple[int, int]] = []
    while len(found) < _LEVELS:
        found.append((len(level), sum(figures[subject.id] or 0 for subject in level)))
        if not any(subject.id in below for subject in level):
            break
        level = [lower for subject in level for lower in below.get(subject.id, [subject])]
    return found


def _figures(
    subjects: Sequence[Evidence], below: Mapping[str | None, Sequence[Evidence]], fact: str
) -> dict[str, int | None]:
    """A subject's own figure, else the total of those that are known below it."""
    figures: dict[str, int | None] = {}
    for subject in lower_first(subjects):
        own = subject.facts.get(fact)
        parts = [part for lower in below.get(subject.id, ()) if (part := figures[lower.id]) is not None]
        figures[subject.id] = own if isinstance(own, int) else sum(parts) if parts else None
    return figures
