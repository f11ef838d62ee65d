"""The checks of logic against brute force: no alarm that some evidence refutes, and none missing where all is tried.

Rules over independent facts are tried with every answer that makes a difference, so that what is found is exactly what
there is. Whole rule sets with everything in them are tried with random evidence, which may only ever agree.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.laws.test_rating import held
from tests.meaning import comes_to, level_of
from tests.rule_sets import rule_sets
from tests.ruled import judge_one
from tests.strategies import CRITERIA, conditions, rating_rules, worlds_of
from xeploai.audit.audited import Audited
from xeploai.audit.checks.redundant_part import CHECK as REDUNDANT
from xeploai.audit.outcomes.bands import banded
from xeploai.audit.outcomes.idle import never_matters
from xeploai.audit.outcomes.worlds import Work
from xeploai.audit.registry import every_check
from xeploai.located import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, Undetermined
from xeploai.model.evidence import Answer
from xeploai.model.measure import Value
from xeploai.model.outcome import Outcome
from xeploai.model.ruleset import Exemption, Rule, Ruleset
from xeploai.rating.conditions import leaves, number_gates, worked_out
from xeploai.rating.landing import Range
from xeploai.truth import MET, NOT_MET, OPEN, Bits
from xeploai.wellformed.check import check
from xeploai.wellformed.conditions import conditions_of, parts_at, placed_parts
from xeploai.wellformed.problem import Problem

World = Mapping[Criterion, Bits]


@cache
def every_answer() -> tuple[tuple[Mapping[str, Answer], World], ...]:
    """Every answer that makes a difference, with the outcomes of all criteria."""
    return tuple((answers, {one: held(answers, one) for one in CRITERIA}) for answers in worlds_of({}))


@cache
def every_world() -> tuple[World, ...]:
    """The outcomes of all criteria; those that are the same once."""
    found = dict.fromkeys(tuple(world.values()) for _, world in every_answer())
    return tuple(dict(zip(CRITERIA, outcomes, strict=True)) for outcomes in found)


def outcome(condition: Condition, world: World) -> Bits:
    return comes_to(condition, lambda criterion: world[criterion])


def deciding(rules: Ruleset, rule: Rule) -> Iterator[World]:
    """The worlds in which a rule gives the level."""
    better = rules.rules[: rules.rules.index(rule)]
    for world in every_world():
        if outcome(rule.when, world) == MET and all(outcome(one.when, world) != MET for one in better):
            yield world


def final(rules: Ruleset, world: World) -> str | None:
    if any(outcome(one.when, world) == MET for one in rules.exemptions):
        return None
    return level_of(rules, lambda criterion: world[criterion])


@st.composite
def ruled(draw: DrawFn) -> Ruleset:
    """Rules, vetoes and sometimes an exemption over facts that have nothing to do with each other."""
    rules = draw(rating_rules())
    exempting = draw(st.none() | conditions())
    return attrs.evolve(rules, exemptions=[Exemption("e", exempting)] if exempting else [])


@given(ruled())
def test_the_rules_that_never_decide_are_found_and_no_others(rules: Ruleset) -> None:
    hidden = Audited(rules).effects.masked
    for number, rule in enumerate(rules.rules):
        met = any(outcome(rule.when, world) == MET for world in every_world())
        assert (number in hidden) == (met and not any(deciding(rules, rule)))


@given(ruled())
def test_the_levels_that_never_stand_are_found_and_no_others(rules: Ruleset) -> None:
    lost = Audited(rules).effects.vetoed
    for number, rule in enumerate(rules.rules):
        worlds = list(deciding(rules, rule))
        never = bool(worlds) and all(final(rules, world) != rule.level for world in worlds)
        assert (number in lost) == never


@given(ruled())
def test_the_vetoes_without_which_nothing_changes_are_found_and_no_others(rules: Ruleset) -> None:
    found = Audited(rules).effects.idle
    left = list(rules.vetoes)
    for veto in rules.vetoes:
        others = [one for one in left if one is not veto]
        with_it, without = attrs.evolve(rules, vetoes=left), attrs.evolve(rules, vetoes=others)
        met = any(outcome(veto.when, world) == MET for world in every_world())
        idle = met and all(final(with_it, world) == final(without, world) for world in every_world())
        assert (veto in found) == idle
        left = others if idle else left


def _gates(rules: Ruleset) -> Iterator[tuple[Path, Condition]]:
    for path, condition in conditions_of(rules).items():
        for here, part, _ in placed_parts(path, condition):
            if not isinstance(part, Criterion):
                yield here, part


@given(ruled())
def test_the_gates_that_come_out_one_way_are_found_where_no_part_of_them_does(rules: Ruleset) -> None:
    constant = Audited(rules).constants
    gates = sorted(_gates(rules), key=lambda one: -len(one[0]))
    told: set[Path] = set()
    for here, gate in gates:
        found = {outcome(gate, world) for world in every_world()}
        one_way = not {MET, NOT_MET} <= found
        inner = any(at[: len(here)] == here for at in told)
        assert (here in constant) == (one_way and not inner)
        if one_way and not inner:
            told.add(here)
            assert constant[here] == (MET in found)


@given(ruled())
def test_the_parts_that_change_nothing_are_found_and_no_others(rules: Ruleset) -> None:
    audited = Audited(rules)
    redundant = {problem.path for problem in REDUNDANT.find(audited) if isinstance(problem, Problem)}
    for here, gate in _gates(rules):
        if isinstance(gate, AllOf | AnyOf) and not any(at[: len(here)] == here for at in audited.constants):
            left = dict(parts_at(gate, here))
            for at in list(left):
                rest = tuple(part for one, part in left.items() if one != at)
                whole = type(gate)(tuple(left.values()))
                same = bool(rest) and all(
                    outcome(whole, world) == outcome(type(gate)(rest), world) for world in every_world()
                )
                assert (at in redundant) == same
                if same:
                    del left[at]


@given(ruled())
def test_the_criteria_that_change_no_level_are_found_and_no_others(rules: Ruleset) -> None:
    (ladder,) = Audited(rules).ladders
    levels = [(answers, final(rules, world)) for answers, world in every_answer()]
    for at, criterion in enumerate(ladder.levels.points):
        assert isinstance(criterion, Criterion)
        assert isinstance(criterion.measure, Value)
        fact, seen = criterion.measure.fact, dict[tuple[Answer, ...], set[str | None]]()
        for answers, level in levels:
            rest = tuple(answer for name, answer in answers.items() if name != fact)
            seen.setdefault(rest, set()).add(level)
        assert never_matters(ladder, at, Work()) == all(len(found) == 1 for found in seen.values())


@given(ruled())
def test_a_rule_is_met_only_within_its_band(rules: Ruleset) -> None:
    for found in banded(Audited(rules).prepared):
        assert isinstance(found.measure, Value)
        for answers, world in every_answer():
            answer = answers[found.measure.fact]
            at = next((n for n, piece in enumerate(found.pieces) if _is_in(answer, piece)), None)
            for rule, band in zip(found.rules, found.bands, strict=True):
                assert band is None or at is None or band[at] or outcome(rule.when, world) != MET
            assert at is not None or answer == "none"


def _is_in(answer: Answer, piece: Range | str) -> bool:
    if isinstance(piece, str):
        return answer == piece
    assert isinstance(answer, int)
    return (piece.low is None or piece.low <= answer) and (piece.high is None or answer <= piece.high)


# Whole rule sets, of every measure, with points of law, several kinds and facts that hold each other.


@st.composite
def answers(draw: DrawFn) -> dict[str, Answer]:
    """Figures that keep to the dictionary of `rule_sets`; some are left out."""
    small = st.integers(0, 2)
    a, d, p = draw(small), draw(small), draw(small)
    told: dict[str, Answer] = {
        "a": a,
        "b": a + draw(small) or 1,
        "b2": a + draw(small),
        "d": d,
        "p": p,
        "held": d + p + draw(small),
        "yes": draw(st.booleans()),
        "points": Decimal(draw(st.sampled_from(["0", "49.9", "50", "62.5", "66.7", "100"]))),
        "grade": draw(st.sampled_from(["gioi", "kha", "yeu", "khong-xet"])),
        "grade2": draw(st.sampled_from(["gioi", "kha", "yeu", "khong-xet"])),
        "day": date(2024, 1, 1),
    }
    # A figure that the source states stands in for `b2`, and may be smaller than `a`.
    left_out = draw(st.sets(st.sampled_from(sorted(set(told) - {"b2"})), max_size=4))
    return {name: value for name, value in told.items() if name not in left_out}


def _bits(found: Outcome, condition: Condition) -> Bits:
    """What a condition comes to for a subject; a point of law may come out either way."""
    named = dict(zip(found.criteria, found.bits, strict=True))
    points = tuple(dict.fromkeys(leaves(condition)))
    bits = [OPEN if isinstance(point, Undetermined) else named[point.id] for point in points]
    gates = number_gates([condition], points)
    return worked_out(gates, bits)[gates.places[condition]]


@pytest.mark.slow
@settings(max_examples=1_000)
@given(rule_sets(), st.lists(answers(), min_size=1, max_size=3))
def test_no_evidence_refutes_an_alarm(rules: Ruleset, known: list[dict[str, Answer]]) -> None:
    assume(not check(rules))
    audited = Audited(rules)
    for one in every_check():
        list(one.find(audited))
    idle = audited.effects.idle
    rated = attrs.evolve(rules, vetoes=[veto for veto in rules.vetoes if veto not in idle])
    gates = {
        here: part
        for path, condition in conditions_of(rules).items()
        for here, part, _ in placed_parts(path, condition)
        if here in audited.constants
    }
    for facts in known:
        found = judge_one(rules, facts, "khoi")
        named = dict(zip(found.criteria, found.bits, strict=True))
        for path, met in audited.constants.items():
            bits = _bits(found, gates[path]) if path in gates else named[str(path[1])]
            assert bits != (NOT_MET if met else MET)
        for number, rule in enumerate(rules.rules):
            better = [_bits(found, one.when) & MET for one in rules.rules[:number]]
            if _bits(found, rule.when) == MET and not any(better):
                assert number not in audited.effects.masked
                assert number not in audited.effects.vetoed or found.rating is None or found.rating.level != rule.level
        if idle:
            assert found.rating == judge_one(rated, facts, "khoi").rating
