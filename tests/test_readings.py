"""The other readings of a text: what a number that was counted under the chosen reading says under another."""

import attrs
import pytest

from tests.ruled import roll_up
from xeploai.diagnostic import InvalidEvidence
from xeploai.exact import percent
from xeploai.model.condition import Alternative, Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Counted, Fact
from xeploai.model.kind import Kind
from xeploai.model.measure import Earned, Meets, Ratio, Score, Share
from xeploai.model.outcome import Rating
from xeploai.model.ruleset import Assumption, OtherCondition, Rule, Ruleset
from xeploai.model.scale import Scale
from xeploai.model.target import AtLeast, Between, Target
from xeploai.rating.findings import findings
from xeploai.rating.standing import standing

INSPECTED = Ratio("inspected", "members")


def within(low: int, high: int, above: str = "noted") -> Between:
    return Between(percent(low), percent(high), above=above)  # type: ignore[arg-type]


def rules(chosen: Target, *spelled: Alternative, above: str = "noted", share: int = 100) -> Ruleset:
    others = [word for word in ("met", "noted", "not_met") if word != above]
    cell = Criterion("cell", INSPECTED, chosen, kinds="cell", assume=["above", "otherwise"], alternatives=list(spelled))
    return Ruleset(
        "readings",
        kinds=[Kind("bloc"), Kind("cell", parents="bloc")],
        facts=[
            Fact("members", of="cell", minimum=1),
            Fact("inspected", of="cell", at_most="members"),
            Fact("watched", of="cell", at_most="members"),
            Fact("cells", of="bloc", counts=Counted("cell")),
            Fact("cells_enough", of="bloc", counts=Counted("cell", meet="cell"), at_most="cells"),
        ],
        assumptions=[
            Assumption("above", chosen=above, others=others),
            Assumption("otherwise", chosen="as-written", others=["otherwise"]),
        ],
        criteria=[
            cell,
            Criterion("bloc", Share("cell", Meets("cell")), AtLeast(percent(share)), kinds="bloc"),
            Criterion("beside", INSPECTED, within(40, 50), kinds="cell"),
        ],
    )


def read(made: Ruleset, stated: int) -> dict[str, str]:
    """The verdict over four cells of which so many are stated to do enough, by reading."""
    bloc = Evidence("b", "bloc", {"cells": 4, "cells_enough": stated})
    (found,) = findings(roll_up(made, [bloc])["b"])
    return {"chosen": str(found.verdict), **{one.reading: str(one.verdict) for one in found.readings}}


def otherwise(measure: Ratio | None = None, target: Target | None = None) -> Alternative:
    return Alternative("otherwise", "otherwise", measure, target)


def test_a_stated_number_holds_exactly_where_only_the_wording_of_above_differs() -> None:
    assert read(rules(within(30, 35)), 4) == {"chosen": "met", "met": "met", "not_met": "unknown"}


def test_a_stated_number_is_an_upper_end_where_the_text_is_read_more_strictly() -> None:
    assert read(rules(within(30, 35)), 3) == {"chosen": "not_met", "met": "not_met", "not_met": "not_met"}


def test_an_upper_end_leaves_open_whether_anybody_meets_it() -> None:
    assert read(rules(within(30, 35), share=25), 3) == {"chosen": "met", "met": "met", "not_met": "unknown"}


def test_findings_without_the_other_readings_say_nothing_of_them() -> None:
    bloc = Evidence("b", "bloc", {"cells": 4, "cells_enough": 3})
    outcome = roll_up(rules(within(30, 35)), [bloc])["b"]
    (found,), (alone,) = findings(outcome), findings(outcome, otherwise=False)
    assert found.readings
    assert alone == found._replace(readings=())


def test_a_stated_number_says_nothing_where_the_text_is_read_less_strictly() -> None:
    made = rules(within(30, 35, "not_met"), above="not_met")
    assert read(made, 3) == {"chosen": "not_met", "met": "unknown", "noted": "unknown"}


@pytest.mark.parametrize("stated", [3, 4])
@pytest.mark.parametrize(
    ("chosen", "other"),
    [
        (within(30, 35), otherwise(target=within(20, 35))),
        (within(30, 35), otherwise(target=within(30, 40))),
        (within(30, 35), otherwise(target=AtLeast(percent(30)))),
        (AtLeast(percent(30)), otherwise(target=within(30, 35))),
        (within(30, 35), otherwise(Ratio("watched", "members"))),
    ],
)
def test_a_stated_number_says_nothing_of_another_range_or_measure(
    chosen: Target, other: Alternative, stated: int
) -> None:
    found = read(rules(chosen, other), stated)
    assert found["chosen"] == ("met" if stated == 4 else "not_met")
    assert found["otherwise"] == "unknown"


