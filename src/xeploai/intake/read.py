"""The door of the intake: the format is told by the extension.

Whatever the bytes, a file is read whole or refused with every fault that it has.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from xeploai.diagnostic import InvalidEvidence
from xeploai.intake import faults
from xeploai.intake.from_csv import read_csv
from xeploai.intake.from_json import read_json
from xeploai.intake.log import Log, refuse
from xeploai.model.evidence import Hierarchy
from xeploai.model.ruleset import Ruleset

_READERS: dict[str, Callable[[bytes, str, Ruleset], Hierarchy]] = {".csv": read_csv, ".json": read_json}


def read(path: str | Path, rules: Ruleset) -> Hierarchy:
    """The hierarchy in a file, its format told by its extension; `-` is CSV on standard input.

    Raises:
        InvalidEvidence: the file cannot be read, or its data are refused; every fault is named.
    """
    file = os.fspath(path)
    suffix = Path(file).suffix
    reader = read_csv if file == "-" else _READERS.get(suffix.lower())
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
        raise refuse(Log(file), faults.FORMAT_NOT_READ, suffix=suffix, formats=", ".join(_READERS))
    return reader(data, file, rules)


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
