"""Worked cases as JSON, format 1."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from xeploai.audit.cases.case import CaseResult, Checked, Suite
from xeploai.diagnostic import Language, message
from xeploai.model.ruleset import Ruleset
from xeploai.report.test_text import why_texts
from xeploai.source import Place

FORMAT = 1


def suites_json(suites: Sequence[Suite], lang: Language) -> str:
    """Every case of every rule set, those that pass included."""
    return rulesets_json(_ruleset(one, lang) for one in suites)


def rulesets_json(rulesets: Iterable[dict[str, Any]]) -> str:
    """What is said of the cases of rule sets, as one text."""
    return json.dumps({"format": FORMAT, "rulesets": list(rulesets)}, ensure_ascii=False, indent=2) + "\n"


def suite_data(suite: Suite) -> dict[str, Any]:
    """A rule set with how many of its cases came out."""
    failed = len(suite.failed)
    return {"id": suite.rules.id, "passed": len(suite.results) - failed, "failed": failed}


def _ruleset(suite: Suite, lang: Language) -> dict[str, Any]:
    return {
        **suite_data(suite),
        "cases": [_case(suite.rules, result, lang) for result in suite.results],
    }


def _case(rules: Ruleset, result: CaseResult, lang: Language) -> dict[str, Any]:
    case = result.case
    return {
        "title": case.title,
        "clause": case.clause,
        "at": _at(case.place),
        "passed": result.passed,
        "refused": {"expected": sorted(case.refused), "found": list(result.faults)},
        "problems": [
            {"code": one.fault.code, "name": one.fault.name, "at": _at(one.place), "message": message(one, lang)}
            for one in result.problems
        ],
        "expected": [_checked(rules, one, lang) for one in result.checked],
    }


def _checked(rules: Ruleset, checked: Checked, lang: Language) -> dict[str, Any]:
    expected = checked.expected
    return {
        "about": expected.about,
        "subject": expected.subject or None,
        "id": expected.key,
        "at": _at(expected.place),
        "passed": checked.passed,
        "expected": expected.said,
        "found": checked.found,
        "why": list(why_texts(rules, checked, lang)),
    }


def _at(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line}
