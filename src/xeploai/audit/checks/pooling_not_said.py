"""A figure that is added up over units, and nothing says whether the whole or each of them is meant."""

import re
from collections.abc import Iterator, Mapping

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import quoted
from xeploai.audit.passages import as_written
from xeploai.audit.pooling import figures_of, judged_at, same_for_each, units_below
from xeploai.audit.thresholds import thresholds
from xeploai.diagnostic import Fault, Severity
from xeploai.model.condition import Criterion
from xeploai.model.kind import members
from xeploai.model.label import Label
from xeploai.model.ruleset import Assumption
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL309",
    "pooling-not-said",
    "ở `{kind}` số liệu của các đơn vị bên dưới được cộng lại; chưa rõ văn bản đặt cho toàn thể hay cho từng đơn vị",
    "at `{kind}` the figures of the units below are added up; nothing says whether the whole or each unit is meant",
    "dẫn từ nói rõ (toàn, mỗi, từng), thêm `monitor` hoặc một tiêu chí cho từng đơn vị, hoặc nêu cách hiểu ở `assume`",
    "quote the word that says it (toàn, mỗi, từng), add `monitor` or a criterion for each unit, or name the reading in "
    "`assume`",
    Severity.WARNING,
)

_SAYS = re.compile(r"(?<!\w)(?:toàn|cả|tổng|gộp|bình quân|mỗi|mọi|từng)(?!\w)", re.IGNORECASE)
_ASKS = re.compile(r"(?<!\w)(?:toàn|gộp|mỗi|từng)(?!\w)", re.IGNORECASE)


def _find(audited: Audited) -> Iterator[Problem]:
    known, criteria = audited.prepared.dictionary, criteria_of(audited.rules)
    assumptions = {one.id: one for one in audited.rules.assumptions}
    each: dict[frozenset[str], set[str]] = {}
    for criterion in criteria:
        each.setdefault(figures_of(criterion), set()).update(
            judged_at(known, criterion), members(known.kinds, criterion.monitors)
        )
    for criterion in criteria:
        read = figures_of(criterion)
        if not read or _said(criterion, assumptions) or same_for_each(known, criterion) or _only_none(criterion):
            continue
        for kind in judged_at(known, criterion):
            if (below := units_below(known, criterion, kind)) and below.isdisjoint(each[read]):
                yield Problem(("criteria", criterion.id), FAULT, {"kind": kind}, key=True)
                break


def _said(criterion: Criterion, assumptions: Mapping[str, Assumption]) -> bool:
    label = as_written(criterion.label.vi) if criterion.label else ""
    if _SAYS.search(f"{label} ; {quoted(criterion.cite)}"):
        return True
    return any(_asks(assumptions[name]) for name in criterion.assume if name in assumptions)


def _asks(assumption: Assumption) -> bool:
    """Whether an assumption is about the whole and each."""
    texts: tuple[Label | None, ...] = (assumption.question, *(reading.label for reading in assumption.labels))
    return bool(assumption.others) and any(_ASKS.search(as_written(text.vi)) for text in texts if text)


def _only_none(criterion: Criterion) -> bool:
    """Whether none at all, or any at all, is asked: of the whole as of each."""
    return all(one.value == 0 for one in thresholds(criterion))


CHECK = Check(FAULT, _find)
