"""A rule file → a rule set, or every problem in it with its place."""

from datetime import date
from os import PathLike, fspath
from pathlib import Path as FilePath

import attrs

from xeploai.diagnostic import Diagnostic, InvalidRules, in_order, nearest
from xeploai.located import Path
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place, Source
from xeploai.toml.build import build
from xeploai.toml.build_quota import with_bare_rates
from xeploai.toml.draft import clauses_in, draft_of, spoiled
from xeploai.toml.grammar import FORMAT, NAMED, RULE_FILE
from xeploai.toml.join import Joined, Loaded, join
from xeploai.toml.named import Named, Way, named_in
from xeploai.toml.series import Miss, shipped_series, version_on, versions_beside, versions_on_shelf
from xeploai.toml.shape import misfits
from xeploai.toml.shelf import RuleFile, file_at, on_shelf, shipped, unreadable
from xeploai.toml.syntax import read_tables, read_text
from xeploai.wellformed import faults
from xeploai.wellformed.check import check
from xeploai.wellformed.levels import proposed
from xeploai.wellformed.problem import MOST, Origin, Problem, diagnostics

__all__ = ["load", "parse", "shipped", "shipped_series"]


def load(name: str | PathLike[str], *, period: Period | None = None) -> Ruleset:
    """Load a rule file by its path, a rule set that ships by its id, or the version of a series in force.

    A series is named as one that ships, or by a path (`rules/qd-xep-loai`) as one in that folder. `period` picks the
    version in force on its last day, also of the series that a file names; without one that is the last day on which
    the file is in force.

    Raises:
        InvalidRules: the file cannot be read or cannot be used; every problem is named, with its place.
    """
    return _read(_file(fspath(name), _day(period)), Way(_day(period), (), {})).rules


def parse(data: bytes | str, file: str = "<text>", *, period: Period | None = None) -> Ruleset:
    """Load a rule set from the content of a rule file; `file` names it in messages.

    What the text names is looked for beside `file`, if that is one, and among the rule sets that ship.

    Raises:
        InvalidRules: the text cannot be used; every problem is named, with its place.
    """
    by = file_at(file)
    return _made(data, file, by, Way(_day(period), (by,) if by else (), {})).rules


def _day(period: Period | None) -> date | None:
    return period.until if period else None


def _file(name: str, day: date | None) -> RuleFile:
    """The file that is asked for; it may turn out not to be there."""
    path = FilePath(name)
    if path.suffix.lower() == ".toml":
        return RuleFile(path, name)
    if found := on_shelf(name) or file_at(name):
        return found
    in_folder = path.parent != FilePath()
    versions = (versions_beside(name, RuleFile(FilePath(), "")) if in_folder else []) or versions_on_shelf(name)
    if not versions:
        return RuleFile(path, name)
    picked = version_on(day, versions)
    if isinstance(picked, Miss):
        raise InvalidRules([Diagnostic(picked.fault, Place(), picked.values)])
    return picked.file


def _read(file: RuleFile, way: Way) -> Loaded:
    key = file.key, way.day
    if key not in way.known:
        through = way._replace(through=(*way.through, file))
        way.known[key] = _made(_bytes(file), file.name, file, through)
    return way.known[key]


def _bytes(file: RuleFile) -> bytes:
    try:
        return file.path.read_bytes()
    except (OSError, ValueError) as error:
        if file.path.suffix.lower() != ".toml" and isinstance(error, FileNotFoundError):
            known = (*shipped(), *shipped_series())
            values = {"name": file.name[:200], "known": ", ".join(known)}
            found = Diagnostic(faults.UNKNOWN_RULESET, Place(), values, nearest(file.name, known))
        else:
            found = unreadable(file, error)
        raise InvalidRules([found]) from None


def _made(data: bytes | str, file: str, by: RuleFile | None, way: Way) -> Loaded:
    """What a text says together with the files that it names."""
    source = Source(file, read_text(data, file))
    own = read_tables(source)
    given = own.get("format", FORMAT)
    if isinstance(given, int) and given != FORMAT:
        values = {"given": str(given), "known": str(FORMAT)}
        raise InvalidRules(diagnostics([Problem(("format",), faults.UNSUPPORTED_FORMAT, values)], Origin(file, source)))
    renamed: dict[Path, str] = {}
    problems = with_bare_rates(misfits(RULE_FILE, own, (), NAMED, renamed), own)
    if len(problems) == MOST:
        # What else is misshapen is not known: nothing can be made of the rest.
        raise InvalidRules(diagnostics(problems, Origin(file, source, clauses_in(own), renamed)))
    left_out = spoiled(own, problems)
    named = named_in(own, left_out, by, way, _read)
    problems += named.problems
    joined = join(own, left_out, source, named.used, named.extended, problems)
    problems = [problem._replace(path=joined.path(problem.path)) for problem in problems]
    renamed = {joined.path(path): key for path, key in renamed.items()}
    rules = _checked(joined, named, problems)
    if problems:
        origin = Origin(file, joined.source, clauses_in(joined.tables), renamed)
        raise InvalidRules(in_order((*diagnostics(problems[:MOST], origin), *named.foreign)))
    return Loaded(rules, joined.source, joined.tables)


def _checked(joined: Joined, named: Named, problems: list[Problem]) -> Ruleset:
    """The rule set of the tables; what is wrong with it is added to `problems`."""
    tables = joined.tables
    rules = build(tables, spoiled(tables, problems), joined.source, problems)
    levels = named.levels or (named.extended.rules.levels if named.extended else None)
    if levels or named.extended:
        rules = attrs.evolve(rules, levels=levels, extends=named.extended.rules if named.extended else None)
    if named.lacking:
        return rules
    found = check(rules, draft_of(tables, spoiled(tables, problems)) if problems else None)
    if named.proposing and ("scale",) not in spoiled(tables, problems):
        found += proposed(rules, named.proposing.rules)
    idle = {problem.path for problem in found if problem.fault is faults.UNUSED and problem.path in joined.source.taken}
    problems += (problem for problem in found if problem.path not in idle)
    return _without(rules, idle) if idle else rules


def _without(rules: Ruleset, idle: set[Path]) -> Ruleset:
    """The rule set without what it took from other files and has no use for."""
    return attrs.evolve(
        rules,
        groups=[one for one in rules.groups if ("groups", one.id) not in idle],
        suppliers=[one for one in rules.suppliers if ("suppliers", one.id) not in idle],
        assumptions=[one for one in rules.assumptions if ("assumptions", one.id) not in idle],
        sources=[one for one in rules.sources if ("sources", one.id) not in idle],
    )
