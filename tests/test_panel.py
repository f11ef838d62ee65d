"""The small decision on which rules engines fall down when data are missing, and the comparisons that floats get wrong.

`panel_table()` and `exactness_table()` are what the documentation prints.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

import pytest

from xeploai.diagnostic import InvalidEvidence, render
from xeploai.exact import percent, read_share
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Fact
from xeploai.model.measure import Ratio, Value
from xeploai.model.outcome import Rating
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, AtMost, Equals, Target
from xeploai.rating.session import rate
from xeploai.toml.load import parse
from xeploai.truth import Verdict

RULES = """
format = 1

[ruleset]
id        = "panel"
otherwise = "C"

[scale.levels]
A = {}
B = {}
C = {}
D = {}

[facts.veto]
type = "yes_no"

[facts.done]
type    = "count"
at_most = "due"

[facts.due]
type = "count"

[criteria.vetoed]
yes = "veto"

[criteria.above]
ratio     = { part = "done", whole = "due" }
more_than = "35%"

[criteria.enough]
ratio    = { part = "done", whole = "due" }
at_least = "30%"

[[rules]]
level = "A"
when  = "above"

[[rules]]
level = "B"
when  = "enough"

[vetoes.stop]
when = "vetoed"
cap  = "D"
"""


class Case(NamedTuple):
    """A row of the panel. `expected` is the rating, or the code of the fault for which the data are refused."""

    name: str
    facts: Mapping[str, Answer | None]
    expected: Rating | str | None


PANEL = (
    Case("veto missing, 8 of 20", {"done": 8, "due": 20}, Rating("A", "D")),
    Case("veto null, 8 of 20", {"veto": None, "done": 8, "due": 20}, Rating("A", "D")),
    Case("count missing", {"veto": False, "due": 20}, Rating("A", "C")),
    Case("0 of 0", {"veto": False, "done": 0, "due": 0}, None),
    Case("3 of 0", {"veto": False, "done": 3, "due": 0}, "part-larger-than-whole"),
    Case('text "8"', {"veto": False, "done": "8", "due": 20}, "not-a-count"),
    Case("count missing, veto true", {"veto": True, "due": 20}, Rating("D", "D")),
    Case("35 of 100", {"veto": False, "done": 35, "due": 100}, Rating("B", "B")),
    Case("36 of 100", {"veto": False, "done": 36, "due": 100}, Rating("A", "A")),
    Case("29 of 100", {"veto": False, "done": 29, "due": 100}, Rating("C", "C")),
)


def found(case: Case) -> tuple[Rating | str | None, str]:
    """What comes of a row, and in words."""
    try:
        rating = rate(parse(RULES), Evidence("x", facts=case.facts)).rating
    except InvalidEvidence as refusal:
        (problem,) = refusal.problems
        return problem.fault.name, f"refused: {render(problem, 'en').split(': ', 2)[2].splitlines()[0]}"
    if rating is None:
        return None, "nothing to judge"
    return rating, rating.level or f"best {rating.highest}, worst {rating.lowest}"


def panel_table() -> str:
    """The panel as a Markdown table."""
    rows = [f"| {case.name} | {found(case)[1]} |" for case in PANEL]
    return "\n".join(["| case | xeploai |", "|---|---|", *rows])


@pytest.mark.parametrize("case", PANEL, ids=lambda case: case.name)
def test_no_level_is_stated_that_the_data_do_not_determine(case: Case) -> None:
    assert found(case)[0] == case.expected


def test_the_panel_is_printed_whole() -> None:
    lines = panel_table().splitlines()
    assert len(lines) == 2 + len(PANEL)
    assert '| text "8" | refused: `done` must be a whole number from zero up, but it is `8` |' in lines
    assert "| 3 of 0 | refused: `done` (3) is more than `due` (0) |" in lines
    assert "| veto missing, 8 of 20 | best A, worst D |" in lines


class Comparison(NamedTuple):
    """A comparison that rounding gets wrong: a part of a whole against a threshold."""

    name: str
    part: int
    whole: int
    target: Target
    holds: bool


TWO_THIRDS = read_share("66.66666666666666666666666667%")

EXACT = (
    Comparison("29/100*100 >= 29", 29, 100, AtLeast(percent(29)), True),
    Comparison("0.1*3 <= 0.3", 3, 10, AtMost(percent(30)), True),
    Comparison("1/3*3 >= 1", 1, 3, AtLeast(Fraction(1, 3)), True),
    Comparison("2/3 >= 0.6666666666666666666666666667", 2, 3, AtLeast(TWO_THIRDS), False),
    Comparison("1e29/3*3 >= 1e29", 10**29, 3 * 10**29, AtLeast(Fraction(1, 3)), True),
)


def verdict(part: int, whole: int, target: Target) -> Verdict:
    facts = (Fact("part", at_most="whole"), Fact("whole"))
    rules = Ruleset("exact", facts=facts, criteria=[Criterion("c", Ratio("part", "whole"), target)])
    return rate(rules, Evidence("x", facts={"part": part, "whole": whole})).verdicts["c"]


def exactness_table() -> str:
    """The comparisons as a Markdown table."""
    rows = [
        f"| `{one.name}` | {str(one.holds).lower()} | {verdict(one.part, one.whole, one.target)} |" for one in EXACT
    ]
    return "\n".join(["| expression | exact | xeploai |", "|---|---|---|", *rows])


@pytest.mark.parametrize("one", EXACT, ids=lambda one: one.name)
def test_comparisons_are_exact(one: Comparison) -> None:
    assert verdict(one.part, one.whole, one.target) == (Verdict.MET if one.holds else Verdict.NOT_MET)


def test_the_threshold_of_the_table_is_read_to_its_last_digit() -> None:
    exact = Fraction(6666666666666666666666666667, 10**28)
    assert exact == TWO_THIRDS


def test_exactness_is_printed_whole() -> None:
    assert exactness_table().count("\n") == 1 + len(EXACT)


@pytest.mark.parametrize("count", [16_777_217, 2**53 + 1, 10**40 + 1])
def test_no_count_is_rounded(count: int) -> None:
    rules = Ruleset("t", facts=[Fact("n")], criteria=[Criterion("c", Value("n"), Equals(count))])
    assert rate(rules, Evidence("x", facts={"n": count})).verdicts["c"] is Verdict.MET
    assert rate(rules, Evidence("x", facts={"n": count - 1})).verdicts["c"] is Verdict.NOT_MET


@pytest.mark.parametrize(
    "target", [AtLeast(percent(30)), AtMost(percent(30)), AtLeast(percent(100)), Equals(percent(50))]
)
def test_a_whole_of_zero_is_guarded(target: Target) -> None:
    """`c*100 >= 30*t` holds for 0 of 0; here there is nothing to judge."""
    assert verdict(0, 0, target) is Verdict.NOT_APPLICABLE
