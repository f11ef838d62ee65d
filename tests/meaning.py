"""What gates and ratings mean where every outcome is certain: short, slow, and by the words of the design."""

from collections.abc import Callable, Sequence
from typing import assert_never

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import rank
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

Outcome = Bits
"""One of the three bits."""

Certain = Callable[[Criterion], Outcome]


def k_of(number: int, parts: Sequence[Outcome]) -> Outcome:
    """At least `number` of the parts that apply."""
    left = [part for part in parts if part != NOT_APPLICABLE]
    if not left:
        return NOT_APPLICABLE
    return MET if left.count(MET) >= number else NOT_MET


def all_of(parts: Sequence[Outcome]) -> Outcome:
    """All of the parts that apply."""
    return k_of(sum(part != NOT_APPLICABLE for part in parts), parts)


def opposite(outcome: Outcome) -> Outcome:
    """Met for not met, and the other way round."""
    return {MET: NOT_MET, NOT_MET: MET, NOT_APPLICABLE: NOT_APPLICABLE}[outcome]


def comes_to(condition: Condition, certain: Certain) -> Outcome:
    """What a condition comes to where each criterion has one outcome."""
    match condition:
        case Criterion():
            return certain(condition)
        case AllOf(parts):
            return all_of([comes_to(part, certain) for part in parts])
        case AnyOf(parts):
            return k_of(1, [comes_to(part, certain) for part in parts])
        case KOf(number, parts):
            return k_of(number, [comes_to(part, certain) for part in parts])
        case Not(part):
            return opposite(comes_to(part, certain))
        case Undetermined():
            raise AssertionError("an undetermined point has no certain outcome")
        case _:
            assert_never(condition)


def level_of(rules: Ruleset, certain: Certain) -> str | None:
    """The level where each criterion has one outcome; `None` where the rules have nothing to judge."""
    assert rules.scale is not None
    earned = [comes_to(rule.when, certain) for rule in rules.rules]
    levels = [rule.level for rule, outcome in zip(rules.rules, earned, strict=True) if outcome == MET]
    level = levels[0] if levels else None if set(earned) == {NOT_APPLICABLE} else rules.otherwise
    # A cap says what is not reached. Only one at the lowest level says what is, where there is nothing to judge.
    worst = rules.scale.levels[-1].id
    for veto in rules.vetoes:
        if comes_to(veto.when, certain) != MET:
            continue
        if level is not None:
            level = rules.scale.levels[-1 - min(rank(rules.scale, level), rank(rules.scale, veto.cap))].id
        elif veto.cap == worst:
            level = worst
    return level
