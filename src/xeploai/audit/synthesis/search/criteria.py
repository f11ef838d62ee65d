"""Evidence for an outcome or a threshold of one criterion: from nothing, else from a table that is there."""

from collections.abc import Iterator

from xeploai.audit.cover.obligation import Obligation
from xeploai.audit.synthesis.draft import Draft
from xeploai.audit.synthesis.searching import Searching, begun, kinds_at, turning
from xeploai.model.condition import Criterion

MOST_BEGINNINGS = 6


def drafts_of_criterion(searching: Searching, gap: Obligation) -> Iterator[Draft]:
    """Drafts that may show what is wanted of a criterion."""
    criterion = searching.prepared.criteria[searching.prepared.numbers[str(gap.path[1])]]
    yield from drafts_of(searching, criterion, gap.kind)


def drafts_of(searching: Searching, criterion: Criterion, kind: str | None = None) -> Iterator[Draft]:
    """Drafts in which a criterion comes out in every way that is known."""
    for place in kinds_at(searching, criterion, kind):
        for base in begun(searching, place)[:MOST_BEGINNINGS]:
            yield base
            yield from (draft for draft, _ in turning(searching, criterion, base))
