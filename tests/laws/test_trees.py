"""A subject with rows below it, rows that are not there, and figures of its own, against all completions.

A completion gives every subject a part and a whole; the subject above has their totals. Totals are looked at up to a
cap that lies far above all stated figures.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, Literal, NamedTuple

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.ruled import roll_up
from tests.strategies import EASY_SHARES, Pair, telling_targets, within
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Count, Counted, Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Answers, Meets, Ratio, Share
from xeploai.model.outcome import Outcome
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, AtMost, Target
from xeploai.truth import ANYTHING, MET, NOT_APPLICABLE, NOT_MET, OPEN, Bits

CAP = 30

Worlds = set[Pair]
Base = Literal["assessed", "all"]


class Row(NamedTuple):
    """What a subject says of itself; `None` is a blank."""

    part: int | None
    whole: int | None
    yes: bool | None = None


class Tree(NamedTuple):
    """A subject's own figures and the number below it that it states, with the rows that are there."""

    own: Row
    number: int | None
    rows: tuple[Row, ...]


def rules(target: Target, pooled: Target, base: Base) -> Ruleset:
    return Ruleset(
        "tree",
        kinds=[Kind("top"), Kind("unit", parents="top")],
        facts=[
            Fact("part", at_most="whole"),
            Fact("whole"),
            Fact("units", of="top", counts=Counted("unit")),
            Fact("yes", FactType.YES_NO, of="unit"),
        ],
        criteria=[
            Criterion("enough", Ratio("part", "whole"), target),
            Criterion("many-enough", Share("unit", Meets("enough"), base=base), pooled, kinds="top"),
            Criterion("many-yes", Share("unit", Answers("yes")), pooled, kinds="top"),
            Criterion("per-unit", Ratio("part", Count("unit")), pooled, kinds="top"),
        ],
    )


def evidence(tree: Tree) -> list[Evidence]:
    own: dict[str, Answer | None] = {"part": tree.own.part, "whole": tree.own.whole, "units": tree.number}
    rows = [Evidence(f"u{n}", "unit", row._asdict(), parent="top") for n, row in enumerate(tree.rows)]
    return [Evidence("top", "top", own), *rows]


@st.composite
def small_trees(draw: st.DrawFn) -> Tree:
    """Of a true tree, cells and rows are hidden; where rows are missing beside others, their number is stated."""
    true = []
    for _ in range(draw(st.integers(0, 3))):
        part = draw(st.integers(0, 2))
        true.append(Row(part, part + draw(st.integers(0, 2)), draw(st.booleans())))
    there = [row for row in true if draw(st.booleans()) or draw(st.booleans())]
    shown = [Row(*(None if draw(st.booleans()) else cell for cell in row)) for row in there]  # type: ignore[arg-type]
    some_are_missing = len(there) < len(true)
    stated = (some_are_missing and bool(there)) or draw(st.booleans()) or not true
    part, whole = (sum(row[axis] or 0 for row in true) for axis in (0, 1))
    own = Row(part if draw(st.booleans()) else None, whole if draw(st.booleans()) else None)
    return Tree(own, len(true) if stated else None, tuple(shown))


# All completions.


def worlds_of(row: Row) -> Worlds:
    """The parts and wholes that a subject may have."""
    wholes = range(CAP + 1) if row.whole is None else [row.whole]
    return {(part, whole) for whole in wholes for part in range(whole + 1) if row.part in {None, part}}


def added(one: Worlds, other: Worlds) -> Worlds:
    return {(a + c, b + d) for a, b in one for c, d in other if b + d <= CAP}


def numbers_missing(tree: Tree) -> range:
    """How many subjects may have no row."""
    if tree.number is not None:
        return range(tree.number - len(tree.rows), tree.number - len(tree.rows) + 1)
    return range(1) if tree.rows else range(CAP)


def totals(tree: Tree) -> Worlds:
    """The figures that the subject above may have."""
    if tree.number is None and not tree.rows:
        found = worlds_of(Row(None, None))
    else:
        found = {(0, 0)}
        for row in (*tree.rows, *[Row(None, None)] * numbers_missing(tree)[0]):
            found = added(found, worlds_of(row))
    return found & worlds_of(tree.own)


def outcomes(pairs: Iterable[Pair], target: Target) -> Bits:
    found = 0
    for part, whole in pairs:
        found |= NOT_APPLICABLE if whole == 0 else MET if within(target, part, whole) else NOT_MET
    return found


def counted(below: list[Bits], blank: Bits, missing: range) -> Iterator[Pair]:
    """How many pass, of how many that are judged, over all outcomes of all below."""

    def tally(each: Iterable[Bits]) -> set[Pair]:
        found = {(0, 0)}
        for bits in each:
            ways = {pair for pair, bit in (((1, 1), MET), ((0, 1), NOT_MET), ((0, 0), NOT_APPLICABLE)) if bits & bit}
            found = {(a + c, b + d) for a, b in found for c, d in ways}
        return found

    with_rows, more = tally(below), {(0, 0)}
    for number in range(missing[-1] + 1):
        if number in missing:
            yield from ((a + c, b + d) for a, b in with_rows for c, d in more)
        more = {(a + c, b + d) for a, b in more for c, d in tally([blank])}


