"""Findings: what they cite is enough to come to them again, and what they say agrees with the verdict."""

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle_draw import draw_rows
from tests.ruled import Row, evidence, lam_dong, roll_up
from xeploai.interval import Interval, Region, is_point, minus
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count
from xeploai.model.measure import Meets, Ratio, Share, Value
from xeploai.model.outcome import Finding
from xeploai.model.target import AtLeast, Between
from xeploai.rating.findings import findings
from xeploai.rating.landing import counted
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
