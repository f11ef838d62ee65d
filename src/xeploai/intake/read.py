"""The door of the intake: the format is told by the extension.

Whatever the bytes, a file is read whole or refused with every fault that it has.
"""

from os import PathLike
from typing import assert_never

from xeploai.diagnostic import InvalidEvidence
from xeploai.intake.opened import Format, opened
from xeploai.model.evidence import Hierarchy
from xeploai.model.ruleset import Ruleset


def read(path: str | PathLike[str], rules: Ruleset) -> Hierarchy:
    """Read a table of subjects (`.csv`, `.json`; `-` is CSV on standard input) by the data dictionary of a rule set.

    Raises:
        InvalidEvidence: the table cannot be used; every fault is named with its row and column.
    """
    file, form, data = opened(path)
    return read_bytes(data, form, file, rules)


def read_bytes(data: bytes, form: Format, file: str, rules: Ruleset) -> Hierarchy:
    """The hierarchy in the bytes of a table; `file` is what messages call it.

    Raises:
        InvalidEvidence: the table cannot be used; every fault is named with its row and column.
    """
    try:
        return _read(form, data, file, rules)
    except InvalidEvidence as refused:
        if rules.levels is None:
            raise
        return _read_for_chain(form, data, file, rules, refused)


def _read_for_chain(form: Format, data: bytes, file: str, rules: Ruleset, refused: InvalidEvidence) -> Hierarchy:
    """The table again, which may hold what only the rules that propose levels know; the fewer faults are told."""
    from xeploai.evidence.joined import joined

    try:
        return _read(form, data, file, joined(rules))
    except InvalidEvidence as again:
        raise (again if len(again.problems) <= len(refused.problems) else refused) from None


def _read(form: Format, data: bytes, file: str, rules: Ruleset) -> Hierarchy:
    # Each format is loaded when a table asks for it.
    match form:
        case "csv":
            from xeploai.intake.from_csv import read_csv

            return read_csv(data, file, rules)
        case "json":
            from xeploai.intake.from_json import read_json

            return read_json(data, file, rules)
        case _:
            assert_never(form)
