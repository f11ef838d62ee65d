"""What cases leave out in Markdown: a table of counts, and a table of gaps."""

from collections.abc import Sequence

from xeploai.audit.cover.coverage import Coverage
from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.cover_text import says_text, together
from xeploai.report.items import item_place, obligation_name, place_name
from xeploai.report.markdown import table
from xeploai.report.test_markdown import suites_markdown

_COUNTS: dict[Language, tuple[str, ...]] = {
    "vi": ("Bộ quy tắc", "Điều cần có ví dụ", "Có", "Chưa có"),
    "en": ("Rule set", "To be shown", "Shown", "Not shown"),
}
_GAPS: dict[Language, tuple[str, ...]] = {
    "vi": ("Nơi", "Mục", "Chưa có ví dụ"),
    "en": ("Place", "Item", "No case shows"),
}


def coverages_markdown(found: Sequence[Coverage], lang: Language) -> str:
    """The counts of cases and of what they show, then every item of which something is not shown."""
    counts = [
        (
            one.suite.rules.id,
            read_label(tally.aspect.label, lang, tally.aspect.name),
            str(tally.number - len(tally.gaps)),
            str(len(tally.gaps)),
        )
        for one in found
        for tally in one.tallies
    ]
    gaps = [
        (
            place_name(item_place(one.suite.rules, some[0].path)),
            obligation_name(one.suite.rules, some[0]),
            says_text(tally, some, lang),
        )
        for one in found
        for tally in one.tallies
        for some in together(tally.gaps)
    ]
    blocks = [suites_markdown([one.suite for one in found], lang).rstrip("\n"), table(_COUNTS[lang], counts)]
    if gaps:
        blocks.append(table(_GAPS[lang], gaps))
    return "\n\n".join(blocks) + "\n"