def judged(target: Target, pooled: Target, base: Base, tree: Tree) -> dict[str, Outcome]:
    return roll_up(rules(target, pooled, base), evidence(tree))


def of_top(outcome: Outcome) -> dict[str, Bits]:
    return dict(zip(outcome.criteria, outcome.bits, strict=True))


TARGETS = telling_targets(EASY_SHARES)


@given(small_trees(), TARGETS)
def test_a_ratio_of_totals_comes_to_what_the_completions_say(tree: Tree, target: Target) -> None:
    found = judged(target, AtLeast(EASY_SHARES[-1]), "assessed", tree)
    assert of_top(found["top"])["enough"] == outcomes(totals(tree), target)
    for number, row in enumerate(tree.rows):
        assert found[f"u{number}"].bits[0] == outcomes(worlds_of(row), target)


@given(small_trees(), TARGETS, TARGETS, st.sampled_from(["assessed", "all"]))
def test_a_share_comes_to_what_the_outcomes_below_say(tree: Tree, target: Target, pooled: Target, base: Base) -> None:
    """A subject to which the criterion does not apply leaves the base, unless the base is all."""
    found = judged(target, pooled, base, tree)
    each = [outcomes(worlds_of(row), target) for row in tree.rows]
    blank = outcomes(worlds_of(Row(None, None)), target)
    if base == "all":
        each, blank = [in_base(bits) for bits in each], in_base(blank)
    assert of_top(found["top"])["many-enough"] == outcomes(counted(each, blank, numbers_missing(tree)), pooled)


@pytest.mark.parametrize(("target", "outcome"), [(AtMost(EASY_SHARES[2]), MET), (AtLeast(EASY_SHARES[2]), NOT_MET)])
def test_a_subject_counts_as_what_it_can_be_and_as_nothing_else(target: Target, outcome: Bits) -> None:
    """None of ? is at most a third, or nothing to judge: it cannot fail, and cannot reach a third."""
    tree = Tree(Row(None, None), None, (Row(0, None),))
    found = judged(target, AtLeast(EASY_SHARES[-1]), "assessed", tree)
    assert of_top(found["top"])["many-enough"] == outcome | NOT_APPLICABLE


@pytest.mark.parametrize(
    ("fact", "expected"),
    [({"minimum": {"unit": 1}}, OPEN), ({"maximum": {"unit": 0}}, NOT_APPLICABLE), ({}, ANYTHING)],
)
def test_subjects_without_a_row_are_counted_as_their_kind_allows(fact: dict[str, Any], expected: Bits) -> None:
    """A unit of one or more is judged, and one of none never is; where nothing is said it may be either."""
    made = rules(AtLeast(EASY_SHARES[-1]), AtLeast(EASY_SHARES[-1]), "assessed")
    facts = [attrs.evolve(one, **fact) if one.id == "whole" else one for one in made.facts]
    made = attrs.evolve(
        made,
        kinds=[*made.kinds, Kind("other", parents="top")],
        facts=[*facts, Fact("others", of="top", counts=Counted("other"))],
        criteria=[
            *made.criteria,
            Criterion("all-enough", Share(["unit", "other"], Meets("enough")), AtLeast(EASY_SHARES[-1]), kinds="top"),
        ],
    )
    units = roll_up(made, [Evidence("top", "top", {"units": 3, "others": 0})])["top"]
    assert of_top(units)["all-enough"] == expected
    of_either_kind = attrs.evolve(
        made,
        facts=[attrs.evolve(one, counts=Counted(["unit", "other"])) if one.id == "units" else one for one in facts],
    )
    either = roll_up(of_either_kind, [Evidence("top", "top", {"units": 3})])["top"]
    assert of_top(either)["all-enough"] == ANYTHING


def test_any_number_may_stand_below_one_without_a_row() -> None:
    """What is missing is one that counts itself, or a branch, with as many cells as it likes."""
    counted_kinds = Share(["cell", "other"], Answers("kept"))
    made = Ruleset(
        "branches",
        kinds=[
            Kind("top"),
            Kind("branch", parents="top"),
            Kind("other", parents="top"),
            Kind("cell", parents="branch"),
        ],
        facts=[
            Fact("number", of="top", counts=Counted(["branch", "other"])),
            Fact("kept", FactType.YES_NO, of=["cell", "other"]),
        ],
        criteria=[Criterion("half", counted_kinds, AtLeast(EASY_SHARES[3]), kinds="top")],
    )
    rows = [Evidence("top", "top", {"number": 2}), Evidence("o", "other", {"kept": True}, parent="top")]
    assert of_top(roll_up(made, rows)["top"])["half"] == OPEN


