"""What is written in a cell for a fact, as an answer, or why it is none."""

import re
from typing import NamedTuple

from xeploai.diagnostic import Fault
from xeploai.evidence import faults as evidence_faults
from xeploai.intake import cell_faults
from xeploai.intake.headings import report_mended
from xeploai.intake.log import Log, report, shown
from xeploai.intake.table import Cell, Odd
from xeploai.intake.vocabulary import Vocabulary, look_up, vocabulary
from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, FactType
from xeploai.model.scale import Level, Scale
from xeploai.source import Place
from xeploai.vietnamese import Count, Reason, Refused, count_text, fold

YES = frozenset(("có", "yes", "true", "x"))
NO = frozenset(("không", "no", "false"))
_GRADES = frozenset(("xuất sắc", "tốt", "khá", "trung bình", "yếu", "kém"))
_FORMER_TITLE = re.compile(r"trong sạch,? vững mạnh|\btsvm\b")
_SHEET_ERROR = re.compile(r"#(?:ref|div/0|value|name|null|num|n/a|spill|calc|field|getting_data)[!?]?|#{3,}|err:\d+")
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


class Levels(NamedTuple):
    """The levels of a scale with the words for them; the names by which messages list them."""

    words: Vocabulary
    names: str
    not_assessed: str


def levels_of(scale: Scale | None) -> Levels:
    """The levels that data may give, *not assessed* among them."""
    levels = scale.levels if scale else ()
    silent = scale.not_assessed if scale else None
    entries = [(level.id, (*_labels(level), *level.short)) for level in (*levels, *((silent,) if silent else ()))]
    names = ", ".join(f"`{'/'.join((*_labels(level), *level.short)) or level.id}`" for level in levels)
    return Levels(vocabulary(entries), names, next(iter((*_labels(silent), silent.id)), "") if silent else "–")


def _labels(level: Level) -> tuple[str, ...]:
    return (level.label.vi,) if level.label else ()


def spoiled(cell: Cell) -> Fault | None:
    """Why a cell holds nothing that somebody wrote: a formula, an error of the spreadsheet, an impossible value."""
    if isinstance(cell, Odd):
        return cell.fault
    if not isinstance(cell, str) or cell.isalnum():
        return None
    if cell.lstrip().startswith("="):
        return cell_faults.FORMULA
    return cell_faults.SHEET_ERROR if ("#" in cell or ":" in cell) and _SHEET_ERROR.fullmatch(fold(cell)) else None


def read_answer(log: Log, at: Place, fact: Fact, levels: Levels, cell: Cell) -> Answer | None:
    """The answer in a cell of the row that stands `at`; `None` where it is blank, or where its fault was noted.

    Numbers and truth values are taken as they are: the evidence floor says where they do not fit.
    """
    if fault := spoiled(cell):
        report(log, fault, at, fact.id, given=shown(cell.text if isinstance(cell, Odd) else cell))
        return None
    if isinstance(cell, bool) and fact.type is FactType.COUNT:
        # The evidence floor would name it as Python does.
        report(log, evidence_faults.NOT_A_COUNT, at, fact.id, fact=fact.id, given=f"`{str(cell).lower()}`")
        return None
    if not isinstance(cell, str):
        assert not isinstance(cell, Odd)
        return cell
    match fact.type:
        case FactType.COUNT:
            return _count(log, at, fact, cell)
        case FactType.YES_NO:
            return _yes_no(log, at, fact, cell)
        case FactType.LEVEL:
            return _level(log, at, fact, levels, cell)


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


def _yes_no(log: Log, at: Place, fact: Fact, text: str) -> bool | None:
    word = fold(text)
    if word in YES:
        return True
    if word in NO:
        return False
    if word:
        fault = cell_faults.UNCLEAR_ANSWER if _stands_for_nothing(text) else cell_faults.NOT_AN_ANSWER
        report(log, fault, at, fact.id, given=shown(text))
    return None


def _level(log: Log, at: Place, fact: Fact, levels: Levels, text: str) -> str | None:
    word = fold(text)
    sense = look_up(levels.words, text)
    if len(sense.ids) == 1:
        if sense.mended:
            report_mended(log, at, fact.id, text)
        return sense.ids[0]
    if not word:
        return None
    values = {"given": shown(text), "levels": levels.names, "not_assessed": levels.not_assessed}
    if sense.ids:
        report(log, cell_faults.AMBIGUOUS_LEVEL, at, fact.id, **{**values, "levels": ", ".join(sense.ids)})
    elif word in _GRADES:
        report(log, cell_faults.GRADE, at, fact.id, **values)
    elif _FORMER_TITLE.search(word):
        report(log, cell_faults.FORMER_TITLE, at, fact.id, **values)
    elif _stands_for_nothing(text) and word not in NO:
        report(log, cell_faults.UNCLEAR_LEVEL, at, fact.id, **values)
    else:
        meant = levels.words.meant(text)
        values["given"] = f"`{shown(text)}`"
        report(log, evidence_faults.NOT_A_LEVEL, at, fact.id, meant=meant, fact=fact.id, **values)
    return None


def _stands_for_nothing(text: str) -> bool:
    found = count_text(text)
    return isinstance(found, Refused) and found.reason is Reason.PLACEHOLDER
