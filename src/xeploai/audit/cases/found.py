"""What came out, in the words of a case, as far as something is expected of it."""

from collections.abc import Sequence
from typing import Any, assert_never

from xeploai.audit.cases.case import Checked, Expected
from xeploai.audit.cases.found_quota import checked_quota, ends
from xeploai.audit.cases.grammar import ABSENT, UNRATED
from xeploai.audit.cases.judgement import Judgement, stages
from xeploai.model.condition import Criterion
from xeploai.model.outcome import Finding, GoalOutcome, Missing, Rating, Standing
from xeploai.rating.findings import goals
from xeploai.wording.explain import explain_stages
from xeploai.wording.naming import subject_name


def checked(judgement: Judgement, expected: Expected) -> Checked:
    """An expectation beside what came out."""
    if expected.about != "quota" and expected.subject not in judgement.by_id:
        return Checked(expected, dict.fromkeys(expected.said, ABSENT))
    match expected.about:
        case "criterion":
            return _criterion(judgement, expected)
        case "level":
            return _level(judgement, expected)
        case "quota":
            return checked_quota(judgement, expected)
        case _:
            assert_never(expected.about)


def _criterion(judgement: Judgement, expected: Expected) -> Checked:
    under = stages(judgement, expected.subject)
    goal = next((one for one in goals(judgement.by_id[expected.subject]) if one.goal == expected.key), None)
    findings_of = ((one, stage) for stage in under for one in stage.findings if one.criterion.id == expected.key)
    thing, stage = next(findings_of, (goal, under[0]))
    found = {word: _of_thing(judgement, expected, thing, word) for word in expected.said}
    return Checked(expected, found, thing, stage)


def _of_thing(judgement: Judgement, expected: Expected, thing: Finding | GoalOutcome | None, word: str) -> Any:
    match thing, word:
        case None, _:
            return ABSENT
        case _, "verdict":
            return str(thing.verdict)
        case _, "exceeded":
            return thing.exceeded
        case _, "says":
            return _explanation(judgement, expected)
        case GoalOutcome(), _:
            return ABSENT
        case _, "part" | "whole":
            return ends(thing.part if word == "part" else thing.whole)
        case _, "missing":
            return _names(thing.missing)
        case _, "readings":
            readings = {one.reading: str(one.verdict) for one in thing.readings}
            return {reading: readings.get(reading, ABSENT) for reading in expected.said[word]}
        case _:
            return getattr(thing, word)


def _level(judgement: Judgement, expected: Expected) -> Checked:
    under = stages(judgement, expected.subject)
    stage, thing = next((one, one.standing) for one in reversed(under) if one.standing is not None)
    found = {word: _of_level(judgement, expected, thing, word) for word in expected.said}
    return Checked(expected, found, thing, stage)


def _of_level(judgement: Judgement, expected: Expected, thing: Standing, word: str) -> Any:
    rating = thing.rating
    match word:
        case "level":
            return _proposal(rating)
        case "highest" | "lowest":
            return (rating and getattr(rating, word)) or UNRATED
        case "decided":
            return (rating and rating.decided) or ABSENT
        case "differs" | "may_be_unrated":
            return rating is not None and getattr(rating, word)
        case "unrated":
            return rating is None or rating.highest is None
        case "deciding":
            return _deciding(thing)
        case "missing":
            return _names(thing.missing)
        case "settles":
            return False if thing.settles is None else _names(thing.settles)
        case "undetermined":
            reasons = [point.reason.vi for point in thing.undetermined]
            wanted = expected.said[word]
            return bool(reasons) if isinstance(wanted, bool) else _part_of(wanted, reasons)
        case "depends":
            return thing.depends
        case "readings":
            readings = {one.reading: _proposal(one.rating) for one in thing.readings}
            return {reading: readings.get(reading, ABSENT) for reading in expected.said[word]}
        case _:
            return _explanation(judgement, expected)


def _proposal(rating: Rating | None) -> str | list[str]:
    """The level proposed; the best and the worst where it is open."""
    if rating is None or rating.highest is None or rating.lowest is None:
        return UNRATED
    return rating.level or [rating.highest, rating.lowest]


def _deciding(thing: Standing) -> list[str]:
    """The exemptions that hold, and what stands in the way of the next level above the lowest that is possible."""
    _, next_up = thing.obstacles[-1] if thing.obstacles else ("", ())
    blocking = [one.veto or (one.condition.id if isinstance(one.condition, Criterion) else None) for one in next_up]
    return sorted({*thing.exemptions, *filter(None, blocking)})


def _names(missing: Sequence[Missing]) -> list[str]:
    return sorted(f"{lack.subject}.{lack.fact}" for lack in missing)


def _part_of(wanted: str, texts: Sequence[str]) -> str | list[str]:
    """What was wanted, where one of the texts holds it; else the texts."""
    return wanted if any(wanted in text for text in texts) else list(texts)


def _explanation(judgement: Judgement, expected: Expected) -> str | list[str]:
    names = {one.evidence.id: subject_name(one.evidence) for one in judgement.outcomes}
    return _part_of(expected.said["says"], [explain_stages(stages(judgement, expected.subject), "vi", names)])
