"""Which figures of a subject can be changed by doing something, and what hangs together with them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, assert_never

from xeploai.evidence.dictionary import states_number
from xeploai.evidence.plan import Known, limits
from xeploai.evidence.terms import Figure
from xeploai.interval import is_point
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Fact, FactType
from xeploai.model.measure import (
    Answers,
    Earned,
    Given,
    Highest,
    Lowest,
    Measure,
    Meets,
    Months,
    Ratio,
    Score,
    Share,
    Value,
)
from xeploai.model.target import AtLeast, MoreThan
from xeploai.rating.judged import Levels, Prepared
from xeploai.rating.order import rests_on


class Movable(NamedTuple):
    """A count that may be changed; a whole is never made smaller, unless a criterion caps it."""

    fact: str
    downwards: bool


def movable(prepared: Prepared, levels: Levels, kind: str) -> tuple[Movable, ...]:
    """The counts that may be changed so that a level is earned at a kind, in the order of the rule file.

    They are those that a criterion asks for, as a value or as the part of a ratio, and those that the dictionary makes
    go with them. What stays as it is: whatever somebody judges or gives points by, what is drawn from incidents, what
    the text states, what awaits an assessment, numbers of subjects, levels counted below; and a whole (of a ratio, or
    a figure that holds others and is held by none), unless a criterion asks for it too.
    """
    asked = criteria_behind(prepared, levels)
    values = [(one.measure.fact, one.target) for one in asked if isinstance(one.measure, Value)]
    ratios = [one.measure for one in asked if isinstance(one.measure, Ratio)]
    counted = {term for ratio in ratios for term in ratio.part if isinstance(term, str)}
    counted |= {fact for fact, _ in values} | _stated(prepared, asked)
    wholes = {term for ratio in ratios for term in ratio.whole if isinstance(term, str)}
    capped = {fact for fact, target in values if not isinstance(target, AtLeast | MoreThan)}
    awaited = {fact for ratio in ratios for fact in ratio.pending}
    facts = prepared.dictionary.facts
    fixed = {fact for fact in facts if (fact in wholes or _is_whole(facts, fact)) and fact not in counted} | awaited
    going = _going_along(facts.values(), counted, fixed)
    return tuple(
        Movable(fact.id, fact.id not in wholes or fact.id in capped)
        for fact in prepared.dictionary.plans[kind].facts.values()
        if fact.id in going and fact.id not in fixed and _can_change(fact)
    )


def criteria_behind(prepared: Prepared, levels: Levels) -> tuple[Criterion, ...]:
    """The criteria behind the levels, those that others rest on among them."""
    found = dict.fromkeys(point for point in levels.points if isinstance(point, Criterion))
    queue = list(found)
    for criterion in queue:
        inner = [prepared.criteria[prepared.numbers[name]] for name in rests_on(criterion)]
        queue += [one for one in inner if one not in found]
        found |= dict.fromkeys(inner)
    return tuple(found)


def _stated(prepared: Prepared, asked: Iterable[Criterion]) -> set[str]:
    """The facts that state how many subjects pass the test of a share."""
    tests = {criterion.measure.test for criterion in asked if isinstance(criterion.measure, Share)}
    return {
        fact.id
        for fact in prepared.rules.facts
        if fact.counts
        and (
            (fact.counts.meet is not None and Meets(fact.counts.meet) in tests)
            or (fact.counts.yes is not None and Answers(fact.counts.yes) in tests)
        )
    }


def _can_change(fact: Fact) -> bool:
    own = fact.counts is None or not (states_number(fact) or fact.counts.rated)
    return fact.type is FactType.COUNT and own and not fact.judged and fact.incidents is None and fact.given is None


def _going_along(facts: Iterable[Fact], counted: Iterable[str], fixed: Collection[str]) -> set[str]:
    """Figures, and those that have to be changed with them: what holds them, and what shares a sum with them."""
    groups = [{fact.id, *fact.sum_of} for fact in facts] + [{fact.id, *fact.includes} for fact in facts]
    groups += [
        {fact.id, term} for fact in facts if fact.id not in fixed for term in fact.at_most if isinstance(term, str)
    ]
    found, before = set(counted), -1
    while len(found) != before:
        before = len(found)
        found = found.union(*(group for group in groups if group & found))
    return found


def _is_whole(facts: Mapping[str, Fact], name: str) -> bool:
    """Whether a figure holds others, and none holds it."""
    fact, others = facts[name], facts.values()
    holds = fact.sum_of or fact.includes or any(name in other.at_most for other in others)
    return bool(holds) and not (fact.at_most or any(name in (*other.sum_of, *other.includes) for other in others))


def linked(known: Known, facts: Iterable[str]) -> frozenset[Figure]:
    """Some figures of a subject, and all whose limits may follow from theirs; `known` is what is known without them."""
    plan = known.plan
    places = {plan.index[fact] for fact in facts}
    queue = list(places)
    for place in queue:
        for number in plan.holding[place]:
            whole, parts, _ = plan.relations[number]
            found = {one for one in (whole, *parts) if not is_point(limits(known, one))} - places
            places |= found
            queue += found
    return frozenset(plan.figures[place] for place in places)


def figures_behind(prepared: Prepared, measure: Measure) -> Iterator[Figure]:
    """The facts and figures of a subject from which a measure is made; of a share, all that may state a number."""
    match measure:
        case Value(fact):
            yield fact
        case Count():
            yield measure
        case Ratio(part, whole, pending=pending):
            yield from (*part, *whole, *pending)
        case Lowest(of) | Highest(of):
            yield from of
        case Months(since):
            yield since
        case Share(of):
            yield Count(of)
            yield from (fact.id for fact in prepared.rules.facts if fact.counts)
        case Score(parts=summands):
            for summand in summands:
                match summand:
                    case Given(fact):
                        yield fact
                    case Earned(criterion):
                        yield from figures_behind(prepared, prepared.criteria[prepared.numbers[criterion]].measure)
        case _:
            assert_never(measure)
