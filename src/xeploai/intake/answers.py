"""What is written in a cell for a fact, as an answer, or why it is none."""

import datetime
import re
from decimal import Decimal
from typing import assert_never

from xeploai.diagnostic import Fault
from xeploai.evidence import faults as evidence_faults
from xeploai.intake import cell_faults
from xeploai.intake.log import Log, report, shown
from xeploai.intake.scales import NO, YES, Scales, read_level, stands_for_nothing
from xeploai.intake.table import Cell, Odd
from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, FactType
from xeploai.source import Place
from xeploai.vietnamese.figures import Count, Reason, count_text, parse_date, points_text
from xeploai.vietnamese.folding import fold

_SHEET_ERROR = r"#(?:ref|div/0|value|name|null|num|n/a|spill|calc|field|getting_data)[!?]?|#{3,}|err:\d+"
_COUNT_FAULTS = {
    Reason.PLACEHOLDER: cell_faults.PLACEHOLDER,
    Reason.NEGATIVE: cell_faults.NEGATIVE,
    Reason.PERCENT: cell_faults.PERCENT,
    Reason.FRACTION: cell_faults.FRACTION,
    Reason.DATE: cell_faults.DATE,
    Reason.COMMA_GROUP: cell_faults.COMMA_GROUP,
    Reason.DECIMAL: cell_faults.DECIMAL,
    Reason.SCIENTIFIC: cell_faults.SCIENTIFIC,
    Reason.TOO_LONG: cell_faults.TOO_LONG,
    Reason.SHEET_ERROR: cell_faults.SHEET_ERROR,
    Reason.WITH_WORDS: cell_faults.WITH_WORDS,
    Reason.DIRECTION_MARK: cell_faults.DIRECTION_MARK,
}
_POINTS_FAULTS = {
    Reason.PLACEHOLDER: cell_faults.PLACEHOLDER,
    Reason.PERCENT: cell_faults.PERCENT_FOR_POINTS,
    Reason.DATE: cell_faults.DATE_FOR_POINTS,
    Reason.THOUSANDS: cell_faults.THOUSANDS,
    Reason.SCIENTIFIC: cell_faults.SCIENTIFIC_FOR_POINTS,
    Reason.TOO_LONG: cell_faults.POINTS_TOO_LONG,
    Reason.SHEET_ERROR: cell_faults.SHEET_ERROR,
    Reason.WITH_WORDS: cell_faults.POINTS_WITH_WORDS,
    Reason.DIRECTION_MARK: cell_faults.DIRECTION_MARK,
}
_DATE_FAULTS = {
    Reason.SHORT_YEAR: cell_faults.SHORT_YEAR,
    Reason.MONTH_FIRST: cell_faults.MONTH_FIRST,
    Reason.NO_SUCH_DAY: cell_faults.NO_SUCH_DAY,
}
_SERIAL = r"(?a)\d{5}(?:[.,]\d+)?"
_YEARS = range(1900, 2200)


def spoiled(cell: Cell) -> Fault | None:
    """Why a cell holds nothing that somebody wrote: a formula, an error of the spreadsheet, an impossible value."""
    if isinstance(cell, Odd):
        return cell.fault
    if not isinstance(cell, str) or cell.isalnum():
        return None
    if cell.lstrip().startswith("="):
        return cell_faults.FORMULA
    return cell_faults.SHEET_ERROR if ("#" in cell or ":" in cell) and re.fullmatch(_SHEET_ERROR, fold(cell)) else None


def read_answer(log: Log, at: Place, fact: Fact, scales: Scales, cell: Cell) -> Answer | None:
    """The answer in a cell of the row that stands `at`; `None` where it is blank, or where its fault was noted.

    Points are exact: `92,5` and `92.5` are `Decimal("92.5")`. Days are written day first (`31/12/2024`) or as ISO has
    them. Numbers and truth values are taken as they are: the evidence floor says where they do not fit.
    """
    if fault := spoiled(cell):
        report(log, fault, at, fact.id, given=shown(cell.text if isinstance(cell, Odd) else cell))
        return None
    assert not isinstance(cell, Odd)
    if not isinstance(cell, str):
        return _as_it_is(log, at, fact, cell)
    match fact.type:
        case FactType.COUNT:
            return _count(log, at, fact, cell)
        case FactType.NUMBER:
            return _points(log, at, fact, cell)
        case FactType.YES_NO:
            return read_yes_no(log, at, fact.id, cell)
        case FactType.GRADE | FactType.LEVEL:
            return read_level(log, at, fact, scales, cell)
        case FactType.DATE:
            return read_date(log, at, fact.id, cell)
        case _:
            assert_never(fact.type)


