"""The result as JSON, format 1: exact numbers as text in lowest terms, nothing rounded."""

import json
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from xeploai.interval import Interval
from xeploai.model.condition import Role
from xeploai.model.fact import Count, FactType
from xeploai.model.measure import Measure, Ratio, Share, Value
from xeploai.model.outcome import Finding, GoalOutcome, Measured, OtherReading, Outcome, Rating
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Limit, MoreThan, Target
from xeploai.report.result import Result, evidence_digest, rules_digest
from xeploai.source import place_of
from xeploai.truth import Verdict, outcomes

FORMAT = 1


def rate_json(result: Result) -> str:
    """The result as JSON text."""
    return json.dumps(as_data(result), ensure_ascii=False, indent=2) + "\n"


def as_data(result: Result) -> dict[str, Any]:
    """The result as plain data; `xeploai schema result` describes it."""
    # Loaded here, because other reports need only a part of this file.
    from importlib.metadata import version

    return {
        "format": FORMAT,
        "tool": f"xeploai {version('xeploai')}",
        "made": result.made.isoformat(),
        "ruleset": {"id": result.rules.id, "sha256": rules_digest(result.rules)},
        "evidence": {"sha256": evidence_digest(result.outcomes), "rows": len(result.outcomes)},
        "period": result.period,
        "targets": [_goal(goal) for goal in result.goals],
        "subjects": [
            subject(result.rules, outcome, found)
            for outcome, found in zip(result.outcomes, result.findings, strict=True)
        ],
        "quotas": [],
    }


def _goal(goal: GoalOutcome) -> dict[str, Any]:
    return {
        "subject": goal.subject,
        "target": goal.goal,
        "verdict": goal.verdict.value,
        "exceeded": goal.exceeded,
        "criteria": list(goal.criteria),
    }


def subject(rules: Ruleset, outcome: Outcome, found: tuple[Finding, ...]) -> dict[str, Any]:
    """A subject with its rating, summary and findings."""
    counts = Counter(finding.verdict for finding in found if finding.role is not Role.MONITOR)
    return {
        "id": outcome.evidence.id,
        "name": outcome.evidence.name,
        "kind": outcome.evidence.kind,
        "parent": outcome.evidence.parent,
        "rating": None if outcome.rating is None else _rating(rules, outcome.rating, outcome, found),
        "summary": {verdict.value: counts[verdict] for verdict in Verdict},
        "findings": [finding_data(rules, finding) for finding in found],
    }


def _rating(rules: Ruleset, rating: Rating, outcome: Outcome, found: tuple[Finding, ...]) -> dict[str, Any]:
    levels = [fact.id for fact in rules.facts if fact.type is FactType.LEVEL]
    decided = next((outcome.evidence.facts[fact] for fact in levels if fact in outcome.evidence.facts), None)
    open_facts = dict.fromkeys(f"{lack.subject}.{lack.fact}" for finding in found for lack in finding.missing)
    return {
        "highest": rating.highest,
        "lowest": rating.lowest,
        "level": rating.level,
        "may_be_unrated": rating.may_be_unrated,
        "decided": decided,
        "missing": [] if rating.level else list(open_facts),
    }


def finding_data(rules: Ruleset, finding: Finding) -> dict[str, Any]:
    """A finding as plain data."""
    data = {
        "criterion": finding.criterion.id,
        "role": finding.role.value,
        "strength": finding.criterion.strength.value,
        "verdict": finding.verdict.value,
        "can": [verdict.value for verdict in outcomes(finding.bits)],
        "type": type_of(rules, finding.criterion.measure),
        "measured": measured(finding.measured),
        "part": interval(finding.part),
        "whole": interval(finding.whole),
        "rest": interval(finding.rest),
        "excluded": [{"reason": group.reason, "subjects": list(group.subjects)} for group in finding.excluded],
        "target": target(finding.target),
        "short": finding.short,
        "noted": finding.noted,
        "exceeded": finding.exceeded,
        "missing": [f"{lack.subject}.{lack.fact}" for lack in finding.missing],
        "unlisted": [
            {"below": gap.below, "kinds": list(gap.kinds), "number": interval(gap.number)} for gap in finding.unlisted
        ],
        "why": finding.why,
        "readings": [_reading(other) for other in finding.readings],
        "depends": finding.depends,
        "assume": list(finding.criterion.assume),
        "cite": _cite(finding),
        "at": _at(rules, finding),
    }
    if finding.reason is not None:
        data["reason"] = finding.reason.vi
    return data


def type_of(rules: Ruleset, measure: Measure) -> str:
    """What kind of thing is measured: a ratio, a share, a number of subjects, or a fact by its type."""
    match measure:
        case Ratio():
            return "ratio"
        case Share():
            return "share"
        case Count():
            return "count"
        case Value(name):
            return next(fact.type.value for fact in rules.facts if fact.id == name)


def number(value: Limit | None) -> str | bool | None:
    """An exact number as text in lowest terms; level ids and truth values as they are."""
    if value is None or isinstance(value, bool | str):
        return value
    return str(Fraction(value))


def interval(value: Interval | None) -> dict[str, str | None] | None:
    """The ends of a count, `null` for an open end."""
    if value is None:
        return None
    return {
        "low": None if value.low is None else str(value.low),
        "high": None if value.high is None else str(value.high),
    }


def measured(value: Measured | None) -> dict[str, Any] | None:
    """The ends of what was measured."""
    if value is None:
        return None
    ends = {"low": number(value.low), "high": number(value.high)}
    return {**ends, "low_open": value.low_open, "high_open": value.high_open}


def target(value: Target) -> dict[str, Any]:
    """What was asked of this kind of subject."""
    match value:
        case Between(low, high, above=above):
            return {"at_least": _limit(low), "at_most": _limit(high), "above": above}
        case AtLeast(limit):
            return {"at_least": _limit(limit)}
        case AtMost(limit):
            return {"at_most": _limit(limit)}
        case MoreThan(limit):
            return {"more_than": _limit(limit)}
        case LessThan(limit):
            return {"less_than": _limit(limit)}
        case Equals(limit):
            return {"equals": _limit(limit)}


def _limit(limit: Any) -> str | bool | None:
    return number(limit)


def _reading(other: OtherReading) -> dict[str, Any]:
    return {
        "assume": other.assumption,
        "reading": other.reading,
        "verdict": other.verdict.value,
        "measured": measured(other.measured),
    }


def _cite(finding: Finding) -> dict[str, str] | None:
    cite = finding.criterion.cite
    return None if cite is None else {"source": cite.source, "clause": cite.clause}


def _at(rules: Ruleset, finding: Finding) -> Mapping[str, str | int | None] | None:
    if rules.source is None:
        return None
    place = place_of(rules.source, ("criteria", finding.criterion.id), key=True)
    return {"file": place.file.replace("\\", "/").rsplit("/", 1)[-1], "line": place.line}
