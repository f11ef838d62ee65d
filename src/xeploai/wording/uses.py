"""What criteria are for among levels: to earn one, to cap it, or to leave a subject without one."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.label import Label
from xeploai.model.ruleset import Ruleset

EARNS = Label("điều kiện xếp loại", "condition of a level")
CAPS = Label("điều kiện khống chế", "condition of a veto")
EXEMPTS = Label("trường hợp không xếp loại", "case of no level")


class Use(NamedTuple):
    """What a criterion is for, and whether to meet it counts for the subject."""

    label: Label
    favourable: bool


def wanted_in(condition: Condition, wanted: bool = True) -> Iterator[tuple[Criterion, bool]]:
    """The criteria of a condition, each with whether it is asked to be met."""
    match condition:
        case Criterion():
            yield condition, wanted
        case Not(part):
            yield from wanted_in(part, not wanted)
        case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
            for part in parts:
                yield from wanted_in(part, wanted)
        case Undetermined():
            return
        case _:
            assert_never(condition)


def uses(rules: Ruleset) -> dict[str, Use]:
    """The criteria that serve as conditions of levels, by id; those of a *chỉ tiêu* are that first of all."""
    found: dict[str, Use] = {}
    for label, conditions in ((EXEMPTS, rules.exemptions), (CAPS, rules.vetoes)):
        found |= {criterion.id: Use(label, False) for one in conditions for criterion, _ in wanted_in(one.when)}
    earning = [each for rule in rules.rules for each in wanted_in(rule.when)]
    found |= {criterion.id: Use(EARNS, False) for criterion, _ in earning}
    found |= {criterion.id: Use(EARNS, True) for criterion, wanted in earning if wanted}
    targets = {name for goal in rules.goals for name in goal.criteria}
    return {name: use for name, use in found.items() if name not in targets}
