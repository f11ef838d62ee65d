"""From a table to a hierarchy of evidence: read whole, or refused with every fault at once."""

from collections.abc import Iterable, Sequence

import attrs

from xeploai.diagnostic import Diagnostic
from xeploai.evidence import faults as evidence_faults
from xeploai.evidence.admission import faults_of
from xeploai.evidence.dictionary import dictionary
from xeploai.evidence.tree import contradictions, tree_faults
from xeploai.intake import faults
from xeploai.intake.asides import is_aside, read_aside
from xeploai.intake.doubts import note_doubts
from xeploai.intake.headings import columns_of
from xeploai.intake.log import Log, refusal, refuse, report, sorted_by_place, take
from xeploai.intake.parents import with_parents
from xeploai.intake.rows import Sheet, is_blank, is_total, read_row, sheet_of
from xeploai.intake.table import Row, Table
from xeploai.intake.vocabulary import Vocabulary
from xeploai.intake.widths import check_widths
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.fact import FactType
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place
from xeploai.vietnamese.folding import fold


def hierarchy_of(table: Table, rules: Ruleset, known: Vocabulary, log: Log) -> Hierarchy:
    """The subjects of a table, in its order; `known` are the headings that it may have.

    Raises:
        InvalidEvidence: every fault of the table, those of the figures against each other included.
    """
    columns = columns_of(table, rules, known, log)
    check_widths(table, log, faults.SHORT_ROW)
    sheet = sheet_of(log, columns, dictionary(rules, rules.criteria))
    totals = [row for row in table.rows if is_total(sheet, row)]
    left_out = {row.number for row in totals}
    rows = [row for row in table.rows if row.number not in left_out and not is_blank(sheet, row)]
    if not rows:
        raise refuse(log, faults.NO_ROWS)
    stated = [read_aside(sheet, row) if is_aside(sheet, row) else read_row(sheet, row) for row in rows]
    note_doubts(sheet, stated)
    subjects = with_parents(log, stated)
    _check_only_x(sheet, table, rows, subjects)
    _check_evidence(sheet, subjects)
    if log.problems:
        raise refusal(log)
    if totals:
        # Loaded where a table has any.
        from xeploai.intake.totals import compare_totals

        compare_totals(sheet, subjects, totals)
    return Hierarchy(subjects, sorted_by_place(log, log.notices))


def _check_only_x(sheet: Sheet, table: Table, rows: Sequence[Row], subjects: Sequence[Evidence]) -> None:
    """In a column of `x` and blanks nobody wrote *no*: the blanks of those who carry the fact may mean it."""
    for number, column in sheet.columns.items():
        if column.fact is None or column.fact.type is not FactType.YES_NO:
            continue
        concerned = (
            row.cells.get(number, "")
            for row, subject in zip(rows, subjects, strict=True)
            if (plan := sheet.dictionary.plans.get(subject.kind)) is not None and column.means in plan.facts
        )
        if {fold(cell) if isinstance(cell, str) else cell for cell in concerned} == {"x", ""}:
            report(sheet.log, faults.ONLY_X, Place(sheet.log.file, row=table.heading_row, field=column.means))


def _check_evidence(sheet: Sheet, subjects: Sequence[Evidence]) -> None:
    """What the evidence floor finds, as far as what is known of the rows allows it to look."""
    known = [subject for subject in subjects if subject.kind in sheet.dictionary.plans]
    _take_all(sheet, (found for subject in known for found in faults_of(sheet.dictionary, subject)))
    _take_all(sheet, tree_faults(sheet.dictionary, [subject for subject in subjects if subject.id]))
    sound = [subject for subject in _without_faults(sheet, subjects) if subject.kind in sheet.dictionary.plans]
    if any(problem.place.field in (None, "id", "kind", "parent") for problem in sheet.log.problems):
        # Where the tree is in doubt, what does not add up over it may be its fault: each row stands by itself.
        sound = [attrs.evolve(subject, parent=None) for subject in sound]
    _take_all(sheet, contradictions(sheet.dictionary, sound))


def _take_all(sheet: Sheet, problems: Iterable[Diagnostic]) -> None:
    for problem in problems:
        # A row without an id has been named as that, in the words of a table.
        if problem.fault is not evidence_faults.EMPTY_ID:
            take(sheet.log, problem)


def _without_faults(sheet: Sheet, subjects: Sequence[Evidence]) -> list[Evidence]:
    """The subjects without the answers that are faulty by themselves.

    What is not known contradicts nothing: the contradictions that are left would be there in any case.
    """
    faulty: dict[int | None, set[str | None]] = {}
    for problem in sheet.log.problems:
        faulty.setdefault(problem.place.row, set()).add(problem.place.field)

    def sound(subject: Evidence) -> Evidence:
        wrong = faulty.get(subject.at.row if subject.at else None)
        if not wrong:
            return subject
        return attrs.evolve(subject, facts={fact: of for fact, of in subject.facts.items() if fact not in wrong})

    return [sound(subject) for subject in subjects]
