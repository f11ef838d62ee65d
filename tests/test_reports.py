"""Results in every format: the JSON of the contract, the scorecard of the office, tables that nothing breaks."""

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from tests.commands import ABOVE, DETAILED, RULES, SUMMARY, cell, table, xeploai
from xeploai.diagnostic import Language
from xeploai.intake.read import read
from xeploai.model.condition import Role
from xeploai.model.evidence import Answer, Evidence, Hierarchy
from xeploai.model.period import read_period
from xeploai.report.chase import chase
from xeploai.report.digests import evidence_digest
from xeploai.report.markdown import cell_text
from xeploai.report.rate_json import as_data
from xeploai.report.rate_markdown import rate_markdown
from xeploai.report.rate_text import rate_text
from xeploai.report.result import Result, result
from xeploai.report.schema import result_schema, rules_schema
from xeploai.report.sheet import sheet
from xeploai.toml import load, parse

Printed = pytest.CaptureFixture[str]
DAY = date(2024, 12, 28)


def rated(file: Path) -> Result:
    """A table rated by the 2024 rules."""
    rules = load(RULES)
    return result(rules, read(file, rules), read_period("2024"), DAY)


@pytest.fixture(scope="module")
def detailed() -> Result:
    return rated(DETAILED)


@pytest.fixture
def small(tmp_path: Path) -> Result:
    """The cell of the contract, and others around it."""
    cells = [cell(7, 2), cell(7, 3, number=8), cell(10, 4, number=9), cell(7, "", number=10)]
    return rated(table(tmp_path / "d.csv", [*ABOVE, *cells]))


def finding(data: dict[str, Any], subject: str, criterion: str) -> dict[str, Any]:
    findings = next(one["findings"] for one in data["subjects"] if one["id"] == subject)
    return next(one for one in findings if one["criterion"] == criterion)


# JSON


def test_the_example_of_the_contract(small: Result) -> None:
    data = as_data(small)
    assert data["format"] == 1
    assert re.fullmatch(r"xeploai \d+\.\d+\.\d+", data["tool"])
    assert (data["made"], data["period"], data["quotas"]) == ("2024-12-28", "2024", [])
    assert data["ruleset"].keys() == data["evidence"].keys() - {"rows"} | {"id"}
    assert (data["ruleset"]["id"], data["evidence"]["rows"]) == (RULES, 6)
    subject = next(one for one in data["subjects"] if one["id"] == "cb-07")
    assert {key: value for key, value in subject.items() if key != "findings"} == {
        "id": "cb-07",
        "name": "Chi bộ 7",
        "kind": "chi-bo-truc-thuoc",
        "parent": "db-02",
        "rating": None,
        "summary": {"met": 0, "not_met": 1, "unknown": 0, "not_applicable": 0},
    }
    found = finding(data, "cb-07", "kiem-tra-dang-vien")
    assert {key: found[key] for key in found if key not in {"readings", "assume", "at"}} == {
        "criterion": "kiem-tra-dang-vien",
        "role": "part",
        "strength": "required",
        "verdict": "not_met",
        "can": ["not_met"],
        "type": "ratio",
        "measured": {"low": "2/7", "high": "2/7", "low_open": False, "high_open": False},
        "part": {"low": "2", "high": "2"},
        "whole": {"low": "7", "high": "7"},
        "rest": {"low": "5", "high": "5"},
        "excluded": [],
        "target": {"at_least": "3/10", "at_most": "7/20", "above": "noted"},
        "short": 1,
        "noted": False,
        "exceeded": False,
        "missing": [],
        "unlisted": [],
        "why": None,
        "depends": False,
        "cite": {"source": "nq-2024", "clause": "mục II.2, gạch đầu dòng thứ 6"},
    }
    assert "vuot-khung-kiem-tra" in found["assume"]
    assert found["at"].keys() == {"file", "line"}
    assert found["at"]["file"] == f"{RULES}.toml"
    for reading in found["readings"]:
        assert reading.keys() == {"assume", "reading", "verdict", "measured"}


def test_noted_is_above_the_range_and_above_what_a_small_cell_can_do(small: Result) -> None:
    data = as_data(small)
    noted = {one: finding(data, one, "kiem-tra-dang-vien")["noted"] for one in ("cb-07", "cb-08", "cb-09", "cb-10")}
    assert noted == {"cb-07": False, "cb-08": False, "cb-09": True, "cb-10": None}
    # Another reading has it fail: the conclusion depends on how the text is read.
    assert finding(data, "cb-09", "kiem-tra-dang-vien")["depends"] is True


def test_missing_facts_are_named_with_their_subject(small: Result) -> None:
    found = finding(as_data(small), "cb-10", "kiem-tra-dang-vien")
    assert (found["verdict"], found["missing"]) == ("unknown", ["cb-10.dang_vien_duoc_kiem_tra"])
    assert (found["why"], found["can"]) == ("not_reported", ["met", "not_met"])


