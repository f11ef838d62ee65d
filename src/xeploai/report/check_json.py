"""What an audit found, as JSON, format 1."""

import json
from collections.abc import Sequence
from typing import Any

from xeploai.audit.check import Audit
from xeploai.diagnostic import Diagnostic, Language, advice, message
from xeploai.report.check_text import reason_text
from xeploai.report.sizes_json import sizes_data

FORMAT = 1


def audits_json(audits: Sequence[Audit], lang: Language, sizes: int | None = None) -> str:
    """Every file with its problems, and with those that it accepts; where asked for, with the sizes of small units."""
    files = [
        {
            "file": one.file,
            "ruleset": one.rules.id if one.rules else None,
            "problems": [_problem(problem, lang) for problem in one.problems],
            "accepted": [
                {**_problem(problem, lang), "reason": reason_text(reason, lang)} for problem, reason in one.accepted
            ],
            **({"sizes": sizes_data(one.rules, sizes)} if sizes is not None and one.rules else {}),
        }
        for one in audits
    ]
    return json.dumps({"format": FORMAT, "files": files}, ensure_ascii=False, indent=2) + "\n"


def _problem(problem: Diagnostic, lang: Language) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.fault.code,
        "name": problem.fault.name,
        "severity": problem.fault.severity.value,
        "message": message(problem, lang),
        "help": advice(problem, lang) or None,
        "at": {"file": place.file, "line": place.line, "column": place.column, "end_column": place.end_column},
    }
