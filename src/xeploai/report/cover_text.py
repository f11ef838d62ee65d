"""What cases leave out, for a terminal: per sort of thing how much is shown, and every gap with its place."""

from collections.abc import Iterator, Sequence

from xeploai.audit.cover.coverage import Coverage, Tally
from xeploai.audit.cover.obligation import Obligation
from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.items import item_place, obligation_name, place_name
from xeploai.report.test_text import one_after_another, opening_text


def coverages_text(found: Sequence[Coverage], lang: Language) -> str:
    """The rule sets one after another; first their cases that fail, if any."""
    return one_after_another(_ruleset(one, lang) for one in found)


def _ruleset(found: Coverage, lang: Language) -> Iterator[str]:
    rules = found.suite.rules
    yield opening_text(found.suite, lang)
    for tally in found.tallies:
        yield f"   {tally_text(tally, lang)}"
        for gaps in together(tally.gaps):
            place = place_name(item_place(rules, gaps[0].path))
            yield f"      {place}: {obligation_name(rules, gaps[0])}: {says_text(tally, gaps, lang)}"


def tally_text(tally: Tally, lang: Language) -> str:
    """*outcomes of criteria: 6 of 8*."""
    shown = tally.number - len(tally.gaps)
    between = "trên" if lang == "vi" else "of"
    return f"{read_label(tally.aspect.label, lang, tally.aspect.name)}: {shown} {between} {tally.number}"


def together(gaps: Sequence[Obligation]) -> Iterator[list[Obligation]]:
    """Gaps of one item at one kind."""
    found: dict[object, list[Obligation]] = {}
    for gap in gaps:
        found.setdefault((gap.path, gap.kind), []).append(gap)
    yield from found.values()


def says_text(tally: Tally, gaps: Sequence[Obligation], lang: Language) -> str:
    """What is not shown of one item, in a few words."""
    return "; ".join(read_label(tally.aspect.says(gap), lang, gap.what) for gap in gaps)
