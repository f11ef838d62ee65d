"""Where results go: whole to a file or not at all, or to standard output."""

import os
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from xeploai.cli.consoles import harmless, reason, show
from xeploai.cli.failure import Failure
from xeploai.cli.words import say
from xeploai.diagnostic import Language

PRINTED = ("text",)
"""Formats in the encoding of the console; all others are UTF-8 wherever they go."""
READ = ("text", "md")
"""Formats that people read as they are: nothing in them is obeyed by a terminal."""


def emit(text: str, form: str, target: str | None, lang: Language, inputs: Sequence[str | None] = ()) -> None:
    """Write a result to standard output, or to a file that is none of the inputs given, whole or not at all.

    Raises:
        Failure: it cannot be written.
    """
    emit_pieces((text,), form, target, lang, inputs)


def emit_pieces(
    pieces: Iterable[str], form: str, target: str | None, lang: Language, inputs: Sequence[str | None] = ()
) -> None:
    """Write a result as `emit` does, each piece of its text made when the one before it is written.

    Raises:
        Failure: it cannot be written.
    """
    if target is None or target == "-":
        for text in pieces:
            show(text if form in PRINTED else _encoded(text, form), lang)
    elif not target:
        raise Failure(say("needs-value", lang, name="`-o`"))
    elif any(_same(target, one) for one in inputs if one is not None):
        raise Failure(say("same-file", lang, file=f"`{target}`"))
    else:
        # Spreadsheets take a CSV file for UTF-8 only where a byte-order mark says so.
        mark = (b"\xef\xbb\xbf",) if form == "csv" else ()
        write_whole(target, chain(mark, (_encoded(text, form) for text in pieces)), lang)


def _encoded(text: str, form: str) -> bytes:
    # Names of files need not be Unicode; the half characters that stand for such bytes have no place in UTF-8.
    return (harmless(text) if form in READ else text).encode("utf-8", "backslashreplace")


def _same(target: str, given: str) -> bool:
    try:
        return Path(target).samefile(given)
    except (OSError, ValueError):
        return False


def write_whole(target: str, pieces: Iterable[bytes], lang: Language) -> None:
    """Write a file whole or not at all; where a piece cannot be made, there is no file either.

    Raises:
        Failure: it cannot be written.
    """
    try:
        path, place = Path(target), _place(target, lang)
        if path.is_dir() or target.endswith(("/", os.sep)):
            raise IsADirectoryError(21, os.strerror(21))
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(pieces)
        elif path.exists() and not os.access(path, os.W_OK):
            # To put another file in its place would be allowed; that it may not be written to is somebody's wish.
            raise PermissionError(13, os.strerror(13))
        else:
            _replace(place, pieces)
    except OSError as error:
        raise Failure(_refused(target, reason(error, lang), lang)) from None


def _place(target: str, lang: Language) -> Path:
    """Where a file really stands, links followed."""
    try:
        return Path(target).resolve()
    except ValueError:
        raise Failure(_refused(target, say("bad-name", lang), lang)) from None


def _refused(target: str, detail: str, lang: Language) -> str:
    return say("cannot-write", lang, file=f"`{target}`", detail=detail)


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the file, then put it in its place; permissions of an older file are kept."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".xeploai-", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
