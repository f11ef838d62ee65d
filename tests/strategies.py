"""Hypothesis strategies that seek boundaries: numbers at, just below and just above where a verdict turns."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

import attrs
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from xeploai.interval import Interval, Region, is_empty, tighten
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not
from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, FactType
from xeploai.model.measure import Value
from xeploai.model.ruleset import Rule, Ruleset, Veto
from xeploai.model.scale import Level, Scale
from xeploai.model.target import Above, AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.rating.landing import Range
from xeploai.truth import Bits

Pair = tuple[int, int]
"""A part and its whole."""


# Outcomes


def bit_sets() -> SearchStrategy[Bits]:
    """Sets of outcomes, never empty."""
    return st.integers(1, 7)


def narrower(bits: Bits) -> SearchStrategy[Bits]:
    """What may be left of a set of outcomes when more is known."""
    return st.sampled_from([less for less in range(1, 8) if less & ~bits == 0])


# Intervals and regions, and the whole numbers in them


@st.composite
def intervals(draw: DrawFn, *, low: int = -4, high: int = 6, open_low: bool = True) -> Interval:
    """Intervals with small ends, either of which may be open; points often."""
    start = draw(st.integers(low, high))
    end = draw(st.one_of(st.just(start), st.integers(start, high)))
    openness = draw(st.sampled_from(["closed", "closed", "up", "down", "both"]))
    return Interval(
        None if open_low and openness in {"down", "both"} else start, None if openness in {"up", "both"} else end
    )


def regions() -> SearchStrategy[Region]:
    """Regions with small ends, of which some hold nothing; the rest may be negative, or not bounded at all."""
    part, whole = intervals(low=0, open_low=False), intervals(low=0, open_low=False)
    return st.builds(Region, part, whole, st.one_of(intervals(), intervals(low=0), st.just(Interval(0, None))))


def tight_regions() -> SearchStrategy[Region]:
    """Regions as tight as they come, which hold something."""
    return regions().map(tighten).filter(lambda region: not any(map(is_empty, region)))


def numbers_in(interval: Interval, far: int) -> set[int]:
    """The numbers of an interval, open ends cut at `far`."""
    low = -far if interval.low is None else interval.low
    high = far if interval.high is None else interval.high
    return set(range(low, high + 1))


def pairs_in(region: Region, far: int) -> set[Pair]:
    """The pairs of a region, open ends cut at `far`."""
    part, whole, rest = (numbers_in(interval, far) for interval in region)
    return {(total - beside, total) for total in whole for beside in rest if total - beside in part}


# Thresholds

SHARES = [Fraction(text) for text in ("0", "1/4", "3/10", "1/3", "7/20", "1/2", "2/3", "9/10", "19/20", "1")]
EASY_SHARES = [Fraction(text) for text in ("0", "1/4", "1/3", "1/2", "2/3", "3/4", "1")]


def shares(pool: list[Fraction] | None = None) -> SearchStrategy[Fraction]:
    """Thresholds of ratios, those of real texts first."""
    return st.sampled_from(pool or SHARES)


@st.composite
def ranges(draw: DrawFn, pool: list[Fraction] | None = None) -> Range:
    """Ranges of shares, with one end or two, each in or out."""
    one, other = sorted([draw(shares(pool)), draw(shares(pool))])
    low, high = draw(st.sampled_from([(one, other), (one, None), (None, other), (one, one)]))
    open_ends = st.booleans() if low != high else st.just(False)
    return Range(low, high, low is not None and draw(open_ends), high is not None and draw(open_ends))


@st.composite
def share_targets(draw: DrawFn, pool: list[Fraction] | None = None) -> Target:
    """Targets of ratios and shares."""
    one, other = sorted([draw(shares(pool)), draw(shares(pool))])
    words: list[Above] = ["met", "noted", "not_met"]
    between = Between(one, other, above=draw(st.sampled_from(words)))
    targets: list[Target] = [AtLeast(one), AtMost(one), MoreThan(one), LessThan(one), Equals(one), between]
    return draw(st.sampled_from(targets))


def within(target: Target, part: int, whole: int) -> bool:
    """Whether a known share of a known whole, which is not 0, lies within a target."""
    share = Fraction(part, whole)
    match target:
        case AtLeast(limit):
            return share >= limit  # type: ignore[operator]
        case AtMost(limit):
            return share <= limit  # type: ignore[operator]
        case MoreThan(limit):
            return share > limit  # type: ignore[operator]
        case LessThan(limit):
            return share < limit  # type: ignore[operator]
        case Equals(limit):
            return share == limit
        case Between(low, high, above=above):
            return low <= share and (above != "not_met" or share <= high)  # type: ignore[operator]


def telling_targets(pool: list[Fraction] | None = None) -> SearchStrategy[Target]:
    """Targets of shares that some share meets and another does not: the others stand in no rule set."""
    samples = [(part, 12) for part in range(13)]
    return share_targets(pool).filter(lambda target: len({within(target, *pair) for pair in samples}) == 2)


@st.composite
def near(draw: DrawFn, *turns: int) -> int:
    """A whole number at one of the places where a verdict turns, or one step beside it."""
    return max(0, draw(st.sampled_from(turns)) + draw(st.sampled_from([-1, 0, 1])))


@st.composite
def parts_near(draw: DrawFn, whole: int, share: Fraction) -> int:
    """A part of a whole at, just below or just above the smallest that reaches a share; at most the whole."""
    least = -(-share.numerator * whole // share.denominator)
    return min(whole, max(0, least + draw(st.sampled_from([-1, 0, 1]))))


# Data dictionaries of one subject, and what is known of it

Known = dict[str, int]
Box = dict[str, range]


class Figures(NamedTuple):
    """A data dictionary of counts, and figures that agree with it of which some are stated."""

    facts: tuple[Fact, ...]
    known: Known


def agrees(facts: Sequence[Fact], figures: Known) -> bool:
    """Whether whole figures keep to all that a dictionary of counts declares."""
    for fact in facts:
        value = figures[fact.id]
        if any(value > figures[str(whole)] for whole in fact.at_most):
            return False
        if fact.sum_of and value != sum(figures[part] for part in fact.sum_of):
            return False
        if fact.includes and value < sum(figures[part] for part in fact.includes):
            return False
    return True


def completions(facts: Sequence[Fact], known: Known, far: int) -> Iterator[Known]:
    """All whole figures up to `far` that agree with what is known and with all that is declared."""
    names = [fact.id for fact in facts]
    for values in product(*([known[name]] if name in known else range(far + 1) for name in names)):
        figures = dict(zip(names, values, strict=True))
        if agrees(facts, figures):
            yield figures


@st.composite
def ladders(draw: DrawFn, size: int = 4) -> tuple[Fact, ...]:
    """Facts `a`, `b`, … where any may be at most any later ones."""
    names = "abcdefgh"[:size]
    return tuple(
        Fact(name, at_most=draw(st.lists(st.sampled_from(names[at + 1 :]), unique=True)) if names[at + 1 :] else ())
        for at, name in enumerate(names)
    )


@st.composite
def trees_of_facts(draw: DrawFn, size: int = 4) -> tuple[Fact, ...]:
    """Facts of which each goes into one later fact at most: as a term of its sum, a part of it, or bounded by it."""
    names = "abcdefgh"[:size]
    goes: dict[str, list[str]] = {}
    for at, name in enumerate(names[:-1]):
        above = draw(st.sampled_from([*names[at + 1 :], ""]))
        goes.setdefault(above, []).append(name)
    facts = {name: Fact(name) for name in names}
    for above, parts in goes.items():
        if above:
            match draw(st.sampled_from(["sum of", "includes", "at most"])):
                case "sum of":
                    facts[above] = attrs.evolve(facts[above], sum_of=parts)
                case "includes":
                    facts[above] = attrs.evolve(facts[above], includes=parts)
                case _:
                    facts |= {part: attrs.evolve(facts[part], at_most=above) for part in parts}
    return tuple(facts.values())


@st.composite
def figures(draw: DrawFn, dictionaries: SearchStrategy[tuple[Fact, ...]], *, blanks: int = 3, high: int = 2) -> Figures:
    """Figures that agree with a dictionary, up to so many of them blank."""
    facts = draw(dictionaries)
    true: Known = {}
    for fact in facts:
        low = sum(true[part] for part in (*fact.sum_of, *fact.includes))
        low = max([low, *(true[below.id] for below in facts if fact.id in below.at_most)])
        true[fact.id] = low if fact.sum_of else low + draw(st.integers(0, high))
    blank = draw(st.sets(st.sampled_from([fact.id for fact in facts]), max_size=blanks))
    known = {name: value for name, value in true.items() if name not in blank}
    assume(agrees(facts, true))
    return Figures(facts, known)


# Rules over independent facts, so that ratings are claimed to be tight

NUMBERS, YES_NO, LEVELS = ("x", "y"), ("p", "q"), ("A", "B", "C", "D")
SCALE = Scale(LEVELS, Level("none"))
TOP = 3
"""The greatest threshold of a number: 0 to one above it are all that matter."""

FACTS = (
    *(Fact(name) for name in NUMBERS),
    *(Fact(name, FactType.YES_NO) for name in YES_NO),
    Fact("rated", FactType.LEVEL),
)
ANSWERS: dict[str, tuple[Answer, ...]] = {
    **dict.fromkeys(NUMBERS, tuple(range(TOP + 2))),
    **dict.fromkeys(YES_NO, (True, False)),
    "rated": (*LEVELS, "none"),
}
"""Every answer that makes a difference, fact by fact."""

CRITERIA = (
    *(
        Criterion(f"{name}-from-{limit}", Value(name), AtLeast(limit))
        for name in NUMBERS
        for limit in range(1, TOP + 1)
    ),
    *(Criterion(f"{name}-is-{limit}", Value(name), Equals(limit)) for name in NUMBERS for limit in range(TOP)),
    *(Criterion(f"{name}-{limit}", Value(name), Equals(limit)) for name in YES_NO for limit in (True, False)),
    *(Criterion(f"rated-{level}", Value("rated"), AtLeast(level)) for level in LEVELS[:-1]),
)


def conditions(leaves: SearchStrategy[Condition] | None = None) -> SearchStrategy[Condition]:
    """Conditions over a few criteria, which may share facts."""
    return st.recursive(st.sampled_from(CRITERIA) if leaves is None else leaves, _gates, max_leaves=5)


@st.composite
def _gates(draw: DrawFn, inner: SearchStrategy[Condition]) -> Condition:
    parts = tuple(draw(st.lists(inner, min_size=1, max_size=3)))
    number = draw(st.integers(1, len(parts)))
    made: list[Condition] = [AllOf(parts), AnyOf(parts), KOf(number, parts), Not(parts[0])]
    return draw(st.sampled_from(made))


@st.composite
def rating_rules(draw: DrawFn, when: SearchStrategy[Condition] | None = None) -> Ruleset:
    """Rule sets with levels: rules best first, vetoes, and a floor."""
    when = conditions() if when is None else when
    levels = draw(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=3, unique=True).map(sorted))
    return Ruleset(
        "t",
        facts=FACTS,
        criteria=CRITERIA,
        scale=SCALE,
        rules=[Rule(level, draw(when)) for level in levels],
        otherwise=draw(st.sampled_from(LEVELS)),
        vetoes=[Veto(f"v{n}", draw(when), draw(st.sampled_from(LEVELS))) for n in range(draw(st.integers(0, 2)))],
    )


@st.composite
def answers(draw: DrawFn) -> dict[str, Answer]:
    """What is known of the facts; some are blank."""
    told = draw(st.sets(st.sampled_from(list(ANSWERS))))
    return {name: draw(st.sampled_from(ANSWERS[name])) for name in sorted(told)}


def worlds_of(known: Mapping[str, Answer]) -> Iterator[dict[str, Answer]]:
    """Every way of answering what is not known, as far as it makes a difference."""
    choices = [(known[name],) if name in known else every for name, every in ANSWERS.items()]
    for chosen in product(*choices):
        yield dict(zip(ANSWERS, chosen, strict=True))
