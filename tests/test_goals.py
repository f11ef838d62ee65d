"""*Chỉ tiêu*: met when all their parts are, exceeded when every part that can be is; and who has reported."""

import pytest

from xeploai import (
    AtLeast,
    Between,
    Criterion,
    Evidence,
    Fact,
    Goal,
    Kind,
    Ratio,
    Ruleset,
    Scale,
    Value,
    goals,
    percent,
    roll_up,
)
from xeploai.rating.reporting import reported_below

ADMITTED = Criterion("admitted", Value("admitted"), AtLeast(3), kinds="bloc", monitors="unit")
STUDIED = Criterion("studied", Ratio("studied", "members"), AtLeast(percent(100)), kinds=("bloc", "unit"))
PLEDGED = Criterion("pledged", Ratio("pledged", "members"), AtLeast(percent(90)), kinds="bloc")
INSPECTED = Criterion(
    "inspected", Ratio("inspected", "members"), Between(percent(30), percent(35), above="noted"), kinds="bloc"
)
GOOD = Criterion("good", Value("level"), AtLeast("good"), kinds="bloc")
BEST = Criterion("best", Value("level"), AtLeast("best"), kinds="bloc")
LARGE = Criterion("large", Value("members"), AtLeast({"bloc": 8}), kinds="bloc")
RULES = Ruleset(
    "goals",
    kinds=[Kind("bloc"), Kind("unit", parents="bloc"), Kind("cell", parents="unit")],
    facts=[
        Fact("members"),
        Fact("admitted"),
        Fact("level", "level"),
        *(Fact(name, at_most="members") for name in ("studied", "pledged", "inspected")),
    ],
    scale=Scale(["best", "good", "fair"]),
    criteria=[ADMITTED, STUDIED, PLEDGED, INSPECTED, GOOD, BEST, LARGE],
    goals=[
        Goal("count", "admitted"),
        Goal("whole", "studied"),
        Goal("share", "pledged"),
        Goal("range", "inspected"),
        Goal("level", "good"),
        Goal("top", "best"),
        Goal("whole-and-share", ["studied", "pledged"]),
        Goal("count-and-share", ["admitted", "pledged"]),
        Goal("range-and-share", ["inspected", "pledged"]),
        Goal("top-and-share", ["best", "pledged"]),
        Goal("count-and-whole", ["admitted", "studied"]),
        Goal("whole-and-large", ["studied", "large"]),
    ],
)
COUNTS = {"members": 10, "admitted": 4, "studied": 10, "pledged": 10, "inspected": 5}
FULL: dict[str, int | str] = {**COUNTS, "level": "best"}


def outcome(**answers: int | str) -> dict[str, tuple[str, bool]]:
    bloc = roll_up(RULES, [Evidence("b", "bloc", FULL | answers)])[0]
    return {goal.goal: (goal.verdict.value, goal.exceeded) for goal in goals(bloc)}


@pytest.mark.parametrize(
    ("answers", "goal", "expected"),
    [
        ({}, "count", ("met", True)),
        ({"admitted": 3}, "count", ("met", False)),
        ({"admitted": 2}, "count", ("not_met", False)),
        ({}, "whole", ("met", False)),
        ({}, "share", ("met", True)),
        ({"pledged": 9}, "share", ("met", False)),
        ({}, "range", ("met", False)),
        ({}, "level", ("met", True)),
        ({"level": "good"}, "level", ("met", False)),
        ({}, "top", ("met", False)),
        ({}, "whole-and-share", ("met", True)),
        ({"pledged": 9}, "whole-and-share", ("met", False)),
        ({"studied": 9}, "whole-and-share", ("not_met", False)),
        ({}, "count-and-share", ("met", True)),
        ({"pledged": 9}, "count-and-share", ("met", False)),
        ({"admitted": 3}, "count-and-share", ("met", False)),
        ({}, "range-and-share", ("met", True)),
        ({}, "top-and-share", ("met", True)),
        ({}, "whole-and-large", ("met", True)),
    ],
)
def test_a_goal_is_exceeded_where_every_part_that_can_be_is(
    answers: dict[str, int | str], goal: str, expected: tuple[str, bool]
) -> None:
    assert outcome(**answers)[goal] == expected


def test_a_goal_with_a_part_that_does_not_apply_is_met_and_not_exceeded() -> None:
    none = {"members": 0, "studied": 0, "pledged": 0, "inspected": 0}
    assert outcome(**none)["count-and-share"] == ("met", False)


def test_what_is_open_is_not_exceeded() -> None:
    bloc = roll_up(RULES, [Evidence("b", "bloc", {"members": 10})])[0]
    assert {goal.exceeded for goal in goals(bloc)} == {False}


def test_a_goal_stands_only_where_all_its_parts_are_judged() -> None:
    """At the unit one part is only followed up, and others do not concern it, or have no threshold there."""
    tree = [Evidence("b", "bloc"), Evidence("u", "unit", {"members": 4, "studied": 4, "admitted": 1}, parent="b")]
    assert [goal.goal for goal in goals(roll_up(RULES, tree)[1])] == ["whole"]


def test_a_share_of_a_whole_beyond_reach_cannot_be_exceeded() -> None:
    """A plan above 100 % is no plan for a part of a whole; below it, one step decides."""
    part = Ratio("part", "whole")
    rules = Ruleset(
        "free",
        facts=[Fact("part"), Fact("whole")],
        criteria=[
            Criterion("most", part, AtLeast(percent(99))),
            Criterion("more", part, AtLeast(percent(150))),
        ],
        goals=[Goal("most", "most"), Goal("more", "more")],
    )
    found = {
        goal.goal: goal.exceeded for goal in goals(roll_up(rules, [Evidence("x", facts={"part": 4, "whole": 2})])[0])
    }
    assert found == {"most": True, "more": False}


def test_a_unit_has_reported_when_it_or_one_below_it_has() -> None:
    tree = [
        Evidence("b", "bloc", {"level": "good"}),
        Evidence("silent", "unit", parent="b"),
        Evidence("spoken", "unit", {"members": 4}, parent="b"),
        Evidence("through-a-cell", "unit", parent="b"),
        Evidence("c1", "cell", {"members": 2}, parent="through-a-cell"),
        Evidence("c2", "cell", parent="through-a-cell"),
    ]
    bloc, silent, *_ = roll_up(RULES, tree)
    assert reported_below(bloc, ("unit",)) == 2
    assert reported_below(bloc, ("cell",)) == 1
    assert reported_below(silent, ("unit",)) == 0
