"""The result as Markdown: the whole scorecard with its ten columns, and every unit to be chased."""

from collections.abc import Iterator, Sequence

from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.chase import chase
from xeploai.report.markdown import cell_text, table
from xeploai.report.result import Result
from xeploai.report.scorecard import Line, scorecards
from xeploai.wording.explain import rating_text
from xeploai.wording.naming import criterion_name, naming, one_line, subject_name
from xeploai.wording.sentences import measured_text
from xeploai.wording.words import verdict_word

COLUMNS: dict[Language, tuple[str, ...]] = {
    "vi": (
        "STT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Mức giao",
        "Thực hiện",
        "Tỷ lệ, % kế hoạch",
        "Đánh giá",
        "Còn thiếu",
        "Căn cứ",
        "Ghi chú",
    ),
    "en": ("No.", "Target", "Unit", "Asked", "Done", "Rate, % of plan", "Verdict", "Short", "Clause", "Notes"),
}


def rate_markdown(result: Result, lang: Language) -> str:
    """The result as Markdown text."""
    return "\n\n".join(_blocks(result, lang)) + "\n"


def _blocks(result: Result, lang: Language) -> Iterator[str]:
    vi = lang == "vi"
    name = read_label(result.rules.label, lang, result.rules.id)
    yield f"# {name} – {'kỳ' if vi else 'period'} {result.period}"
    cards = list(scorecards(result, lang))
    for card in cards:
        yield f"## {cell_text(subject_name(card.subject.evidence))}"
        yield "\n".join(card.opening)
        yield table(COLUMNS[lang], [_cells(line) for line in card.lines])
        if card.duties:
            yield "### Nhiệm vụ khác" if vi else "### Other duties"
            yield table(COLUMNS[lang], [_cells(line) for line in card.duties])
    if cards:
        yield from _chased(result, lang)
    else:
        yield from _subjects(result, lang)


def _cells(line: Line) -> Sequence[str]:
    name = f"**{line.name}**" if line.heading else line.name
    notes = "; ".join(note for note in line.notes if note != line.short)
    return (
        line.number,
        name,
        line.unit,
        line.asked,
        line.done,
        line.rate,
        line.verdict,
        line.short,
        line.clause,
        notes,
    )


def _chased(result: Result, lang: Language) -> Iterator[str]:
    vi = lang == "vi"
    rows = [
        (one.unit.evidence.id, one_line(one.unit.evidence.name or ""), "; ".join(one.missing), "; ".join(one.behind))
        for one in chase(result, lang)
    ]
    if rows:
        yield "## Đơn vị cần đôn đốc" if vi else "## Units to be chased"
        yield table(
            ("Mã", "Đơn vị", "Chưa báo cáo", "Chưa đạt") if vi else ("Id", "Unit", "Not reported", "Not met"), rows
        )


def _subjects(result: Result, lang: Language) -> Iterator[str]:
    names = naming(result.rules, lang)
    columns = ("Tiêu chí", "Đánh giá", "Thực hiện") if lang == "vi" else ("Criterion", "Verdict", "Measured")
    for outcome, found in zip(result.outcomes, result.findings, strict=True):
        yield f"## {cell_text(subject_name(outcome.evidence))} (`{outcome.evidence.id}`)"
        if result.rules.rules:
            yield rating_text(names, outcome)
        rows = [(criterion_name(names, f.criterion), verdict_word(f, lang), measured_text(names, f)) for f in found]
        yield table(columns, rows)
