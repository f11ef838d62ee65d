"""The worked cases under `cases/`, which anybody can read and add to: `cases/README.md` says how."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

import xeploai
from tests.ruled import lam_dong, roll_up
from xeploai import Finding, GoalOutcome, Hierarchy, InvalidEvidence, Outcome
from xeploai.intake.from_csv import read_csv
from xeploai.model.kind import members
from xeploai.model.ruleset import kinds_of

FOLDER = Path(__file__).parent / "cases" / "lam-dong-2024"
SERIES = re.compile(r"\{(\d+)\.\.(\d+)\}")
KEYS = {"title", "clause", "rows", "expect", "refused"}
SAID = {"verdict", "part", "whole", "short", "noted", "exceeded", "why", "missing", "readings", "says"}


@attrs.frozen(eq=False)
class Case:
    file: str
    title: str
    clause: str
    rows: str
    expect: Mapping[str, Mapping[str, Any]] = {}
    refused: tuple[str, ...] = attrs.field(default=(), converter=tuple)


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            assert set(case) <= KEYS, f"{path.name}: {case['title']}"
            assert ("expect" in case) != ("refused" in case), f"{path.name}: {case['title']}"
            yield Case(file=path.stem, **case)


def lines(rows: str) -> Iterator[str]:
    """The rows of a case, those that stand for a series written out."""
    for line in rows.strip().splitlines():
        cells = ";".join(cell.strip() for cell in line.split(";"))
        series = SERIES.search(cells)
        for number in range(int(series[1]), int(series[2]) + 1) if series else ():
            yield SERIES.sub(str(number), cells)
        if not series:
            yield cells


@cache
def table(case: Case) -> Hierarchy:
    return read_csv("\n".join(lines(case.rows)).encode(), case.title, lam_dong())


def name(case: Case) -> str:
    return f"{case.file}: {case.title}"


CASES = list(cases())
LONG = 1_000


def judged_cases() -> Iterator[Any]:
    for case in CASES:
        if case.expect:
            slow = [pytest.mark.slow] if sum(1 for _ in lines(case.rows)) > LONG else []
            yield pytest.param(case, id=name(case), marks=slow)


@pytest.mark.parametrize("case", list(judged_cases()))
def test_worked_case(case: Case) -> None:
    outcomes = roll_up(lam_dong(), table(case).subjects)
    found = {subject: found_of(outcomes[subject], expected) for subject, expected in case.expect.items()}
    assert found == {subject: written_out(expected) for subject, expected in case.expect.items()}


@pytest.mark.parametrize("case", [case for case in CASES if case.refused], ids=name)
def test_refused_case(case: Case) -> None:
    with pytest.raises(InvalidEvidence) as refused:
        roll_up(lam_dong(), table(case).subjects)
    assert sorted({one.fault.name for one in refused.value.problems}) == sorted(case.refused)


def written_out(expected: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """A verdict alone is the short form of a table."""
    return {key: {"verdict": said} if isinstance(said, str) else said for key, said in expected.items()}


def found_of(outcome: Outcome, expected: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What was found of a subject, as far as something is expected of it."""
    findings: dict[str, Finding | GoalOutcome] = {one.criterion.id: one for one in xeploai.findings(outcome)}
    findings |= {one.goal: one for one in xeploai.goals(outcome)}
    return {
        key: {part: _said(outcome, findings.get(key), part, wanted) for part, wanted in said.items()}
        for key, said in written_out(expected).items()
    }


def _said(outcome: Outcome, found: Finding | GoalOutcome | None, part: str, expected: Any) -> Any:
    assert part in SAID, part
    if found is None:
        return "absent"
    if part == "verdict":
        return str(found.verdict)
    if isinstance(found, GoalOutcome):
        return getattr(found, part)
    match part:
        case "part" | "whole":
            interval = found.part if part == "part" else found.whole
            assert interval is not None
            return interval.low if interval.low == interval.high else [interval.low, interval.high]
        case "missing":
            return [f"{lack.subject}.{lack.fact}" for lack in found.missing]
        case "readings":
            readings = {one.reading: str(one.verdict) for one in found.readings}
            return {reading: readings.get(reading) for reading in expected}
        case "says":
            text = xeploai.explain(outcome)
            return expected if expected in text else text
        case _:
            return getattr(found, part)


def told_verdict(said: Any) -> Any:
    return said if isinstance(said, str) else said.get("verdict")


def test_every_criterion_has_a_case_for_what_can_come_of_it() -> None:
    """Met, not met and unknown for each criterion, at each kind where it is judged."""
    rules, told = lam_dong(), set()
    for case in CASES:
        kinds = {one.id: one.kind for one in table(case).subjects} if case.expect else {}
        for subject, expected in case.expect.items():
            told |= {(key, kinds[subject], told_verdict(said)) for key, said in expected.items()}
    wanted = {
        (criterion.id, kind, verdict)
        for criterion in rules.criteria
        for kind in members(kinds_of(rules), criterion.kinds)
        for verdict in ("met", "not_met", "unknown")
    }
    assert wanted - told == set()


def test_every_clause_with_a_criterion_has_cases() -> None:
    cited = {criterion.cite.clause for criterion in lam_dong().criteria if criterion.cite}
    assert {case.clause for case in CASES} >= cited
