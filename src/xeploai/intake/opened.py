"""The bytes of a file, or why there are none."""

import os
import sys
from os import PathLike
from pathlib import Path
from typing import Literal, NamedTuple

from xeploai.diagnostic import InvalidEvidence
from xeploai.intake import faults
from xeploai.intake.log import Log, refuse

Format = Literal["csv", "json"]
FORMATS: dict[str, Format] = {".csv": "csv", ".json": "json"}


class Opened(NamedTuple):
    """What a file holds, what it is called in messages, and its format."""

    file: str
    form: Format
    data: bytes


def opened(path: str | PathLike[str]) -> Opened:
    """The bytes of a file, its format told by its extension; `-` is CSV on standard input.

    Raises:
        InvalidEvidence: it cannot be read, or nothing reads files of its extension.
    """
    file = os.fspath(path)
    if not file.strip():
        # As a path it is the folder where one is.
        raise refuse(Log(file), faults.EMPTY_NAME)
    suffix = Path(file).suffix
    known = FORMATS.get(".csv" if file == "-" else suffix.lower())
    try:
        if file == "-":
            data = sys.stdin.buffer.read()
        else:
            with Path(file).open("rb") as stream:
                data = stream.read() if known else b""
    except (OSError, ValueError, AttributeError) as error:
        # A name with NUL in it is a ValueError; a process without standard input has `None` there.
        raise _unreadable(file, error) from None
    if known is None:
        raise refuse(Log(file), faults.FORMAT_NOT_READ, suffix=suffix, formats=", ".join(FORMATS))
    return Opened(file, known, data)


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
