"""*Chỉ tiêu*: met when all their parts are, exceeded when every part that can be is; and who has reported."""

from decimal import Decimal

import attrs
import pytest

from xeploai import (
    Answers,
    AtLeast,
    Between,
    Criterion,
    Evidence,
    Fact,
    Given,
    Goal,
    Highest,
    Kind,
    Lowest,
    Ratio,
    Ruleset,
    Scale,
    Score,
    Share,
    Value,
    Verdict,
    findings,
    goals,
    percent,
    roll_up,
)
from xeploai.model.evidence import Answer
from xeploai.model.measure import Measure
from xeploai.model.target import Target
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


POINTS = Value("points")
HALVES, WHOLE_POINTS, SMALL = AtLeast(Decimal("90.5")), AtLeast(90), AtLeast(Decimal("0.5"))
GRADED = Ruleset(
    "graded",
    kinds=[Kind("bloc"), Kind("unit", parents="bloc")],
    facts=[
        Fact("points", "number", of="bloc"),
        Fact("one", "grade", of="bloc"),
        Fact("other", "grade", of="bloc"),
        Fact("done", of="bloc"),
        Fact("kept", "yes_no", of="unit"),
    ],
    scale=Scale(["high", "middle", "low"]),
    grades=Scale(["strong", "fair", "weak"]),
)


def exceeds(measure: Measure, target: Target, rules: Ruleset = GRADED, **known: Answer) -> tuple[bool, bool, bool]:
    """Whether a criterion is exceeded, a goal of it alone, and a goal of it with a count that is exceeded."""
    count = Criterion("count", Value("done"), AtLeast(1), kinds="bloc")
    asked = attrs.evolve(
        rules,
        criteria=[Criterion("c", measure, target, kinds="bloc"), count],
        goals=[Goal("alone", "c"), Goal("together", ["c", "count"])],
    )
    units = [Evidence(f"u{number}", "unit", {"kept": True}, parent="b") for number in range(2)]
    bloc = roll_up(asked, [Evidence("b", "bloc", {"done": 2, **known}), *units])[0]
    finding, _ = findings(bloc)
    assert finding.verdict is Verdict.MET
    alone, together = goals(bloc)
    return finding.exceeded, alone.exceeded, together.exceeded


@pytest.mark.parametrize("measure", [POINTS, Score([Given("points")])], ids=["value", "score"])
@pytest.mark.parametrize(
    ("target", "just", "more"), [(HALVES, "90.5", "90.6"), (WHOLE_POINTS, "90", "90.1"), (SMALL, "0.5", "0.6")]
)
def test_points_are_exceeded_as_counts_are(measure: Measure, target: Target, just: str, more: str) -> None:
    """Points are no share: what asks for one or more of them, whole or not, can be exceeded."""
    assert exceeds(measure, target, points=Decimal(just)) == (False, False, False)
    assert exceeds(measure, target, points=Decimal(more)) == (True, True, True)


def test_points_that_are_not_met_are_short_of_nothing_that_is_counted() -> None:
    rules = attrs.evolve(GRADED, criteria=[Criterion("c", POINTS, WHOLE_POINTS, kinds="bloc")])
    (finding,) = findings(roll_up(rules, [Evidence("b", "bloc", {"points": 80})])[0])
    assert (finding.verdict, finding.short, finding.exceeded) == (Verdict.NOT_MET, None, False)


@pytest.mark.parametrize("measure", [Value("one"), Lowest(["one", "other"]), Highest(["one", "other"])])
@pytest.mark.parametrize("scale", [GRADED.scale, None, Scale(["weak", "fair", "strong"]), Scale(["fair", "weak"])])
def test_grades_are_held_against_their_own_scale(measure: Measure, scale: Scale | None) -> None:
    """What is best among levels says nothing of grades, nor does it that there are none."""
    rules = attrs.evolve(GRADED, scale=scale)
    best: dict[str, Answer] = {"one": "strong", "other": "strong"}
    assert exceeds(measure, AtLeast("strong"), rules, **best) == (False, False, True)
    assert exceeds(measure, AtLeast("fair"), rules, **best) == (True, True, True)
    assert exceeds(measure, AtLeast("fair"), rules, one="fair", other="fair") == (False, False, False)


def test_of_shares_only_those_of_less_than_all_can_be_exceeded() -> None:
    kept = Share("unit", Answers("kept"))
    assert exceeds(kept, AtLeast(percent(100))) == (False, False, True)
    assert exceeds(kept, AtLeast(percent(99))) == (True, True, True)
