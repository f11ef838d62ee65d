"""A figure of a threshold that the words quoted do not state."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import quoted
from xeploai.audit.thresholds import Threshold, thresholds, written
from xeploai.diagnostic import Fault
from xeploai.model.citation import Citation
from xeploai.model.condition import Criterion, Role
from xeploai.model.measure import Meets, Share
from xeploai.vietnamese.quantities import Bound, Quantity, quantities
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL304",
    "number-not-in-words",
    "các từ được dẫn không nêu con số `{figure}`",
    "the words quoted do not state `{figure}`",
    "sửa ngưỡng, hoặc dẫn mấy từ nêu con số này",
    "correct the threshold, or quote the words that state it",
)

_ALL = re.compile(r"(?<!\w)(?:mỗi|mọi|từng|tất cả|toàn bộ|toàn thể|đều|cả)(?!\w)", re.IGNORECASE)
_NONE = re.compile(r"(?<!\w)(?:không|chưa|có|bị)(?!\w)", re.IGNORECASE)
_ONE = re.compile(r"(?<!\w)(?:có|bị)(?!\w)", re.IGNORECASE)


class _Elsewhere(NamedTuple):
    """What else of a rule set tells all of a group: the citations of other criteria, and the numbers that are given."""

    cited: Mapping[str, Citation | None]
    given: Mapping[tuple[str, ...], Fraction]


def _find(audited: Audited) -> Iterator[Problem]:
    criteria = criteria_of(audited.rules)
    given = {f.counts.of: Fraction(f.given) for f in audited.rules.facts if f.counts and f.given is not None}
    elsewhere = _Elsewhere({criterion.id: criterion.cite for criterion in criteria}, given)
    for criterion in criteria:
        words = quoted(criterion.cite)
        said = quantities(words)
        for one in thresholds(criterion) if words else ():
            if not (_stated(one, said) or _without_number(one, words) or _all_of(criterion, one, said, elsewhere)):
                figure = {"figure": written(one.value, one.share)}
                yield Problem(("criteria", criterion.id, *one.path), FAULT, figure)
    for quota in audited.rules.quotas:
        if quoted(quota.cite) and isinstance(quota.rate, Fraction):
            rate = Threshold(("rate",), quota.rate, True, Bound.AT_MOST)
            if not _stated(rate, quantities(quoted(quota.cite))):
                yield Problem(("quotas", quota.id, "rate"), FAULT, {"figure": written(quota.rate, share=True)})


def _stated(one: Threshold, said: Sequence[Quantity]) -> bool:
    return any(quantity.value == one.value and quantity.share == one.share for quantity in said)


def _without_number(one: Threshold, words: str) -> bool:
    """Whether the words say none, one, or all, and no number is needed."""
    if one.value == 0:
        return bool(_NONE.search(words))
    return one.value == 1 and bool((_ALL if one.share else _ONE).search(words))


def _all_of(criterion: Criterion, one: Threshold, said: Sequence[Quantity], elsewhere: _Elsewhere) -> bool:
    """Whether all is what the criterion asks by its kind."""
    if not one.share or one.value != 1:
        return False
    match criterion.measure:
        case Share(_, Meets(part)) if _same_clause(criterion.cite, elsewhere.cited.get(part)):
            # The words state the figure that each has to meet.
            return True
        case Share(of) if of in elsewhere.given:
            # `02 đoàn thể` are all of the two.
            return any(quantity.value == elsewhere.given[of] and not quantity.share for quantity in said)
        case _:
            return criterion.role is Role.DUTY


def _same_clause(one: Citation | None, other: Citation | None) -> bool:
    return one is not None and other is not None and (one.source, one.clause) == (other.source, other.clause)


CHECK = Check(FAULT, _find)
