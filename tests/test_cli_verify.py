"""`xeploai verify`: a result is made again, and everything but its day and the version of the program compared."""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands import ABOVE, RULES, SUMMARY, cell, table, xeploai
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.period import read_period
from xeploai.report.rate_json import as_data
from xeploai.report.result import result as rated
from xeploai.report.result_faults import LACKING, MISSHAPEN, NOT_A_RESULT, NOT_JSON, OTHER_FORMAT
from xeploai.report.result_shape import InvalidResult, read_result
from xeploai.report.schema import result_schema
from xeploai.report.verification import verification
from xeploai.report.verify_text import verify_text
from xeploai.toml.load import load

Printed = pytest.CaptureFixture[str]
Result = dict[str, Any]
RULE_FILE = Path(__file__).parents[1] / "rules" / f"{RULES}.toml"


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A small table."""
    return table(tmp_path / "units.csv", [*ABOVE, cell(7, 2), cell(7, "", number=8)])


@pytest.fixture
def result(capsys: Printed, tmp_path: Path, units: Path) -> Path:
    """Its result, as it was written to a file."""
    file = tmp_path / "result.json"
    assert xeploai(capsys, "rate", RULES, units, "--format", "json", "-o", file).status == 0
    return file


def read(result: Path) -> Result:
    """What the file says."""
    data: Result = json.loads(result.read_text("utf-8"))
    return data


def count(result: Path) -> int:
    """How many findings there are."""
    return sum(len(one["findings"]) for one in read(result)["subjects"])


def edit(result: Path, change: Callable[[Result], object]) -> Path:
    """The result with something in it changed."""
    data = read(result)
    change(data)
    result.write_text(json.dumps(data), "utf-8")
    return result


def finding(data: Result) -> Result:
    """What was found of the members that the first cell inspected."""
    found: Result = next(one for one in data["subjects"][2]["findings"] if one["criterion"] == "kiem-tra-dang-vien")
    return found


def test_a_result_that_comes_out_again_is_the_same(capsys: Printed, result: Path, units: Path) -> None:
    ran = xeploai(capsys, "verify", result, RULES, units, "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == [
        f"rule set `{RULES}`: unchanged",
        "data: unchanged",
        f"same: 4 subjects, {count(result)} findings",
    ]


def test_the_day_and_the_version_of_the_program_count_for_nothing(capsys: Printed, result: Path, units: Path) -> None:
    edit(result, lambda data: data.update(made="2024-12-28", tool="xeploai 0.0.1"))
    ran = xeploai(capsys, "verify", result, RULES, units)
    assert ran.status == 0
    assert ran.out.startswith("kết quả lập ngày 28/12/2024 bằng xeploai 0.0.1, kỳ 2024\n")


def test_the_period_is_that_of_the_result(capsys: Printed, result: Path, units: Path) -> None:
    edit(result, lambda data: data.update(period="2023"))
    ran = xeploai(capsys, "verify", result, RULES, units, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "the period `2023` is outside the dates of the rule set" in ran.err


def test_every_difference_is_named_by_subject_criterion_and_key(capsys: Printed, result: Path, units: Path) -> None:
    def change(data: Result) -> None:
        finding(data)["verdict"] = "met"
        finding(data)["part"]["low"] = "3"
        finding(data)["noted"] = None
        data["subjects"][3]["name"] = None

    ran = xeploai(capsys, "verify", edit(result, change), RULES, units, "--lang", "en")
    assert ran.status == 1
    assert ran.out.splitlines()[3:] == [
        "cb-07.kiem-tra-dang-vien.verdict: met → not_met",
        "cb-07.kiem-tra-dang-vien.part.low: 3 → 2",
        "cb-07.kiem-tra-dang-vien.noted: null → false",
        "cb-08.name: null → Chi bộ 8",
        "4 differences",
    ]


def test_subjects_and_findings_that_only_one_result_has_are_named(capsys: Printed, result: Path, units: Path) -> None:
    def change(data: Result) -> None:
        data["subjects"][2]["findings"].remove(finding(data))
        data["subjects"][3]["id"] = "cb-99"

    ran = xeploai(capsys, "verify", edit(result, change), RULES, units, "--format", "json")
    assert ran.status == 1
    differences = json.loads(ran.out)["differences"]
    sides = {".".join(one["path"]): one.keys() & {"before", "now"} for one in differences}
    assert sides == {
        "subjects.cb-07.findings.kiem-tra-dang-vien": {"now"},
        "subjects.cb-08": {"now"},
        "subjects.cb-99": {"before"},
    }


def test_it_says_whether_rules_or_data_are_others(capsys: Printed, tmp_path: Path, result: Path, units: Path) -> None:
    def digests(*arguments: Path) -> tuple[int, bool, bool]:
        ran = xeploai(capsys, "verify", result, *arguments, "--format", "json")
        data = json.loads(ran.out)
        return ran.status, data["ruleset"]["same"], data["evidence"]["same"]

    others = table(tmp_path / "others.csv", [*ABOVE, cell(7, 3), cell(7, "", number=8)])
    looser = tmp_path / "looser.toml"
    looser.write_text(RULE_FILE.read_text("utf-8").replace('from = "30%"', 'from = "20%"'), "utf-8")
    assert digests(RULE_FILE, units) == (0, True, True)
    assert digests(RULE_FILE, others) == (1, True, False)
    assert digests(looser, units) == (1, False, True)


def test_rules_on_other_lines_are_said_in_one_line(capsys: Printed, tmp_path: Path, result: Path, units: Path) -> None:
    moved = tmp_path / f"{RULES}.toml"
    moved.write_text(f"# moved\n{RULE_FILE.read_text('utf-8')}", "utf-8")
    ran = xeploai(capsys, "verify", result, moved, units, "--lang", "en")
    assert ran.status == 1
    assert ran.out.splitlines()[1:] == [
        f"rule set `{RULES}`: unchanged",
        "data: unchanged",
        f"{count(result)} references to other lines of the rule file",
        f"{count(result)} differences",
    ]


def test_keys_that_the_format_does_not_know_are_passed_over(capsys: Printed, result: Path, units: Path) -> None:
    def change(data: Result) -> None:
        data["signed_by"] = {"deep": [1, 2.5, None]}
        data["subjects"][0]["note"] = "…"
        finding(data)["colour"] = "red"

    assert xeploai(capsys, "verify", edit(result, change), RULES, units).status == 0


def test_a_result_older_than_a_key_is_compared_without_it(capsys: Printed, result: Path, units: Path) -> None:
    ran = xeploai(
        capsys, "verify", edit(result, lambda data: finding(data).pop("exceeded")), RULES, units, "--lang", "en"
    )
    assert ran.status == 0
    assert "not compared, the result is older than these keys: exceeded" in ran.out


def test_a_key_that_is_gone_is_a_difference(capsys: Printed, result: Path, units: Path) -> None:
    ran = xeploai(capsys, "verify", edit(result, lambda data: finding(data).update(reason="…")), RULES, units)
    assert ran.status == 1
    assert "cb-07.kiem-tra-dang-vien.reason: … → (không có)" in ran.out


def test_a_target_of_another_form_is_a_difference(capsys: Printed, result: Path, units: Path) -> None:
    def change(data: Result) -> None:
        finding(data)["target"] = {"at_most": "7/20", "above": "noted"}

    ran = xeploai(capsys, "verify", edit(result, change), RULES, units, "--lang", "en")
    assert ran.status == 1
    assert "cb-07.kiem-tra-dang-vien.target.at_least: (none) → 3/10" in ran.out


def test_the_whole_example_is_verified(capsys: Printed, tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    xeploai(capsys, "rate", RULES, SUMMARY, "--format", "json", "-o", file)
    assert xeploai(capsys, "verify", file, RULES, SUMMARY).status == 0


# What is no result


@cache
def example() -> Result:
    """A result with findings of several sorts."""
    cells = (Evidence("k", "khoi", {"dang_vien": 30, "ket_nap": 3}), Evidence("c", "chi-bo-co-so", parent="k"))
    rules = load(RULES)
    return as_data(rated(rules, Hierarchy(cells), read_period("2024"), date(2024, 12, 28)))


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value within a value."""
    if path:
        yield path
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from leaves(value, (*path, step))


