"""Yes-no facts of which one never holds without the other: what one answer says of the other."""

from collections.abc import Iterator, Mapping

from xeploai.evidence.contradiction import AnswersDisagree
from xeploai.evidence.plan import Plan
from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, FactType


def implications(facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    """Which yes says which other yes, directly or by steps, among the facts that a kind declares."""
    for fact in facts.values():
        if fact.type is not FactType.YES_NO:
            continue
        found, queue = {fact.id: None}, [fact]
        for one in queue:
            above = [facts[term] for term in one.at_most if isinstance(term, str) and term in facts]
            queue += [wider for wider in above if wider.id not in found]
            found |= dict.fromkeys(wider.id for wider in above)
        yield from ((fact.id, name) for name in found if name != fact.id)


def with_what_follows(plan: Plan, facts: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """The answers of a subject, and those that they leave no choice of; the very same where nothing follows.

    Answers that cannot stand beside each other say nothing more.
    """
    found: dict[str, Answer] = {}
    if any(disagreements(plan, facts)):
        return facts
    for narrow, wide in plan.implications:
        if facts.get(narrow) is True and wide not in facts:
            found[wide] = True
        if facts.get(wide) is False and narrow not in facts:
            found[narrow] = False
    return {**facts, **found} if found else facts


def disagreements(plan: Plan, facts: Mapping[str, Answer]) -> Iterator[AnswersDisagree]:
    """A yes that cannot stand beside a no."""
    for narrow, wide in plan.implications:
        if facts.get(narrow) is True and facts.get(wide) is False:
            yield AnswersDisagree(narrow, wide)
