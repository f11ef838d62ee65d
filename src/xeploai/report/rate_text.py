"""The result for a terminal: the scorecard, the levels, and who is to be chased."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import islice

from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.chase import Chased, chase
from xeploai.report.page import NARROWEST_NAME, indented
from xeploai.report.result import Result
from xeploai.report.scorecard import Line, Scorecard, scorecards, so_far_text
from xeploai.wording.naming import Naming, criterion_name, kind_name, naming, public_name
from xeploai.wording.values import measured_text
from xeploai.wording.words import verdict_word

MOST_CHASED = 20
NARROWEST_PAGE = 40
HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": ("STT", "Chỉ tiêu", "Mức giao", "Thực hiện", "Tỷ lệ", "Đánh giá"),
    "en": ("No.", "Target", "Asked", "Done", "Rate", "Verdict"),
}


def rate_text(result: Result, lang: Language, width: int = 120) -> str:
    """The result as text, at most `width` characters wide where what is wider can be broken."""
    width = max(width, NARROWEST_PAGE)
    blocks = [_title(result, lang)]
    cards, names = list(scorecards(result, lang)), naming(result.rules, lang, result.period.until)
    for card in cards:
        blocks += list(_card(card, names, width))
    if result.rated:
        # Loaded where somebody is rated.
        from xeploai.report.levels_text import levels_text

        blocks += levels_text(result, lang, width, units=not cards)
    if cards:
        if units := list(chase(result, lang)):
            blocks.append("\n".join(_chased(units, names, width)))
    elif not result.rated:
        blocks.append("\n".join(_findings(result, lang)))
    return "\n\n".join(blocks) + "\n"


def _title(result: Result, lang: Language) -> str:
    name = read_label(result.rules.label, lang, result.rules.id)
    title = f"{name} – {'kỳ' if lang == 'vi' else 'period'} {result.period.name}"
    return "\n".join([title, *filter(None, [so_far_text(result, lang)])])


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


def _findings(result: Result, lang: Language) -> Iterator[str]:
    """Where there are neither *chỉ tiêu* nor levels: every verdict, subject by subject."""
    names = naming(result.rules, lang, result.period.until)
    for outcome, found in zip(result.outcomes, result.findings, strict=True):
        yield f"{public_name(names, outcome.evidence)} (`{outcome.evidence.id}`)"
        for finding in found:
            measured = measured_text(names, finding)
            tail = f" – {measured}" if measured else ""
            word = verdict_word(finding, lang, result.days.so_far)
            yield f"  {criterion_name(names, finding.criterion)}: {word}{tail}"


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
