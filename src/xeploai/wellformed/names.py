"""Ids: well written, used once, and not the name of a column; dates the right way round."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from xeploai.locator import Path
from xeploai.model.condition import Criterion
from xeploai.model.ruleset import Ruleset
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem

ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}", re.ASCII)
RESERVED = ("id", "name", "kind", "parent", "can_cu_xep_loai", "ly_do_khong_xep_loai")


def sections(rules: Ruleset, criteria: Sequence[Criterion]) -> dict[Path, list[str]]:
    """The ids of a rule set under the key paths where a rule file declares them."""
    scale = rules.scale
    levels = [level.id for level in scale.levels] if scale else []
    return {
        ("sources",): [source.id for source in rules.sources],
        ("kinds",): [kind.id for kind in rules.kinds],
        ("groups",): [group.id for group in rules.groups],
        ("scale", "levels"): levels,
        ("facts",): [fact.id for fact in rules.facts],
        ("assumptions",): [assumption.id for assumption in rules.assumptions],
        ("criteria",): [criterion.id for criterion in criteria],
        ("goals",): [goal.id for goal in rules.goals],
        ("vetoes",): [veto.id for veto in rules.vetoes],
    }


def declared(rules: Ruleset, criteria: Sequence[Criterion]) -> Mapping[str, Collection[str]]:
    """The ids that are there to refer to, by the last word of their section."""
    return {str(path[-1]): ids for path, ids in sections(rules, criteria).items()}


def names(rules: Ruleset, criteria: Sequence[Criterion]) -> Iterator[Problem]:
    """Faults in ids and dates."""
    if not ID.fullmatch(rules.id):
        yield Problem(("ruleset", "id"), faults.BAD_ID, {"name": rules.id})
    for path, ids in sections(rules, criteria).items():
        for name in ids:
            if not ID.fullmatch(name):
                yield Problem((*path, name), faults.BAD_ID, {"name": name}, key=True)
        for name, times in Counter(ids).items():
            if times == 1:
                continue
            yield Problem((*path, name), faults.DUPLICATE_ID, {"name": name}, key=True)
    for name in {kind.id for kind in rules.kinds} & {group.id for group in rules.groups}:
        yield Problem(("groups", name), faults.DUPLICATE_ID, {"name": name}, key=True)
    for fact in rules.facts:
        if fact.id in RESERVED:
            yield Problem(("facts", fact.id), faults.RESERVED, {"name": fact.id}, key=True)
    if rules.scale and rules.scale.not_assessed and rules.scale.not_assessed.id in declared(rules, criteria)["levels"]:
        yield Problem(("scale", "not_assessed"), faults.DUPLICATE_ID, {"name": rules.scale.not_assessed.id})
    since, until = rules.in_force.since, rules.in_force.until
    if since and until and until < since:
        yield Problem(("ruleset", "in_force", "until"), faults.DATES_REVERSED)
