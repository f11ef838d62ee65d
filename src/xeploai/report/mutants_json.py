"""Changes of rules that no case notices as JSON, format 1."""

from collections.abc import Sequence
from typing import Any

from xeploai.audit.mutants.mutant import Mutant
from xeploai.audit.mutants.survivors import Survivors
from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.model.ruleset import Ruleset
from xeploai.report.items import item_name, item_place
from xeploai.report.test_json import rulesets_json, suite_data


def survivors_json(found: Sequence[Survivors], lang: Language) -> str:
    """Every rule set with how many changes were tried, and those that no case notices."""
    return rulesets_json(_ruleset(one, lang) for one in found)


def _ruleset(found: Survivors, lang: Language) -> dict[str, Any]:
    return {
        **suite_data(found.suite),
        "mutants": found.number,
        "noticed": found.number - len(found.mutants),
        "unnoticed": [_mutant(found.suite.rules, one, lang) for one in found.mutants],
    }


def _mutant(rules: Ruleset, mutant: Mutant, lang: Language) -> dict[str, Any]:
    place = item_place(rules, mutant.path)
    return {
        "item": item_name(rules, mutant.path),
        "path": list(mutant.path),
        "says": read_label(mutant.says, lang, ""),
        "at": {"file": place.file, "line": place.line},
    }
