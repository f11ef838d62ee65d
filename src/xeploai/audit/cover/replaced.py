"""Conditions and rule sets with one part put in the place of another."""

from collections.abc import Callable, Iterator

import attrs

from xeploai.locator import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Ruleset
from xeploai.rating.conditions import leaves


def with_leaf(condition: Condition, number: int, other: Condition) -> Condition:
    """A condition in which one leaf, counted from the left, is another."""
    match condition:
        case Criterion() | Undetermined():
            return other if number == 0 else condition
        case Not(part):
            return Not(with_leaf(part, number, other))
        case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
            return attrs.evolve(condition, parts=tuple(_within(parts, number, other)))


def _within(parts: tuple[Condition, ...], number: int, other: Condition) -> Iterator[Condition]:
    for part in parts:
        size = sum(1 for _ in leaves(part))
        yield with_leaf(part, number, other) if 0 <= number < size else part
        number -= size


def with_condition(rules: Ruleset, path: Path, change: Callable[[Condition], Condition]) -> Ruleset:
    """A rule set in which the condition of one rule, veto or exemption, by its key path, is changed."""
    section, name = path[0], path[1]
    return attrs.evolve(
        rules,
        rules=[
            attrs.evolve(one, when=change(one.when)) if (section, name) == ("rules", number) else one
            for number, one in enumerate(rules.rules)
        ],
        vetoes=[
            attrs.evolve(one, when=change(one.when)) if (section, name) == ("vetoes", one.id) else one
            for one in rules.vetoes
        ],
        exemptions=[
            attrs.evolve(one, when=change(one.when)) if (section, name) == ("exemptions", one.id) else one
            for one in rules.exemptions
        ],
    )
