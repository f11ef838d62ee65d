"""Ranges that are empty, that nothing can reach, or that everything is in."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from xeploai.evidence.relations import fits
from xeploai.exact import write_share
from xeploai.locator import Path
from xeploai.model.fact import Count
from xeploai.model.kind import Kinds, PerKind
from xeploai.model.measure import Measure, Ratio, Share, Value
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Limit, MoreThan, Target, limit_for
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem


def type_of(rules: Ruleset, measure: Measure) -> Literal["share", "count", "yes_no", "level"] | None:
    """What a measure is held against: a share, a count, a yes or no, a level; `None` where its fact is not known."""
    match measure:
        case Ratio() | Share():
            return "share"
        case Count():
            return "count"
        case Value(name):
            types = [fact.type for fact in rules.facts if fact.id == name]
            return types[0].value if types else None


def reach(
    rules: Ruleset, kinds: Kinds, measure: Measure, target: Target, judged: Sequence[str], path: Path
) -> Iterator[Problem]:
    """Ranges that are empty, that nothing can reach, or that everything is in."""
    if type_of(rules, measure) in ("yes_no", None):
        return
    for kind in judged:
        low, high, low_open, high_open = _ends(rules, kinds, target, kind)
        top = _top(rules, measure)
        if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
            yield Problem(path, faults.EMPTY_RANGE, {"low": _say(measure, low), "high": _say(measure, high)})
        elif low is not None and top is not None and (low > top or (low == top and low_open)):
            if isinstance(measure, Ratio | Share) and low > top:
                yield Problem(path, faults.OUT_OF_DOMAIN, {"given": _say(measure, low)})
            else:
                yield Problem(path, faults.IMPOSSIBLE)
        elif high is not None and (high < 0 or (high == 0 and high_open)):
            yield Problem(path, faults.IMPOSSIBLE)
        elif (low is None or low < 0 or (low == 0 and not low_open)) and (
            high is None or (top is not None and (high > top or (high == top and not high_open)))
        ):
            yield Problem(path, faults.ALWAYS)
        else:
            continue
        return


def _ends(
    rules: Ruleset, kinds: Kinds, target: Target, kind: str
) -> tuple[Fraction | None, Fraction | None, bool, bool]:
    ranks = {level.id: n for n, level in enumerate(reversed(rules.scale.levels))} if rules.scale else {}

    def number(limit: Limit | PerKind[Limit]) -> Fraction:
        found = limit_for(kinds, limit, kind)
        return Fraction(ranks[found]) if isinstance(found, str) else Fraction(found or 0)

    match target:
        case AtLeast(limit) | MoreThan(limit):
            return number(limit), None, isinstance(target, MoreThan), False
        case AtMost(limit) | LessThan(limit):
            return None, number(limit), False, isinstance(target, LessThan)
        case Equals(limit):
            return number(limit), number(limit), False, False
        case Between(low, high):
            return number(low), number(high), False, False


def _top(rules: Ruleset, measure: Measure) -> Fraction | None:
    """The most that a measure can be, where there is one."""
    match measure:
        case Share():
            return Fraction(1)
        case Ratio():
            facts = {fact.id: fact for fact in rules.facts}
            pairs = zip(measure.part, measure.whole, strict=True)
            return Fraction(1) if all(fits(facts, part, whole) for part, whole in pairs) else None
        case Value() if rules.scale and type_of(rules, measure) == "level":
            return Fraction(len(rules.scale.levels) - 1)
        case _:
            return None


def _say(measure: Measure, limit: Fraction) -> str:
    return write_share(limit) if isinstance(measure, Ratio | Share) else str(limit)
