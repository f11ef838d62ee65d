"""What a finding waits for: figures of those that have not reported, and those that have no row."""

from collections.abc import Sequence

import attrs
import pytest

from tests.ruled import roll_up
from xeploai.exact import percent
from xeploai.interval import Interval
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Count, Counted, Fact, FactType
from xeploai.model.kind import Group, Kind
from xeploai.model.measure import Answers, Measure, Meets, Ratio, Share, Value
from xeploai.model.outcome import Unlisted
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import Scale
from xeploai.model.target import AtLeast
from xeploai.rating.findings import findings

RULES = Ruleset(
    "waiting",
    kinds=[Kind("top"), Kind("unit", parents="top"), Kind("cell", parents="top")],
    groups=[Group("all", ["unit", "cell"])],
    facts=[
        Fact("below", of="top", counts=Counted("all")),
        Fact("units", of="top", counts=Counted("unit")),
        Fact("cells", of="top", counts=Counted("cell")),
        Fact("done"),
        Fact("men"),
        Fact("women"),
        Fact("due", sum_of=["men", "women"]),
        Fact("kept", FactType.YES_NO, of="unit"),
        Fact("of-units", of="unit"),
    ],
)
KEPT = Share("unit", Answers("kept"))
TOP = Evidence("t", "top")


def unit(number: int, **facts: Answer) -> Evidence:
    return Evidence(f"u{number}", "unit", facts, parent="t")


def waits(measure: Measure, subjects: Sequence[Evidence]) -> tuple[list[str], tuple[Unlisted, ...]]:
    """The facts that the finding of the topmost waits for, by their subjects, and those that have no row."""
    limit = percent(100) if isinstance(measure, Ratio | Share) else 1000
    criterion = Criterion("c", measure, AtLeast(limit), kinds="top")
    (found,) = findings(roll_up(attrs.evolve(RULES, criteria=[criterion]), subjects)["t"])
    return [f"{lack.subject}.{lack.fact}" for lack in found.missing], found.unlisted


@pytest.mark.parametrize(
    ("subjects", "missing"),
    [
        ([TOP], ["t.done"]),
        ([TOP, unit(1, done=1), unit(2)], ["u2.done"]),
        ([attrs.evolve(TOP, facts={"units": 2}), unit(1, done=1), unit(2)], ["u2.done"]),
    ],
)
def test_a_number_waits_for_those_below_that_have_not_reported_it(
    subjects: Sequence[Evidence], missing: list[str]
) -> None:
    assert waits(Value("done"), subjects)[0] == missing


def test_a_ratio_waits_for_no_figure_that_follows_from_others() -> None:
    subjects = [TOP, unit(1, men=3, women=4)]
    assert waits(Ratio("done", "due"), subjects) == (["u1.done"], ())


def test_who_does_not_keep_a_figure_is_not_asked_for_it() -> None:
    assert waits(Value("of-units"), [TOP]) == ([], ())


@pytest.mark.parametrize(("stated", "number"), [(3, 1), (5, 3)])
def test_a_number_waits_for_those_without_a_row(stated: int, number: int) -> None:
    top = attrs.evolve(TOP, facts={"units": stated})
    missing, unlisted = waits(Value("of-units"), [top, unit(1, **{"of-units": 1}), unit(2)])
    assert missing == ["u2.of-units"]
    assert unlisted == (Unlisted("t", ("unit",), Interval(number, number)),)


@pytest.mark.parametrize(
    ("kinds", "missing"),
    [
        ("all", ["t.below", "t.cells", "t.units"]),
        ("unit", ["t.below", "t.units"]),
    ],
)
def test_a_number_of_subjects_waits_for_what_states_it(kinds: str, missing: list[str]) -> None:
    found, unlisted = waits(Count(kinds), [TOP])
    assert sorted(found) == missing
    assert unlisted == ()


@pytest.mark.parametrize(
    ("top", "subjects", "missing"),
    [
        ({}, [], ["t.below", "t.units"]),
        ({}, [unit(1, kept=True), unit(2)], ["u2.kept"]),
        ({"units": 2}, [unit(1, kept=True), unit(2)], ["u2.kept"]),
        ({"units": 2, "below": 3}, [unit(1, kept=True), unit(2)], ["u2.kept"]),
    ],
)
def test_a_share_waits_for_its_subjects_and_no_others(
    top: dict[str, Answer], subjects: Sequence[Evidence], missing: list[str]
) -> None:
    """Where all units have rows, that a cell has none is nothing to wait for."""
    found, unlisted = waits(KEPT, [attrs.evolve(TOP, facts=top), *subjects])
    assert sorted(found) == missing
    assert unlisted == ()


