"""What is explained: a subject under one rule set, and the days that this is said of."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from xeploai.model.evidence import Evidence
from xeploai.model.outcome import Finding, Standing
from xeploai.model.ruleset import Ruleset


class Stage(NamedTuple):
    """A subject under one rule set of a chain. `standing`: its level with its why, where these rules propose it."""

    rules: Ruleset
    evidence: Evidence
    findings: Sequence[Finding]
    standing: Standing | None = None


class Days(NamedTuple):
    """The day up to which months count, and that of the data where the period lasted longer."""

    until: date | None = None
    so_far: date | None = None


NO_DAYS = Days()
