"""A rule of a higher committee that a file which extends its rules makes looser."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from xeploai.audit.audited import Audited, Check
from xeploai.audit.comparison import Compared, Relation, compared
from xeploai.audit.pooling import is_allocation
from xeploai.audit.thresholds import asked, written
from xeploai.diagnostic import Fault
from xeploai.evidence.plan import Dictionary
from xeploai.locator import Path
from xeploai.model.condition import Criterion, Role, Strength
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import rank
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.limits import key_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL404",
    "loosened",
    "nới lỏng so với `{higher}`: {vi}",
    "this is looser than `{higher}`: {en}",
    "siết lại; nếu cấp trên cho phép thì giữ lại ở `accepted.loosened`, kèm lý do",
    "tighten it; where the higher committee allows it, keep it in `accepted.loosened` with the reason",
)


def _find(audited: Audited) -> Iterator[Problem]:
    rules, higher = audited.rules, audited.rules.extends
    if higher is None:
        return
    known = audited.prepared.dictionary
    above = {criterion.id: criterion for criterion in criteria_of(higher)}
    for criterion in criteria_of(rules):
        first = above.get(criterion.id)
        if first is not None and first != criterion and not is_allocation(known, first, criterion):
            yield from (_problem(higher, *found) for found in _criterion(known, first, criterion))
    yield from (_problem(higher, *found) for found in _levels(rules, higher))


def _problem(higher: Ruleset, path: Path, vi: str, en: str) -> Problem:
    return Problem(path, FAULT, {"higher": higher.id, "vi": vi, "en": en}, key=len(path) == 2)


Found = tuple[Path, str, str]


def _criterion(known: Dictionary, first: Criterion, second: Criterion) -> Iterator[Found]:
    path: Path = ("criteria", second.id)
    if (first.strength, second.strength) == (Strength.REQUIRED, Strength.ASPIRATIONAL):
        yield (*path, "strength"), "chỉ còn phấn đấu", "it is only striven for"
    if second.role is Role.MONITOR and first.role is not Role.MONITOR:
        yield (*path, "role"), "chỉ còn theo dõi", "it is only followed up"
    if first.measure != second.measure:
        yield path, "đại lượng khác, không so được", "it measures something else, and cannot be compared"
        return
    weaker = [one for one in compared(known, first, second) if one.relation in (Relation.LOOSER, Relation.INCOMPARABLE)]
    for one in weaker:
        yield _at_kind(known, path, first, second, one)


def _at_kind(known: Dictionary, path: Path, first: Criterion, second: Criterion, one: Compared) -> Found:
    if one.second is None:
        return (*path, "for"), f"không còn đánh giá ở `{one.kind}`", f"it is not judged at `{one.kind}` any more"
    here, there = asked(known.kinds, second, one.kind), asked(known.kinds, first, one.kind)
    vi, en = f"ở `{one.kind}` là `{here}`, cấp trên `{there}`", f"at `{one.kind}` it asks `{here}`, and there `{there}`"
    return (*path, key_of(second.target)), vi, en


def _levels(rules: Ruleset, higher: Ruleset) -> Iterator[Found]:
    """Vetoes that cap less, quotas that allow more, and exemptions that are new; conditions are left to a solver."""
    exempt = {one.id for one in higher.exemptions}
    for exemption in rules.exemptions:
        if exemption.id not in exempt:
            path: Path = ("exemptions", exemption.id)
            yield path, "thêm trường hợp không xếp loại", "it leaves unrated whom the higher rules rate"
    yield from _vetoes(rules, higher)
    rates = {quota.id: quota.rate for quota in higher.quotas}
    for quota in rules.quotas:
        yield from _quota(quota.id, rates, quota.rate)


def _quota(name: str, rates: Mapping[str, object], rate: object) -> Iterator[Found]:
    above = rates.get(name)
    if isinstance(rate, Fraction) and isinstance(above, Fraction) and rate > above:
        here, there = (f"≤ {written(one, share=True)}" for one in (rate, above))
        yield ("quotas", name, "rate"), f"là `{here}`, cấp trên `{there}`", f"it asks `{here}`, and there `{there}`"


def _vetoes(rules: Ruleset, higher: Ruleset) -> Iterator[Found]:
    caps = {veto.id: veto for veto in higher.vetoes}
    for veto in rules.vetoes:
        above = caps.get(veto.id)
        if above is None or rules.scale is None:
            continue
        here, there = veto.cap, above.cap
        if rank(rules.scale, here) > rank(rules.scale, there):
            path: Path = ("vetoes", veto.id, "cap")
            yield path, f"còn được xếp `{here}`, cấp trên `{there}`", f"it leaves `{here}`, and there `{there}`"


CHECK = Check(FAULT, _find)
