"""What came of a quota, in the words of a case."""

from typing import Any

from xeploai.audit.cases.case import Checked, Expected
from xeploai.audit.cases.grammar import ABSENT, OPEN_END
from xeploai.audit.cases.judgement import Judgement
from xeploai.interval import Interval, is_point
from xeploai.model.outcome import QuotaOutcome

WHICH = ("group", "authority", "kind")
"""What tells the groups of a quota apart."""


def checked_quota(judgement: Judgement, expected: Expected) -> Checked:
    """What is expected of a quota beside what came out of the one group that is meant."""
    found = [one for one in judgement.quotas if one.quota == expected.key]
    said = {word: wanted for word, wanted in expected.said.items() if word in WHICH}
    meant = [one for one in found if all(_of_quota(judgement, expected, one, word) == said[word] for word in said)]
    if len(meant) != 1:
        # Which group is meant has to be said: every word that is expected then comes out as the groups that there are.
        groups = sorted(f"{one.authority or ''}: {one.group or _kind(judgement, one)}" for one in found) or ABSENT
        return Checked(expected, dict.fromkeys(expected.said, groups))
    (thing,) = meant
    return Checked(expected, {word: _of_quota(judgement, expected, thing, word) for word in expected.said}, thing)


def _kind(judgement: Judgement, found: QuotaOutcome) -> str:
    """The kind of those in a group, where that is what makes them one."""
    return next((judgement.by_id[one].evidence.kind for one in found.members), ABSENT)


def _of_quota(judgement: Judgement, expected: Expected, thing: QuotaOutcome, word: str) -> Any:
    match word:
        case "allowed" | "actual" | "excess":
            return ends(getattr(thing, word))
        case "members":
            return sorted(thing.members)
        case "kind":
            return _kind(judgement, thing)
        case "readings":
            readings = {one.reading: ends(one.allowed) for one in thing.readings}
            return {reading: readings.get(reading, ABSENT) for reading in expected.said[word]}
        case _:
            return getattr(thing, word)


def ends(interval: Interval | None) -> Any:
    """A number, or its least and its most."""
    if interval is None:
        return ABSENT
    ends = [OPEN_END if end is None else end for end in interval]
    return ends[0] if is_point(interval) else ends
