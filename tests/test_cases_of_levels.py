"""Worked cases of levels, quotas, incidents and periods: what can be expected, and that a wrong expectation fails."""

from pathlib import Path

import pytest

from xeploai.audit.cases.beside import InvalidCases, cases_beside
from xeploai.audit.cases.case import Suite
from xeploai.audit.cases.run import run_cases
from xeploai.report.test_text import suites_text
from xeploai.toml import load

RULES = """
format = 1

[ruleset]
id        = "levels"
series    = "all-levels"
in_force  = { since = 2024-01-01, until = 2025-12-31 }
otherwise = "poor"
decided   = "decided"
rated     = ["cell"]

[kinds.party]
[kinds.cell]
parents = ["party"]
[kinds.staff]
parents = ["cell"]

[scale]
not_assessed = { id = "none" }

[scale.levels.top]
[scale.levels.good]
[scale.levels.fair]
[scale.levels.poor]

[facts]
paid      = { type = "yes_no", of = "staff" }
points    = { type = "number", of = "cell", maximum = 100 }
members   = { type = "count", of = "cell", minimum = 1 }
since     = { type = "date", of = "cell" }
founded   = { type = "yes_no", of = "cell" }
sanctions = { type = "count", of = "cell", incidents = { kinds = ["party-discipline"] } }
decided   = { type = "level", of = "cell" }

[assumptions.strict]
question = { vi = "80 hay 85 điểm?", en = "80 or 85 points?" }
chosen   = "eighty"
others   = ["eighty-five"]
why      = { vi = "ví dụ", en = "an example" }
decided_by = { vi = "chưa có", en = "nobody" }

[criteria]
dues = { for = ["staff"], yes = "paid" }
p90        = { for = ["cell"], value = "points", at_least = 90 }
p80        = { for = ["cell"], value = "points", at_least = 80 }
p85        = { for = ["cell"], value = "points", at_least = 85 }
p50        = { for = ["cell"], value = "points", at_least = 50 }
large      = { for = ["cell"], value = "members", at_least = 10 }
young      = { for = ["cell"], months = "since", at_most = 5 }
new        = { for = ["cell"], yes = "founded" }
disciplined = { for = ["cell"], value = "sanctions", at_least = 1 }

[[rules]]
level = "top"
when  = { all = ["p90", "large", { undetermined = { vi = "văn bản chưa được xem", en = "the text was not seen" } }] }

[[rules]]
level  = "good"
when   = "p80"
assume = ["strict"]

[rules.readings.strict.eighty-five]
when = "p85"

[[rules]]
level = "fair"
when  = "p50"

[vetoes.discipline]
when = "disciplined"
cap  = "poor"

[vetoes.age]
when = "young"
cap  = "fair"

[exemptions.founded]
when = "new"

[quotas.good]
level = "good"
rate  = "50%"
base  = "assessed"
for   = ["cell"]
within = ["party"]
"""

