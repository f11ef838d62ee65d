"""Levels and quotas as plain data: bounds, why they are open, and what was decided beside what is proposed."""

from collections.abc import Sequence
from typing import Any

from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.evidence import Evidence
from xeploai.model.outcome import Missing, Obstacle, OtherRating, QuotaOutcome, Rating, Standing
from xeploai.model.ruleset import Ruleset
from xeploai.report.plain import cite_data, interval
from xeploai.report.result import Result, group_of
from xeploai.report.subject import Subject, proposer, rules_of
from xeploai.truth import outcomes
from xeploai.wording.documents import document_of
from xeploai.wording.naming import naming


def rating_data(subject: Subject, standing: Standing | None, *, chained: bool) -> dict[str, Any] | None:
    """The level of a subject with its why; `None` where no rule set gives one to its kind."""
    outcome = proposer(subject)
    if outcome is None or standing is None:
        return None
    rules = rules_of(outcome)
    data = standing_data(rules, standing, subject.row)
    return {"ruleset": rules.id, **data} if chained else data


def standing_data(rules: Ruleset, standing: Standing, evidence: Evidence) -> dict[str, Any]:
    """A standing as plain data."""
    names, rating = naming(rules, "vi"), standing.rating
    decided = rating.decided if rating else None
    return {
        **bounds_data(rating),
        "decided": decided,
        "document": (document_of(names, evidence, rules.decided or "") or None) if decided else None,
        "differs": rating is not None and rating.differs,
        "missing": _facts(standing.missing),
        "settles": None if standing.settles is None else _facts(standing.settles),
        "undetermined": [_undetermined(point) for point in standing.undetermined],
        "exemptions": list(standing.exemptions),
        "vetoes": list(standing.vetoes),
        "obstacles": [
            {"level": level, "conditions": [_obstacle(one) for one in found]} for level, found in standing.obstacles
        ],
        "readings": [_other(other) for other in standing.readings],
        "depends": standing.depends,
    }


def bounds_data(rating: Rating | None) -> dict[str, Any]:
    """The levels that are still possible; no level at all where the subject is certainly not rated."""
    return {
        "highest": rating.highest if rating else None,
        "lowest": rating.lowest if rating else None,
        "level": rating.level if rating else None,
        "may_be_unrated": rating is None or rating.may_be_unrated,
    }


def _facts(missing: Sequence[Missing]) -> list[str]:
    return [f"{lack.subject}.{lack.fact}" for lack in missing]


def _undetermined(point: Undetermined) -> dict[str, Any]:
    return {"reason": point.reason.vi, "cite": cite_data(point.cite)}


def _obstacle(one: Obstacle) -> dict[str, Any]:
    point = one.condition
    what = {"criterion": point.id} if isinstance(point, Criterion) else {"reason": point.reason.vi}
    return {**what, "veto": one.veto, "can": [verdict.value for verdict in outcomes(one.bits)]}


def _other(other: OtherRating) -> dict[str, Any]:
    return {"assume": other.assumption, "reading": other.reading, **bounds_data(other.rating)}


def quota_data(result: Result, found: QuotaOutcome) -> dict[str, Any]:
    """How a quota came out in a group. `members` are ids; a group without a name goes by its kind."""
    return {
        "quota": found.quota,
        "authority": found.authority,
        "group": group_of(result, found),
        "level": found.level,
        "members": list(found.members),
        "allowed": interval(found.allowed),
        "actual": interval(found.actual),
        "excess": interval(found.excess),
        "readings": [
            {
                "assume": other.assumption,
                "reading": other.reading,
                "allowed": interval(other.allowed),
                "excess": interval(other.excess),
            }
            for other in found.readings
        ],
        "depends": any((other.allowed, other.excess) != (found.allowed, found.excess) for other in found.readings),
    }
