"""The files that a rule file names: found, loaded, and their faults told where they are named."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

import attrs

from xeploai.diagnostic import Diagnostic, InvalidRules
from xeploai.located import Path
from xeploai.model.kind import names
from xeploai.model.ruleset import Proposing
from xeploai.noun import Noun
from xeploai.toml.join import Loaded
from xeploai.toml.series import Miss, Version, version_on, versions_beside, versions_on_shelf
from xeploai.toml.shelf import RuleFile, beside, on_shelf, shipped, ships
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem

Doc = Mapping[str, Any]


class Way(NamedTuple):
    """How a file comes to be loaded: for which day, through which files, and what was loaded before."""

    day: date | None
    through: tuple[RuleFile, ...]
    known: dict[tuple[str, date | None], Loaded]


Read = Callable[[RuleFile, Way], Loaded]


@attrs.define(repr=False, eq=False)
class Named(Noun):
    """The files that a file uses, extends, and takes levels from; the faults found in them, and in their names.

    `levels` is the rule set that proposes levels, `proposing` the same where it is loaded at once. `lacking`: what is
    used or extended is not to be had, and nobody can say what the file means without it.
    """

    used: list[tuple[Path, Loaded]] = attrs.field(factory=list)
    extended: Loaded | None = None
    levels: Proposing | None = None
    proposing: Loaded | None = None
    lacking: bool = False
    problems: list[Problem] = attrs.field(factory=list)
    foreign: list[Diagnostic] = attrs.field(factory=list)


def named_in(own: Doc, left_out: frozenset[Path], by: RuleFile | None, way: Way, read: Read) -> Named:
    """Load what the head of a file names. `by` is that file, if it is one."""
    found = Named()
    head = own.get("ruleset")
    given: Doc = head if isinstance(head, dict) else {}
    said = {key: value for key, value in given.items() if ("ruleset", key) not in left_out}
    if not said.keys() & {"use", "extend", "levels"}:
        return found
    way = way._replace(day=way.day or _last_day(said))
    if "extend" in said:
        found.extended = _loaded(said["extend"], ("ruleset", "extend"), by, way, read, found)
        found.lacking = found.extended is None
    using = names(said.get("use", ()))
    for number, name in enumerate(using):
        path: Path = ("ruleset", "use", number)
        if name in using[:number]:
            found.problems.append(Problem(path, faults.TWICE_IN_LIST, {"name": name}))
        elif loaded := _loaded(name, path, by, way, read, found):
            found.used.append((path, loaded))
        else:
            found.lacking = True
    if "levels" in said:
        _name_levels(said["levels"], by, way, read, found)
    return found


def _name_levels(name: str, by: RuleFile | None, way: Way, read: Read, found: Named) -> None:
    """The rule set that proposes levels. One that ships is good, and most tables never ask for it: it can wait."""
    file = _file(name, ("ruleset", "levels"), by, way, found)
    if file is None:
        return
    if ships(file):
        found.levels = Proposing(name, lambda: read(file, way).rules)
    elif loaded := _read(file, name, ("ruleset", "levels"), way, read, found):
        found.proposing, found.levels = loaded, Proposing(name, lambda: loaded.rules, at_hand=True)


def _last_day(head: Doc) -> date | None:
    """The last day on which a file is in force: the day for the series that it names, where no period is asked for."""
    until: date | None = head.get("in_force", {}).get("until")
    return until


def _loaded(name: str, path: Path, by: RuleFile | None, way: Way, read: Read, found: Named) -> Loaded | None:
    file = _file(name, path, by, way, found)
    return _read(file, name, path, way, read, found) if file else None


def _file(name: str, path: Path, by: RuleFile | None, way: Way, found: Named) -> RuleFile | None:
    """The file that is named, unless that leads nowhere or in a circle."""
    try:
        file = find(name, by, way.day)
    except InvalidRules as refused:
        _faulty(refused, name, path, found)
        return None
    if isinstance(file, Miss):
        # What lies in the folder is not listed: a folder of documents is nobody's business.
        found.problems.append(Problem(path, file.fault, file.values, shipped()))
        return None
    if file.key in [one.key for one in way.through]:
        circle = " → ".join(one.path.stem for one in (*way.through, file))
        found.problems.append(Problem(path, faults.CIRCLE_OF_FILES, {"circle": circle}))
        return None
    return file


def _read(file: RuleFile, name: str, path: Path, way: Way, read: Read, found: Named) -> Loaded | None:
    try:
        return read(file, way)
    except InvalidRules as refused:
        _faulty(refused, name, path, found)
        return None


def _faulty(refused: InvalidRules, name: str, path: Path, found: Named) -> None:
    """The faults of a file, and where it is named."""
    found.foreign += refused.problems
    found.problems.append(Problem(path, faults.FAULTY_FILE, {"file": refused.problems[0].place.file or f"`{name}`"}))


def find(name: str, by: RuleFile | None, day: date | None) -> RuleFile | Miss:
    """The file of a name that stands in another: one beside it, one that ships, or the version of a series on a day.

    Raises:
        InvalidRules: a file that may be a version of the series cannot be read, or is not TOML.
    """
    if by and (file := beside(name, by)):
        return file
    if file := on_shelf(name):
        return file
    versions = (versions_beside(name, by) if by else []) or versions_on_shelf(name)
    if not versions:
        return Miss(faults.NO_SUCH_FILE, {"name": name})
    picked = version_on(day, versions)
    return picked.file if isinstance(picked, Version) else picked
