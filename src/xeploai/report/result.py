"""What was rated, ready to be reported: outcomes with their findings, the period, and the day."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

import attrs

from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.incident import Incident
from xeploai.model.outcome import Finding, GoalOutcome, Outcome, QuotaOutcome, Standing
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset
from xeploai.rating.chain import Chain
from xeploai.rating.findings import findings, goals
from xeploai.rating.prepare import make_ready
from xeploai.rating.session import judge_all, proven
from xeploai.report.subject import Subject, standing_of
from xeploai.wording.naming import subject_name
from xeploai.wording.stage import Days


@attrs.frozen(eq=False, repr=False)
class Result:
    """A rule set applied to a hierarchy. `made` is the day of the run, `as_of` that of the data, if it is said.

    `rows`: all rows of the table, those that only a rule set which proposes levels knows included. `incidents`: those
    from which facts were drawn; `None` where no such table was given.
    """

    rules: Ruleset
    outcomes: tuple[Outcome, ...]
    period: Period
    made: date
    as_of: date | None = None
    rows: tuple[Evidence, ...] = ()
    incidents: tuple[Incident, ...] | None = None

    @property
    def interim(self) -> bool:
        """Whether the period lasted when the data were gathered: what is not met can still be met."""
        return self.as_of is not None and self.as_of < self.period.until

    @cached_property
    def findings(self) -> tuple[tuple[Finding, ...], ...]:
        """The findings of each outcome, in the same order."""
        return tuple(findings(outcome) for outcome in self.outcomes)

    @cached_property
    def goals(self) -> tuple[GoalOutcome, ...]:
        """How every *chỉ tiêu* came out, where it is judged."""
        return tuple(goal for outcome in self.outcomes for goal in goals(outcome))

    @property
    def days(self) -> Days:
        """The day up to which months count, and that of the data where the period lasted longer."""
        return Days(self.period.until, self.as_of if self.interim else None)

    @cached_property
    def chain(self) -> tuple[tuple[Ruleset, Mapping[str, Outcome]], ...]:
        """The rule sets with their outcomes by subject: the result's own, then those that propose levels to it."""
        outcomes: Mapping[str, Outcome] = {one.evidence.id: one for one in self.outcomes}
        found: list[tuple[Ruleset, Mapping[str, Outcome]]] = [(self.rules, outcomes)]
        while (first := next(iter(outcomes.values()), None)) and (outcomes := proven(first)[0].proposing):
            found.append((proven(next(iter(outcomes.values())))[0].prepared.rules, outcomes))
        return tuple(found)

    @cached_property
    def rated(self) -> bool:
        """Whether a rule set of the chain gives levels."""
        return any(rules.rules for rules, _ in self.chain)

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """All subjects in the order of the data, each under the rule sets that know it."""
        known = [outcomes for _, outcomes in self.chain]
        rows = self.rows or tuple(outcome.evidence for outcome in self.outcomes)
        found = ((row, tuple(outcomes[row.id] for outcomes in known if row.id in outcomes)) for row in rows)
        return tuple(Subject(row, there) for row, there in found if there)

    def subject(self, name: str) -> Subject | None:
        """One subject by its id."""
        return next((subject for subject in self.subjects if subject.id == name), None)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """The level of every subject that is given one, with its why, by id."""
        found = ((subject.id, standing_of(subject)) for subject in self.subjects)
        return {name: standing for name, standing in found if standing is not None}

    @cached_property
    def quotas(self) -> tuple[QuotaOutcome, ...]:
        """How every quota came out, group by group."""
        # Without a quota there is nothing to load.
        if not any(rules.quotas for rules, _ in self.chain):
            return ()
        from xeploai.rating.quotas import quotas

        return quotas(self.outcomes)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of the subjects by id; persons have none here."""
        persons = {kind.id for rules, _ in self.chain for kind in rules.kinds if kind.person}
        rows = (subject.row for subject in self.subjects)
        return {row.id: subject_name(row) for row in rows if row.kind not in persons}


def result(
    rules: Ruleset,
    hierarchy: Hierarchy,
    period: Period,
    made: date,
    *,
    as_of: date | None = None,
    incidents: Sequence[Incident] | None = None,
) -> Result:
    """Rate a hierarchy by rules without a fault, as loaded; `incidents` are those from which facts of it were drawn.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary.
    """
    known = None if incidents is None else tuple(incidents)
    # What was loaded has been checked.
    chain = Chain(make_ready(rules, period, {subject.kind for subject in hierarchy.subjects}))
    outcomes = judge_all(chain, hierarchy.subjects)
    return Result(rules, outcomes, period, made, as_of, hierarchy.subjects, known)


def group_of(result: Result, found: QuotaOutcome) -> str:
    """The name of a group of similar role; the kind of its members where the table names none."""
    kinds = (subject.row.kind for subject in result.subjects if subject.id in found.members[:1])
    return found.group or next(kinds, "")
