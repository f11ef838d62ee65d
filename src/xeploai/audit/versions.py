"""The other versions of a series, by the days on which they hold."""

from datetime import date

from xeploai.audit.audited import Audited
from xeploai.model.ruleset import Ruleset


def other_versions(audited: Audited) -> tuple[Ruleset, ...]:
    """The other versions of the series of a rule set, the earliest first; none where it is of no series.

    None either where a file of the folder cannot be used: it may be the version that seems to be missing.
    """
    rules = audited.rules
    if rules.series is None or None in audited.neighbours:
        return ()
    return tuple(sorted((one for one in audited.beside if one.series == rules.series), key=first_day))


def first_day(rules: Ruleset) -> date:
    """The day from which a rule set holds."""
    return rules.in_force.since or date.min


def last_day(rules: Ruleset) -> date:
    """The last day on which a rule set holds."""
    return rules.in_force.until or date.max


def versions_before(audited: Audited) -> tuple[Ruleset, ...]:
    """The versions that begin before a rule set does, the latest last."""
    return tuple(one for one in other_versions(audited) if first_day(one) < first_day(audited.rules))
