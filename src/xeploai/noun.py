"""What frozen values have in common: they show themselves, are equal and are hashed field by field.

attrs would write and compile such functions for every class anew, which took a sixth of a start.
"""

from typing import Any

import attrs


class Noun:
    """The base of frozen classes that leave these functions to it: `@attrs.frozen(repr=False, eq=False)`.

    Those that are compared or looked up again and again keep the faster ones that attrs makes: `repr=False` alone. A
    field with `eq=False` or `repr=False` counts for nothing here, as in attrs.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        told = (f"{field.name}={getattr(self, field.name)!r}" for field in _fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(told)})"

    def __eq__(self, other: object) -> bool:
        return _compared(self) == _compared(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *_compared(self)))


def _fields(value: Any) -> tuple["attrs.Attribute[Any]", ...]:
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(value))
    return fields


def _compared(value: object) -> tuple[object, ...]:
    return tuple(getattr(value, field.name) for field in _fields(value) if field.eq)
