"""What a rule file says together with the files that it uses and extends, as the tables of one file."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from xeploai.located import Path
from xeploai.model.kind import names
from xeploai.model.ruleset import Ruleset
from xeploai.source import Source, home_of
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem

Doc = Mapping[str, Any]
Taken = dict[Path, tuple[Source, Path]]

SCALES = ("scale", "grades")
DICTIONARY = ("kinds", "groups", *SCALES, "suppliers", "facts")
"""What `use` takes of another file."""
SECTIONS = (
    "sources",
    *DICTIONARY,
    "assumptions",
    "criteria",
    "goals",
    "vetoes",
    "exemptions",
    "quotas",
)
INHERITED = ("in_force", "decided", "reporting", "rated", "otherwise", "assume")
"""What `extend` takes of the head of another file."""


class Loaded(NamedTuple):
    """A rule set, and the tables of a file that says all of it by itself."""

    rules: Ruleset
    source: Source
    tables: Doc


class Joined(NamedTuple):
    """The tables of several files as those of one. `moved`: where each of the own rules stands among all."""

    tables: dict[str, Any]
    source: Source
    moved: Mapping[int, int] = MappingProxyType({})

    def path(self, path: Path) -> Path:
        """Where a key path of the file by itself stands in the whole."""
        if path[:1] == ("rules",) and len(path) > 1 and isinstance(path[1], int):
            return ("rules", self.moved.get(path[1], path[1]), *path[2:])
        return path


def join(
    own: dict[str, Any],
    left_out: frozenset[Path],
    source: Source,
    used: Sequence[tuple[Path, Loaded]],
    extended: Loaded | None,
    problems: list[Problem],
) -> Joined:
    """A file with those that it uses (by where it names them) and the one that it extends.

    An own item replaces the one of the same id that is extended, at its position; a definition that is used is not
    replaced: another one under its id is added to `problems`. `left_out` is what cannot be used of the own tables.
    """
    if not used and extended is None:
        return Joined(own, source)
    items, taken = _items_of_all(own, left_out, used, extended, problems)
    tables: dict[str, Any] = {"format": own.get("format")}
    for path, item in items.items():
        if len(path) == 1:
            tables[str(path[0])] = item
        else:
            tables.setdefault(str(path[0]), {})[path[1]] = item
    if "accepted" in own:
        # What is accepted of a file that is used or extended, is accepted there.
        tables["accepted"] = own["accepted"]
    if "ruleset" in own:
        tables["ruleset"] = _head(own["ruleset"], left_out, source, extended, taken)
    if extended is None:
        tables["rules"] = own.get("rules", [])
        return Joined(tables, attrs.evolve(source, taken=taken))
    rules = _rules(own, left_out, source, extended, tables.get("scale"))
    tables["rules"] = [item for item, _ in rules]
    taken |= {("rules", n): home for n, (_, home) in enumerate(rules)}
    moved = {there[1]: n for n, (_, (text, there)) in enumerate(rules) if text is source and isinstance(there[1], int)}
    return Joined(tables, attrs.evolve(source, taken=taken), moved)


def _items_of_all(
    own: Doc,
    left_out: frozenset[Path],
    used: Sequence[tuple[Path, Loaded]],
    extended: Loaded | None,
    problems: list[Problem],
) -> tuple[dict[Path, Any], Taken]:
    """Every item by its key path, and where those stand that were taken from other files."""
    items: dict[Path, Any] = dict(_items(extended.tables, SECTIONS)) if extended else {}
    taken: Taken = {path: home_of(extended.source, path) for path in items} if extended else {}
    fixed = set()
    criteria = {path[1] for path, _ in (*items.items(), *_items(own, SECTIONS)) if path[0] == "criteria"}
    for here, one in used:
        for path, item in _items(one.tables, DICTIONARY):
            if path not in items:
                if not _counts_by_another(item, criteria):
                    items[path], taken[path] = item, home_of(one.source, path)
                    fixed.add(path)
            elif items[path] != item:
                problems.append(Problem(here, faults.DEFINED_OTHERWISE, _otherwise(path, taken)))
    for path, item in _items(own, SECTIONS):
        if path in fixed and items[path] != item and path not in left_out:
            problems.append(Problem(path, faults.DEFINED_OTHERWISE, _otherwise(path, taken), key=True))
        items[path] = item
        taken.pop(path, None)
    return items, taken


def _items(tables: Doc, sections: Sequence[str]) -> Iterator[tuple[Path, Any]]:
    """The items of some sections by their key paths; a scale is an item as a whole."""
    for section in sections:
        table = tables.get(section)
        if section in SCALES and table is not None:
            yield (section,), table
        elif isinstance(table, dict):
            yield from (((section, key), item) for key, item in table.items())


def _counts_by_another(item: Doc, criteria: set[str | int]) -> bool:
    """Whether a fact counts those who meet a criterion that stays behind: the fact then stays there too."""
    counts = item.get("counts")
    return isinstance(counts, dict) and "meet" in counts and counts["meet"] not in criteria


def _otherwise(path: Path, taken: Taken) -> dict[str, str]:
    return {"name": ".".join(str(step) for step in path), "file": taken[path][0].file}


def _head(own: Any, left_out: frozenset[Path], source: Source, extended: Loaded | None, taken: Taken) -> Any:
    """The head of a file, with what it says nothing of as the extended file has it."""
    if extended is None or not isinstance(own, dict):
        return own
    above = {key: value for key, value in extended.tables["ruleset"].items() if key in INHERITED}
    taken |= {("ruleset", key): home_of(extended.source, ("ruleset", key)) for key in above if key not in own}
    head = {**above, **own}
    if "assume" in above and "assume" in own and ("ruleset", "assume") not in left_out:
        # Assumptions about the whole are of both.
        higher = names(above["assume"])
        added = {name: n for n, name in enumerate(names(own["assume"])) if name not in higher}
        head["assume"] = [*higher, *added]
        for n in range(len(higher)):
            taken["ruleset", "assume", n] = home_of(extended.source, ("ruleset", "assume", n))
        for n, there in enumerate(added.values(), len(higher)):
            taken["ruleset", "assume", n] = source, ("ruleset", "assume", there)
    return head


Placed = tuple[Any, tuple[Source, Path]]
"""A rule, with the text and the key path where it stands."""


def _rules(own: Doc, left_out: frozenset[Path], source: Source, extended: Loaded, scale: Any) -> list[Placed]:
    """The rules of both: an own one in the place of the extended one for its level and kinds, else by its level."""
    above = extended.tables.get("rules", [])
    found: list[Placed] = [(item, home_of(extended.source, ("rules", n))) for n, item in enumerate(above)]
    at = {_where(item): n for n, item in enumerate(above)}
    given = own.get("rules")
    for number, item in enumerate(given if isinstance(given, list) else ()):
        path: Path = ("rules", number)
        same = at.get(_where(item)) if left_out.isdisjoint((path, ("rules",))) else None
        if same is None:
            found.append((item, (source, path)))
        else:
            found[same] = item, (source, path)
    if len(found) == len(above) or ("scale",) in left_out or scale is None:
        return found
    ranks = {level: n for n, level in enumerate(scale["levels"])}
    return sorted(found, key=lambda one: _rank(one[0], ranks))


def _where(rule: Doc) -> tuple[str, frozenset[str]]:
    return rule["level"], frozenset(names(rule.get("for", ())))


def _rank(rule: Any, ranks: Mapping[str, int]) -> int:
    """The rank of the level that a rule earns; the last where that is not to be had."""
    level = rule.get("level") if isinstance(rule, dict) else None
    return ranks.get(level, len(ranks)) if isinstance(level, str) else len(ranks)
