"""What is known of figures, against every way of filling in the blanks.

Blanks are filled in up to a cap that lies far above all stated figures, so that an end that comes near it is open.
"""

from collections.abc import Iterable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.ruled import judge_one
from tests.strategies import (
    EASY_SHARES,
    Figures,
    Known,
    completions,
    figures,
    ladders,
    near,
    share_targets,
    trees_of_facts,
    within,
)
from xeploai.diagnostic import InvalidEvidence
from xeploai.evidence.dictionary import dictionary
from xeploai.evidence.known import learn
from xeploai.evidence.plan import limits
from xeploai.evidence.relations import fits, steps_up
from xeploai.interval import Interval
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Fact
from xeploai.model.measure import Ratio, Value
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, LessThan, Target
from xeploai.rating.session import rate
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

FAR = 24


def known_of(facts: tuple[Fact, ...], known: Known) -> dict[str, Interval]:
    """The limits of every fact, as learned."""
    prepared = dictionary(Ruleset("t", facts=facts), ())
    learned, clashes = learn(prepared, "", known, ())
    assert not clashes
    return {fact.id: limits(learned, learned.plan.index[fact.id]) for fact in facts}


def ends(worlds: Iterable[Known], name: str) -> Interval:
    found = [world[name] for world in worlds]
    return Interval(min(found), max(found) if max(found) < FAR // 2 else None)


@given(figures(ladders(3)))
def test_limits_of_bounded_facts_are_exact(drawn: Figures) -> None:
    """Bounds are the closure of all declared `<=`, both ways."""
    worlds = list(completions(drawn.facts, drawn.known, FAR))
    assert known_of(*drawn) == {fact.id: ends(worlds, fact.id) for fact in drawn.facts}


@given(figures(trees_of_facts(4)))
def test_limits_of_sums_are_exact_where_no_fact_goes_two_ways(drawn: Figures) -> None:
    worlds = list(completions(drawn.facts, drawn.known, FAR))
    assert known_of(*drawn) == {fact.id: ends(worlds, fact.id) for fact in drawn.facts}


ANY_WAY = (Fact("a", at_most="d"), Fact("b", at_most=["c", "e"]), Fact("c"), Fact("d", sum_of=["b", "c"]), Fact("e"))
GRADES = (
    Fact("a"),
    Fact("b"),
    Fact("c"),
    Fact("good", sum_of=["a", "b"], at_most="all"),
    Fact("all", sum_of=["a", "b", "c"]),
)


@pytest.mark.parametrize("facts", [ANY_WAY, GRADES])
@given(data=st.data())
def test_limits_are_sound_whatever_is_declared(facts: tuple[Fact, ...], data: st.DataObject) -> None:
    drawn = data.draw(figures(st.just(facts)))
    found = known_of(*drawn)
    for world in completions(drawn.facts, drawn.known, 12):
        for name, value in world.items():
            low, high = found[name]
            assert (low or 0) <= value
            assert high is None or value <= high


@given(st.one_of(ladders(4), trees_of_facts(4)), st.data())
def test_figures_without_room_are_refused(facts: tuple[Fact, ...], data: st.DataObject) -> None:
    """Refused exactly where no whole numbers satisfy them: here no fact goes two ways, or none is summed."""
    names = data.draw(st.sets(st.sampled_from([fact.id for fact in facts]), min_size=2))
    known = {name: data.draw(st.integers(0, 4), name) for name in sorted(names)}
    assume(len(facts) - len(known) <= 2)
    rules = Ruleset("t", facts=facts, criteria=[Criterion("c", Value("a"), AtLeast(1))])
    if any(True for _ in completions(facts, known, FAR)):
        rate(rules, Evidence("s", facts=known))
    else:
        with pytest.raises(InvalidEvidence) as refusal:
            rate(rules, Evidence("s", facts=known))
        assert all(problem.place.subject == "s" and problem.place.field for problem in refusal.value.problems)


@given(figures(trees_of_facts(4)), st.data())
def test_learning_a_figure_only_narrows(drawn: Figures, data: st.DataObject) -> None:
    before = known_of(*drawn)
    world = data.draw(st.sampled_from(list(completions(drawn.facts, drawn.known, 12))))
    told = data.draw(st.sampled_from([fact.id for fact in drawn.facts]))
    after = known_of(drawn.facts, drawn.known | {told: world[told]})
    for name, (low, high) in after.items():
        assert (before[name].low or 0) <= (low or 0)
        assert before[name].high is None or (high is not None and high <= (before[name].high or 0))


# One criterion over raw facts: its outcomes are those of all completions, and no others.


def outcomes(pairs: Iterable[tuple[int, int]], target: Target) -> Bits:
    found = 0
    for part, whole in pairs:
        found |= NOT_APPLICABLE if whole == 0 else MET if within(target, part, whole) else NOT_MET
    return found


def bits(facts: tuple[Fact, ...], known: Known, measure: Ratio | Value, target: Target) -> Bits:
    rules = Ruleset("t", facts=facts, criteria=[Criterion("c", measure, target)])
    return judge_one(rules, known).bits[0]


@given(figures(st.one_of(ladders(3), trees_of_facts(3))), st.permutations("abc"), st.data())
def test_a_ratio_of_two_facts_comes_to_what_the_completions_say(
    drawn: Figures, names: list[str], data: st.DataObject
) -> None:
    part, whole = names[:2]
    target = data.draw(share_targets(EASY_SHARES))
    worlds = [(world[part], world[whole]) for world in completions(drawn.facts, drawn.known, FAR)]
    found = bits(drawn.facts, drawn.known, Ratio(part, whole), target)
    if fits(steps_up({fact.id: fact for fact in drawn.facts}), whole, part):
        # A part that holds its whole is bounded from one side only: sound, and perhaps wider.
        assert outcomes(worlds, target) & ~found == 0
    else:
        assert found == outcomes(worlds, target)


@given(st.integers(1, 3), share_targets(EASY_SHARES), st.data())
def test_a_pooled_ratio_is_judged_by_its_sums(pairs: int, target: Target, data: st.DataObject) -> None:
    facts = [fact for n in range(pairs) for fact in (Fact(f"a{n}", at_most=f"w{n}"), Fact(f"w{n}"))]
    wholes = [data.draw(st.integers(0, 3)) for _ in range(pairs)]
    parts = [data.draw(st.integers(0, whole)) for whole in wholes]
    stated = [data.draw(st.booleans()) for _ in range(pairs)]
    known = {f"w{n}": whole for n, whole in enumerate(wholes)}
    known |= {f"a{n}": part for n, part in enumerate(parts) if stated[n]}
    least = sum(part for part, there in zip(parts, stated, strict=True) if there)
    most = least + sum(whole for whole, there in zip(wholes, stated, strict=True) if not there)
    sums = [(part, sum(wholes)) for part in range(least, most + 1)]
    measure = Ratio([f"a{n}" for n in range(pairs)], [f"w{n}" for n in range(pairs)])
    assert bits(tuple(facts), known, measure, target) == outcomes(sums, target)


PENDING = (Fact("a"), Fact("p"), Fact("w", includes=["a", "p"]))


@given(figures(st.just(PENDING)), st.data())
def test_what_is_not_assessed_yet_may_join_the_part(drawn: Figures, data: st.DataObject) -> None:
    blank = data.draw(st.sampled_from(["none", "open"]))
    target = data.draw(share_targets(EASY_SHARES))
    known = drawn.known
    told = known | ({"p": 0} if blank == "none" and "p" not in known else {})
    worlds = completions(PENDING, told, FAR)
    pairs = {(world["a"] + joins, world["w"]) for world in worlds for joins in range(world["p"] + 1)}
    found = bits(PENDING, known, Ratio("a", "w", pending="p", pending_blank=blank), target)  # type: ignore[arg-type]
    assert found == outcomes(pairs, target)


@given(st.integers(1, 5), st.sampled_from([AtLeast, LessThan]), st.data())
def test_a_number_turns_at_its_threshold(
    limit: int, target: type[AtLeast] | type[LessThan], data: st.DataObject
) -> None:
    value = data.draw(near(limit))
    reached = value >= limit
    expected = MET if reached == (target is AtLeast) else NOT_MET
    assert bits((Fact("a"),), {"a": value}, Value("a"), target(limit)) == expected