DEEPER = Ruleset(
    "deeper",
    kinds=[Kind("top"), Kind("unit", parents="top"), Kind("cell", parents="unit")],
    facts=[
        Fact("cells", of="top", counts=Counted("cell")),
        Fact("units", of="top", counts=Counted("unit")),
        Fact("kept", FactType.YES_NO, of="cell"),
    ],
    criteria=[Criterion("c", Share("cell", Answers("kept")), AtLeast(percent(100)), kinds="top")],
)


def test_a_share_waits_for_those_that_may_stand_below_none_of_the_rows() -> None:
    """A unit of which nothing is known need not hold the cell that is missing."""
    outcome = roll_up(DEEPER, [attrs.evolve(TOP, facts={"cells": 1}), unit(1)])["t"]
    assert findings(outcome)[0].unlisted == (Unlisted("t", ("cell",), Interval(0, 1)),)


def test_where_the_rows_are_all_a_share_waits_for_no_unit_that_has_no_row() -> None:
    """Nobody stated a number of cells: those that have rows are all, and none is below the other two units."""
    subjects = [attrs.evolve(TOP, facts={"units": 3}), unit(1), Evidence("c1", "cell", parent="u1")]
    (found,) = findings(roll_up(DEEPER, subjects)["t"])
    assert [f"{lack.subject}.{lack.fact}" for lack in found.missing] == ["c1.kept"]
    assert found.unlisted == ()


def test_a_share_waits_for_none_that_cannot_count() -> None:
    """A cell has no due, and so nothing to judge: two cells without a row are nothing to wait for."""
    done = Criterion("done", Ratio("done", "due"), AtLeast(percent(100)), kinds=["cell", "other"])
    of_both = Share(["cell", "other"], Meets("done"))
    deeper = Ruleset(
        "deeper",
        kinds=[Kind("top"), Kind("unit", parents="top"), Kind("other", parents="top"), Kind("cell", parents="unit")],
        facts=[
            Fact("done", at_most="due", of=["cell", "other"]),
            Fact("due", of=["cell", "other"], maximum={"cell": 0}),
            Fact("cells", of="unit", counts=Counted("cell")),
            Fact("others", of="top", counts=Counted("other")),
        ],
        criteria=[done, Criterion("c", of_both, AtLeast(percent(100)), kinds="top")],
    )
    subjects = [
        attrs.evolve(TOP, facts={"others": 1}),
        attrs.evolve(unit(1), facts={"cells": 2}),
        Evidence("o", "other", {"due": 2}, parent="t"),
    ]
    (found,) = [one for one in findings(roll_up(deeper, subjects)["t"]) if one.criterion.id == "c"]
    assert [f"{lack.subject}.{lack.fact}" for lack in found.missing] == ["o.done"]
    assert found.unlisted == ()


@pytest.mark.parametrize(("stated", "number"), [(3, 1), (5, 3)])
def test_a_share_waits_for_those_without_a_row(stated: int, number: int) -> None:
    found, unlisted = waits(KEPT, [attrs.evolve(TOP, facts={"units": stated}), unit(1, kept=True), unit(2)])
    assert found == ["u2.kept"]
    assert unlisted == (Unlisted("t", ("unit",), Interval(number, number)),)


LEVELS = Ruleset(
    "levels",
    kinds=[Kind("top"), Kind("unit", parents="top"), Kind("cell", parents="unit")],
    scale=Scale(("good", "poor")),
    facts=[
        Fact("level", FactType.LEVEL, of="cell"),
        Fact("good-cells", of="top", counts=Counted("cell", rated="good")),
    ],
    criteria=[Criterion("c", Value("good-cells"), AtLeast(1), kinds="top")],
    decided="level",
)


def test_levels_are_awaited_of_rows_however_far_below_and_of_nobody_where_there_is_none() -> None:
    rows = [TOP, Evidence("u", "unit", parent="t"), Evidence("c", "cell", parent="u")]
    (nested,), (none,) = (findings(roll_up(LEVELS, subjects)["t"]) for subjects in (rows, rows[:1]))
    assert (str(nested.verdict), nested.why) == ("unknown", "awaiting_decision")
    assert (str(none.verdict), none.why) == ("unknown", "not_reported")
