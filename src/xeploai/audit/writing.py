"""The text of a rule file as it is written: its keys and strings, its comments, and findings in them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xeploai.diagnostic import Diagnostic, Fault
from xeploai.located import Path
from xeploai.source import Place, Source
from xeploai.toml.syntax import read_tables
from xeploai.wellformed.problem import Origin, Problem, diagnostics


class Written(NamedTuple):
    """A key, or a string that is a value, with its key path."""

    path: Path
    text: str
    key: bool


def written(source: Source) -> Iterator[Written]:
    """Every key and every string of a text."""
    rest: list[tuple[Path, object]] = [((), read_tables(source))]
    while rest:
        path, value = rest.pop()
        match value:
            case dict():
                yield from (Written((*path, key), key, True) for key in value)
                rest += [((*path, key), one) for key, one in value.items()]
            case list():
                rest += [((*path, number), one) for number, one in enumerate(value)]
            case str():
                yield Written(path, value, False)
            case _:
                continue


def placed(problems: Iterable[Problem], source: Source) -> Iterator[Diagnostic]:
    """Problems at key paths of a text, with their places there."""
    yield from diagnostics(problems, Origin(source.file, source))


def at(source: Source, line: int, start: int, end: int, fault: Fault, **values: str) -> Diagnostic:
    """A finding in one line of a text, between two columns from 0."""
    place = Place(source.file, line, start + 1, end + 1)
    return Diagnostic(fault, place, values, snippet=source.lines[line - 1].rstrip("\r"))


def line_of(source: Source, position: int) -> tuple[int, int]:
    """The line of a position in a text, and the column there, from 0."""
    return source.text.count("\n", 0, position) + 1, position - source.text.rfind("\n", 0, position) - 1
