"""Rules and vetoes: levels on the scale, best first, one rule a level, and an `otherwise`."""

from collections.abc import Iterator, Mapping

from xeploai.diagnostic import nearest
from xeploai.locator import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Ruleset
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem


def conditions_of(rules: Ruleset) -> dict[Path, Condition]:
    """The conditions of rules and vetoes by their key paths."""
    found: dict[Path, Condition] = {("rules", n, "when"): rule.when for n, rule in enumerate(rules.rules)}
    return found | {("vetoes", veto.id, "when"): veto.when for veto in rules.vetoes}


def parts_of(condition: Condition) -> Iterator[Condition]:
    """A condition and all that it is made of, outer before inner. No recursion: gates may be nested deeply."""
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


def conditions(rules: Ruleset, found: Mapping[Path, Condition]) -> Iterator[Problem]:
    """Faults of rules, vetoes and their gates."""
    ranks = {level.id: number for number, level in enumerate(rules.scale.levels)} if rules.scale else {}
    levels: list[tuple[Path, str]] = [(("rules", n, "level"), rule.level) for n, rule in enumerate(rules.rules)]
    caps: list[tuple[Path, str]] = [(("vetoes", veto.id, "cap"), veto.cap) for veto in rules.vetoes]
    for path, level in (*levels, *caps):
        if level not in ranks:
            yield Problem(path, faults.UNKNOWN_LEVEL, {"name": level}, nearest(level, ranks))
    seen: list[str] = []
    for path, level in levels:
        if level in seen:
            yield Problem(path, faults.TWO_RULES, {"level": level})
        elif any(ranks.get(level, 0) < ranks.get(before, 0) for before in seen):
            yield Problem(path, faults.RULES_OUT_OF_ORDER, {"level": level})
        seen.append(level)
    if (rules.rules or rules.vetoes) and rules.otherwise is None:
        yield Problem(("ruleset",), faults.NO_OTHERWISE, key=True)
    for path, condition in found.items():
        for part in parts_of(condition):
            if isinstance(part, AllOf | AnyOf | KOf):
                number = part.number if isinstance(part, KOf) else 1
                if not 1 <= number <= len(part.parts):
                    values = {"number": str(number), "parts": str(len(part.parts))}
                    yield Problem(path, faults.TOO_MANY, values)
