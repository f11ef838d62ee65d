"""Evidence for quotas: so many subjects at the level that is capped, so many at the next one down."""

from collections.abc import Iterator
from fractions import Fraction

from xeploai.audit.synthesis.draft import Draft, evidence_of, way_down, with_answer, with_facts, with_numbers
from xeploai.audit.synthesis.searching import Searching, begun
from xeploai.audit.synthesis.tried import tried
from xeploai.model.kind import members
from xeploai.model.quota import Quota
from xeploai.rating.judged import Prepared

AT = (1, 2, 3)
RATES = ((1, 5), (1, 3), (1, 2), (1, 10))
"""Ratios that are tried for a rate."""
BESIDE = (*range(13), 15, 20, 25)
"""How many at the level, and how many at the next one down, are tried: the smallest tables first."""


def drafts_of_quota(searching: Searching, quota: Quota) -> Iterator[Draft]:
    """Tables of one group; without an authority the subjects stand below one subject that is not counted, or alone."""
    prepared = searching.prepared
    kinds = members(prepared.dictionary.kinds, quota.kinds) or tuple(prepared.dictionary.plans)
    for kind in kinds:
        at, beside = (_rated(searching, quota, kind, step) for step in (0, 1))
        for above in _authorities(prepared, quota, kind) if at and beside else ():
            for number in BESIDE:
                for there in AT:
                    if at and beside:
                        for table in _table(prepared, above, (at,) * there + (beside,) * number):
                            yield from _with_rate(prepared, quota, table)


def _authorities(prepared: Prepared, quota: Quota, kind: str) -> Iterator[tuple[str, ...]]:
    """The kinds from an authority down to those who are counted, they themselves left out."""
    within = members(prepared.dictionary.kinds, quota.within)
    for above in within or tuple(prepared.dictionary.plans):
        way = way_down(prepared.dictionary, above, kind)
        if way is not None:
            yield above, *way[:-1]


def _table(prepared: Prepared, above: tuple[str, ...], rows: tuple[Draft, ...]) -> Iterator[Draft]:
    for kind in reversed(above):
        rows = (Draft(kind, (), rows),)
    yield rows[0]
    yield with_numbers(prepared.dictionary, rows[0])


def _with_rate(prepared: Prepared, quota: Quota, table: Draft) -> Iterator[Draft]:
    """The table with a rate, where that is a ratio of figures of the authority."""
    if isinstance(quota.rate, Fraction):
        yield table
        return
    part, whole = quota.rate.part[0], quota.rate.whole[0]
    for number, size in RATES:
        figures = {fact: value for fact, value in ((part, number), (whole, size)) if isinstance(fact, str)}
        changed: Draft | None = table
        for fact, value in figures.items():
            changed = with_answer(prepared.dictionary, changed, fact, value) if changed else None
        if changed:
            yield changed


def _rated(searching: Searching, quota: Quota, kind: str, step: int) -> Draft | None:
    """A subject that is rated the level of a quota, or so many levels below it: decided, else as the rules propose."""
    prepared = searching.prepared
    scale, decided = prepared.rules.scale, prepared.rules.decided
    names = [level.id for level in scale.levels] if scale else []
    place = names.index(quota.level) + step
    if place >= len(names):
        return None
    apart = {quota.apart: False} if quota.apart and quota.apart in prepared.dictionary.plans[kind].facts else {}
    if decided and decided in prepared.dictionary.plans[kind].facts:
        return with_facts(Draft(kind), {decided: names[place], **apart})
    for draft in begun(searching, kind):
        outcomes = tried(prepared, draft)
        rating = outcomes[0].rating if outcomes else None
        if rating and rating.level == names[place] and len(list(evidence_of(draft))) == 1:
            return with_facts(draft, dict(apart))
    return None