def in_base(bits: Bits) -> Bits:
    return bits & OPEN | (NOT_MET if bits & NOT_APPLICABLE else 0)


@given(small_trees(), TARGETS)
def test_a_share_of_answers_comes_to_what_the_answers_say(tree: Tree, pooled: Target) -> None:
    found = judged(AtLeast(EASY_SHARES[-1]), pooled, "assessed", tree)
    each = [OPEN if row.yes is None else MET if row.yes else NOT_MET for row in tree.rows]
    assert of_top(found["top"])["many-yes"] == outcomes(counted(each, OPEN, numbers_missing(tree)), pooled)


@given(small_trees(), TARGETS, st.data())
def test_the_order_of_rows_changes_nothing(tree: Tree, target: Target, data: st.DataObject) -> None:
    made = rules(target, target, "assessed")
    rows = evidence(tree)
    assert roll_up(made, data.draw(st.permutations(rows))) == roll_up(made, rows)


@given(small_trees(), TARGETS, st.data())
def test_filling_in_a_blank_only_narrows(tree: Tree, target: Target, data: st.DataObject) -> None:
    """What is filled in is so in some completion; a row that was missing counts as a blank too."""
    before = judged(target, target, "assessed", tree)
    choices = [n for n, row in enumerate(tree.rows) if None in row]
    assume(choices)
    number = data.draw(st.sampled_from(choices))
    row = tree.rows[number]
    part, whole = data.draw(st.sampled_from(sorted(pair for pair in worlds_of(row) if pair[1] <= 6)))
    filled = Row(part, whole, data.draw(st.booleans()) if row.yes is None else row.yes)
    told = tree._replace(rows=(*tree.rows[:number], filled, *tree.rows[number + 1 :]))
    assume(totals(told))
    after = judged(target, target, "assessed", told)
    for subject, outcome in after.items():
        for less, more in zip(outcome.bits, before[subject].bits, strict=True):
            assert less & ~more == 0


@given(small_trees(), TARGETS)
def test_a_row_for_one_that_had_none_only_narrows(tree: Tree, target: Target) -> None:
    assume(tree.number is not None and tree.number > len(tree.rows))
    before = judged(target, target, "assessed", tree)["top"]
    after = judged(target, target, "assessed", tree._replace(rows=(*tree.rows, Row(None, None))))["top"]
    assert all(less & ~more == 0 for less, more in zip(after.bits, before.bits, strict=True))


@given(small_trees(), TARGETS)
def test_stating_the_number_that_the_rows_say_changes_nothing(tree: Tree, target: Target) -> None:
    assume(tree.rows)
    untold, told = tree._replace(number=None), tree._replace(number=len(tree.rows))
    assume(totals(told))
    one, other = (judged(target, target, "assessed", each)["top"] for each in (untold, told))
    assert one.bits == other.bits


@given(TARGETS)
def test_nothing_said_of_a_group_leaves_it_open(target: Target) -> None:
    """A group is empty only where the data or the rule file say so."""
    open_, empty = (judged(target, target, "assessed", Tree(Row(None, None), n, ()))["top"] for n in (None, 0))
    assert of_top(open_)["many-yes"] == ANYTHING
    assert set(of_top(empty).values()) == {NOT_APPLICABLE}


@given(small_trees(), small_trees(), TARGETS)
def test_roots_side_by_side_do_not_touch(one: Tree, other: Tree, target: Target) -> None:
    made = rules(target, target, "assessed")
    moved = [attrs.evolve(row, id=f"z{row.id}", parent=row.parent and f"z{row.parent}") for row in evidence(other)]
    together = roll_up(made, [*evidence(one), *moved])
    for row in evidence(one):
        assert together[row.id] == roll_up(made, evidence(one))[row.id]
    for row in evidence(other):
        assert together[f"z{row.id}"].bits == roll_up(made, evidence(other))[row.id].bits


def test_a_stated_number_is_the_base_where_the_rows_between_say_nothing() -> None:
    """Two of five cells, which stand below a committee that says nothing of them: none can leave the base."""
    kinds = [Kind("top"), Kind("committee", parents="top"), Kind("cell", parents="committee")]
    facts = [
        Fact("cells", of="top", counts=Counted("cell")),
        Fact("passing", of="top", counts=Counted("cell", yes="yes"), at_most="cells"),
        Fact("yes", FactType.YES_NO, of="cell"),
    ]
    half = Criterion("half", Share("cell", Answers("yes")), AtLeast(Fraction(1, 2)), kinds="top")
    rows = [Evidence("t", "top", {"cells": 5, "passing": 2}), Evidence("c", "committee", parent="t")]
    judged = roll_up(Ruleset("t", kinds=kinds, facts=facts, criteria=[half]), rows)
    assert judged["t"].bits == (NOT_MET,)
