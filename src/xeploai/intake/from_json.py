"""JSON: a list of subjects, each an object of columns; or `{"subjects": [...]}`."""

import json
from decimal import Decimal
from typing import NamedTuple

import attrs

from xeploai.diagnostic import Fault
from xeploai.intake import cell_faults, faults
from xeploai.intake.encoded import text_of
from xeploai.intake.headings import known_headings
from xeploai.intake.hierarchy import hierarchy_of
from xeploai.intake.log import Log, refusal, refuse, report, shown
from xeploai.intake.table import Cell, Odd, Row, Table
from xeploai.model.evidence import Hierarchy
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place

_LONGEST = 16
"""A sign and the fifteen digits of the longest count; Python refuses to read numbers that are very much longer."""


@attrs.frozen
class _Object:
    """An object as it is written: a key may stand in it twice."""

    pairs: list[tuple[str, object]]


class Listed(NamedTuple):
    """What a file lists, under which key, and what is said where it does not."""

    key: str = "subjects"
    not_a_list: Fault = faults.NOT_A_LIST
    not_an_object: Fault = cell_faults.NOT_AN_OBJECT


def read_json(data: bytes, file: str, rules: Ruleset) -> Hierarchy:
    """The hierarchy in the bytes of a JSON file; rows are counted from 1, and `file` is what messages call it.

    Raises:
        InvalidEvidence: every fault, with its row and key.
    """
    log = Log(file)
    return hierarchy_of(json_table(data, log, Listed()), rules, known_headings(rules), log)


def json_table(data: bytes, log: Log, listed: Listed) -> Table:
    """The table in the bytes of a JSON file: each key is a column, each object a row.

    Raises:
        InvalidEvidence: it is no text in UTF-8, no JSON, or no list.
    """
    return _table(_items(_parsed(text_of(data, log), log), log, listed), log, listed)


def _parsed(text: str, log: Log) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_Object,
            parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST else Odd(cell_faults.TOO_LONG, digits),
            parse_float=_decimal,
            parse_constant=lambda constant: Odd(cell_faults.NOT_FINITE, constant),
        )
    except json.JSONDecodeError as error:
        place = Place(log.file, line=error.lineno, column=error.colno)
        raise refuse(log, faults.NOT_JSON, place, reason=error.msg) from None
    except RecursionError:
        raise refuse(log, faults.TOO_DEEP) from None


def _decimal(number: str) -> Decimal | Odd:
    if "e" in number.lower():
        return Odd(cell_faults.EXPONENT, number)
    # One more than the digits, for the point.
    return Decimal(number) if len(number) <= _LONGEST + 1 else Odd(cell_faults.TOO_LONG, number)


def _items(tree: object, log: Log, listed: Listed) -> list[object]:
    match tree:
        case list():
            return tree
        case _Object(pairs=[(key, list() as items)]) if key == listed.key:
            return items
        case _:
            raise refuse(log, listed.not_a_list)


def _table(items: list[object], log: Log, listed: Listed) -> Table:
    """The objects as rows.

    Raises:
        InvalidEvidence: none of the items is an object.
    """
    keys: dict[str, int] = {}
    rows = []
    for number, item in enumerate(items, start=1):
        cells: dict[int, Cell] = {}
        seen: set[str] = set()
        if not isinstance(item, _Object):
            report(log, listed.not_an_object, Place(log.file, row=number))
            continue
        for key, value in item.pairs:
            if key in seen:
                report(log, cell_faults.DUPLICATE_KEY, Place(log.file, row=number, field=shown(key)), key=shown(key))
                continue
            seen.add(key)
            at = keys.setdefault(key, len(keys))
            cell = _cell(value)
            if cell is not None:
                cells[at] = cell
        rows.append(Row(number, cells))
    if items and not rows:
        # A list of something else is no list without subjects.
        raise refusal(log)
    return Table(tuple(keys), None, rows)


def _cell(value: object) -> Cell | None:
    match value:
        case None:
            return None
        case str() if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            return Odd(cell_faults.BROKEN_TEXT, value)
        case bool() | int() | str() | Decimal() | Odd():
            return value
        case _:
            return Odd(cell_faults.NESTED, "[…]" if isinstance(value, list) else "{…}")
