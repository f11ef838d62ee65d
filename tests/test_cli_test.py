"""`xeploai test`: the worked cases beside a rule file, run; what fails, and what cannot be read."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.commands import RULES, Ran, xeploai
from xeploai.audit.cases import faults
from xeploai.audit.cases.beside import InvalidCases, cases_beside
from xeploai.audit.cases.run import run_cases
from xeploai.diagnostic import Fault, Language, render
from xeploai.toml import load

Printed = pytest.CaptureFixture[str]

DEMO = """
format = 1

[ruleset]
id        = "demo"
in_force  = { since = 2024-01-01, until = 2024-12-31 }
otherwise = "fair"

[scale]
not_assessed = { id = "none" }

[scale.levels.good]
[scale.levels.fair]
[scale.levels.poor]

[facts]
members   = { type = "count", minimum = 1 }
studied   = { type = "count", at_most = "members" }
sanctions = { type = "count" }

[criteria.study]
ratio    = { part = "studied", whole = "members" }
at_least = "90%"

[criteria.sanctioned]
value    = "sanctions"
at_least = 1

[goals.all]
criteria = ["study"]

[[rules]]
level = "good"
when  = "study"

[vetoes.discipline]
when = "sanctioned"
cap  = "poor"
"""

TITLE = 'title = "nine of ten"'
ROWS = """
rows = \"\"\"
id ; members ; studied ; sanctions
u  ; 10      ; {studied} ; 0
\"\"\"
"""


def case(expect: str, studied: str = "9", title: str = TITLE) -> str:
    """A case of one unit of ten members."""
    return f"[[case]]\n{title}\n{ROWS.format(studied=studied).strip()}\n[case.expect]\n{expect}\n"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A rule file with an empty folder for its cases."""
    (tmp_path / "cases" / "demo").mkdir(parents=True)
    (tmp_path / "demo.toml").write_text(DEMO, "utf-8")
    return tmp_path / "demo.toml"


def write(demo: Path, *cases: str, name: str = "demo/one.toml") -> Path:
    """Put cases beside the rules."""
    path = demo.parent / "cases" / name
    path.write_text("\n".join(cases), "utf-8")
    return path


def line_of(path: Path, text: str) -> int:
    """The line of a file that holds a text."""
    return next(number for number, line in enumerate(path.read_text("utf-8").split("\n"), 1) if text in line)


# What passes and what fails


def passes(demo: Path, text: str) -> bool:
    """Whether all cases of a text come out as they say."""
    write(demo, text)
    rules = load(demo)
    return not run_cases(rules, cases_beside(demo, rules)).failed


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('u.study = "met"', 'u.study = "not_met"'),
        ('u.study = { verdict = "met", part = 9, whole = 10 }', 'u.study = { verdict = "met", part = 8 }'),
        ('u.all = "met"', 'u.all = "unknown"'),
        ("u.study.part = 9", "u.study.part = 10"),
        ("u.study.exceeded = false", "u.study.exceeded = true"),
        ('u.study.says = "9/10"', 'u.study.says = "8/10"'),
        ('u.level = "good"', 'u.level = "fair"'),
        ('u.level = ["good", "good"]', 'u.level = ["good", "poor"]'),
        ("u.level.unrated = false", 'u.level = "unrated"'),
        ("u.level.missing = []", 'u.level.missing = ["u.studied"]'),
    ],
)
def test_a_case_passes_where_it_says_what_comes_out_and_fails_elsewhere(demo: Path, right: str, wrong: str) -> None:
    assert passes(demo, case(right))
    assert not passes(demo, case(wrong))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('u.study = "unknown"', 'u.study = "not_met"'),
        ("u.study.part = [0, 10]", "u.study.part = 0"),
        ('u.study.missing = ["u.studied"]', "u.study.missing = []"),
        ('u.study.why = "not_reported"', 'u.study.why = "undetermined"'),
        ('u.level = ["good", "fair"]', 'u.level = "fair"'),
        ('u.level = { highest = "good", lowest = "fair" }', 'u.level = { highest = "good", lowest = "poor" }'),
        ('u.level.missing = ["u.studied"]', "u.level.missing = []"),
        ('u.level.settles = ["u.studied"]', "u.level.settles = false"),
        ("u.level.undetermined = false", "u.level.undetermined = true"),
    ],
)
def test_what_is_open_is_expected_as_open(demo: Path, right: str, wrong: str) -> None:
    assert passes(demo, case(right, studied=""))
    assert not passes(demo, case(wrong, studied=""))


