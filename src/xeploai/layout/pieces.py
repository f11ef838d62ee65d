"""A TOML text as what stands in it line by line, in its order: headings, keys with their values, comments, gaps."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import tomlkit
from tomlkit.container import Container
from tomlkit.items import AoT, Comment, Item, Key, Null, Table, Whitespace


class Heading(NamedTuple):
    """`[a.b]` or `[[a]]`, by its parts as they are written."""

    parts: tuple[str, ...]
    brackets: int
    comment: str


class Assigned(NamedTuple):
    """A key, as it is written, with its value."""

    key: str
    value: Item
    comment: str


class Remark(NamedTuple):
    """A comment on a line of its own."""

    text: str


class Gap(NamedTuple):
    """Blank lines, however many."""


Piece: TypeAlias = Heading | Assigned | Remark | Gap


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text, as they follow each other.

    Raises:
        tomlkit.exceptions.TOMLKitError: tomlkit does not read it.
    """
    yield from _in_table(tomlkit.parse(text), ())


def _in_table(table: Container, path: tuple[str, ...]) -> Iterator[Piece]:
    for key, item in table.body:
        match item:
            case Whitespace():
                if "\n" in item.as_string():
                    yield Gap()
            case Comment():
                yield Remark(item.trivia.comment.rstrip())
            case Null():
                continue
            case AoT():
                for element in item.body:
                    yield from _headed(element, (*path, _written(key)), 2)
            case Table() if key is not None and key.is_dotted():
                yield from _dotted(item, _written(key))
            case Table():
                yield from _headed(item, (*path, _written(key)), 1)
            case _:
                yield Assigned(_written(key), item, item.trivia.comment.rstrip())


def _headed(table: Table, path: tuple[str, ...], brackets: int) -> Iterator[Piece]:
    if not table.is_super_table():
        yield Heading(path, brackets, table.trivia.comment.rstrip())
    yield from _in_table(table.value, path)


def _dotted(table: Table, start: str) -> Iterator[Piece]:
    """What a dotted key assigns: tomlkit makes a table of every part but the last."""
    for piece in _in_table(table.value, ()):
        yield piece._replace(key=f"{start}.{piece.key}") if isinstance(piece, Assigned) else piece


def _written(key: Key | None) -> str:
    assert key is not None
    return key.as_string().strip()
