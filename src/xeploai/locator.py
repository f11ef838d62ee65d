"""Finds where each key and each value of a TOML text stands.

The parser gives values without places, and places are needed only when one is shown: the text is gone through
a second time, then and only then. Law: the key paths are the parser's, no more and no fewer.
"""

from bisect import bisect_right
from collections.abc import Iterator

from xeploai.located import Located, Path, Span
from xeploai.scanner import Part, expect, gap_end, read_key, scalar_end

# All paths of a nest together take room that grows with the square of its depth. The parser stops earlier.
DEEPEST = 5_000


def locate(text: str) -> dict[Path, Located]:
    """Every key path of a valid TOML document (1.0 or 1.1), outer before inner, ordered as parsed.

    A text that is not valid TOML gives some paths or raises `ValueError`, nothing else. A path of more than
    `DEEPEST` steps raises it too, and so does a byte-order mark, which the parser refuses.
    """
    starts = [0, *_line_starts(text)]
    nodes = _walk(_read(text))
    return {path: Located(_span(starts, node.key), _span(starts, node.value)) for path, node in nodes}


class _Node:
    """A value under construction: offsets of its key and of itself, and what is in it."""

    __slots__ = ("children", "is_array", "key", "value")

    def __init__(self, key: tuple[int, int] | None = None) -> None:
        self.key = key
        self.value: tuple[int, int] | None = None
        self.is_array = False
        self.children: dict[str | int, _Node] = {}


def _read(text: str) -> _Node:
    """The document as a tree, in which a header finds its table again without building the paths above it."""
    root = table = _Node()
    pos = gap_end(text, 0)
    while pos < len(text):
        if text.startswith("[", pos):
            table, pos = _read_header(text, pos, root)
        else:
            node, pos = _read_assigned(text, pos, table)
            pos = _read_value(text, pos, node)
        pos = gap_end(text, pos)
    return root


def _read_header(text: str, pos: int, root: _Node) -> tuple[_Node, int]:
    """The table that the header at `pos` opens, and the offset behind the header."""
    brackets = 2 if text.startswith("[[", pos) else 1
    parts, pos = read_key(text, gap_end(text, pos + brackets))
    pos = expect(text, pos, "]" * brackets)
    node = _descend(root, parts)
    if brackets == 1:
        return node, pos
    node.is_array = True
    return _append(node, (parts[-1].start, parts[-1].end)), pos


def _read_assigned(text: str, pos: int, table: _Node) -> tuple[_Node, int]:
    """The node that the key at `pos` names, and the offset of its value."""
    parts, pos = read_key(text, pos)
    return _descend(table, parts), gap_end(text, expect(text, pos, "="))


def _read_value(text: str, pos: int, node: _Node) -> int:
    """Fills `node` with the value at `pos` and all that is in it; the offset behind it and the gap after it.

    Open brackets are kept in a list instead of on the call stack: there is no depth at which this breaks.
    """
    nest: list[tuple[_Node, int]] = []
    while True:
        if text.startswith(("[", "{"), pos):
            node.is_array = text[pos] == "["
            nest.append((node, pos))
            pos = gap_end(text, pos + 1)
        else:
            node.value = pos, scalar_end(text, pos)
            pos = _past_comma(text, node.value[1])
        while nest and text.startswith("]" if nest[-1][0].is_array else "}", pos):
            closed, start = nest.pop()
            closed.value = start, pos + 1
            pos = _past_comma(text, pos + 1)
        if not nest:
            return pos
        outer = nest[-1][0]
        node, pos = (_append(outer, None), pos) if outer.is_array else _read_assigned(text, pos, outer)


def _past_comma(text: str, pos: int) -> int:
    """The offset behind the gap at `pos` and a comma, if there is one, with its own gap."""
    pos = gap_end(text, pos)
    return gap_end(text, pos + 1) if text.startswith(",", pos) else pos


def _descend(node: _Node, parts: list[Part]) -> _Node:
    """The node that a dotted key leads to, made where missing. An array stands for its last element."""
    for name, start, end in parts:
        if node.is_array:
            node = next(reversed(node.children.values()), node)
        if name not in node.children:
            node.children[name] = _Node((start, end))
        node = node.children[name]
    return node


def _append(array: _Node, key: tuple[int, int] | None) -> _Node:
    element = array.children[len(array.children)] = _Node(key)
    return element


def _walk(root: _Node) -> Iterator[tuple[Path, _Node]]:
    """Every node below `root` with its path, outer before inner."""
    rest: list[tuple[Path, _Node]] = [((), root)]
    while rest:
        path, node = rest.pop()
        if len(path) > DEEPEST:
            raise ValueError(f"a key path of more than {DEEPEST} steps")
        if path:
            yield path, node
        rest.extend(((*path, step), child) for step, child in reversed(node.children.items()))


def _line_starts(text: str) -> Iterator[int]:
    end = -1
    while (end := text.find("\n", end + 1)) >= 0:
        yield end + 1


def _span(starts: list[int], offsets: tuple[int, int] | None) -> Span | None:
    if offsets is None:
        return None
    start, end = offsets
    line, end_line = bisect_right(starts, start), bisect_right(starts, end)
    return Span(line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)
