"""Findings: what they cite is enough to come to them again, and what they say agrees with the verdict."""

from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle_draw import draw_rows
from tests.ruled import Row, evidence, judge_one, lam_dong, roll_up
from xeploai.exact import percent
from xeploai.interval import Interval, Region, is_point, minus
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Count, Fact, FactType
from xeploai.model.measure import Earned, Given, Measure, Meets, Ratio, Score, Share, Value
from xeploai.model.outcome import Finding, Measured
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import Scale
from xeploai.model.target import AtLeast, AtMost, Between, Equals, MoreThan, Target
from xeploai.rating.findings import findings
from xeploai.rating.landing import counted
from xeploai.rating.session import rate
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET

RULES = lam_dong()
CRITERIA = {criterion.id: criterion for criterion in RULES.criteria}
TABLES = st.builds(
    lambda seed, hide: draw_rows(Random(seed), hide=hide), st.integers(0, 2**32), st.sampled_from([0.1, 0.4])
)


def cited(criterion: Criterion) -> Iterator[str]:
    """The facts of which a finding speaks: those of its measure, and of the criterion that its share tests."""
    match criterion.measure:
        case Value(fact):
            yield fact
        case Ratio(part, whole):
            yield from (term for term in (*part, *whole, *criterion.measure.pending) if isinstance(term, str))
        case Share(_, test):
            yield from cited(CRITERIA[test.criterion]) if isinstance(test, Meets) else (test.fact,)
        case _:
            # The 2024 targets count, and hold nothing else against anything.
            assert isinstance(criterion.measure, Count)


def behind(criterion: Criterion) -> set[str]:
    """All facts that bear on a criterion: those cited, what the dictionary sets beside them, and stated numbers."""
    found = set(cited(criterion)) | {fact.id for fact in RULES.facts if fact.counts}
    while True:
        more = set(found)
        for fact in RULES.facts:
            linked = {fact.id, *(term for term in fact.at_most if isinstance(term, str)), *fact.sum_of, *fact.includes}
            # A figure that is at most a number of subjects says that there are so many.
            if linked & found or any(isinstance(term, Count) for term in fact.at_most):
                more |= linked
        if more == found:
            return found
        found = more


def all_findings(rows: list[Row]) -> dict[tuple[str, str], Finding]:
    outcomes = roll_up(RULES, [evidence(row) for row in rows])
    return {(f.subject, f.criterion.id): f for outcome in outcomes.values() for f in findings(outcome)}


@settings(max_examples=15)
@given(TABLES)
def test_what_bears_on_a_finding_is_enough_for_it(rows: list[Row]) -> None:
    whole = all_findings(rows)
    for name, criterion in CRITERIA.items():
        kept = {"id", "kind", "parent", *behind(criterion)}
        less = all_findings([{key: value for key, value in row.items() if key in kept} for row in rows])
        for (subject, other), finding in less.items():
            if other == name:
                assert finding.bits == whole[subject, name].bits, (subject, name)


@settings(max_examples=40)
@given(TABLES)
def test_a_finding_says_what_its_verdict_says(rows: list[Row]) -> None:
    for finding in all_findings(rows).values():
        settled = finding.bits in {MET, NOT_MET, NOT_APPLICABLE}
        assert settled or finding.why is not None
        assert not settled or (finding.why is None and not finding.missing and not finding.unlisted)
        if finding.bits == NOT_APPLICABLE:
            assert finding.measured is None
        if finding.part and finding.whole and settled:
            agrees_with_its_numbers(finding)


def agrees_with_its_numbers(finding: Finding) -> None:
    """Where part and whole are known, the verdict is theirs; `short` is the least that would make up for it."""
    part, whole = finding.part, finding.whole
    assert part is not None
    assert whole is not None
    if counted(Region(part, whole, minus(whole, part))) is None:
        assert finding.bits == NOT_APPLICABLE
        return
    if not (is_point(part) and is_point(whole)):
        return
    least = finding.target.low if isinstance(finding.target, Between) else finding.target.limit
    assert isinstance(finding.target, AtLeast | Between)
    assert isinstance(least, Fraction)
    number, total = part.low or 0, whole.low or 0
    assert finding.bits == (MET if Fraction(number, total) >= least else NOT_MET)
    if finding.short is not None:
        assert Fraction(number + finding.short, total) >= least > Fraction(number + finding.short - 1, total)


@settings(max_examples=40)
@given(TABLES)
def test_measured_ends_enclose_the_verdict(rows: list[Row]) -> None:
    """What is measured to lie wholly above the lower end is met, and wholly below it is not."""
    for finding in all_findings(rows).values():
        measured = finding.measured
        if finding.whole is None or measured is None or finding.bits & NOT_APPLICABLE:
            continue
        least = finding.target.low if isinstance(finding.target, Between) else finding.target.limit
        assert isinstance(least, Fraction)
        assert isinstance(measured.low, Fraction)
        assert isinstance(measured.high, Fraction)
        if measured.low >= least:
            assert finding.bits == MET
        if measured.high < least or (measured.high == least and measured.high_open):
            assert finding.bits == NOT_MET


def test_ends_that_are_not_attained_say_so() -> None:
    rows: list[Row] = [
        {"id": "k", "kind": "khoi", "parent": None, "so_chi_bo_co_so": 2, "so_dang_bo_co_so": 0},
        {"id": "a", "kind": "chi-bo-co-so", "parent": "k", "dang_vien": 10, "dang_vien_hoc_tap": 5},
    ]
    finding = all_findings(rows)["k", "hoc-tap-dang-vien"]
    assert finding.bits == NOT_MET
    assert finding.part == Interval(5, None)
    assert finding.measured is not None
    assert (finding.measured.high, finding.measured.high_open) == (1, True)


