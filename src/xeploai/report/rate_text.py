"""The result for a terminal: the scorecard, the levels, and who is to be chased."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import islice

from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.chase import Chased, chase
from xeploai.report.result import Result
from xeploai.report.scorecard import Line, Scorecard, scorecards
from xeploai.wording.explain import rating_text
from xeploai.wording.naming import Naming, criterion_name, kind_name, naming, subject_name
from xeploai.wording.sentences import measured_text
from xeploai.wording.words import verdict_word

MOST_CHASED = 20
NARROWEST_PAGE = 40
NARROWEST_NAME = 24
"""A name in a column narrower than this is hard to read: the columns are then given up."""
HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": ("STT", "Chỉ tiêu", "Mức giao", "Thực hiện", "Tỷ lệ", "Đánh giá"),
    "en": ("No.", "Target", "Asked", "Done", "Rate", "Verdict"),
}


def rate_text(result: Result, lang: Language, width: int = 120) -> str:
    """The result as text, at most `width` characters wide where what is wider can be broken."""
    width = max(width, NARROWEST_PAGE)
    blocks = [_title(result, lang)]
    cards = list(scorecards(result, lang))
    for card in cards:
        blocks += list(_card(card, naming(result.rules, lang), width))
    if result.rules.rules:
        blocks.append("\n".join(_levels(result, lang)))
    if cards:
        if units := list(chase(result, lang)):
            blocks.append("\n".join(_chased(units, lang, width)))
    elif not result.rules.rules:
        blocks.append("\n".join(_findings(result, lang)))
    return "\n\n".join(blocks) + "\n"


def _title(result: Result, lang: Language) -> str:
    name = read_label(result.rules.label, lang, result.rules.id)
    return f"{name} – {'kỳ' if lang == 'vi' else 'period'} {result.period}"


def _card(card: Scorecard, names: Naming, width: int) -> Iterator[str]:
    subject = card.subject.evidence
    yield "\n".join([f"{subject_name(subject)} – {kind_name(names, subject.kind)}", *card.opening])
    yield "\n".join(_table(card.lines, names.lang, width))
    if card.duties:
        yield "\n".join(
            ["Nhiệm vụ khác" if names.lang == "vi" else "Other duties", *_table(card.duties, names.lang, width)]
        )


def _table(lines: Sequence[Line], lang: Language, width: int) -> Iterator[str]:
    """Aligned columns; a long name goes on below itself, notes stand under their line. A narrow page has no columns."""
    rows = [(line.number, line.name, line.asked, line.done, line.rate, line.verdict) for line in lines]
    widths = [max(len(row[at]) for row in (HEADINGS[lang], *rows)) for at in range(6)]
    others = sum(widths) - widths[1] + 2 * 5
    if width - others < min(widths[1], NARROWEST_NAME):
        yield from _list(rows, lines, lang, width)
        return
    widths[1] = min(widths[1], width - others)
    yield from _row(HEADINGS[lang], widths)
    yield "  ".join("─" * each for each in widths)
    for line, row in zip(lines, rows, strict=True):
        yield from _row(row, widths)
        yield from _notes(line, widths[0], width)


def _list(rows: Sequence[Sequence[str]], lines: Sequence[Line], lang: Language, width: int) -> Iterator[str]:
    """The lines of the scorecard below each other: name and verdict, then the figures, then the notes."""
    margin = max(len(line.number) for line in lines)
    words = [heading.lower() for heading in HEADINGS[lang][2:5]]
    for line, row in zip(lines, rows, strict=True):
        head = f"{line.number.ljust(margin)}  {line.name}: {line.verdict}"
        yield from textwrap.wrap(head, width, subsequent_indent=" " * (margin + 2), break_on_hyphens=False)
        figures = "; ".join(f"{word} {cell}" for word, cell in zip(words, row[2:5], strict=True) if cell)
        if figures:
            yield from _indented(figures, margin + 2, "", width)
        yield from _notes(line, margin, width)


def _notes(line: Line, margin: int, width: int) -> Iterator[str]:
    for note in line.notes:
        yield from _indented(note, margin + 2, "· ", width)


def _indented(text: str, margin: int, mark: str, width: int) -> list[str]:
    """A text wrapped behind a margin, its first line behind a mark too."""
    first, rest = " " * margin + mark, " " * (margin + len(mark))
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    names = textwrap.wrap(cells[1], widths[1], break_on_hyphens=False) or [""]
    for number, name in enumerate(names):
        shown = [cells[0], name, *cells[2:]] if number == 0 else ["", name, "", "", "", ""]
        yield "  ".join(cell.ljust(each) for cell, each in zip(shown, widths, strict=True)).rstrip()


def _levels(result: Result, lang: Language) -> Iterator[str]:
    names = naming(result.rules, lang)
    for outcome in result.outcomes:
        subject = outcome.evidence
        if outcome.rating is not None or not result.rules.rated or subject.kind in result.rules.rated:
            yield f"{subject_name(subject)} (`{subject.id}`): {rating_text(names, outcome)}"


def _findings(result: Result, lang: Language) -> Iterator[str]:
    """Where there are neither *chỉ tiêu* nor levels: every verdict, subject by subject."""
    names = naming(result.rules, lang)
    for outcome, found in zip(result.outcomes, result.findings, strict=True):
        yield f"{subject_name(outcome.evidence)} (`{outcome.evidence.id}`)"
        for finding in found:
            measured = measured_text(names, finding)
            tail = f" – {measured}" if measured else ""
            yield f"  {criterion_name(names, finding.criterion)}: {verdict_word(finding, lang)}{tail}"


def _chased(units: Sequence[Chased], lang: Language, width: int) -> Iterator[str]:
    vi = lang == "vi"
    yield "Đơn vị cần đôn đốc" if vi else "Units to be chased"
    for unit in islice(units, MOST_CHASED):
        subject = unit.unit.evidence
        parts = [("chưa báo cáo: " if vi else "not reported: ") + "; ".join(unit.missing)] if unit.missing else []
        parts += unit.behind
        text = f"{subject_name(subject)} (`{subject.id}`): {' – '.join(parts)}"
        yield from _indented(text, 0, "· ", width)
    if len(units) > MOST_CHASED:
        more = len(units) - MOST_CHASED
        rest = f"… và {more} đơn vị khác (xem đủ: --format md)" if vi else f"… and {more} others (all: --format md)"
        yield from _indented(rest, 2, "", width)
