"""A subject under every rule set of a chain that knows it."""

from typing import NamedTuple

import attrs

from xeploai.model.evidence import Answer, Evidence
from xeploai.model.outcome import Finding, Outcome, Rating, Standing, decided_on
from xeploai.model.ruleset import Ruleset
from xeploai.rating.findings import findings
from xeploai.rating.session import proposing, proven
from xeploai.wording.stage import Stage


class Subject(NamedTuple):
    """A subject as the table has it, with its outcomes: under the rules asked for, then those that propose levels."""

    row: Evidence
    outcomes: tuple[Outcome, ...]

    @property
    def id(self) -> str:
        """The id of the subject."""
        return self.row.id


def subject_of(outcome: Outcome) -> Subject:
    """The subject of an outcome, under all rule sets of its chain."""
    found = [outcome]
    while below := proposing(found[-1]):
        found.append(below)
    return Subject(outcome.evidence, tuple(found))


def rules_of(outcome: Outcome) -> Ruleset:
    """The rule set under which an outcome was made."""
    return proven(outcome)[0].prepared.rules


def proposer(subject: Subject) -> Outcome | None:
    """The outcome under the rule set that gives a level to subjects of this kind, if any does."""
    for outcome in subject.outcomes:
        if outcome.evidence.kind in proven(outcome)[0].prepared.levels:
            return outcome
    return None


def standing_of(subject: Subject) -> Standing | None:
    """The level of a subject with its why; `None` where no rule set gives one to its kind.

    A level that only the rule set asked for knows as decided stands beside the proposal too.
    """
    outcome = proposer(subject)
    if outcome is None:
        return None
    # Not loaded where nobody is rated.
    from xeploai.rating.standing import standing

    found = standing(outcome)
    return found._replace(rating=with_decision(subject, found.rating))


def with_decision(subject: Subject, rating: Rating | None) -> Rating | None:
    """A level proposed, beside the one that was decided under any of the rule sets."""
    decided = next((one.rating.decided for one in subject.outcomes if one.rating and one.rating.decided), None)
    scale = rules_of(subject.outcomes[0]).scale
    if decided is None or scale is None or (rating and rating.decided):
        return rating
    return decided_on(scale, rating or Rating(None, None, may_be_unrated=True), decided)


def merged(subject: Subject) -> Evidence:
    """All that is known of a subject, what was drawn from other tables included; each rule set sees what it knows."""
    facts: dict[str, Answer] = dict(subject.row.facts)
    for outcome in subject.outcomes:
        facts |= outcome.evidence.facts
    return attrs.evolve(subject.row, facts=facts)


def stages(subject: Subject, standing: Standing | None) -> tuple[Stage, ...]:
    """What is explained of a subject, rule set by rule set; `standing` with the rules that propose the level."""
    rated = proposer(subject)
    return tuple(
        Stage(rules_of(one), one.evidence, findings(one), standing if one is rated else None)
        for one in subject.outcomes
    )


def findings_by_rules(subject: Subject) -> tuple[tuple[Ruleset, tuple[Finding, ...]], ...]:
    """The findings of a subject under each rule set."""
    return tuple((rules_of(one), findings(one)) for one in subject.outcomes)
