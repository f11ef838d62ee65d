"""What an audit found, as SARIF 2.1.0: findings then stand on the changed lines of a review."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from xeploai.audit.check import Audit
from xeploai.diagnostic import Diagnostic, Fault, Language, advice, message
from xeploai.model.label import Label
from xeploai.report.check_text import reason_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def audits_sarif(audits: Sequence[Audit], lang: Language) -> str:
    """One run, its rules the faults that were found; what is accepted is suppressed, with its reason."""
    found: list[tuple[Diagnostic, Label | None, bool]] = []
    for one in audits:
        found += [(problem, None, False) for problem in one.problems]
        found += [(problem, reason, True) for problem, reason in one.accepted]
    faults = list(dict.fromkeys(problem.fault for problem, _, _ in found))
    driver = {
        "name": "xeploai",
        "version": version("xeploai"),
        "rules": [_rule(fault, lang) for fault in faults],
    }
    results = []
    for problem, reason, accepted in found:
        result = _result(problem, faults.index(problem.fault), lang)
        if accepted:
            result["suppressions"] = [{"kind": "inSource", "justification": reason_text(reason, lang)}]
        results.append(result)
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(fault: Fault, lang: Language) -> dict[str, Any]:
    text = fault.vi if lang == "vi" else fault.en
    return {
        "id": fault.code,
        "name": fault.name,
        "shortDescription": {"text": text},
        "defaultConfiguration": {"level": fault.severity.value},
    }


def _result(problem: Diagnostic, index: int, lang: Language) -> dict[str, Any]:
    fault, place, what = problem.fault, problem.place, advice(problem, lang)
    text = message(problem, lang) + (f" – {what}" if what else "")
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file.replace("\\", "/"))}}
    if place.line is not None:
        region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.end_column}
        location["region"] = {key: value for key, value in region.items() if value is not None}
    return {
        "ruleId": fault.code,
        "ruleIndex": index,
        "level": fault.severity.value,
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }
