"""Where the checks of logic find something and, as important, where they do not: one small rule set for each turn."""

from fractions import Fraction

import attrs
import pytest

from xeploai.audit.audited import Audited
from xeploai.audit.outcomes.bands import banded
from xeploai.audit.outcomes.idle import never_matters
from xeploai.audit.outcomes.worlds import Work, never
from xeploai.audit.registry import every_check
from xeploai.located import Path
from xeploai.model.citation import Citation
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Earned, Given, Highest, Lowest, Measure, Ratio, Score, Value
from xeploai.model.quota import Base, Quota, Raised
from xeploai.model.ruleset import Goal, Rule, Ruleset, Veto
from xeploai.model.scale import Level, Scale
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.truth import MET, NOT_APPLICABLE
from xeploai.wellformed.problem import Problem

LAW = Citation("law", "1")
FACTS = (
    Fact("n"),
    Fact("part", at_most="whole"),
    Fact("whole", minimum=1),
    Fact("open"),
    Fact("points", FactType.NUMBER, maximum=100),
    Fact("grade", FactType.GRADE),
    Fact("yes", FactType.YES_NO),
    Fact("other", FactType.YES_NO),
)
GRADES = Scale([Level("a"), Level("b"), Level("c"), Level("d")], Level("none"))
RATIO = Ratio("part", "whole")
HALF = Fraction(1, 2)


def criterion(name: str, measure: Measure, target: Target, **more: object) -> Criterion:
    return Criterion(name, measure, target, role="part", cite=LAW, **more)  # type: ignore[arg-type]


YES = criterion("yes", Value("yes"), Equals(True))
OTHER = criterion("other", Value("other"), Equals(True))


def ruled(*rules: Rule, vetoes: tuple[Veto, ...] = (), **more: object) -> Ruleset:
    return Ruleset(
        "t",
        facts=FACTS,
        scale=Scale([Level("good"), Level("fair"), Level("poor")]),
        grades=GRADES,
        otherwise="poor",
        rules=rules,
        vetoes=vetoes,
        **more,  # type: ignore[arg-type]
    )


def found(rules: Ruleset, *codes: str) -> dict[str, list[Path]]:
    """What the checks of logic find, by code; of these codes only, where some are named."""
    told: dict[str, list[Path]] = {}
    for one in every_check():
        if one.fault.code.startswith("XL2") and (not codes or one.fault.code in codes):
            for problem in one.find(Audited(rules)):
                assert isinstance(problem, Problem)
                told.setdefault(one.fault.code, []).append(problem.path)
    return told


def good_and_fair(good: Condition, fair: Condition) -> Ruleset:
    return ruled(Rule("good", good), Rule("fair", fair))


# Rules and vetoes


def test_a_rule_that_decides_at_one_kind_only_is_told_of_with_the_others() -> None:
    limit = AtLeast({"xa": Fraction(9, 10), "chi-bo": Fraction(1, 2)})
    best, next_best = criterion("best", RATIO, limit), criterion("next", RATIO, AtLeast(Fraction(7, 10)))
    rules = attrs.evolve(good_and_fair(best, next_best), kinds=[Kind("xa"), Kind("chi-bo", parents="xa")])
    (check,) = [one for one in every_check() if one.fault.code == "XL201"]
    (problem,) = check.find(Audited(rules))
    assert isinstance(problem, Problem)
    assert problem.values == {"level": "fair", "kinds": "`chi-bo`"}


def test_a_point_of_law_may_come_out_either_way() -> None:
    silent = Undetermined("chưa thấy")
    few, some = (criterion(f"n-{n}", Value("n"), AtMost(n)) for n in (3, 5))
    assert found(good_and_fair(AllOf((some, silent)), few), "XL201") == {}
    assert "XL201" in found(good_and_fair(AnyOf((some, silent)), few))


def test_a_figure_that_the_source_states_is_not_taken_for_certain() -> None:
    two = criterion("two", Value("n"), AtLeast(3))
    rules = ruled(Rule("good", two), vetoes=(Veto("v", Not(YES), "poor"),))
    stated = [attrs.evolve(fact, given=2) if fact.id == "n" else fact for fact in FACTS]
    assert found(attrs.evolve(rules, facts=stated), "XL201", "XL202", "XL203", "XL204", "XL206") == {}


