"""What a rule file may look like, as data: the loader checks by it and the JSON Schema is made from it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, assert_never

from xeploai.diagnostic import nearest
from xeploai.located import Path
from xeploai.wellformed import faults
from xeploai.wellformed.problem import MOST, Problem


class Text(NamedTuple):
    """A string; `words` where only some are allowed."""

    words: tuple[str, ...] = ()


ANY_TEXT = Text()


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


class _Search(NamedTuple):
    """What a search for misfits knows and notes."""

    named: Mapping[str, Shape]
    renamed: dict[Path, str]
    found: list[Problem]


def misfits(
    shape: Shape, value: object, path: Path, named: Mapping[str, Shape], renamed: dict[Path, str]
) -> list[Problem]:
    """Every place below `path` where a value does not have its shape, as far as anybody would read them.

    A key that is plainly misspelt is put right in the tables and noted in `renamed`: what follows from it is no fault.
    """
    # A list that is filled, and no generators within generators: a rule file has a hundred thousand values.
    search = _Search(named, renamed, [])
    _look(search, shape, value, path)
    return search.found[:MOST]


def _look(search: _Search, shape: Shape, value: object, path: Path) -> None:
    found = search.found
    if len(path) > DEEPEST:
        found.append(Problem(path, faults.TOO_DEEP))
    if len(path) > DEEPEST or len(found) >= MOST:
        return
    match shape:
        case Table(keys) if isinstance(value, dict):
            _look_in_table(search, keys, value, path)
        case ListOf(item) if isinstance(value, list):
            _look_at_each(search, item, enumerate(value), path)
        case ById(item) if isinstance(value, dict):
            _look_at_each(search, item, value.items(), path)
        case Text(words) if isinstance(value, str):
            if words and value not in words:
                values = {"word": value, "words": ", ".join(f"`{word}`" for word in words)}
                found.append(Problem(path, faults.UNKNOWN_WORD, values, words))
        case Either(options):
            for option in options:
                if _fits(option, value, search.named):
                    _look(search, option, value, path)
                    return
            found.append(_wrong_type(shape, value, path, search.named))
        case Nested(name):
            _look(search, search.named[name], value, path)
        case _ if not _fits(shape, value, search.named):
            found.append(_wrong_type(shape, value, path, search.named))
        case Whole(least) if isinstance(value, int) and value < least:
            found.append(Problem(path, faults.TOO_SMALL, {"value": str(value), "least": str(least)}))
        case Text() | Whole() | Number() | YesNo() | Day() | ListOf() | ById() | Table():
            return
        case _:
            assert_never(shape)


def _look_at_each(search: _Search, shape: Shape, items: Iterable[tuple[str | int, object]], path: Path) -> None:
    for key, value in items:
        if not _is_fine(shape, value):
            _look(search, shape, value, (*path, key))


def _is_fine(shape: Shape, value: object) -> bool:
    """Whether every text has a shape, and it is one: most values are such texts, with nothing to look for in them."""
    return isinstance(value, str) and (shape == ANY_TEXT or (isinstance(shape, Either) and ANY_TEXT in shape.options))


def _look_in_table(search: _Search, keys: Mapping[str, Key], table: dict[str, object], path: Path) -> None:
    found = search.found
    for name in [name for name in table if name not in keys]:
        if len(found) >= MOST:
            return
        if name in ROUNDING:
            found.append(Problem((*path, name), faults.ROUNDING, {"key": name}, key=True))
            continue
        meant = nearest(name, [key for key in keys if key not in table])
        if meant is None:
            found.append(Problem((*path, name), faults.UNKNOWN_KEY, {"key": name}, key=True))
            continue
        table[meant] = table.pop(name)
        search.renamed[*path, meant] = name
        found.append(Problem((*path, meant), faults.UNKNOWN_KEY, {"key": name}, (meant,), key=True))
    for name, key in keys.items():
        if name in table:
            if not _is_fine(key.shape, table[name]):
                _look(search, key.shape, table[name], (*path, name))
        elif key.required:
            found.append(Problem(path, faults.MISSING_KEY, {"key": name, "vi": key.vi, "en": key.en}, key=True))


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
