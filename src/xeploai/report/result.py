"""What was rated, ready to be reported: outcomes with their findings, the period, the day, and digests of both."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import attrs

from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.outcome import Finding, GoalOutcome, Outcome
from xeploai.model.ruleset import Ruleset
from xeploai.rating.findings import findings, goals
from xeploai.rating.session import roll_up
from xeploai.wording.naming import subject_name


@attrs.frozen(eq=False)
class Result:
    """A rule set applied to a hierarchy. `made` is the day of the run, `period` the year that was rated."""

    rules: Ruleset
    outcomes: tuple[Outcome, ...]
    period: str
    made: date

    @cached_property
    def findings(self) -> tuple[tuple[Finding, ...], ...]:
        """The findings of each outcome, in the same order."""
        return tuple(findings(outcome) for outcome in self.outcomes)

    def findings_of(self, number: int) -> tuple[Finding, ...]:
        """The findings of one outcome, by its number; those of the others are not made."""
        return findings(self.outcomes[number])

    @cached_property
    def goals(self) -> tuple[GoalOutcome, ...]:
        """How every *chỉ tiêu* came out, where it is judged."""
        return tuple(goal for outcome in self.outcomes for goal in goals(outcome))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of the subjects by id."""
        return {outcome.evidence.id: subject_name(outcome.evidence) for outcome in self.outcomes}


def result(rules: Ruleset, hierarchy: Hierarchy, period: str, made: date) -> Result:
    """Rate a hierarchy.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary.
    """
    return Result(rules, roll_up(rules, hierarchy), period, made)


def rules_digest(rules: Ruleset) -> str:
    """SHA-256 of what the rules say, whatever the layout of their file."""
    # Digests are for the JSON result alone.
    import hashlib

    from xeploai.toml.dump import dump

    return hashlib.sha256(dump(rules).encode()).hexdigest()


def evidence_digest(outcomes: tuple[Outcome, ...]) -> str:
    """SHA-256 of what was known of the subjects, in their order, whatever the format of their file."""
    import hashlib
    import json

    digest = hashlib.sha256()
    for outcome in outcomes:
        digest.update(json.dumps(_plain(outcome.evidence), ensure_ascii=False, sort_keys=True).encode() + b"\n")
    return digest.hexdigest()


def _plain(evidence: Evidence) -> dict[str, object]:
    return {
        "id": evidence.id,
        "kind": evidence.kind,
        "name": evidence.name,
        "parent": evidence.parent,
        "facts": dict(evidence.facts),
        "notes": dict(evidence.notes),
    }
