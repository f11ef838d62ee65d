"""Criteria, prepared: one `match` per measure, which gives a closure from a judged subject to the possible outcomes."""

from collections.abc import Callable
from typing import assert_never

from xeploai.evidence.dictionary import pairs
from xeploai.evidence.plan import Plan, limits
from xeploai.interval import NOTHING, Interval, Region, pool, tighten
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer
from xeploai.model.fact import Count, FactType
from xeploai.model.measure import Ratio, Share, Value
from xeploai.model.scale import Scale, rank
from xeploai.model.target import Target
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.ranges import judge_answer, judge_number, judge_region, numbers, range_of, ranks
from xeploai.truth import ANYTHING, NOT_APPLICABLE, OPEN, Bits

Judge = Callable[[Judged], Bits]


def judge_criterion(prepared: Prepared, criterion: Criterion, kind: str) -> Judge:
    """How a criterion is judged at a kind."""
    plan, measure = prepared.dictionary.plans[kind], criterion.measure
    if isinstance(measure, Value):
        return judge_fact(prepared, measure.fact, criterion.target, kind)
    asked = range_of(criterion.target, numbers(prepared.dictionary.kinds, kind))
    match measure:
        case Count():
            number, judge = plan.index[measure], judge_number(asked)
            return lambda judged: judge(limits(judged.known, number))
        case Ratio():
            region_of, judge_ratio = ratio_region(plan, measure), judge_region(asked)
            return lambda judged: judge_ratio(region_of(judged))
        case Share():
            at, judge_share = prepared.shares[measure], judge_region(asked)
            return lambda judged: judge_share(judged.shares[at] or NOTHING)
        case _:
            assert_never(measure)


def judge_fact(prepared: Prepared, fact: str, target: Target, kind: str) -> Judge:
    """How a fact is held against a target: a count, a yes or no, or a level by its rank."""
    kinds = prepared.dictionary.kinds
    match prepared.dictionary.facts[fact].type:
        case FactType.COUNT:
            number = prepared.dictionary.plans[kind].index[fact]
            judge = judge_number(range_of(target, numbers(kinds, kind)))
            return lambda judged: judge(limits(judged.known, number))
        case FactType.YES_NO:
            answers = judge_answer(target, kinds, kind)
            return lambda judged: answers(judged.evidence.facts.get(fact))
        case FactType.LEVEL:
            scale = prepared.rules.scale
            assert scale is not None
            table = _levels(scale, judge_number(range_of(target, ranks(kinds, kind, scale))))
            return lambda judged: table[judged.evidence.facts.get(fact)]
        case other:
            assert_never(other)


def _levels(scale: Scale, judge: Callable[[Interval], Bits]) -> dict[Answer | None, Bits]:
    """The outcome for each level. Not assessed leaves nothing to judge; not decided yet leaves all open."""
    table: dict[Answer | None, Bits] = {None: OPEN}
    for level in scale.levels:
        at = rank(scale, level.id)
        table[level.id] = judge(Interval(at, at))
    if scale.not_assessed:
        table |= {None: ANYTHING, scale.not_assessed.id: NOT_APPLICABLE}
    return table


def ratio_region(plan: Plan, ratio: Ratio) -> Callable[[Judged], Region]:
    """What is known of the part, the whole and the rest of a ratio; several are pooled."""
    where = [(plan.index[part], plan.index[whole], plan.index[rest]) for part, whole, rest in pairs(ratio)]
    (part, whole, rest), *others = where

    def single(judged: Judged) -> Region:
        low, high = judged.known.low, judged.known.high
        return Region(
            Interval(low[part], high[part]), Interval(low[whole], high[whole]), Interval(low[rest], high[rest])
        )

    def pooled(judged: Judged) -> Region:
        region = single(judged)
        for numbers_of_pair in others:
            region = pool(region, Region(*(limits(judged.known, number) for number in numbers_of_pair)))
        return tighten(region)

    return pooled if others else single
