"""What it takes to earn a level, against all figures of a small box: nothing less does, and what is said does."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

import attrs
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.strategies import EASY_SHARES, conditions, near, share_targets
from xeploai.diagnostic import InvalidEvidence
from xeploai.model.condition import Condition, Criterion, Undetermined
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Fact, FactType
from xeploai.model.measure import Earned, Ratio, Score, Value
from xeploai.model.outcome import Outcome
from xeploai.model.reach import Reach, units
from xeploai.model.ruleset import Rule, Ruleset, Veto
from xeploai.model.scale import Scale, rank
from xeploai.model.target import AtLeast, AtMost, Between, Equals, Target
from xeploai.rating.chain import Chain
from xeploai.rating.prepare import make_ready
from xeploai.rating.reach import reach_from
from xeploai.rating.session import judge_all

MOST = 4
MOVED = ("a", "b", "c")
"""The counts that may change; `w` is a whole, `j` and `p` somebody's judgement."""
SCALE = Scale(("A", "B", "C"))
Known = dict[str, Answer]
Cost = tuple[int, int, int, tuple[str, ...]]
"""Missing counts stated, units, facts, and which."""


def facts(way: str) -> tuple[Fact, ...]:
    """Ways in which the counts may hang together below the whole."""
    a, b, c = (Fact(name, maximum=MOST) for name in MOVED)
    w = Fact("w")
    match way:
        case "chain":
            a, b = attrs.evolve(a, at_most="w"), attrs.evolve(b, at_most="a")
        case "sum":
            w = attrs.evolve(w, sum_of=MOVED)
        case "includes":
            w = attrs.evolve(w, includes=("a", "b"))
        case _:
            a, b = attrs.evolve(a, at_most="w"), attrs.evolve(b, at_most="w")
    return a, b, c, w, Fact("j", judged=True), Fact("p", FactType.YES_NO)


def value_targets() -> st.SearchStrategy[Target]:
    limit = st.integers(1, MOST)
    return st.one_of(
        limit.map(AtLeast),
        limit.map(lambda most: AtMost(most - 1)),
        limit.map(Equals),
        limit.map(lambda n: Between(1, n)),
    )


@st.composite
def points(draw: DrawFn) -> list[Condition]:
    """Criteria of the counts that may change, and of what may not."""
    shares = share_targets(EASY_SHARES)
    found = [Criterion(f"{name}-{at}", Value(name), draw(value_targets())) for name in MOVED for at in range(2)]
    found += [Criterion(f"{name}-of-w", Ratio(name, "w"), draw(shares)) for name in ("a", "b")]
    found.append(Criterion("both-of-w", Ratio(("a", "c"), ("w", "w")), draw(shares)))
    found += [Criterion("judged", Value("j"), AtLeast(1)), Criterion("yes", Value("p"), Equals(True))]
    earned = tuple(Earned(one.id, draw(st.integers(-1, 2))) for one in found[:3])
    found.append(Criterion("score", Score(earned), AtLeast(draw(st.integers(0, 3)))))
    return [*found, Undetermined("?")]


@st.composite
def rulesets(draw: DrawFn) -> Ruleset:
    """Small rule sets with levels over these facts."""
    leaves = draw(points())
    when = conditions(st.sampled_from(leaves))
    return Ruleset(
        "t",
        facts=facts(draw(st.sampled_from(["chain", "sum", "includes", "apart"]))),
        criteria=[leaf for leaf in leaves if isinstance(leaf, Criterion)],
        scale=SCALE,
        rules=[Rule(level, draw(when)) for level in ("A", "B")],
        otherwise="C",
        vetoes=[Veto("v", draw(when), draw(st.sampled_from(["B", "C"])))] if draw(st.booleans()) else (),
    )


@st.composite
def figures(draw: DrawFn) -> Known:
    """What is known of the facts; often all, and near where verdicts turn."""
    whole = draw(st.integers(1, MOST))
    known: Known = {"w": whole, "a": draw(near(0, whole)), "j": draw(st.integers(0, 1)), "p": draw(st.booleans())}
    known |= {name: draw(st.integers(0, whole)) for name in ("b", "c")}
    blank = draw(st.one_of(st.just(set[str]()), st.sets(st.sampled_from(list(known)), max_size=2)))
    return {name: answer for name, answer in known.items() if name not in blank}


Judge = Callable[[Mapping[str, Answer]], Outcome | None]


def judge_of(rules: Ruleset) -> Judge:
    chain = Chain(make_ready(rules))

    def judge(known: Mapping[str, Answer]) -> Outcome | None:
        try:
            return judge_all(chain, (Evidence("s", "", known),))[0]
        except InvalidEvidence:
            return None

    return judge


def earns(outcome: Outcome | None, level: str) -> bool:
    rating = outcome.rating if outcome else None
    if rating is None or rating.lowest is None or rating.may_be_unrated:
        return False
    return rank(SCALE, rating.lowest) >= rank(SCALE, level)


def cost(known: Known, changed: Mapping[str, int]) -> Cost:
    moved = [name for name in MOVED if name in changed and changed[name] != known.get(name)]
    now = {name: answer for name, answer in known.items() if isinstance(answer, int)}
    distances = [abs(changed[name] - now.get(name, 0)) for name in moved]
    return sum(name not in known for name in moved), sum(distances), len(moved), tuple(moved)


def every_change(known: Known) -> Iterator[dict[str, int]]:
    """All counts in the box; a missing one may stay so."""
    choices = [[*range(MOST + 1), *([None] if name not in known else [])] for name in MOVED]
    for chosen in product(*choices):
        yield {name: figure for name, figure in zip(MOVED, chosen, strict=True) if figure is not None}


def changes_of(found: Reach) -> dict[str, int]:
    return {change.fact: change.new for change in found.changes or ()}


@given(rulesets(), figures(), st.sampled_from(["A", "B"]))
def test_nothing_less_earns_the_level(rules: Ruleset, known: Known, level: str) -> None:
    judge = judge_of(rules)
    outcome = judge(known)
    if outcome is None:
        return
    found = reach_from(outcome, level)
    costs = [cost(known, changed) for changed in every_change(known) if earns(judge({**known, **changed}), level)]
    assert found.complete
    assert (cost(known, changes_of(found)) if found.changes is not None else None) == min(costs, default=None)


@given(rulesets(), figures(), st.sampled_from(["A", "B"]))
def test_what_is_said_to_be_changed_earns_the_level_when_it_is_rated_again(
    rules: Ruleset, known: Known, level: str
) -> None:
    judge = judge_of(rules)
    outcome = judge(known)
    if outcome is None:
        return
    found = reach_from(outcome, level)
    assert found.reached == earns(outcome, level) == (found.changes == ())
    if found.changes is None:
        assert found.blocked
        return
    assert {change.fact for change in found.changes} <= set(MOVED)
    assert all(change.old == known.get(change.fact) and change.old != change.new for change in found.changes)
    assert sum(map(units, found.changes)) == cost(known, changes_of(found))[1]
    assert earns(judge({**known, **changes_of(found)}), level)
    assert found.blocked == ()
