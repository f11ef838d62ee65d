"""The nouns of this floor: what is kept per kind, and what is known of one subject."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from xeploai.evidence.terms import Figure
from xeploai.interval import Interval
from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, Term
from xeploai.model.kind import Kinds
from xeploai.model.ruleset import Ruleset


class Relation(NamedTuple):
    """`whole = sum of parts`, or no less than it where not `exact`; by the numbers of the figures."""

    whole: int
    parts: tuple[int, ...]
    exact: bool


Step = tuple[Term, tuple[str, ...], bool]
"""One step up from a fact: a figure that is no smaller, what else it holds, and whether that is all."""

Steps = Mapping[str, Sequence[Step]]
"""Per fact, the steps that lead up from it, exact ones first."""


class Stated(NamedTuple):
    """A fact that states how many subjects of some kinds there are below; `alone` if nothing below states it too."""

    fact: int
    kinds: frozenset[str]
    total: int
    alone: bool


@attrs.frozen(eq=False, repr=False)
class Plan:
    """What is kept of a subject of one kind.

    Per figure: `low` and `high` are its limits before anything is known, `holding` the relations that hold it,
    `feeding` the kinds of child that add to it, `below` the kinds, however deep, from which something comes; `itself`
    is 1 where the subject itself counts. Figures whose `feeding` and `below` are the same are `alike`. `places` says,
    per kind of child, which number there a number here is. `rests` are the relations that say what a rest is, by their
    numbers. `awaited` are the figures where a blank means none; `admits` says at a glance whether an answer can stand.
    `implications` are pairs of yes-no facts of which the first never holds without the second.
    """

    kind: str
    figures: tuple[Figure, ...]
    index: dict[Figure, int]
    facts: dict[str, Fact]
    admits: dict[str, Callable[[Answer], bool]]
    counts: tuple[tuple[str, int, int | None], ...]
    low: tuple[int | None, ...]
    high: tuple[int | None, ...]
    relations: tuple[Relation, ...]
    rests: tuple[tuple[int, Relation], ...]
    holding: tuple[tuple[int, ...], ...]
    stated: tuple[Stated, ...]
    feeding: tuple[tuple[str, ...], ...]
    below: tuple[frozenset[str], ...]
    itself: tuple[int, ...]
    alike: tuple[tuple[int, ...], ...]
    awaited: tuple[int, ...]
    implications: tuple[tuple[str, str], ...] = ()
    places: dict[str, dict[int, int]] = attrs.field(factory=dict)


class Absent(NamedTuple):
    """Subjects of some kinds that are there and have no row: how many, between two ends."""

    kinds: frozenset[str]
    number: Interval


@attrs.define(eq=False, repr=False)
class Known:
    """The limits of every figure of a subject, by the numbers of its plan; with rows below and missing.

    `stated`: the kinds whose number is stated, not worked out. `present`: the kinds with a row below, however deep.
    """

    plan: Plan
    facts: Mapping[str, Answer]
    low: list[int | None]
    high: list[int | None]
    children: tuple["Known", ...] = ()
    absent: tuple[Absent, ...] = ()
    stated: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()


def limits(known: Known, number: int) -> Interval:
    """The limits of a figure."""
    return Interval(known.low[number], known.high[number])


class Plans(Mapping[str, Plan]):
    """The plan of each kind, made when it is first asked for: a table may hold few of the kinds that rules know."""

    def __init__(self, kinds: Collection[str], plan: Callable[[str], Plan]) -> None:
        self._kinds, self._plan = kinds, plan
        self._made: dict[str, Plan] = {}

    def __getitem__(self, kind: str) -> Plan:
        if (made := self._made.get(kind)) is not None:
            return made
        if kind not in self._kinds:
            raise KeyError(kind)
        return self._made.setdefault(kind, self._plan(kind))

    def __contains__(self, kind: object) -> bool:
        return kind in self._kinds

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


class Dictionary(NamedTuple):
    """The plans of all kinds, with what a rule set says about kinds and facts."""

    rules: Ruleset
    kinds: Kinds
    plans: Plans
    facts: dict[str, Fact]
    up: Steps
    children: dict[str, tuple[str, ...]]
    blanks: dict[str, Known]


def with_below(children: Mapping[str, tuple[str, ...]], kinds: Iterable[str]) -> tuple[str, ...]:
    """Some kinds and all that may stand below one of them, in the order of the rule file."""
    there = {one for kind in kinds if kind in children for one in (kind, *below_kind(children, kind))}
    return tuple(kind for kind in children if kind in there)


def below_kind(children: Mapping[str, tuple[str, ...]], kind: str) -> tuple[str, ...]:
    """The kinds that may stand below a kind, however deep."""
    found = list(children[kind])
    for child in found:
        found += [inner for inner in children[child] if inner not in found]
    return tuple(found)
