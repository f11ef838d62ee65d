"""Figures that units are given of a higher committee's figure, and that together do not come to it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path as FilePath

from xeploai.audit.audited import Audited, Check
from xeploai.audit.pooling import is_allocation, judged_at
from xeploai.audit.thresholds import asked, thresholds, written
from xeploai.diagnostic import Fault, Severity
from xeploai.model.condition import Criterion
from xeploai.model.measure import Ratio, Share
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


def _find(audited: Audited) -> Iterator[Problem]:
    rules, higher = audited.rules, audited.rules.extends
    if higher is None:
        return
    known = audited.prepared.dictionary
    own = {criterion.id: criterion for criterion in criteria_of(rules)}
    beside = [one for one in audited.beside if one.extends and one.extends.id == higher.id]
    others = [(_file(one), {criterion.id: criterion for criterion in criteria_of(one)}) for one in beside]
    for first in criteria_of(higher):
        mine = own.get(first.id)
        if mine is None or not is_allocation(known, first, mine):
            continue
        given = [
            (file, named[first.id])
            for file, named in others
            if first.id in named and is_allocation(known, first, named[first.id])
        ]
        if audited.file and any(file < audited.file.name for file, _ in given):
            # Told once, in the first of the files.
            continue
        figures = [_figure(one) for one in (mine, *(criterion for _, criterion in given))]
        stated = [figure for figure in figures if figure is not None]
        if len(stated) == len(figures) and (total := _too_little(first, stated)):
            there = asked(known.kinds, first, judged_at(known, first)[0])
            values = {"higher": higher.id, "asked": there, "files": str(len(figures))} | total
            yield Problem(("criteria", first.id, key_of(mine.target)), FAULT, values)


def _file(rules: Ruleset) -> str:
    return FilePath(rules.source.file).name if rules.source else rules.id


def _figure(criterion: Criterion) -> Fraction | None:
    """The one figure that a criterion asks at all its kinds."""
    found = {one.value for one in thresholds(criterion)}
    return found.pop() if len(found) == 1 else None


def _too_little(first: Criterion, given: Sequence[Fraction]) -> dict[str, str] | None:
    """What the figures come to, in words, where that cannot be what a criterion asks of the whole."""
    wanted, least = _figure(first), isinstance(first.target, AtLeast)
    if wanted is None or not isinstance(first.target, AtLeast | AtMost):
        return None
    share = isinstance(first.measure, Ratio | Share)
    if share:
        # The share of the whole lies between those of the units.
        total = max(given) if least else min(given)
        vi, en = ("đặt cao nhất là", "asks at most") if least else ("đặt thấp nhất là", "asks at least")
    else:
        total, vi, en = sum(given, Fraction(0)), "cộng lại được", "comes to"
    enough = total >= wanted if least else total <= wanted
    return None if enough else {"total": written(total, share), "vi": vi, "en": en}


CHECK = Check(FAULT, _find)
