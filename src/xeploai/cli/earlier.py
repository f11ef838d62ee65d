"""An earlier result, as the commands take it."""

from pathlib import Path
from typing import Any

from xeploai.cli.failure import Failure
from xeploai.cli.words import say
from xeploai.diagnostic import Language


def earlier_result(file: str, lang: Language) -> dict[str, Any]:
    """The result in a file.

    Raises:
        Failure: the file cannot be read.
        InvalidResult: it is no result of this format.
    """
    # Loaded where there is one.
    from xeploai.report.result_shape import read_result

    return read_result(_bytes(file, lang), file)


def _bytes(file: str, lang: Language) -> bytes:
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        raise Failure(say("cannot-read", lang, file=f"`{file}`", detail=_why(file, error, lang))) from None


def _why(file: str, error: OSError | ValueError, lang: Language) -> str:
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
