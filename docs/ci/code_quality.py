"""SARIF, as `xeploai check --format sarif` writes it → the Code Quality report that GitLab reads.

python code_quality.py check.sarif gl-code-quality-report.json
"""

import json
import sys
from pathlib import Path
from typing import Any

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def report(log: dict[str, Any]) -> list[dict[str, Any]]:
    """The findings that nothing suppresses."""
    return [_finding(result) for run in log["runs"] for result in run["results"] if not result["suppressions"]]


def _finding(result: dict[str, Any]) -> dict[str, Any]:
    place = result["locations"][0]["physicalLocation"]
    return {
        "description": result["message"]["text"],
        "check_name": result["ruleId"],
        "fingerprint": result["partialFingerprints"]["xeploai/v1"],
        "severity": SEVERITIES[result["level"]],
        "location": {
            "path": place["artifactLocation"]["uri"],
            "lines": {"begin": place.get("region", {}).get("startLine", 1)},
        },
    }


def main(arguments: list[str]) -> str | None:
    """Write the report; what stands in the way, in a line."""
    if len(arguments) != 2:
        return "usage: python code_quality.py check.sarif gl-code-quality-report.json"
    source, target = map(Path, arguments)
    try:
        found = report(json.loads(source.read_text("utf-8")))
        target.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")
    except OSError as error:
        return f"code_quality.py: {error.filename}: {error.strerror}"
    except (ValueError, KeyError, TypeError, IndexError):
        return f"code_quality.py: {source}: not SARIF as `xeploai check --format sarif` writes it"
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
