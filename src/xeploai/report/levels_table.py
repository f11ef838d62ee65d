"""The table of levels by kind, as the annexes of a year-end report have it."""

from collections.abc import Sequence

from xeploai.diagnostic import Language
from xeploai.report.levels import Tally, tally_name
from xeploai.vietnamese.printing import number, percent_text
from xeploai.wording.naming import level_short

FIRST: dict[Language, tuple[str, ...]] = {
    "vi": ("Loại hình", "Tổng số", "Được đánh giá"),
    "en": ("Kind", "Total", "Assessed"),
}
LAST: dict[Language, tuple[str, ...]] = {
    "vi": ("Không xếp loại", "Chưa có kết quả"),
    "en": ("Not rated", "No result yet"),
}


NARROW: dict[Language, tuple[str, ...]] = {
    "vi": ("Loại hình", "Tổng", "Đã XL", "Không XL", "Chưa XL"),
    "en": ("Kind", "Total", "Assessed", "Not rated", "Open"),
}


def columns_of(tallies: Sequence[Tally], lang: Language, *, narrow: bool = False) -> tuple[str, ...]:
    """The headings: total, assessed, each level, not rated, no result yet, and the best level beside the next one."""
    first, last = (NARROW[lang][:3], NARROW[lang][3:]) if narrow else (FIRST[lang], LAST[lang])
    names, levels = tallies[0].names, [level for level, _ in tallies[0].levels]
    shorts = [level_short(names, level) for level in levels]
    beside = (f"{shorts[0]}/{shorts[1]}",) if len(shorts) > 1 else ()
    return (*first, *shorts, *last, *beside)


def cells_of(tally: Tally, lang: Language) -> tuple[str, ...]:
    """A kind in cells: `3 (18,75%)` of those assessed at each level."""
    counts = [count for _, count in tally.levels]
    unrated = sum(count for _, count in tally.unrated)
    shares = (_share(count, tally.assessed, lang) for count in counts)
    first = (tally_name(tally), number(tally.total, lang), number(tally.assessed, lang))
    beside = (_beside(counts[0], counts[1], lang),) if len(counts) > 1 else ()
    return (*first, *shares, number(unrated, lang), number(tally.open, lang), *beside)


def _share(count: int, assessed: int, lang: Language) -> str:
    return f"{number(count, lang)} ({percent_text(count, assessed, lang)})" if count else "0"


def _beside(best: int, next_: int, lang: Language) -> str:
    """How many are at the best level for those at the next: `4/20 (20%)`; no share where nobody is there."""
    if not best and not next_:
        return "–"
    counts = f"{number(best, lang)}/{number(next_, lang)}"
    return f"{counts} ({percent_text(best, next_, lang)})" if next_ else counts