def test_an_end_that_nothing_bounds_is_open(demo: Path) -> None:
    nothing = case('u.study = { part = [0, "open"], whole = [1, "open"] }', studied="").replace("; 10  ", ";     ")
    assert passes(demo, nothing)
    assert not passes(demo, nothing.replace('part = [0, "open"]', "part = [0, 10]"))


def test_what_decides_a_level_is_named(demo: Path) -> None:
    assert passes(demo, case('u.level = { level = "fair", deciding = ["study"] }', studied="8"))
    vetoed = case('u.level = { level = "poor", deciding = ["discipline"] }').replace("; 0\n", "; 1\n")
    assert passes(demo, vetoed)
    assert not passes(demo, vetoed.replace('["discipline"]', '["study"]'))


def test_evidence_may_stand_subject_by_subject(demo: Path) -> None:
    text = f"[[case]]\n{TITLE}\n[case.evidence.u]\nmembers = 10\nstudied = %s\n[case.expect]\nu.study = 'met'\n"
    assert passes(demo, text % 9)
    assert not passes(demo, text % 8)


def test_a_row_may_stand_for_a_series(demo: Path) -> None:
    rows = "id ; members ; studied\nu-{1..3} ; 10 ; 9\n"
    text = f"[[case]]\n{TITLE}\nrows = '''\n{rows}'''\n[case.expect]\nu-1.study = 'met'\nu-3.study = 'met'\n"
    assert passes(demo, text)


REFUSED = f"[[case]]\n{TITLE}\n{ROWS.format(studied='11').strip()}\nrefused = ['%s']\n"


def test_a_table_may_be_expected_to_be_refused(demo: Path) -> None:
    assert passes(demo, REFUSED % "part-larger-than-whole")
    assert not passes(demo, REFUSED % "duplicate-id")
    assert not passes(demo, (REFUSED % "part-larger-than-whole").replace("11", "9"))


# Where cases are found


def test_cases_stand_in_a_folder_of_the_rule_file_or_name_its_rule_set(demo: Path) -> None:
    write(demo, case('u.study = "met"'))
    write(demo, 'ruleset = "demo"', case('u.study = "met"', title='title = "another"'), name="more.toml")
    write(demo, 'ruleset = "other"', case('u.stdy = "met"'), name="others.toml")
    assert [one.title for one in cases_beside(demo, load(demo))] == ["nine of ten", "another"]


@pytest.mark.slow
def test_the_cases_that_ship_are_found_by_id(capsys: Printed) -> None:
    ran = xeploai(capsys, "test", RULES)
    assert (ran.status, ran.err) == (0, "")
    assert re.fullmatch(rf"{RULES}: \d+ ví dụ đúng, 0 ví dụ sai\n", ran.out)


def test_a_rule_set_without_cases_says_so(capsys: Printed, demo: Path) -> None:
    ran = xeploai(capsys, "test", demo, "--lang", "en")
    assert ran == (0, "demo: no worked cases\n", f"`{demo}` has no worked cases\n")
    marked = xeploai(capsys, "test", demo, "--format", "md").out
    assert marked.endswith("| demo | 0 | 0 |\n\n* demo: chưa có ví dụ kiểm chứng nào\n")
    assert xeploai(capsys, "test", demo, "--mutants", "--lang", "en").out.startswith("demo: no worked cases\n")


# What is printed


