"""Conditions and rule sets with one part put in the place of another."""

from collections.abc import Iterator
from typing import TypeVar

import attrs

from xeploai.located import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Exemption, Rule, Ruleset, Veto
from xeploai.rating.conditions import leaves

Conditional = TypeVar("Conditional", Rule, Veto, Exemption)


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


def with_condition(rules: Ruleset, path: Path, condition: Condition) -> Ruleset:
    """A rule set in which the condition of one rule, veto or exemption, by its key path, is another."""
    section, name = path[0], path[1]
    return attrs.evolve(
        rules,
        rules=[
            attrs.evolve(one, when=condition) if (section, name) == ("rules", number) else one
            for number, one in enumerate(rules.rules)
        ],
        vetoes=[
            attrs.evolve(one, when=condition) if (section, name) == ("vetoes", one.id) else one for one in rules.vetoes
        ],
        exemptions=[
            attrs.evolve(one, when=condition) if (section, name) == ("exemptions", one.id) else one
            for one in rules.exemptions
        ],
    )


def with_criterion(rules: Ruleset, criterion: Criterion) -> Ruleset:
    """A rule set in which one criterion, by its id, is another, in its conditions too."""

    def put(condition: Condition) -> Condition:
        match condition:
            case Criterion():
                return criterion if condition.id == criterion.id else condition
            case Undetermined():
                return condition
            case Not(part):
                return Not(put(part))
            case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
                return attrs.evolve(condition, parts=tuple(map(put, parts)))

    def put_in(one: Conditional) -> Conditional:
        others = tuple(attrs.evolve(other, when=put(other.when)) for other in one.alternatives)
        return attrs.evolve(one, when=put(one.when), alternatives=others)

    return attrs.evolve(
        rules,
        criteria=tuple(criterion if one.id == criterion.id else one for one in rules.criteria),
        rules=tuple(map(put_in, rules.rules)),
        vetoes=tuple(map(put_in, rules.vetoes)),
        exemptions=tuple(map(put_in, rules.exemptions)),
    )
