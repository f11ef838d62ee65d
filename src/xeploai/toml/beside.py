"""The rule sets that lie beside a rule file."""

from collections.abc import Iterator
from os.path import normpath
from pathlib import Path as FilePath

from xeploai.diagnostic import InvalidRules
from xeploai.model.ruleset import Ruleset
from xeploai.toml.load import load
from xeploai.toml.shelf import rule_files_in

ByFile = dict[str, Ruleset | None]
"""Rule sets by their files, so that a folder is not loaded again for each of them; `None`: it cannot be used."""


def rulesets_beside(file: FilePath, loaded: ByFile) -> Iterator[Ruleset | None]:
    """The rule sets of the other files in the folder; `None` for one that cannot be used."""
    for other in rule_files_in(file.parent):
        key = normpath(other.absolute())
        if key != normpath(file.absolute()):
            if key not in loaded:
                loaded[key] = _usable(other)
            yield loaded[key]


def _usable(file: FilePath) -> Ruleset | None:
    try:
        return load(file)
    except InvalidRules:
        return None
