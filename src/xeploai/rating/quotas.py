"""Quotas: how many of a group are at a level, may be, and are too many. They demote nobody."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import assert_never

import attrs

from xeploai.model.kind import members
from xeploai.model.measure import Ratio
from xeploai.model.outcome import OtherAllowance, Outcome, QuotaOutcome
from xeploai.model.quota import Base, OtherQuota, Quota
from xeploai.model.scale import rank
from xeploai.rating.allowance import AT, BASE, OUT, Headcount, Places, Rates, allowance
from xeploai.rating.judged import Judged, Prepared, Spread
from xeploai.rating.landing import Extent, counted_of_tight, extent
from xeploai.rating.measures import ratio_region
from xeploai.rating.peers import Peers, answer_of, peers
from xeploai.rating.session import Session, judged_otherwise, proven


@attrs.frozen(eq=False)
class _Table:
    """What was judged together, by id; `decided`: the levels that an authority decided, by subject."""

    session: Session
    judged: Mapping[str, Judged]
    decided: Mapping[str, str]


def quotas(outcomes: Sequence[Outcome]) -> tuple[QuotaOutcome, ...]:
    """How every quota came out, group by group: those of the rule set, then those of the one that proposes levels.

    `outcomes` are all those of one `roll_up`. A level that was decided stands before the one proposed. A group are the
    subjects below one authority that carry one label in the text column of the quota; those without a label are a group
    by kind, named `""`. Subjects without a row of which a number is stated may be at any level, and in any of the
    groups. The bounds are exact as far as the levels, the rate and what sets subjects apart are independent.

    Raises:
        ValueError: the outcomes are not all those that were judged together.
    """
    return tuple(_quotas(outcomes, {}))


def _quotas(outcomes: Sequence[Outcome], decided_above: Mapping[str, str]) -> Iterator[QuotaOutcome]:
    if not outcomes:
        return
    session, _ = proven(outcomes[0])
    if any(proven(outcome)[0] is not session for outcome in outcomes) or len(outcomes) != len(session.judged):
        raise ValueError("quotas are judged over all outcomes of one roll-up, and of no other")
    decided = dict(decided_above)
    for outcome in outcomes:
        answer = outcome.evidence.facts.get(session.prepared.rules.decided or "")
        if isinstance(answer, str):
            decided[outcome.evidence.id] = answer
    table = _Table(session, {outcome.evidence.id: proven(outcome)[1] for outcome in outcomes}, decided)
    for quota in session.prepared.rules.quotas:
        for group in peers(session.prepared.dictionary, table.judged, quota, _kinds(session, quota)):
            yield _outcome(table, quota, group)
    yield from _quotas(tuple(session.proposing.values()), decided)


def _outcome(table: _Table, quota: Quota, group: Peers) -> QuotaOutcome:
    prepared = table.session.prepared
    authority = None if group.authority is None else table.judged[group.authority]
    rates = _rates(quota, authority)
    numbers = _numbers(table, prepared, table.judged, quota, group)
    found = allowance(numbers, rates, quota.base, quota.rounding)
    readings = []
    for other in quota.alternatives:
        # The same reading may change what earns a level.
        judged = judged_otherwise(table.session, other.assumption, other.reading)
        variant = table.session.prepared.variants[other.assumption, other.reading]
        read = _read_otherwise(quota, other)
        numbers = _numbers(table, variant, judged, read, group)
        said = allowance(numbers, _rates(read, authority), read.base, read.rounding)
        readings.append(OtherAllowance(other.assumption, other.reading, said.allowed, said.excess))
    return QuotaOutcome(quota.id, quota.level, group.authority, group.label, group.rows, *found, tuple(readings))


def _read_otherwise(quota: Quota, other: OtherQuota) -> Quota:
    return attrs.evolve(
        quota,
        base=other.base or quota.base,
        rounding=other.rounding or quota.rounding,
        rate=quota.rate if other.rate is None else other.rate,
        raised=other.raised or quota.raised,
    )


def _kinds(session: Session, quota: Quota) -> tuple[str, ...]:
    """The kinds that a quota counts: of those that it names, or of all, the ones that may have a level."""
    dictionary = session.prepared.dictionary
    named = members(dictionary.kinds, quota.kinds) or tuple(dictionary.plans)
    return tuple(kind for kind in named if _may_have_level(session, kind))


def _may_have_level(session: Session, kind: str) -> bool:
    prepared = session.prepared
    plan = prepared.dictionary.plans.get(kind)
    if kind in prepared.levels or (plan is not None and prepared.rules.decided in plan.facts):
        return True
    below = next(iter(session.proposing.values()), None)
    return below is not None and _may_have_level(proven(below)[0], kind)


def _rates(quota: Quota, authority: Judged | None) -> Rates:
    """The rates that may hold below an authority; without one, nobody says which."""
    raised = quota.raised
    if raised is None:
        return _own_rates(quota.rate, authority)
    is_raised = None if authority is None else answer_of(authority, raised.yes)
    rates = Rates(()) if is_raised else _own_rates(quota.rate, authority)
    if is_raised is False:
        return rates
    return rates._replace(extents=(*rates.extents, Extent(raised.rate, raised.rate)))


def _own_rates(rate: Fraction | Ratio, authority: Judged | None) -> Rates:
    if isinstance(rate, Fraction):
        return Rates((Extent(rate, rate),))
    if authority is None:
        return Rates((Extent(Fraction(0), None),), none=True)
    region = ratio_region(authority.known.plan, rate)(authority)
    positive = counted_of_tight(region)
    return Rates(() if positive is None else (extent(positive),), none=region.whole.low == 0)


def _numbers(table: _Table, prepared: Prepared, judged: Mapping[str, Judged], quota: Quota, group: Peers) -> Headcount:
    """Where the subjects of a group may come to stand, those without a row among them."""
    scale = prepared.rules.scale
    assert scale is not None
    bits = {level.id: 1 << rank(scale, level.id) for level in scale.levels}
    unrated = 1 << len(scale.levels)
    at, base = bits[quota.level], _others(quota.base, bits[quota.level], unrated)

    def places(spread: Spread, apart: bool | None) -> Places:
        spread = spread or 2 * unrated - 1
        out = spread & ~(at | base) or apart is not False
        return (AT if spread & at else 0) | (BASE if spread & base else 0) | (OUT if out else 0)

    numbers: Counter[Places] = Counter()
    for name in group.rows:
        one, decided = judged[name], table.decided.get(name)
        numbers[places(one.spread if decided is None else bits.get(decided, unrated), answer_of(one, quota.apart))] += 1
    # Of one without a row nothing is proposed: it may have any level, or none.
    numbers[AT | BASE | OUT] += group.unlisted or 0
    return Headcount(numbers, endless=group.unlisted is None)


def _others(base: Base, at: Spread, unrated: Spread) -> Spread:
    """The levels, beside the one that is capped, of whose number a share is taken; `at >> 1` is the next level down."""
    match base:
        case "good":
            return at >> 1
        case "good_or_better":
            return (unrated - 1) & ~((at >> 1 or at) - 1) & ~at
        case "assessed":
            return (unrated - 1) & ~at
        case _:
            assert_never(base)
