"""Where results go: whole to a file or not at all, and to any console without failing."""

import codecs
import io
import os
import sys
import tempfile
import unicodedata
from pathlib import Path

from xeploai.cli.failure import Failure
from xeploai.cli.words import say
from xeploai.diagnostic import Language

DATA_FORMATS = ("json", "csv", "md", "toml")
"""Formats that programs read: UTF-8 wherever they go."""


def plainer(error: UnicodeError) -> tuple[str, int]:
    """What a console that cannot print Vietnamese prints instead: the letters without their marks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].replace("đ", "d").replace("Đ", "D")
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    signs = {
        "–": "-",
        "—": "-",
        "─": "-",
        "…": "...",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "≥": ">=",
        "·": "-",
        "→": "->",
    }
    return "".join(signs.get(c, c if c.isascii() else "?") for c in letters), error.end


def make_consoles_tolerant() -> None:
    """Let standard output and error print what they can, and never fail on what they cannot."""
    codecs.register_error("xeploai-plainer", plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="xeploai-plainer")


def emit(text: str, form: str, target: str | None, lang: Language) -> None:
    """Write a result to standard output, or to a file, whole or not at all.

    Raises:
        Failure: the file cannot be written.
    """
    if target is not None and target != "-":
        # Spreadsheets take a CSV file for UTF-8 only where a byte-order mark says so.
        _write(Path(target), text.encode("utf-8-sig" if form == "csv" else "utf-8"), lang)
    elif form in DATA_FORMATS and hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)
        sys.stdout.flush()


def _write(path: Path, data: bytes, lang: Language) -> None:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        if path.is_dir():
            raise IsADirectoryError(21, os.strerror(21))
        _replace(path, data)
    except OSError as error:
        raise Failure(say("cannot-write", lang, file=path, detail=error.strerror or error)) from None


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place; links are followed, permissions of an older file are kept."""
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
