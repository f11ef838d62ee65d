"""What an audit found, as SARIF 2.1.0: findings then stand on the changed lines of a review."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from xeploai.audit.check import Audit
from xeploai.diagnostic import Diagnostic, Fault, Language, advice, message
from xeploai.report.check_text import reason_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
"""What relative addresses are relative to: the folder in which the command runs, that of the repository in CI."""
FINGERPRINT = "xeploai/v1"


def audits_sarif(audits: Sequence[Audit], lang: Language) -> str:
    """One run, its rules the faults that were found; what is accepted is suppressed, with its reason."""
    found = list(_found(audits, lang))
    faults = list(dict.fromkeys(problem.fault for problem, _ in found))
    driver = {
        "name": "xeploai",
        "semanticVersion": version("xeploai"),
        "language": lang,
        "rules": [_rule(fault, lang) for fault in faults],
    }
    seen: Counter[str] = Counter()
    results = [_result(problem, suppressed, faults.index(problem.fault), seen, lang) for problem, suppressed in found]
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not any(one.unread for one in audits)}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "the folder in which the command was run"}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _found(audits: Sequence[Audit], lang: Language) -> Iterator[tuple[Diagnostic, list[dict[str, str]]]]:
    """Every problem with what suppresses it."""
    for one in audits:
        yield from ((problem, []) for problem in one.problems)
        for problem, reason in one.accepted:
            why = reason_text(reason, lang)
            yield problem, [{"kind": "inSource", "status": "accepted", "justification": why}]


def _rule(fault: Fault, lang: Language) -> dict[str, Any]:
    text, what = (fault.vi, fault.help_vi) if lang == "vi" else (fault.en, fault.help_en)
    return {
        "id": fault.code,
        "name": fault.name,
        "shortDescription": {"text": text},
        "help": {"text": what or text},
        "defaultConfiguration": {"level": fault.severity.value},
    }


def _result(
    problem: Diagnostic, suppressed: list[dict[str, str]], index: int, seen: Counter[str], lang: Language
) -> dict[str, Any]:
    fault, place, what = problem.fault, problem.place, advice(problem, lang)
    text = message(problem, lang) + (f" – {what}" if what else "")
    location: dict[str, Any] = {"artifactLocation": artifact(place.file)}
    if place.line is not None:
        region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.end_column}
        location["region"] = {key: value for key, value in region.items() if value is not None}
    return {
        "ruleId": fault.code,
        "ruleIndex": index,
        "level": fault.severity.value,
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {FINGERPRINT: _fingerprint(problem, seen)},
        # An empty list says that nothing suppresses it: readers then know that it was asked.
        "suppressions": suppressed,
    }


def _fingerprint(problem: Diagnostic, seen: Counter[str]) -> str:
    """The same for the same finding, in whatever language and however far its line has moved."""
    line = (problem.snippet or "").strip()
    said = "\n".join([problem.fault.code, artifact(problem.place.file)["uri"], line, message(problem, "en")])
    digest = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"


def artifact(file: str, folder: str | None = None) -> dict[str, str]:
    """The address of a file: relative to the folder of the run where the file lies below it, else absolute."""
    here = folder if folder is not None else str(Path.cwd())
    windows = PureWindowsPath(file).drive or PureWindowsPath(here).drive
    kind = PureWindowsPath if windows else PurePosixPath
    path, root = kind(os.path.normpath(file) if not windows else file), kind(here)
    if path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    elif not path.is_absolute() and path.parts[:1] == ("..",):
        path = kind(os.path.normpath(root / path))
    if path.is_absolute():
        # A drive is a step of the address like a folder.
        return {"uri": f"file:///{quote(path.as_posix().lstrip('/'), safe='/:')}"}
    return {"uri": quote(path.as_posix()), "uriBaseId": ROOT}
