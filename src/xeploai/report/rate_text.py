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
from xeploai.wording.naming import Naming, criterion_name, kind_name, naming
from xeploai.wording.sentences import measured_text
from xeploai.wording.words import verdict_word

MOST_CHASED = 20
HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": ("STT", "Chỉ tiêu", "Mức giao", "Thực hiện", "Tỷ lệ", "Đánh giá"),
    "en": ("No.", "Target", "Asked", "Done", "Rate", "Verdict"),
}


def rate_text(result: Result, lang: Language, width: int = 120) -> str:
    """The result as text, at most about `width` characters wide."""
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
    yield "\n".join([f"{subject.name or subject.id} ({kind_name(names, subject.kind)})", *card.opening])
    yield "\n".join(_table(card.lines, names.lang, width))
    if card.duties:
        yield "\n".join(
            ["Nhiệm vụ khác" if names.lang == "vi" else "Other duties", *_table(card.duties, names.lang, width)]
        )


def _table(lines: Sequence[Line], lang: Language, width: int) -> Iterator[str]:
    """Aligned columns; a long name goes on below itself, notes stand under their line."""
    rows = [(line.number, line.name, line.asked, line.done, line.rate, line.verdict) for line in lines]
    widths = [max(len(row[at]) for row in (HEADINGS[lang], *rows)) for at in range(6)]
    others = sum(widths) - widths[1] + 2 * 5
    widths[1] = max(24, min(widths[1], width - others))
    yield from _row(HEADINGS[lang], widths)
    yield "  ".join("─" * each for each in widths)
    for line, row in zip(lines, rows, strict=True):
        yield from _row(row, widths)
        for note in line.notes:
            yield from textwrap.wrap(
                note,
                max(width, 60),
                initial_indent=" " * (widths[0] + 2) + "· ",
                subsequent_indent=" " * (widths[0] + 4),
            )


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    names = textwrap.wrap(cells[1], widths[1]) or [""]
    for number, name in enumerate(names):
        shown = [cells[0], name, *cells[2:]] if number == 0 else ["", name, "", "", "", ""]
        yield "  ".join(cell.ljust(each) for cell, each in zip(shown, widths, strict=True)).rstrip()


def _levels(result: Result, lang: Language) -> Iterator[str]:
    names = naming(result.rules, lang)
    for outcome in result.outcomes:
        subject = outcome.evidence
        if outcome.rating is not None or not result.rules.rated or subject.kind in result.rules.rated:
            yield f"{subject.name or subject.id} (`{subject.id}`): {rating_text(names, outcome)}"


def _findings(result: Result, lang: Language) -> Iterator[str]:
    """Where there are neither *chỉ tiêu* nor levels: every verdict, subject by subject."""
    names = naming(result.rules, lang)
    for outcome, found in zip(result.outcomes, result.findings, strict=True):
        yield f"{outcome.evidence.name or outcome.evidence.id} (`{outcome.evidence.id}`)"
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
        text = f"{subject.name or subject.id} (`{subject.id}`): {' – '.join(parts)}"
        yield from textwrap.wrap(text, max(width, 60), initial_indent="· ", subsequent_indent="  ")
    if len(units) > MOST_CHASED:
        more = len(units) - MOST_CHASED
        yield (
            f"  … và {more} đơn vị khác (xem đủ: --format md)"
            if vi
            else f"  … and {more} others (all of them: --format md)"
        )
