"""`reach` and `explain --reach`: what it takes to earn a level, what nothing moves, and why."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from tests.commands import RULES, table, xeploai
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Counted, Drawn, Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Answers, Earned, Given, Meets, Ratio, Score, Share, Value
from xeploai.model.reach import Change, Reach
from xeploai.model.ruleset import Exemption, Rule, Ruleset, Veto
from xeploai.model.scale import Scale
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Target
from xeploai.rating.reach import reach, reach_from
from xeploai.rating.reaching import fewest
from xeploai.rating.session import rate, roll_up
from xeploai.wellformed.conditions import parts_of
from xeploai.wording.naming import naming
from xeploai.wording.reach import reach_texts

Printed = pytest.CaptureFixture[str]

SET, DONE, BEYOND, LATE = Fact("set"), Fact("done", at_most="set"), Fact("beyond", at_most="done"), Fact("late")
TASKS = (SET, DONE, BEYOND, LATE, Fact("praised", judged=True), Fact("disciplined", FactType.YES_NO))
SUMMONED = (*TASKS, Fact("warned", FactType.YES_NO, judged=True), Fact("charged", FactType.YES_NO, incidents=Drawn()))
ALL_DONE = Criterion("all-done", Ratio("done", "set"), AtLeast(Fraction(1)))
BEYOND_A_THIRD = Criterion("beyond", Ratio("beyond", "set"), AtLeast(Fraction(3, 10)))
FEW_LATE = Criterion("few-late", Ratio("late", "set"), AtMost(Fraction(1, 5)))
MANY_LATE = Criterion("many-late", Ratio(("late", "left"), ("set", "spare")), AtLeast(Fraction(1, 5)))
PRAISED = Criterion("praised", Value("praised"), AtLeast(1))
DISCIPLINED = Criterion("disciplined", Value("disciplined"), Equals(True))
SILENT = Undetermined("the text was not seen")


def ruled(when: Condition, facts: tuple[Fact, ...] = TASKS, **more: object) -> Ruleset:
    """A rule set that gives `good` where a condition is met, else `poor`."""
    conditions = [when, *(one.when for key in ("vetoes", "exemptions") for one in more.get(key, ()))]  # type: ignore[attr-defined]
    criteria = dict.fromkeys(part for one in conditions for part in parts_of(one) if isinstance(part, Criterion))
    return Ruleset(
        "t",
        facts=facts,
        criteria=tuple(criteria),
        scale=Scale(("good", "poor")),
        rules=[Rule("good", when)],
        otherwise="poor",
        **more,  # type: ignore[arg-type]
    )


def reached(when: Condition, known: Mapping[str, Answer], **more: object) -> Reach:
    return reach(ruled(when, **more), Evidence("s", "", known), "good")  # type: ignore[arg-type]


def why(found: Reach) -> list[tuple[str, str]]:
    return [
        (block.condition.id if isinstance(block.condition, Criterion) else "?", block.why) for block in found.blocked
    ]


# What it takes


def test_parts_are_raised_and_wholes_stay_as_they_are() -> None:
    found = reached(ALL_DONE, {"set": 20, "done": 17})
    assert found == Reach("s", "good", reached=False, changes=(Change("done", 17, 20),))


def test_what_holds_a_raised_part_is_raised_with_it() -> None:
    found = reached(BEYOND_A_THIRD, {"set": 20, "done": 4, "beyond": 4})
    assert found.changes == (Change("done", 4, 6), Change("beyond", 4, 6))


def test_an_upper_bound_takes_units_away() -> None:
    assert reached(FEW_LATE, {"set": 20, "late": 7}).changes == (Change("late", 7, 4),)


def test_of_two_ways_the_one_of_fewer_units_is_taken() -> None:
    known = {"set": 20, "done": 17, "late": 5}
    assert reached(AnyOf((ALL_DONE, FEW_LATE)), known).changes == (Change("late", 5, 4),)


def test_of_two_equal_ways_the_one_of_fewer_facts_is_taken() -> None:
    two = (Fact("x"), Fact("y"), Fact("z"))
    x, y, z = (Criterion(name, Value(name), AtLeast(limit)) for name, limit in (("x", 1), ("y", 1), ("z", 2)))
    found = reached(AnyOf((AllOf((x, y)), z)), {"x": 0, "y": 0, "z": 0}, facts=two)
    assert found.changes == (Change("z", 0, 2),)


def test_of_two_ways_equal_in_all_the_first_in_the_rule_file_is_taken() -> None:
    x, y = (Criterion(name, Value(name), AtLeast(1)) for name in "xy")
    known = {"x": 0, "y": 0}
    assert reached(AnyOf((y, x)), known, facts=(Fact("x"), Fact("y"))).changes == (Change("x", 0, 1),)
    assert reached(AnyOf((x, y)), known, facts=(Fact("y"), Fact("x"))).changes == (Change("y", 0, 1),)


@pytest.mark.parametrize("ratio", [ALL_DONE, FEW_LATE, Not(MANY_LATE)])
def test_a_ratio_that_holds_takes_nothing_beside_what_has_to_move(ratio: Condition) -> None:
    """Three units of two facts with the ratio; four of one fact without it."""
    lost, gone, other = (
        Criterion("lost", Value("lost"), AtMost(0)),
        Criterion("gone", Value("gone"), AtMost(0)),
        Criterion("other", Value("other"), AtLeast(4)),
    )
    known = {"other": 0, "set": 20, "done": 20, "spare": 0, "late": 0, "left": 0, "lost": 1, "gone": 2}
    facts = (Fact("other"), *TASKS, *map(Fact, ("spare", "left", "lost", "gone")))
    found = reached(AnyOf((other, AllOf((ratio, lost, gone)))), known, facts=facts)
    assert found.changes == (Change("lost", 1, 0), Change("gone", 2, 0))


def test_the_part_that_stays_counts_towards_what_a_pooled_ratio_takes() -> None:
    pooled = Criterion("pooled", Ratio(("done", "praised"), ("set", "spare")), AtLeast(Fraction(1)))
    other = Criterion("other", Value("other"), AtLeast(4))
    known = {"other": 0, "set": 20, "spare": 0, "done": 12, "praised": 5}
    facts = (Fact("other"), SET, Fact("spare"), Fact("done"), Fact("praised", judged=True))
    assert reached(AnyOf((other, pooled)), known, facts=facts).changes == (Change("done", 12, 15),)


def test_a_ratio_that_may_come_out_either_way_takes_nothing() -> None:
    """Three units of two facts do, and the ratio would take four."""
    lost, gone = (Criterion(name, Value(name), AtMost(0)) for name in ("lost", "gone"))
    known = {"set": 20, "done": 16, "lost": 1, "gone": 2}
    found = reached(AnyOf((ALL_DONE, AllOf((lost, gone)))), known, facts=(*TASKS, Fact("lost"), Fact("gone")))
    assert found.changes == (Change("lost", 1, 0), Change("gone", 2, 0))


def test_a_whole_of_none_adds_nothing_to_what_a_pooled_ratio_takes() -> None:
    pooled = Criterion("pooled", Ratio(("done", "praised", "kept"), ("set", "spare", "more")), AtLeast(Fraction(1)))
    other = Criterion("other", Value("other"), AtLeast(4))
    known = {"other": 0, "set": 20, "spare": 0, "more": 0, "done": 12, "praised": 5, "kept": 0}
    names = ("other", "set", "spare", "more", "done")
    facts = (*map(Fact, names), Fact("praised", judged=True), Fact("kept", judged=True))
    assert reached(AnyOf((other, pooled)), known, facts=facts).changes == (Change("done", 12, 15),)


def test_the_first_in_the_rule_file_is_taken_though_another_is_found_sooner() -> None:
    x, y = (Criterion(name, Value(name), AtLeast(1)) for name in "xy")
    facts = (Fact("x", maximum=3), Fact("y"))
    assert reached(AnyOf((x, y)), {"x": 0, "y": 0}, facts=facts).changes == (Change("x", 0, 1),)


def test_a_sum_is_kept_so_that_what_is_done_is_no_longer_left() -> None:
    facts = (Fact("done"), Fact("left"), Fact("set", sum_of=("done", "left")))
    found = reached(ALL_DONE, {"set": 20, "done": 17, "left": 3}, facts=facts)
    assert found.changes == (Change("done", 17, 20), Change("left", 3, 0))


def test_a_sum_within_a_sum_moves_and_only_the_outermost_stays() -> None:
    facts = (
        *map(Fact, ("inner", "rest", "more")),
        Fact("middle", sum_of=("inner", "rest")),
        Fact("all", sum_of=("middle", "more")),
    )
    known = {"inner": 2, "rest": 0, "more": 5, "middle": 2, "all": 7}
    found = reached(Criterion("inner", Value("inner"), AtLeast(3)), known, facts=facts)
    assert found.changes == (Change("inner", 2, 3), Change("more", 5, 4), Change("middle", 2, 3))


def test_a_whole_is_raised_where_a_criterion_asks_for_it_and_never_made_smaller_to_improve_a_share() -> None:
    enough = Criterion("enough", Value("set"), AtLeast(10))
    found = reached(AllOf((enough, ALL_DONE)), {"set": 8, "done": 8})
    assert found.changes == (Change("set", 8, 10), Change("done", 8, 10))
    assert reached(AllOf((enough, ALL_DONE)), {"set": 12, "done": 11}).changes == (Change("done", 11, 12),)


def test_a_level_that_is_earned_takes_nothing() -> None:
    assert reached(ALL_DONE, {"set": 20, "done": 20}) == Reach("s", "good", reached=True, changes=())
    assert reach(ruled(ALL_DONE), Evidence("s", "", {"set": 20}), "poor").reached
    assert reach(ruled(ALL_DONE), Evidence("s", "", {"set": 20, "done": 5}), "poor").reached


def test_points_that_criteria_earn_are_earned_by_meeting_them() -> None:
    points = Score((Earned("all-done", 60), Earned("beyond", 30), Earned("few-late", 5)))
    when = AllOf((Criterion("score", points, AtLeast(80)), AnyOf((ALL_DONE, BEYOND_A_THIRD, FEW_LATE))))
    found = reached(when, {"set": 10, "done": 9, "beyond": 2, "late": 9})
    assert found.changes == (Change("done", 9, 10), Change("beyond", 2, 3))


def test_points_are_earned_by_criteria_that_no_rule_asks_for_by_themselves() -> None:
    score = Criterion("score", Score((Earned("all-done", 60),)), AtLeast(60))
    rules = attrs.evolve(ruled(score), criteria=(ALL_DONE, score))
    assert reach(rules, Evidence("s", "", {"set": 10, "done": 9}), "good").changes == (Change("done", 9, 10),)


@pytest.mark.parametrize("counts", [Counted("below", meet="kept"), Counted("below", yes="agreed")])
@pytest.mark.parametrize("asked", ["kept", "agreed"])
def test_a_number_of_those_that_pass_is_changed_where_the_share_of_them_is_asked_for(
    counts: Counted, asked: str
) -> None:
    kept = Criterion("kept", Value("done"), AtLeast(1), kinds="below")
    test = Meets("kept") if asked == "kept" else Answers("agreed")
    share = Criterion("share", Share("below", test), AtLeast(Fraction(1, 2)), kinds="above")
    rules = attrs.evolve(
        ruled(share),
        kinds=(Kind("above"), Kind("below", parents="above")),
        facts=(
            Fact("there", of="above", counts=Counted("below")),
            Fact("passing", of="above", counts=counts),
            Fact("done", of="below"),
            Fact("agreed", FactType.YES_NO, of="below"),
        ),
        criteria=(kept, share),
        rated="above",
    )
    found = reach(rules, Evidence("s", "above", {"there": 10, "passing": 2}), "good")
    stated = asked in (counts.meet, counts.yes)
    assert found.changes == ((Change("passing", 2, 5),) if stated else None)


def test_points_are_earned_by_what_earns_points() -> None:
    low = Criterion("low", Value("n"), AtLeast(2))
    middle = Criterion("middle", Score((Earned("low", 5),)), AtLeast(5))
    top = Criterion("top", Score((Earned("middle", 5),)), AtLeast(5))
    rules = attrs.evolve(ruled(top, facts=(Fact("n"),)), criteria=[low, middle, top])
    assert reach(rules, Evidence("s", "", {"n": 0}), "good").changes == (Change("n", 0, 2),)


def test_a_veto_is_lifted_where_figures_lift_it() -> None:
    late = Criterion("late", Ratio("late", "set"), AtLeast(Fraction(1, 2)))
    found = reached(ALL_DONE, {"set": 10, "done": 9, "late": 6}, vetoes=[Veto("v", late, "poor")])
    assert found.changes == (Change("done", 9, 10), Change("late", 6, 4))


X, W, Y = (Fact(name) for name in "xwy")
EITHER = AnyOf((Criterion("x", Value("x"), AtLeast(5000)), Criterion("w", Value("w"), AtLeast(7000))))
POOLED = (Fact("a", at_most="m"), Fact("b", at_most="n"), Fact("m"), Fact("n"))


def pooled(target: Target) -> Criterion:
    return Criterion("pooled", Ratio(("a", "b"), ("m", "n")), target)


@pytest.mark.parametrize(
    ("when", "facts", "known", "changes"),
    [
        (pooled(AtLeast(Fraction(9, 10))), POOLED, (1500, 1700, 2000, 2055), {"a": 1950}),
        (pooled(AtMost(Fraction(1, 2))), POOLED, (1500, 1700, 2000, 2055), {"a": 327}),
        (pooled(LessThan(Fraction(1, 5))), POOLED, (500, 500, 2000, 2000), {"a": 299}),
        (Not(pooled(AtLeast(Fraction(1, 2)))), POOLED, (1500, 1700, 2000, 2055), {"a": 327}),
        (AllOf((EITHER, Criterion("y", Value("y"), AtLeast(1)))), (X, W, Y), (0, 0, 10), {"x": 5000}),
        (AllOf((EITHER, Criterion("y", Value("y"), Between(10, 5000)))), (X, W, Y), (0, 0, 1000), {"x": 5000}),
        (
            AllOf((EITHER, pooled(AtLeast(Fraction(9, 10))))),
            (X, W, *POOLED),
            (0, 0, 1500, 1700, 2000, 2055),
            {"x": 5000, "a": 1950},
        ),
    ],
)
def test_figures_of_thousands_are_found_within_two_hundred_looks(
    monkeypatch: pytest.MonkeyPatch,
    when: Condition,
    facts: tuple[Fact, ...],
    known: tuple[int, ...],
    changes: Mapping[str, int],
) -> None:
    monkeypatch.setattr(fewest, "MOST_LOOKS", 200)
    found = reached(when, dict(zip((fact.id for fact in facts), known, strict=True)), facts=facts)
    assert ({change.fact: change.new for change in found.changes or ()}, found.complete) == (changes, True)


def test_out_of_a_range_the_nearer_side_is_taken() -> None:
    within = Criterion("within", Ratio("done", "set"), Between(Fraction(3, 10), Fraction(7, 20)))
    assert reached(Not(within), {"set": 100, "done": 34, "beyond": 0}).changes == (Change("done", 34, 36),)
    assert reached(Not(within), {"set": 100, "done": 31, "beyond": 0}).changes == (Change("done", 31, 29),)
    # Its far side costs more than the other way, its near side less.
    few = Criterion("few", Value("late"), AtMost(0))
    known = {"set": 100, "done": 34, "beyond": 0, "late": 3}
    assert reached(AnyOf((Not(within), few)), known).changes == (Change("done", 34, 36),)


def test_the_nearer_of_two_ways_is_taken_though_it_is_seen_later() -> None:
    """Three late ones fewer are 3/5 of 20; the other way costs five."""
    most = Criterion("most", Ratio("late", "set"), AtMost(Fraction(3, 5)))
    many = Criterion("many", Value("other"), AtLeast(5))
    known = {"set": 20, "late": 15, "other": 0}
    found = reached(AnyOf((most, many)), known, facts=(SET, Fact("late", at_most="set"), Fact("other")))
    assert found.changes == (Change("late", 15, 12),)


def test_of_two_ways_of_equal_units_the_first_is_taken_where_a_bound_is_not_to_be_attained() -> None:
    fewer = Criterion("fewer", Ratio("late", "set"), LessThan(Fraction(3, 5)))
    many = Criterion("many", Value("other"), AtLeast(4))
    known = {"set": 20, "late": 15, "other": 0}
    found = reached(AnyOf((fewer, many)), known, facts=(SET, Fact("late", at_most="set"), Fact("other")))
    assert found.changes == (Change("late", 15, 11),)


# What is missing


def test_a_missing_figure_is_stated_only_where_the_known_ones_do_not_do() -> None:
    missing = {"set": 20, "late": 9}
    assert reached(AnyOf((ALL_DONE, FEW_LATE)), missing).changes == (Change("late", 9, 4),)
    assert reached(AllOf((ALL_DONE, FEW_LATE)), missing).changes == (Change("done", None, 20), Change("late", 9, 4))


def test_what_is_missing_and_not_asked_for_is_not_stated() -> None:
    some = Criterion("some", Value("done"), AtLeast(5))
    assert reached(some, {"done": 3}).changes == (Change("done", 3, 5),)


def test_a_missing_whole_is_stated_as_low_as_will_do() -> None:
    enough = Criterion("enough", Value("set"), AtLeast(10))
    found = reached(AllOf((Not(enough), Not(ALL_DONE))), {"done": 0}, facts=(SET, Fact("done")))
    assert found.changes == (Change("set", None, 0),)


def test_a_missing_figure_stands_at_nothing_until_it_is_stated() -> None:
    """None late, and three units less of two others; or four units with another figure stated."""
    none_late = Criterion("none-late", Ratio("late", "set"), AtMost(Fraction(1, 100)))
    lost, gone = (Criterion(name, Value(name), AtMost(0)) for name in ("lost", "gone"))
    other, kept = (Criterion(name, Value(name), AtLeast(least)) for name, least in (("other", 3), ("kept", 1)))
    facts = (*map(Fact, ("other", "kept", "lost", "gone")), SET, LATE)
    known = {"other": 0, "lost": 1, "gone": 2, "set": 20}
    found = reached(AnyOf((AllOf((other, kept)), AllOf((lost, gone, none_late)))), known, facts=facts)
    assert found.changes == (Change("lost", 1, 0), Change("gone", 2, 0), Change("late", None, 0))


def test_what_is_missing_and_nothing_to_add_is_named() -> None:
    found = reached(AllOf((ALL_DONE, PRAISED)), {"set": 20, "done": 20})
    assert (found.changes, why(found), found.complete) == (None, [("praised", "missing")], True)
    assert [(lack.subject, lack.fact) for lack in found.blocked[0].missing] == [("s", "praised")]


def test_a_missing_whole_is_not_invented() -> None:
    found = reached(ALL_DONE, {"done": 5})
    assert (found.changes, why(found), found.complete) == (None, [("all-done", "missing")], True)


def test_what_holds_a_missing_whole_up_is_not_raised_for_it() -> None:
    """With more done the set could be no smaller, and a share of it would be low enough."""
    few = Criterion("few", Ratio("praised", "set"), AtMost(Fraction(1, 2)))
    found = reached(few, {"praised": 5, "done": 5})
    assert (found.changes, why(found), found.complete) == (None, [("few", "missing")], True)


def test_what_fails_in_some_way_that_missing_answers_may_come_out_is_out_of_reach_whatever_is_done() -> None:
    """Of the many ways some are looked at from either end."""
    first, second, *others = [Criterion(f"p{n}", Value(f"p{n}"), Equals(True)) for n in range(8)]
    facts = (Fact("done"), *(Fact(f"p{n}", FactType.YES_NO) for n in range(8)))
    some = Criterion("some", Value("done"), AtLeast(5))
    *most, last = others
    for doubtful in (
        AnyOf((first, second, AllOf(others))),
        AnyOf((first, second, AllOf(most), Not(last))),
        Not(AllOf((first, second, AnyOf(others)))),
    ):
        found = reached(AllOf((doubtful, some)), {"done": 3}, facts=facts)
        assert (found.changes, found.complete) == (None, True)


def test_what_is_raised_holds_up_what_is_missing_by_way_of_others() -> None:
    facts = (
        Fact("done", at_most="held"),
        Fact("held", at_most="total"),
        Fact("total"),
        Fact("praised", judged=True),
    )
    few = Criterion("few", Ratio("praised", "total"), AtMost(Fraction(1, 2)))
    found = reached(AllOf((Criterion("done", Value("done"), AtLeast(5)), few)), {"done": 0, "praised": 2}, facts=facts)
    assert found.changes == (Change("done", 0, 5),)


@pytest.mark.parametrize("counted", [Counted("below", meet="other"), Counted("below", yes="warned")])
def test_a_number_of_those_who_pass_is_raised_only_where_their_share_is_asked_for(counted: Counted) -> None:
    """More who pass could be no more than all, so that a share of all would be low enough."""
    above = (Fact("passing", counts=counted, at_most="all"), Fact("all"), Fact("praised", judged=True))
    facts = (*(attrs.evolve(one, of="above") for one in above), attrs.evolve(SUMMONED[-2], of="below"))
    few = Criterion("few", Ratio("praised", "all"), AtMost(Fraction(1, 2)), kinds="above")
    other = Criterion("other", Value("warned"), Equals(False), kinds="below")
    rules = ruled(few, facts=facts, kinds=(Kind("above"), Kind("below", parents="above")), rated="above")
    rules = attrs.evolve(rules, criteria=[few, other])
    assert reach(rules, Evidence("s", "above", {"praised": 5, "passing": 5}), "good").changes is None


# What nothing moves


def test_a_judgement_is_nothing_to_add() -> None:
    found = reached(AllOf((ALL_DONE, PRAISED)), {"set": 20, "done": 17, "praised": 0})
    assert (found.changes, why(found)) == (None, [("praised", "judged")])


@pytest.mark.parametrize("fact", ["warned", "charged"])
def test_yes_and_no_are_a_judgement_where_somebody_concludes_it(fact: str) -> None:
    found = reached(Criterion(fact, Value(fact), Equals(False)), {fact: True}, facts=SUMMONED)
    assert (found.changes, why(found)) == (None, [(fact, "judged")])


@pytest.mark.parametrize(("judged", "reason"), [(True, "judged"), (False, "fixed")])
def test_a_ratio_is_a_judgement_where_its_part_is_one(judged: bool, reason: str) -> None:
    passed = Fact("passed", judged=judged, counts=Counted("below"), at_most="set")
    enough = Criterion("enough", Ratio("passed", "set"), AtLeast(Fraction(1, 2)), kinds="above")
    kinds = (Kind("above"), Kind("below", parents="above"))
    facts = tuple(attrs.evolve(one, of="above") for one in (SET, passed))
    rules = ruled(enough, facts=facts, kinds=kinds, rated="above")
    found = reach(rules, Evidence("s", "above", {"set": 10, "passed": 4}), "good")
    assert (found.changes, why(found)) == (None, [("enough", reason)])


def test_a_pooled_ratio_is_a_judgement_where_one_of_its_parts_is() -> None:
    pooled = Criterion("pooled", Ratio(("praised", "stated"), ("set", "spare")), AtLeast(Fraction(1, 2)))
    facts = (SET, Fact("spare"), Fact("praised", judged=True), Fact("stated", given=1))
    found = reached(pooled, {"set": 20, "spare": 2, "praised": 3}, facts=facts)
    assert (found.changes, why(found)) == (None, [("pooled", "judged")])


def test_points_that_somebody_gives_are_nothing_to_add() -> None:
    given = Criterion("given", Score((Given("points"),)), AtLeast(1))
    found = reached(given, {"points": 0}, facts=(Fact("points", FactType.NUMBER),))
    assert (found.changes, why(found)) == (None, [("given", "judged")])


@pytest.mark.parametrize(
    "fact",
    [
        Fact("n", incidents=Drawn()),
        Fact("n", given=3),
        Fact("n", counts=Counted("below")),
        Fact("n", counts=Counted("below", rated="poor")),
    ],
)
def test_incidents_numbers_of_subjects_and_what_the_text_states_are_nothing_to_change(fact: Fact) -> None:
    none = Criterion("none", Value("n"), AtMost(0), kinds="above")
    kinds = (Kind("above"), Kind("below", parents="above"))
    rules = ruled(none, facts=(attrs.evolve(fact, of="above"),), kinds=kinds, rated="above")
    known = {} if fact.given else {"n": 3}
    found = reach(rules, Evidence("s", "above", known), "good")
    assert (found.reached, found.changes, found.complete) == (False, None, True)


def test_a_figure_that_others_leave_no_room_for_is_named() -> None:
    many = Criterion("many", Value("done"), AtLeast(30))
    found = reached(many, {"set": 20, "done": 17})
    assert (found.changes, why(found)) == (None, [("many", "fixed")])


def test_a_veto_that_holds_is_named_with_its_condition() -> None:
    known = {"set": 20, "done": 17, "disciplined": True}
    found = reached(ALL_DONE, known, vetoes=[Veto("v", DISCIPLINED, "poor")])
    assert (found.changes, why(found), found.blocked[0].veto) == (None, [("disciplined", "yes_or_no")], "v")


def test_what_is_left_to_all_asks_for_no_rule() -> None:
    """Only the veto keeps the subject from the level that needs no rule."""
    many = Criterion("many", Value("done"), AtLeast(30))
    rules = attrs.evolve(
        ruled(many, vetoes=[Veto("v", DISCIPLINED, "bad")]), scale=Scale(("good", "poor", "bad")), otherwise="poor"
    )
    found = reach(rules, Evidence("s", "", {"set": 20, "done": 17, "disciplined": True}), "poor")
    assert (found.changes, why(found)) == (None, [("disciplined", "yes_or_no")])


def test_an_exemption_that_holds_is_named_with_its_condition() -> None:
    known = {"set": 20, "done": 20, "disciplined": True}
    found = reached(ALL_DONE, known, exemptions=[Exemption("e", DISCIPLINED)])
    assert (found.changes, why(found), found.blocked[0].exemption) == (None, [("disciplined", "yes_or_no")], "e")


def test_a_point_of_law_that_is_open_blocks_the_level() -> None:
    found = reached(AllOf((ALL_DONE, SILENT)), {"set": 20, "done": 17})
    assert (found.changes, why(found), found.complete) == (None, [("?", "undetermined")], True)


def test_an_alternative_that_can_be_had_blocks_nothing() -> None:
    known = {"set": 20, "done": 17, "praised": 0}
    assert reached(AnyOf((ALL_DONE, PRAISED)), known).changes == (Change("done", 17, 20),)
    blocked = reached(AnyOf((Not(DISCIPLINED), PRAISED)), {**known, "disciplined": True})
    assert why(blocked) == [("disciplined", "yes_or_no"), ("praised", "judged")]


def test_conditions_that_exclude_each_other_are_named_together() -> None:
    none = Criterion("none", Value("done"), AtMost(5))
    found = reached(AllOf((ALL_DONE, none)), {"set": 20, "done": 17})
    assert (found.changes, why(found)) == (None, [("all-done", "together"), ("none", "together")])


def test_what_holds_beside_conditions_that_exclude_each_other_is_not_named() -> None:
    none = Criterion("none", Value("done"), AtMost(5))
    found = reached(AllOf((ALL_DONE, none, PRAISED)), {"set": 20, "done": 17, "praised": 1})
    assert why(found) == [("all-done", "together"), ("none", "together")]


def best_or_good(best: Condition, good: Condition, known: Mapping[str, Answer], *vetoes: Veto) -> Reach:
    """What it takes to earn `good` where two rules earn it or a better level."""
    rules = attrs.evolve(
        ruled(AllOf((best, good)), vetoes=vetoes),
        scale=Scale(("best", "good", "poor")),
        rules=[Rule("best", best), Rule("good", good)],
    )
    return reach(rules, Evidence("s", "", known), "good")


def test_of_two_rules_the_one_that_less_keeps_from_is_named() -> None:
    good, best = AllOf((PRAISED, Not(DISCIPLINED))), AllOf((PRAISED, ALL_DONE))
    known = {"set": 20, "done": 17, "praised": 0, "disciplined": True}
    assert why(best_or_good(best, good, known)) == [("praised", "judged")]
    assert why(best_or_good(good, best, known)) == [("praised", "judged")]


def test_a_rule_that_earns_a_lower_level_is_not_asked() -> None:
    rules = attrs.evolve(
        ruled(AllOf((PRAISED, DISCIPLINED))),
        scale=Scale(("best", "good", "poor")),
        rules=[Rule("best", AllOf((PRAISED, Not(DISCIPLINED)))), Rule("good", PRAISED)],
    )
    found = reach(rules, Evidence("s", "", {"praised": 0, "disciplined": True}), "best")
    assert why(found) == [("praised", "judged"), ("disciplined", "yes_or_no")]


def test_of_two_rules_whose_conditions_exclude_each_other_the_lower_is_named() -> None:
    none, few = (Criterion(name, Value("done"), AtMost(limit)) for name, limit in (("none", 0), ("few", 5)))
    found = best_or_good(AllOf((ALL_DONE, none)), AllOf((ALL_DONE, few)), {"set": 20, "done": 17})
    assert why(found) == [("all-done", "together"), ("few", "together")]


def test_a_veto_that_does_not_cap_below_the_level_is_not_named() -> None:
    none, many = Criterion("none", Value("done"), AtMost(5)), Criterion("many", Value("done"), AtLeast(1))
    vetoes = Veto("good", many, "good"), Veto("poor", many, "poor")
    impossible = AllOf((ALL_DONE, none))
    found = best_or_good(impossible, impossible, {"set": 20, "done": 17}, *vetoes)
    assert [block.veto for block in found.blocked] == [None, None, "poor"]
    disciplined = Veto("good", DISCIPLINED, "good"), Veto("poor", DISCIPLINED, "poor")
    found = best_or_good(PRAISED, PRAISED, {"praised": 0, "disciplined": True}, *disciplined)
    assert [block.veto for block in found.blocked] == [None, "poor"]


def test_of_a_veto_of_several_parts_one_that_can_be_had_is_enough() -> None:
    late = Criterion("late", Ratio("late", "set"), AtLeast(Fraction(1, 2)))
    known = {"set": 20, "late": 15, "praised": 0, "disciplined": True}
    for gate in (AllOf((DISCIPLINED, late)), KOf(2, (DISCIPLINED, late))):
        found = reached(PRAISED, known, vetoes=[Veto("v", gate, "poor")])
        assert why(found) == [("praised", "judged")]
    for either in (AnyOf((DISCIPLINED, late)), KOf(1, (DISCIPLINED, late))):
        found = reached(PRAISED, known, vetoes=[Veto("v", either, "poor")])
        assert why(found) == [("praised", "judged"), ("disciplined", "yes_or_no")]


def test_a_veto_that_excludes_the_rule_is_named_together_with_it_and_one_that_does_not_cap_is_not() -> None:
    many, some = (Criterion(name, Value("done"), AtLeast(limit)) for name, limit in (("many", 10), ("some", 1)))
    vetoes = [Veto("caps", many, "poor"), Veto("harmless", some, "good")]
    found = reached(ALL_DONE, {"set": 20, "done": 17}, vetoes=vetoes)
    assert (found.changes, why(found)) == (None, [("all-done", "together"), ("many", "together")])
    assert [block.veto for block in found.blocked] == [None, "caps"]


def test_nothing_to_judge_is_nothing_to_reach() -> None:
    found = reached(ALL_DONE, {"set": 0, "done": 0})
    assert (found.changes, why(found)) == (None, [("all-done", "not_applicable")])


def test_a_search_that_is_cut_off_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fewest, "MOST_LOOKS", 1)
    found = reached(AllOf((ALL_DONE, FEW_LATE)), {"set": 20, "done": 17, "late": 9})
    assert (found.changes, found.complete) == (None, False)


@pytest.mark.parametrize(
    ("when", "facts", "known", "most"),
    [
        (EITHER, (X, W), (0, 0), 30),
        (pooled(AtMost(Fraction(1, 2))), POOLED, (1500, 1700, 2000, 2055), 45),
        (pooled(AtMost(Fraction(1, 2))), POOLED, (1500, 1700, 2000, 2055), 100),
    ],
)
def test_boxes_and_points_and_where_a_criterion_turns_are_looks(
    monkeypatch: pytest.MonkeyPatch, when: Condition, facts: tuple[Fact, ...], known: tuple[int, ...], most: int
) -> None:
    monkeypatch.setattr(fewest, "MOST_LOOKS", most)
    found = reached(when, dict(zip((fact.id for fact in facts), known, strict=True)), facts=facts)
    assert not found.complete


# In a tree, and where levels come from


def test_the_figures_of_those_below_stay_as_they_are() -> None:
    kinds = (Kind("above"), Kind("below", parents="above"))
    rules = Ruleset(
        "t",
        kinds=kinds,
        facts=TASKS,
        criteria=(ALL_DONE,),
        scale=Scale(("good", "poor")),
        rules=[Rule("good", ALL_DONE)],
        otherwise="poor",
    )
    rows = [Evidence("a", "above"), Evidence("b", "below", {"set": 20, "done": 17}, parent="a")]
    above, below = (reach_from(outcome, "good") for outcome in roll_up(rules, rows))
    assert below.changes == (Change("done", 17, 20),)
    assert (above.changes, above.complete) == (None, True)


@pytest.mark.parametrize("level", ["excellent", "goo", ""])
def test_a_level_that_is_not_on_the_scale_is_refused(level: str) -> None:
    with pytest.raises(ValueError, match="one of: good, poor"):
        reach(ruled(ALL_DONE), Evidence("s", "", {}), level)


def test_where_no_level_is_proposed_none_is_reached() -> None:
    rules = Ruleset("t", facts=TASKS, criteria=(ALL_DONE,))
    with pytest.raises(ValueError, match="no level is proposed"):
        reach(rules, Evidence("s", "", {"set": 1, "done": 1}), "good")


# The command

GRADES = ("tu_tuong_chinh_tri", "dao_duc_loi_song", "tac_phong", "y_thuc_ky_luat", "ket_qua_nhiem_vu", "khac_phuc")
YEAR, INCIDENTS = (Path(__file__).parents[1] / "examples" / f"nam-2024{name}.csv" for name in ("", "-vu-viec"))
NOTHING_WRONG = (
    *("bi_ky_luat_chua_khac_phuc", "vi_pham_ky_luat_nam_sau", "suy_thoai", "vi_pham_dieu_khong_duoc_lam"),
    *("vi_pham_neu_guong", "mien_sinh_hoat", "dinh_chi_sinh_hoat"),
)
MEMBER: Mapping[str, object] = {
    "id": "dv-1",
    "kind": "dang-vien",
    "parent": "cb",
    "ngay_ket_nap": "03/02/2010",
    **{f"muc_{name}": "XS" for name in GRADES},
    **dict.fromkeys(NOTHING_WRONG, "không"),
    "nhiem_vu": 10,
    "nhiem_vu_dung_han": 8,
    "nhiem_vu_vuot": 3,
}


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """A cell with a member who has two tasks late, and one of whom discipline is known."""
    disciplined = {**MEMBER, "id": "dv-2", "bi_ky_luat_chua_khac_phuc": "có"}
    return table(tmp_path / "dang-vien.csv", [{"id": "cb", "kind": "chi-bo-co-so"}, MEMBER, disciplined])


@pytest.mark.parametrize("level", ["HTXS", "xuat-sac", "hoàn thành xuất sắc nhiệm vụ", "Hoàn thành xuất sắc"])
def test_the_command_says_what_it_takes(capsys: Printed, members: Path, level: str) -> None:
    ran = xeploai(capsys, "explain", "qd-124-2023", members, "--period", "2024", "--subject", "dv-1", "--reach", level)
    assert (ran.status, ran.err) == (0, "")
    first, lead, on_time, beyond, total = ran.out.splitlines()
    assert first.startswith("`dv-1`")
    assert lead == "Để được đề xuất xếp loại Hoàn thành xuất sắc nhiệm vụ cần:"
    assert on_time.endswith("thêm 02 nhiệm vụ (8 → 10)")
    assert beyond.endswith("thêm 02 nhiệm vụ (3 → 5)")
    assert total == "Tổng mức thay đổi: 4 (không có cách nào thay đổi ít hơn)"


def test_the_command_says_what_cannot_be_changed(capsys: Printed, members: Path) -> None:
    asked = ("explain", "qd-124-2023", members, "--period", "2024", "--subject", "dv-2", "--reach", "HTXS")
    said = xeploai(capsys, *asked).out
    assert "Không thể được đề xuất xếp loại Hoàn thành xuất sắc nhiệm vụ bằng thay đổi số liệu" in said
    assert "khống chế «Cá nhân bị kỷ luật trong năm»" in said
    assert "nhận định, kết luận của cấp có thẩm quyền" in said
    english = xeploai(capsys, *asked, "--lang", "en").out
    assert "What cannot be changed:" in english
    assert "somebody's judgement" in english


def test_what_is_only_not_known_yet_is_awaited_and_not_out_of_reach(capsys: Printed, tmp_path: Path) -> None:
    asked = {**MEMBER, "nhiem_vu_dung_han": 10, "nhiem_vu_vuot": 5, "vi_pham_neu_guong": ""}
    data = table(tmp_path / "t.csv", [{"id": "cb", "kind": "chi-bo-co-so"}, asked])
    command = ("explain", "qd-124-2023", data, "--period", "2024", "--subject", "dv-1", "--reach", "HTXS")
    _, lead, *awaited = xeploai(capsys, *command).out.splitlines()
    assert lead == "Chưa kết luận được có được đề xuất xếp loại Hoàn thành xuất sắc nhiệm vụ hay không. Còn chờ:"
    assert awaited
    assert all("(chưa có số liệu: «" in one for one in awaited)
    assert (
        "Whether Excellent completion of tasks is earned cannot be said yet. Awaited:"
        in xeploai(capsys, *command, "--lang", "en").out
    )
    text = xeploai(capsys, *command, "--format", "md").out
    assert "hay không. Còn chờ:\n\n- " in text
    # The shape of the answer for programs is what it was.
    found = json.loads(xeploai(capsys, *command, "--format", "json").out)
    assert (found["reached"], found["changes"], found["complete"]) == (False, None, True)
    assert {one["why"] for one in found["blocked"]} == {"missing"}


def test_what_is_awaited_stands_apart_from_what_cannot_be_changed(capsys: Printed, tmp_path: Path) -> None:
    asked = {**MEMBER, "bi_ky_luat_chua_khac_phuc": "có", "vi_pham_neu_guong": ""}
    data = table(tmp_path / "t.csv", [{"id": "cb", "kind": "chi-bo-co-so"}, asked])
    command = ("explain", "qd-124-2023", data, "--period", "2024", "--subject", "dv-1", "--reach", "HTXS")
    _, lead, *blocked, close = xeploai(capsys, *command).out.splitlines()
    assert lead.startswith("Không thể được đề xuất xếp loại Hoàn thành xuất sắc nhiệm vụ")
    assert blocked
    assert not any("chưa có số liệu" in one for one in blocked)
    assert close.startswith("Ngoài ra còn chờ: ")
    assert "(chưa có số liệu: «" in close
    assert "\nAwaited besides: " in xeploai(capsys, *command, "--lang", "en").out


def test_of_two_ways_one_that_is_open_is_enough_to_leave_the_level_open() -> None:
    warned = Criterion("warned", Value("warned"), Equals(True))
    rules = ruled(AnyOf((DISCIPLINED, warned)), SUMMONED)
    found = rate(rules, Evidence("s", "", {"disciplined": False}))
    said, besides = reach_texts(naming(rules, "vi"), reach_from(found, "good"), found.rating)
    assert said.text.startswith("Chưa kết luận được")
    assert [one.count("chưa có số liệu") for one in said.below] == [1]
    assert besides.text.startswith("Không thay đổi được: ")


def test_what_the_text_leaves_open_is_awaited_too() -> None:
    rules = ruled(AllOf((ALL_DONE, SILENT)))
    found = rate(rules, Evidence("s", "", {"set": 20, "done": 17}))
    said = list(reach_texts(naming(rules, "en"), reach_from(found, "good"), found.rating))
    awaited = "undetermined by the text: the text was not seen"
    assert said == [("Whether good is earned cannot be said yet. Awaited:", (awaited,))]


def test_the_command_says_it_in_json_and_in_markdown(capsys: Printed, members: Path) -> None:
    asked = ("explain", "qd-124-2023", members, "--period", "2024", "--reach", "HTXS", "--subject")
    data = json.loads(xeploai(capsys, *asked, "dv-1", "--format", "json").out)
    moved = [(one["fact"], one["from"], one["to"]) for one in data["changes"]]
    assert moved == [("nhiem_vu_dung_han", 8, 10), ("nhiem_vu_vuot", 3, 5)]
    assert (data["level"], data["reached"], data["units"], data["complete"]) == ("xuat-sac", False, 4, True)
    blocked = json.loads(xeploai(capsys, *asked, "dv-2", "--format", "json").out)
    assert (blocked["changes"], blocked["units"]) == (None, None)
    assert {one["why"] for one in blocked["blocked"]} == {"judged"}
    text = xeploai(capsys, *asked, "dv-1", "--format", "md").out
    assert text.startswith("# dv-1 (`dv-1`)\n\nĐể được đề xuất")
    assert text.count("\n- ") == 2


def test_a_level_that_was_decided_stands_beside_the_answer(capsys: Printed) -> None:
    asked = ("explain", RULES, YEAR, "--incidents", INCIDENTS, "--subject", "cbcs-05", "--reach", "tot")
    decided = "Đã quyết định: Không xếp loại (căn cứ: QĐ ví dụ 12, 20/12/2024; lý do: thành lập dưới 6 tháng)"
    title, first, answer, *_ = xeploai(capsys, *asked).out.splitlines()
    assert (title.startswith("Chi bộ Hội Ví dụ 05"), first, "Hoàn thành tốt" in answer) == (True, decided, True)
    assert f"(`cbcs-05`)\n\n{decided}\n\n{answer}" in xeploai(capsys, *asked, "--format", "md").out
    assert "\nDecided: Not assessed (" in xeploai(capsys, *asked, "--lang", "en").out
    # Where nothing is decided nothing is said of it.
    other = ("explain", RULES, YEAR, "--incidents", INCIDENTS, "--subject", "db-06", "--reach", "tot")
    assert "quyết định" not in xeploai(capsys, *other).out


@pytest.mark.parametrize(
    ("level", "meant"), [("hoàn thành xuất sác", "Hoàn thành xuất sắc"), ("khong-xep-loai", ""), ("nhiệm vụ", "")]
)
def test_an_unknown_level_ends_with_2_and_the_levels(capsys: Printed, members: Path, level: str, meant: str) -> None:
    ran = xeploai(capsys, "explain", "qd-124-2023", members, "--period", "2024", "--subject", "dv-1", "--reach", level)
    assert (ran.status, ran.out) == (2, "")
    assert f"không có mức xếp loại `{level}`; các mức: `Hoàn thành xuất sắc nhiệm vụ/HTXS" in ran.err
    assert not meant or f"có phải muốn viết `{meant}" in ran.err


def test_where_the_rules_propose_no_level_the_command_ends_with_2(capsys: Printed, tmp_path: Path) -> None:
    file = table(tmp_path / "t.csv", [{"id": "cc", "kind": "cong-chuc"}])
    ran = xeploai(capsys, "explain", "qd-124-2023", file, "--period", "2024", "--subject", "cc", "--reach", "HTT")
    assert (ran.status, ran.out) == (2, "")
    assert "không đề xuất mức xếp loại cho `cc` (loại hình `cong-chuc`)" in ran.err
