"""Levels and grades in a cell: by id, by label or as usually shortened, whole, and never one for the other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from xeploai.diagnostic import Fault
from xeploai.evidence import faults as evidence_faults
from xeploai.intake import cell_faults
from xeploai.intake.headings import report_mended
from xeploai.intake.log import Log, report, shown
from xeploai.intake.vocabulary import Sense, Vocabulary, look_up, vocabulary
from xeploai.model.fact import Fact, FactType
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import Level, Scale
from xeploai.source import Place
from xeploai.vietnamese.figures import Reason, Refused, count_text
from xeploai.vietnamese.folding import fold

YES = frozenset(("có", "yes", "true", "x"))
NO = frozenset(("không", "no", "false"))
_GRADES = frozenset(("xuất sắc", "tốt", "khá", "trung bình", "yếu", "kém"))
_FORMER_TITLE = r"trong sạch,? vững mạnh|\btsvm\b"


class Words(NamedTuple):
    """The levels or grades of a scale with the words for them; the names by which messages list them."""

    words: Vocabulary
    names: str
    not_assessed: str


class Scales(NamedTuple):
    """Both scales of a rule set."""

    levels: Words
    grades: Words


def scales_of(rules: Ruleset) -> Scales:
    """The levels and the grades that data may give, *not assessed* among them."""
    return Scales(_words(rules.scale), _words(rules.grades))


def _words(scale: Scale | None) -> Words:
    levels = scale.levels if scale else ()
    silent = scale.not_assessed if scale else None
    entries = [(level.id, (*_labels(level), *level.short)) for level in (*levels, *((silent,) if silent else ()))]
    names = ", ".join(f"`{'/'.join((*_labels(level), *level.short)) or level.id}`" for level in levels)
    return Words(vocabulary(entries), names, next(iter((*_labels(silent), silent.id)), "") if silent else "–")


def _labels(level: Level) -> tuple[str, ...]:
    return (level.label.vi,) if level.label else ()


def read_level(log: Log, at: Place, fact: Fact, scales: Scales, text: str) -> str | None:
    """The id of the level or the grade in a cell, by the type of the fact; its fault is noted where it has one."""
    words, other = scales if fact.type is FactType.LEVEL else scales[::-1]
    sense = look_up(words.words, text)
    if len(sense.ids) == 1:
        if sense.mended:
            report_mended(log, at, fact.id, text)
        return sense.ids[0]
    if fold(text):
        fault = next(_faults(fact, sense, look_up(other.words, text), text))
        by_itself = fault in (evidence_faults.NOT_A_LEVEL, evidence_faults.NOT_A_GRADE)
        report(
            log,
            fault,
            at,
            fact.id,
            meant=words.words.meant(text) if by_itself else None,
            fact=fact.id,
            given=f"`{shown(text)}`" if by_itself else shown(text),
            levels=", ".join(sense.ids) or words.names,
            not_assessed=words.not_assessed,
        )
    return None


def _faults(fact: Fact, sense: Sense, other: Sense, text: str) -> Iterator[Fault]:
    """What is wrong with the words of a level or a grade, what is most particular first."""
    of_level, word = fact.type is FactType.LEVEL, fold(text)
    if sense.ids:
        yield cell_faults.AMBIGUOUS_LEVEL if of_level else cell_faults.AMBIGUOUS_GRADE
    if other.ids:
        yield cell_faults.GRADE if of_level else cell_faults.LEVEL
    if of_level and word in _GRADES:
        yield cell_faults.GRADE
    if of_level and re.search(_FORMER_TITLE, word):
        yield cell_faults.FORMER_TITLE
    if stands_for_nothing(text) and word not in NO:
        yield cell_faults.UNCLEAR_LEVEL if of_level else cell_faults.UNCLEAR_GRADE
    yield evidence_faults.NOT_A_LEVEL if of_level else evidence_faults.NOT_A_GRADE


def stands_for_nothing(text: str) -> bool:
    """Whether a text is a dash, *chưa rõ* and the like, which say neither what is nor that nothing is."""
    found = count_text(text)
    return isinstance(found, Refused) and found.reason is Reason.PLACEHOLDER