@pytest.mark.parametrize("file", [DETAILED, SUMMARY])
def test_results_are_as_their_schema_says(file: Path) -> None:
    schema = json.loads(result_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(as_data(rated(file)))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_rule_file_is_as_its_schema_says(lang: Language) -> None:
    schema = json.loads(rules_schema(lang))
    jsonschema.Draft202012Validator.check_schema(schema)
    text = (Path(__file__).parents[1] / "rules" / f"{RULES}.toml").read_text("utf-8")
    # The schema is of the same tree in JSON, where a day is text.
    document = json.loads(json.dumps(tomli.loads(text), default=str))
    jsonschema.Draft202012Validator(schema).validate(document)
    document["criteria"]["ket-nap"]["at_leest"] = 90
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(document)


def test_the_summary_leaves_monitors_out(detailed: Result) -> None:
    data = as_data(detailed)
    for subject, found in zip(data["subjects"], detailed.findings, strict=True):
        assert sum(subject["summary"].values()) == sum(one.role is not Role.MONITOR for one in found)
    assert any(one.role is Role.MONITOR for found in detailed.findings for one in found)


def test_subjects_stand_as_in_the_data_and_findings_as_in_the_rules(detailed: Result) -> None:
    with DETAILED.open(encoding="utf-8-sig", newline="") as stream:
        first = [row[0] for row in csv.reader(stream) if row and row[0]]
    data = as_data(detailed)
    assert [one["id"] for one in data["subjects"]] == first[first.index("id") + 1 :]
    order = [criterion.id for criterion in detailed.rules.criteria]
    for subject in data["subjects"]:
        places = [order.index(one["criterion"]) for one in subject["findings"]]
        assert places == sorted(set(places))


def test_the_digest_of_evidence_is_that_of_what_is_known(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [*ABOVE, cell(7, 2)]
    one = table(tmp_path / "a.csv", rows)
    other = tmp_path / "b.csv"
    other.write_text(one.read_text("utf-8").replace(",", ";"), encoding="utf-8")
    changed = table(tmp_path / "c.csv", [*ABOVE, cell(7, 3)])
    digests = [as_data(rated(file))["evidence"]["sha256"] for file in (one, other, changed)]
    assert digests[0] == digests[1] != digests[2]


def test_the_digest_of_points_and_days_is_that_of_what_they_say() -> None:
    def digest(points: str, day: date) -> str:
        facts: dict[str, Answer] = {"points": Decimal(points), "day": day}
        return evidence_digest((Evidence("s", facts=facts),))

    assert digest("92.5", date(2024, 7, 1)) == digest("92.50", date(2024, 7, 1))
    assert (
        len({digest("92.5", date(2024, 7, 1)), digest("92.4", date(2024, 7, 1)), digest("92.5", date(2024, 1, 7))}) == 3
    )


# The scorecard


def test_the_format_keeps_words_that_no_finding_says_so_far(small: Result) -> None:
    data = as_data(small)
    found = [one for subject in data["subjects"] for one in subject["findings"]]
    assert not any("reason" in one or one["why"] == "undetermined" for one in found)
    found[0].update(why="undetermined", reason="…")
    jsonschema.validate(data, json.loads(result_schema()))


HALVES = """
format = 1
ruleset.id = "demo"
[facts.a]
type = "count"
unit = { vi = "việc", en = "tasks" }
[criteria.c]
value    = "a"
at_least = 2.5
[goals.g]
criteria = ["c"]
"""


@pytest.mark.parametrize(("lang", "plan", "asked"), [("vi", "≥ 2,5 việc", "3 việc"), ("en", "≥ 2.5 tasks", "3 tasks")])
def test_a_plan_of_a_count_is_no_share(lang: Language, plan: str, asked: str) -> None:
    rules = parse(HALVES)
    rated = result(rules, Hierarchy([Evidence("x", facts={"a": 3})]), read_period("2024"), DAY)
    (line,) = [line for line in rate_text(rated, lang, 100).splitlines() if plan in line]
    assert asked in line
    assert "%" not in line


def test_the_first_lines_of_the_scorecard(detailed: Result) -> None:
    lines = rate_text(detailed, "vi").splitlines()
    assert re.fullmatch(r"Đã có số liệu của \d+/66 tổ chức cơ sở đảng\.", lines[3])
    assert re.fullmatch(
        r"Có \d/9 chỉ tiêu đạt \(trong đó 0\d chỉ tiêu vượt\), 0\d chỉ tiêu chưa đạt, 0\d chỉ tiêu chưa đủ số liệu\.",
        lines[4],
    )
    english = rate_text(detailed, "en").splitlines()
    assert english[3].startswith("Figures have come in from ")
    assert re.match(r"\d of 9 targets met \(\d of them exceeded\), \d not met, ", english[4])


def test_the_tally_adds_up(detailed: Result) -> None:
    tally = rate_text(detailed, "vi").splitlines()[4]
    met, all_of_them, _, *others = (int(number) for number in re.findall(r"\d+", tally))
    assert met + sum(others) == all_of_them


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160])
def test_no_line_is_wider_than_the_page(detailed: Result, width: int, lang: Language) -> None:
    title, *lines = rate_text(detailed, lang, width).splitlines()
    assert title
    # What opens a scorecard is wrapped by the terminal; everything else is wrapped here.
    opening = lines[1:4]
    assert not [line for line in lines if len(line) > width and line not in opening]


