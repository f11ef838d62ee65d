"""Coverage of a rule set by its cases: what counts as shown, what is wanted, and how it is reported."""

import json
from pathlib import Path

import pytest

from tests.commands import xeploai
from tests.laws.test_cover import measured
from xeploai.audit.cover.coverage import Coverage
from xeploai.audit.synthesis.missing import missing
from xeploai.audit.synthesis.moves import MOST_ROWS
from xeploai.model.ruleset import Ruleset
from xeploai.toml.load import parse

pytestmark = pytest.mark.slow

Printed = pytest.CaptureFixture[str]

RULES = """
format = 1

[ruleset]
id        = "demo"
in_force  = { since = 2024-01-01, until = 2024-12-31 }
otherwise = "fair"

[scale.levels]
good = {}
fair = {}
poor = {}

[facts]
members     = { type = "count" }
studied     = { type = "count", at_most = "members" }
disciplined = { type = "yes_no" }
violent     = { type = "yes_no" }

[criteria.study]
ratio    = { part = "studied", whole = "members" }
at_least = "90%"

[criteria.violation]
yes = "disciplined"

[criteria.violence]
yes = "violent"

[[rules]]
level = "good"
when  = { all = ["study", { not = "violence" }] }

[vetoes.discipline]
when = "violation"
cap  = "poor"

[vetoes.again]
when = "violation"
cap  = "poor"
"""


def rules() -> Ruleset:
    """The rules of these tests."""
    return parse(RULES, "demo.toml")


def case(studied: int, disciplined: str, violent: str, expect: str) -> str:
    """One case of ten members."""
    return f"""
[[case]]
title = "{studied} {disciplined} {violent} {expect.replace('"', "")}"
[case.evidence.u]
members     = 10
studied     = {studied}
disciplined = {disciplined}
violent     = {violent}
[case.expect]
{expect}
"""


def gaps(found: Coverage, aspect: str) -> set[tuple[str, str]]:
    """The gaps of one sort, by item and by what is not shown."""
    return {(str(gap.path[1]), gap.what) for gap in found.gaps if gap.aspect == aspect}


def test_only_what_is_expected_counts() -> None:
    of_level = measured(rules(), case(9, "false", "false", 'u.level = "good"'))
    of_one = measured(rules(), case(9, "false", "false", 'u.study = "met"'))
    assert ("violation", "not_met") not in gaps(of_level, "outcome")
    assert ("violation", "not_met") in gaps(of_one, "outcome")
    assert ("study", "met") not in gaps(of_one, "outcome")


def test_a_case_that_fails_shows_nothing() -> None:
    assert measured(rules(), case(9, "false", "false", 'u.study = "not_met"')).gaps == measured(rules(), "").gaps


@pytest.mark.parametrize(("studied", "what"), [(8, "low:below"), (9, "low:at"), (10, "low:above")])
def test_each_side_of_a_threshold(studied: int, what: str) -> None:
    verdict = "met" if studied >= 9 else "not_met"
    found = measured(rules(), case(studied, "false", "false", f'u.study = "{verdict}"'))
    steps = {"low:below", "low:at", "low:above"}
    assert gaps(found, "threshold") == {("study", step) for step in steps - {what}}


def test_a_veto_beside_one_that_does_the_same_decides_nothing() -> None:
    found = measured(rules(), case(9, "true", "false", 'u.level = "poor"'))
    assert gaps(found, "decisive") == {("discipline", ""), ("again", "")}


