"""Facts drawn from incidents: each trap a case, and every fault at its place."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
import pytest

import xeploai
from xeploai.diagnostic import Diagnostic, Fault, InvalidEvidence, Severity, advice, message, render
from xeploai.evidence import faults as evidence_faults
from xeploai.evidence import incident_faults as faults
from xeploai.evidence.drawn import drawn
from xeploai.intake.incidents import incidents_in
from xeploai.model.evidence import Answer, Evidence, Hierarchy
from xeploai.model.incident import Incident
from xeploai.model.period import Period, read_period
from xeploai.source import Place

RULES = xeploai.parse("""\
format = 1
ruleset.id = "demo"
[kinds]
party = {}
cell.parents = "party"
member.parents = "cell"
[facts]
so_chi_bo = { type = "count", of = "party", counts = { of = "cell" } }
disciplined = { type = "yes_no", of = "cell", incidents = {} }
warned = { type = "count", of = "cell", incidents = { measures = ["canh-cao", "cach-chuc"] } }
party_discipline = { type = "yes_no", of = "member", incidents = { kinds = ["ky-luat-dang"] } }
state_discipline = { type = "yes_no", of = "member", incidents = { kinds = ["ky-luat-hanh-chinh"] } }
unremedied = { type = "yes_no", of = "cell", incidents = { unless_remedied = true } }
below = { type = "yes_no", of = ["party", "cell"], incidents = { of = ["cell", "member"], unless_remedied = true } }
cells_below = { type = "count", of = "party", arises_at = "party", incidents = { of = "cell" } }
in_the_year_of_it = { type = "yes_no", of = "member", incidents = { year = "conduct" } }
reopened = { type = "yes_no", of = "member", incidents = { year = "reopened" } }
[criteria]
a = { for = "cell", yes = "disciplined" }
b = { for = "cell", value = "warned", at_least = 1 }
c = { for = "member", yes = "party_discipline" }
d = { for = "member", yes = "state_discipline" }
e = { for = "cell", yes = "below" }
f = { for = "party", value = "cells_below", at_least = 1 }
g = { for = "member", yes = "in_the_year_of_it" }
h = { for = "party", value = "so_chi_bo", at_least = 1 }
j = { for = "member", yes = "reopened" }
i = { for = "cell", yes = "unremedied" }
""")
SUBJECTS = (
    Evidence("p", "party"),
    Evidence("c1", "cell", parent="p"),
    Evidence("c2", "cell", parent="p"),
    Evidence("m1", "member", parent="c1"),
    Evidence("m2", "member", parent="c2"),
)
Y2023, Y2024 = read_period("2023"), read_period("2024")


def incident(id: str = "v1", subject: str = "c1", conduct: str = "chi sai", **rest: object) -> Incident:
    fields: dict[str, Any] = {"date": date(2024, 6, 1), **rest}
    return Incident(id, subject, conduct, **fields)


def facts(
    *incidents: Incident, period: Period = Y2024, subjects: Sequence[Evidence] = SUBJECTS
) -> dict[str, dict[str, Answer]]:
    found = drawn(RULES, Hierarchy(subjects), incidents, period)
    return {subject.id: dict(subject.facts) for subject in found.subjects}


NONE = {"disciplined": False, "warned": 0, "unremedied": False, "below": False}
"""What is drawn of a cell where nothing happened."""


# What is drawn.


def test_without_an_incident_there_is_none() -> None:
    assert facts()["c1"] == NONE
    assert facts()["p"] == {"below": False, "cells_below": 0}


def test_an_incident_counts_where_it_is_meant() -> None:
    own = incident(measure="khien-trach", self_detected=False)
    found = facts(own, incident("v2", "m2", kind="ky-luat-dang", remedied=False))
    assert found["c1"] == {**NONE, "disciplined": True, "unremedied": True}
    assert found["c2"] == {**NONE, "below": True}
    assert found["p"] == {"below": True, "cells_below": 1}
    assert found["m2"]["party_discipline"] is True
    assert found["m2"]["state_discipline"] is False
    assert found["m1"]["party_discipline"] is False


def test_the_discipline_of_an_organisation_itself_is_not_that_of_an_affiliated_one() -> None:
    found = facts(incident(measure="khien-trach", self_detected=False))
    assert (found["c1"]["disciplined"], found["c1"]["below"]) == (True, False)
    assert (found["c2"]["below"], found["p"]["below"]) == (False, True)
    found = facts(incident(subject="p", self_detected=False))
    assert found["p"] == {"below": False, "cells_below": 0}


def test_words_are_the_same_however_they_are_written() -> None:
    for word in ("Cảnh cáo", "CẢNH CÁO", "canh-cao"):
        assert facts(incident(measure=word))["c1"]["warned"] == 1


def test_what_is_blank_leaves_open_what_it_could_change() -> None:
    assert facts(incident())["c1"] == {"disciplined": True, "below": False}
    assert facts(incident())["p"] == {"cells_below": 1}
    assert facts(incident(remedied=False))["c1"] == {"disciplined": True, "unremedied": True, "below": False}
    assert facts(incident(date=None))["c1"] == {"below": False}
    assert facts(incident(date=None))["p"] == {}
    assert facts(incident(date=None, measure="khien-trach"))["c1"] == {"warned": 0, "below": False}
    known = incident("v2", conduct="khác", measure="canh-cao", remedied=False)
    assert facts(incident(date=None), known)["c1"] == {"disciplined": True, "unremedied": True, "below": False}


def test_no_measure_is_older_than_its_conduct() -> None:
    late = incident(date=None, conduct_date=date(2025, 1, 1))
    assert facts(late)["c1"] == NONE
    # Taken before this year, it was for something done before.
    early = incident("v1", "m1", date=date(2023, 12, 31))
    assert facts(early)["m1"]["in_the_year_of_it"] is False


@pytest.mark.parametrize(
    ("done", "taken", "reopened"),
    [
        (date(2024, 3, 1), date(2025, 1, 1), True),
        (date(2024, 3, 1), date(2024, 12, 31), False),
        (date(2023, 12, 31), date(2025, 1, 1), False),
        (date(2025, 1, 1), date(2025, 1, 1), False),
        (date(2024, 3, 1), None, None),
        (None, date(2025, 1, 1), None),
        (None, date(2024, 12, 31), False),
        (None, None, None),
    ],
)
def test_a_year_is_reopened_by_a_measure_after_it_for_what_was_done_in_it(
    done: date | None, taken: date | None, reopened: bool | None
) -> None:
    assert facts(incident(subject="m1", date=taken, conduct_date=done))["m1"].get("reopened") is reopened


def test_what_is_known_within_a_year_does_not_reopen_it() -> None:
    late = incident(subject="m1", date=None, conduct_date=date(2024, 3, 1))
    known = drawn(RULES, Hierarchy(SUBJECTS), [late], Y2024, as_of=date(2024, 12, 31))
    assert {one.id: one.facts.get("reopened") for one in known.subjects}["m1"] is False


@pytest.mark.parametrize(
    ("self_detected", "remedied", "counts"),
    [
        *((True, True, False), (True, False, True), (False, True, True), (False, False, True)),
        *((True, None, None), (None, True, None), (None, None, None), (False, None, True), (None, False, True)),
    ],
)
def test_only_what_was_self_detected_and_remedied_is_left_out(
    self_detected: bool | None, remedied: bool | None, counts: bool | None
) -> None:
    found = facts(incident(self_detected=self_detected, remedied=remedied))
    assert found["c1"].get("unremedied") is counts
    assert found["p"].get("below") is counts
    assert found["c1"]["disciplined"] is True


def test_the_exception_is_of_one_incident_and_not_of_all() -> None:
    remedied = incident(self_detected=True, remedied=True)
    other = incident("v2", conduct="khác", self_detected=False, remedied=True)
    assert facts(remedied)["c1"]["unremedied"] is False
    assert facts(remedied, other)["c1"]["unremedied"] is True
    assert facts(remedied)["p"]["below"] is False
    assert facts(remedied, other)["p"]["below"] is True


def test_subjects_without_a_row_can_have_incidents_that_stand_in_no_table() -> None:
    party, first, second, *_ = SUBJECTS
    stated = attrs.evolve(party, facts={"so_chi_bo": 3})
    assert facts(subjects=[stated, first, second])["p"] == {"so_chi_bo": 3}
    assert facts(subjects=[party, first, second])["p"] == {"cells_below": 0}
    assert facts(subjects=[party])["p"] == {}
    none = attrs.evolve(party, facts={"so_chi_bo": 0})
    assert facts(subjects=[none])["p"] == {"so_chi_bo": 0, "cells_below": 0, "below": False}
    found = facts(incident(self_detected=False), subjects=[stated, first, second])
    assert found["p"] == {"so_chi_bo": 3, "below": True}


def test_what_a_row_says_stays_where_the_incidents_leave_room() -> None:
    row = attrs.evolve(SUBJECTS[1], facts={"disciplined": True, "warned": 1})
    found = facts(incident(date=None), subjects=[SUBJECTS[0], row, *SUBJECTS[2:]])
    assert found["c1"] == {"disciplined": True, "warned": 1, "below": False}


def test_what_is_drawn_is_rated() -> None:
    found = drawn(RULES, Hierarchy(SUBJECTS), [incident(measure="canh-cao")], Y2024)
    outcomes = {outcome.evidence.id: outcome for outcome in xeploai.roll_up(RULES, found)}
    assert outcomes["c1"].verdicts["b"] is xeploai.Verdict.MET
    assert outcomes["c2"].verdicts["b"] is xeploai.Verdict.NOT_MET


def test_the_notices_and_the_places_of_the_table_are_kept() -> None:
    notice = Diagnostic(evidence_faults.EMPTY_ID, Place("f"))
    at = Place("so-lieu.csv", row=2)
    hierarchy = Hierarchy([attrs.evolve(SUBJECTS[0], at=at)], (notice,))
    found = drawn(RULES, hierarchy, [], Y2024)
    assert found.notices == (notice,)
    assert found.subjects[0].at == at


def test_the_facts_of_the_rules_that_propose_levels_are_drawn_too() -> None:
    chain = xeploai.Ruleset("above", kinds=RULES.kinds, levels=RULES)
    found = drawn(chain, Hierarchy(SUBJECTS), [incident(measure="canh-cao")], Y2024)
    assert found == drawn(RULES, Hierarchy(SUBJECTS), [incident(measure="canh-cao")], Y2024)


# The traps.


def test_t12_one_conduct_counts_once_whatever_its_measures() -> None:
    measures = [incident(f"v{n}", measure="canh-cao", decision=f"QĐ {n}") for n in range(3)]
    assert facts(*measures)["c1"]["warned"] == 1
    assert facts(*measures, incident("w", conduct="khác", measure="cach-chuc"))["c1"]["warned"] == 2
    # The same words at another subject are another conduct.
    assert facts(*measures, incident("w", "c2", measure="canh-cao"))["c2"]["warned"] == 1


def test_t12_a_conduct_used_for_an_earlier_year_is_not_used_again() -> None:
    party = incident("v1", "m1", kind="ky-luat-dang", date=date(2023, 11, 1))
    state = incident("v2", "m1", kind="ky-luat-hanh-chinh", date=date(2024, 2, 1))
    assert facts(party, state, period=Y2023)["m1"]["party_discipline"] is True
    assert facts(party, state, period=Y2024)["m1"]["state_discipline"] is False
    assert facts(state, period=Y2024)["m1"]["state_discipline"] is True


def test_t12_where_a_measure_may_be_of_an_earlier_year_it_is_open() -> None:
    undated = incident("v1", date=None)
    this_year = incident("v2", measure="canh-cao")
    assert facts(undated, this_year)["c1"] == {"below": False}
    assert facts(attrs.evolve(undated, conduct_date=date(2024, 1, 1)), this_year)["c1"]["disciplined"] is True


def test_hd_25_4_5_an_earlier_year_is_rated_again_with_what_was_done_in_it() -> None:
    late = incident("v1", "m1", date=date(2024, 6, 1), conduct_date=date(2023, 3, 2))
    assert facts(period=Y2023)["m1"]["in_the_year_of_it"] is False
    assert facts(late, period=Y2023)["m1"]["in_the_year_of_it"] is True
    assert facts(late, period=Y2024)["m1"]["in_the_year_of_it"] is False
    unknown = attrs.evolve(late, conduct_date=None)
    assert "in_the_year_of_it" not in facts(unknown, period=Y2023)["m1"]


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        *((date(2023, 12, 31), False), (date(2024, 1, 1), True)),
        *((date(2024, 12, 31), True), (date(2025, 1, 1), False)),
    ],
)
def test_a_period_has_its_first_and_its_last_day(day: date, counts: bool) -> None:
    assert facts(incident(date=day))["c1"]["disciplined"] is counts


# What is refused, and what is said aloud.


def refused(*incidents: Incident, subjects: Sequence[Evidence] = SUBJECTS) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidEvidence) as caught:
        drawn(RULES, Hierarchy(subjects), incidents, Y2024)
    return caught.value.problems


def stating(**figures: Answer) -> list[Evidence]:
    return [attrs.evolve(s, facts=figures) if s.id == "c1" else s for s in SUBJECTS]


REFUSED: list[tuple[Fault, Sequence[Incident], Sequence[Evidence], str | None, str | None]] = [
    (faults.NO_ID, [incident("")], SUBJECTS, None, "id"),
    (faults.DUPLICATE, [incident(), incident("v1", "c2")], SUBJECTS, "v1", "id"),
    (faults.NO_SUBJECT, [incident(subject="")], SUBJECTS, "v1", "subject"),
    (faults.UNKNOWN_SUBJECT, [incident(subject="c3")], SUBJECTS, "v1", "subject"),
    (faults.NO_CONDUCT, [incident(conduct=" ")], SUBJECTS, "v1", "conduct"),
    (faults.MEASURE_BEFORE_CONDUCT, [incident(conduct_date=date(2024, 6, 2))], SUBJECTS, "v1", "date"),
    (
        faults.CONDUCT_ON_TWO_DAYS,
        [incident(conduct_date=date(2024, 1, 1)), incident("v2", conduct_date=date(2024, 1, 2))],
        SUBJECTS,
        "v2",
        "conduct_date",
    ),
    (faults.INCIDENTS_AGAINST_NO, [incident()], stating(disciplined=False), "c1", "disciplined"),
    (faults.NO_INCIDENT_FOR_YES, [], stating(disciplined=True), "c1", "disciplined"),
    (faults.INCIDENTS_AGAINST_COUNT, [incident(measure="canh-cao")], stating(warned=0), "c1", "warned"),
    (faults.INCIDENTS_AGAINST_COUNT, [incident()], stating(warned=2), "c1", "warned"),
]


@pytest.mark.parametrize(("fault", "incidents", "subjects", "subject", "field"), REFUSED)
def test_says_what_is_wrong(
    fault: Fault, incidents: Sequence[Incident], subjects: Sequence[Evidence], subject: str | None, field: str | None
) -> None:
    (problem,) = refused(*incidents, subjects=subjects)
    assert (problem.fault, problem.place.subject, problem.place.field) == (fault, subject, field)
    said(problem)


def said(problem: Diagnostic) -> None:
    for lang in ("vi", "en"):
        assert not re.search(r"\{[a-z_]*\}", f"{message(problem, lang)} {advice(problem, lang)}")
        assert render(problem, lang)
    assert message(problem, "vi") != message(problem, "en")


def test_every_fault_has_a_case() -> None:
    catalogue = {fault for fault in vars(faults).values() if isinstance(fault, Fault)}
    assert {fault for fault, *_ in REFUSED} == {fault for fault in catalogue if fault.severity is Severity.ERROR}


def test_a_contradiction_names_the_incidents_and_the_row() -> None:
    at = Place("so-lieu.csv", row=3)
    row = Evidence("c1", "cell", {"disciplined": False}, parent="p", at=at)
    (problem,) = refused(incident(), incident("v2", measure="x"), subjects=[SUBJECTS[0], row, *SUBJECTS[2:]])
    assert problem.values["incidents"] == "`v1`, `v2`"
    assert problem.place == Place("so-lieu.csv", row=3, subject="c1", field="disciplined")


def test_every_fault_comes_at_once_with_its_row() -> None:
    text = "id,subject,conduct,date\nv1,c11,a,1/6/2024\nv2,m9,b,1/6/2024"
    problems = refused(*incidents_in(text.encode(), "vu-viec.csv", "csv"), subjects=stating(warned=-1))
    found = [(p.fault, p.place.file, p.place.row, p.suggestion) for p in problems]
    assert found == [
        (evidence_faults.NOT_A_COUNT, "", None, None),
        (faults.UNKNOWN_SUBJECT, "vu-viec.csv", 2, "c1"),
        (faults.UNKNOWN_SUBJECT, "vu-viec.csv", 3, None),
    ]


def test_a_hierarchy_that_cannot_stand_is_refused() -> None:
    circle = [Evidence("a", "cell", parent="a")]
    with pytest.raises(InvalidEvidence):
        drawn(RULES, Hierarchy(circle), [], Y2024)


def test_words_that_no_fact_counts_are_said_aloud_once() -> None:
    only = xeploai.parse("""\
format = 1
ruleset.id = "demo"
[facts]
removed = { type = "yes_no", incidents = { measures = ["Khiển trách", "cach-chuc"], kinds = ["ky-luat-dang"] } }
[criteria.a]
yes = "removed"
""")
    table = [
        incident("v1", "s", measure="khien-trac", kind="ky-luat-dang"),
        incident("v2", "s", measure="Khiển trác", kind="ky-luat-dang"),
        incident("v3", "s", "khác", measure="khien-trach", kind="hanh-chinh"),
    ]
    found = drawn(only, Hierarchy([Evidence("s")]), table, Y2024)
    assert [(n.fault, n.place.subject, n.suggestion) for n in found.notices] == [
        (faults.UNUSED_KIND, "v3", None),
        (faults.UNUSED_MEASURE, "v1", "khien-trach"),
    ]
    for notice in found.notices:
        said(notice)
    # Where one fact means every word, there is nothing to say.
    assert not drawn(RULES, Hierarchy(SUBJECTS), [incident(measure="x", kind="y")], Y2024).notices
