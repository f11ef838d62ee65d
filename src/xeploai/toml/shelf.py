"""Where rule files lie: on the shelf that ships, or beside the file that names them."""

from importlib import import_module
from os.path import normpath
from pathlib import Path as FilePath
from typing import NamedTuple


class RuleFile(NamedTuple):
    """A rule file: where it lies, and what it is called in messages."""

    path: FilePath
    name: str

    @property
    def key(self) -> str:
        """The same for the same file, however it is named."""
        return normpath(self.path.absolute())


def shelf() -> FilePath:
    """The folder of the rule files that ship."""
    # As a path: `importlib.resources` costs a tenth of a start.
    return FilePath(import_module("xeploai.rules").__path__[0])


def shipped() -> tuple[str, ...]:
    """The ids of the rule sets that ship with the library."""
    return tuple(sorted(file.stem for file in shelf().glob("*.toml")))


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
