"""JSON: a list of subjects, each an object of columns; or `{"subjects": [...]}`."""

import json

import attrs

from xeploai.intake import cell_faults, faults
from xeploai.intake.encoded import text_of
from xeploai.intake.hierarchy import hierarchy_of
from xeploai.intake.log import Log, refuse, report, shown
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


def read_json(data: bytes, file: str, rules: Ruleset) -> Hierarchy:
    """The hierarchy in the bytes of a JSON file; rows are counted from 1, and `file` is what messages call it.

    Raises:
        InvalidEvidence: every fault, with its row and key.
    """
    log = Log(file)
    return hierarchy_of(_table(_subjects(_parsed(text_of(data, log), log), log), log), rules, log)


def _parsed(text: str, log: Log) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_Object,
            parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST else Odd(cell_faults.TOO_LONG, digits),
            parse_float=lambda number: Odd(cell_faults.NOT_WHOLE, number),
            parse_constant=lambda constant: Odd(cell_faults.NOT_FINITE, constant),
        )
    except json.JSONDecodeError as error:
        place = Place(log.file, line=error.lineno, column=error.colno)
        raise refuse(log, faults.NOT_JSON, place, reason=error.msg) from None
    except RecursionError:
        raise refuse(log, faults.TOO_DEEP) from None


def _subjects(tree: object, log: Log) -> list[object]:
    match tree:
        case list():
            return tree
        case _Object(pairs=[("subjects", list() as subjects)]):
            return subjects
        case _:
            raise refuse(log, faults.NOT_A_LIST)


def _table(subjects: list[object], log: Log) -> Table:
    keys: dict[str, int] = {}
    rows = []
    for number, subject in enumerate(subjects, start=1):
        cells: dict[int, Cell] = {}
        seen: set[str] = set()
        if not isinstance(subject, _Object):
            report(log, cell_faults.NOT_AN_OBJECT, Place(log.file, row=number))
            continue
        for key, value in subject.pairs:
            if key in seen:
                report(log, cell_faults.DUPLICATE_KEY, Place(log.file, row=number, field=shown(key)), key=shown(key))
                continue
            seen.add(key)
            at = keys.setdefault(key, len(keys))
            cell = _cell(value)
            if cell is not None:
                cells[at] = cell
        rows.append(Row(number, cells))
    return Table(tuple(keys), None, rows)


def _cell(value: object) -> Cell | None:
    match value:
        case None:
            return None
        case str() if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            return Odd(cell_faults.BROKEN_TEXT, value)
        case bool() | int() | str() | Odd():
            return value
        case _:
            return Odd(cell_faults.NESTED, "[…]" if isinstance(value, list) else "{…}")
