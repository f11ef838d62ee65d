"""Rules made ready for the kinds of a table judge it as those made ready for all kinds do, whoever is asked first."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import xeploai
from xeploai.evidence.dictionary import dictionary
from xeploai.evidence.known import blanks
from xeploai.interval import Interval
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Count, Counted, Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Earned, Given, Measure, Meets, Ratio, Score, Share, Value
from xeploai.model.quota import Quota
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import Scale
from xeploai.model.target import AtLeast
from xeploai.rating.chain import chained
from xeploai.rating.session import judge_all
from xeploai.wellformed.check import check

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLES = [
    ("lam-dong-2024", "khoi-chi-tiet.csv"),
    ("lam-dong-2024", "khoi-tong-hop.csv"),
    ("lam-dong-2024", "nam-2024.csv"),
]


def one_of_each_kind(rows: tuple[Evidence, ...]) -> Iterator[Evidence]:
    for row in {row.kind: row for row in reversed(rows)}.values():
        yield attrs.evolve(row, parent=None)


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_a_subject_by_itself_is_judged_alike(name: str, table: str) -> None:
    rules, period = xeploai.load(name), xeploai.read_period("2024")
    for_all = chained(rules, period)
    for row in one_of_each_kind(xeploai.read(EXAMPLES / table, rules).subjects):
        alone, (among_all,) = xeploai.rate(rules, row, period=period), judge_all(for_all, (row,))
        assert (alone.verdicts, alone.rating) == (among_all.verdicts, among_all.rating)
        assert xeploai.findings(alone) == xeploai.findings(among_all)


NESTED = Ruleset(
    "nested",
    kinds=[
        Kind("a", parents="b"),
        Kind("b", parents=("a", "c")),
        Kind("c", parents="b"),
        Kind("d", parents=("a", "c")),
    ],
    facts=[
        Fact("done", at_most="set"),
        Fact("set", minimum=1, maximum={"c": 3, "d": 1}),
        *(
            Fact(f"{below}_in_{kind}", of=kind, counts=Counted(below), given=2)
            for kind, below in ("ab", "bc", "cb", "ad")
        ),
    ],
    criteria=[Criterion("all", Ratio("done", "set"), AtLeast(1))],
)
"""Every unit has two of the next kind below it, in circles."""


def test_who_has_no_row_is_the_same_whichever_kind_is_asked_for_first() -> None:
    found: list[dict[str, list[Interval]]] = []
    for kinds in permutations("abcd"):
        known = blanks(dictionary(NESTED, NESTED.criteria), kinds)
        found.append({kind: [*map(Interval, known[kind].low, known[kind].high)] for kind in "abcd"})
    assert all(one == found[0] for one in found)


# Whatever is well formed


KINDS = ("top", "unit", "cell", "member")
SOME = st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True)


@st.composite
def counting(draw: st.DrawFn) -> Ruleset:
    """Rules that count subjects anywhere, also where none can be. Most of them have a fault: filter by `check`."""
    counted = Counted(draw(SOME), yes=draw(st.sampled_from([None, "good"])))
    number = Fact("number", draw(st.sampled_from(FactType)), of=draw(SOME), counts=draw(st.none() | st.just(counted)))
    measures: list[Measure] = [Value("number"), Count(draw(SOME)), Ratio("done", Count(draw(SOME)))]
    measures += [Share(draw(SOME), Meets("first")), Score([Earned("first", 1), Given("points")])]
    criteria = [
        Criterion("first", draw(st.sampled_from(measures[:3])), AtLeast(1), kinds=draw(SOME)),
        Criterion("then", draw(st.sampled_from(measures)), AtLeast(Fraction(1)), kinds=draw(SOME)),
    ]
    rates: list[Fraction | Ratio] = [Fraction(1, 5), Ratio("done", Count(draw(SOME)))]
    parents = {"unit": draw(st.sampled_from(["top", (), "unit"])), "cell": ["top", "unit"], "member": draw(SOME)}
    return Ruleset(
        "made",
        kinds=[Kind(kind, parents=parents.get(kind, ())) for kind in KINDS],
        facts=[
            number,
            Fact("done"),
            Fact("good", FactType.YES_NO),
            Fact("level", FactType.LEVEL),
            Fact("points", FactType.NUMBER),
        ],
        criteria=criteria,
        scale=Scale(["well", "badly"]),
        decided="level",
        quotas=[Quota("few", "well", draw(st.sampled_from(rates)), within=draw(SOME), base="assessed")],
    )


@given(counting())
def test_what_is_well_formed_can_be_judged(rules: Ruleset) -> None:
    assume(not check(rules))
    outcomes = xeploai.roll_up(rules, [Evidence(kind, kind) for kind in KINDS])
    for outcome in outcomes:
        for criterion, bits in zip(rules.criteria, outcome.bits, strict=True):
            assert bool(bits) == (outcome.evidence.kind in criterion.kinds)
    assert xeploai.quotas(outcomes)
