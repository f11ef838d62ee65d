"""Levels in a tree and from rule set to rule set: decided before proposed, and proposals as bounds."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xeploai.diagnostic import InvalidEvidence
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Counted, Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Rated, Ratio, Share, Value
from xeploai.model.outcome import Measured, Rating
from xeploai.model.ruleset import Proposing, Rule, Ruleset
from xeploai.model.scale import Level, Scale
from xeploai.model.target import AtLeast
from xeploai.rating.chain import asks_for_more, chained, proposals, restricted
from xeploai.rating.findings import findings
from xeploai.rating.session import rate, roll_up
from xeploai.rating.standing import standing
from xeploai.truth import Verdict, outcomes

LEVELS = ("best", "good", "bad")
SCALE = Scale(LEVELS, Level("none"))
KINDS = (Kind("unit"), Kind("cell", parents="unit"), Kind("member", parents="cell"))
DECIDED = Fact("level", FactType.LEVEL)
WORK = Fact("work", of=("cell", "member"))


def earned(name: str, limit: int) -> Criterion:
    return Criterion(name, Value("work"), AtLeast(limit), kinds=("cell", "member"))


HALF_GOOD = Criterion("half-good", Share(("cell",), Rated("level", "good")), AtLeast(Fraction(1, 2)), kinds="unit")
ALL_BEST = Criterion("all-best", Share(("cell",), Rated("level", "best")), AtLeast(Fraction(1)), kinds="unit")

TREE = Ruleset(
    "tree",
    kinds=KINDS,
    scale=SCALE,
    facts=[DECIDED, attrs.evolve(WORK, arises_at=("cell", "member"))],
    criteria=[HALF_GOOD, ALL_BEST],
    rules=[
        Rule("best", ALL_BEST, kinds="unit"),
        Rule("good", HALF_GOOD, kinds="unit"),
        Rule("best", earned("much", 5), kinds=("cell", "member")),
        Rule("good", earned("some", 2), kinds=("cell", "member")),
    ],
    otherwise="bad",
    decided="level",
)
"""Cells are rated by their work, their unit by their levels."""

Cell = dict[str, Answer]
cells = st.lists(
    st.fixed_dictionaries({}, optional={"work": st.integers(0, 6), "level": st.sampled_from([*LEVELS, "none"])}),
    min_size=1,
    max_size=4,
)


def rated(rules: Ruleset, rows: Sequence[Cell]) -> dict[str, Rating | None]:
    subjects = [Evidence("u", "unit"), *(Evidence(f"c{n}", "cell", row, parent="u") for n, row in enumerate(rows))]
    return {outcome.evidence.id: outcome.rating for outcome in roll_up(rules, subjects)}


def possible(row: Cell) -> set[str]:
    """The levels that a cell may end with."""
    if "level" in row:
        return {str(row["level"])}
    work = [row["work"]] if "work" in row else range(7)
    return {"best" if n >= 5 else "good" if n >= 2 else "bad" for n in work if isinstance(n, int)}


def of_unit(levels: Sequence[str]) -> str | None:
    base = [level for level in levels if level != "none"]
    if not base:
        return None
    good = sum(level != "bad" for level in base)
    return "best" if base.count("best") == len(base) else "good" if 2 * good >= len(base) else "bad"


@given(cells)
def test_a_level_from_levels_below_ends_where_completions_end(rows: list[Cell]) -> None:
    found = {of_unit(levels) for levels in product(*map(possible, rows))}
    rating = rated(TREE, rows)["u"]
    ranked = [level for level in LEVELS if level in found]
    assert rating == (Rating(ranked[0], ranked[-1], None in found) if ranked else None)


@given(cells, st.integers(0, 3), st.sampled_from(LEVELS))
def test_a_level_decided_stands_before_the_one_proposed(rows: list[Cell], at: int, decided: str) -> None:
    number = at % len(rows)
    silent = [{name: answer for name, answer in row.items() if name != "work"} for row in rows]
    one = [{**row, "level": decided} if n == number else row for n, row in enumerate(rows)]
    other = [{**silent[n], "level": decided} if n == number else row for n, row in enumerate(rows)]
    assert rated(TREE, one)["u"] == rated(TREE, other)["u"]
    proposal = rated(TREE, rows)[f"c{number}"]
    assert proposal is not None
    differs = not possible({name: answer for name, answer in rows[number].items() if name == "work"}) & {decided}
    assert rated(TREE, one)[f"c{number}"] == proposal._replace(decided=decided, differs=differs)


def test_a_decision_that_differs_from_the_proposal_is_told() -> None:
    differing, agreeing = (
        rate(TREE, Evidence("c", "cell", {"work": 6, "level": level})).rating for level in ("bad", "best")
    )
    assert differing is not None
    assert agreeing is not None
    assert (differing.level, differing.decided, differing.differs) == ("best", "bad", True)
    assert not agreeing.differs


def test_a_level_decided_where_none_is_proposed_is_told_only_where_rules_propose_levels() -> None:
    unit, _ = roll_up(
        TREE, [Evidence("u", "unit", {"level": "good"}), Evidence("c", "cell", {"level": "none"}, parent="u")]
    )
    assert unit.rating == Rating(None, None, may_be_unrated=True, decided="good", differs=True)
    assert rate(attrs.evolve(UPPER, levels=None), Evidence("c", "cell", {"level": "good"})).rating is None


# Rule sets in a chain.

UPPER = Ruleset(
    "upper",
    kinds=KINDS,
    scale=SCALE,
    facts=[
        attrs.evolve(DECIDED, of="cell"),
        Fact("members", of="cell"),
        Fact(
            "good_members",
            of="cell",
            at_most="members",
            counts=Counted("member", rated=("best", "good"), among="members"),
        ),
    ],
    criteria=[
        Criterion("cells-good", Share(("cell",), Rated("level", "good")), AtLeast(Fraction(1, 2)), kinds="unit"),
        Criterion("members-good", Ratio("good_members", "members"), AtLeast(Fraction(9, 10)), kinds=("unit", "cell")),
    ],
    decided="level",
    levels=attrs.evolve(TREE, criteria=(), rules=TREE.rules[2:], rated=("cell", "member")),
)


@given(cells)
def test_a_chain_takes_proposals_as_bounds(rows: list[Cell]) -> None:
    subjects = [Evidence("u", "unit"), *(Evidence(f"c{n}", "cell", row, parent="u") for n, row in enumerate(rows))]
    unit, *_ = roll_up(UPPER, subjects)
    every = set(LEVELS) | {"none"}
    # Where a proposal leaves every level open, nothing is proposed: not to be assessed is then open too.
    free = [every if possible(row) == set(LEVELS) else possible(row) for row in rows]
    found = set()
    for levels in product(*free):
        base = [level for level in levels if level != "none"]
        good = sum(level != "bad" for level in base)
        found.add("not_applicable" if not base else "met" if 2 * good >= len(base) else "not_met")
    assert {str(one) for one in outcomes(unit.bits[0])} == found


def members(rows: Sequence[Cell]) -> Iterator[Evidence]:
    yield from (Evidence(f"m{n}", "member", row, parent="c") for n, row in enumerate(rows))


@given(cells, st.integers(0, 2))
def test_rows_of_members_say_what_their_cell_counts(rows: list[Cell], unlisted: int) -> None:
    total = len(rows) + unlisted
    cell, *_ = roll_up(UPPER, [Evidence("c", "cell", {"members": total}), *members(rows)])
    (finding,) = findings(cell)
    least = sum(possible(row) <= {"best", "good"} for row in rows)
    most = sum(bool(possible(row) & {"best", "good"}) for row in rows) + unlisted
    assert (finding.part, finding.whole) == ((least, most), (total, total))


WORDS = (*LEVELS, "none")


@given(cells, st.sets(st.sampled_from(WORDS), min_size=1))
@example([{}], {"bad"})
@example([{}], set(WORDS))
@example([{}], {"best", "good", "none"})
def test_rows_of_members_are_counted_by_whatever_levels_are_asked_for(rows: list[Cell], asked: set[str]) -> None:
    counting = Fact("counted", of="cell", counts=Counted("member", rated=sorted(asked)))
    criterion = Criterion("some", Value("counted"), AtLeast(1), kinds="cell")
    rules = attrs.evolve(UPPER, facts=[UPPER.facts[0], counting], criteria=[criterion])
    (finding,) = findings(roll_up(rules, [Evidence("c", "cell"), *members(rows)])[0])
    # Where a proposal leaves every level open, nothing is proposed.
    free = [set(WORDS) if possible(row) == set(LEVELS) else possible(row) for row in rows]
    least, most = sum(levels <= asked for levels in free), sum(bool(levels & asked) for levels in free)
    assert finding.measured == Measured(Fraction(least), Fraction(most))


def test_rows_are_counted_where_the_figure_stands_however_far_above() -> None:
    counting = Fact("counted", of="unit", counts=Counted("member", rated="good"))
    criterion = Criterion("some", Value("counted"), AtLeast(1), kinds="unit")
    rules = attrs.evolve(UPPER, facts=[UPPER.facts[0], counting], criteria=[criterion])
    above = [Evidence("u", "unit"), Evidence("c", "cell", parent="u")]
    (finding,) = findings(roll_up(rules, [*above, *members([{"work": 3}, {"work": 1}])])[0])
    assert finding.measured == Measured(Fraction(1), Fraction(1))


def test_levels_that_were_decided_are_counted_where_no_other_rules_propose_any() -> None:
    rules = attrs.evolve(UPPER, facts=[DECIDED, *UPPER.facts[1:]], levels=None)
    cell, _ = roll_up(rules, [Evidence("c", "cell", {"members": 1}), *members([{"level": "good"}])])
    assert findings(cell)[0].part == (1, 1)


def test_a_figure_that_rows_of_members_contradict_is_refused() -> None:
    with pytest.raises(InvalidEvidence):
        roll_up(UPPER, [Evidence("c", "cell", {"members": 2, "good_members": 2}), *members([{"work": 0}, {"work": 6}])])


def test_a_chain_refuses_what_neither_rule_set_knows_and_names_it_once() -> None:
    with pytest.raises(InvalidEvidence) as refused:
        roll_up(
            UPPER, [Evidence("c", "cell", {"wrk": 2, "members": -1}), Evidence("m", "member", {"work": -2}, parent="c")]
        )
    assert [(p.values.get("name"), p.fault.name) for p in refused.value.problems].count(("wrk", "unknown-fact")) <= 1
    assert len(refused.value.problems) == 3


def test_the_standing_in_a_chain_is_that_of_the_rules_that_propose() -> None:
    unit, cell = roll_up(UPPER, [Evidence("u", "unit"), Evidence("c", "cell", {"work": 3}, parent="u")])
    assert cell.rating == Rating("good", "good")
    assert dict(standing(cell).obstacles).keys() == {"best"}
    assert unit.verdicts["cells-good"] is Verdict.MET
    assert unit.rating is None


def test_an_answer_that_only_the_proposing_rules_know_is_no_fault() -> None:
    found = rate(UPPER, Evidence("c", "cell", {"work": 3, "members": 4}))
    assert found.rating == Rating("good", "good")


def test_a_level_decided_for_a_kind_that_only_the_proposing_rules_decide_on_is_told() -> None:
    _, member = roll_up(
        UPPER, [Evidence("c", "cell"), Evidence("m", "member", {"work": 3, "level": "bad"}, parent="c")]
    )
    assert member.rating == Rating("good", "good", decided="bad", differs=True)


def test_rules_that_are_at_hand_are_asked_even_where_both_know_every_fact() -> None:
    shared = attrs.evolve(UPPER, facts=[*UPPER.facts, WORK])
    assert rate(shared, Evidence("c", "cell", {"work": 3})).rating == Rating("good", "good")


# What is asked of the rules that propose, and what is kept from the others.

NARROW = Ruleset(
    "narrow",
    kinds=KINDS[:2],
    scale=SCALE,
    facts=[attrs.evolve(DECIDED, of="cell"), Fact("members", of="cell")],
    criteria=[Criterion("enough", Value("members"), AtLeast(3), kinds="cell")],
    decided="level",
    levels=Proposing("tree", lambda: TREE),
)
"""Rules that know no members and no work, and whose proposing rules are not loaded yet."""

SILENT = Evidence("c", "cell")
WORKING = Evidence("w", "cell", {"work": 3})


@pytest.mark.parametrize(
    ("subjects", "asked"),
    [
        ([SILENT], False),
        ([Evidence("c", "cell", {"members": 4})], False),
        ([Evidence("c", "cell", {"members": 4, "level": "good"})], False),
        ([WORKING], True),
        ([Evidence("c", "cell", {"members": 4, "level": "good", "work": 3})], True),
        ([SILENT, WORKING], True),
        ([Evidence("m", "member")], True),
        ([SILENT, Evidence("m", "member", parent="c")], True),
    ],
)
def test_rules_are_loaded_only_where_something_is_said_that_they_alone_know(
    subjects: list[Evidence], asked: bool
) -> None:
    assert asks_for_more(chained(NARROW), subjects) == asked


FLAT = Ruleset(
    "flat",
    kinds=[Kind("unit"), Kind("member", parents="unit")],
    facts=[Fact("members", of="member")],
    criteria=[Criterion("enough", Value("members"), AtLeast(3), kinds="member")],
)
"""Rules in which members stand below a unit, with no cell between."""


def test_what_only_other_rules_know_is_left_out_and_what_nobody_knows_stays() -> None:
    own, upper, tree = (chained(rules).prepared.dictionary for rules in (FLAT, UPPER, TREE))
    unit, cell = Evidence("u", "unit"), Evidence("c", "cell", {"work": 3}, parent="u")
    member = Evidence("m", "member", {"members": 1, "work": 3, "wrk": 3}, parent="c")
    unknown = Evidence("x", "sell", {"work": 3}, parent="c")
    raised = attrs.evolve(member, facts={"members": 1, "wrk": 3}, parent="u")
    for others in ((upper, tree), (tree, upper)):
        found = restricted(own, others, (unit, cell, member, unknown))
        assert found == [unit, raised, attrs.evolve(unknown, parent="u")]


def test_a_circle_among_those_left_out_ends_where_it_began() -> None:
    own, tree = (chained(rules).prepared.dictionary for rules in (FLAT, TREE))
    cells = (Evidence("a", "cell", parent="b"), Evidence("b", "cell", parent="a"))
    (member,) = restricted(own, (tree,), (*cells, Evidence("m", "member", {"members": 1}, parent="a")))
    assert member.parent in {"a", "b"}


def test_a_kind_that_one_of_several_others_knows_is_left_out() -> None:
    own, upper, tree = (chained(rules).prepared.dictionary for rules in (FLAT, FLAT, TREE))
    assert restricted(own, (upper, tree), (Evidence("c", "cell"),)) == []


def test_a_proposal_that_leaves_every_level_open_is_none() -> None:
    spreads = {"every": 0b111, "every-or-none": 0b1111, "good": 0b110, "poor": 0b011, "unrated": 0b1000, "silent": 0}
    assert proposals(SCALE, spreads) == {"good": 0b110, "poor": 0b011, "unrated": 0b1000}
    assert proposals(None, {"good": 0b110}) == {}
