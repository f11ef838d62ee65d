"""The order in which things are worked out at a subject: nothing is used before it is known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from graphlib import TopologicalSorter

from xeploai.model.condition import Criterion
from xeploai.model.kind import members
from xeploai.model.measure import Earned, Meets, Rated, Score, Share, Value
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Judged, Prepared, Spread, Step
from xeploai.rating.levels import spread_of
from xeploai.rating.measures import judge_criterion
from xeploai.rating.shares import count_share
from xeploai.truth import Bits
from xeploai.wellformed.conditions import conditions_of, parts_of


def concerned(rules: Prepared, criterion: Criterion, kind: str) -> bool:
    """Whether a criterion is judged, or followed up, at a kind."""
    kinds = rules.dictionary.kinds
    return not (criterion.kinds or criterion.monitors) or kind in members(
        kinds, (*criterion.kinds, *criterion.monitors)
    )


def rests_on(criterion: Criterion) -> tuple[str, ...]:
    """The criteria whose outcomes a criterion is made of."""
    match criterion.measure:
        case Share(_, Meets(tested)):
            return (tested,)
        case Score(parts):
            return tuple(part.criterion for part in parts if isinstance(part, Earned))
        case _:
            return ()


def in_order(criteria: tuple[Criterion, ...]) -> Iterator[Criterion]:
    """Each criterion after those that it rests on."""
    named = {criterion.id: criterion for criterion in criteria}
    graph = {criterion.id: rests_on(criterion) for criterion in criteria}
    yield from (named[name] for name in TopologicalSorter(graph).static_order())


def affected(
    chosen: Ruleset, other: Ruleset, order: Iterable[Criterion], changed: set[str]
) -> tuple[list[Criterion], bool]:
    """The criteria that may come out otherwise under another reading, in order, and whether levels may."""
    criteria = list(order)
    behind = {
        part.id for when in conditions_of(other).values() for part in parts_of(when) if isinstance(part, Criterion)
    }
    rated = (chosen.rules, chosen.vetoes, chosen.exemptions) != (other.rules, other.vetoes, other.exemptions)
    # Twice: what a level rests on may itself rest on the levels below.
    for _ in range(2):
        for criterion in criteria:
            if changed.intersection(rests_on(criterion)) or (rated and reads_level(other, criterion)):
                changed.add(criterion.id)
        rated = rated or not changed.isdisjoint(behind)
    return [criterion for criterion in criteria if criterion.id in changed], rated


def reads_level(rules: Ruleset, criterion: Criterion) -> bool:
    """Whether a criterion reads the level that was decided or proposed."""
    match criterion.measure:
        case Value(fact) | Share(_, Rated(fact, _)):
            return fact == rules.decided
        case _:
            return False


def steps(prepared: Prepared, order: Sequence[Criterion], kind: str, *, rated: bool) -> Iterator[Step]:
    """What there is to work out at a kind: the level after what it rests on, and what rests on the level after it."""
    late = _late(prepared, kind)
    yield from _judging(prepared, [criterion for criterion in order if criterion.id not in late], kind)
    if rated and kind in prepared.levels:
        yield _rate(spread_of(prepared.levels[kind]))
    yield from _judging(prepared, [criterion for criterion in order if criterion.id in late], kind)


def _late(prepared: Prepared, kind: str) -> set[str]:
    """The criteria that rest on the level of a subject of the kind itself."""
    late: set[str] = set()
    for criterion in in_order(prepared.criteria) if kind in prepared.levels else ():
        measure = criterion.measure
        there = not isinstance(measure, Share) or kind in members(prepared.dictionary.kinds, measure.of)
        if there and (reads_level(prepared.rules, criterion) or late.intersection(rests_on(criterion))):
            late.add(criterion.id)
    return late


def _judging(prepared: Prepared, order: Iterable[Criterion], kind: str) -> Iterator[Step]:
    counted: set[Share] = set()
    for criterion in order:
        if isinstance(criterion.measure, Share) and criterion.measure not in counted:
            counted.add(criterion.measure)
            if step := count_share(prepared, criterion.measure, kind):
                yield step
        if concerned(prepared, criterion, kind):
            yield _judge(prepared.numbers[criterion.id], judge_criterion(prepared, criterion, kind))


def _judge(number: int, judge: Callable[[Judged], Bits]) -> Step:
    def step(judged: Judged) -> None:
        judged.bits[number] = judge(judged)

    return step


def _rate(spread: Callable[[Judged], Spread]) -> Step:
    def step(judged: Judged) -> None:
        # Of a subject without a row nothing is proposed: any level may have been decided for it.
        if judged.evidence.id:
            judged.spread = spread(judged)

    return step