def test_a_page_of_the_usual_width_has_columns(detailed: Result) -> None:
    assert "STT  Chỉ tiêu   " in rate_text(detailed, "vi", 120)


def test_a_narrow_page_says_what_a_wide_one_does(detailed: Result) -> None:
    assert "6b  Đảng ủy cơ sở kiểm tra, giám sát chi bộ trực thuộc: Chưa đạt" in rate_text(detailed, "vi", 80)
    narrow, wide = (set(re.findall(r"[\d.,]+%", rate_text(detailed, "vi", width))) for width in (80, 160))
    assert narrow == wide


def test_units_to_be_chased_are_the_lowest_in_the_order_of_the_data(detailed: Result) -> None:
    ids = [outcome.evidence.id for outcome in detailed.outcomes]
    above = {outcome.evidence.parent for outcome in detailed.outcomes}
    chased = list(chase(detailed, "vi"))
    places = [ids.index(one.unit.evidence.id) for one in chased]
    assert places == sorted(places)
    assert all(one.missing or one.unit.evidence.id not in above for one in chased)
    assert "… và" in rate_text(detailed, "vi")
    # The page for reading has them all.
    assert all(f"| {one.unit.evidence.id} |" in rate_markdown(detailed, "vi") for one in chased)


# Tables


def rows_of(markdown: str) -> list[list[str]]:
    """The rows of all tables, split where no backslash stands before the bar."""
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    return [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]


def test_no_name_breaks_a_table_in_markdown(tmp_path: Path) -> None:
    hostile = {"name": "A | B\r\n| x | <b> [y](z) \\| c"}
    file = tmp_path / "d.json"
    rows = [{**ABOVE[0], **hostile}, {**ABOVE[1], **hostile}, {**cell(7, 2), **hostile}, {**cell(7, 2, number=8)}]
    file.write_text(json.dumps(rows), encoding="utf-8")
    text = rate_markdown(rated(file), "vi")
    assert {len(row) for row in rows_of(text)} == {10, 4}
    assert "<b>" not in text
    assert not re.search(r"(?<!\\)\[y\]", text)


@pytest.mark.parametrize(("text", "shown"), [("a|b", r"a\|b"), ("a\\|b", r"a\\\|b"), ("a\r\nb", "a  b"), ("<", "&lt;")])
def test_cells_of_markdown(text: str, shown: str) -> None:
    assert cell_text(text) == shown


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_runs_no_name(start: str) -> None:
    assert list(csv.reader(io.StringIO(sheet(["a"], [[f"{start}1+1"], [-1], [None]])))) == [
        ["a"],
        [f"'{start}1+1".replace("\r", "\n")],
        ["-1"],
        [""],
    ]


def test_the_csv_has_a_row_for_every_finding(capsys: Printed, detailed: Result) -> None:
    text = xeploai(capsys, "rate", RULES, DETAILED, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == sum(len(found) for found in detailed.findings)
    # A fraction would be taken for a day: 3/10 is the third of October.
    assert not [value for row in rows for value in row.values() if re.fullmatch(r"\d+/\d+", value)]
    first = next(row for row in rows if row["criterion"] == "dang-ky-mo-hinh-cap-uy")
    assert (first["part_low"], first["whole_low"], first["measured_low"]) == ("63", "66", "95,45%")
    assert (first["verdict"], first["verdict_label"]) == ("met", "Đạt, vượt")


@pytest.mark.parametrize("command", ["facts", "rate"])
def test_markdown_tables_have_rows_of_one_length(capsys: Printed, command: str) -> None:
    data = [DETAILED] if command == "rate" else []
    rows = rows_of(xeploai(capsys, command, RULES, *data, "--format", "md").out)
    assert {len(row) for row in rows} == ({10, 4} if command == "rate" else {7})


def test_explain_says_in_json_what_rate_says_and_a_sentence(capsys: Printed, detailed: Result) -> None:
    told = json.loads(xeploai(capsys, "explain", RULES, DETAILED, "--subject", "khoi", "--format", "json").out)
    sentences = [one.pop("sentence") for one in told["findings"]]
    assert all(sentences)
    assert told == next(one for one in as_data(detailed)["subjects"] if one["id"] == "khoi")
