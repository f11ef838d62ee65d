"""The example tables are what their programs make, and the example year has all that it is there to show."""

import json
import runpy
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import xeploai as front_page
from docs.refresh import ROOT
from tests.commands import xeploai
from xeploai import Hierarchy, Outcome, Verdict

EXAMPLES = ROOT / "examples"
YEAR = front_page.read_period("2024")


def rated(table: Path, incidents: Path) -> tuple[Hierarchy, dict[str, Outcome]]:
    rules = front_page.load("lam-dong-2024")
    hierarchy = front_page.read(table, rules)
    hierarchy = front_page.drawn(rules, hierarchy, front_page.read_incidents(incidents), YEAR)
    outcomes = front_page.roll_up(rules, hierarchy, period=YEAR)
    return hierarchy, {outcome.evidence.id: outcome for outcome in outcomes}


@cache
def year() -> tuple[Hierarchy, dict[str, Outcome]]:
    return rated(EXAMPLES / "nam-2024.csv", EXAMPLES / "nam-2024-vu-viec.csv")


def levels(outcome: Outcome) -> tuple[str | None, str | None, str | None]:
    rating = front_page.standing(outcome).rating
    assert rating
    return rating.lowest, rating.highest, rating.decided


@pytest.mark.parametrize("program", ["make_bloc.py", "make_year.py"])
def test_the_example_tables_are_what_their_program_makes(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    monkeypatch.setattr(sys, "argv", [program, "--check"])
    runpy.run_path(str(EXAMPLES / program), run_name="__main__")


def test_every_example_table_says_first_that_it_is_made_up() -> None:
    for table in EXAMPLES.glob("*.csv"):
        assert table.read_text("utf-8").startswith("# Số liệu giả định")


@pytest.mark.parametrize("seed", [1, 2])
def test_another_seed_makes_another_year_with_the_same_story(
    seed: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    made = runpy.run_path(str(EXAMPLES / "make_year.py"))["files"](seed)
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    table, incidents = (tmp_path / name for name in made)
    assert table.read_bytes() != (EXAMPLES / table.name).read_bytes()
    found = rated(table, incidents)[1]
    told = ("db-01", "db-02", "db-03", "db-05", "db-06", "cbcs-01", "dv-12")
    assert {id_: levels(found[id_]) for id_ in told} == {id_: levels(year()[1][id_]) for id_ in told}


def test_the_levels_of_the_year_are_decided_proposed_or_open() -> None:
    _, found = year()
    assert levels(found["db-01"]) == ("xuat-sac", "xuat-sac", "xuat-sac")
    assert levels(found["db-05"]) == ("hoan-thanh", "hoan-thanh", "hoan-thanh")
    assert levels(found["db-06"]) == ("tot", "xuat-sac", None)
    assert levels(found["cbcs-01"]) == ("xuat-sac", "xuat-sac", None)
    assert levels(found["khoi"]) == ("khong-hoan-thanh", "tot", None)
    settles = front_page.standing(found["db-06"]).settles
    assert settles is not None
    assert [(lack.subject, lack.fact) for lack in settles] == [("db-06", "thanh_tich_noi_bat")]


def test_a_level_of_the_year_was_decided_otherwise_than_proposed() -> None:
    differing = {id_: levels(one) for id_, one in year()[1].items() if one.rating and one.rating.differs}
    assert differing["db-02"] == ("xuat-sac", "xuat-sac", "tot")
    assert set(differing) == {"db-02", "cbcs-05"}


def test_a_self_detected_and_remedied_incident_costs_the_best_level_and_no_more() -> None:
    table, found = year()
    facts = next(subject.facts for subject in table.subjects if subject.id == "db-03")
    assert facts["truc_thuoc_bi_ky_luat"] is True
    assert facts["truc_thuoc_chua_khac_phuc"] is False
    assert levels(found["db-03"]) == ("tot", "tot", None)
    assert levels(found["dv-12"]) == ("khong-hoan-thanh",) * 3


def test_three_persons_of_the_year_are_not_rated_and_one_of_six_months_is() -> None:
    held = {id_: front_page.standing(one).exemptions for id_, one in year()[1].items() if id_.startswith("dv-")}
    assert {id_: ids for id_, ids in held.items() if ids} == {
        "dv-04": ("mien-sinh-hoat",),
        "dv-11": ("dinh-chi-sinh-hoat",),
        "dv-13": ("moi-ket-nap",),
    }
    assert levels(year()[1]["dv-06"])[2] == "tot"


def test_quotas_of_the_year_are_exceeded_certainly_and_possibly() -> None:
    excess = {
        (quota.quota, quota.authority, quota.group): (quota.excess.low, quota.excess.high)
        for quota in front_page.quotas(tuple(year()[1].values()))
        if quota.excess.high
    }
    assert excess == {
        ("dang-vien-xuat-sac", "db-01", ""): (1, 1),
        ("to-chuc-co-so-xuat-sac", "khoi", "Đơn vị sự nghiệp, hội"): (1, 1),
        ("to-chuc-co-so-xuat-sac", "khoi", "Sở, ban"): (0, 1),
        ("chi-bo-truc-thuoc-xuat-sac", "db-04", ""): (0, 1),
    }


def test_the_levels_of_the_year_feed_its_targets() -> None:
    _, found = year()
    verdicts = found["khoi"].verdicts
    # The open level of db-06 is good at the least: the target does not wait for it.
    assert verdicts["tccsd-tot-tro-len"] is Verdict.MET
    assert verdicts["dang-vien-tot-tro-len"] is Verdict.MET
    assert verdicts["khoi-tot-tro-len"] is Verdict.UNKNOWN
    members = next(f for f in front_page.findings(found["khoi"]) if f.criterion.id == "dang-vien-tot-tro-len")
    assert members.part == (232, 234)
    assert members.whole == (241, 241)


def test_the_command_says_of_the_year_what_differs_and_what_is_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(EXAMPLES / "nam-2024.csv"), "--incidents", str(EXAMPLES / "nam-2024-vu-viec.csv")]
    ran = xeploai(capsys, "rate", "lam-dong-2024", *arguments, "--format", "json")
    assert ran.status == 0, ran.err
    result: dict[str, Any] = json.loads(ran.out)
    rated = {one["id"]: one["rating"] for one in result["subjects"]}
    assert (rated["db-02"]["level"], rated["db-02"]["decided"]) == ("xuat-sac", "tot")
    assert any(quota["excess"]["low"] == "1" for quota in result["quotas"])
