"""A rule file → a rule set, or every problem in it with its place."""

from importlib import import_module
from itertools import islice
from os import PathLike, fspath
from pathlib import Path as FilePath

from xeploai.diagnostic import Diagnostic, InvalidRules, nearest
from xeploai.locator import Path
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place, Source
from xeploai.toml.build import build
from xeploai.toml.draft import clauses_in, draft_of, spoiled
from xeploai.toml.grammar import FORMAT, NAMED, RULE_FILE
from xeploai.toml.shape import misfits
from xeploai.toml.syntax import read_tables, read_text
from xeploai.wellformed import faults
from xeploai.wellformed.check import check
from xeploai.wellformed.problem import MOST, Origin, Problem, diagnostics


def shipped() -> tuple[str, ...]:
    """The ids of the rule sets that ship with the library."""
    return tuple(sorted(file.stem for file in _shelf().glob("*.toml")))


def _shelf() -> FilePath:
    # As a path: `importlib.resources` costs a tenth of a start.
    return FilePath(import_module("xeploai.rules").__path__[0])


def load(name: str | PathLike[str]) -> Ruleset:
    """Load a rule file by its path, or a rule set that ships by its id.

    Raises:
        InvalidRules: the file cannot be read or cannot be used; every problem is named, with its place.
    """
    path, file = FilePath(name), fspath(name)
    named = path.suffix.lower() != ".toml"
    if named and file in shipped():
        return parse((_shelf() / f"{file}.toml").read_bytes(), f"{file}.toml")
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        if named and isinstance(error, FileNotFoundError):
            values = {"name": file[:200], "known": ", ".join(shipped())}
            found = Diagnostic(faults.UNKNOWN_RULESET, Place(), values, nearest(file, shipped()))
        else:
            found = Diagnostic(faults.UNREADABLE, Place(file), _why(path, error))
        raise InvalidRules([found]) from None
    return parse(data, file)


def _why(path: FilePath, error: OSError | ValueError) -> dict[str, str]:
    """Why a file cannot be read, in both languages. A name that no file can have is a `ValueError`."""
    # Windows refuses to open a folder as it refuses what one may not read.
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and path.is_dir()):
        return {"vi": "đây là thư mục", "en": "it is a folder"}
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return {"vi": "không có tệp này", "en": "there is no such file"}
        case PermissionError():
            return {"vi": "không được phép đọc", "en": "it may not be read"}
        case _:
            return {"vi": "kiểm tra lại tên tệp và ổ đĩa", "en": "check its name and the disk"}


def parse(data: bytes | str, file: str = "<text>") -> Ruleset:
    """Load a rule set from the content of a rule file; `file` names it in messages.

    Raises:
        InvalidRules: the text cannot be used; every problem is named, with its place.
    """
    source = Source(file, read_text(data, file))
    document = read_tables(source)
    clauses = clauses_in(document)
    renamed: dict[Path, str] = {}
    given = document.get("format", FORMAT)
    if isinstance(given, int) and given != FORMAT:
        values = {"given": str(given), "known": str(FORMAT)}
        raise InvalidRules(diagnostics([Problem(("format",), faults.UNSUPPORTED_FORMAT, values)], Origin(file, source)))
    problems = list(islice(misfits(RULE_FILE, document, (), NAMED, renamed), MOST))
    rules = build(document, spoiled(document, problems), source, problems)
    problems += check(rules, draft_of(document, spoiled(document, problems)) if problems else None)
    if problems:
        raise InvalidRules(diagnostics(problems[:MOST], Origin(file, source, clauses, renamed)))
    return rules
