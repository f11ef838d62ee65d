"""Small units, as people read them: a block and a table for every target."""

from collections.abc import Iterator

from xeploai.diagnostic import Language
from xeploai.model.ruleset import Ruleset
from xeploai.report.sizes import SizesInWords, said, sizes_of

WORDS: dict[Language, tuple[str, ...]] = {
    "vi": ("không thể đạt", "chỉ đạt khi 0 hoặc 100%", "cách hiểu khác", "cỡ", "ít nhất", "nhiều nhất"),
    "en": ("cannot meet it", "only at 0 or 100%", "another reading", "size", "least", "most"),
}


def sizes_text(rules: Ruleset, most: int, lang: Language) -> str:
    """Every share and ratio target with the sizes up to `most`."""
    blocks = ["\n".join(_block(one, lang)) for one in said(rules, sizes_of(rules, most), lang)]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _block(one: SizesInWords, lang: Language) -> Iterator[str]:
    cannot, extreme, another, *columns = WORDS[lang]
    yield f"{one.criterion}: {one.measure}, {one.asked}"
    if one.reading:
        yield f"    {another}: {one.reading}"
    yield f"    {cannot}: {one.cannot}"
    yield f"    {extreme}: {one.extreme}"
    for cells in (columns[: len(one.needs[0])], *one.needs):
        yield "    " + "  ".join(cell.rjust(len(column)) for cell, column in zip(cells, columns, strict=False))
