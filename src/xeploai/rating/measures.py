"""Criteria, prepared: one `match` per measure, which gives a closure from a judged subject to the possible outcomes."""

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import assert_never

from xeploai.evidence.dictionary import pairs
from xeploai.evidence.plan import Plan, limits
from xeploai.interval import NOTHING, Interval, Region, point, pool, tighten
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer
from xeploai.model.fact import Count, FactType
from xeploai.model.measure import Ratio, Share, Value
from xeploai.model.scale import rank
from xeploai.model.target import Equals, Target, limit_for
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.landing import Range
from xeploai.rating.ranges import judge_known, judge_number, judge_region, numbers, range_of, ranks
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

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
            return _judge_ratio(plan, measure, asked)
        case Share():
            at, judge_share = prepared.shares[measure], judge_region(asked)
            return lambda judged: judge_share(judged.shares[at] or NOTHING)
        case _:
            assert_never(measure)


def _judge_ratio(plan: Plan, ratio: Ratio, asked: Range) -> Judge:
    region_of, judge = ratio_region(plan, ratio), judge_region(asked)
    where = [(plan.index[part], plan.index[whole]) for part, whole, _ in pairs(ratio)]
    if len(where) > 1:
        return lambda judged: judge(region_of(judged))
    ((part, whole),) = where
    judge_certain = judge_known(asked)

    def judge_single(judged: Judged) -> Bits:
        # Most figures are known, and then no region need be made of them.
        low, high = judged.known.low, judged.known.high
        parts, wholes = low[part], low[whole]
        if parts is None or wholes is None or parts != high[part] or wholes != high[whole]:
            return judge(region_of(judged))
        return judge_certain(parts, wholes)

    return judge_single


def judge_fact(prepared: Prepared, fact: str, target: Target, kind: str) -> Judge:
    """How a fact is held against a target: a count, a yes or no, or a level by its rank."""
    if prepared.dictionary.facts[fact].type is FactType.COUNT:
        number = prepared.dictionary.plans[kind].index[fact]
        judge = judge_number(range_of(target, numbers(prepared.dictionary.kinds, kind)))
        return lambda judged: judge(limits(judged.known, number))
    table = answer_table(prepared, fact, target, kind)
    return lambda judged: table[judged.evidence.facts.get(fact)]


def answer_table(prepared: Prepared, fact: str, target: Target, kind: str) -> dict[Answer | None, Bits]:
    """The outcome for each answer to a yes-no fact, or for each level; without an answer (`None`) any of those.

    Levels are compared by rank. One that is not assessed has no level to judge.
    """
    kinds, scale = prepared.dictionary.kinds, prepared.rules.scale
    table: dict[Answer | None, Bits] = {}
    if prepared.dictionary.facts[fact].type is FactType.YES_NO:
        assert isinstance(target, Equals)
        wanted = limit_for(kinds, target.limit, kind)
        table = {answer: MET if answer == wanted else NOT_MET for answer in (True, False)}
    elif scale is not None:
        judge = judge_number(range_of(target, ranks(kinds, kind, scale)))
        table = {level.id: judge(point(rank(scale, level.id))) for level in scale.levels}
        table |= {scale.not_assessed.id: NOT_APPLICABLE} if scale.not_assessed else {}
    return table | {None: reduce(or_, table.values(), 0)}


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