FACTS = (
    Fact("done", at_most="due"),
    Fact("due"),
    Fact("seen", at_most="done"),
    Fact("free"),
    Fact("rated", FactType.LEVEL),
)
DONE = Ratio("done", "due")


def finding(measure: Measure, target: Target, **known: Answer) -> Finding:
    """The finding of one criterion by itself."""
    rules = Ruleset("t", facts=FACTS, scale=Scale(["A", "B", "C", "D"]), criteria=[Criterion("c", measure, target)])
    return findings(judge_one(rules, known))[0]


@pytest.mark.parametrize(
    ("measure", "target", "known", "short"),
    [
        (DONE, AtLeast(percent(30)), {"done": 1, "due": 7}, 2),
        (DONE, MoreThan(percent(30)), {"done": 3, "due": 10}, 1),
        (DONE, MoreThan(percent(90)), {"done": 0, "due": 0}, None),
        (DONE, AtMost(percent(30)), {"done": 4, "due": 10}, None),
        (DONE, Between(percent(30), percent(35)), {"done": 2, "due": 10}, 1),
        (DONE, Between(percent(30), percent(35)), {"done": 4, "due": 10}, None),
        (DONE, Between(percent(30), percent(35)), {"done": 1, "due": 7}, None),
        (DONE, MoreThan(percent(100)), {"done": 4, "due": 4}, None),
        (Value("free"), AtLeast(3), {"free": 1}, 2),
        (Value("free"), MoreThan(3), {"free": 3}, 1),
        (Value("free"), Equals(3), {"free": 2}, 1),
        (Value("free"), Equals(3), {"free": 4}, None),
        (Value("free"), Between(2, 3), {"free": 1}, 1),
        (Value("free"), Between(2, 3), {"free": 5}, None),
        (Value("due"), Between(2, 3), {"done": 5}, None),
        (Value("free"), Between(Fraction(5, 4), Fraction(3, 2)), {"free": 1}, None),
    ],
)
def test_short_is_the_least_that_would_be_enough(
    measure: Measure, target: Target, known: dict[str, Answer], short: int | None
) -> None:
    """Above a range nothing is short, and where no number fits, none is named."""
    found = finding(measure, target, **known)
    assert found.bits in {NOT_MET, NOT_APPLICABLE}
    assert found.short == short


@pytest.mark.parametrize(("done", "noted"), [(0, False), (1, True)])
def test_none_is_never_above_a_range(done: int, noted: bool) -> None:
    assert finding(DONE, Between(percent(0), percent(5), above="noted"), done=done, due=10).noted is noted


def test_nothing_is_noted_above_what_is_no_range() -> None:
    assert finding(DONE, AtLeast(percent(30)), done=9, due=10).noted is False


def test_a_least_that_is_not_attained_is_exceeded() -> None:
    """1 of ? is more than nothing, however small a share it is. Rules that ask for nothing are refused elsewhere."""
    assert finding(DONE, AtLeast(percent(0)), done=1).exceeded
    assert not finding(DONE, AtLeast(percent(0)), done=0, due=1).exceeded


@pytest.mark.parametrize(
    ("measure", "target", "known", "measured"),
    [
        (Value("done"), AtLeast(3), {"seen": 2, "due": 5}, Measured(Fraction(2), Fraction(5))),
        (Value("done"), AtLeast(3), {"seen": 2}, Measured(Fraction(2), None)),
        (Value("done"), AtLeast(3), {"done": 2}, Measured(Fraction(2), Fraction(2))),
        (DONE, AtLeast(percent(50)), {"seen": 2, "due": 5}, Measured(Fraction(2, 5), Fraction(1))),
        (DONE, AtLeast(percent(50)), {"done": 2, "due": 5}, Measured(Fraction(2, 5), Fraction(2, 5))),
        (Value("rated"), AtLeast("B"), {}, Measured("D", "A")),
        (Value("rated"), AtLeast("B"), {"rated": "C"}, Measured("C", "C")),
    ],
)
def test_what_was_measured_lies_between_its_ends(
    measure: Measure, target: Target, known: dict[str, Answer], measured: Measured
) -> None:
    assert finding(measure, target, **known).measured == measured


def test_points_wait_for_what_their_open_criteria_wait_for() -> None:
    low, high = (Criterion(name, Value(name), AtLeast(2)) for name in ("low", "high"))
    points = Criterion("points", Score((Earned("low", 5), Earned("high", 5))), AtLeast(10))
    rules = Ruleset("t", facts=[Fact("low"), Fact("high")], criteria=[low, high, points])
    *_, found = findings(rate(rules, Evidence("s", "", {"high": 3})))
    assert [lack.fact for lack in found.missing] == ["low"]


def test_points_of_which_there_can_be_none_are_none() -> None:
    few = Criterion("few", Score((Given("points"), Given("more"))), AtMost(5))
    facts = [Fact(name, FactType.NUMBER, maximum=most) for name, most in (("points", 0), ("more", 10))]
    rules = Ruleset("t", facts=facts, criteria=[few])
    (found,) = findings(rate(rules, Evidence("s", "", {"more": 5})))
    assert (found.bits, found.measured) == (MET, Measured(Fraction(5), Fraction(5)))
