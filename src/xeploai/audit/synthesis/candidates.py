"""The drafts among which evidence for a gap is looked for."""

from collections.abc import Iterator

from xeploai.audit.cover.obligation import Obligation
from xeploai.audit.synthesis.draft import Draft
from xeploai.audit.synthesis.search.criteria import drafts_of, drafts_of_criterion
from xeploai.audit.synthesis.search.placed import drafts_of_branch, drafts_of_decisive, drafts_of_holding
from xeploai.audit.synthesis.search.quotas import drafts_of_quota
from xeploai.audit.synthesis.search.readings import drafts_of_reading
from xeploai.audit.synthesis.search.tables import drafts_of_table
from xeploai.audit.synthesis.searching import Searching


def candidates(searching: Searching, gap: Obligation) -> Iterator[Draft]:
    """Drafts that may show what is wanted, the plainest first."""
    match gap.aspect:
        case "outcome" | "threshold":
            yield from drafts_of_criterion(searching, gap)
        case "decisive":
            yield from drafts_of_decisive(searching, gap)
        case "branch":
            yield from drafts_of_branch(searching, gap)
        case "quota":
            yield from _of_quota(searching, gap)
        case "reading":
            yield from drafts_of_reading(searching, gap)
        case "table":
            yield from drafts_of_table(searching)
        case "clause":
            yield from _of_clause(searching, gap)
        case _:
            raise ValueError(gap.aspect)


def _of_quota(searching: Searching, gap: Obligation) -> Iterator[Draft]:
    for quota in searching.covering.rules.quotas:
        if quota.id == gap.path[1]:
            yield from drafts_of_quota(searching, quota)


def _of_clause(searching: Searching, gap: Obligation) -> Iterator[Draft]:
    """Drafts in which something is exercised that cites the clause."""
    _, source, _, clause = gap.path
    for path, cited in searching.covering.cited.items():
        if any((cite.source, cite.clause) == (source, clause) for cite in cited):
            match path:
                case ("criteria", name):
                    yield from drafts_of(searching, searching.prepared.criteria[searching.prepared.numbers[str(name)]])
                case ("quotas", name):
                    yield from (
                        draft
                        for quota in searching.covering.rules.quotas
                        if quota.id == name
                        for draft in drafts_of_quota(searching, quota)
                    )
                case _:
                    yield from drafts_of_holding(searching, path)
