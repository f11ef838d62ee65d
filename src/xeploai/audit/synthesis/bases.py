"""Where a search begins: the tables of the cases that there are, and a subject of which nothing is said."""

from collections.abc import Iterable, Iterator

from xeploai.audit.cases.case import Case
from xeploai.audit.synthesis.draft import Draft
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.rating.judged import Prepared

LARGEST = 12
"""Rows that a base has at the most: what is made should be easy to read."""
MOST = 40


def bases(prepared: Prepared, cases: Iterable[Case], kind: str) -> tuple[Draft, ...]:
    """Drafts of a kind, nothing said first; those of other kinds as far as a subject of this one can say the same."""
    drafts = [known for case in cases for draft in _drafts(case) if (known := _known(prepared, draft))]
    own = [draft for draft in drafts if draft.kind == kind and _size(draft) <= LARGEST]
    plan = prepared.dictionary.plans[kind]
    like = [
        Draft(
            kind, {fact: answer for fact, answer in draft.answers if fact in plan.facts and plan.admits[fact](answer)}
        )
        for draft in drafts
        if draft.kind != kind
    ]
    alone = [Draft(kind, draft.answers) for draft in own]
    return tuple(dict.fromkeys([Draft(kind), *alone[:MOST], *own[:MOST], *like[:MOST]]))


def _drafts(case: Case) -> Iterator[Draft]:
    """Every subject of a case with those below it."""
    if isinstance(case.evidence, Hierarchy):
        below: dict[str | None, list[Evidence]] = {}
        for one in case.evidence.subjects:
            below.setdefault(one.parent, []).append(one)
        for one in case.evidence.subjects:
            yield _draft(one, below)


def _draft(evidence: Evidence, below: dict[str | None, list[Evidence]]) -> Draft:
    children = tuple(_draft(child, below) for child in below.get(evidence.id, ())[: LARGEST + 1])
    return Draft(evidence.kind, dict(evidence.facts), children)


def _known(prepared: Prepared, draft: Draft) -> Draft | None:
    """A draft without what only the rules know that propose levels; nothing where its kind is none of these rules."""
    plan = prepared.dictionary.plans.get(draft.kind)
    if plan is None:
        return None
    below = tuple(known for one in draft.below if (known := _known(prepared, one)))
    return Draft(draft.kind, {fact: answer for fact, answer in draft.answers if fact in plan.facts}, below)


def _size(draft: Draft) -> int:
    return 1 + sum(map(_size, draft.below))
