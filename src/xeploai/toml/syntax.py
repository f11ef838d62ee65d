"""Bytes → the tables of a TOML text, or the one problem that stands in the way."""

import re
from decimal import Decimal
from typing import Any

import tomli

from xeploai.diagnostic import Diagnostic, Fault, InvalidRules
from xeploai.source import Place, Source
from xeploai.wellformed import faults


def read_text(data: bytes | str, file: str) -> str:
    """The text of a rule file, its line ends made one, a byte-order mark left out.

    Raises:
        InvalidRules: it is not UTF-8.
    """
    text = data if isinstance(data, str) else _decode(data, file)
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _decode(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        place = Place(file, line, len(before.decode("utf-8", "replace")) + 1)
        raise InvalidRules([Diagnostic(faults.NOT_UTF8, place, {"byte": str(error.start + 1)})]) from None


def read_tables(source: Source) -> dict[str, Any]:
    """What a TOML text says.

    Raises:
        InvalidRules: it is not TOML, is nested too deeply, or holds a number that nobody would write.
    """
    try:
        return tomli.loads(source.text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        raise InvalidRules([_syntax(source, str(error))]) from None
    except RecursionError:
        raise InvalidRules([Diagnostic(faults.TOO_DEEP, Place(source.file, 1, 1))]) from None
    except (ValueError, ArithmeticError):
        # More digits than Python converts to a whole number, or an exponent that no Decimal has.
        raise InvalidRules([_at(source, faults.NUMBER_TOO_LONG, *_long_number(source.text))]) from None


_AT = r"(?s)(.*) \(at (?:line (\d+), column (\d+)|end of document)\)"
_TWICE = ("Cannot overwrite a value", "Cannot declare ", "Duplicate inline table key", "Cannot mutate immutable")
_LONG_NUMBER = r"(?<![\w.])[+-]?\d[\d_]{300,}|[eE][+-]?\d[\d_]{8,}"


def _syntax(source: Source, message: str) -> Diagnostic:
    """The parser's words with their place. They are English; a reader of Vietnamese is shown the place."""
    match = re.fullmatch(_AT, message)
    line, column = len(source.lines), len(source.lines[-1]) + 1
    if match and match[2]:
        line, column = int(match[2]), int(match[3])
    reason = match[1] if match else message
    fault = faults.KEY_TWICE if reason.startswith(_TWICE) else faults.NOT_TOML
    return _at(source, fault, line, column, reason)


def _at(source: Source, fault: Fault, line: int, column: int, reason: str = "") -> Diagnostic:
    snippet = source.lines[line - 1] if line <= len(source.lines) else None
    return Diagnostic(fault, Place(source.file, line, column), {"reason": reason[:200]}, snippet=snippet)


def _long_number(text: str) -> tuple[int, int]:
    """The line and column of the first number that is far too long; the start of the text where it is not seen."""
    match = re.search(_LONG_NUMBER, text)
    start = match.start() if match else 0
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