def test_of_two_vetoes_that_say_the_same_one_is_idle_and_the_wider_stays() -> None:
    narrow, wide = Veto("narrow", AllOf((YES, OTHER)), "poor"), Veto("wide", OTHER, "poor")
    n = criterion("n", Value("n"), AtLeast(1))
    assert found(ruled(Rule("good", n), vetoes=(narrow, wide)), "XL203") == {"XL203": [("vetoes", "narrow")]}
    assert found(ruled(Rule("good", n), vetoes=(wide, narrow)), "XL203") == {"XL203": [("vetoes", "narrow")]}
    twin = attrs.evolve(wide, id="twin")
    assert found(ruled(Rule("good", n), vetoes=(wide, twin)), "XL203") == {"XL203": [("vetoes", "wide")]}
    higher = attrs.evolve(wide, id="higher", cap="fair")
    assert found(ruled(Rule("good", n), vetoes=(wide, higher)), "XL203") == {"XL203": [("vetoes", "higher")]}


def test_a_veto_matters_where_there_is_nothing_to_judge() -> None:
    ratio = criterion("ratio", Ratio("open", "n"), AtLeast(Fraction(1, 2)))
    fails = Veto("v", AllOf((YES, Not(ratio))), "poor")
    assert found(ruled(Rule("good", ratio), vetoes=(fails,)), "XL203") == {}, "without a whole only the veto is left"
    never_empty = criterion("ratio", RATIO, AtLeast(Fraction(1, 2)))
    fails = Veto("v", AllOf((YES, Not(never_empty))), "poor")
    assert found(ruled(Rule("good", never_empty), vetoes=(fails,)), "XL203") == {"XL203": [("vetoes", "v")]}


# Conditions


def test_gates_of_several_of_their_parts() -> None:
    low, high = criterion("low", Value("n"), AtMost(3)), criterion("high", Value("n"), AtLeast(4))
    middle = criterion("middle", Value("n"), AtLeast(2))
    both = KOf(2, (low, high))
    assert found(good_and_fair(YES, both), "XL204") == {"XL204": [("rules", 1, "when")]}
    some = KOf(1, (low, middle))
    assert found(good_and_fair(YES, some), "XL205") == {"XL205": [("rules", 1, "when")]}
    assert found(good_and_fair(YES, KOf(2, (low, middle, OTHER))), "XL204", "XL205", "XL207") == {}


def test_what_is_not_applicable_is_neither_met_nor_failed() -> None:
    low, high = (criterion(f"r-{n}", Ratio("open", "n"), AtLeast(Fraction(n, 10))) for n in (3, 6))
    # The same measure: where it is not applicable, all of it is.
    assert found(good_and_fair(AllOf((low, high)), YES), "XL207") == {"XL207": [("rules", 0, "when", "all", 0)]}
    # Absorbed only where it applies: without a whole, the gate is what is left of it.
    assert found(good_and_fair(AllOf((low, AnyOf((low, YES)))), OTHER), "XL207") == {}
    sure = criterion("sure", RATIO, AtLeast(Fraction(3, 10)))
    absorbed = AllOf((sure, AnyOf((sure, YES))))
    assert found(good_and_fair(absorbed, OTHER), "XL207") == {"XL207": [("rules", 0, "when", "all", 1)]}


def test_a_criterion_that_its_whole_excludes_for_everybody() -> None:
    never = criterion("never", Ratio("part", "few"), AtMost(Fraction(1, 10)))
    facts = (*FACTS[1:], Fact("n"), Fact("few", minimum=1, maximum=5))
    part = attrs.evolve(FACTS[1], minimum=1)
    rules = attrs.evolve(good_and_fair(YES, OTHER), facts=(part, *facts[1:]), criteria=(never,))
    assert found(rules, "XL204") == {"XL204": [("criteria", "never")]}


# Bands


