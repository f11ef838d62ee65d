"""A value as it is laid out: what it says and how it is quoted stay as they are written."""

from collections.abc import Iterator

from tomlkit.container import Container
from tomlkit.items import Array, InlineTable, Item, Table

from xeploai.scanner import comments

STEP = "  "


def value_text(item: Item, margin: str = "") -> str:
    """The text of a value whose line starts behind a margin."""
    written = item.as_string().strip()
    match item:
        case Array() | InlineTable() if any(comments(written)):
            return _as_written(written)
        case Array() if _is_open(written):
            inside = "".join(f"{margin}{STEP}{value_text(one, margin + STEP)},\n" for one in item)
            return f"[\n{inside}{margin}]"
        case Array():
            return f"[{', '.join(value_text(one, margin) for one in item)}]"
        case InlineTable():
            inside = ", ".join(f"{key} = {value_text(one, margin)}" for key, one in _entries(item.value))
            return f"{{ {inside} }}" if inside else "{}"
        case _:
            return written


def _as_written(written: str) -> str:
    """Who writes comments between the items has laid them out; blanks at the ends of lines are no part of that."""
    if '"""' in written or "'''" in written:
        return written
    return "\n".join(line.rstrip() for line in written.split("\n") if line.strip())


def _is_open(written: str) -> bool:
    """Whether an array was begun on a line of its own: it then stays one item a line."""
    return written.removeprefix("[").lstrip(" \t").startswith("\n") and written.removeprefix("[").strip() != "]"


def _entries(table: Container) -> Iterator[tuple[str, Item]]:
    for key, item in table.body:
        if key is None:
            continue
        name = key.as_string().strip()
        if key.is_dotted() and isinstance(item, Table):
            yield from ((f"{name}.{rest}", one) for rest, one in _entries(item.value))
        else:
            yield name, item
