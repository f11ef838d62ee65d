"""The text of a rule file as it is written: its keys and strings, its comments, and findings in them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xeploai.diagnostic import Diagnostic, Fault
from xeploai.located import Path
from xeploai.scanner import comments
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


class Comment(NamedTuple):
    """A comment with its line, and the column, from 0, of its `#`."""

    line: int
    column: int
    text: str


def comments_of(source: Source) -> Iterator[Comment]:
    """The comments of a text, in its order."""
    line, behind = 1, 0
    for start, end in comments(source.text):
        line += source.text.count("\n", behind, start)
        behind = start
        yield Comment(line, start - source.text.rfind("\n", 0, start) - 1, source.text[start:end])
