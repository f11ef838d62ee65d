"""One subject's explanation as JSON: its findings, each with its sentence."""

import json

from xeploai.diagnostic import Language
from xeploai.model.outcome import Finding, Outcome
from xeploai.report.rate_json import subject
from xeploai.report.result import Result
from xeploai.wording.naming import naming
from xeploai.wording.sentences import finding_text


def explain_json(result: Result, outcome: Outcome, findings: tuple[Finding, ...], lang: Language) -> str:
    """The subject as in the result of `rate`, with a `sentence` for every finding."""
    data = subject(result.rules, outcome, findings)
    names = naming(result.rules, lang)
    for entry, finding in zip(data["findings"], findings, strict=True):
        entry["sentence"] = finding_text(names, finding)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
