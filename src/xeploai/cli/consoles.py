"""Standard output and error: they print what they can, obey nothing that data say, and never fail with a traceback."""

import codecs
import contextlib
import errno
import io
import os
import re
import sys
from typing import TextIO

from xeploai.cli.failure import Failure
from xeploai.cli.words import say
from xeploai.diagnostic import Language

USUAL_WIDTH, LONGEST_LINE = 120, 160
_SIGNS = {
    "–": "-",
    "—": "-",
    "─": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "≥": ">=",
    "≤": "<=",
    "·": "-",
    "→": "->",
}
# All control characters but the line break, marks and overrides of writing direction, line separators, half characters.
_OBEYED = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_REASONS = {
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EISDIR: "is-folder",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "read-only",
    errno.ENOSPC: "disk-full",
    errno.ENAMETOOLONG: "name-too-long",
}


def plainer(error: UnicodeError) -> tuple[str, int]:
    """What a console that cannot print Vietnamese prints instead: the letters without their marks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    # Loaded for the few consoles that need it.
    import unicodedata

    text = error.object[error.start : error.end].replace("đ", "d").replace("Đ", "D")
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(_SIGNS.get(c, c if c.isascii() else "?") for c in letters), error.end


def make_consoles_tolerant() -> None:
    """Let standard output and error print what they can, and never fail on what they cannot."""
    codecs.register_error("xeploai-plainer", plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="xeploai-plainer")


def harmless(text: str) -> str:
    """A text in which what a terminal would obey is written out: an escape is seen and changes no colour."""
    # Nearly every text is: to compile the expression takes longer than to judge a small table.
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_OBEYED, lambda found: ascii(found[0])[1:-1], text)


def tell(text: str) -> None:
    """Say something on standard error; where that is gone, there is nobody to tell."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(harmless(text) + "\n")
        sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def show(text: str | bytes, lang: Language) -> None:
    """Write a result to standard output: text for people, bytes for programs.

    Raises:
        Failure: it cannot be written.
        BrokenPipeError: the reader went away.
    """
    if sys.stdout is None:
        raise Failure(say("cannot-write", lang, file=say("standard-output", lang), detail=say("closed", lang)))
    try:
        if isinstance(text, str):
            sys.stdout.write(harmless(text))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text)
        sys.stdout.flush()
    except OSError as error:
        _abandon(sys.stdout)
        # Windows says of a closed pipe that the argument is invalid.
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            raise BrokenPipeError from None
        raise Failure(
            say("cannot-write", lang, file=say("standard-output", lang), detail=reason(error, lang))
        ) from None


def columns() -> int:
    """How wide a text may be on standard output; a usual width where that is no terminal."""
    if sys.stdout is None or not sys.stdout.isatty():
        return USUAL_WIDTH
    import shutil

    return min(shutil.get_terminal_size((USUAL_WIDTH, 24)).columns, LONGEST_LINE)


def reason(error: OSError, lang: Language) -> str:
    """Why the system refused, in the reader's language where the reason is a usual one."""
    return say(_REASONS[error.errno], lang) if error.errno in _REASONS else str(error.strerror or error)


def _abandon(stream: TextIO) -> None:
    """Let nothing more be written when the interpreter closes its streams: it would fail again, and say so."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