HEAD = "id ; kind ; parent ; points ; members ; since ; founded ; sanctions ; decided"
USUAL = "c ; cell ; ; 82,5 ; 12 ; 01/02/2024 ; không ; 0 ;"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The rule file, with a folder for its cases."""
    (tmp_path / "cases" / "levels").mkdir(parents=True)
    (tmp_path / "levels.toml").write_text(RULES, "utf-8")
    return tmp_path / "levels.toml"


def suite(rules: Path, expect: str, *rows: str, more: str = 'period = "2024"', name: Path | str | None = None) -> Suite:
    """A case of some rows, run."""
    table = "\n".join([HEAD, *(rows or (USUAL,))])
    text = f"[[case]]\ntitle = 't'\n{more}\nrows = '''\n{table}\n'''\n[case.expect]\n{expect}\n"
    (rules.parent / "cases" / "levels" / "one.toml").write_text(text, "utf-8")
    loaded = load(rules)
    return run_cases(loaded, cases_beside(name or rules, loaded))


def passes(rules: Path, expect: str, *rows: str, more: str = 'period = "2024"') -> bool:
    """Whether a case of some rows comes out as it says."""
    found = suite(rules, expect, *rows, more=more)
    assert not any(result.problems for result in found.results)
    return not found.failed


def row(**said: object) -> str:
    """A cell that is as usual but for some columns."""
    names = [name.strip() for name in HEAD.split(";")]
    usual = dict(zip(names, (cell.strip() for cell in USUAL.split(";")), strict=True))
    return " ; ".join(str(said.get(name, usual[name])) for name in names)


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ({}, 'c.level = "good"', 'c.level = "fair"'),
        ({}, 'c.level.readings = { eighty-five = "fair" }', 'c.level.readings = { eighty-five = "good" }'),
        ({}, "c.level.depends = true", "c.level.depends = false"),
        ({}, 'c.level = { level = "good", undetermined = false, missing = [] }', "c.level.undetermined = true"),
        ({"points": 85}, "c.level.depends = false", "c.level.depends = true"),
        ({"points": 95}, 'c.level = ["top", "good"]', 'c.level = "good"'),
        ({"points": 95}, 'c.level.undetermined = "chưa được xem"', 'c.level.undetermined = "im lặng"'),
        ({"points": 95}, "c.level.settles = false", "c.level.settles = []"),
        ({"points": 95}, "c.level = { missing = [], undetermined = true }", "c.level.undetermined = false"),
        ({"points": 40}, 'c.level = { level = "poor", deciding = ["p50"] }', 'c.level.deciding = ["p80"]'),
        ({"points": ""}, 'c.level = { highest = "top", lowest = "poor" }', 'c.level = { lowest = "fair" }'),
        ({"points": "", "members": 3}, 'c.level.settles = ["c.points"]', 'c.level.settles = ["c.members"]'),
        ({"sanctions": 1}, 'c.level = { level = "poor", deciding = ["discipline"] }', 'c.level.deciding = ["age"]'),
        ({"since": "01/08/2024"}, 'c.level = { level = "fair", deciding = ["age"] }', 'c.level = "good"'),
        ({"founded": "có"}, 'c.level = "unrated"', 'c.level = "good"'),
        ({"founded": "có"}, 'c.level = { unrated = true, deciding = ["founded"] }', "c.level.deciding = []"),
        ({"founded": ""}, 'c.level = { highest = "good", may_be_unrated = true }', "c.level.may_be_unrated = false"),
        ({"decided": "fair"}, 'c.level = { level = "good", decided = "fair" }', 'c.level.decided = "good"'),
        ({"decided": "fair"}, "c.level.differs = true", "c.level.differs = false"),
        ({"decided": "none"}, 'c.level.decided = "none"', 'c.level.decided = "poor"'),
    ],
)
def test_a_level_is_expected_with_its_why(rules: Path, said: dict[str, object], right: str, wrong: str) -> None:
    assert passes(rules, right, row(**said))
    assert not passes(rules, wrong, row(**said))


GROUP = ("p ; party ; ; ; ; ; ; ;", *(row(id=f"c-{number}", parent="p") for number in (1, 2, 3)))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("quota.good = { allowed = 1, actual = 3, excess = 2 }", "quota.good.allowed = 2"),
        ('quota.good = { level = "good", authority = "p" }', 'quota.good.level = "top"'),
        ('quota.good = { kind = "cell", excess = 2 }', 'quota.good = { kind = "party", excess = 2 }'),
        ('quota.good.members = ["c-3", "c-2", "c-1"]', 'quota.good.members = ["c-1"]'),
        ('quota.good = [{ authority = "p", excess = 2 }]', 'quota.good = [{ authority = "p", excess = 1 }]'),
        ('quota.good = { authority = "p", excess = 2 }', 'quota.good = { authority = "q", excess = 2 }'),
    ],
)
def test_a_quota_is_expected_by_its_figures(rules: Path, right: str, wrong: str) -> None:
    assert passes(rules, right, *GROUP)
    assert not passes(rules, wrong, *GROUP)


def test_what_is_open_in_a_quota_has_two_ends(rules: Path) -> None:
    rows = (*GROUP[:-1], row(id="c-3", parent="p", points=""))
    assert passes(rules, "quota.good = { actual = [2, 3], excess = [1, 2] }", *rows)
    assert not passes(rules, "quota.good = { actual = 2 }", *rows)


INCIDENTS = """
period    = "2024"
incidents = '''
id ; subject ; conduct ; date       ; kind
i  ; c       ; a       ; {date} ; {kind}
'''
"""


def test_incidents_are_a_table_of_their_own(rules: Path) -> None:
    blank = row(sanctions="")

    def level(expect: str, date: str = "01/03/2024", kind: str = "party-discipline") -> bool:
        return passes(rules, expect, blank, more=INCIDENTS.format(date=date, kind=kind))

    assert level('c.level = { level = "poor", deciding = ["discipline"] }')
    assert level('c.level = "good"', date="01/03/2023")
    assert not level('c.level = "good"')


def test_a_fault_of_an_incident_is_found_at_its_line(rules: Path) -> None:
    more = INCIDENTS.format(date="01/03/2024", kind="party-discipline").replace("; c  ", "; nobody")
    (unknown,) = suite(rules, 'c.level = "good"', row(sanctions=""), more=more).failed
    assert [problem.fault.name for problem in unknown.problems] == ["incident-of-unknown-subject"]
    no_day = more.replace("01/03/2024", "31/02/2024").replace("nobody", "c")
    (wrong,) = suite(rules, 'c.level = "good"', row(sanctions=""), more=no_day).failed
    assert [problem.place.line for problem in wrong.problems] == [7]


def test_incidents_need_a_period(rules: Path) -> None:
    more = INCIDENTS.format(date="01/03/2024", kind="x").replace('period    = "2024"', "")
    with pytest.raises(InvalidCases) as refused:
        suite(rules, 'c.level = "good"', more=more)
    assert [problem.fault.name for problem in refused.value.problems] == ["period-needed"]


def test_a_year_that_the_rules_do_not_outlast_is_not_that_of_a_case(rules: Path) -> None:
    held, young = "since = 2024-01-01, until = 2025-12-31", row(since="01/08/2024")
    whole = "since = 2024-01-01, until = 2024-12-31"
    rules.write_text(RULES.replace(held, whole), "utf-8")
    assert passes(rules, 'c.level = "fair"', young, more="")
    rules.write_text(RULES.replace(held, whole.replace("12-31", "12-30")), "utf-8")
    assert passes(rules, 'c.level = { highest = "good", lowest = "fair" }', young, more="")
    assert passes(rules, 'c.level = "fair"', young, more='period = "2024-Q3"')


def test_a_case_is_rated_for_its_own_period(rules: Path) -> None:
    young = row(since="01/08/2024")
    assert passes(rules, 'c.level = "fair"', young)
    assert passes(rules, 'c.level = "good"', young, more='period = "2025"')
    assert passes(rules, 'c.level = "good"', young, more='period = "2025-Q1"')


def test_a_period_at_the_top_of_a_file_is_that_of_its_cases(rules: Path) -> None:
    suite(rules, 'c.level = "good"', row(since="01/08/2024"), more="")
    file = rules.parent / "cases" / "levels" / "one.toml"
    file.write_text(f'period = "2025"\n{file.read_text("utf-8")}', "utf-8")
    (case,) = cases_beside(rules, load(rules))
    assert case.period is not None
    assert case.period.name == "2025"


def test_the_cases_of_a_version_are_found_by_its_series(rules: Path) -> None:
    assert len(suite(rules, 'c.level = "good"', name=rules.parent / "all-levels").results) == 1


TARGETS = """
format = 1

