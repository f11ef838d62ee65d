"""The worked cases beside the rule files, which anybody can read and add to: `rules/cases/README.md` says how."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.ruled import lam_dong
from xeploai.audit.cases.beside import cases_beside
from xeploai.audit.cases.case import Case, Suite
from xeploai.audit.cases.run import run_cases
from xeploai.model.evidence import Hierarchy
from xeploai.model.kind import members
from xeploai.model.ruleset import kinds_of
from xeploai.report.test_text import suites_text
from xeploai.toml.load import load

RULES = Path(__file__).parents[1] / "rules"
LONG = 1_000


@cache
def cases(name: str) -> tuple[Case, ...]:
    path = RULES / f"{name}.toml"
    return cases_beside(path, load(path))


def every_case() -> Iterator[Any]:
    for path in sorted(RULES.glob("*.toml")):
        for case in cases(path.stem):
            slow = [pytest.mark.slow] if len(case.lines) > LONG else []
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case.title}", marks=slow)


@pytest.mark.parametrize(("name", "case"), list(every_case()))
def test_worked_case(name: str, case: Case) -> None:
    rules = lam_dong() if name == "lam-dong-2024" else load(RULES / f"{name}.toml")
    tested: Suite = run_cases(rules, [case])
    assert not tested.failed, suites_text([tested], "en")


def told() -> Iterator[tuple[str, str, str]]:
    """What is expected of the criteria and goals of 2024: which, at which kind, with which verdict."""
    for case in cases("lam-dong-2024"):
        kinds = {one.id: one.kind for one in case.evidence.subjects} if isinstance(case.evidence, Hierarchy) else {}
        for one in case.expected:
            if one.about == "criterion" and "verdict" in one.said:
                yield one.key, kinds[one.subject], one.said["verdict"]


def test_every_criterion_has_a_case_for_what_can_come_of_it() -> None:
    """Met, not met and unknown for each criterion, at each kind where it is judged."""
    rules = lam_dong()
    wanted = {
        (criterion.id, kind, verdict)
        for criterion in rules.criteria
        for kind in members(kinds_of(rules), criterion.kinds)
        for verdict in ("met", "not_met", "unknown")
    }
    assert wanted - set(told()) == set()


def test_every_clause_with_a_criterion_has_cases() -> None:
    cited = {criterion.cite.clause for criterion in lam_dong().criteria if criterion.cite}
    assert {case.clause for case in cases("lam-dong-2024")} >= cited
