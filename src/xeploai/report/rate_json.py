"""The result as JSON, format 1: exact numbers as text in lowest terms, nothing rounded."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from xeploai.model.condition import Role
from xeploai.model.fact import Count
from xeploai.model.measure import Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.model.outcome import Excluded, Finding, GoalOutcome, Measured, OtherReading, Standing
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.report.digests import evidence_digest, incidents_digest, rules_digest
from xeploai.report.json_pieces import json_pieces
from xeploai.report.levels_json import quota_data, rating_data
from xeploai.report.plain import cite_data, interval, number
from xeploai.report.result import Result
from xeploai.report.subject import Subject, findings_by_rules, merged
from xeploai.source import place_of
from xeploai.truth import Verdict, outcomes

FORMAT = 1


def rate_json(result: Result) -> str:
    """The result as JSON text."""
    return "".join(rate_json_pieces(result))


def rate_json_pieces(result: Result) -> Iterator[str]:
    """The same text subject by subject: of a large table it is many times what was read, and its findings more."""
    return json_pieces(_data(result))


def as_data(result: Result) -> dict[str, Any]:
    """The result as plain data; `xeploai schema result` describes it."""
    data = _data(result)
    return {**data, "subjects": list(data["subjects"])}


def _data(result: Result) -> dict[str, Any]:
    """The result as plain data, its subjects made one after the other when they are asked for."""
    # Loaded here, because other reports need only a part of this file.
    from importlib.metadata import version

    subjects = result.subjects
    return {
        "format": FORMAT,
        "tool": f"xeploai {version('xeploai')}",
        "made": result.made.isoformat(),
        "ruleset": {"id": result.rules.id, "sha256": rules_digest(result.rules)},
        "evidence": {"sha256": evidence_digest(map(merged, subjects)), "rows": len(subjects)},
        "incidents": _incidents(result),
        "period": result.period.name,
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "targets": [_goal(goal) for goal in result.goals],
        "subjects": (subject_data(result, one, result.standings.get(one.id)) for one in subjects),
        "quotas": [quota_data(result, found) for found in result.quotas],
    }


def _incidents(result: Result) -> dict[str, Any] | None:
    found = result.incidents
    return None if found is None else {"sha256": incidents_digest(found), "rows": len(found)}


def _goal(goal: GoalOutcome) -> dict[str, Any]:
    return {
        "subject": goal.subject,
        "target": goal.goal,
        "verdict": goal.verdict.value,
        "exceeded": goal.exceeded,
        "criteria": list(goal.criteria),
    }


def subject_data(result: Result, subject: Subject, standing: Standing | None) -> dict[str, Any]:
    """A subject with its rating, summary and findings. Persons are unnamed. In a chain a finding names its rule set."""
    row, by_rules = subject.row, findings_by_rules(subject)
    counts = Counter(one.verdict for _, found in by_rules for one in found if one.role is not Role.MONITOR)
    chained = len(result.chain) > 1
    return {
        "id": row.id,
        "name": row.name if row.id in result.names else None,
        "kind": row.kind,
        "parent": row.parent,
        "rating": rating_data(subject, standing, chained=chained),
        "summary": {verdict.value: counts[verdict] for verdict in Verdict},
        "findings": [
            {**finding_data(rules, finding), **({"ruleset": rules.id} if chained else {})}
            for rules, found in by_rules
            for finding in found
        ],
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
        "excluded": [_excluded(group) for group in finding.excluded],
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
        "cite": cite_data(finding.criterion.cite),
        "at": _at(rules, finding),
    }
    if finding.levels is not None:
        taken = finding.levels
        data["levels"] = {"decided": taken.decided, "proposed": taken.proposed, "by": taken.by}
    return data


def _excluded(group: Excluded) -> dict[str, Any]:
    data: dict[str, Any] = {"reason": group.reason, "subjects": list(group.subjects)}
    return data if group.exemption is None else {**data, "exemption": group.exemption}


def type_of(rules: Ruleset, measure: Measure) -> str:
    """What kind of thing is measured: a ratio, a share, a number of subjects, points …, or a fact by its type."""
    match measure:
        case Ratio():
            return "ratio"
        case Share():
            return "share"
        case Count():
            return "count"
        case Lowest():
            return "lowest"
        case Highest():
            return "highest"
        case Months():
            return "months"
        case Score():
            return "score"
        case Value(name):
            return next(fact.type.value for fact in rules.facts if fact.id == name)
        case _:
            assert_never(measure)


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


def _at(rules: Ruleset, finding: Finding) -> Mapping[str, str | int | None] | None:
    if rules.source is None:
        return None
    place = place_of(rules.source, ("criteria", finding.criterion.id), key=True)
    return {"file": place.file.replace("\\", "/").rsplit("/", 1)[-1], "line": place.line}
