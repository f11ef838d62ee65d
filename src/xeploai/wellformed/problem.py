"""A fault of a rule set, at a key path of the rule file that says the same."""

from collections.abc import Iterable, Mapping

import attrs

from xeploai.diagnostic import Diagnostic, Fault, in_order
from xeploai.locator import Path
from xeploai.source import Place, Source, place_of


@attrs.frozen
class Problem:
    """A fault at a key path. `key`: it is the key that is at fault, not its value."""

    path: Path
    fault: Fault
    values: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    meant: str | None = None
    context: str | None = None
    key: bool = False


def diagnostics(problems: Iterable[Problem], source: Source | None, name: str) -> tuple[Diagnostic, ...]:
    """The problems with their places: in the text where there is one, else by key path in the rule set `name`."""
    return in_order(_diagnostic(problem, source, name) for problem in problems)


def _diagnostic(problem: Problem, source: Source | None, name: str) -> Diagnostic:
    values = {key: value[:200] for key, value in problem.values.items()}
    if source is None:
        place = Place(name, field=".".join(str(step) for step in problem.path))
        return Diagnostic(problem.fault, place, values, problem.meant, problem.context)
    place = place_of(source, problem.path, key=problem.key)
    snippet = source.lines[place.line - 1].rstrip("\r") if place.line and place.line <= len(source.lines) else None
    return Diagnostic(problem.fault, place, values, problem.meant, problem.context, snippet)
