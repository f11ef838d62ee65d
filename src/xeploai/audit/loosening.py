"""What a rule set asks less than the one that it extends. The conditions of rules and vetoes are left to a solver."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from xeploai.audit.comparison import Relation, compared
from xeploai.audit.pooling import is_allocation
from xeploai.audit.thresholds import asked, written
from xeploai.evidence.plan import Dictionary
from xeploai.located import Path
from xeploai.model.condition import Criterion, Role, Strength
from xeploai.model.kind import members
from xeploai.model.ruleset import Ruleset, kinds_of
from xeploai.model.scale import rank
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.limits import key_of


class Loosening(NamedTuple):
    """One thing that is asked less: where it stands, and what it is, with both figures where there are any."""

    path: Path
    vi: str
    en: str


def loosenings(known: Dictionary, rules: Ruleset, higher: Ruleset) -> Iterator[Loosening]:
    """All that a rule set asks less than a higher one; `known` is the dictionary of the first."""
    above = {criterion.id: criterion for criterion in criteria_of(higher)}
    for criterion in criteria_of(rules):
        first = above.get(criterion.id)
        if first is not None and first != criterion and not is_allocation(known, first, criterion):
            yield from _criterion(known, first, criterion)
    yield from _goals(rules, higher)
    yield from _rated(rules, higher)
    yield from _caps(rules, higher)


def _criterion(known: Dictionary, first: Criterion, second: Criterion) -> Iterator[Loosening]:
    path: Path = ("criteria", second.id)
    if (first.strength, second.strength) == (Strength.REQUIRED, Strength.ASPIRATIONAL):
        yield Loosening((*path, "strength"), "chỉ còn phấn đấu", "it is only striven for")
    if second.role is Role.MONITOR and first.role is not Role.MONITOR:
        yield Loosening((*path, "role"), "chỉ còn theo dõi", "it is only followed up")
    if first.measure != second.measure:
        yield Loosening(path, "đại lượng khác, không so được", "it measures something else, and cannot be compared")
        return
    for kind, _, after, found in compared(known, first, second):
        if after is None:
            vi, en = f"không còn đánh giá ở `{kind}`", f"it is not judged at `{kind}` any more"
            yield Loosening((*path, "for"), vi, en)
        elif found in (Relation.LOOSER, Relation.INCOMPARABLE):
            here, there = asked(known.kinds, second, kind), asked(known.kinds, first, kind)
            vi, en = f"ở `{kind}` là `{here}`, cấp trên `{there}`", f"at `{kind}` it asks `{here}`, and there `{there}`"
            yield Loosening((*path, key_of(second.target)), vi, en)


def _goals(rules: Ruleset, higher: Ruleset) -> Iterator[Loosening]:
    above = {goal.id: goal for goal in higher.goals}
    for goal in rules.goals:
        for name in above[goal.id].criteria if goal.id in above else ():
            if name not in goal.criteria:
                path = ("goals", goal.id, "criteria")
                yield Loosening(path, f"không còn tính `{name}`", f"`{name}` is no part of it any more")


def _rated(rules: Ruleset, higher: Ruleset) -> Iterator[Loosening]:
    """Who is left without a level, and what is given where none is earned."""
    exempt = {one.id for one in higher.exemptions}
    for exemption in rules.exemptions:
        if exemption.id not in exempt:
            vi, en = "thêm trường hợp không xếp loại", "it leaves unrated whom the higher rules rate"
            yield Loosening(("exemptions", exemption.id), vi, en)
    rated = members(kinds_of(rules), rules.rated)
    for kind in members(kinds_of(higher), higher.rated):
        if rated and kind not in rated:
            vi, en = f"không còn xếp loại `{kind}`", f"`{kind}` is not rated any more"
            yield Loosening(("ruleset", "rated"), vi, en)
    yield from _level(rules, ("ruleset", "otherwise"), rules.otherwise, higher.otherwise)


def _caps(rules: Ruleset, higher: Ruleset) -> Iterator[Loosening]:
    """Vetoes that leave a better level, and quotas that allow more."""
    caps = {veto.id: veto.cap for veto in higher.vetoes}
    for veto in rules.vetoes:
        yield from _level(rules, ("vetoes", veto.id, "cap"), veto.cap, caps.get(veto.id))
    rates = {quota.id: quota.rate for quota in higher.quotas}
    for quota in rules.quotas:
        first, second = rates.get(quota.id), quota.rate
        if isinstance(first, Fraction) and isinstance(second, Fraction) and second > first:
            here, there = (f"≤ {written(one, share=True)}" for one in (second, first))
            vi, en = f"là `{here}`, cấp trên `{there}`", f"it asks `{here}`, and there `{there}`"
            yield Loosening(("quotas", quota.id, "rate"), vi, en)


def _level(rules: Ruleset, path: Path, here: str | None, there: str | None) -> Iterator[Loosening]:
    if rules.scale and here and there and rank(rules.scale, here) > rank(rules.scale, there):
        vi, en = f"còn được xếp `{here}`, cấp trên `{there}`", f"it leaves `{here}`, and there `{there}`"
        yield Loosening(path, vi, en)
