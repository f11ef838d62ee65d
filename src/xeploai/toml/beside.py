"""The rule sets that lie beside a rule file."""

from collections.abc import Iterator
from os.path import normpath
from pathlib import Path as FilePath

from xeploai.diagnostic import InvalidRules
from xeploai.model.ruleset import Ruleset
from xeploai.toml.load import load


def rule_files_in(folder: FilePath) -> tuple[FilePath, ...]:
    """The rule files of a folder, in the order of their names."""
    return tuple(sorted(folder.glob("*.toml")))


def rulesets_beside(file: FilePath) -> Iterator[Ruleset]:
    """The rule sets of the other files in the folder. One that cannot be used is passed over: that is told of it."""
    for other in rule_files_in(file.parent):
        if normpath(other.absolute()) != normpath(file.absolute()):
            try:
                yield load(other)
            except InvalidRules:
                continue
