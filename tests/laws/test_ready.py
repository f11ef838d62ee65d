"""Rules made ready for the kinds of a table judge it as those made ready for all kinds do, whoever is asked first."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import attrs
import pytest

import xeploai
from xeploai.evidence.dictionary import dictionary
from xeploai.evidence.known import blanks
from xeploai.interval import Interval
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Counted, Fact
from xeploai.model.kind import Kind
from xeploai.model.measure import Ratio
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast
from xeploai.rating.chain import chained
from xeploai.rating.session import judge_all

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
