"""Scorecards as aligned text for a terminal, and who is to be chased."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import islice

from xeploai.diagnostic import Language
from xeploai.report.chase import Chased, chase
from xeploai.report.page import NARROWEST_NAME, indented
from xeploai.report.result import Result
from xeploai.report.scorecard import Line, Scorecard, scorecards
from xeploai.wording.naming import Naming, kind_name, naming, public_name

MOST_CHASED = 20
HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": ("STT", "Chỉ tiêu", "Mức giao", "Thực hiện", "Tỷ lệ", "Đánh giá"),
    "en": ("No.", "Target", "Asked", "Done", "Rate", "Verdict"),
}


def scorecard_texts(result: Result, lang: Language, width: int) -> Iterator[str]:
    """The blocks of every scorecard: who it is about, the *chỉ tiêu*, and other duties."""
    names = naming(result.rules, lang, result.period.until)
    for card in scorecards(result, lang):
        yield from _card(card, names, width)


def chased_texts(result: Result, lang: Language, width: int) -> Iterator[str]:
    """The block of those to be chased, if there are any."""
    if units := list(chase(result, lang)):
        yield "\n".join(_chased(units, naming(result.rules, lang, result.period.until), width))


def _card(card: Scorecard, names: Naming, width: int) -> Iterator[str]:
    subject = card.subject.evidence
    yield "\n".join([f"{public_name(names, subject)} – {kind_name(names, subject.kind)}", *card.opening])
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
            yield from indented(figures, margin + 2, "", width)
        yield from _notes(line, margin, width)


def _notes(line: Line, margin: int, width: int) -> Iterator[str]:
    for note in line.notes:
        yield from indented(note, margin + 2, "· ", width)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    names = textwrap.wrap(cells[1], widths[1], break_on_hyphens=False) or [""]
    for number, name in enumerate(names):
        shown = [cells[0], name, *cells[2:]] if number == 0 else ["", name, "", "", "", ""]
        yield "  ".join(cell.ljust(each) for cell, each in zip(shown, widths, strict=True)).rstrip()


def _chased(units: Sequence[Chased], names: Naming, width: int) -> Iterator[str]:
    vi = names.lang == "vi"
    yield "Đơn vị cần đôn đốc" if vi else "Units to be chased"
    for unit in islice(units, MOST_CHASED):
        subject = unit.unit.evidence
        parts = [("chưa báo cáo: " if vi else "not reported: ") + "; ".join(unit.missing)] if unit.missing else []
        parts += unit.behind
        text = f"{public_name(names, subject)} (`{subject.id}`): {' – '.join(parts)}"
        yield from indented(text, 0, "· ", width)
    if len(units) > MOST_CHASED:
        more = len(units) - MOST_CHASED
        rest = f"… và {more} đơn vị khác (xem đủ: --format md)" if vi else f"… and {more} others (all: --format md)"
        yield from indented(rest, 2, "", width)
