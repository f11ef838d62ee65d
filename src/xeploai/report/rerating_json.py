"""A period rated again, as JSON, format 1."""

import json
from collections.abc import Mapping
from typing import Any

from xeploai.report.level_changes import LevelChange
from xeploai.report.rerating import Rerating
from xeploai.report.verify_json import sides

FORMAT = 1
_LEVEL = ("highest", "lowest", "level", "may_be_unrated", "decided", "exemptions", "vetoes", "missing")


def rerating_json(one: Rerating) -> str:
    """Which of rules and data are the same, and the levels that differ as both results have them."""
    now = one.found.now
    data = {
        "format": FORMAT,
        "tool": now["tool"],
        "made": now["made"],
        "period": now["period"],
        "as_of": now["as_of"],
        "first": {key: one.found.before[key] for key in ("made", "tool")},
        **sides(one.found),
        "levels": [_change(change) for change in one.changes],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _change(change: LevelChange) -> dict[str, Any]:
    known = change.now or change.before or {}
    return {
        "subject": change.subject,
        "name": known.get("name"),
        "kind": known.get("kind"),
        "before": _level(change.rating_before),
        "now": _level(change.rating_now),
    }


def _level(rating: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What a result says of a level and of what decides it; what an older one does not say is left out."""
    return None if rating is None else {key: rating[key] for key in _LEVEL if key in rating}