@pytest.mark.parametrize(
    ("good", "fair", "codes"),
    [
        ((Value("n"), AtMost(3)), (Value("n"), Between(4, 9)), {}),
        ((Value("n"), AtMost(3)), (Value("n"), Between(5, 9)), {"XL209": "= 4"}),
        ((Value("points"), AtLeast(80)), (Value("points"), Between(50, 79)), {"XL209": "> 79, < 80"}),
        ((RATIO, MoreThan(Fraction(4, 5))), (RATIO, LessThan(Fraction(4, 5))), {"XL209": "= 80%"}),
        ((RATIO, AtLeast(Fraction(4, 5))), (RATIO, AtLeast(Fraction(1, 2))), {}),
        (
            (RATIO, AtLeast(Fraction(4, 5))),
            (RATIO, Between(Fraction(1, 2), Fraction(9, 10))),
            {"XL210": "≥ 80%, ≤ 90%"},
        ),
        ((Value("n"), AtMost(3)), (Value("n"), Between(3, 9)), {"XL210": "= 3"}),
        ((Value("grade"), Equals("a")), (Value("grade"), Equals("c")), {"XL209": "b"}),
        ((Value("grade"), Equals("a")), (Value("grade"), Equals("d")), {"XL209": "c – b"}),
        ((RATIO, Between(Fraction(1, 2), Fraction(3, 4))), (RATIO, AtMost(Fraction(3, 5))), {"XL210": "≥ 50%, ≤ 60%"}),
        ((RATIO, MoreThan(Fraction(1, 2))), (RATIO, MoreThan(Fraction(3, 5))), {"XL211": "> 50%, ≤ 60%"}),
        ((Lowest(["grade"]), AtLeast("b")), (Lowest(["grade"]), AtLeast("c")), {}),
        ((Highest(["grade"]), AtLeast("c")), (Highest(["grade"]), AtLeast("b")), {"XL211": "c"}),
        ((Value("n"), AtMost(5)), (Value("n"), AtMost(3)), {"XL211": "≥ 4, ≤ 5"}),
    ],
)
def test_bands_of_one_measure(
    good: tuple[Measure, Target], fair: tuple[Measure, Target], codes: dict[str, str]
) -> None:
    first, second = criterion("good", *good), criterion("fair", *fair)
    # Something beside it, so that the lower rule decides somewhere.
    rules = good_and_fair(AllOf((first, YES)), second)
    said = {}
    for one in every_check():
        if one.fault.code in ("XL209", "XL210", "XL211"):
            for problem in one.find(Audited(rules)):
                assert isinstance(problem, Problem)
                named = [problem.values[key] for key in ("gap", "both", "only") if key in problem.values]
                said[one.fault.code] = named[0]
    assert said == codes


def test_an_answer_has_no_bands_and_what_one_rule_asks_has_none_either() -> None:
    n = criterion("n", Value("n"), AtLeast(3))
    assert not list(banded(Audited(good_and_fair(AllOf((YES, n)), YES)).prepared))


# Style


def test_two_ends_are_a_range_only_in_one_clause() -> None:
    low, high = criterion("low", Value("n"), AtLeast(1)), criterion("high", Value("n"), AtMost(3))
    gate = AllOf((low, high, YES))
    assert found(good_and_fair(gate, OTHER), "XL212") == {"XL212": [("rules", 0, "when", "all", 1)]}
    elsewhere = attrs.evolve(high, cite=Citation("law", "2"))
    assert found(good_and_fair(AllOf((low, elsewhere)), OTHER), "XL212") == {}
    assert found(good_and_fair(AnyOf((low, high)), OTHER), "XL212") == {}
    strict = attrs.evolve(high, target=LessThan(3))
    assert found(good_and_fair(AllOf((low, strict)), OTHER), "XL212") == {}


def test_negations_of_negations() -> None:
    no = criterion("no", Value("other"), Equals(False))
    assert found(good_and_fair(Not(no), YES), "XL213") == {"XL213": [("rules", 0, "when", "not")]}
    assert found(good_and_fair(Not(Not(YES)), OTHER), "XL213") == {"XL213": [("rules", 0, "when", "not")]}
    assert found(good_and_fair(Not(YES), no), "XL213") == {}


def test_rules_that_say_the_same_of_other_kinds() -> None:
    rules = [Rule("good", YES, kinds="xa", cite=LAW), Rule("good", YES, kinds="chi-bo", cite=LAW)]
    kinds = [Kind("xa"), Kind("chi-bo", parents="xa")]
    assert found(attrs.evolve(ruled(*rules), kinds=kinds), "XL208") == {"XL208": [("rules", 1)]}
    other = attrs.evolve(rules[1], cite=Citation("law", "2"))
    assert found(attrs.evolve(ruled(rules[0], other), kinds=kinds), "XL208") == {}


# Quotas, sums, uses


@pytest.mark.parametrize(
    ("rate", "base", "raised", "where"),
    [
        (Fraction(1, 5), "good", None, []),
        (Fraction(0), "good", None, ["rate"]),
        (Fraction(1), "good", None, []),
        (Fraction(1), "good_or_better", None, ["rate"]),
        (Fraction(1), "assessed", None, ["rate"]),
        (Fraction(1, 5), "good", Fraction(1, 4), []),
        (Fraction(1, 5), "good", Fraction(1, 5), ["raised"]),
        (Fraction(1, 5), "assessed", Fraction(1), ["raised"]),
        (RATIO, "good", Fraction(1, 100), []),
    ],
)
def test_quotas_that_cap_nobody_or_everybody(
    rate: Fraction | Ratio, base: Base, raised: Fraction | None, where: list[str]
) -> None:
    quota = Quota("q", "good", rate, base=base, raised=Raised(raised, "yes") if raised else None)
    told = found(ruled(Rule("good", YES), quotas=[quota]), "XL214")
    assert [path[2] for path in told.get("XL214", [])] == where


