"""Where the words of a TOML text end: gaps, keys and plain values.

The grammar is TOML 1.0 and 1.1 (https://toml.io/en/v1.1.0), read loosely: a TOML parser has accepted the text
before. Positions are offsets into the text. `ValueError` where nothing can be read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import tomli

_GAP = re.compile(r"[ \t\r\n]*(?:#[^\n]*)?")
_GAP_SIGNS = (" ", "\t", "\r", "\n", "#")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# A date and its time may have a blank between them; nothing else that follows a date and a blank fits.
_BARE_VALUE = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2} )?[A-Za-z0-9_+.:-]+")
# Escapes are matched so that a quote within one does not count. Of the quotes that close a multi-line string
# up to two belong to it.
_CLOSING = {
    '"""': re.compile(r'\\.|"{3,5}'),
    "'''": re.compile(r"'{3,5}"),
    '"': re.compile(r'\\.|"'),
    "'": re.compile(r"'"),
}
_QUOTED_OR_COMMENT = re.compile(r"[\"'#]")


class Part(NamedTuple):
    """One part of a dotted key: what it says and where it stands."""

    name: str
    start: int
    end: int


def gap_end(text: str, pos: int) -> int:
    """The first offset from `pos` on that is neither blank nor line break nor comment."""
    # A loop, because one expression for many comments would keep every one of them for backtracking.
    while text.startswith(_GAP_SIGNS, pos):
        pos = _end(_GAP, text, pos)
    return pos


def read_key(text: str, pos: int) -> tuple[list[Part], int]:
    """The parts of the dotted key at `pos`, and the offset behind it and the gap that follows."""
    parts = []
    while True:
        part = _read_part(text, pos)
        parts.append(part)
        pos = gap_end(text, part.end)
        if not text.startswith(".", pos):
            return parts, pos
        pos = gap_end(text, pos + 1)


def scalar_end(text: str, pos: int) -> int:
    """The offset behind the string, number, boolean, date or time at `pos`."""
    quote = text[pos : pos + 1]
    if quote not in ('"', "'"):
        return _end(_BARE_VALUE, text, pos)
    return _string_end(text, pos, quote * 3 if text.startswith(quote * 3, pos) else quote)


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Where each comment of a TOML text starts, at its `#`, and ends."""
    pos = 0
    while mark := _QUOTED_OR_COMMENT.search(text, pos):
        start = mark.start()
        if mark[0] == "#":
            end = text.find("\n", start)
            pos = len(text) if end < 0 else end
            yield start, pos
        else:
            pos = scalar_end(text, start)


def expect(text: str, pos: int, mark: str) -> int:
    """The offset behind `mark`, which must stand at `pos`."""
    if not text.startswith(mark, pos):
        raise ValueError(f"expected `{mark}` at offset {pos}")
    return pos + len(mark)


def _read_part(text: str, pos: int) -> Part:
    quote = text[pos : pos + 1]
    if quote not in ('"', "'"):
        end = _end(_BARE_KEY, text, pos)
        return Part(text[pos:end], pos, end)
    end = _string_end(text, pos, quote)
    return Part(_unquoted(text[pos:end]), pos, end)


def _unquoted(string: str) -> str:
    """What a string of one line says. Escapes are the parser's matter: nothing here can disagree with it."""
    if "\\" not in string:
        return string[1:-1]
    name: str = tomli.loads(f"name = {string}")["name"]
    return name


def _string_end(text: str, pos: int, quote: str) -> int:
    for mark in _CLOSING[quote].finditer(text, pos + len(quote)):
        if mark[0].startswith(quote):
            return mark.end()
    raise ValueError(f"string without end at offset {pos}")


def _end(pattern: re.Pattern[str], text: str, pos: int) -> int:
    match = pattern.match(text, pos)
    if match is None:
        raise ValueError(f"neither key nor value at offset {pos}")
    return match.end()
