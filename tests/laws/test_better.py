"""Facts of which a rule file declares that more is better, or less: then it is, for every level in the table.

Whatever else is blank: of tasks nothing is declared, because one more that was exceeded may say that there were more of
them than were done on time.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import assert_never

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import members
from xeploai.model.period import read_period
from xeploai.model.ruleset import Ruleset, kinds_of
from xeploai.model.scale import Scale, rank
from xeploai.rating.chain import Chain, chained
from xeploai.rating.session import judge_all
from xeploai.toml.load import load

RULES = Path(__file__).parents[2] / "rules"
PERIODS = {
    "hd-21-2019": "2022",
    "qd-124-2023": "2024",
    "qd-366-2025": "2025",
    "nd-90-2020": "2024",
    "nd-335-2025": "2026",
}
TREE = {
    "khoi": None,
    "dang-bo-co-so": "khoi",
    "chi-bo-truc-thuoc": "dang-bo-co-so",
    "dang-vien": "chi-bo-truc-thuoc",
    "tap-the-ldql": "dang-bo-co-so",
    "can-bo": "tap-the-ldql",
    "co-quan": "khoi",
    "cong-chuc": "co-quan",
    "cong-chuc-ldql": "co-quan",
}
"""A subject of each sort, with the one it stands below."""


@cache
def rules_of(name: str) -> Ruleset:
    return load(RULES / f"{name}.toml")


@cache
def chain(name: str) -> Chain:
    return chained(rules_of(name), read_period(PERIODS[name]))


@cache
def carried(name: str) -> Mapping[str, tuple[Fact, ...]]:
    """What a rule file asks of each subject of the tree that it rates; how many there are below stays open."""
    rules = rules_of(name)
    kinds = kinds_of(rules)

    def is_asked(fact: Fact, kind: str) -> bool:
        here = kind in members(kinds, rules.rated) and (not fact.of or kind in members(kinds, fact.of))
        return here and fact.counts is None and fact.id != rules.decided

    return {kind: tuple(fact for fact in rules.facts if is_asked(fact, kind)) for kind in TREE}


@cache
def declared(name: str) -> tuple[tuple[str, Fact], ...]:
    return tuple((kind, fact) for kind, facts in carried(name).items() for fact in facts if fact.better)


def value(random: Random, rules: Ruleset, fact: Fact) -> Answer:
    match fact.type:
        case FactType.COUNT:
            return random.randint(0, 10)
        case FactType.NUMBER:
            most = fact.maximum if isinstance(fact.maximum, int) else 12
            return Decimal(random.randint(0, 2 * most)) / 2
        case FactType.YES_NO:
            return random.random() < 0.5
        case FactType.GRADE | FactType.LEVEL:
            return random.choice(ladder(rules, fact).levels).id
        case FactType.DATE:
            return random.choice((date(2010, 1, 2), date(2022, 6, 30), date(2024, 7, 1), date(2026, 7, 1)))
        case _:
            assert_never(fact.type)


def ladder(rules: Ruleset, fact: Fact) -> Scale:
    scale = rules.scale if fact.type is FactType.LEVEL else rules.grades
    assert scale is not None
    return scale


def favourable(rules: Ruleset, fact: Fact) -> Answer | None:
    """The answer with which a subject stands at the top, so that one other answer can bring it down."""
    if fact.type in (FactType.GRADE, FactType.LEVEL):
        return ladder(rules, fact).levels[0].id
    if fact.type is FactType.YES_NO:
        return fact.better == "more"
    if fact.type is FactType.NUMBER and isinstance(fact.maximum, int):
        return Decimal(0 if fact.better == "less" else fact.maximum)
    if fact.type is FactType.DATE:
        return date(2010, 1, 2)
    lower = fact.better == "less" or fact.id.endswith("_cham")
    return None if fact.type is not FactType.COUNT else 0 if lower else 8


def table_of(random: Random, name: str) -> dict[str, dict[str, Answer]]:
    """What each subject answers: most of it favourable, some at random, some blank."""
    rules = rules_of(name)
    found: dict[str, dict[str, Answer]] = {}
    for kind, facts in carried(name).items():
        odd = random.choice((0, 0.1, 0.4))
        row = {fact.id: favourable(rules, fact) for fact in facts}
        for fact in facts:
            if random.random() < odd:
                row[fact.id] = random.choice((None, value(random, rules, fact)))
        found[kind] = {fact: answer for fact, answer in row.items() if answer is not None}
    return found


def fitted(name: str, kind: str, row: Mapping[str, Answer], kept: str = "") -> dict[str, Answer]:
    """The row without what is too large beside the rest; the one answer that is asked about stays."""
    facts = {fact.id: fact for fact in carried(name)[kind]}
    left = dict(row)
    for fact in facts.values():
        if size(left, fact.id) > limit(left, wider(facts, fact.id)):
            for other in wider(facts, fact.id) if fact.id == kept else {fact.id}:
                left.pop(other, None)
        for part in fact.includes:
            together = sum(least(facts, left, one) for one in fact.includes)
            if together > limit(left, {fact.id, *wider(facts, fact.id)}):
                for one in {part, *(one for one in facts if part in wider(facts, one))} - {kept}:
                    left.pop(one, None)
    return left


def least(facts: Mapping[str, Fact], row: Mapping[str, Answer], fact: str) -> int:
    """What a count is at least: it may be blank, and what fits into it stated."""
    return max(size(row, one) for one in facts if one == fact or fact in wider(facts, one))


def size(row: Mapping[str, Answer], fact: str) -> int:
    stated = row.get(fact)
    return stated if isinstance(stated, int) else 0


def limit(row: Mapping[str, Answer], facts: set[str]) -> int:
    """The smallest of some counts."""
    return min((size(row, fact) for fact in facts if fact in row), default=10)


def wider(facts: Mapping[str, Fact], fact: str) -> set[str]:
    """All the counts that a count fits into."""
    above = {term for term in facts[fact].at_most if isinstance(term, str)}
    above |= {one.id for one in facts.values() if fact in one.includes}
    return above.union(*(wider(facts, one) for one in above))


def ranks(name: str, table: Mapping[str, Mapping[str, Answer]]) -> Iterator[tuple[str, int, int]]:
    rows = [Evidence(kind, kind, facts, parent=TREE[kind]) for kind, facts in table.items()]
    if len(rows) == 1:
        rows = [attrs.evolve(rows[0], parent=None)]
    scale = rules_of(name).scale
    assert scale is not None
    for outcome in judge_all(chain(name), tuple(rows)):
        if outcome.rating and outcome.rating.lowest and outcome.rating.highest:
            yield outcome.evidence.id, rank(scale, outcome.rating.lowest), rank(scale, outcome.rating.highest)


def height(name: str, fact: Fact, answer: Answer) -> Decimal:
    """How high an answer is: by number, by rung, and yes above no."""
    if isinstance(answer, str):
        return Decimal(rank(ladder(rules_of(name), fact), answer))
    assert isinstance(answer, int | Decimal)
    return Decimal(answer)


@pytest.mark.parametrize("name", PERIODS)
@given(seed=st.integers(0, 2**32 - 1))
def test_what_is_declared_better_never_lowers_a_level(name: str, seed: int) -> None:
    random, rules = Random(seed), rules_of(name)
    kind, fact = random.choice(declared(name))
    table = table_of(random, name)
    answers = value(random, rules, fact), value(random, rules, fact)
    pair = (False, True) if fact.type is FactType.YES_NO else answers
    worse, better = sorted(pair, key=lambda answer: height(name, fact, answer), reverse=fact.better == "less")
    assume(worse != better)
    # What fits beside both answers is the same beside each.
    row = fitted(name, kind, {**fitted(name, kind, {**table[kind], fact.id: worse}, fact.id), fact.id: better}, fact.id)
    rest = {other: fitted(name, other, facts) for other, facts in table.items()}
    before, after = ({**rest, kind: {**row, fact.id: answer}} for answer in (worse, better))
    for (subject, low, high), (same, low_then, high_then) in zip(ranks(name, before), ranks(name, after), strict=True):
        assert subject == same
        assert low_then >= low, (subject, fact.id)
        assert high_then >= high, (subject, fact.id)


@pytest.mark.parametrize("name", PERIODS)
def test_every_grade_and_every_point_is_declared(name: str) -> None:
    rules = rules_of(name)
    scored = {"diem_chung", "diem_ket_qua"}
    assert all(fact.better == "more" for fact in rules.facts if fact.type is FactType.GRADE or fact.id in scored)


def test_what_turns_back_is_not_declared() -> None:
    """Decree 90 caps the level from three months of absence, and says nothing of that from six."""
    rules, name = rules_of("nd-90-2020"), "nd-90-2020"
    (absence,) = (fact for fact in rules.facts if fact.id == "thang_nghi")
    assert absence.better is None
    good: dict[str, Answer] = {
        "nhiem_vu": 10,
        "nhiem_vu_dung_han": 10,
        "bi_ky_luat": False,
        "thang_lam_viec": Decimal(6),
    }
    levels = [list(ranks(name, {"cong-chuc": {**good, "thang_nghi": Decimal(n)}})) for n in (2, 3, 6)]
    assert [found[0][2] for found in levels] == [3, 1, 3]


@pytest.mark.parametrize("name", PERIODS)
def test_every_declaration_is_tried_where_it_turns_a_level(name: str) -> None:
    """Where all else is at its best, many a declared answer decides a level: the law above is about something."""
    turning = set()
    for kind, fact in declared(name):
        best = {one.id: favourable(rules_of(name), one) for one in carried(name)[kind]}
        row = {one: answer for one, answer in best.items() if answer is not None}
        answers = [value(Random(seed), rules_of(name), fact) for seed in range(12)]
        rows = [fitted(name, kind, {**row, fact.id: answer}, fact.id) for answer in answers]
        if len({tuple(ranks(name, {kind: one})) for one in rows}) > 1:
            turning.add(fact.id)
    assert len(turning) > len({fact.id for _, fact in declared(name)}) // 2
