"""Who has reported: subjects of some kinds with a figure of their own, or with one below them."""

from collections.abc import Sequence

from xeploai.evidence.plan import limits
from xeploai.interval import NATURAL, Interval
from xeploai.model.fact import Count
from xeploai.model.outcome import Outcome
from xeploai.rating.measured import at_and_below
from xeploai.rating.session import proven


def reported_below(outcome: Outcome, kinds: Sequence[str]) -> int:
    """How many subjects of some kinds, at and below the outcome's, have reported anything."""
    _, reported = proven(outcome)
    there = (judged for judged in at_and_below(reported) if judged.evidence.kind in kinds)
    return sum(any(below.evidence.facts for below in at_and_below(judged)) for judged in there)


def number_below(outcome: Outcome) -> Interval:
    """How many of those whose reports are awaited there are at and below the outcome's, with or without a row."""
    session, judged = proven(outcome)
    known = judged.known
    number = known.plan.index.get(Count(session.prepared.rules.reporting))
    return NATURAL if number is None else limits(known, number)
