"""Small units, in Markdown: a row for every target."""

from collections.abc import Sequence

from xeploai.diagnostic import Language
from xeploai.model.ruleset import Ruleset
from xeploai.report.markdown import table
from xeploai.report.sizes import SizesInWords, said, sizes_of

_COLUMNS: dict[Language, tuple[str, ...]] = {
    "vi": ("Tiêu chí", "Yêu cầu", "Cách hiểu khác", "Không thể đạt", "Chỉ đạt khi 0 hoặc 100%", "Cần (cỡ: số)"),
    "en": ("Criterion", "Asked", "Another reading", "Cannot meet it", "Only at 0 or 100%", "Needs (size: number)"),
}


def sizes_markdown(rules: Ruleset, most: int, lang: Language) -> str:
    """Every share and ratio target with the sizes up to `most`."""
    rows = [_row(one) for one in said(rules, sizes_of(rules, most), lang)]
    return table(_COLUMNS[lang], rows) + "\n" if rows else ""


def _row(one: SizesInWords) -> Sequence[str]:
    needs = "; ".join(f"{size}: {_between(*ends)}" for size, *ends in one.needs)
    asked = f"{one.measure}, {one.asked}"
    return one.label, asked, one.reading or "–", one.cannot, one.extreme, needs


def _between(least: str, most: str = "") -> str:
    return least if most in ("", least) else f"{least}–{most}"
