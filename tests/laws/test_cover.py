"""What is printed as missing closes the gaps that it claims to close, and passes: pasted, read and run as any case."""

from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.leveled import regulation, resolution
from tests.rule_sets import rule_sets
from xeploai.audit.cases.beside import read_cases
from xeploai.audit.cases.case import Case
from xeploai.audit.cases.run import run_cases
from xeploai.audit.cover.coverage import Coverage, coverage
from xeploai.audit.cover.obligation import Obligation
from xeploai.audit.synthesis.missing import Missing, missing
from xeploai.model.ruleset import Ruleset
from xeploai.report.missing_toml import missing_toml
from xeploai.source import Source
from xeploai.toml.syntax import read_tables
from xeploai.wellformed.check import check

pytestmark = pytest.mark.slow


def cases_in(rules: Ruleset, text: str) -> list[Case]:
    """The cases of a text, as a file of cases is read."""
    source = Source("missing.toml", text)
    return read_cases(read_tables(source), source, rules)


def measured(rules: Ruleset, text: str) -> Coverage:
    """A rule set with the cases of a text, run and measured."""
    return coverage(run_cases(rules, cases_in(rules, text) if text else []))


def closing(rules: Ruleset) -> tuple[Coverage, Missing, Coverage]:
    """A rule set without cases; the cases made for it; and what these leave out."""
    before = measured(rules, "")
    found = missing(before)
    return before, found, measured(rules, missing_toml(found, "vi"))


def holds(before: Coverage, found: Missing, after: Coverage) -> None:
    """The made cases pass, and what is left are exactly the gaps for which none was found."""
    assert not after.suite.failed
    assert set(after.gaps) == set(found.left)
    assert {gap for made in found.made for gap in made.closes} == set(before.gaps) - set(found.left)


@cache
def _of_regulation() -> tuple[Coverage, Missing, Coverage]:
    return closing(regulation())


def test_of_a_regulation() -> None:
    holds(*_of_regulation())


def test_of_a_regulation_nearly_nothing_is_left() -> None:
    """What only a point of law that is open could decide stays, and nothing else."""
    left = _of_regulation()[1].left
    assert {gap.aspect for gap in left} <= {"branch"}, left


def test_of_a_resolution() -> None:
    before, found, after = closing(resolution())
    holds(before, found, after)
    assert found.left == ()


# A rule set that fails is small enough as it is drawn: each is judged a thousand times over.
@settings(max_examples=8, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(rule_sets().filter(lambda rules: not check(rules)))
def test_of_any_rule_set(rules: Ruleset) -> None:
    holds(*closing(rules))


def test_a_gap_is_a_value() -> None:
    assert Obligation("outcome", ("criteria", "a"), "met", "k") == Obligation("outcome", ("criteria", "a"), "met", "k")
