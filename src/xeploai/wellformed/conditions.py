"""The conditions of a rule set and what they are made of. No recursion: gates may be nested deeply."""

from collections.abc import Iterator

from xeploai.locator import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Ruleset


def conditions_of(rules: Ruleset) -> dict[Path, Condition]:
    """The conditions of rules and vetoes by their key paths."""
    found: dict[Path, Condition] = {("rules", n, "when"): rule.when for n, rule in enumerate(rules.rules)}
    return found | {("vetoes", veto.id, "when"): veto.when for veto in rules.vetoes}


def parts_of(condition: Condition) -> Iterator[Condition]:
    """A condition and all that it is made of, outer before inner."""
    stack = [condition]
    while stack:
        at = stack.pop()
        yield at
        match at:
            case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
                stack += reversed(parts)
            case Not(part):
                stack.append(part)
            case Criterion() | Undetermined():
                pass


def criteria_of(rules: Ruleset) -> tuple[Criterion, ...]:
    """The criteria of a rule set; those that only its rules and vetoes mention come last."""
    mentioned = [part for when in conditions_of(rules).values() for part in parts_of(when)]
    criteria = [*rules.criteria, *(part for part in mentioned if isinstance(part, Criterion))]
    return tuple(dict.fromkeys(criteria))
