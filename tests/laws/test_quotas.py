"""Quotas against every way in which a small group may come out."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import floor, inf
from typing import NamedTuple

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.ruled import roll_up
from xeploai.interval import Interval, contains
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Counted, Fact
from xeploai.model.kind import Kind
from xeploai.model.measure import Ratio, Value
from xeploai.model.outcome import QuotaOutcome
from xeploai.model.quota import Base, Quota, Raised, Rounding
from xeploai.model.ruleset import Exemption, Rule, Ruleset
from xeploai.model.scale import Level, Scale
from xeploai.model.target import Equals
from xeploai.rating.allowance import AT, BASE, OUT, Allowance, Headcount, Places, Rates, allowance
from xeploai.rating.landing import Extent
from xeploai.rating.quotas import quotas

LEVELS = ("A", "B", "C")
BASES: tuple[Base, ...] = ("good", "good_or_better", "assessed")
ROUNDINGS: tuple[Rounding, ...] = ("down", "half_up")
RATES = [Fraction(0), Fraction(1, 5), Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(1)]
YES_NO = st.none() | st.booleans()


def yes(fact: str) -> Criterion:
    return Criterion(fact, Value(fact), Equals(True), kinds="member")


RULES = Ruleset(
    "quotas",
    kinds=[Kind("unit"), Kind("member", parents="unit")],
    scale=Scale(LEVELS, not_assessed=Level("none")),
    facts=[
        Fact("level", "level", of="member"),
        *(Fact(name, "yes_no", of="member") for name in ("best", "fair", "exempt", "apart")),
        Fact("outstanding", "yes_no", of="unit"),
        Fact("members", of="unit", counts=Counted("member")),
        Fact("part", of="unit", at_most="whole"),
        Fact("whole", of="unit", maximum=3),
    ],
    criteria=[yes("best"), yes("fair"), yes("exempt")],
    rated="member",
    rules=[Rule("A", yes("best")), Rule("B", yes("fair"))],
    otherwise="C",
    exemptions=[Exemption("out", yes("exempt"))],
    decided="level",
)

World = str | None
"""The level of one subject; without one, or not counted: `None`."""


class Truth(NamedTuple):
    """What a completion comes to."""

    allowed: float
    actual: int
    excess: float


def rounded(number: Fraction, rounding: Rounding) -> int:
    return floor(number + Fraction(1, 2)) if rounding == "half_up" else floor(number)


def truth(levels: Sequence[World], quota: Quota, rate: Fraction | None) -> Truth:
    """The words of the rule, tried number by number."""
    at = LEVELS.index(quota.level)
    below = {"good": {at + 1}, "good_or_better": {*range(at), at + 1}, "assessed": set(range(len(LEVELS))) - {at}}
    actual = sum(level == quota.level for level in levels)
    others = sum(level is not None and LEVELS.index(level) in below[quota.base] for level in levels)
    everybody = actual + others
    if rate is None:
        return Truth(inf, actual, 0)
    fits = [
        number
        for number in range(everybody + 1)
        if number <= rounded(rate * (everybody - number if quota.base == "good" else everybody), quota.rounding)
    ]
    return Truth(max(fits), actual, max(0, actual - max(fits)))


def hull(numbers: Sequence[float]) -> Interval:
    low, high = min(numbers), max(numbers)
    return Interval(None if low == inf else int(low), None if high == inf else int(high))


def bounds(truths: Sequence[Truth]) -> tuple[Interval, Interval, Interval]:
    allowed, actual, excess = (hull(numbers) for numbers in zip(*truths, strict=True))
    return allowed, actual, excess


def ends(found: QuotaOutcome | Allowance) -> tuple[Interval, Interval, Interval]:
    return found.allowed, found.actual, found.excess


def either(answer: Answer | None) -> tuple[Answer, ...]:
    return (True, False) if answer is None else (answer,)


def levels_of(facts: Mapping[str, Answer | None], quota: Quota) -> set[World]:
    """The levels that a subject may turn out to have."""
    found: set[World] = set()
    for best, fair, exempt, apart in product(*(either(facts.get(n)) for n in ("best", "fair", "exempt", "apart"))):
        proposed = None if exempt else "A" if best else "B" if fair else "C"
        decided = facts.get("level")
        level = proposed if decided is None else None if decided == "none" else str(decided)
        found.add(None if quota.apart and apart else level)
    return found


def rates_of(unit: Mapping[str, Answer | None], quota: Quota) -> set[Fraction | None]:
    """The rates that may turn out to hold."""
    found: set[Fraction | None] = set()
    for outstanding in either(unit.get("outstanding")):
        if quota.raised and outstanding:
            found.add(quota.raised.rate)
        elif isinstance(quota.rate, Fraction):
            found.add(quota.rate)
        else:
            wholes = range(4) if unit.get("whole") is None else [unit["whole"]]
            parts = range(4) if unit.get("part") is None else [unit["part"]]
            pairs = [(int(str(part)), int(str(whole))) for part, whole in product(parts, wholes)]
            found |= {Fraction(part, whole) if whole else None for part, whole in pairs if part <= whole}
    return found


def completions(rows: Sequence[Evidence], unit: Mapping[str, Answer | None], quota: Quota) -> Iterator[Truth]:
    members = unit.get("members")
    unlisted = 0 if members is None else int(str(members)) - len(rows)
    possible = [levels_of(row.facts, quota) for row in rows] + [{*LEVELS, None}] * unlisted
    for levels, rate in product(product(*possible), rates_of(unit, quota)):
        yield truth(levels, quota, rate)


@st.composite
def quota_rules(draw: st.DrawFn) -> Quota:
    base, level = draw(st.sampled_from(BASES)), draw(st.sampled_from(LEVELS))
    assume(base != "good" or level != "C")
    return Quota(
        "q",
        level,
        draw(st.sampled_from(RATES) | st.just(Ratio("part", "whole"))),
        kinds="member",
        within="unit",
        base=base,
        rounding=draw(st.sampled_from(ROUNDINGS)),
        apart=draw(st.sampled_from([None, "apart"])),
        raised=draw(st.none() | st.sampled_from([Raised(Fraction(1, 2), "outstanding")])),
    )


@st.composite
def member_facts(draw: st.DrawFn) -> dict[str, Answer | None]:
    facts: dict[str, Answer | None] = {name: draw(YES_NO) for name in ("best", "fair", "exempt", "apart")}
    return facts | {"level": draw(st.none() | st.none() | st.sampled_from([*LEVELS, "none"]))}


@st.composite
def tables(draw: st.DrawFn, most: int = 4) -> tuple[Evidence, ...]:
    """A unit and its members."""
    rows = draw(st.lists(member_facts(), min_size=1, max_size=most))
    unit: dict[str, Answer | None] = {"outstanding": draw(YES_NO)}
    unit["whole"] = draw(st.none() | st.integers(0, 3))
    unit["part"] = draw(st.none() | st.integers(0, 3 if unit["whole"] is None else int(str(unit["whole"]))))
    unit["members"] = draw(st.none() | st.integers(len(rows), len(rows) + 1))
    members = (Evidence(f"m{number}", "member", facts, parent="u") for number, facts in enumerate(rows))
    return (Evidence("u", "unit", unit), *members)


def judged(quota: Quota, rows: Sequence[Evidence]) -> QuotaOutcome | None:
    found = roll_up(attrs.evolve(RULES, quotas=[quota]), rows)
    return next(iter(quotas([found[row.id] for row in rows])), None)


@given(quota_rules(), tables())
def test_the_bounds_are_those_of_all_completions(quota: Quota, table: tuple[Evidence, ...]) -> None:
    unit, *rows = table
    found = judged(quota, table)
    if found is None:
        assert quota.apart
        assert all(row.facts.get("apart") for row in rows)
        return
    assert ends(found) == bounds(list(completions(rows, unit.facts, quota)))


def narrower(one: Interval, other: Interval) -> bool:
    """Whether one lies within the other; one that has no end at all is beyond the open end."""
    if one == Interval(None, None):
        return other.high is None
    low_fits = other.low is None or (one.low is not None and one.low >= other.low)
    return low_fits and (other.high is None or (one.high is not None and one.high <= other.high))


@given(quota_rules(), tables(), st.data())
def test_knowing_more_only_narrows(quota: Quota, table: tuple[Evidence, ...], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(table) - 1))
    row = table[number]
    answers = {"best": st.booleans(), "fair": st.booleans(), "exempt": st.booleans(), "apart": st.booleans()}
    asked = answers | {"level": st.sampled_from([*LEVELS, "none"])} if number else {"outstanding": st.booleans()}
    blank = [name for name in asked if name not in row.facts]
    assume(blank)
    name = data.draw(st.sampled_from(blank))
    more = attrs.evolve(row, facts={**row.facts, name: data.draw(asked[name])})
    before, after = judged(quota, table), judged(quota, (*table[:number], more, *table[number + 1 :]))
    # Decided is not what was proposed: a decision replaces what it finds, unless nothing was known of that.
    if name == "level" and levels_of(row.facts, quota) < levels_of({}, attrs.evolve(quota, apart=None)):
        return
    if before is not None and after is not None:
        assert all(map(narrower, ends(after), ends(before)))


@given(quota_rules(), tables(), member_facts())
def test_a_row_of_one_that_was_only_counted_narrows(
    quota: Quota, table: tuple[Evidence, ...], facts: dict[str, Answer | None]
) -> None:
    unit, *rows = table
    stated = attrs.evolve(unit, facts={**unit.facts, "members": len(rows) + 1})
    there = Evidence("new", "member", facts, parent="u")
    before, after = judged(quota, (stated, *rows)), judged(quota, (stated, *rows, there))
    if before is not None and after is not None:
        assert all(map(narrower, ends(after), ends(before)))


@given(quota_rules(), tables(most=6), st.data())
def test_the_order_of_subjects_is_nothing(quota: Quota, table: tuple[Evidence, ...], data: st.DataObject) -> None:
    one, other = judged(quota, table), judged(quota, data.draw(st.permutations(table)))
    if one is None or other is None:
        assert one is other
        return
    assert one._replace(members=tuple(sorted(one.members))) == other._replace(members=tuple(sorted(other.members)))


@given(quota_rules(), tables(most=6))
def test_a_quota_never_changes_a_rating(quota: Quota, table: tuple[Evidence, ...]) -> None:
    without, capped = roll_up(RULES, table), roll_up(attrs.evolve(RULES, quotas=[quota]), table)
    quotas([capped[row.id] for row in table])
    for name, outcome in without.items():
        assert (outcome.rating, outcome.bits) == (capped[name].rating, capped[name].bits)


@given(quota_rules(), st.lists(st.tuples(tables(), st.sampled_from(["", "x", "y"])), min_size=1, max_size=3))
def test_groups_are_judged_each_by_itself(quota: Quota, units: list[tuple[tuple[Evidence, ...], str]]) -> None:
    """A table of several units, each with one label, comes out as the units do one by one."""
    labelled = attrs.evolve(quota, group="role")
    alone: list[QuotaOutcome] = []
    together: list[Evidence] = []
    for number, (table, label) in enumerate(units):
        named = [
            attrs.evolve(row, id=f"{number}{row.id}", parent=row.parent and f"{number}u", notes={"role": label})
            for row in table
        ]
        found = judged(labelled, named)
        alone += [found] if found else []
        together += named
    found_together = roll_up(attrs.evolve(RULES, quotas=[labelled]), together)
    assert list(quotas([found_together[row.id] for row in together])) == alone


# The arithmetic by itself, where rates have ends that are not attained.

EXTENTS = st.builds(
    lambda ends, low_open, high_open: Extent(ends[0], ends[1], low_open, high_open and ends[1] is not None),
    st.one_of(
        st.tuples(st.sampled_from(RATES), st.sampled_from(RATES)).filter(lambda ends: ends[0] < ends[1]),
        st.tuples(st.sampled_from(RATES), st.just(Fraction(3, 2)) | st.none()),
    ),
    st.booleans(),
    st.booleans(),
)
POINTS = st.sampled_from(RATES).map(lambda rate: Extent(rate, rate))
HEADCOUNTS = st.dictionaries(st.integers(1, 7), st.integers(0, 2), max_size=4).filter(
    lambda numbers: sum(numbers.values()) <= 6
)
TINY, HUGE = Fraction(1, 10**9), Fraction(10**9)


def rates_in(extent: Extent) -> list[Fraction]:
    """Both ends, or what is next to them."""
    assert extent.low is not None
    high = HUGE if extent.high is None else extent.high
    return [extent.low + TINY * extent.low_open, high - TINY * extent.high_open]


def worlds(numbers: Mapping[Places, int]) -> Iterator[tuple[int, int]]:
    """How many are at the level, and how many in the base, over all completions."""
    subjects = [[bit for bit in (AT, BASE, OUT) if places & bit] for places, n in numbers.items() for _ in range(n)]
    for world in product(*subjects):
        yield world.count(AT), world.count(AT) + world.count(BASE)


def allowed_of(rate: Fraction, number: int, base: Base, rounding: Rounding) -> int:
    return max(
        at for at in range(number + 1) if at <= rounded(rate * (number - at if base == "good" else number), rounding)
    )


def tried(numbers: Mapping[Places, int], rates: Rates, base: Base, rounding: Rounding) -> list[Truth]:
    found = []
    for at, number in set(worlds(numbers)):
        for rate in (rate for extent in rates.extents for rate in rates_in(extent)):
            allowed = allowed_of(rate, number, base, rounding)
            found.append(Truth(allowed, at, max(0, at - allowed)))
        if rates.none:
            found.append(Truth(inf, at, 0))
    return found


@given(
    HEADCOUNTS,
    st.lists(EXTENTS | POINTS, max_size=2),
    st.booleans(),
    st.sampled_from(BASES),
    st.sampled_from(ROUNDINGS),
)
def test_the_arithmetic_agrees_with_trying_everything(
    numbers: dict[Places, int], extents: list[Extent], none: bool, base: Base, rounding: Rounding
) -> None:
    rates = Rates(tuple(extents), none or not extents)
    found = allowance(Headcount(numbers), rates, base, rounding)
    assert ends(found) == bounds(tried(numbers, rates, base, rounding))


@given(HEADCOUNTS, st.lists(POINTS, min_size=1, max_size=2), st.sampled_from(BASES), st.sampled_from(ROUNDINGS))
def test_any_number_besides_is_what_ever_more_come_to(
    numbers: dict[Places, int], extents: list[Extent], base: Base, rounding: Rounding
) -> None:
    """What has an end has the same one where there are many; what has none outgrows every number."""
    rates = Rates(tuple(extents))
    anywhere = AT | BASE | OUT

    def with_more(number: int) -> Allowance:
        here = {places: numbers.get(places, 0) + number * (places == anywhere) for places in range(1, 8)}
        return allowance(Headcount(here), rates, base, rounding)

    endless = allowance(Headcount(numbers, endless=True), rates, base, rounding)
    for without, many, more in zip(ends(endless), ends(with_more(100)), ends(with_more(200)), strict=True):
        assert without.low == many.low == more.low
        if without.high is None:
            assert contains(Interval(0, more.high), (many.high or 0) + 1)
        else:
            assert without.high == many.high == more.high