WORDS = st.sampled_from(["", "met", "abc", "3/10", "1/0", "2024-12-28", "count", "f" * 64])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 2) | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=3,
)


@given(st.data())
def test_what_is_read_is_what_the_schema_allows(data: st.DataObject) -> None:
    """Our reading of the schema against that of a library for it."""
    changed = copy.deepcopy(example())
    *above, last = data.draw(st.sampled_from(sorted(leaves(example()), key=repr)))
    holder = at(changed, tuple(above))
    if isinstance(last, str) and data.draw(st.booleans()):
        del holder[last]
    else:
        holder[last] = data.draw(VALUES)
    schema = json.loads(result_schema())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))
    try:
        read_result(json.dumps(changed).encode(), "result.json")
    except InvalidResult:
        assert not validator.is_valid(changed)
    else:
        assert validator.is_valid(changed)


@given(st.data())
def test_a_result_differs_from_itself_nowhere_and_from_another_wherever_it_was_changed(data: st.DataObject) -> None:
    before = example()
    assert verification(before, before).same
    plain = [path for path in leaves(before) if not isinstance(at(before, path), dict | list)]
    path = data.draw(st.sampled_from([one for one in plain if one[0] not in ("made", "tool")]))
    changed = copy.deepcopy(before)
    at(changed, path[:-1])[path[-1]] = ["changed"]
    assert not verification(changed, before).same
    assert not verification(before, changed).same