def test_a_stated_number_that_the_rows_cannot_come_to_is_refused() -> None:
    """None of ? is not enough, or nothing to judge."""
    made = rules(AtLeast(percent(30)))
    facts = [attrs.evolve(fact, minimum=0) for fact in made.facts]
    bloc = Evidence("b", "bloc", {"cells": 3, "cells_enough": 1})
    cells = [Evidence(f"c{n}", "cell", {"inspected": 0}, parent="b") for n in range(3)]
    with pytest.raises(InvalidEvidence):
        roll_up(attrs.evolve(made, facts=facts), [bloc, *cells])


def deeper() -> Ruleset:
    """A share of units whose share of cells meets the criterion that is read otherwise."""
    made = rules(within(30, 35))
    all_cells = Criterion("unit", Share("cell", Meets("cell")), AtLeast(percent(100)), kinds="unit")
    all_units = Criterion("bloc", Share("unit", Meets("unit")), AtLeast(percent(100)), kinds="bloc")
    return attrs.evolve(
        made,
        kinds=[Kind("bloc"), Kind("unit", parents="bloc"), Kind("cell", parents="unit")],
        criteria=[made.criteria[0], all_cells, all_units],
    )


def test_the_order_in_which_kinds_are_declared_changes_nothing() -> None:
    """Those without a row may hold others without a row; whichever kind comes first, they are counted in the end."""
    made = deeper()
    made = attrs.evolve(made, facts=[*made.facts, Fact("units", of="bloc", counts=Counted("unit"))])
    upwards = attrs.evolve(made, kinds=made.kinds[::-1])
    bloc = Evidence("b", "bloc", {"units": 2})
    assert [roll_up(each, [bloc])["b"].verdicts["bloc"] for each in (made, upwards)] == ["unknown", "unknown"]
    assert roll_up(made, [bloc])["b"].bits == roll_up(upwards, [bloc])["b"].bits


def test_another_reading_reaches_all_that_hangs_on_it() -> None:
    bloc, unit = Evidence("b", "bloc"), Evidence("u", "unit", parent="b")
    for inspected, strict in ((4, "not_met"), (3, "met")):
        cell = Evidence("c", "cell", {"members": 10, "inspected": inspected}, parent="u")
        found = {one.criterion.id: one for one in findings(roll_up(deeper(), [bloc, unit, cell])["b"])}["bloc"]
        assert {one.reading: str(one.verdict) for one in found.readings} == {"met": "met", "not_met": strict}


def test_a_stated_number_says_nothing_of_a_reading_on_which_what_it_counts_rests() -> None:
    """It was counted under the chosen reading of the cells; where they are read otherwise the units may differ too."""
    stated = Fact("units_enough", of="bloc", counts=Counted("unit", meet="unit"), at_most="units")
    made = deeper()
    made = attrs.evolve(made, facts=[*made.facts, Fact("units", of="bloc", counts=Counted("unit")), stated])
    bloc = Evidence("b", "bloc", {"units": 1, "units_enough": 1})
    unit = Evidence("u", "unit", parent="b")
    cell = Evidence("c", "cell", {"members": 10, "inspected": 4}, parent="u")
    for rows, strict in (([bloc, unit, cell], "not_met"), ([bloc], "unknown")):
        found = {one.criterion.id: one for one in findings(roll_up(made, rows)["b"])}["bloc"]
        assert found.verdict == "met"
        assert {one.reading: str(one.verdict) for one in found.readings} == {"met": "met", "not_met": strict}


def test_a_range_that_rests_on_no_assumption_has_no_other_reading() -> None:
    cell = Evidence("c", "cell", {"members": 10, "inspected": 3})
    made = rules(within(30, 35))
    found = {
        one.criterion.id: [other.reading for other in one.readings] for one in findings(roll_up(made, [cell])["c"])
    }
    assert found == {"cell": ["met", "not_met"], "beside": []}


def test_a_reading_that_is_spelled_out_is_not_made_up() -> None:
    spelled = Alternative("above", "met", target=within(30, 40, "met"))
    made = rules(within(30, 35), spelled)
    found = findings(roll_up(made, [Evidence("c", "cell", {"members": 10, "inspected": 3})])["c"])[0]
    assert [other.reading for other in found.readings] == ["met"]
    assert attrs.evolve(found.criterion, alternatives=()) == attrs.evolve(made.criteria[0], alternatives=())