def test_a_part_matters_where_it_alone_decides() -> None:
    good = measured(rules(), case(9, "false", "false", 'u.level = "good"'))
    assert gaps(good, "branch") == {("0", "study:not_met"), ("0", "violence:met")}
    neither = measured(rules(), case(8, "false", "true", 'u.level = "fair"'))
    assert len(gaps(neither, "branch")) == 4


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_the_command_reports_and_is_strict_when_asked(form: str, tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "demo.toml"
    file.write_text(RULES, encoding="utf-8")
    ran = xeploai(capsys, "test", str(file), "--cover", "--format", form, "--lang", "en")
    assert ran.status == 0
    assert "study" in ran.out
    assert xeploai(capsys, "test", str(file), "--cover", "--strict").status == 1
    if form == "json":
        (found,) = json.loads(ran.out)["rulesets"]
        assert {one["of"] for one in found["coverage"]} == {"outcome", "threshold", "decisive", "branch", "table"}


def test_what_is_printed_as_missing_can_be_pasted(tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "demo.toml"
    file.write_text(RULES.split("[vetoes.again]", maxsplit=1)[0], encoding="utf-8")
    made = xeploai(capsys, "test", str(file), "--missing", "--lang", "en")
    (tmp_path / "cases" / "demo").mkdir(parents=True)
    (tmp_path / "cases" / "demo" / "made.toml").write_text(made.out, encoding="utf-8")
    again = xeploai(capsys, "test", str(file), "--cover", "--strict", "--lang", "en")
    assert again.status == 0, again.out


@pytest.mark.parametrize(
    ("lang", "note", "title"),
    [
        ("vi", "# Máy dựng từ bộ quy tắc: ", "chưa đủ số liệu"),
        ("en", "# Made from the rules: ", "unknown"),
    ],
)
def test_made_cases_are_in_the_language_asked_for_below_one_note(
    tmp_path: Path, capsys: Printed, lang: str, note: str, title: str
) -> None:
    file = tmp_path / "demo.toml"
    file.write_text(RULES, encoding="utf-8")
    made = xeploai(capsys, "test", file, "--missing", "--lang", lang).out
    assert made.startswith(note)
    assert made.count("\n#") == 0
    assert made.count("[[case]]") > 1
    titles = [line for line in made.splitlines() if line.startswith("title")]
    assert any(line.endswith(f': {title}"') for line in titles)
    assert lang == "vi" or all(line.isascii() for line in titles)


def test_two_questions_are_not_asked_at_once(capsys: Printed) -> None:
    assert xeploai(capsys, "test", "nd-335-2025", "--cover", "--mutants").status == 2
    assert xeploai(capsys, "test", "nd-335-2025", "nd-90-2020", "--missing").status == 2


def test_a_number_of_subjects_that_no_table_can_hold_is_stated() -> None:
    rules = parse(
        """
format = 1
ruleset.id = "demo"
[kinds.bloc]
[kinds.cell]
parents = ["bloc"]
[facts.cells]
type   = "count"
of     = ["bloc"]
counts = { of = ["cell"] }
[criteria.enough]
for      = ["bloc"]
count    = ["cell"]
at_least = 10000000
"""
    )
    made = missing(measured(rules, "")).made
    assert made
    assert all(len(one.rows) <= MOST_ROWS + 1 for one in made)


@pytest.mark.parametrize(
    ("until", "period"), [("2024-12-31", None), ("2024-12-30", "2024-Q3"), ("2024-06-30", "2024-Q2")]
)
def test_a_case_names_a_period_where_the_only_year_is_none(until: str, period: str | None) -> None:
    made = missing(measured(parse(RULES.replace("2024-12-31", until), "demo.toml"), "")).made
    assert {one.period for one in made} == {period}


def test_cases_that_are_there_are_not_written_over(capsys: Printed, tmp_path: Path) -> None:
    rules, cases = tmp_path / "demo.toml", tmp_path / "cases" / "demo" / "a.toml"
    rules.write_text(RULES, "utf-8")
    cases.parent.mkdir(parents=True)
    assert xeploai(capsys, "test", rules, "--missing", "-o", cases).status == 0
    made = cases.read_bytes()
    assert b"[[case]]" in made
    xeploai(capsys, "test", rules, "--missing", "-o", cases)
    assert cases.read_bytes() == made
    assert xeploai(capsys, "test", rules, "--cover", "-o", cases).status == 2
    assert cases.read_bytes() == made


@pytest.mark.parametrize("options", [["--strict"], ["--missing", "--format", "json"]])
def test_an_option_that_would_do_nothing_is_refused(capsys: Printed, tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "demo.toml").write_text(RULES, "utf-8")
    assert xeploai(capsys, "test", tmp_path / "demo.toml", *options).status == 2