@pytest.fixture
def failing(capsys: Printed, demo: Path) -> Ran:
    """A run with a case that fails and one that passes."""
    write(
        demo, case('u.study = { verdict = "met", part = 9 }', studied="8"), case("u.all = 'met'", title='title = "b"')
    )
    return xeploai(capsys, "test", demo, "--lang", "en")


def test_a_failure_says_where_what_and_why(failing: Ran, demo: Path) -> None:
    assert failing.status == 1
    file = (demo.parent / "cases" / "demo" / "one.toml").as_posix()
    assert failing.out.split("\n") == [
        "demo: 1 passed, 1 failed",
        "",
        f"{file}:2: «nine of ten»",
        f"   {file}:8: u.study",
        '      expected: verdict = "met"',
        '      came out: verdict = "not_met"',
        "      expected: part = 9",
        "      came out: part = 8",
        "      because: measured: 8/10 (80%); required: at least 90%; short by 1",
        "",
    ]


def test_a_table_that_is_refused_fails_at_its_line(capsys: Printed, demo: Path) -> None:
    path = write(demo, case('u.study = "met"', studied="11"))
    ran = xeploai(capsys, "test", demo, "--lang", "en")
    assert ran.status == 1
    row = line_of(path, "; 11 ;")
    assert f"{path.as_posix()}:{row}: `u`, column `studied`: error[XD209]" in ran.out


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_every_format_names_what_fails(capsys: Printed, demo: Path, form: str, lang: Language) -> None:
    write(demo, case('u.study = "met"', studied="8"), REFUSED.replace("nine of ten", "b") % "duplicate-id")
    ran = xeploai(capsys, "test", demo, "--format", form, "--lang", lang)
    assert (ran.status, ran.err) == (1, "")
    for word in ("demo", "one.toml", "nine of ten", "not_met", "duplicate-id", "part-larger-than-whole"):
        assert word in ran.out


def test_json_tells_of_every_case(capsys: Printed, demo: Path) -> None:
    path = write(demo, case("u.study = { verdict = 'met', missing = [] }"))
    data: dict[str, Any] = json.loads(xeploai(capsys, "test", demo, "--format", "json", "--lang", "en").out)
    said = {"verdict": "met", "missing": []}
    assert data["format"] == 1
    assert data["rulesets"] == [
        {
            "id": "demo",
            "passed": 1,
            "failed": 0,
            "cases": [
                {
                    "title": "nine of ten",
                    "clause": "",
                    "at": {"file": path.as_posix(), "line": 2},
                    "passed": True,
                    "refused": {"expected": [], "found": []},
                    "problems": [],
                    "expected": [
                        {
                            "about": "criterion",
                            "subject": "u",
                            "id": "study",
                            "at": {"file": path.as_posix(), "line": 8},
                            "passed": True,
                            "expected": said,
                            "found": said,
                            "why": ["measured: 9/10 (90%); required: at least 90%"],
                        }
                    ],
                }
            ],
        }
    ]


def test_several_rule_sets_are_tested_in_one_go(capsys: Printed, demo: Path) -> None:
    other = demo.with_name("other.toml")
    other.write_text(DEMO.replace('"demo"', '"other"'), "utf-8")
    (demo.parent / "cases" / "other").mkdir()
    write(demo, case('u.study = "not_met"'))
    write(demo, case('u.study = "met"'), name="other/one.toml")
    ran = xeploai(capsys, "test", other, demo, "--lang", "en")
    assert ran.status == 1
    assert ran.out.startswith("other: 1 passed, 0 failed\ndemo: 0 passed, 1 failed\n")


# What cannot be read

