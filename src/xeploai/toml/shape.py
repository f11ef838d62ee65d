"""What a rule file may look like, as data: the loader checks by it and the JSON Schema is made from it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, assert_never

from xeploai.diagnostic import nearest
from xeploai.locator import Path
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem


class Text(NamedTuple):
    """A string; `words` where only some are allowed."""

    words: tuple[str, ...] = ()


class Whole(NamedTuple):
    """A whole number."""

    least: int = 0


class Number:
    """A whole number or an exact decimal: points."""

    __slots__ = ()


class YesNo:
    """`true` or `false`."""

    __slots__ = ()


class Day:
    """A date without a time."""

    __slots__ = ()


class ListOf(NamedTuple):
    """A list of things of one shape."""

    item: "Shape"


class Key(NamedTuple):
    """A key of a table, with what it says."""

    shape: "Shape"
    vi: str
    en: str
    required: bool = False


class Table(NamedTuple):
    """A table with these keys and no others."""

    keys: Mapping[str, Key]


class ById(NamedTuple):
    """A table whose keys are ids."""

    item: "Shape"


class Either(NamedTuple):
    """One of several shapes, told apart by the type of the value."""

    options: tuple["Shape", ...]


class Nested(NamedTuple):
    """A shape by its name, for shapes that hold themselves."""

    name: str


Shape = Text | Whole | Number | YesNo | Day | ListOf | Table | ById | Either | Nested

ROUNDING = ("round", "rounding", "decimals", "digits", "precision", "lam_tron")


DEEPEST = 120
"""More steps than any key path of the language has, conditions included (`wellformed.gates.DEEPEST`)."""


def misfits(
    shape: Shape, value: object, path: Path, named: Mapping[str, Shape], renamed: dict[Path, str]
) -> Iterator[Problem]:
    """Every place below `path` where a value does not have its shape.

    A key that is plainly misspelt is put right in the tables and noted in `renamed`: what follows from it is no fault.
    """
    if len(path) > DEEPEST:
        yield Problem(path, faults.TOO_DEEP)
        return
    match shape:
        case Nested(name):
            yield from misfits(named[name], value, path, named, renamed)
        case Either(options):
            fitting = next((option for option in options if _fits(option, value, named)), None)
            if fitting:
                yield from misfits(fitting, value, path, named, renamed)
            else:
                yield _wrong_type(shape, value, path, named)
        case _ if not _fits(shape, value, named):
            yield _wrong_type(shape, value, path, named)
        case Text(words):
            if words and value not in words:
                values = {"word": str(value), "words": ", ".join(f"`{word}`" for word in words)}
                yield Problem(path, faults.UNKNOWN_WORD, values, words)
        case Whole(least):
            if isinstance(value, int) and value < least:
                yield Problem(path, faults.TOO_SMALL, {"value": str(value), "least": str(least)})
        case ListOf(item):
            assert isinstance(value, list)
            for number, element in enumerate(value):
                yield from misfits(item, element, (*path, number), named, renamed)
        case ById(item):
            assert isinstance(value, dict)
            for key, element in value.items():
                yield from misfits(item, element, (*path, key), named, renamed)
        case Table(keys):
            assert isinstance(value, dict)
            yield from _in_table(keys, value, path, named, renamed)
        case Number() | YesNo() | Day():
            return
        case _:
            assert_never(shape)


def _in_table(
    keys: Mapping[str, Key], table: dict[str, object], path: Path, named: Mapping[str, Shape], renamed: dict[Path, str]
) -> Iterator[Problem]:
    for name in [name for name in table if name not in keys]:
        if name in ROUNDING:
            yield Problem((*path, name), faults.ROUNDING, {"key": name}, key=True)
            continue
        meant = nearest(name, [key for key in keys if key not in table])
        if meant is None:
            yield Problem((*path, name), faults.UNKNOWN_KEY, {"key": name}, key=True)
            continue
        table[meant] = table.pop(name)
        renamed[*path, meant] = name
        yield Problem((*path, meant), faults.UNKNOWN_KEY, {"key": name}, (meant,), key=True)
    for name, key in keys.items():
        if name in table:
            yield from misfits(key.shape, table[name], (*path, name), named, renamed)
        elif key.required:
            yield Problem(path, faults.MISSING_KEY, {"key": name, "vi": key.vi, "en": key.en}, key=True)


def _fits(shape: Shape, value: object, named: Mapping[str, Shape]) -> bool:
    """Whether a value has the type of a shape, whatever is in it."""
    match shape:
        case Text():
            return isinstance(value, str)
        case Whole():
            return isinstance(value, int) and not isinstance(value, bool)
        case Number():
            if isinstance(value, Decimal):
                return value.is_finite()
            return isinstance(value, int) and not isinstance(value, bool)
        case YesNo():
            return isinstance(value, bool)
        case Day():
            return isinstance(value, date) and not isinstance(value, datetime)
        case ListOf():
            return isinstance(value, list)
        case Table() | ById():
            return isinstance(value, dict)
        case Either(options):
            return any(_fits(option, value, named) for option in options)
        case Nested(name):
            return _fits(named[name], value, named)
        case _:
            assert_never(shape)


def _wrong_type(shape: Shape, value: object, path: Path, named: Mapping[str, Shape]) -> Problem:
    if isinstance(value, Decimal):
        return Problem(path, faults.BARE_DECIMAL, {"value": _short(str(value))})
    vi, en = types(shape, named)
    given_vi, given_en = _given(value)
    values = {"wanted_vi": vi, "wanted_en": en, "given_vi": given_vi, "given_en": given_en}
    return Problem(path, faults.WRONG_TYPE, values)


def types(shape: Shape, named: Mapping[str, Shape]) -> tuple[str, str]:
    """What is wanted, in Vietnamese and in English."""
    match shape:
        case Text():
            return "chuỗi trong ngoặc kép", "a quoted text"
        case Whole():
            return "số nguyên", "a whole number"
        case Number():
            return "số", "a number"
        case YesNo():
            return "`true` hoặc `false`", "`true` or `false`"
        case Day():
            return "ngày dạng 2024-12-31", "a date such as 2024-12-31"
        case ListOf():
            return "danh sách `[…]`", "a list `[…]`"
        case Table() | ById():
            return "bảng", "a table"
        case Nested(name):
            return types(named[name], named)
        case Either(options):
            words = [types(option, named) for option in options]
            return " hoặc ".join(dict.fromkeys(vi for vi, _ in words)), " or ".join(
                dict.fromkeys(en for _, en in words)
            )
        case _:
            assert_never(shape)


def _given(value: Any) -> tuple[str, str]:
    match value:
        case bool():
            return "đúng/sai", "a truth value"
        case int():
            return "số nguyên", "a whole number"
        case str():
            return "chuỗi", "a text"
        case list():
            return "danh sách", "a list"
        case dict():
            return "bảng", "a table"
        case _:
            return "ngày giờ", "a date or time"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "…"
