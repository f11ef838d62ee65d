"""The file of a rule set, by what it was loaded by."""

from pathlib import Path as FilePath

from xeploai.model.ruleset import Ruleset
from xeploai.toml.shelf import RuleFile, file_at, on_shelf, shelf


def rule_file(name: str, rules: Ruleset) -> RuleFile:
    """The file that a rule set was loaded from, by its path, its id, or the series of which it is a version."""
    if FilePath(name).suffix.lower() == ".toml":
        return RuleFile(FilePath(name), name)
    if found := on_shelf(name) or file_at(name):
        return found
    file = FilePath(rules.source.file if rules.source else name)
    return RuleFile(file if file.parent != FilePath() else shelf() / file, str(file))
