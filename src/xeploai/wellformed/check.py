"""All that makes a rule set unusable, in one go."""

from collections.abc import Collection, Iterator, Mapping

from xeploai.model.condition import Criterion
from xeploai.model.ruleset import Ruleset
from xeploai.wellformed.circles import circles
from xeploai.wellformed.conditions import conditions, conditions_of, criteria_of
from xeploai.wellformed.names import declared, names
from xeploai.wellformed.problem import Problem
from xeploai.wellformed.references import references
from xeploai.wellformed.thresholds import thresholds
from xeploai.wellformed.unused import unused


def check(rules: Ruleset, known: Mapping[str, Collection[str]] | None = None) -> list[Problem]:
    """Every fault of a rule set.

    `known` holds the ids that a rule file declares, section by section, where some of them could not be made: what
    refers to those is no fault of its own, and nothing is called unused.
    """
    criteria: tuple[Criterion, ...] = criteria_of(rules)
    ids = known or declared(rules, criteria)
    return list(_checks(rules, criteria, ids, whole=known is None))


def _checks(
    rules: Ruleset, criteria: tuple[Criterion, ...], ids: Mapping[str, Collection[str]], *, whole: bool
) -> Iterator[Problem]:
    yield from names(rules, criteria)
    yield from references(rules, criteria, ids)
    yield from conditions(rules, conditions_of(rules))
    yield from thresholds(rules, criteria)
    yield from circles(rules, criteria)
    if whole:
        yield from unused(rules, criteria)
