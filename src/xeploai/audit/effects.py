"""Which rules never decide, which levels are always taken away, and which vetoes change nothing."""

from collections.abc import Sequence

from xeploai.audit.audited import Audited
from xeploai.audit.ladder import Ladder, can_be_met, never_comes_out, never_decides, never_lowers
from xeploai.model.ruleset import Rule, Veto


def masked(audited: Audited, rule: Rule) -> tuple[str, ...]:
    """The kinds at which a rule that could be met never decides."""
    where = _where(audited, rule)
    if not any(can_be_met(ladder, rule) for ladder in where):
        return ()
    return _kinds([ladder for ladder in where if never_decides(ladder, rule)])


def vetoed(audited: Audited, rule: Rule) -> tuple[str, ...]:
    """The kinds at which a rule decides, and its level never stands."""
    deciding = [ladder for ladder in _where(audited, rule) if not never_decides(ladder, rule)]
    return _kinds([ladder for ladder in deciding if never_comes_out(ladder, rule)])


def idle_vetoes(audited: Audited) -> tuple[Veto, ...]:
    """The vetoes that could be met, and could all be left out without any level changing."""
    idle: list[Veto] = []
    for veto in audited.rules.vetoes:
        where = [ladder for ladder in audited.ladders if veto in ladder.levels.vetoes]
        met = any(can_be_met(ladder, veto) for ladder in where)
        if met and all(never_lowers(ladder, veto, idle) for ladder in where):
            idle.append(veto)
    return tuple(idle)


def _where(audited: Audited, rule: Rule) -> list[Ladder]:
    return [ladder for ladder in audited.ladders if rule in ladder.levels.rules]


def _kinds(those: Sequence[Ladder]) -> tuple[str, ...]:
    return tuple(kind for ladder in those for kind in ladder.kinds)
