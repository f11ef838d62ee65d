"""The list of levels in Markdown."""

from collections.abc import Iterator, Sequence

from xeploai.diagnostic import Language
from xeploai.report.levels import (
    basis_text,
    differing,
    rated_subjects,
    tallies,
    tally_name,
    unit_texts,
    unrated_texts,
)
from xeploai.report.levels_table import cells_of, columns_of
from xeploai.report.markdown import cell_text, table
from xeploai.report.quotas import quota_lines
from xeploai.report.result import Result
from xeploai.wording.said import Said


def levels_markdown(result: Result, lang: Language, *, units: bool) -> Iterator[str]:
    """The table by kind, the decisions that differ, the quotas; with `units`, the level of every unit too."""
    vi = lang == "vi"
    rated = list(rated_subjects(result, lang))
    if not rated:
        return
    counted = list(tallies(rated))
    yield f"## {'Xếp loại' if vi else 'Levels'}"
    yield cell_text(basis_text(rated, lang))
    yield table(columns_of(counted, lang), [cells_of(tally, lang) for tally in counted])
    lead = "không xếp loại" if vi else "not rated"
    texts = [f"{tally_name(one)}, {lead} {text}" for one in counted for text in unrated_texts(one)]
    if texts:
        yield bullets([Said(text) for text in texts])
    if different := list(differing(rated)):
        yield "### Mức đã quyết định khác mức đề xuất" if vi else "### Levels decided otherwise than proposed"
        yield bullets([Said(text) for text in different])
    if lines := list(quota_lines(result, lang)):
        yield "### Tỷ lệ khống chế" if vi else "### Quotas"
        yield bullets(lines)
    if units and (each := list(unit_texts(rated))):
        yield "### Từng đơn vị" if vi else "### Unit by unit"
        yield bullets([Said(text) for text in each])


def bullets(lines: Sequence[Said]) -> str:
    """A list, what stands below a sentence below it."""
    return "\n".join(line for said in lines for line in _bullet(said))


def _bullet(said: Said) -> Iterator[str]:
    yield f"- {cell_text(said.text)}"
    yield from (f"  - {cell_text(text)}" for text in said.below)
