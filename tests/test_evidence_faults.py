"""Every fault of evidence built in Python: found, all at once, and said in both languages at its place."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

import pytest

import xeploai
from tests.ruled import lam_dong
from xeploai.diagnostic import Diagnostic, Fault, InvalidEvidence, advice, message, render
from xeploai.evidence import faults
from xeploai.model.evidence import Evidence

FAULTS = [fault for fault in vars(faults).values() if isinstance(fault, Fault)]
RULES = xeploai.parse("""\
format = 1
ruleset.id = "demo"
[kinds]
bloc = {}
cell.parents = "bloc"
[scale.levels]
good = {}
poor = {}
[grades.levels]
high = {}
low = {}
[facts]
members = { type = "count", of = ["bloc", "cell"], minimum = { cell = 3 }, maximum = { cell = 500 } }
men = { type = "count", of = ["bloc", "cell"] }
women = { type = "count", of = ["bloc", "cell"] }
both = { type = "count", of = ["bloc", "cell"], sum_of = ["men", "women"], at_most = "members" }
tested = { type = "count", of = "cell", at_most = "both" }
passed = { type = "count", of = "cell", at_most = "tested" }
cells = { type = "count", of = "bloc", counts = { of = "cell" } }
keeping = { type = "count", of = "bloc", at_most = "cells", counts = { of = "cell", yes = "kept" } }
rating = { type = "level", of = "cell" }
kept = { type = "yes_no", of = "cell" }
kept_well = { type = "yes_no", of = "cell", at_most = "kept" }
points = { type = "number", of = "cell", minimum = 1, maximum = 100 }
morals = { type = "grade", of = "cell" }
founded = { type = "date", of = "cell" }
[criteria.most]
ratio = { part = "passed", whole = "members" }
at_least = "50%"
[criteria.many]
count = "cell"
at_least = 1
[criteria.most-keep]
for = "bloc"
share = { of = "cell", yes = "kept" }
at_least = "50%"
[criteria.all-keep]
for = "bloc"
share = { of = "cell", yes = "kept" }
at_least = "100%"
""")

BLOC = Evidence("b", "bloc")


def cell(id: str = "c", /, parent: str | None = None, **facts: object) -> Evidence:
    return Evidence(id, "cell", facts, parent=parent)  # type: ignore[arg-type]


CASES: list[tuple[Fault, Sequence[Evidence], str, str | None]] = [
    (faults.NOT_A_COUNT, [cell(members="ten")], "c", "members"),
    (faults.NOT_A_COUNT, [cell(members=True)], "c", "members"),
    (faults.NOT_A_COUNT, [cell(members=-1)], "c", "members"),
    (faults.NOT_A_COUNT, [cell(members=7.0)], "c", "members"),
    (faults.NOT_YES_NO, [cell(kept=1)], "c", "kept"),
    (faults.NOT_YES_NO, [cell(kept="có")], "c", "kept"),
    (faults.NOT_A_LEVEL, [cell(rating="excellent")], "c", "rating"),
    (faults.NOT_A_LEVEL, [cell(rating=True)], "c", "rating"),
    (faults.NOT_POINTS, [cell(points=True)], "c", "points"),
    (faults.NOT_POINTS, [cell(points=92.5)], "c", "points"),
    (faults.NOT_POINTS, [cell(points=Decimal("NaN"))], "c", "points"),
    (faults.NOT_POINTS, [cell(points=Decimal("Infinity"))], "c", "points"),
    (faults.NOT_POINTS, [cell(points="92")], "c", "points"),
    (faults.TOO_SMALL, [cell(points=Decimal("0.99"))], "c", "points"),
    (faults.TOO_LARGE, [cell(points=Decimal("100.01"))], "c", "points"),
    (faults.NOT_A_GRADE, [cell(morals="good")], "c", "morals"),
    (faults.NOT_A_GRADE, [cell(morals=1)], "c", "morals"),
    (faults.NOT_A_LEVEL, [cell(rating="high")], "c", "rating"),
    (faults.NOT_A_DAY, [cell(founded="2024-12-31")], "c", "founded"),
    (faults.NOT_A_DAY, [cell(founded=datetime(2024, 12, 31, tzinfo=UTC))], "c", "founded"),
    (faults.NOT_A_DAY, [cell(founded=45657)], "c", "founded"),
    (faults.UNKNOWN_FACT, [cell(member=7)], "c", "member"),
    (faults.NOT_CARRIED, [Evidence("b", "bloc", {"tested": 7})], "b", "tested"),
    (faults.UNKNOWN_KIND, [Evidence("c", "cel")], "c", None),
    (faults.UNKNOWN_KIND, [Evidence("c")], "c", None),
    (faults.TOO_SMALL, [cell(members=2)], "c", "members"),
    (faults.TOO_LARGE, [cell(members=501)], "c", "members"),
    (faults.PART_LARGER, [cell(tested=3, passed=4)], "c", "passed"),
    (faults.SUM_DIFFERS, [cell(men=3, women=4, both=8)], "c", "men"),
    (faults.NO_ROOM, [cell(men=3, women=4, members=6)], "c", "men"),
    (faults.NO_ROOM, [cell(kept=False, kept_well=True)], "c", "kept_well"),
    (faults.FEWER_STATED, [Evidence("b", "bloc", {"cells": 1}), cell("c", "b"), cell("d", "b")], "b", "cells"),
    (faults.OWN_AGAINST_PARTS, [Evidence("b", "bloc", {"men": 2}), cell("c", "b", men=3)], "b", "men"),
    (faults.OWN_AGAINST_PARTS, [Evidence("b", "bloc", {"keeping": 1}), cell("c", "b", kept=False)], "b", "keeping"),
    (faults.OWN_AGAINST_PARTS, [Evidence("b", "bloc", {"keeping": 0}), cell("c", "b", kept=True)], "b", "keeping"),
    (faults.DUPLICATE_ID, [cell(), cell()], "c", None),
    (faults.UNKNOWN_PARENT, [BLOC, cell(parent="bb")], "c", None),
    (faults.UNKNOWN_PARENT, [cell(parent="b")], "c", None),
    (faults.CIRCLE, [Evidence("a", "cell", parent="b"), Evidence("b", "bloc", parent="a")], "a", None),
    (faults.WRONG_PARENT, [cell("d"), cell(parent="d")], "c", None),
    (faults.EMPTY_ID, [cell("")], "", None),
]


def refused(subjects: Sequence[Evidence]) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidEvidence) as refused:
        xeploai.roll_up(RULES, subjects)
    return refused.value.problems


@pytest.mark.parametrize(("fault", "subjects", "subject", "fact"), CASES)
def test_says_what_is_wrong(fault: Fault, subjects: Sequence[Evidence], subject: str, fact: str | None) -> None:
    problem = next(problem for problem in refused(subjects) if problem.fault is fault)
    assert (problem.place.subject, problem.place.field) == (subject, fact)
    for lang in ("vi", "en"):
        assert not re.search(r"\{[a-z_]*\}", f"{message(problem, lang)} {advice(problem, lang)}")
        assert subject in render(problem, lang)
    assert message(problem, "vi") != message(problem, "en")


def test_every_fault_has_a_case() -> None:
    assert {fault.code for fault, *_ in CASES} == {fault.code for fault in FAULTS}


@pytest.mark.parametrize(("fault", "subjects"), [case[:2] for case in CASES])
def test_one_mistake_is_one_fault(fault: Fault, subjects: Sequence[Evidence]) -> None:
    problems = refused(subjects)
    allowed = {fault.code} | ({faults.WRONG_PARENT.code} if fault is faults.CIRCLE else set())
    assert {problem.fault.code for problem in problems} == allowed
    assert len(set(problems_at(problems))) == len(problems)


def problems_at(problems: Sequence[Diagnostic]) -> list[tuple[str, str | None, str | None]]:
    return [(problem.fault.code, problem.place.subject, problem.place.field) for problem in problems]


def test_suggests_what_was_meant() -> None:
    meant = [
        problem.suggestion for subjects in ([cell(member=7)], [Evidence("c", "cel")]) for problem in refused(subjects)
    ]
    assert meant == ["members", "cell"]


def test_what_the_parts_contradict_comes_with_the_other_faults() -> None:
    problems = refused([Evidence("b", "bloc", {"men": 2}), cell("c", "b", men=3), cell("d", members=-1)])
    assert problems_at(problems) == [("XD212", "b", "men"), ("XD201", "d", "members")]


@pytest.mark.parametrize(("stated", "kept", "counted"), [(0, True, 1), (1, False, 0)])
def test_says_what_was_stated_and_what_was_counted(stated: int, kept: bool, counted: int) -> None:
    (problem,) = refused([Evidence("b", "bloc", {"keeping": stated}), cell("c", "b", kept=kept)])
    assert message(problem, "en") == f"`keeping` says {stated}, but the units below add up to {counted}"


@pytest.mark.parametrize("fault", [faults.TOO_SMALL, faults.TOO_LARGE, faults.FEWER_STATED, faults.OWN_AGAINST_PARTS])
def test_a_figure_that_cannot_be_says_what_to_do(fault: Fault) -> None:
    for subjects in (subjects for one, subjects, *_ in CASES if one is fault):
        problem = next(problem for problem in refused(subjects) if problem.fault is fault)
        assert advice(problem, "vi")
        assert advice(problem, "vi") != advice(problem, "en")


def test_a_parent_that_is_not_there_is_told_with_its_column() -> None:
    (problem,) = refused([cell(parent="somewhere")])
    assert advice(problem, "en").endswith("correct the id in the column `parent`")


def test_every_fault_of_every_subject_comes_at_once() -> None:
    problems = refused([cell("d", member=7, kept=1), cell("c", members=-1), Evidence("e", "sell")])
    assert problems_at(problems) == [
        ("XD201", "c", "members"),
        ("XD202", "d", "kept"),
        ("XD204", "d", "member"),
        ("XD206", "e", None),
    ]


def test_names_nothing_in_the_text_of_the_exception() -> None:
    with pytest.raises(InvalidEvidence) as refused:
        xeploai.rate(RULES, cell("nguyen-van-a", members="bí mật"))
    assert "bí mật" not in str(refused.value)
    assert "XD201 not-a-count" in str(refused.value)


def test_a_parent_of_the_wrong_kind_is_told_of_by_the_labels_of_the_kinds() -> None:
    rows = [Evidence("k", "khoi"), Evidence("c", "chi-bo-truc-thuoc", parent="k")]
    with pytest.raises(InvalidEvidence) as refused:
        xeploai.roll_up(lam_dong(), rows)
    (problem,) = refused.value.problems
    cell = "Chi bộ trực thuộc đảng ủy cơ sở [`chi-bo-truc-thuoc`]"
    assert message(problem, "vi").startswith(f"{cell} không thể trực thuộc `k`, là Đảng bộ Khối")
    assert message(problem, "en").startswith("Subordinate Party cell [`chi-bo-truc-thuoc`] cannot stand under `k`")
    assert advice(problem, "en").endswith("Part committee [`dang-bo-bo-phan`]")
