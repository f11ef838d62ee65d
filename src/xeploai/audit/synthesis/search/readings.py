"""Evidence that another reading of the text turns: of a criterion, of a condition, or of a quota."""

from collections.abc import Iterator

from xeploai.audit.cover.obligation import Obligation
from xeploai.audit.synthesis.draft import Draft
from xeploai.audit.synthesis.search.criteria import drafts_of
from xeploai.audit.synthesis.search.quotas import drafts_of_quota
from xeploai.audit.synthesis.searching import Searching, begun, turning
from xeploai.model.condition import Criterion
from xeploai.rating.conditions import leaves
from xeploai.rating.readings import alternatives_of
from xeploai.wellformed.conditions import placed

MOST_BEGINNINGS = 12


def drafts_of_reading(searching: Searching, gap: Obligation) -> Iterator[Draft]:
    """Drafts under which something may come out otherwise."""
    rules, meant = searching.covering.rules, (gap.path[1], gap.what)
    for criterion in searching.prepared.criteria:
        if meant in [(one.assumption, one.reading) for one in alternatives_of(rules, criterion)]:
            yield from drafts_of(searching, criterion)
    for path, one in placed(rules).items():
        others = [other.when for other in one.alternatives if (other.assumption, other.reading) == meant]
        if others:
            points = dict.fromkeys(leaf for when in (one.when, *others) for leaf in leaves(when))
            kinds = [kind for kind, there in searching.covering.placed_at.items() if path in there]
            yield from _turned(searching, kinds, [point for point in points if isinstance(point, Criterion)])
    for quota in rules.quotas:
        if meant in [(one.assumption, one.reading) for one in quota.alternatives]:
            yield from drafts_of_quota(searching, quota)


def _turned(searching: Searching, kinds: list[str], points: list[Criterion]) -> Iterator[Draft]:
    """Tables that are there, then with one of the criteria turned, then with two."""
    beginnings = [draft for kind in kinds for draft in begun(searching, kind)[:MOST_BEGINNINGS]]
    yield from beginnings
    for draft in beginnings:
        for point in points:
            yield from (move for move, _ in turning(searching, point, draft))
    for draft in beginnings:
        for first in points:
            for move, _ in turning(searching, first, draft)[:12]:
                for second in points:
                    if second != first:
                        yield from (again for again, _ in turning(searching, second, move)[:12])
