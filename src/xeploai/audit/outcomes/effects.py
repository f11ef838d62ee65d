"""Which rules never decide, which levels are always taken away, and which vetoes change nothing."""

from collections.abc import Mapping, Sequence

import attrs

from xeploai.audit.outcomes.ladder import Ladder, can_be_met, never_comes_out, never_decides, never_lowers
from xeploai.model.ruleset import Rule, Ruleset, Veto


@attrs.frozen(eq=False)
class Effects:
    """What the rules and vetoes of a rule set do not do.

    `masked`: by the number of a rule that could be met, the kinds at which it never decides. `vetoed`: likewise, the
    kinds at which it decides and its level never stands. `idle`: the vetoes that could be met, and could all be left
    out without any level changing.
    """

    masked: Mapping[int, tuple[str, ...]]
    vetoed: Mapping[int, tuple[str, ...]]
    idle: tuple[Veto, ...]


def effects(rules: Ruleset, ladders: Sequence[Ladder]) -> Effects:
    """What the rules and vetoes of a rule set do not do, at the kinds of its ladders."""
    masked, vetoed = dict[int, tuple[str, ...]](), dict[int, tuple[str, ...]]()
    for number, rule in enumerate(rules.rules):
        where = [ladder for ladder in ladders if rule in ladder.levels.rules]
        hidden, lost = _of_rule(where, rule)
        if hidden and any(can_be_met(ladder, rule) for ladder in where):
            masked[number] = hidden
        if lost:
            vetoed[number] = lost
    return Effects(masked, vetoed, _idle(rules, ladders))


def _of_rule(where: Sequence[Ladder], rule: Rule) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds at which a rule never decides, and those at which it does and its level never stands."""
    hidden = [ladder for ladder in where if never_decides(ladder, rule)]
    lost = [ladder for ladder in where if ladder not in hidden and never_comes_out(ladder, rule)]
    return _kinds(hidden), _kinds(lost)


def _idle(rules: Ruleset, ladders: Sequence[Ladder]) -> tuple[Veto, ...]:
    idle: list[Veto] = []
    for veto in rules.vetoes:
        where = [ladder for ladder in ladders if veto in ladder.levels.vetoes]
        met = any(can_be_met(ladder, veto) for ladder in where)
        if met and all(never_lowers(ladder, veto, idle) for ladder in where):
            idle.append(veto)
    return tuple(idle)


def _kinds(those: Sequence[Ladder]) -> tuple[str, ...]:
    return tuple(kind for ladder in those for kind in ladder.kinds)
