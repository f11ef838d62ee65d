"""The list of levels for a terminal."""

from collections.abc import Iterator, Sequence

from xeploai.diagnostic import Language
from xeploai.report.levels import (
    Rated,
    Tally,
    basis_text,
    differing,
    rated_subjects,
    tallies,
    tally_name,
    unit_texts,
    unrated_texts,
)
from xeploai.report.levels_table import cells_of, columns_of
from xeploai.report.page import grid, indented
from xeploai.report.result import Result
from xeploai.wording.said import Said


def levels_text(result: Result, lang: Language, width: int, *, units: bool) -> Iterator[str]:
    """The table by kind, the decisions that differ, the quotas; with `units`, the level of every unit too."""
    vi = lang == "vi"
    rated = list(rated_subjects(result, lang))
    if not rated:
        return
    yield "\n".join(_table(rated, lang, width))
    if different := list(differing(rated)):
        heading = "Mức đã quyết định khác mức đề xuất" if vi else "Levels decided otherwise than proposed"
        yield "\n".join(_listed(f"{heading} ({len(different)})", [Said(text) for text in different], width))
    if result.quotas:
        # Loaded where there are quotas.
        from xeploai.report.quotas import quota_lines

        yield "\n".join(_listed("Tỷ lệ khống chế" if vi else "Quotas", list(quota_lines(result, lang)), width))
    if units and (texts := list(unit_texts(rated))):
        yield "\n".join(_listed("Từng đơn vị" if vi else "Unit by unit", [Said(text) for text in texts], width))


def _table(rated: Sequence[Rated], lang: Language, width: int) -> Iterator[str]:
    counted = list(tallies(rated))
    yield from indented(f"{'Xếp loại' if lang == 'vi' else 'Levels'}. {basis_text(rated, lang)}", 0, "", width)
    narrow, full = columns_of(counted, lang, narrow=True), columns_of(counted, lang)
    yield from grid(narrow, full, [cells_of(tally, lang) for tally in counted], width)
    for tally in counted:
        yield from _unrated(tally, width)


def _unrated(tally: Tally, width: int) -> Iterator[str]:
    lead = "không xếp loại" if tally.names.lang == "vi" else "not rated"
    for text in unrated_texts(tally):
        yield from indented(f"{tally_name(tally)}, {lead} {text}", 0, "· ", width)


def _listed(heading: str, lines: Sequence[Said], width: int) -> Iterator[str]:
    yield from indented(heading, 0, "", width)
    for said in lines:
        yield from indented(said.text, 0, "· ", width)
        for text in said.below:
            yield from indented(text, 2, "· ", width)