@pytest.mark.parametrize(
    ("parts", "odd"),
    [
        ((Given("points"),), False),
        ((Given("points", Fraction(3, 10)), Given("more", Fraction(7, 10))), False),
        ((Given("points", Fraction(3, 10)), Given("more", Fraction(6, 10))), True),
        ((Given("points"), Earned("yes", Fraction(5, 2))), True),
        ((Given("points"), Earned("yes", Fraction(-5))), False),
        ((Given("points"), Given("endless")), False),
    ],
)
def test_sums_of_points(parts: tuple[Given | Earned, ...], odd: bool) -> None:
    facts = (*FACTS, Fact("more", FactType.NUMBER, maximum=100), Fact("endless", FactType.NUMBER))
    points = criterion("points", Score(parts), AtLeast(50))
    rules = attrs.evolve(good_and_fair(points, YES), facts=facts, criteria=[points, YES])
    assert bool(found(rules, "XL215")) == odd


def test_facts_and_criteria_that_nothing_reads() -> None:
    n = criterion("n", Value("n"), AtLeast(1))
    rules = attrs.evolve(good_and_fair(YES, OTHER), criteria=[n], facts=[*FACTS[:3], *FACTS[6:]])
    assert found(rules, "XL216", "XL217") == {"XL217": [("criteria", "n")]}
    assert found(attrs.evolve(rules, criteria=[]), "XL216") == {"XL216": [("facts", "n")]}
    assert found(attrs.evolve(rules, goals=[Goal("g", "n")]), "XL217") == {}
    for role in ("duty", "monitor"):
        assert found(attrs.evolve(rules, criteria=[attrs.evolve(n, role=role)]), "XL217") == {}
    assert found(Ruleset("t", facts=FACTS), "XL216") == {}, "a dictionary for others"
    assert found(Ruleset("t", facts=FACTS[:1], criteria=[n]), "XL217") == {}, "criteria that stand for themselves"


# Small units


@pytest.mark.parametrize(
    ("target", "minimum", "hit"),
    [
        (Between(Fraction(3, 10), Fraction(7, 20)), 1, True),
        (Between(Fraction(3, 10), Fraction(7, 20), above="noted"), 1, False),
        (Between(Fraction(3, 10), Fraction(7, 20)), 17, True),
        (Between(Fraction(3, 10), Fraction(7, 20)), 18, False),
        (Equals(Fraction(1, 3)), 1000, True),
        (AtMost(Fraction(1, 100)), 1, False),
        (MoreThan(Fraction(99, 100)), 1, False),
    ],
)
def test_sizes_within_the_bounds_of_the_whole(target: Target, minimum: int, hit: bool) -> None:
    facts = [Fact("part", at_most="whole"), Fact("whole", minimum=minimum)]
    rules = Ruleset("t", facts=facts, criteria=[criterion("c", RATIO, target)])
    assert bool(found(rules, "XL230")) == hit


# What takes too long


def test_what_is_not_decided_is_no_finding() -> None:
    low, high = criterion("low", Value("n"), AtMost(3)), criterion("high", Value("n"), AtLeast(4))
    (ladder,) = Audited(good_and_fair(AllOf((low, high)), YES)).ladders
    impossible = {ladder.of_rules[0]: MET}
    assert never(ladder.space, impossible)
    assert not never(ladder.space, impossible, Work(0))
    assert never(ladder.space, {ladder.of_rules[1]: NOT_APPLICABLE}, Work(0)), "seen at once"
    (hidden,) = Audited(good_and_fair(YES, AllOf((YES, OTHER)))).ladders
    other = hidden.levels.points.index(OTHER)
    assert never_matters(hidden, other, Work())
    assert not any(never_matters(hidden, other, Work(work)) for work in (-1, 0))


def test_a_rule_that_cannot_be_met_is_told_of_once() -> None:
    low, high = criterion("low", Value("n"), AtMost(3)), criterion("high", Value("n"), AtLeast(4))
    rules = good_and_fair(YES, AllOf((low, high)))
    assert found(rules, "XL201", "XL204", "XL206", "XL207") == {"XL204": [("rules", 1, "when")]}
    certain = criterion("certain", RATIO, AtLeast(0))
    (ladder,) = Audited(good_and_fair(AllOf((YES, certain)), OTHER)).ladders
    assert not never_matters(ladder, ladder.levels.points.index(certain), Work()), "a constant is told of by itself"
