"""Changes of rules: which are made, and which a case notices."""

from pathlib import Path

import pytest

from tests.commands import xeploai
from tests.laws.test_cover import cases_in
from tests.test_cover import RULES, case, rules
from xeploai.audit.cases.run import run_cases
from xeploai.audit.mutants.registry import mutants_of
from xeploai.audit.mutants.survivors import survivors
from xeploai.rating.prepare import make_ready

pytestmark = pytest.mark.slow

Printed = pytest.CaptureFixture[str]


def unnoticed(text: str) -> set[tuple[str, str]]:
    """The changes that no case notices, by item and by what the rules would say."""
    found = survivors(run_cases(rules(), cases_in(rules(), text)))
    return {(str(one.path[1]), str(one.says.en)) for one in found.mutants}


def test_every_sort_of_change_is_made() -> None:
    made = [(one.path[0], one.path[1], one.says.en) for one in mutants_of(make_ready(rules()))]
    assert ("criteria", "study", "at least 89% instead of at least 90%") in made
    assert ("criteria", "study", "more than 90% instead of at least 90%") in made
    assert ("criteria", "violence", "no instead of yes") in made
    assert ("vetoes", "discipline", "left out") in made
    assert ("rules", 0, "`any` instead of `all`: study, …") in made


def test_a_case_at_the_limit_notices_what_it_decides() -> None:
    left = unnoticed(case(9, "false", "false", 'u.level = "good"'))
    assert ("study", "more than 90% instead of at least 90%") not in left
    assert ("study", "at least 91% instead of at least 90%") not in left
    assert ("study", "at least 89% instead of at least 90%") in left
    assert ("discipline", "left out") in left


def test_a_text_that_holds_the_number_is_no_proof() -> None:
    texts = case(5, "false", "false", 'u.study = { verdict = "not_met", says = "90%" }')
    assert ("study", "at least 91% instead of at least 90%") in unnoticed(texts)


def test_swapped_gates_are_noticed_by_one_part_alone() -> None:
    swap = ("0", "`any` instead of `all`: study, …")
    assert swap in unnoticed(case(9, "false", "false", 'u.level = "good"'))
    assert swap not in unnoticed(case(8, "false", "false", 'u.level = "fair"'))


def test_the_command_names_the_place(tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "demo.toml"
    file.write_text(RULES, encoding="utf-8")
    ran = xeploai(capsys, "test", str(file), "--mutants", "--lang", "en")
    assert ran.status == 0
    line = RULES.split("\n").index("[criteria.study]") + 1
    assert f"{file}:{line}: study: at least 89% instead of at least 90%" in ran.out
    assert xeploai(capsys, "test", str(file), "--mutants", "--strict").status == 1
