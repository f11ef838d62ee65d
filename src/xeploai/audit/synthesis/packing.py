"""One table for many gaps: what closes one is turned further, criterion by criterion, as long as nothing is lost."""

from collections.abc import Sequence

from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.synthesis.draft import Draft
from xeploai.audit.synthesis.glance import shown_at_a_glance
from xeploai.audit.synthesis.searching import Searching, turning
from xeploai.audit.synthesis.tried import tried
from xeploai.model.outcome import Outcome

OF_CRITERIA = ("outcome", "threshold")
TOGETHER = 40
"""Other gaps that one table is turned to at the most."""

Shown = tuple[Outcome, ...]


def packed(
    searching: Searching, draft: Draft, outcomes: Shown, gaps: Sequence[Obligation], aspects: Sequence[Aspect]
) -> tuple[Draft, Shown]:
    """The draft turned to further gaps of its kind, one criterion each; it still closes all that it closed."""
    wanted, plain = set(gaps), [aspect for aspect in aspects if aspect.name in OF_CRITERIA]
    closed = wanted.intersection(shown_at_a_glance(searching.covering, outcomes, plain))
    done = {gap.path for gap in closed}
    others = [gap for gap in gaps if gap.aspect in OF_CRITERIA and gap.kind in (None, draft.kind)]
    for gap in others[:TOGETHER]:
        if gap.path not in done:
            done.add(gap.path)
            criterion = searching.prepared.criteria[searching.prepared.numbers[str(gap.path[1])]]
            for move, _ in turning(searching, criterion, draft):
                there = tried(searching.prepared, move)
                now = wanted.intersection(shown_at_a_glance(searching.covering, there, plain)) if there else set()
                if there and closed < now:
                    draft, outcomes, closed = move, there, now
                    break
    return draft, outcomes
