"""Numbers of subjects that are stated and overlap, with rows missing, against the table from which they were hidden.

`below` counts units, cells and offices together, `units` the units among them, `places` units and cells. Whatever a
true table shows of itself is never refused, and no outcome that is true is excluded.
"""

from fractions import Fraction
from itertools import product
from typing import Literal, NamedTuple

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.ruled import roll_up
from xeploai.diagnostic import InvalidEvidence
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Count, Counted, Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Answers, Measure, Meets, Share, Value
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, Equals
from xeploai.rating.findings import findings
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, OPEN

NUMBERS: dict[str, tuple[str, ...]] = {
    "below": ("unit", "cell", "office"),
    "units": ("unit",),
    "cells": ("cell",),
    "places": ("unit", "cell"),
    "others": ("cell", "office"),
}
MEASURES: dict[str, Measure] = {
    "units": Count("unit"),
    "cells": Count("cell"),
    "offices": Count("office"),
    "places": Count(["unit", "cell"]),
    "all": Count(["unit", "cell", "office"]),
    "members": Value("members"),
}
SHARES = {"kept-cells": Share("cell", Answers("kept")), "kept": Share(["unit", "cell"], Answers("kept"))}


Way = Literal["beside", "below", "always"]
"""Cells and offices stand beside units, or may stand below them, or at least one cell always stands below a unit."""


def rules(way: Way) -> Ruleset:
    low: tuple[str, ...] = ("top",) if way == "beside" else ("top", "unit")
    inside = [Fact("inside", of="unit", counts=Counted("cell"), minimum=1)] if way == "always" else []
    counted = [
        Criterion(f"{name}-{number}", measure, AtLeast(number), kinds="top")
        for (name, measure), number in product(MEASURES.items(), range(1, 6))
    ]
    shared = [
        Criterion(f"{name}-{number}", share, AtLeast(Fraction(number, 3)), kinds="top")
        for (name, share), number in product(SHARES.items(), range(1, 4))
    ]
    return Ruleset(
        "stated",
        kinds=[Kind("top"), Kind("unit", parents="top"), Kind("cell", parents=low), Kind("office", parents=low)],
        facts=[
            *(Fact(name, of="top", counts=Counted(of)) for name, of in NUMBERS.items()),
            *inside,
            Fact("members", of=["unit", "cell"], minimum=1),
            Fact("kept", FactType.YES_NO, of=["unit", "cell"]),
        ],
        criteria=[*counted, *shared],
    )


WAYS: tuple[Way, ...] = ("beside", "below", "always")
RULES = {way: rules(way) for way in WAYS}


class One(NamedTuple):
    """A subject as it is, with the number of the unit above it, if one is."""

    kind: str
    members: int
    kept: bool
    above: int | None = None


class Table(NamedTuple):
    """What is true, which rows are there, which of their figures are shown, and which numbers are stated."""

    way: Way
    true: tuple[One, ...]
    there: frozenset[int]
    shown: frozenset[tuple[int, str]]
    stated: frozenset[str]


@st.composite
def tables(draw: st.DrawFn, way: Way) -> Table:
    kinds = draw(st.lists(st.sampled_from(NUMBERS["below"]), max_size=5))
    units = [number for number, kind in enumerate(kinds) if kind == "unit"]
    true = []
    for kind in kinds:
        above = draw(st.none() | st.sampled_from(units)) if way != "beside" and units and kind != "unit" else None
        true.append(One(kind, draw(st.integers(1, 2)), draw(st.booleans()), above))
    with_cells = {one.above for one in true if one.kind == "cell"}
    assume(way != "always" or with_cells.issuperset(units))
    there = {number for number in range(len(true)) if draw(st.booleans())}
    # Who stands below a unit that has no row has none either.
    there = {number for number in there if true[number].above is None or true[number].above in there}
    shown = {(number, fact) for number in there for fact in ("members", "kept", "inside") if draw(st.booleans())}
    return Table(way, tuple(true), frozenset(there), frozenset(shown), draw(st.frozensets(st.sampled_from([*NUMBERS]))))


def members_of(table: Table, number: int) -> int:
    """A unit has the members of its cells; one without any has its own."""
    below = [other.members for other in table.true if other.above == number and other.kind == "cell"]
    return sum(below) if below else table.true[number].members


def numbers_of(table: Table) -> dict[str, int]:
    return {name: sum(one.kind in of for one in table.true) for name, of in NUMBERS.items()}


def evidence(table: Table) -> list[Evidence]:
    stated = {name: number for name, number in numbers_of(table).items() if name in table.stated}
    rows = [Evidence("top", "top", stated)]
    for number in sorted(table.there):
        one = table.true[number]
        facts: dict[str, Answer | None] = {"members": members_of(table, number), "kept": one.kept}
        if one.kind == "unit" and table.way == "always":
            facts["inside"] = sum(other.above == number and other.kind == "cell" for other in table.true)
        told = {
            name: answer for name, answer in facts.items() if (number, name) in table.shown and one.kind != "office"
        }
        above = "top" if one.above is None else f"s{one.above}"
        rows.append(Evidence(f"s{number}", one.kind, told, parent=above))
    return rows


