"""Files that options and arguments name, read whole."""

from pathlib import Path

from xeploai.cli.failure import Failure
from xeploai.cli.words import say
from xeploai.diagnostic import Language
from xeploai.toml.beside import rule_files_in


def bytes_of(file: str, lang: Language) -> bytes:
    """The bytes of a file that an option or argument names.

    Raises:
        Failure: the file cannot be read.
    """
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        raise Failure(say("cannot-read", lang, file=f"`{file}`", detail=_why(file, error, lang))) from None


def _why(file: str, error: OSError | ValueError, lang: Language) -> str:
    if not file:
        return say("empty-file-name", lang)
    # Windows refuses to open a folder as it refuses what one may not read.
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and Path(file).is_dir()):
        return say("a-folder", lang)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return say("no-such-file", lang)
        case PermissionError():
            return say("reading-not-allowed", lang)
        case OSError():
            return error.strerror or str(error)
        case _:
            return say("no-file-name", lang)


def rule_files_of(folder: str, lang: Language) -> tuple[str, ...]:
    """The rule files of a folder.

    Raises:
        Failure: there is none.
    """
    files = rule_files_in(Path(folder))
    if not files:
        raise Failure(say("no-rule-files", lang, name=f"`{folder}`"))
    return tuple(map(str, files))


def text_of(file: str, lang: Language) -> str:
    """The text of such a file, which is UTF-8 with or without a byte-order mark.

    Raises:
        Failure: the file cannot be read, or is not UTF-8.
    """
    try:
        return bytes_of(file, lang).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failure(say("cannot-read", lang, file=f"`{file}`", detail=say("not-utf8", lang))) from None
