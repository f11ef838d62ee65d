"""Those over whom a quota is judged together: below one authority, and of similar role."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from xeploai.evidence.plan import Dictionary, limits
from xeploai.evidence.tree import lower_first
from xeploai.interval import ZERO, Interval, minus, plus, point
from xeploai.model.fact import Count
from xeploai.model.kind import members
from xeploai.model.quota import Quota
from xeploai.rating.judged import Judged

Unlisted = dict[str | None, int | None]
"""By authority, how many of a kind there may be without a row; `None` is no end."""


@attrs.frozen(eq=False)
class Peers:
    """The rows of a group, by id; `unlisted`: how many without a row may belong to it, `None` being no end."""

    authority: str | None
    label: str
    rows: tuple[str, ...]
    unlisted: int | None


@attrs.frozen(eq=False)
class _Table:
    """Subjects higher before lower, the authorities among them, and for every subject the nearest one above it."""

    dictionary: Dictionary
    subjects: Sequence[Judged]
    authorities: frozenset[str]
    nearest: Mapping[str, str | None]


def peers(dictionary: Dictionary, judged: Mapping[str, Judged], quota: Quota, kinds: Sequence[str]) -> Iterator[Peers]:
    """The groups of a quota among subjects by their ids, `kinds` being those that it counts; in the order of the data.

    Who is set apart is in none.
    """
    table = _table(dictionary, judged, quota)
    beside = {kind: _unlisted(table, kind) for kind in kinds}
    rows: dict[tuple[str | None, str, str], list[str]] = {}
    for name, one in judged.items():
        if one.evidence.kind in kinds and answer_of(one, quota.apart) is not True:
            label = one.evidence.notes.get(quota.group, "") if quota.group else ""
            kind = one.evidence.kind if quota.group and not label else ""
            rows.setdefault((table.nearest[name], label, kind), []).append(name)
    for (authority, label, kind), names in rows.items():
        # Which label those without a row have is not known: they may belong to every group.
        numbers = [beside[one].get(authority, 0) for one in ((kind,) if kind else kinds)]
        yield Peers(authority, label, tuple(names), _sum(numbers))


def answer_of(judged: Judged, fact: str | None) -> bool | None:
    """The answer to a yes-no fact; whoever does not carry it is never asked, and does not say yes."""
    if fact is None or fact not in judged.known.plan.facts:
        return False
    answer = judged.evidence.facts.get(fact)
    assert answer is None or isinstance(answer, bool)
    return answer


def _table(dictionary: Dictionary, judged: Mapping[str, Judged], quota: Quota) -> _Table:
    within = members(dictionary.kinds, quota.within)
    order = [judged[one.id] for one in reversed(lower_first([one.evidence for one in judged.values()]))]
    authorities = frozenset(one.evidence.id for one in order if one.evidence.kind in within)
    nearest: dict[str, str | None] = {}
    for one in order:
        above = one.evidence.parent
        nearest[one.evidence.id] = above if above is None or above in authorities else nearest[above]
    return _Table(dictionary, order, authorities, nearest)


def _unlisted(table: _Table, kind: str) -> Unlisted:
    """How many have no row: by the numbers of subjects, and by the figures among which the kind is counted."""
    found = _by_number(table, kind)
    counted = [fact.counts for fact in table.dictionary.facts.values() if fact.counts]
    for among, of in dict.fromkeys((c.among, members(table.dictionary.kinds, c.of)) for c in counted):
        if among is not None and kind in of:
            for above, number in _by_figure(table, among, of).items():
                before = found.get(above, 0)
                found[above] = None if before is None else max(before, number)
    return found


def _by_number(table: _Table, kind: str) -> Unlisted:
    """All below an authority, less the rows, and less those that are below authorities further down."""
    found: dict[str | None, Interval] = {}

    def add(above: str | None, number: Interval) -> None:
        found[above] = plus(found.get(above, ZERO), number)

    for one in table.subjects:
        name, above = one.evidence.id, table.nearest[one.evidence.id]
        itself = point(int(one.evidence.kind == kind))
        number = one.known.plan.index.get(Count(kind))
        below = ZERO if number is None else minus(limits(one.known, number), itself)
        add(above, minus(ZERO, itself))
        if one.evidence.parent is None:
            add(None, plus(below, itself))
        if name in table.authorities:
            add(name, below)
            add(above, minus(ZERO, below))
    return {above: None if number.high is None else max(0, number.high) for above, number in found.items()}


def _by_figure(table: _Table, among: str, of: Sequence[str]) -> dict[str | None, int]:
    """What a stated figure leaves beside the rows; where it is not stated, what those below leave of theirs."""
    rows: dict[str, int] = {}
    left: dict[str | None, int] = {None: 0}
    for one in reversed(table.subjects):
        name, below = one.evidence.id, [child.evidence for child in one.children]
        rows[name] = sum(rows[child.id] + (child.kind in of) for child in below)
        stated = one.evidence.facts.get(among)
        if isinstance(stated, int):
            left[name] = max(0, stated - rows[name])
        else:
            left[name] = sum(left[child.id] for child in below if child.id not in table.authorities)
        if one.evidence.parent is None and name not in table.authorities:
            left[None] += left[name]
    return left


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
