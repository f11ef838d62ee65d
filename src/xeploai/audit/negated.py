"""Criteria that a rule set asks not to be met."""

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Ruleset
from xeploai.wellformed.conditions import conditions_of


def negated(rules: Ruleset) -> frozenset[str]:
    """The ids of the criteria that stand under `not` somewhere."""
    found = set[str]()
    for condition in conditions_of(rules).values():
        stack: list[tuple[Condition, bool]] = [(condition, False)]
        while stack:
            at, denied = stack.pop()
            match at:
                case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
                    stack += ((part, denied) for part in parts)
                case Not(part):
                    stack.append((part, not denied))
                case Criterion(name):
                    if denied:
                        found.add(name)
                case Undetermined():
                    pass
    return frozenset(found)