def at(data: Any, path: tuple[Any, ...]) -> Any:
    """The value at a path."""
    for step in path:
        data = data[step]
    return data


def broken(result: Path, change: Callable[[Result], object]) -> list[tuple[object, str]]:
    """The faults of a changed result, each with its path."""
    edit(result, change)
    with pytest.raises(InvalidResult) as refused:
        read_result(result.read_bytes(), "result.json")
    return [(problem.fault, problem.values.get("path", "")) for problem in refused.value.problems]


def test_a_result_is_held_to_its_schema_and_every_misfit_is_named(result: Path) -> None:
    def change(data: Result) -> None:
        data["made"] = "yesterday"
        data["ruleset"]["sha256"] = "abc"
        del data["subjects"][0]["kind"]
        data["subjects"][1]["parent"] = 3
        finding(data)["verdict"] = "mett"
        finding(data)["noted"] = 0
        finding(data)["measured"]["low_open"] = None
        finding(data)["part"]["low"] = "a half"
        finding(data)["can"] = ["met", "met"]

    names = [one["criterion"] for one in read(result)["subjects"][2]["findings"]]
    here = names.index("kiem-tra-dang-vien")
    found = [(fault, path.replace(f"[2].findings[{here}]", "[cb-07]")) for fault, path in broken(result, change)]
    assert found == [
        (MISSHAPEN, "made"),
        (MISSHAPEN, "ruleset.sha256"),
        (LACKING, "subjects[0]"),
        (MISSHAPEN, "subjects[1].parent"),
        (MISSHAPEN, "subjects[cb-07].verdict"),
        (MISSHAPEN, "subjects[cb-07].can"),
        (MISSHAPEN, "subjects[cb-07].measured.low_open"),
        (MISSHAPEN, "subjects[cb-07].part.low"),
        (MISSHAPEN, "subjects[cb-07].noted"),
    ]


def test_a_result_of_another_format_is_not_read(result: Path) -> None:
    assert broken(result, lambda data: data.update(format=2)) == [(OTHER_FORMAT, "")]
    assert broken(result, lambda data: data.update(format=True)) == [(OTHER_FORMAT, "")]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", NOT_JSON),
        (b"{", NOT_JSON),
        (b"\xff", NOT_JSON),
        (b"[" * 100_000, NOT_JSON),
        (b"[]", NOT_A_RESULT),
        (b"{}", NOT_A_RESULT),
        (b'{"format": 1}', NOT_A_RESULT),
    ],
)
def test_what_is_no_result_is_refused(capsys: Printed, tmp_path: Path, units: Path, data: bytes, fault: object) -> None:
    file = tmp_path / "result.json"
    file.write_bytes(data)
    with pytest.raises(InvalidResult) as refused:
        read_result(data, "result.json")
    assert [problem.fault for problem in refused.value.problems] == [fault]
    ran = xeploai(capsys, "verify", file, RULES, units)
    assert (ran.status, ran.out) == (2, "")


def test_a_file_that_is_not_there_is_named(capsys: Printed, tmp_path: Path, units: Path) -> None:
    ran = xeploai(capsys, "verify", tmp_path / "none.json", RULES, units, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("none.json` cannot be read: there is no such file\n")
    assert "it is a folder" in xeploai(capsys, "verify", tmp_path, RULES, units, "--lang", "en").err


def test_the_result_is_not_written_over(capsys: Printed, result: Path, units: Path) -> None:
    before = result.read_bytes()
    assert xeploai(capsys, "verify", result, RULES, units, "-o", result).status == 2
    assert result.read_bytes() == before


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (["a"], ["b"], '["a"] → ["b"]'),
        (["a" * 300, "x"], ["a" * 300, "y"], "…" + "a" * 56 + '", "x"] → …' + "a" * 56 + '", "y"]'),
        ("a" * 300 + "x" * 300, "a" * 301, f"…{'a' * 60}{'x' * 140}… → …{'a' * 61}"),
        ("a" * 300, "b" * 100, f"{'a' * 200}… → {'b' * 100}"),
    ],
)
def test_of_long_values_the_part_that_differs_is_shown(result: Path, before: object, now: object, said: str) -> None:
    sides = [read(result), read(result)]
    for data, value in zip(sides, (before, now), strict=True):
        finding(data)["reason"] = value
    lines = verify_text(verification(*sides), "en").splitlines()
    assert f"cb-07.kiem-tra-dang-vien.reason: {said}" in lines
