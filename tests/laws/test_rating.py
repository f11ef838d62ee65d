"""Ratings against the levels of all completions: sound always, and tight where facts are independent."""

from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.meaning import level_of
from tests.ruled import judge_one, roll_up
from tests.strategies import (
    ANSWERS,
    CRITERIA,
    FACTS,
    LEVELS,
    SCALE,
    answers,
    conditions,
    near,
    rating_rules,
    worlds_of,
)
from xeploai.diagnostic import InvalidRules
from xeploai.model.condition import AllOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Answers, Ratio, Share, Value
from xeploai.model.outcome import Rating
from xeploai.model.ruleset import Rule, Ruleset, Veto
from xeploai.model.scale import Scale, rank
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan
from xeploai.rating.session import prepare
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits, Verdict

Known = dict[str, Answer]


def held(world: Known, criterion: Criterion) -> Bits:
    """The outcome of a criterion in a world where everything is answered."""
    assert isinstance(criterion.measure, Value)
    answer, target = world[criterion.measure.fact], criterion.target
    if answer == "none":
        return NOT_APPLICABLE
    if isinstance(target, Equals):
        return MET if answer == target.limit else NOT_MET
    assert isinstance(target, AtLeast)
    if isinstance(answer, str):
        return MET if rank(SCALE, answer) >= rank(SCALE, str(target.limit)) else NOT_MET
    assert isinstance(target.limit, int)
    assert isinstance(answer, int)
    return MET if answer >= target.limit else NOT_MET


def levels(rules: Ruleset, known: Known) -> set[str | None]:
    """The levels of all completions."""
    return {level_of(rules, lambda criterion, world=world: held(world, criterion)) for world in worlds_of(known)}  # type: ignore[misc]


def bounds(found: set[str | None]) -> Rating | None:
    ranked = sorted((level for level in found if level is not None), key=lambda level: rank(SCALE, level))
    return Rating(ranked[-1], ranked[0], may_be_unrated=None in found) if ranked else None


def ends(rating: Rating) -> tuple[int, int]:
    """The ranks of the worst and the best level that a rating leaves open; it leaves one."""
    assert rating.lowest is not None
    assert rating.highest is not None
    return rank(SCALE, rating.lowest), rank(SCALE, rating.highest)


def span(rating: Rating | None) -> set[str | None]:
    """All levels that a rating leaves open."""
    if rating is None:
        return {None}
    low, high = ends(rating)
    within: set[str | None] = {level for level in LEVELS if low <= rank(SCALE, level) <= high}
    return within | ({None} if rating.may_be_unrated else set())


@given(rating_rules(), answers())
def test_a_rating_ends_at_the_best_and_the_worst_completion(rules: Ruleset, known: Known) -> None:
    assert judge_one(rules, known).rating == bounds(levels(rules, known))


@given(rating_rules(), answers())
def test_a_criterion_comes_to_what_its_completions_come_to(rules: Ruleset, known: Known) -> None:
    outcome = judge_one(rules, known)
    for criterion, bits in zip(CRITERIA, outcome.bits, strict=True):
        expected = 0
        for world in worlds_of(known):
            expected |= held(world, criterion)
        assert bits == expected


@given(rating_rules(), answers(), st.data())
def test_knowing_more_only_narrows(rules: Ruleset, known: Known, data: st.DataObject) -> None:
    blank = [name for name in ANSWERS if name not in known]
    assume(blank)
    name = data.draw(st.sampled_from(blank))
    before = judge_one(rules, known)
    after = judge_one(rules, known | {name: data.draw(st.sampled_from(ANSWERS[name]))})
    assert all(less & ~more == 0 for less, more in zip(after.bits, before.bits, strict=True))
    assert span(after.rating) <= span(before.rating)


@given(rating_rules(), answers(), conditions(), st.sampled_from(LEVELS))
def test_a_veto_only_lowers_and_caps_where_it_is_met(rules: Ruleset, known: Known, when: Condition, cap: str) -> None:
    stricter = attrs.evolve(rules, vetoes=[*rules.vetoes, Veto("stop", when, cap)])
    before, after = judge_one(rules, known).rating, judge_one(stricter, known).rating
    if before is not None and not before.may_be_unrated:
        assert after is not None
        assert all(lower <= higher for lower, higher in zip(ends(after), ends(before), strict=True))
    certain = attrs.evolve(rules, rules=[Rule("A", when)], otherwise="D", vetoes=())
    if judge_one(certain, known).rating == Rating("A", "A") and after is not None:
        assert ends(after)[1] <= rank(SCALE, cap)


def test_a_veto_states_no_level_where_there_is_nothing_to_judge() -> None:
    """A cap says what is not reached; only one at the lowest level says what is."""
    rules = Ruleset(
        "t",
        facts=FACTS,
        scale=SCALE,
        rules=[Rule("A", Criterion("r", Value("rated"), AtLeast("B")))],
        otherwise="D",
        vetoes=[Veto("v", Criterion("q", Value("q"), Equals(True)), "A")],
    )
    assert judge_one(rules, {"rated": "none", "q": True}).rating is None


