"""Criteria, prepared: one `match` per measure, which gives a closure from a judged subject to the possible outcomes."""

from collections.abc import Callable
from datetime import date
from typing import assert_never

from xeploai.evidence.dictionary import pairs
from xeploai.evidence.plan import Plan, limits
from xeploai.interval import NATURAL, NOTHING, Interval, Region, point, pool, tighten
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer
from xeploai.model.fact import Count, FactType
from xeploai.model.measure import Highest, Lowest, Months, Ratio, Score, Share, Value
from xeploai.model.period import full_months
from xeploai.model.target import Equals, Target, limit_for
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.ladders import judge_rungs, outcomes_of, rungs_of
from xeploai.rating.landing import Range
from xeploai.rating.points import judge_points, points_of
from xeploai.rating.ranges import judge_known, judge_number, judge_region, numbers, range_of
from xeploai.truth import MET, NOT_MET, Bits

Judge = Callable[[Judged], Bits]


def judge_criterion(prepared: Prepared, criterion: Criterion, kind: str) -> Judge:
    """How a criterion is judged at a kind."""
    measure, target = criterion.measure, criterion.target
    match measure:
        case Value(fact):
            return judge_fact(prepared, fact, target, kind)
        case Lowest() | Highest():
            return _judge_rungs(prepared, measure, target, kind)
        case Count() | Months() | Score() | Ratio() | Share():
            pass
        case _:
            assert_never(measure)
    asked = range_of(target, numbers(prepared.dictionary.kinds, kind))
    match measure:
        case Count() | Months():
            number, judge = number_of(prepared, measure, kind), judge_number(asked)
            return lambda judged: judge(number(judged))
        case Score():
            points, judge_score = points_of(prepared, measure, kind), judge_points(asked)
            return lambda judged: judge_score(points(judged))
        case Ratio():
            return _judge_ratio(prepared.dictionary.plans[kind], measure, asked)
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
    """How a fact is held against a target: a number, points, a yes or no, a grade or a level by its rank.

    Raises:
        ValueError: the fact is a day, which is held against nothing by itself.
    """
    measure = Value(fact)
    match prepared.dictionary.facts[fact].type:
        case FactType.COUNT:
            number = number_of(prepared, measure, kind)
            judge = judge_number(range_of(target, numbers(prepared.dictionary.kinds, kind)))
            return lambda judged: judge(number(judged))
        case FactType.NUMBER:
            points = points_of(prepared, measure, kind)
            judge_given = judge_points(range_of(target, numbers(prepared.dictionary.kinds, kind)))
            return lambda judged: judge_given(points(judged))
        case FactType.YES_NO:
            table = answer_table(prepared, target, kind)
            return lambda judged: table[judged.evidence.facts.get(fact)]
        case FactType.GRADE | FactType.LEVEL:
            return _judge_rungs(prepared, measure, target, kind)
        case FactType.DATE:
            raise ValueError(fact)


def _judge_rungs(prepared: Prepared, measure: Value | Lowest | Highest, target: Target, kind: str) -> Judge:
    rungs, judge = rungs_of(prepared, measure), outcomes_of(judge_rungs(prepared, measure, target, kind))
    return lambda judged: judge(rungs(judged))


def answer_table(prepared: Prepared, target: Target, kind: str) -> dict[Answer | None, Bits]:
    """The outcome for each answer to a yes-no fact; without an answer (`None`) any of those."""
    assert isinstance(target, Equals)
    wanted = limit_for(prepared.dictionary.kinds, target.limit, kind)
    table: dict[Answer | None, Bits] = {answer: MET if answer == wanted else NOT_MET for answer in (True, False)}
    return table | {None: MET | NOT_MET}


def number_of(prepared: Prepared, measure: Value | Count | Months, kind: str) -> Callable[[Judged], Interval]:
    """What is known of a whole number: a figure, a number of subjects, the months since a day."""
    if isinstance(measure, Months):
        return _months(prepared, measure.since)
    number = prepared.dictionary.plans[kind].index[measure.fact if isinstance(measure, Value) else measure]
    return lambda judged: limits(judged.known, number)


def _months(prepared: Prepared, since: str) -> Callable[[Judged], Interval]:
    """Months up to the end of the period; while no period is named, nobody can count them."""
    period = prepared.period

    def months(judged: Judged) -> Interval:
        day = judged.evidence.facts.get(since)
        if day is None or period is None:
            return NATURAL
        assert isinstance(day, date)
        return point(full_months(day, period.until))

    return months


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
