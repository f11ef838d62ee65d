"""Files that options and arguments name, read whole."""

from collections.abc import Iterable, Iterator
from os.path import normpath
from pathlib import Path

from xeploai.cli.failure import Failure
from xeploai.cli.words import say
from xeploai.diagnostic import Language
from xeploai.toml.series import versions_beside, versions_on_shelf
from xeploai.toml.shelf import RuleFile, file_at, on_shelf, rule_files_in


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


def is_folder(name: str) -> bool:
    """Whether a name is that of a folder."""
    try:
        return Path(name).is_dir()
    except OSError:
        # A name that no folder can have.
        return False


def rule_files_of(folder: str, lang: Language) -> tuple[str, ...]:
    """The rule files of a folder.

    Raises:
        Failure: there is none.
    """
    files = rule_files_in(Path(folder))
    if not files:
        raise Failure(say("no-rule-files", lang, name=f"`{folder}`"))
    return tuple(map(str, files))


def files_named(names: Iterable[str], lang: Language) -> list[str]:
    """The rule files that names stand for, each once: of a folder all, of a series every version.

    Raises:
        Failure: a folder has no rule files.
        InvalidRules: a file that may be a version of a series is not TOML.
    """
    return list(dict.fromkeys(normpath(file) for name in names for file in _files(name, lang)))


def _files(name: str, lang: Language) -> Iterator[str]:
    path = Path(name)
    if is_folder(name):
        yield from rule_files_of(name, lang)
    elif path.suffix.lower() == ".toml" or on_shelf(name) or file_at(name):
        yield name
    elif path.parent != Path() and (there := versions_beside(name, RuleFile(Path(), ""))):
        yield from (version.file.name for version in there)
    else:
        # What is nothing of all that is said where it is loaded.
        yield from [version.file.path.stem for version in versions_on_shelf(name)] or [name]


def text_of(file: str, lang: Language) -> str:
    """The text of such a file, which is UTF-8 with or without a byte-order mark.

    Raises:
        Failure: the file cannot be read, or is not UTF-8.
    """
    try:
        return bytes_of(file, lang).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failure(say("cannot-read", lang, file=f"`{file}`", detail=say("not-utf8", lang))) from None