@given(rating_rules(), answers(), st.data())
def test_order_changes_nothing(rules: Ruleset, known: Known, data: st.DataObject) -> None:
    shuffled = attrs.evolve(
        rules,
        facts=data.draw(st.permutations(rules.facts)),
        criteria=data.draw(st.permutations(rules.criteria)),
        vetoes=data.draw(st.permutations(rules.vetoes)),
    )
    answers_shuffled = dict(data.draw(st.permutations(list(known.items()))))
    one, other = judge_one(rules, known), judge_one(shuffled, answers_shuffled)
    assert one.verdicts == other.verdicts
    assert one.rating == other.rating


SILENT = [Undetermined("the law is silent"), Undetermined("the text was not seen")]
FREE = [Criterion(f"free{n}", Value(f"free{n}"), Equals(True)) for n in range(2)]


@given(rating_rules(conditions(st.sampled_from([*CRITERIA, *SILENT]))), answers())
def test_an_undetermined_point_is_a_question_that_nobody_answers(rules: Ruleset, known: Known) -> None:
    def free(condition: Condition) -> Condition:
        if isinstance(condition, Undetermined):
            return FREE[SILENT.index(condition)]
        if isinstance(condition, Criterion):
            return condition
        if isinstance(condition, Not):
            return Not(free(condition.part))
        return attrs.evolve(condition, parts=tuple(map(free, condition.parts)))

    answered = attrs.evolve(
        rules,
        facts=[*FACTS, *(Fact(one.id, FactType.YES_NO) for one in FREE)],
        criteria=[*CRITERIA, *FREE],
        rules=[attrs.evolve(rule, when=free(rule.when)) for rule in rules.rules],
        vetoes=[attrs.evolve(veto, when=free(veto.when)) for veto in rules.vetoes],
    )
    assert judge_one(rules, known).rating == judge_one(answered, known).rating


def test_a_cap_at_the_lowest_level_leaves_the_lowest_where_it_is() -> None:
    said = Criterion("q", Value("q"), Equals(True))
    rules = Ruleset(
        "t", facts=FACTS, scale=SCALE, rules=[Rule("A", Not(said))], otherwise="D", vetoes=[Veto("v", said, "D")]
    )
    assert judge_one(rules, {"q": True}).rating == Rating("D", "D")


def test_criteria_of_one_answer_are_decided_together() -> None:
    """Who is not at least B is not at least A, and who does not say yes says no."""
    best, good = (Criterion(level, Value("rated"), AtLeast(level)) for level in "AB")
    yes, no = (Criterion(f"is-{said}", Value("p"), Equals(said)) for said in (True, False))
    levels = Ruleset("t", facts=FACTS, scale=SCALE, rules=[Rule("A", good), Rule("B", Not(best))], otherwise="D")
    answers = attrs.evolve(levels, rules=[Rule("A", yes), Rule("B", no)])
    assert judge_one(levels, {}).rating == Rating("A", "B", may_be_unrated=True)
    assert judge_one(answers, {}).rating == Rating("A", "B")


def test_where_more_is_open_than_can_be_tried_each_rule_speaks_for_itself() -> None:
    names = [f"q{n}" for n in range(13)]
    rules = Ruleset(
        "t",
        facts=[Fact(name, FactType.YES_NO) for name in names],
        scale=Scale(["A", "B", "C"]),
        rules=[Rule("A", AllOf([Criterion(name, Value(name), Equals(True)) for name in names]))],
        otherwise="B",
    )
    assert judge_one(rules, {}).rating == Rating("A", "B")


def test_what_no_level_meets_is_not_met_where_none_is_known() -> None:
    rules = Ruleset("t", facts=FACTS, scale=SCALE, criteria=[Criterion("r", Value("rated"), MoreThan("A"))])
    assert judge_one(rules, {}).bits == (NOT_MET | NOT_APPLICABLE,)


# Bands of one measure.

POINTS = Ruleset(
    "points",
    facts=[Fact("points", maximum=100), Fact("so_far", at_most="points")],
    scale=Scale(("excellent", "good", "fair", "poor")),
    rules=[
        Rule("excellent", Criterion("from-90", Value("points"), AtLeast(90))),
        Rule("good", Criterion("from-70", Value("points"), Between(70, 89, above="not_met"))),
        Rule("fair", Criterion("from-50", Value("points"), Between(50, 69, above="not_met"))),
    ],
    otherwise="poor",
)


def band(points: int) -> str:
    return "excellent" if points >= 90 else "good" if points >= 70 else "fair" if points >= 50 else "poor"


@given(st.one_of(st.integers(0, 100), near(50, 70, 90)))
@example(50)
@example(70)
@example(90)
def test_bands_of_one_measure_are_decided_together(so_far: int) -> None:
    rating = judge_one(POINTS, {"so_far": so_far}).rating
    assert rating == Rating("excellent", band(so_far))


def test_85_to_100_points_are_never_the_floor() -> None:
    assert judge_one(POINTS, {"so_far": 85}).rating == Rating("excellent", "good")


