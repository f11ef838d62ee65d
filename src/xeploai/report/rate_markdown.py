"""The result as Markdown: the whole scorecard with its ten columns, and every unit to be chased."""

from collections.abc import Iterator, Sequence

from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.chase import chase
from xeploai.report.markdown import cell_text, table
from xeploai.report.result import Result
from xeploai.report.scorecard import Line, scorecards
from xeploai.report.so_far import so_far_text
from xeploai.wording.conditions import outcome_text
from xeploai.wording.naming import Naming, criterion_name, is_person, naming, one_line, public_name
from xeploai.wording.values import measured_text

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
    yield f"# {name} – {'kỳ' if vi else 'period'} {result.period.name}"
    if so_far := so_far_text(result, lang):
        yield so_far
    names = naming(result.rules, lang, result.period.until)
    cards = list(scorecards(result, lang))
    for card in cards:
        yield f"## {cell_text(public_name(names, card.subject.evidence))}"
        yield "\n".join(card.opening)
        yield table(COLUMNS[lang], [_cells(line) for line in card.lines])
        if card.duties:
            yield "### Nhiệm vụ khác" if vi else "### Other duties"
            yield table(COLUMNS[lang], [_cells(line) for line in card.duties])
    if result.rated:
        # Loaded where somebody is rated.
        from xeploai.report.levels_markdown import levels_markdown

        yield from levels_markdown(result, lang, units=not cards)
    if cards:
        yield from _chased(result, names)
    else:
        yield from _subjects(result, names)


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


def _chased(result: Result, names: Naming) -> Iterator[str]:
    vi = names.lang == "vi"
    rows = []
    for one in chase(result, names.lang):
        unit = one.unit.evidence
        name = "" if is_person(names, unit.kind) else one_line(unit.name or "")
        rows.append((unit.id, name, "; ".join(one.missing), "; ".join(one.behind)))
    if rows:
        yield "## Đơn vị cần đôn đốc" if vi else "## Units to be chased"
        yield table(
            ("Mã", "Đơn vị", "Chưa báo cáo", "Chưa đạt") if vi else ("Id", "Unit", "Not reported", "Not met"), rows
        )


def _subjects(result: Result, names: Naming) -> Iterator[str]:
    columns = ("Tiêu chí", "Đánh giá", "Thực hiện") if names.lang == "vi" else ("Criterion", "Verdict", "Measured")
    for outcome, found in zip(result.outcomes, result.findings, strict=True):
        if result.rated and is_person(names, outcome.evidence.kind):
            continue
        yield f"## {cell_text(public_name(names, outcome.evidence))} (`{outcome.evidence.id}`)"
        words = [outcome_text(names, one, result.days.so_far) for one in found]
        named = [(criterion_name(names, one.criterion), measured_text(names, one)) for one in found]
        yield table(columns, [(name, word, text) for (name, text), word in zip(named, words, strict=True)])
