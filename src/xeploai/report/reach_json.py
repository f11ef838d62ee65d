"""What it takes for a subject to earn a level, as JSON."""

import json

from xeploai.diagnostic import Language
from xeploai.model.condition import Criterion
from xeploai.model.label import read_label
from xeploai.model.outcome import Outcome
from xeploai.model.reach import Blocked, Change, Reach, units
from xeploai.report.subject import rules_of
from xeploai.truth import outcomes, verdict
from xeploai.wording.naming import Naming, naming
from xeploai.wording.reach import blocked_text, change_text


def reach_as_json(outcome: Outcome, found: Reach, lang: Language) -> str:
    """`changes` is `null` where none was found, and `blocked` says why; `complete`: everything was looked through."""
    names, changes = naming(rules_of(outcome), lang), found.changes
    data = {
        "subject": found.subject,
        "ruleset": names.rules.id,
        "level": found.level,
        "reached": found.reached,
        "changes": None if changes is None else [_change(names, one) for one in changes],
        "units": None if changes is None else sum(map(units, changes)),
        "complete": found.complete,
        "blocked": [_blocked(names, one) for one in found.blocked],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _change(names: Naming, change: Change) -> dict[str, object]:
    return {"fact": change.fact, "from": change.old, "to": change.new, "sentence": change_text(names, change)}


def _blocked(names: Naming, block: Blocked) -> dict[str, object]:
    condition = block.condition
    cite = condition.cite
    return {
        "criterion": condition.id if isinstance(condition, Criterion) else None,
        "reason": None if isinstance(condition, Criterion) else read_label(condition.reason, names.lang, ""),
        "verdict": str(verdict(block.bits)),
        "can": [str(one) for one in outcomes(block.bits)],
        "why": block.why,
        "veto": block.veto,
        "exemption": block.exemption,
        "missing": [f"{lack.subject}.{lack.fact}" for lack in block.missing],
        "cite": {"source": cite.source, "clause": cite.clause} if cite else None,
        "sentence": blocked_text(names, block),
    }