def _as_it_is(log: Log, at: Place, fact: Fact, value: int | bool | Decimal) -> Answer | None:
    """A value that is no text; what the evidence floor would name as Python does is named here."""
    given = f"`{str(value).lower()}`"
    if isinstance(value, bool):
        if fact.type is FactType.COUNT:
            report(log, evidence_faults.NOT_A_COUNT, at, fact.id, fact=fact.id, given=given)
            return None
        if fact.type is FactType.NUMBER:
            report(log, evidence_faults.NOT_POINTS, at, fact.id, fact=fact.id, given=given)
            return None
        if fact.type is FactType.DATE:
            report(log, evidence_faults.NOT_A_DAY, at, fact.id, fact=fact.id, given=given)
            return None
        return value
    if fact.type is FactType.COUNT and isinstance(value, Decimal):
        report(log, cell_faults.NOT_WHOLE, at, fact.id, given=value)
        return None
    if fact.type is FactType.DATE:
        report(log, cell_faults.SERIAL, at, fact.id, given=value)
        return None
    return Decimal(value) if fact.type is FactType.NUMBER else value


def _count(log: Log, at: Place, fact: Fact, text: str) -> int | None:
    found = count_text(text)
    if isinstance(found, Count):
        if found.notice:
            report(log, cell_faults.COUNT_READ_AS, at, fact.id, given=shown(text), value=found.value)
        return found.value
    if found.reason is not Reason.EMPTY:
        fault = _COUNT_FAULTS.get(found.reason, cell_faults.NOT_A_NUMBER)
        report(log, fault, at, fact.id, given=shown(text), joined=shown(fold(text).replace(",", "")))
    return None


def _points(log: Log, at: Place, fact: Fact, text: str) -> Decimal | None:
    found = points_text(text)
    if isinstance(found, Decimal):
        return found
    if found.reason is not Reason.EMPTY:
        fault = _POINTS_FAULTS.get(found.reason, cell_faults.NOT_POINTS)
        plain = fold(text).replace(".", ",")
        decimal = plain.rstrip("0").rstrip(",")
        # With a fourth digit after its sign a number can be no thousands.
        values = {
            "joined": shown(plain.replace(",", "")),
            "decimal": shown(f"{plain}0" if decimal == plain else decimal),
        }
        report(log, fault, at, fact.id, given=shown(text), **values)
    return None


def read_yes_no(log: Log, at: Place, field: str, text: str) -> bool | None:
    """The answer in a cell of a column; `None` where it is blank, or where its fault was noted."""
    word = fold(text)
    if word in YES:
        return True
    if word in NO:
        return False
    if word:
        fault = cell_faults.UNCLEAR_ANSWER if stands_for_nothing(text) else cell_faults.NOT_AN_ANSWER
        report(log, fault, at, field, given=shown(text))
    return None


def read_date(log: Log, at: Place, field: str, text: str) -> datetime.date | None:
    """The day in a cell of a column, day first or ISO; `None` where it is blank, or where its fault was noted."""
    found = parse_date(text)
    if isinstance(found, datetime.date):
        if found.year in _YEARS:
            return found
        report(log, cell_faults.STRANGE_YEAR, at, field, given=shown(text))
    elif re.fullmatch(_SERIAL, text.strip()):
        report(log, cell_faults.SERIAL, at, field, given=shown(text))
    elif found.reason is not Reason.EMPTY:
        report(log, _DATE_FAULTS.get(found.reason, cell_faults.NOT_A_DATE), at, field, given=shown(text))
    return None