def says_enough(table: Table) -> bool:
    """Whether no row that is missing would be taken for one that does not exist.

    Its kind is counted, and a unit, of which nobody counts what stands below it, shows all of that or nothing.
    """
    hidden = [number for number in range(len(table.true)) if number not in table.there]
    units = {table.true[number].above for number in table.there} - {None}
    kinds = {table.true[number].kind for number in hidden}
    return kinds <= {kind for name in table.stated for kind in NUMBERS[name]} and units.isdisjoint(
        table.true[number].above for number in hidden
    )


def truth(table: Table) -> dict[str, int]:
    numbers = numbers_of(table)
    offices = numbers["below"] - numbers["places"]
    top = [number for number, one in enumerate(table.true) if one.above is None and one.kind != "office"]
    known = {"units": numbers["units"], "cells": numbers["cells"], "places": numbers["places"], "offices": offices}
    known |= {"all": numbers["below"], "members": sum(members_of(table, number) for number in top)}
    found = {}
    for (name, number), at_least in product(known.items(), range(1, 6)):
        found[f"{name}-{at_least}"] = MET if number >= at_least else NOT_MET
    for (name, share), third in product(SHARES.items(), range(1, 4)):
        kept = [one.kept for one in table.true if one.kind in share.of]
        held = MET if 3 * sum(kept) >= third * len(kept) else NOT_MET
        found[f"{name}-{third}"] = held if kept else NOT_APPLICABLE
    return found


@pytest.mark.parametrize("way", WAYS)
@given(data=st.data())
def test_what_overlapping_numbers_leave_holds_what_is_true(way: Way, data: st.DataObject) -> None:
    table = data.draw(tables(way))
    assume(says_enough(table))
    top = roll_up(RULES[way], evidence(table))["top"]
    found = dict(zip(top.criteria, top.bits, strict=True))
    assert not [name for name, bit in truth(table).items() if not found[name] & bit]


def of_top(**stated: int) -> dict[str, int]:
    top = roll_up(RULES["beside"], [Evidence("top", "top", stated)])["top"]
    return dict(zip(top.criteria, top.bits, strict=True))


def test_one_stated_number_within_another_leaves_the_rest() -> None:
    """Three units and cells of which two are units are two units and one cell, with three members at least."""
    found = of_top(places=3, units=2, others=1)
    assert [found[f"units-{n}"] for n in (2, 3)] == [MET, NOT_MET]
    assert [found[f"cells-{n}"] for n in (1, 2)] == [MET, NOT_MET]
    assert found["offices-1"] == NOT_MET
    assert [found[f"members-{n}"] for n in (3, 4)] == [MET, OPEN]


def test_numbers_that_cross_bound_what_they_share() -> None:
    """Of two units and cells, and of two cells and offices, the cells may be none, one or two."""
    found = of_top(places=2, others=2)
    assert [found[f"{name}-{n}"] for name in ("units", "cells", "offices") for n in (1, 2, 3)] == [
        OPEN,
        OPEN,
        NOT_MET,
    ] * 3
    assert [found[f"places-{n}"] for n in (2, 3)] == [MET, NOT_MET]


@pytest.mark.parametrize("stated", [{"units": 2, "places": 1}, {"places": 3, "below": 2}, {"units": 1, "below": 0}])
def test_fewer_of_several_kinds_than_of_one_of_them_are_refused(stated: dict[str, int]) -> None:
    with pytest.raises(InvalidEvidence) as refused:
        of_top(**stated)
    assert [problem.fault.code for problem in refused.value.problems] == ["XD217"]


NESTED = Ruleset(
    "nested",
    kinds=[Kind("top"), Kind("unit", parents="top"), Kind("cell", parents=["unit", "cell"])],
    facts=[
        Fact("done", FactType.YES_NO, of="cell"),
        Fact("cells", of="unit", counts=Counted("cell")),
        Fact("passing", of="unit", counts=Counted("cell", meet="works")),
    ],
    criteria=[
        Criterion("works", Value("done"), Equals(True), kinds="cell"),
        Criterion("most", Share("cell", Meets("works")), AtLeast(Fraction(4, 5)), kinds=["top", "unit"]),
    ],
)


@given(
    st.integers(0, 3),
    st.integers(0, 4),
    st.lists(st.tuples(st.sampled_from([None, False, True]), st.booleans()), max_size=3),
)
@example(2, 4, [(True, False)])
@example(2, 3, [])
def test_no_more_can_pass_than_there_are_where_cells_may_stand_below_cells(
    cells: int, passing: int, rows: list[tuple[bool | None, bool]]
) -> None:
    table = [Evidence("t", "top"), Evidence("u", "unit", {"cells": cells, "passing": passing}, parent="t")]
    for number, (done, inner) in enumerate(rows):
        facts = {} if done is None else {"done": done}
        table.append(Evidence(f"c{number}", "cell", facts, parent=f"c{number - 1}" if inner and number else "u"))
    least, fails = sum(done is True for done, _ in rows), sum(done is False for done, _ in rows)
    if len(rows) <= cells and least <= passing <= cells - fails:
        for found in roll_up(NESTED, table).values():
            if found.evidence.kind != "cell":
                (finding,) = findings(found)
                assert (finding.part, finding.whole) == ((passing, passing), (cells, cells))
    else:
        with pytest.raises(InvalidEvidence):
            roll_up(NESTED, table)
