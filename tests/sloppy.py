"""Rule files as hurried people write them: the same tables, with odd white space, comments and order of sections."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from xeploai.toml.write import write

_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
BLANKS = st.sampled_from(["", " ", "  ", "\t", " \t "])
COMMENTS = st.sampled_from(["# ghi chú", "#không cách", '# a = "b" [\'', "# [x]", "#", "# cuối  "])


@st.composite
def sloppy(draw: DrawFn, document: Mapping[str, Any]) -> str:
    """A text that says what a document says. The tables of one section keep their order."""
    lines = [f"{key}{draw(BLANKS)}={draw(BLANKS)}{_value(draw, value)}" for key, value in _plain(document).items()]
    sections = {key: value for key, value in document.items() if isinstance(value, dict | list)}
    for name in draw(st.permutations(list(sections))):
        lines += _section(draw, name, sections[name])
    return "".join(_noisy(draw, line) for line in [*lines, ""])


def _plain(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if not isinstance(value, dict | list)}


def _section(draw: DrawFn, name: str, section: Any) -> list[str]:
    """A section with the headings that the writer gives it, its lines laid out anyhow."""
    if isinstance(section, list):
        return [line for item in section for line in (f"[[{name}]]", *_keys(draw, item))]
    lines: list[str] = []
    for block in write({name: section}).strip("\n").split("\n\n"):
        heading, *rest = block.split("\n")
        if not heading:
            continue
        lines.append(heading)
        lines += [f"{draw(BLANKS)}{line.replace(' = ', draw(BLANKS) + '=' + draw(BLANKS), 1)}" for line in rest]
    return lines


def _keys(draw: DrawFn, table: Mapping[str, Any], prefix: str = "") -> list[str]:
    lines: list[str] = []
    for key, value in table.items():
        name = prefix + _key(key)
        if isinstance(value, dict) and value and draw(st.booleans()):
            lines += _keys(draw, value, f"{name}{draw(BLANKS)}.{draw(BLANKS)}")
        else:
            lines.append(f"{draw(BLANKS)}{name}{draw(BLANKS)}={draw(BLANKS)}{_value(draw, value)}")
    return lines


def _value(draw: DrawFn, value: Any) -> str:
    match value:
        case list() | tuple():
            return _list(draw, value)
        case dict():
            items = [f"{_key(key)}{draw(BLANKS)}={draw(BLANKS)}{_value(draw, one)}" for key, one in value.items()]
            return "{" + draw(BLANKS) + f"{draw(BLANKS)},{draw(BLANKS)}".join(items) + draw(BLANKS) + "}"
        case str() | bool() | int() | date() | Decimal():
            return write({"x": value}).removeprefix("x = ").removesuffix("\n")
        case _:
            raise TypeError(type(value).__name__)


def _list(draw: DrawFn, items: list[Any] | tuple[Any, ...]) -> str:
    said = [_value(draw, one) for one in items]
    if not draw(st.booleans()):
        return "[" + draw(BLANKS) + f"{draw(BLANKS)},{draw(BLANKS)}".join(said) + draw(BLANKS) + "]"
    between = [draw(st.sampled_from(["\n", " \n\n", " # ở giữa\n", "\n# trên\n"])) for _ in [*said, ""]]
    body = "".join(f"{gap}{draw(BLANKS)}{one}{draw(BLANKS)}," for gap, one in zip(between[1:], said, strict=True))
    return f"[{between[0]}{body if said else ''}{draw(BLANKS)}]"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else write({key: 1}).removesuffix(" = 1\n")


def _noisy(draw: DrawFn, line: str) -> str:
    above = "".join(draw(BLANKS) + one + "\n" for one in draw(st.lists(st.just("") | COMMENTS, max_size=2)))
    behind = draw(st.just("") | COMMENTS.map(" {}".format)) if draw(st.integers(0, 3)) == 0 else ""
    return f"{above}{line}{draw(BLANKS)}{behind}\n"
