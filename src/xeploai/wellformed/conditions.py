"""The conditions of a rule set and what they are made of. No recursion: gates may be nested deeply."""

from collections.abc import Iterator

from xeploai.located import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Exemption, Rule, Ruleset, Veto

Gate = AllOf | AnyOf | KOf
"""A gate of several parts."""


def placed(rules: Ruleset) -> dict[Path, Rule | Veto | Exemption]:
    """The rules, vetoes and exemptions of a rule set by their key paths."""
    found: dict[Path, Rule | Veto | Exemption] = {("rules", n): rule for n, rule in enumerate(rules.rules)}
    found |= {("vetoes", veto.id): veto for veto in rules.vetoes}
    return found | {("exemptions", one.id): one for one in rules.exemptions}


def conditions_of(rules: Ruleset) -> dict[Path, Condition]:
    """The conditions of rules, vetoes and exemptions by their key paths, those of the other readings included."""
    found: dict[Path, Condition] = {}
    for path, one in placed(rules).items():
        found[*path, "when"] = one.when
        for other in one.alternatives:
            found[*path, "readings", other.assumption, other.reading, "when"] = other.when
    return found


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


def placed_parts(path: Path, condition: Condition) -> Iterator[tuple[Path, Condition, int]]:
    """A condition and all that it is made of, with their key paths and their depths, outer before inner."""
    stack = [(path, condition, 0)]
    while stack:
        here, at, depth = stack.pop()
        yield here, at, depth
        match at:
            case AllOf() | AnyOf() | KOf():
                stack += reversed([(below, part, depth + 1) for below, part in parts_at(at, here)])
            case Not(part):
                stack.append(((*here, "not"), part, depth + 1))
            case Criterion() | Undetermined():
                pass


def parts_at(gate: Gate, path: Path) -> Iterator[tuple[Path, Condition]]:
    """The parts of a gate with their key paths."""
    key = "all" if isinstance(gate, AllOf) else "any" if isinstance(gate, AnyOf) else "of"
    for number, part in enumerate(gate.parts):
        yield (*path, key, number), part


def criteria_of(rules: Ruleset) -> tuple[Criterion, ...]:
    """The criteria of a rule set; those that only its rules and vetoes mention come last."""
    mentioned = [part for when in conditions_of(rules).values() for part in parts_of(when)]
    criteria = [*rules.criteria, *(part for part in mentioned if isinstance(part, Criterion))]
    return tuple(dict.fromkeys(criteria))
