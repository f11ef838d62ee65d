"""The same rules under another reading of the text: a reading is a choice, and every other choice is judged too."""

from collections.abc import Iterator
from typing import TypeVar

import attrs

from xeploai.model.condition import AllOf, Alternative, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Exemption, Rule, Ruleset, Veto, is_about_above
from xeploai.model.target import Above, Between
from xeploai.rating.judged import Levels, Prepared, Statement
from xeploai.rating.order import rests_on
from xeploai.wellformed.conditions import criteria_of

Conditional = TypeVar("Conditional", Rule, Veto, Exemption)

ABOVE: tuple[Above, ...] = ("met", "noted", "not_met")


def alternatives_of(rules: Ruleset, criterion: Criterion) -> Iterator[Alternative]:
    """The other readings of a criterion: those that it spells out, and what may lie above its range.

    An assumption whose readings are the words for *above the range* is about that, without more being said.
    """
    yield from criterion.alternatives
    target = criterion.target
    spelled = {alternative.assumption for alternative in criterion.alternatives}
    for assumption in rules.assumptions:
        unspelled = assumption.id in criterion.assume and assumption.id not in spelled
        if unspelled and isinstance(target, Between) and is_about_above(assumption):
            for other in assumption.others:
                above = next(word for word in ABOVE if word == other)
                yield Alternative(assumption.id, other, target=attrs.evolve(target, above=above))


def readings_behind(prepared: Prepared, criterion: Criterion) -> tuple[tuple[str, str], ...]:
    """The other readings on which a criterion rests, its own and those of the criteria that it is made of."""
    own = [(a.assumption, a.reading) for a in alternatives_of(prepared.rules, criterion)]
    for name in rests_on(criterion):
        own += readings_behind(prepared, prepared.criteria[prepared.numbers[name]])
    return tuple(dict.fromkeys(own))


def readings_of_levels(prepared: Prepared, levels: Levels) -> tuple[tuple[str, str], ...]:
    """The other readings on which the level rests at a kind."""
    found = [(a.assumption, a.reading) for one in _conditional(levels) for a in one.alternatives]
    for point in levels.points:
        found += readings_behind(prepared, point) if isinstance(point, Criterion) else ()
    return tuple(dict.fromkeys(found))


def _conditional(levels: Levels) -> tuple[Rule | Veto | Exemption, ...]:
    return (*levels.rules, *levels.vetoes, *levels.exemptions)


def read_otherwise(rules: Ruleset, assumption: str, reading: str) -> tuple[Ruleset, dict[str, Statement]]:
    """The rules under another reading of one assumption, and how far stated numbers of those that meet still hold."""
    changed: dict[str, Criterion] = {}
    statements: dict[str, Statement] = {}
    for criterion in criteria_of(rules):
        for other in alternatives_of(rules, criterion):
            if (other.assumption, other.reading) == (assumption, reading):
                measure, target = other.measure or criterion.measure, other.target or criterion.target
                changed[criterion.id] = attrs.evolve(criterion, measure=measure, target=target)
                statements[criterion.id] = _still_holds(criterion, changed[criterion.id])

    def other_of(one: Conditional) -> Conditional:
        said = (a.when for a in one.alternatives if (a.assumption, a.reading) == (assumption, reading))
        others = tuple(attrs.evolve(a, when=_changed(a.when, changed)) for a in one.alternatives)
        return attrs.evolve(one, when=_changed(next(said, one.when), changed), alternatives=others)

    return attrs.evolve(
        rules,
        criteria=tuple(changed.get(criterion.id, criterion) for criterion in rules.criteria),
        rules=tuple(map(other_of, rules.rules)),
        vetoes=tuple(map(other_of, rules.vetoes)),
        exemptions=tuple(map(other_of, rules.exemptions)),
    ), statements


def _changed(condition: Condition, changed: dict[str, Criterion]) -> Condition:
    match condition:
        case Criterion():
            return changed.get(condition.id, condition)
        case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
            return attrs.evolve(condition, parts=tuple(_changed(part, changed) for part in parts))
        case Not(part):
            return Not(_changed(part, changed))
        case Undetermined():
            return condition


def _still_holds(chosen: Criterion, other: Criterion) -> Statement:
    """A number counted under the chosen reading: the same where only the wording of *above* differs, else an end."""
    one, two = chosen.target, other.target
    if chosen.measure != other.measure or not isinstance(one, Between) or not isinstance(two, Between):
        return "not"
    if (one.low, one.high) != (two.low, two.high):
        return "not"
    if (one.above == "not_met") == (two.above == "not_met"):
        return "exactly"
    return "at_most" if two.above == "not_met" else "not"
