"""Grades and levels: which rungs of a ladder are still possible.

Rungs are bits of an int, the lowest first; the bit above the highest says *not assessed*. They are compared by rank.
"""

from collections.abc import Callable
from functools import cache, reduce
from operator import or_

from xeploai.interval import point
from xeploai.model.fact import FactType
from xeploai.model.measure import Highest, Lowest, Value
from xeploai.model.scale import Scale, rank
from xeploai.model.target import Target
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.ranges import judge_number, range_of, ranks
from xeploai.truth import NOT_APPLICABLE, Bits

Rungs = int
"""The rungs that may come out, a bit each."""


def scale_of(prepared: Prepared, measure: Value | Lowest | Highest) -> Scale:
    """The ladder that a measure stands on."""
    rules = prepared.rules
    is_level = isinstance(measure, Value) and prepared.dictionary.facts[measure.fact].type is FactType.LEVEL
    scale = rules.scale if is_level else rules.grades
    assert scale is not None
    return scale


def rungs_of(prepared: Prepared, measure: Value | Lowest | Highest) -> Callable[[Judged], Rungs]:
    """The rungs on which a measure may come out.

    A level that nobody decided is the one proposed, as far as that is known.
    """
    scale = scale_of(prepared, measure)
    table = {level.id: 1 << rank(scale, level.id) for level in scale.levels}
    anything = (1 << len(table)) - 1
    if scale.not_assessed:
        table[scale.not_assessed.id] = 1 << len(scale.levels)
        anything |= 1 << len(scale.levels)
    if isinstance(measure, Value):
        fact, proposed = measure.fact, measure.fact == prepared.rules.decided

        def rungs(judged: Judged) -> Rungs:
            answer = judged.evidence.facts.get(fact)
            if answer is None:
                return (judged.spread if proposed else 0) or anything
            assert isinstance(answer, str)
            return table[answer]

        return rungs
    facts, lowest, none = measure.of, isinstance(measure, Lowest), 1 << len(scale.levels)

    def outermost(judged: Judged) -> Rungs:
        found = none
        for fact in facts:
            answer = judged.evidence.facts.get(fact)
            assert answer is None or isinstance(answer, str)
            found = _beside(found, anything if answer is None else table[answer], none, lowest)
        return found

    return outermost


@cache
def _beside(one: Rungs, other: Rungs, none: Rungs, lowest: bool) -> Rungs:
    """The rungs on which the lower (or the higher) of two may come out; one that is not assessed does not count."""
    found = (other if one & none else 0) | (one if other & none else 0)
    for left in range(none.bit_length() - 1):
        for right in range(none.bit_length() - 1):
            if one & 1 << left and other & 1 << right:
                found |= 1 << (min(left, right) if lowest else max(left, right))
    return found


def judge_rungs(prepared: Prepared, measure: Value | Lowest | Highest, target: Target, kind: str) -> list[Bits]:
    """The outcome of each rung by its rank, and last of the one that is not assessed."""
    scale = scale_of(prepared, measure)
    judge = judge_number(range_of(target, ranks(prepared.dictionary.kinds, kind, scale)))
    return [*(judge(point(number)) for number in range(len(scale.levels))), NOT_APPLICABLE]


def outcomes_of(by_rank: list[Bits]) -> Callable[[Rungs], Bits]:
    """The outcomes of several rungs together."""
    found: dict[Rungs, Bits] = {}

    def outcomes(rungs: Rungs) -> Bits:
        if rungs not in found:
            found[rungs] = reduce(or_, (bits for number, bits in enumerate(by_rank) if rungs & 1 << number), 0)
        return found[rungs]

    return outcomes
