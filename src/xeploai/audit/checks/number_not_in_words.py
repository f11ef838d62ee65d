"""A figure of a threshold that the words quoted do not state."""

import re
from collections.abc import Iterator
from fractions import Fraction

from xeploai.audit.audited import Audited, Check
from xeploai.audit.thresholds import Threshold, thresholds, written
from xeploai.diagnostic import Fault
from xeploai.model.citation import Citation
from xeploai.model.condition import Criterion, Role
from xeploai.model.measure import Meets, Share
from xeploai.vietnamese import Bound, Quantity, quantities
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

_ALL = re.compile(r"(?<!\w)(?:mỗi|mọi|từng|tất cả|toàn bộ|toàn thể|đều|cả hai|cả)(?!\w)", re.IGNORECASE)
_NONE = re.compile(r"(?<!\w)(?:không|chưa|có|bị)(?!\w)", re.IGNORECASE)
_ONE = re.compile(r"(?<!\w)(?:có|bị)(?!\w)", re.IGNORECASE)


def _find(audited: Audited) -> Iterator[Problem]:
    criteria = criteria_of(audited.rules)
    cited = {criterion.id: criterion.cite for criterion in criteria}
    stated = {
        fact.counts.of: Fraction(fact.given) for fact in audited.rules.facts if fact.counts and fact.given is not None
    }
    for criterion in criteria:
        if criterion.cite and criterion.cite.words:
            said = quantities(" ; ".join(criterion.cite.words))
            for one in thresholds(criterion):
                if not _stated(one, said) and not _said_otherwise(criterion, criterion.cite, one, said, cited, stated):
                    path = ("criteria", criterion.id, *one.path)
                    yield Problem(path, FAULT, {"figure": written(one.value, one.share)})
    for quota in audited.rules.quotas:
        if quota.cite and quota.cite.words and isinstance(quota.rate, Fraction):
            rate = Threshold(("rate",), quota.rate, True, Bound.AT_MOST)
            if not _stated(rate, quantities(" ; ".join(quota.cite.words))):
                yield Problem(("quotas", quota.id, "rate"), FAULT, {"figure": written(quota.rate, share=True)})


def _stated(one: Threshold, said: tuple[Quantity, ...]) -> bool:
    return any(quantity.value == one.value and quantity.share == one.share for quantity in said)


def _said_otherwise(
    criterion: Criterion,
    cite: Citation,
    one: Threshold,
    said: tuple[Quantity, ...],
    cited: dict[str, Citation | None],
    stated: dict[tuple[str, ...], Fraction],
) -> bool:
    """Whether the words state a figure without a number: all, none, one, or all of so many."""
    words = " ; ".join(cite.words)
    if one.value == 0:
        return bool(_NONE.search(words))
    if not one.share:
        return one.value == 1 and bool(_ONE.search(words))
    if one.value != 1:
        return False
    match criterion.measure:
        case Share(_, Meets(part)) if _same_clause(cite, cited.get(part)):
            # The words state the figure that each has to meet.
            return True
        case Share(of) if of in stated:
            # `02 đoàn thể` are all of the two.
            return any(quantity.value == stated[of] and not quantity.share for quantity in said)
        case _:
            return criterion.role is Role.DUTY or bool(_ALL.search(words))


def _same_clause(one: Citation, other: Citation | None) -> bool:
    return other is not None and (one.source, one.clause) == (other.source, other.clause)


CHECK = Check(FAULT, _find)
