"""What frozen values have in common: they show themselves, are equal and are hashed field by field.

attrs would write and compile such functions for every class anew, which took a sixth of a start.
"""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import attrs


class Noun:
    """The base of frozen classes that leave these functions to it: `@attrs.frozen(repr=False, eq=False)`.

    Those that are large and looked up again and again have attrs keep their hash: `cache_hash=True, repr=False`. As in
    attrs, a field with `eq=False` or `repr=False` counts for nothing here.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        told = (f"{field.name}={getattr(self, field.name)!r}" for field in _fields(type(self)) if field.repr)
        return f"{type(self).__qualname__}({', '.join(told)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        compared = _compared(type(self))
        return compared(self) == compared(other)

    def __hash__(self) -> int:
        return hash((type(self), _compared(type(self))(self)))


def _reader(cls: type[Any]) -> Callable[[Any], object]:
    """What reads the fields of a class that count when its values are compared."""
    names = [field.name for field in _fields(cls) if field.eq]
    return attrgetter(*names) if names else lambda _: ()


# Its type is said: mypy finds no hash in a class whose values have one of their own.
_compared: Callable[[Any], Callable[[Any], object]] = cache(_reader)


def _fields(cls: type[Any]) -> tuple["attrs.Attribute[Any]", ...]:
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return fields
