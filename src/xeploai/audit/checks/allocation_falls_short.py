"""Figures that units are given of a higher committee's figure, and that together do not come to it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from xeploai.audit.audited import Audited, Check
from xeploai.audit.pooling import is_allocation
from xeploai.audit.thresholds import thresholds, written
from xeploai.diagnostic import Fault, Severity
from xeploai.model.condition import Criterion
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, AtMost
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.limits import key_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL405",
    "allocation-falls-short",
    "`{higher}` giao `{asked}`; các tệp cụ thể hóa ở đây (số tệp: {files}) {vi} `{total}`",
    "`{higher}` asks `{asked}`; what extends it in this folder (files: {files}) {en} `{total}`",
    "chưa đủ tệp của mọi đơn vị thì bổ sung; đủ rồi thì giao lại",
    "add the files of the other units; where all are here, allot it anew",
    Severity.NOTE,
)


class _Asked(NamedTuple):
    """One figure that a criterion asks, the same at all its kinds."""

    value: Fraction
    share: bool


def _find(audited: Audited) -> Iterator[Problem]:
    rules, higher = audited.rules, audited.rules.extends
    if higher is None:
        return
    known = audited.prepared.dictionary
    beside = [one for one in audited.beside if one.extends and one.extends.id == higher.id]
    named = [{criterion.id: criterion for criterion in criteria_of(one)} for one in (rules, *beside)]
    for first in criteria_of(higher):
        given = [one[first.id] for one in named if first.id in one and is_allocation(known, first, one[first.id])]
        if isinstance(first.target, AtLeast | AtMost) and given and given[0] is named[0].get(first.id):
            asked, figures = _figure(first), [_figure(one) for one in given]
            stated = [one for one in figures if one is not None]
            if asked is not None and len(stated) == len(figures):
                yield from _problem(higher, first, given[0], asked, stated)


def _figure(criterion: Criterion) -> _Asked | None:
    found = {_Asked(one.value, one.share) for one in thresholds(criterion)}
    return found.pop() if len(found) == 1 else None


def _problem(
    higher: Ruleset, first: Criterion, mine: Criterion, asked: _Asked, figures: Sequence[_Asked]
) -> Iterator[Problem]:
    least = isinstance(first.target, AtLeast)
    values = [one.value for one in figures]
    if asked.share:
        # The share of the whole lies between those of the units.
        total = max(values) if least else min(values)
        vi, en = ("đặt cao nhất là", "asks at most") if least else ("đặt thấp nhất là", "asks at least")
    else:
        total, vi, en = sum(values, Fraction(0)), "cộng lại được", "comes to"
    if total < asked.value if least else total > asked.value:
        sign = "≥" if least else "≤"
        said = {"asked": f"{sign} {written(*asked)}", "total": written(total, asked.share)}
        values_said = {"higher": higher.id, "files": str(len(figures)), "vi": vi, "en": en, **said}
        yield Problem(("criteria", mine.id, key_of(mine.target)), FAULT, values_said)


CHECK = Check(FAULT, _find)
