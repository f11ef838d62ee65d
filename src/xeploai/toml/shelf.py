"""Where rule files lie: on the shelf that ships, or beside the file that names them; and what cannot be read there."""

from importlib import import_module
from os.path import normpath
from pathlib import Path as FilePath
from typing import NamedTuple

from xeploai.diagnostic import Diagnostic
from xeploai.source import Place
from xeploai.wellformed import faults


class RuleFile(NamedTuple):
    """A rule file: where it lies, and what it is called in messages."""

    path: FilePath
    name: str

    @property
    def key(self) -> str:
        """The same for the same file, however it is named."""
        return normpath(self.path.absolute())


def rule_files_in(folder: FilePath) -> tuple[FilePath, ...]:
    """The rule files of a folder, in the order of their names; hidden ones are settings and locks of tools."""
    named = (file for file in folder.glob("*.toml") if not file.name.startswith("."))
    return tuple(sorted(file for file in named if _may_be_file(file)))


def _may_be_file(path: FilePath) -> bool:
    """Whether a name leads to a file, as far as the system says: not to a folder, nor nowhere at all."""
    try:
        return path.is_file()
    except OSError:
        # To read it says what is wrong with it.
        return True


def shelf() -> FilePath:
    """The folder of the rule files that ship."""
    # As a path: `importlib.resources` costs a tenth of a start.
    return FilePath(import_module("xeploai.rules").__path__[0])


def shipped() -> tuple[str, ...]:
    """The ids of the rule sets that ship with the library."""
    return tuple(sorted(file.stem for file in rule_files_in(shelf())))


def on_shelf(name: str) -> RuleFile | None:
    """The file that ships under an id."""
    # Only what is listed: an id holds no path that leads elsewhere.
    return RuleFile(shelf() / f"{name}.toml", f"{name}.toml") if name in shipped() else None


def ships(file: RuleFile) -> bool:
    """Whether a file is one of those that ship."""
    return normpath(file.path.parent.absolute()) == normpath(shelf().absolute())


def file_at(file: str) -> RuleFile | None:
    """The file of this name, if it is one."""
    path = FilePath(file)
    return RuleFile(path, file) if _is_file(path) else None


def beside(name: str, by: RuleFile) -> RuleFile | None:
    """The file that another one names: by a path from its own folder, with or without `.toml`."""
    file = name if name.lower().endswith(".toml") else f"{name}.toml"
    path = by.path.parent / file
    return RuleFile(path, str(FilePath(by.name).parent / file)) if _is_file(path) else None


def _is_file(path: FilePath) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # A name that no file can have.
        return False


def unreadable(file: RuleFile, error: OSError | ValueError) -> Diagnostic:
    """The fault of a file that cannot be read."""
    return Diagnostic(faults.UNREADABLE, Place(file.name), _why(file.path, error))


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
            return {"vi": "hệ thống không mở được", "en": "the system cannot open it"}
