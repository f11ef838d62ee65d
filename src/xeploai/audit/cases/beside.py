"""The worked cases beside a rule file: `cases/NAME/*.toml`, and `cases/*.toml` that name their rule set."""

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from xeploai.audit.cases import faults
from xeploai.audit.cases.case import Case
from xeploai.audit.cases.expectations import expectations
from xeploai.audit.cases.given import Given, given_in
from xeploai.audit.cases.grammar import CASE_FILE
from xeploai.audit.cases.problems import case_problems
from xeploai.audit.rule_file import rule_file
from xeploai.diagnostic import Diagnostic, Invalid
from xeploai.located import Path
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place, Source, place_of
from xeploai.toml.shape import misfits
from xeploai.toml.syntax import read_tables, read_text
from xeploai.wellformed.faults import UNKNOWN_KEY
from xeploai.wellformed.problem import MOST, Origin, Problem, diagnostics

FOLDER = "cases"


class InvalidCases(Invalid):
    """Files of worked cases that cannot be used."""


def cases_beside(name: str | FilePath, rules: Ruleset) -> tuple[Case, ...]:
    """The worked cases of a rule set, file by file; `name` is what it was loaded by, a path or an id.

    Raises:
        InvalidCases: files that cannot be read or used; every problem of all of them is named, with its place.
    """
    cases: list[Case] = []
    problems: list[Diagnostic] = []
    for folder, shown, own in _folders(str(name), rules):
        for file in sorted(folder.glob("*.toml")):
            try:
                cases += _cases(file, f"{shown}/{file.name}", rules, alone=not own)
            except Invalid as invalid:
                problems += invalid.problems
    if problems:
        raise InvalidCases(problems[:MOST])
    return tuple(cases)


def _folders(name: str, rules: Ruleset) -> Iterator[tuple[FilePath, str, bool]]:
    """The folders that there are, with what messages call them, and whether one is of this rule file alone."""
    by = rule_file(name, rules)
    folder, shown = by.path.parent / FOLDER, (FilePath(by.name).parent / FOLDER).as_posix()
    stem = by.path.stem
    if (folder / stem).is_dir():
        yield folder / stem, f"{shown}/{stem}", True
    if folder.is_dir():
        yield folder, shown, False


def _cases(file: FilePath, shown: str, rules: Ruleset, *, alone: bool) -> list[Case]:
    """The cases of one file; none where it names another rule set."""
    try:
        data = file.read_bytes()
    except OSError:
        raise InvalidCases([Diagnostic(faults.UNREADABLE, Place(shown))]) from None
    source = Source(shown, read_text(data, shown))
    document = read_tables(source)
    named = document.get("ruleset")
    if alone and isinstance(named, str) and named != rules.id:
        return []
    return read_cases(document, source, rules, alone=alone)


def read_cases(document: dict[str, Any], source: Source, rules: Ruleset, *, alone: bool = False) -> list[Case]:
    """The cases that a text says; `alone`: it has to name its rule set itself.

    Raises:
        InvalidCases: every problem of the text, with its place.
    """
    renamed: dict[Path, str] = {}
    problems = misfits(CASE_FILE, document, (), {}, renamed)
    if alone and "ruleset" not in document:
        problems.append(Problem((), faults.NOT_WHOSE))
    spoiled = {problem.path[:2] for problem in problems if problem.fault is not UNKNOWN_KEY}
    cases = []
    given = document.get("case")
    found: list[Any] = given if isinstance(given, list) else []
    general = {"period": document["period"]} if isinstance(document.get("period"), str) else {}
    for number, own in enumerate(found):
        path = ("case", number)
        if {path, ("case",)} & spoiled:
            continue
        case = {**general, **own}
        table = given_in(case, path, source, rules)
        problems += case_problems(case, path, rules, table, found[:number])
        if not problems:
            cases.append(_case(case, path, source, table))
    if problems:
        raise InvalidCases(diagnostics(problems[:MOST], Origin(source.file, source, {}, renamed)))
    return cases


def _case(case: dict[str, Any], path: Path, source: Source, given: Given) -> Case:
    return Case(
        title=case["title"],
        clause=case.get("clause", ""),
        place=place_of(source, (*path, "title"), key=True),
        evidence=given.evidence,
        lines=given.lines,
        expected=expectations(case.get("expect", {}), (*path, "expect"), source),
        refused=case.get("refused", ()),
        period=given.period,
    )
