"""Every threshold of the rule files that ship has worked cases below it, at it and above it."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from tests.test_national_rules import NATIONAL, rules_of
from tests.test_worked_cases import cases
from xeploai.diagnostic import InvalidEvidence
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Hierarchy
from xeploai.model.kind import Kinds, PerKind
from xeploai.model.measure import Ratio, Share
from xeploai.model.outcome import Finding, Outcome
from xeploai.model.ruleset import Ruleset, kinds_of
from xeploai.model.target import Limit, limit_for
from xeploai.rating.chain import chained
from xeploai.rating.findings import findings
from xeploai.rating.session import judge_all
from xeploai.wellformed.limits import limits

Side = tuple[str, Fraction, str]
"""A criterion, a threshold of it, and on which side of that something was measured."""


def sides(found: Finding, kinds: Kinds, kind: str) -> Iterator[Side]:
    """Where a known measure lies beside the thresholds that hold for its kind."""
    measured = found.measured
    if measured is None or measured.low is None or measured.low != measured.high:
        return
    for _, limit in limits(found.criterion.target):
        asked = number(limit_for(kinds, limit, kind))
        if asked is not None and isinstance(measured.low, int | Fraction):
            side = "below" if measured.low < asked else "at" if measured.low == asked else "above"
            yield found.criterion.id, asked, side


def number(limit: Limit | None) -> Fraction | None:
    return None if isinstance(limit, bool) or not isinstance(limit, int | Fraction) else Fraction(limit)


def wanted(criterion: Criterion) -> Iterator[Side]:
    """All sides of all thresholds; no share is above all that there is, and no number below none."""
    for _, limit in limits(criterion.target):
        for one in (value for _, value in limit.values) if isinstance(limit, PerKind) else (limit,):
            asked = number(one)
            if asked is None:
                continue
            yield criterion.id, asked, "at"
            if asked > 0:
                yield criterion.id, asked, "below"
            if asked < 1 or not isinstance(criterion.measure, Ratio | Share):
                yield criterion.id, asked, "above"


def judged(name: str, rules: Ruleset) -> Iterator[Outcome]:
    """Of each worked case, the subjects of which it expects something."""
    for case in cases(name):
        if not isinstance(case.evidence, Hierarchy):
            continue
        told = {expected.subject for expected in case.expected}
        try:
            found = judge_all(chained(rules, case.period), case.evidence.subjects)
        except InvalidEvidence:
            assert case.refused
            continue
        yield from (outcome for outcome in found if outcome.evidence.id in told)


@pytest.mark.parametrize("name", [*NATIONAL, "lam-dong-2024"])
def test_every_threshold_has_cases_below_it_at_it_and_above_it(name: str) -> None:
    rules = rules_of(name)
    kinds = kinds_of(rules)
    tried = {
        side
        for one in judged(name, rules)
        for found in findings(one)
        for side in sides(found, kinds, one.evidence.kind)
    }
    assert not {side for criterion in rules.criteria for side in wanted(criterion)} - tried
