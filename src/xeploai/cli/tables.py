"""The tables that a command is given: of subjects, and of incidents from which facts of them are drawn."""

from datetime import date
from typing import NamedTuple

from xeploai.cli.failure import Failure
from xeploai.cli.words import say
from xeploai.diagnostic import Diagnostic, InvalidEvidence, Language, in_order
from xeploai.intake.read import read
from xeploai.model.evidence import Hierarchy
from xeploai.model.incident import Incident
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset


class Tables(NamedTuple):
    """The subjects with all that was drawn; the incidents known on the day of the data, `None` without such a table."""

    hierarchy: Hierarchy
    incidents: tuple[Incident, ...] | None


def tables(
    rules: Ruleset, data: str, incidents: str | None, period: Period, lang: Language, *, as_of: date | None
) -> Tables:
    """The table of subjects; where one of incidents is given, facts are drawn from it for a period.

    Raises:
        Failure: nothing is drawn from incidents, or both tables are said to stand on standard input.
        InvalidEvidence: the tables cannot be used; what is wrong with either is named.
    """
    if incidents is None:
        return Tables(read(data, rules), None)
    # Loaded where such a table is given.
    from xeploai.evidence.drawn import drawn
    from xeploai.evidence.incidents import known_on
    from xeploai.evidence.joined import joined

    if not any(fact.incidents for fact in joined(rules).facts):
        raise Failure(say("nothing-drawn", lang))
    if data == incidents == "-":
        raise Failure(say("both-standard-input", lang))
    hierarchy, found = _both(rules, data, incidents)
    try:
        return Tables(drawn(rules, hierarchy, found, period, as_of=as_of), known_on(found, as_of))
    except InvalidEvidence as refused:
        raise InvalidEvidence(refused.problems, hierarchy.notices) from None


def _both(rules: Ruleset, data: str, incidents: str) -> tuple[Hierarchy, tuple[Incident, ...]]:
    from xeploai.intake.incidents import read_incidents

    problems, notices = list[Diagnostic](), list[Diagnostic]()
    hierarchy, found = Hierarchy(()), tuple[Incident, ...]()
    try:
        hierarchy = read(data, rules)
        notices += hierarchy.notices
    except InvalidEvidence as refused:
        problems += refused.problems
        notices += refused.notices
    try:
        found = read_incidents(incidents)
    except InvalidEvidence as refused:
        problems += refused.problems
        notices += refused.notices
    if problems:
        raise InvalidEvidence(in_order(problems), in_order(notices))
    return hierarchy, found
