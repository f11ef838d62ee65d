"""A fault of a rule set, at a key path of the rule file that says the same."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from xeploai.diagnostic import Diagnostic, Fault, Language, in_order, nearest
from xeploai.located import Path
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place, Source, home_of, place_of

MOST = 1_000
"""Nobody reads more problems than these, and a spoiled file of ten megabytes could have a million."""

_SUGGESTED = 100
"""How many problems get a suggestion: each is looked for among all names."""

_LISTED = 12

_WORDS = ("name", "key", "word")
"""The value of a fault that may be misspelt."""

_ALSO_WRITTEN = {"value": "yes", "equals": "yes"}
"""A fact that must be yes is a value that equals true: a file may say both in one key."""


class Problem(NamedTuple):
    """A fault at a key path. `among`: the names that may have been meant. `key`: it is the key that is at fault."""

    path: Path
    fault: Fault
    values: Mapping[str, str] = MappingProxyType({})
    among: Collection[str] = ()
    key: bool = False


class Origin(NamedTuple):
    """Where a rule set comes from: its name, its text if it has one, and the clause of each criterion, by id.

    `renamed`: the keys that were misspelt, and read as what they were meant to be, by the path of what was meant.
    """

    name: str
    source: Source | None = None
    clauses: Mapping[str, str] = MappingProxyType({})
    renamed: Mapping[Path, str] = MappingProxyType({})


def listed(names: Iterable[str]) -> str:
    """Names as advice lists them: no more than are read, because they are listed for every problem."""
    first = [f"`{name}`" for name in islice(names, _LISTED + 1)]
    return ", ".join([*first[:_LISTED], *(["…"] if len(first) > _LISTED else [])]) or "–"


def origin_of(rules: Ruleset) -> Origin:
    """Where a rule set that is already made comes from."""
    clauses = {criterion.id: criterion.cite.clause for criterion in rules.criteria if criterion.cite}
    return Origin(rules.source.file if rules.source else rules.id, rules.source, clauses)


def diagnostics(problems: Iterable[Problem], origin: Origin) -> tuple[Diagnostic, ...]:
    """The problems with their places: in the text where there is one, else by key path in the rule set."""
    pairs = [(problem, _diagnostic(problem, origin)) for problem in problems]
    among = {id(found): problem.among for problem, found in pairs}
    ordered = in_order(found for _, found in pairs)
    return (*(_suggesting(found, among[id(found)]) for found in ordered[:_SUGGESTED]), *ordered[_SUGGESTED:])


def _suggesting(found: Diagnostic, among: Collection[str]) -> Diagnostic:
    word = next((found.values[name] for name in _WORDS if name in found.values), None)
    return found._replace(suggestion=nearest(word, among)) if word and among else found


def _diagnostic(problem: Problem, origin: Origin) -> Diagnostic:
    values = {key: value if len(value) <= 200 else f"{value[:199]}…" for key, value in problem.values.items()}
    context = _context(problem.path, origin.clauses)
    if origin.source is None:
        place = Place(origin.name, subject=".".join(str(step) for step in problem.path))
        return Diagnostic(problem.fault, place, values, context=context)
    source, path = home_of(origin.source, _as_spelt(problem.path, origin.renamed))
    place = place_of(source, _as_written(path, source), key=problem.key)
    lines = source.lines
    snippet = lines[place.line - 1].rstrip("\r") if place.line and place.line <= len(lines) else None
    return Diagnostic(problem.fault, place, values, context=context, snippet=snippet)


def _as_spelt(path: Path, renamed: Mapping[Path, str]) -> Path:
    return tuple(renamed.get(path[: n + 1], step) for n, step in enumerate(path)) if renamed else path


def _as_written(path: Path, source: Source) -> Path:
    """A key path in the words of the text."""
    if path and path not in source.index and path[-1] in _ALSO_WRITTEN:
        also = (*path[:-1], _ALSO_WRITTEN[str(path[-1])])
        return also if also in source.index else path
    return path


def _context(path: Sequence[str | int], clauses: Mapping[str, str]) -> Mapping[Language, str] | None:
    """Of which criterion, and of which clause, a place is a part."""
    if len(path) < 2 or path[0] != "criteria":
        return None
    name = str(path[1])
    clause = f" ({clauses[name][:200]})" if name in clauses else ""
    return {"vi": f"trong tiêu chí `{name[:80]}`{clause}", "en": f"in criterion `{name[:80]}`{clause}"}