FAULTY: dict[str, tuple[Fault, str, str | None]] = {
    case('unti.study = "met"').replace("\nu ", "\nunit "): (faults.NO_SUCH_SUBJECT, "unti.study", "unit"),
    case('u.stdy = "met"'): (faults.NOT_JUDGED, "u.stdy", "study"),
    case("quota.q = { allowed = 1 }"): (faults.NO_SUCH_QUOTA, "quota.q", None),
    case("u.study = { highest = 'good' }"): (faults.NOT_SAID_OF_IT, "highest", None),
    case("u.level = { part = 3 }"): (faults.NOT_SAID_OF_IT, "part", None),
    case(""): (faults.EXPECT_OR_REFUSED, "title", None),
    case('u.study = "met"').replace("rows", "clause"): (faults.ROWS_OR_EVIDENCE, "title", None),
    REFUSED % "part-larger-than-whol": (faults.NO_SUCH_FAULT, "refused", "part-larger-than-whole"),
    case('u.study = "met"', title=f'{TITLE}\nperiod = "2024-Q5"'): (faults.BAD_PERIOD, "period", None),
    case('u.study = "met"') + case('u.all = "met"') + "#": (faults.TITLE_TWICE, "title", None),
    case("u.level.deciding = ['disciplin']"): (faults.NOT_DECIDING, "deciding", "discipline"),
    case("u.level = ['good']"): (faults.NOT_TWO_ENDS, "u.level", None),
    case("u.study.part = [1, 2, 3]"): (faults.NOT_TWO_ENDS, "u.study", None),
}


@pytest.mark.parametrize("text", FAULTY)
def test_a_fault_of_a_case_is_named_at_its_line(capsys: Printed, demo: Path, text: str) -> None:
    fault, at, meant = FAULTY[text]
    path = write(demo, text)
    with pytest.raises(InvalidCases) as refused:
        cases_beside(demo, load(demo))
    (problem,) = refused.value.problems
    assert (problem.fault, problem.suggestion) == (fault, meant)
    line = len(text.split("\n")) - text.split("\n")[::-1].index(next(x for x in text.split("\n")[::-1] if at in x))
    assert (problem.place.file, problem.place.line) == (path.as_posix(), line)
    ran = xeploai(capsys, "test", demo)
    assert (ran.status, ran.out, ran.err) == (2, "", render(problem, "vi") + "\n")


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        (case('u.study = "mett"'), "XL111", "met"),
        (case("u.study = { verdict = 'mett' }"), "XL111", "met"),
        (case('u.level = "goood"'), "XL110", "good"),
        (case("u.study = { verdct = 'met' }"), "XL101", "verdict"),
        (case('u.study = "met"').replace("title", "titel"), "XL101", "title"),
        (case("u.study = 3"), "XL103", None),
        (case('u.study = "met"').replace(TITLE, ""), "XL102", None),
        ("[[case]\n", "XL001", None),
        ("", "XL102", None),
    ],
)
def test_a_case_is_held_to_its_grammar(demo: Path, text: str, code: str, meant: str | None) -> None:
    write(demo, text)
    with pytest.raises(InvalidCases) as refused:
        cases_beside(demo, load(demo))
    (problem,) = refused.value.problems
    assert (problem.fault.code, problem.suggestion) == (code, meant)


def test_all_faults_of_all_files_come_at_once(capsys: Printed, demo: Path) -> None:
    write(demo, case('u.stdy = "met"'), case('v.study = "mett"', title='title = "b"'))
    write(demo, case('u.level = "goood"'), name="demo/two.toml")
    write(demo, case('u.study = "met"'), name="three.toml")
    ran = xeploai(capsys, "test", demo, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert re.findall(r"/(\w+)\.toml:\d+:\d+: error\[(\w+)\]", ran.err) == [
        ("one", "XC002"),
        ("one", "XC001"),
        ("one", "XL111"),
        ("two", "XL110"),
        ("three", "XC009"),
    ]


def test_a_file_that_cannot_be_opened_is_named(demo: Path) -> None:
    (demo.parent / "cases" / "demo" / "one.toml").mkdir()
    with pytest.raises(InvalidCases) as refused:
        cases_beside(demo, load(demo))
    assert [problem.fault for problem in refused.value.problems] == [faults.UNREADABLE]


def test_a_rule_file_that_cannot_be_used_is_named(capsys: Printed, demo: Path) -> None:
    write(demo, case('u.stdy = "met"'))
    ran = xeploai(capsys, "test", demo, "no-such-rules", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.index("error[XC002]") < ran.err.index("error[XL005]")
