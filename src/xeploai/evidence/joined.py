"""The data dictionary of a chain of rule sets: the union of theirs."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from xeploai.model.fact import Fact
from xeploai.model.kind import Group, Kind, members
from xeploai.model.quota import Quota
from xeploai.model.ruleset import Ruleset, kinds_of

Named = TypeVar("Named", Kind, Group, Fact, Quota)


def joined(rules: Ruleset) -> Ruleset:
    """A rule set with all that a table may hold for it and for those that propose levels to it.

    What several of them declare is taken from the first, at the kinds of all: a fact is carried where any of them says
    so, and a kind stands below those that any of them allows. It is there to read tables by, not to judge.
    """
    if rules.levels is None:
        return rules
    other = joined(rules.levels.rules)
    kinds = {kind.id: kind for kind in other.kinds}
    groups = {group.id: group for group in other.groups}
    facts = {fact.id: fact for fact in _at_kinds(other)}
    return attrs.evolve(
        rules,
        kinds=_both((_kind(kind, kinds) for kind in rules.kinds), kinds),
        groups=_both((_group(group, groups) for group in rules.groups), groups),
        facts=_both((_fact(fact, facts) for fact in _at_kinds(rules)), facts),
        quotas=_both(rules.quotas, {quota.id: quota for quota in other.quotas}),
        scale=rules.scale or other.scale,
        grades=rules.grades or other.grades,
        levels=None,
    )


def _both(own: Iterable[Named], others: Mapping[str, Named]) -> tuple[Named, ...]:
    found: dict[str, Named] = {item.id: item for item in own}
    return tuple({**found, **{name: item for name, item in others.items() if name not in found}}.values())


def _kind(kind: Kind, others: Mapping[str, Kind]) -> Kind:
    other = others.get(kind.id, kind)
    aliases = dict.fromkeys((*kind.aliases, *other.aliases))
    return attrs.evolve(kind, parents=dict.fromkeys((*kind.parents, *other.parents)), aliases=tuple(aliases))


def _group(group: Group, others: Mapping[str, Group]) -> Group:
    return attrs.evolve(group, kinds=dict.fromkeys((*group.kinds, *others.get(group.id, group).kinds)))


def _at_kinds(rules: Ruleset) -> list[Fact]:
    """The facts with the kinds that carry them by name: *all* and a group may be more when joined."""
    everywhere, kinds = tuple(kind.id for kind in rules.kinds), kinds_of(rules)
    return [attrs.evolve(fact, of=members(kinds, fact.of) or everywhere) for fact in rules.facts]


def _fact(fact: Fact, others: Mapping[str, Fact]) -> Fact:
    other = others.get(fact.id, fact)
    return attrs.evolve(
        fact,
        of=dict.fromkeys((*fact.of, *other.of)),
        document=fact.document or other.document,
        incidents=fact.incidents or other.incidents,
    )