[ruleset]
id       = "targets"
in_force = { since = 2024-01-01, until = 2024-12-31 }
decided  = "decided"
levels   = "levels"

[kinds.party]
[kinds.cell]
parents = ["party"]

[scale]
not_assessed = { id = "none" }

[scale.levels.top]
[scale.levels.good]
[scale.levels.fair]
[scale.levels.poor]

[facts]
decided = { type = "level", of = "cell" }

[criteria.groups]
for      = ["party"]
share    = { of = ["cell"], rated = "good", by = "decided" }
at_least = "50%"
"""


CHAINED = """
[[case]]
title = "staff are known to the lower rules only"

[case.evidence.p]
kind = "party"

[case.evidence.c]
kind = "cell"
parent = "p"
points = 95
members = 3

[case.evidence.s]
kind = "staff"
parent = "c"
paid = true

[case.expect]
p.groups = "unknown"
c.level = { highest = "good", lowest = "poor", missing = ["c.founded", "c.sanctions", "c.since"], says = "95" }
s.dues = "met"
quota.good = { actual = [0, 1] }
"""


def test_in_a_chain_what_proposes_levels_answers_for_them(rules: Path) -> None:
    targets = rules.with_name("targets.toml")
    targets.write_text(TARGETS, "utf-8")
    (rules.parent / "cases" / "targets").mkdir()
    file = rules.parent / "cases" / "targets" / "one.toml"
    file.write_text(CHAINED, "utf-8")
    loaded = load(targets)

    def failed() -> Suite:
        return run_cases(loaded, cases_beside(targets, loaded))

    found = failed()
    assert not found.failed, suites_text([found], "en")
    file.write_text(CHAINED.replace('s.dues = "met"', 's.dues = "not_met"'), "utf-8")
    assert failed().failed
