"""The door of the intake: the format is told by the extension.

Whatever the bytes, a file is read whole or refused with every fault that it has.
"""

import os
import sys
from collections.abc import Callable
from os import PathLike
from pathlib import Path

from xeploai.diagnostic import InvalidEvidence
from xeploai.intake import faults
from xeploai.intake.log import Log, refuse
from xeploai.model.evidence import Hierarchy
from xeploai.model.ruleset import Ruleset

FORMATS = (".csv", ".json")


def read(path: str | PathLike[str], rules: Ruleset) -> Hierarchy:
    """Read a table of subjects (`.csv`, `.json`; `-` is CSV on standard input) by the data dictionary of a rule set.

    Raises:
        InvalidEvidence: the table cannot be used; every fault is named with its row and column.
    """
    file = os.fspath(path)
    suffix = Path(file).suffix
    reader = _reader(".csv" if file == "-" else suffix.lower())
    try:
        if file == "-":
            data = sys.stdin.buffer.read()
        else:
            with Path(file).open("rb") as stream:
                data = stream.read() if reader else b""
    except (OSError, ValueError, AttributeError) as error:
        # A name with NUL in it is a ValueError; a process without standard input has `None` there.
        raise _unreadable(file, error) from None
    if reader is None:
        raise refuse(Log(file), faults.FORMAT_NOT_READ, suffix=suffix, formats=", ".join(FORMATS))
    return reader(data, file, rules)


def _reader(suffix: str) -> Callable[[bytes, str, Ruleset], Hierarchy] | None:
    # Each is loaded when a table asks for it.
    match suffix:
        case ".csv":
            from xeploai.intake.from_csv import read_csv

            return read_csv
        case ".json":
            from xeploai.intake.from_json import read_json

            return read_json
        case _:
            return None


def _unreadable(file: str, error: Exception) -> InvalidEvidence:
    log = Log(file)
    if isinstance(error, FileNotFoundError):
        return refuse(log, faults.NO_SUCH_FILE, file=file)
    # Windows refuses to open a folder as it refuses what one may not read.
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and Path(file).is_dir()):
        return refuse(log, faults.IS_A_DIRECTORY, file=file)
    if isinstance(error, PermissionError):
        return refuse(log, faults.NOT_ALLOWED, file=file)
    return refuse(log, faults.UNREADABLE, file=file, reason=getattr(error, "strerror", None) or error)