def test_a_stated_number_of_those_that_rest_on_others_says_nothing_where_those_read_otherwise() -> None:
    """The number counts units whose cells all do enough, and it is the cells that are read otherwise."""
    made = attrs.evolve(
        rules(within(30, 35)),
        kinds=[Kind("top"), Kind("bloc", parents="top"), Kind("cell", parents="bloc")],
        facts=[
            *(Fact(name, of="cell", minimum=1) for name in ("members", "inspected")),
            Fact("blocs_enough", of="top", counts=Counted("bloc", meet="bloc")),
        ],
        criteria=[
            *rules(within(30, 35)).criteria[:2],
            Criterion("top", Share("bloc", Meets("bloc")), AtLeast(percent(100)), kinds="top"),
        ],
    )
    rows = [
        Evidence("t", "top", {"blocs_enough": 1}),
        Evidence("b", "bloc", parent="t"),
        Evidence("c", "cell", {"members": 10, "inspected": 9}, parent="b"),
    ]
    (found,) = findings(roll_up(made, rows)["t"])
    assert str(found.verdict) == "met"
    assert {one.reading: str(one.verdict) for one in found.readings} == {"met": "met", "not_met": "not_met"}
    (blank,) = findings(roll_up(made, rows[:2])["t"])
    assert str(blank.verdict) == "met"
    assert {one.reading: str(one.verdict) for one in blank.readings} == {"met": "met", "not_met": "unknown"}


def test_a_stated_number_says_nothing_where_one_of_the_criteria_behind_it_reads_otherwise() -> None:
    """Points are earned by two criteria, and one of them stays as it is."""
    cell, _, beside = rules(within(30, 35)).criteria
    points = Criterion("points", Score((Earned("beside", 1), Earned("cell", 1))), AtLeast(2), kinds="cell")
    made = attrs.evolve(
        rules(within(30, 35)),
        facts=[
            *rules(within(30, 35)).facts[:4],
            Fact("cells_enough", of="bloc", counts=Counted("cell", meet="points")),
        ],
        criteria=[
            cell,
            beside,
            points,
            Criterion("bloc", Share("cell", Meets("points")), AtLeast(percent(100)), kinds="bloc"),
        ],
    )
    rows = [Evidence("b", "bloc", {"cells": 1, "cells_enough": 1}), Evidence("c", "cell", parent="b")]
    (found,) = findings(roll_up(made, rows)["b"])
    assert str(found.verdict) == "met"
    assert {one.reading: str(one.verdict) for one in found.readings} == {"met": "met", "not_met": "unknown"}


def test_points_rest_on_the_readings_of_the_criteria_that_earn_them() -> None:
    cell, _, beside = rules(within(30, 35)).criteria
    points = Criterion("points", Score((Earned("beside", 1), Earned("cell", 1))), AtLeast(2), kinds="cell")
    made = attrs.evolve(rules(within(30, 35)), criteria=[cell, beside, points])
    outcome = roll_up(made, [Evidence("c", "cell", {"members": 10, "inspected": 9})])["c"]
    found = next(one for one in findings(outcome) if one.criterion is points)
    assert str(found.verdict) == "met"
    assert {one.reading: str(one.verdict) for one in found.readings} == {"met": "met", "not_met": "not_met"}


def test_a_stated_number_holds_where_only_levels_and_what_is_asked_of_it_read_otherwise() -> None:
    made = rules(within(30, 35))
    strict = Assumption("strict", chosen="no", others=["yes"])
    cell, _, beside = made.criteria
    half = Alternative("strict", "yes", target=AtLeast(percent(50)))
    bloc = attrs.evolve(made.criteria[1], assume=["strict"], alternatives=[half])
    good = Rule("good", bloc, kinds="bloc", assume=["strict"], alternatives=[OtherCondition("strict", "yes", ~bloc)])
    made = attrs.evolve(
        made,
        assumptions=[*made.assumptions, strict],
        criteria=[cell, bloc, beside],
        scale=Scale(("good", "poor")),
        rules=[good],
        otherwise="poor",
        rated="bloc",
    )
    assert read(made, 3) == {"chosen": "not_met", "met": "not_met", "not_met": "not_met", "yes": "met"}


def test_a_level_reads_otherwise_where_what_its_criteria_count_does() -> None:
    made = rules(within(30, 35), otherwise(target=within(20, 35)))
    all_enough = made.criteria[1]
    good = Rule("good", all_enough, kinds="bloc")
    made = attrs.evolve(made, scale=Scale(("good", "poor")), rules=[good], otherwise="poor", rated="bloc")
    rows = [Evidence("b", "bloc"), Evidence("c", "cell", {"members": 4, "inspected": 1}, parent="b")]
    found = standing(roll_up(made, rows)["b"])
    assert found.rating == Rating("poor", "poor")
    assert ("otherwise", Rating("good", "good")) in [(one.reading, one.rating) for one in found.readings]
