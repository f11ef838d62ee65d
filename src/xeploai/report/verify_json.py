"""A verification as JSON, format 1."""

import json
from typing import Any

from xeploai.report.verification import ABSENT, Difference, Verification

FORMAT = 1


def verify_json(found: Verification) -> str:
    """Which of rules and data are the same, and every key that differs; what one side lacks is left out."""
    data = {
        "format": FORMAT,
        "same": found.same,
        "period": found.before["period"],
        **sides(found),
        "differences": [_difference(one) for one in found.differences],
        "not_compared": list(found.later),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def sides(found: Verification) -> dict[str, Any]:
    """Whether the rules and each of the tables are the same, with their digests; `null` where there was no table."""
    return {of: _digests(found, of) for of in ("ruleset", "evidence", "incidents")}


def _digests(found: Verification, of: str) -> dict[str, Any]:
    before, now = found.before.get(of), found.now.get(of)
    return {"same": before == now, "before": before and before["sha256"], "now": now and now["sha256"]}


def _difference(difference: Difference) -> dict[str, Any]:
    sides = {"before": difference.before, "now": difference.now}
    return {"path": list(difference.path), **{side: value for side, value in sides.items() if value is not ABSENT}}
