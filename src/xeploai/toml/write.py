"""Tables → TOML text, in one layout: a block for every item, short values inline, keys aligned."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}

BLOCKS = {
    (): 0,
    ("ruleset",): 0,
    ("scale",): 0,
    ("grades",): 0,
    ("sources",): 1,
    ("kinds",): 1,
    ("groups",): 1,
    ("scale", "levels"): 1,
    ("grades", "levels"): 1,
    ("suppliers",): 1,
    ("facts",): 1,
    ("assumptions",): 1,
    ("criteria",): 1,
    ("goals",): 1,
    ("vetoes",): 1,
    ("exemptions",): 1,
    ("quotas",): 1,
    ("accepted",): 1,
}
"""Tables that get a heading of their own: the table itself (0), or each item of it (1)."""

INNER = ("clauses", "labels", "readings")
"""Tables within an item that get a heading too, because they grow long."""


def write(document: Mapping[str, Any]) -> str:
    """The text of a document whose values are texts, whole numbers, truth values, dates, lists and tables."""
    return "\n\n".join("\n".join(block) for block in _blocks(document)) + "\n"


def _blocks(document: Mapping[str, Any]) -> Iterator[list[str]]:
    yield [f"{key} = {value_text(value)}" for key, value in document.items() if not isinstance(value, dict | list)]
    for name, section in document.items():
        if isinstance(section, list):
            yield from (_table(f"[[{name}]]", item) for item in section)
        elif isinstance(section, dict):
            yield from _section((name,), section)


def _section(path: tuple[str, ...], table: Mapping[str, Any]) -> Iterator[list[str]]:
    if BLOCKS.get(path) == 1:
        for key, item in table.items():
            yield from _item((*path, key), item)
        return
    inner = {key: value for key, value in table.items() if (*path, key) in BLOCKS}
    yield _table(_heading(path), {key: value for key, value in table.items() if key not in inner})
    for key, value in inner.items():
        yield from _section((*path, key), value)


def _item(path: tuple[str, ...], item: Mapping[str, Any]) -> Iterator[list[str]]:
    long = {key: value for key, value in item.items() if key in INNER and isinstance(value, dict)}
    yield _table(_heading(path), {key: value for key, value in item.items() if key not in long})
    for key, value in long.items():
        if key == "readings":
            for assumption, readings in value.items():
                yield _table(_heading((*path, key, assumption)), readings)
        else:
            yield _table(_heading((*path, key)), value)


def _heading(path: tuple[str, ...]) -> str:
    return f"[{'.'.join(key_text(key) for key in path)}]"


def _table(heading: str, table: Mapping[str, Any]) -> list[str]:
    keys = [key_text(key) for key in table]
    # Names in quotes are read as sentences are; in columns they would stand too far from what they say.
    width = max(map(len, keys), default=0) if all(map(_BARE.fullmatch, keys)) else 0
    return [
        heading,
        *(f"{key.ljust(width)} = {value_text(value)}" for key, value in zip(keys, table.values(), strict=True)),
    ]


def key_text(key: str) -> str:
    """A key as a file has it, in quotes where it has to be."""
    return key if _BARE.fullmatch(key) else _text(key)


def value_text(value: Any) -> str:
    """A value as a file has it, in one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _text(value)
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case list() | tuple():
            return "[" + ", ".join(value_text(item) for item in value) + "]"
        case dict():
            inside = ", ".join(f"{key_text(key)} = {value_text(item)}" for key, item in value.items())
            return "{ " + inside + " }" if inside else "{}"
        case _:
            raise TypeError(f"a rule file cannot hold a {type(value).__name__}")


def _text(text: str) -> str:
    return (
        '"'
        + "".join(_ESCAPES.get(c) or (c if c.isprintable() or ord(c) > 0x9F else f"\\u{ord(c):04X}") for c in text)
        + '"'
    )
