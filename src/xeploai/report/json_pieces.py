"""JSON text made piece by piece, as `json.dumps` indents it: what is written need not be kept."""

import json
from collections.abc import Iterator, Mapping

_STEP = 2


def json_pieces(data: Mapping[str, object]) -> Iterator[str]:
    """The text of an object, byte for byte that of `json.dumps`; a value that is an iterator becomes a list.

    The members of such a list are asked for one by one, when the text before them has been taken.
    """
    sign = "{"
    for key, value in data.items():
        yield f"{sign}\n{' ' * _STEP}{_text(key, 1)}: "
        if isinstance(value, Iterator):
            yield from _list(value)
        else:
            yield _text(value, 1)
        sign = ","
    yield "{}\n" if sign == "{" else "\n}\n"


def _list(members: Iterator[object]) -> Iterator[str]:
    sign = "["
    for one in members:
        yield f"{sign}\n{' ' * 2 * _STEP}{_text(one, 2)}"
        sign = ","
    yield "[]" if sign == "[" else f"\n{' ' * _STEP}]"


def _text(value: object, depth: int) -> str:
    """The text of a value that stands so deep; within strings JSON writes line breaks out, so that each ends a line."""
    return json.dumps(value, ensure_ascii=False, indent=_STEP).replace("\n", "\n" + " " * depth * _STEP)
