"""Levels with their why, against all completions: exemptions, kinds, grades, points, months, and levels from below."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import inf

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.laws.test_rating import held, span
from tests.meaning import level_of
from tests.ruled import judge_one
from tests.strategies import ANSWERS, FACTS, LEVELS, SCALE, answers, conditions, rating_rules, worlds_of
from xeploai.model.condition import AllOf, Condition, Criterion, Not, Undetermined
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Earned, Given, Highest, Lowest, Months, Ratio, Score, Value
from xeploai.model.outcome import Rating
from xeploai.model.period import full_months, read_period
from xeploai.model.ruleset import Assumption, Exemption, OtherCondition, Rule, Ruleset, Veto
from xeploai.model.scale import Level, Scale, rank
from xeploai.model.target import AtLeast, AtMost, Equals, LessThan, MoreThan
from xeploai.rating.session import rate
from xeploai.rating.standing import standing
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, OPEN
from xeploai.wellformed import faults
from xeploai.wellformed.check import check

Known = dict[str, Answer]


def level(rules: Ruleset, world: Known) -> str | None:
    """The level where everything is answered, exemptions before all else."""
    if any(comes_out(one.when, world) for one in rules.exemptions):
        return None
    return level_of(rules, lambda criterion: held(world, criterion))


def comes_out(condition: Condition, world: Known) -> bool:
    probe = Ruleset("p", facts=FACTS, scale=SCALE, rules=[Rule("A", condition)], otherwise="D")
    return level_of(probe, lambda criterion: held(world, criterion)) == "A"


# Why: what can still change a level, and what settles it.


def answered(known: Known, facts: Mapping[str, Answer]) -> Known:
    return {**known, **facts}


@given(rating_rules(), answers(), st.data())
def test_what_is_not_named_as_missing_changes_no_level(rules: Ruleset, known: Known, data: st.DataObject) -> None:
    named = {lack.fact for lack in standing(judge_one(rules, known)).missing}
    world = data.draw(st.sampled_from(list(worlds_of(known))))
    other = data.draw(st.sampled_from(list(worlds_of(known))))
    mixed = {name: world[name] if name in named or name in known else other[name] for name in ANSWERS}
    assert level(rules, world) == level(rules, mixed)


@given(rating_rules(), answers())
def test_every_fact_named_as_missing_changes_some_level(rules: Ruleset, known: Known) -> None:
    for lack in standing(judge_one(rules, known)).missing:
        seen: dict[tuple[Answer, ...], set[str | None]] = {}
        for world in worlds_of(known):
            rest = tuple(answer for name, answer in world.items() if name != lack.fact)
            seen.setdefault(rest, set()).add(level(rules, world))
        assert any(len(found) > 1 for found in seen.values())


@given(rating_rules(), answers())
def test_what_settles_a_level_does_and_nothing_smaller_would(rules: Ruleset, known: Known) -> None:
    found = standing(judge_one(rules, known))
    assert found.settles is not None
    chosen = [lack.fact for lack in found.settles]
    assert one_level_each(rules, known, chosen)
    if chosen:
        smaller = [[name for name in chosen if name != without] for without in chosen]
        assert not any(one_level_each(rules, known, names) for names in smaller)


def one_level_each(rules: Ruleset, known: Known, names: list[str]) -> bool:
    seen: dict[tuple[Answer, ...], set[str | None]] = {}
    for world in worlds_of(known):
        seen.setdefault(tuple(world[name] for name in names), set()).add(level(rules, world))
    return all(len(found) == 1 for found in seen.values())


def test_a_point_of_law_that_keeps_the_level_open_is_named_and_nothing_settles_it() -> None:
    silent = Undetermined("chưa thấy nguyên văn")
    rules = ruleset([Rule("A", AllOf((criterion("p"), silent)))])
    found = standing(judge_one(rules, {"p": True}))
    assert (found.rating, found.undetermined, found.settles) == (Rating("A", "D"), (silent,), None)
    assert standing(judge_one(rules, {"p": False})).undetermined == ()


def test_obstacles_say_what_stands_in_the_way_level_by_level() -> None:
    p, q, x = criterion("p"), criterion("q"), Criterion("x-3", Value("x"), AtLeast(3))
    rules = ruleset([Rule("A", AllOf((p, x))), Rule("B", q | x)])
    found = standing(judge_one(rules, {"p": True, "q": False, "x": 1}))
    assert found.rating == Rating("D", "D")
    blocked = {level: [(one.condition, one.bits) for one in what] for level, what in found.obstacles}
    assert blocked == {"A": [(x, NOT_MET)], "B": [(q, NOT_MET), (x, NOT_MET)]}


def test_what_keeps_an_open_level_open_stands_in_the_way_of_all_above_the_lowest() -> None:
    rules = ruleset([Rule("A", criterion("p")), Rule("B", Not(criterion("q")))])
    found = standing(judge_one(rules, {"q": True}))
    assert found.rating == Rating("A", "D")
    blocked = {level: [(one.condition, one.bits) for one in what] for level, what in found.obstacles}
    assert blocked == {"A": [(criterion("p"), OPEN)], "B": [(criterion("q"), MET)]}


def test_a_veto_stands_in_the_way_only_of_levels_above_its_cap() -> None:
    p, q = criterion("p"), criterion("q")
    rules = attrs.evolve(ruleset([Rule("A", p), Rule("B", p)]), vetoes=[Veto("v", q, "B")])
    found = standing(judge_one(rules, {"p": False, "q": True}))
    blocked = {level: [(one.condition, one.veto) for one in what] for level, what in found.obstacles}
    assert blocked == {"A": [(p, None), (q, "v")], "B": [(p, None)]}


def test_a_level_that_no_rule_gives_hides_none_below_it() -> None:
    rules = ruleset([Rule("B", criterion("p"))])
    found = standing(judge_one(rules, {"p": False}))
    assert [(level, [one.condition for one in what]) for level, what in found.obstacles] == [("B", [criterion("p")])]


@pytest.mark.parametrize("negated", [True, False])
def test_what_does_not_apply_is_an_obstacle_where_nothing_else_is_asked(negated: bool) -> None:
    share = Criterion("share", Ratio("x", "y"), AtLeast(Fraction(1, 2)))
    lone: Condition = Not(share) if negated else share
    rules = ruleset([Rule("A", AllOf((lone, criterion("p")))), Rule("B", lone)])
    found = standing(judge_one(rules, {"p": False, "x": 0, "y": 0}))
    blocked = {level: [(one.condition, one.bits) for one in what] for level, what in found.obstacles}
    assert blocked == {"A": [(criterion("p"), NOT_MET)], "B": [(share, NOT_APPLICABLE)]}


# Exemptions, kinds and readings.


@given(rating_rules(), answers(), conditions())
def test_an_exemption_takes_the_level_away_and_nothing_else_does(rules: Ruleset, known: Known, when: Condition) -> None:
    exempting = attrs.evolve(rules, exemptions=[Exemption("e", when)])
    possible = {level(exempting, world) for world in worlds_of(known)}
    rating = judge_one(exempting, known).rating
    assert possible <= span(rating)
    if rating is not None:
        assert {rating.highest, rating.lowest} <= possible
        assert rating.may_be_unrated == (None in possible)
    else:
        assert possible == {None}


@given(rating_rules(), answers(), conditions())
def test_another_reading_of_a_rule_is_the_rule_set_that_says_so(rules: Ruleset, known: Known, when: Condition) -> None:
    first, *others = rules.rules
    both = attrs.evolve(
        rules,
        assumptions=[Assumption("a", chosen="one", others="other")],
        rules=[attrs.evolve(first, alternatives=[OtherCondition("a", "other", when)]), *others],
    )
    said = attrs.evolve(rules, rules=[attrs.evolve(first, when=when), *others])
    (reading,) = [one for one in standing(judge_one(both, known)).readings if one.assumption == "a"]
    assert reading.rating == judge_one(said, known).rating
    assert judge_one(both, known).rating == judge_one(rules, known).rating


def test_a_rule_and_a_veto_hold_at_their_kinds_alone() -> None:
    rules = attrs.evolve(
        ruleset([Rule("A", criterion("p"), kinds="unit"), Rule("B", criterion("p"), kinds="cell")]),
        kinds=[Kind("unit"), Kind("cell", parents="unit"), Kind("guest", parents="unit")],
    )
    assert judge_one(rules, {"p": True}, "unit").rating == Rating("A", "A")
    assert judge_one(rules, {"p": True}, "cell").rating == Rating("B", "B")
    assert judge_one(rules, {"p": True}, "guest").rating is None


# Grades, points, months.

GRADES = Scale(("excellent", "good", "fair", "poor"), Level("none"))
MARKS = ("a", "b", "c")


def criterion(name: str) -> Criterion:
    return Criterion(f"{name}-yes", Value(name), Equals(True))


def ruleset(rules: list[Rule], facts: Iterable[Fact] = FACTS) -> Ruleset:
    return Ruleset("t", facts=facts, scale=SCALE, rules=rules, otherwise="D")


def marked(measure: Lowest | Highest, *limits: str) -> Ruleset:
    rules = [
        Rule(level, Criterion(f"{level}-mark", measure, AtLeast(limit)))
        for level, limit in zip(LEVELS, limits, strict=False)
    ]
    facts = [Fact(name, FactType.GRADE) for name in MARKS]
    return Ruleset("m", facts=facts, scale=SCALE, grades=GRADES, rules=rules, otherwise="D")


def test_a_grade_that_is_missing_is_one_where_no_word_says_that_there_is_none() -> None:
    plain = attrs.evolve(marked(Lowest(MARKS), "good"), grades=Scale([grade.id for grade in GRADES.levels]))
    assert judge_one(plain, {}).rating == Rating("A", "D")


def marks(known: Known) -> Iterator[tuple[str, ...]]:
    every = (*(grade.id for grade in GRADES.levels), "none")
    yield from product(*([str(known[name])] if name in known else every for name in MARKS))


some_marks = st.dictionaries(st.sampled_from(MARKS), st.sampled_from([*(g.id for g in GRADES.levels), "none"]))


@given(some_marks, st.booleans())
def test_the_lowest_and_the_highest_grade_are_those_of_some_completion(known: Known, lowest: bool) -> None:
    rules = marked(Lowest(MARKS) if lowest else Highest(MARKS), "good", "fair")
    possible: set[str | None] = set()
    for world in marks(known):
        ranked = [rank(GRADES, grade) for grade in world if grade != "none"]
        pick = (min(ranked) if lowest else max(ranked)) if ranked else None
        possible.add(None if pick is None else "A" if pick >= 2 else "B" if pick >= 1 else "D")
    rating = judge_one(rules, known).rating
    ranks = sorted((one for one in possible if one), key=lambda one: rank(SCALE, one))
    assert rating == (Rating(ranks[-1], ranks[0], None in possible) if ranks else None)


@given(some_marks, st.sampled_from(MARKS), st.data())
def test_raising_a_grade_never_lowers_the_level(known: Known, name: str, data: st.DataObject) -> None:
    rules = marked(Lowest(MARKS), "excellent", "good", "fair")
    low, high = sorted(data.draw(st.tuples(*[st.integers(0, 3)] * 2)))
    worse, better = (judge_one(rules, {**known, name: GRADES.levels[3 - at].id}).rating for at in (low, high))
    assert worse is not None
    assert better is not None
    assert rank(SCALE, str(better.lowest)) >= rank(SCALE, str(worse.lowest))
    assert rank(SCALE, str(better.highest)) >= rank(SCALE, str(worse.highest))


SCORED = Ruleset(
    "s",
    facts=[
        Fact("general", FactType.NUMBER, maximum=30),
        Fact("results", FactType.NUMBER, maximum=70),
        Fact("bonus", FactType.YES_NO),
    ],
    criteria=[Criterion("bonus-earned", Value("bonus"), Equals(True))],
    scale=Scale(("excellent", "good", "fair", "poor")),
    rules=[
        Rule(
            level,
            Criterion(
                f"from-{limit}", Score((Given("general"), Given("results"), Earned("bonus-earned", 5))), AtLeast(limit)
            ),
        )
        for level, limit in (("excellent", 90), ("good", 70), ("fair", 50))
    ],
    otherwise="poor",
)


def band(points: Fraction) -> str:
    return "excellent" if points >= 90 else "good" if points >= 70 else "fair" if points >= 50 else "poor"


tenths = st.integers(0, 300).map(lambda n: Decimal(n) / 10)


@given(st.none() | tenths, st.none() | tenths.map(lambda n: n * 2), st.none() | st.booleans())
def test_points_are_added_exactly_and_bands_of_a_score_are_decided_together(
    general: Decimal | None, results: Decimal | None, bonus: bool | None
) -> None:
    facts = {"general": general, "results": results, "bonus": bonus}
    rating = judge_one(SCORED, {name: answer for name, answer in facts.items() if answer is not None}).rating
    low = Fraction(general or 0) + Fraction(results or 0) + (5 if bonus else 0)
    high = Fraction(30 if general is None else general) + Fraction(70 if results is None else results)
    high += 0 if bonus is False else 5
    assert rating == Rating(band(high), band(low))


POINTS = [Fact("a", FactType.NUMBER, minimum=1, maximum=4), Fact("b", FactType.NUMBER)]
some_points = st.none() | st.integers(2, 8).map(lambda n: Decimal(n) / 2)
weights = st.sampled_from([Fraction(-1), Fraction(0), Fraction(1, 2), Fraction(1), Fraction(2)])


@given(some_points, some_points, weights, weights, st.integers(-6, 12), st.sampled_from([AtLeast, AtMost, Equals]))
@example(None, None, Fraction(-1), Fraction(-1), -1, AtLeast)
@example(None, None, Fraction(1), Fraction(0), 5, AtLeast)
@example(None, Decimal(2), Fraction(1, 2), Fraction(1), 4, AtMost)
@example(Decimal(2), None, Fraction(1), Fraction(1), 1, Equals)
def test_points_that_count_several_times_end_where_their_ends_do(
    a: Decimal | None,
    b: Decimal | None,
    of_a: Fraction,
    of_b: Fraction,
    limit: int,
    asked: type[AtLeast] | type[AtMost] | type[Equals],
) -> None:
    criterion = Criterion("c", Score((Given("a", of_a), Given("b", of_b))), asked(limit))
    known = {name: answer for name, answer in (("a", a), ("b", b)) if answer is not None}
    (bits,) = judge_one(Ruleset("w", facts=POINTS, criteria=[criterion]), known).bits
    ends_of_a = [of_a * (end if a is None else Fraction(a)) for end in (1, 4)]
    ends_of_b = [of_b * Fraction(b or 0), of_b * (inf if b is None and of_b else Fraction(b or 0))]
    low, high = min(ends_of_a) + min(ends_of_b), max(ends_of_a) + max(ends_of_b)
    if asked is AtLeast:
        met, not_met = high >= limit, low < limit
    elif asked is AtMost:
        met, not_met = low <= limit, high > limit
    else:
        met, not_met = low <= limit <= high, not low == high == limit
    assert bits == (MET if met else 0) | (NOT_MET if not_met else 0)


@given(
    weights,
    weights,
    st.sampled_from([-5, 0, 5]),
    st.integers(-12, 12),
    st.sampled_from([AtLeast, AtMost, Equals, MoreThan, LessThan]),
)
@example(Fraction(-1), Fraction(0), 0, 0, AtLeast)
@example(Fraction(-1), Fraction(0), 0, -2, AtLeast)
@example(Fraction(-1), Fraction(-1), 5, 5, AtLeast)
@example(Fraction(1), Fraction(-1), 0, -1, AtMost)
def test_a_range_of_points_is_refused_where_none_or_all_of_them_are_in_it(
    of_a: Fraction,
    of_b: Fraction,
    earned: int,
    limit: int,
    asked: type[AtLeast | AtMost | Equals | MoreThan | LessThan],
) -> None:
    score = Score((Given("a", of_a), Given("b", of_b), Earned("some", earned)))
    criteria = [Criterion("c", score, asked(limit)), Criterion("some", Value("done"), AtLeast(1))]
    rules = Ruleset("w", facts=[*POINTS, Fact("done")], criteria=criteria)
    (bits, _) = judge_one(rules, {}).bits
    refused = {NOT_MET: [faults.IMPOSSIBLE], MET: [faults.ALWAYS]}
    assert [problem.fault for problem in check(rules)] == refused.get(bits, [])


def test_85_to_100_points_are_excellent_or_good_and_never_the_floor() -> None:
    assert judge_one(SCORED, {"general": Decimal(20), "results": Decimal(65)}).rating == Rating("excellent", "good")


@given(st.dates(date(2020, 1, 1), date(2025, 12, 31)), st.integers(0, 30))
def test_months_are_full_months_up_to_the_last_day_of_the_period(day: date, limit: int) -> None:
    rules = ruleset(
        [Rule("A", Criterion("long", Months("since"), AtLeast(limit + 1)))], facts=[Fact("since", FactType.DATE)]
    )
    period = read_period("2024")
    rating = rate(rules, Evidence("s", facts={"since": day}), period=period).rating
    months = (2024 - day.year) * 12 + 12 - day.month
    assert rating == (Rating("A", "A") if months >= limit + 1 else Rating("D", "D"))
    assert rate(rules, Evidence("s", facts={"since": day})).rating == Rating("A", "D")


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2024, 6, 30), date(2024, 12, 31), 6),
        (date(2024, 7, 1), date(2024, 12, 31), 5),
        (date(2024, 8, 31), date(2025, 2, 28), 6),
        (date(2024, 8, 31), date(2024, 9, 30), 1),
        (date(2024, 12, 31), date(2024, 12, 31), 0),
        (date(2025, 3, 1), date(2024, 12, 31), 0),
    ],
)
def test_a_month_is_full_on_the_day_of_the_same_number(since: date, until: date, months: int) -> None:
    assert full_months(since, until) == months