def test_what_is_settled_beside_them_leaves_bands_together() -> None:
    settled = Criterion("so-far", Value("so_far"), AtLeast(10))
    excellent, *others = POINTS.rules
    rules = attrs.evolve(POINTS, rules=[attrs.evolve(excellent, when=AllOf([settled, excellent.when])), *others])
    assert judge_one(rules, {"so_far": 85}).rating == Rating("excellent", "good")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"low": 30}, Rating("A", "B")),
        ({"low": 29}, Rating("A", "C")),
        ({"high": 30}, Rating("B", "C")),
        ({"high": 29}, Rating("C", "C")),
    ],
)
def test_a_threshold_itself_stands_between_two_bands(known: dict[str, Answer], expected: Rating) -> None:
    """From 30 on, more than 30 and exactly 30 are all there is; and the same seen from above."""
    facts = [Fact("low", at_most="n"), Fact("n", at_most="high"), Fact("high")]
    more, least = Criterion("more", Value("n"), MoreThan(30)), Criterion("least", Value("n"), AtLeast(30))
    less, most = Criterion("less", Value("n"), LessThan(30)), Criterion("most", Value("n"), AtMost(30))
    from_below = Ruleset(
        "t",
        facts=facts,
        scale=Scale(["A", "B", "C"]),
        rules=[Rule("A", more), Rule("B", AllOf([least, Not(more)]))],
        otherwise="C",
    )
    from_above = attrs.evolve(from_below, rules=[Rule("A", Not(most)), Rule("B", AllOf([most, Not(less)]))])
    assert judge_one(from_below, known).rating == expected
    assert judge_one(from_above, known).rating == expected


BANDS_OF_A_RATIO = Ruleset(
    "shares",
    facts=[Fact("done", at_most="due"), Fact("due"), Fact("seen", at_most="done")],
    scale=Scale(("A", "B", "C")),
    rules=[
        Rule("A", Criterion("over", Ratio("done", "due"), AtLeast(Fraction(7, 20)))),
        Rule("B", Criterion("in", Ratio("done", "due"), Between(Fraction(3, 10), Fraction(7, 20), above="not_met"))),
    ],
    otherwise="C",
)


def test_bands_of_a_ratio_of_which_nothing_is_known_may_leave_nothing_to_judge() -> None:
    assert judge_one(BANDS_OF_A_RATIO, {}).rating == Rating("A", "C", may_be_unrated=True)
    assert judge_one(BANDS_OF_A_RATIO, {"due": 0}).rating is None


@pytest.mark.parametrize(("yes", "no", "expected"), [(7, 0, Rating("A", "B")), (6, 2, Rating("B", "C"))])
def test_bands_of_one_share_are_decided_together(yes: int, no: int, expected: Rating) -> None:
    share = Share("unit", Answers("kept"))
    rules = Ruleset(
        "units",
        kinds=[Kind("top"), Kind("unit", parents="top")],
        facts=[Fact("kept", FactType.YES_NO, of="unit")],
        scale=Scale(["A", "B", "C"]),
        rated="top",
        rules=[
            Rule("A", Criterion("most", share, AtLeast(Fraction(9, 10)), kinds="top")),
            Rule("B", Criterion("many", share, AtLeast(Fraction(7, 10)), kinds="top")),
        ],
        otherwise="C",
    )
    answers = [True] * yes + [False] * no + [None] * (10 - yes - no)
    rows = [Evidence(f"u{n}", "unit", {"kept": answer}, parent="top") for n, answer in enumerate(answers)]
    assert roll_up(rules, [Evidence("top", "top"), *rows])["top"].rating == expected


@given(st.integers(1, 30), st.data())
def test_bands_of_one_ratio_are_decided_together(whole: int, data: st.DataObject) -> None:
    least = data.draw(st.integers(0, whole))

    def level(part: int) -> str:
        return "A" if 20 * part >= 7 * whole else "B" if 10 * part >= 3 * whole else "C"

    found = {level(part) for part in range(least, whole + 1)}
    rating = judge_one(BANDS_OF_A_RATIO, {"seen": least, "due": whole}).rating
    assert rating == Rating(min(found), max(found))


def test_a_gate_that_asks_more_than_it_has_is_refused() -> None:
    with pytest.raises(InvalidRules):
        prepare(attrs.evolve(POINTS, rules=[Rule("good", KOf(2, [CRITERIA[0]]))], facts=FACTS))


def test_what_is_not_assessed_leaves_the_rules_nothing_to_judge() -> None:
    rules = Ruleset(
        "t", facts=FACTS, scale=SCALE, rules=[Rule("A", Criterion("r", Value("rated"), AtLeast("B")))], otherwise="D"
    )
    assert judge_one(rules, {"rated": "none"}).rating is None
    assert judge_one(rules, {"rated": "none"}).verdicts == {"r": Verdict.NOT_APPLICABLE}
    assert judge_one(rules, {}).rating == Rating("A", "D", may_be_unrated=True)
