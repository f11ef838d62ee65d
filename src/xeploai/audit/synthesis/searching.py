"""What a search for evidence works with, and the drafts that turn a criterion."""

from collections.abc import Sequence
from itertools import islice

import attrs

from xeploai.audit.cases.case import Case
from xeploai.audit.cover.covering import Covering
from xeploai.audit.synthesis.bases import bases
from xeploai.audit.synthesis.draft import Draft
from xeploai.audit.synthesis.moves import moves
from xeploai.audit.synthesis.tried import tried
from xeploai.model.condition import Criterion
from xeploai.model.outcome import Outcome
from xeploai.rating.judged import Prepared

MOST_MOVES = 160
"""Drafts that are tried for one criterion, from one beginning."""


@attrs.frozen(eq=False)
class Searching:
    """A rule set whose gaps are to be closed, with its cases; `turned` keeps what a criterion was turned to."""

    covering: Covering
    cases: Sequence[Case]
    begun: dict[str, tuple[Draft, ...]] = attrs.field(factory=dict, init=False)
    turned: dict[tuple[Draft, str], list[tuple[Draft, Outcome]]] = attrs.field(factory=dict, init=False)

    @property
    def prepared(self) -> Prepared:
        """The rules, ready to judge."""
        return self.covering.prepared


def begun(searching: Searching, kind: str) -> tuple[Draft, ...]:
    """The drafts with which a search at a kind begins."""
    if kind not in searching.begun:
        searching.begun[kind] = bases(searching.prepared, searching.cases, kind)
    return searching.begun[kind]


def turning(searching: Searching, criterion: Criterion, draft: Draft) -> list[tuple[Draft, Outcome]]:
    """The drafts that a table may be in which a criterion is turned one way or another, with how they come out."""
    key = (draft, criterion.id)
    if key not in searching.turned:
        found = []
        seen = set[Draft]()
        for move in islice(moves(searching.prepared, criterion, draft), MOST_MOVES):
            outcomes = None if move in seen else tried(searching.prepared, move)
            seen.add(move)
            if outcomes:
                found.append((move, outcomes[0]))
        searching.turned[key] = found
    return searching.turned[key]


def kinds_at(searching: Searching, criterion: Criterion, kind: str | None = None) -> tuple[str, ...]:
    """The kinds at which a criterion is judged, or the one that is meant."""
    number = searching.prepared.numbers[criterion.id]
    judged = tuple(name for name, nobody in searching.prepared.blanks.items() if nobody.bits[number])
    return judged if kind is None else (kind,)
