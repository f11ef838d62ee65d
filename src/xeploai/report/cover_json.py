"""What cases leave out as JSON, format 1."""

from collections.abc import Sequence
from typing import Any

from xeploai.audit.cover.coverage import Coverage, Tally
from xeploai.audit.cover.obligation import Obligation
from xeploai.diagnostic import Language
from xeploai.report.cover_text import says_text
from xeploai.report.items import item_name, item_place
from xeploai.report.test_json import rulesets_json, suite_data


def coverages_json(found: Sequence[Coverage], lang: Language) -> str:
    """Every rule set with what there is to show, and what no case shows."""
    return rulesets_json(_ruleset(one, lang) for one in found)


def _ruleset(found: Coverage, lang: Language) -> dict[str, Any]:
    return {
        **suite_data(found.suite),
        "coverage": [_tally(found, tally, lang) for tally in found.tallies],
    }


def _tally(found: Coverage, tally: Tally, lang: Language) -> dict[str, Any]:
    return {
        "of": tally.aspect.name,
        "wanted": tally.number,
        "shown": tally.number - len(tally.gaps),
        "gaps": [_gap(found, tally, gap, lang) for gap in tally.gaps],
    }


def _gap(found: Coverage, tally: Tally, gap: Obligation, lang: Language) -> dict[str, Any]:
    place = item_place(found.suite.rules, gap.path)
    return {
        "item": item_name(found.suite.rules, gap.path),
        "path": list(gap.path),
        "kind": gap.kind,
        "what": gap.what,
        "says": says_text(tally, [gap], lang),
        "at": {"file": place.file, "line": place.line},
    }
