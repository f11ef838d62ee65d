"""A share of subjects of which no fact states how many there are."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.pooling import judged_at
from xeploai.diagnostic import Fault, Severity
from xeploai.evidence.plan import Dictionary, below_kind
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count
from xeploai.model.kind import members
from xeploai.model.measure import Ratio, Share
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL312",
    "expected-count-missing",
    "ở `{kind}` không số liệu nào nêu có bao nhiêu `{counted}`; đơn vị không có dòng sẽ bị bỏ sót",
    "at `{kind}` no fact states how many `{counted}` there are; one without a row would be passed over",
    'thêm một số liệu `counts = {{ of = ["{counted}"] }}` ở `{kind}`',
    'add a fact with `counts = {{ of = ["{counted}"] }}` at `{kind}`',
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    known = audited.prepared.dictionary
    stated = {kind: _stated(known, kind) for kind in known.plans}
    for criterion in criteria_of(audited.rules):
        for kind in judged_at(known, criterion):
            missing = [one for one in _counted(known, criterion, kind) if one not in stated[kind]]
            if missing:
                values = {"kind": kind, "counted": missing[0]}
                yield Problem(("criteria", criterion.id), FAULT, values, key=True)
                break


def _stated(known: Dictionary, kind: str) -> frozenset[str]:
    """The kinds whose number a subject of a kind states, or those below it do."""
    there = (kind, *below_kind(known.children, kind))
    return frozenset[str]().union(*(one.kinds for below in there for one in known.plans[below].stated))


def _counted(known: Dictionary, criterion: Criterion, kind: str) -> Iterator[str]:
    """The kinds below a kind whose subjects a criterion counts."""
    match criterion.measure:
        case Share(of):
            counts = [of]
        case Ratio():
            counts = [term.of for term in criterion.measure.whole if isinstance(term, Count)]
        case _:
            return
    below = below_kind(known.children, kind)
    yield from (one for of in counts for one in members(known.kinds, of) if one in below)


CHECK = Check(FAULT, _find)
