"""The laws of drawing facts from incidents: an oracle tries every completion of what is not known."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from xeploai.diagnostic import InvalidEvidence
from xeploai.evidence.drawn import drawn
from xeploai.evidence.incidents import faults_of_incidents
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.fact import Drawn, Fact, FactType
from xeploai.model.incident import Incident
from xeploai.model.kind import Kind
from xeploai.model.period import read_period
from xeploai.model.ruleset import Ruleset

PERIOD = read_period("2024")
DAYS = (date(2023, 5, 1), date(2024, 1, 1), date(2024, 12, 31), date(2025, 5, 1))
SUBJECTS = (Evidence("u", "unit"), Evidence("a", "member", parent="u"), Evidence("b", "member", parent="u"))
HIERARCHY = Hierarchy(SUBJECTS)
OPEN: dict[str, tuple[Any, ...]] = {
    "date": DAYS,
    "kind": ("party", "state"),
    "measure": ("warned", "removed"),
    "self_detected": (True, False),
    "remedied": (True, False),
    "conduct_date": DAYS,
}
"""What may be unknown, with all that it could be: one day and one word of each sort is enough."""


def rules_of(means: Drawn) -> Ruleset:
    return Ruleset(
        "r",
        kinds=(Kind("unit"), Kind("member", parents="unit")),
        facts=(Fact("any", FactType.YES_NO, incidents=means), Fact("many", arises_at=("unit",), incidents=means)),
    )


@st.composite
def meant(draw: DrawFn) -> Drawn:
    return Drawn(
        kinds=draw(st.sampled_from([(), "party"])),
        measures=draw(st.sampled_from([(), "removed"])),
        of=draw(st.sampled_from([(), "member", ("unit", "member")])),
        unless_remedied=draw(st.booleans()),
        year=draw(st.sampled_from(["measure", "conduct", "reopened"])),
    )


@st.composite
def tables(draw: DrawFn, most: int = 4, known: bool = False) -> list[Incident]:
    """Incidents that do not contradict themselves."""
    found = [
        Incident(
            f"v{number}",
            draw(st.sampled_from(["u", "a", "b"])),
            draw(st.sampled_from(["x", "y"])),
            **{name: draw(st.sampled_from(values if known else (None, *values))) for name, values in OPEN.items()},
        )
        for number in range(draw(st.integers(0, most)))
    ]
    assume(not list(faults_of_incidents(found)))
    return found


def blanks(incidents: Sequence[Incident]) -> list[tuple[int, str]]:
    return [(n, name) for n, incident in enumerate(incidents) for name in OPEN if getattr(incident, name) is None]


def with_answers(incidents: Sequence[Incident], answers: Mapping[tuple[int, str], Any]) -> list[Incident]:
    return [
        attrs.evolve(incident, **{name: value for (at, name), value in answers.items() if at == n})
        for n, incident in enumerate(incidents)
    ]


def completions(incidents: Sequence[Incident]) -> Iterator[list[Incident]]:
    """Every table that the known one may turn out to be."""
    open_ = blanks(incidents)
    for values in product(*(OPEN[name] for _, name in open_)):
        whole = with_answers(incidents, dict(zip(open_, values, strict=True)))
        if not list(faults_of_incidents(whole)):
            yield whole


def number_at(means: Drawn, subject: str, incidents: Sequence[Incident]) -> int:
    """How many conducts count at a subject, in plain words, where everything is known."""
    kind = {"u": "unit", "a": "member", "b": "member"}
    below = {"a", "b"} if subject == "u" else set()
    scope = {one for one in below if kind[one] in means.of} if means.of else {subject}
    counted = set()
    for incident in incidents:
        day = incident.date if means.year == "measure" else incident.conduct_date
        assert day is not None
        assert incident.date is not None
        too_early = means.year == "reopened" and incident.date <= PERIOD.until
        remedied = means.unless_remedied and incident.self_detected and incident.remedied
        fits = (not means.kinds or incident.kind in means.kinds) and (
            not means.measures or incident.measure in means.measures
        )
        if incident.subject in scope and PERIOD.since <= day <= PERIOD.until and fits and not (remedied or too_early):
            counted.add((incident.subject, incident.conduct))
    used = {(i.subject, i.conduct) for i in incidents if i.date and i.date < PERIOD.since and means.year == "measure"}
    return len(counted - used)


def facts_of(means: Drawn, incidents: Sequence[Incident], day: date | None = None) -> dict[str, dict[str, object]]:
    found = drawn(rules_of(means), HIERARCHY, incidents, PERIOD, as_of=day)
    return {subject.id: dict(subject.facts) for subject in found.subjects}


@given(meant(), tables(known=True))
def test_what_is_known_is_counted(means: Drawn, incidents: list[Incident]) -> None:
    for subject, facts in facts_of(means, incidents).items():
        number = number_at(means, subject, incidents)
        assert facts == {"any": number > 0, "many": number}


@given(meant(), tables(most=2))
def test_a_fact_is_drawn_where_every_completion_agrees_and_nowhere_else(
    means: Drawn, incidents: list[Incident]
) -> None:
    assume(len(blanks(incidents)) <= 6)
    possible = list(completions(incidents))
    for subject, facts in facts_of(means, incidents).items():
        numbers = {number_at(means, subject, whole) for whole in possible}
        truths = {number > 0 for number in numbers}
        assert facts.get("many") == (numbers.pop() if len(numbers) == 1 else None)
        assert facts.get("any") == (truths.pop() if len(truths) == 1 else None)


@given(meant(), tables(known=True), st.sampled_from(["u", "a"]))
def test_the_discipline_of_an_organisation_itself_is_not_that_of_an_affiliated_one(
    means: Drawn, incidents: list[Incident], subject: str
) -> None:
    assume(means.of)
    of_others = [incident for incident in incidents if incident.subject != subject]
    assert facts_of(means, incidents)[subject] == facts_of(means, of_others)[subject]


# After the last day there is one more on which a measure can have been taken.
@given(meant(), tables(most=2), st.sampled_from(DAYS[:-1]))
def test_as_of_a_day_a_fact_is_drawn_where_all_that_may_have_been_known_agrees(
    means: Drawn, incidents: list[Incident], day: date
) -> None:
    assume(len(blanks(incidents)) <= 6)
    wholes = list(completions(incidents))
    possible = [[one for one in whole if one.date and one.date <= day] for whole in wholes]
    later = any(one.date and one.date > day for one in incidents)
    for subject, facts in facts_of(means, incidents, day).items():
        numbers = {number_at(means, subject, known) for known in possible}
        truths = {number > 0 for number in numbers}
        for fact, answers in (("many", numbers), ("any", truths)):
            # The day of a conduct that only a later measure tells was not known either.
            if fact in facts or not later:
                assert facts.get(fact) == (next(iter(answers)) if len(answers) == 1 else None)


@given(meant(), tables(known=True), st.sampled_from(DAYS))
def test_as_of_a_day_what_came_later_is_as_if_it_were_not_there(
    means: Drawn, incidents: list[Incident], day: date
) -> None:
    before = [incident for incident in incidents if incident.date and incident.date <= day]
    assert facts_of(means, incidents, day) == facts_of(means, before)


@given(meant(), tables(), st.data())
def test_knowing_more_only_narrows(means: Drawn, incidents: list[Incident], data: st.DataObject) -> None:
    open_ = blanks(incidents)
    assume(open_)
    some = data.draw(st.lists(st.sampled_from(open_), unique=True))
    more = with_answers(incidents, {at: data.draw(st.sampled_from(OPEN[at[1]])) for at in some})
    assume(not list(faults_of_incidents(more)))
    before, after = facts_of(means, incidents), facts_of(means, more)
    for subject, facts in before.items():
        assert facts.items() <= after[subject].items()


@given(meant(), tables(), st.randoms(use_true_random=False))
def test_the_order_is_nothing(means: Drawn, incidents: list[Incident], random: object) -> None:
    turned = incidents[::-1]
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert facts_of(means, turned) == facts_of(means, incidents)


@given(meant(), tables(), st.data())
def test_another_row_of_the_same_changes_nothing(means: Drawn, incidents: list[Incident], data: st.DataObject) -> None:
    assume(incidents)
    again = attrs.evolve(data.draw(st.sampled_from(incidents)), id="again", decision="QĐ khác")
    assert facts_of(means, [*incidents, again]) == facts_of(means, incidents)


@given(meant(), tables(), st.sampled_from(["any", "many"]), st.sampled_from(["u", "a"]), st.data())
def test_a_row_that_says_it_itself_agrees_or_is_refused(
    means: Drawn, incidents: list[Incident], fact: str, at: str, data: st.DataObject
) -> None:
    stated = data.draw(st.booleans() if fact == "any" else st.integers(0, 3))
    row = [attrs.evolve(s, facts={fact: stated}) if s.id == at else s for s in SUBJECTS]
    without = facts_of(means, incidents)[at].get(fact)
    try:
        found = drawn(rules_of(means), Hierarchy(row), incidents, PERIOD)
    except InvalidEvidence as refused:
        assert without != stated
        (problem,) = refused.problems
        assert (problem.place.subject, problem.place.field) == (at, fact)
    else:
        assert without in (None, stated)
        assert next(subject for subject in found.subjects if subject.id == at).facts[fact] == stated
