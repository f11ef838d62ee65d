"""The figures of a threshold, each with the side on which it allows what is measured."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from xeploai.exact import write_share
from xeploai.located import Path
from xeploai.model.condition import Criterion
from xeploai.model.kind import Kinds, PerKind
from xeploai.model.measure import Ratio, Share
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target, limit_for
from xeploai.vietnamese.quantities import Bound
from xeploai.wellformed.limits import limits


class Threshold(NamedTuple):
    """A figure of a target: `path` is its key path below the criterion, `share` says that it is a part of a whole."""

    path: Path
    value: Fraction
    share: bool
    bound: Bound


def thresholds(criterion: Criterion) -> Iterator[Threshold]:
    """The figures of a criterion, kind by kind; levels, grades and yes or no are none."""
    share = isinstance(criterion.measure, Ratio | Share)
    for path, limit in limits(criterion.target):
        bound = _bound(criterion.target, path)
        given = [((*path, kind), one) for kind, one in limit.values] if isinstance(limit, PerKind) else [(path, limit)]
        for here, one in given:
            if not isinstance(one, bool | str):
                yield Threshold(here, Fraction(one), share, bound)


def _bound(target: Target, path: Path) -> Bound:
    match target:
        case AtLeast():
            return Bound.AT_LEAST
        case MoreThan():
            return Bound.MORE_THAN
        case AtMost():
            return Bound.AT_MOST
        case LessThan():
            return Bound.LESS_THAN
        case Equals():
            return Bound.EXACTLY
        case Between():
            return Bound.AT_LEAST if path[-1] == "from" else Bound.AT_MOST


def written(value: Fraction, share: bool) -> str:
    """A figure as rule files write it."""
    return write_share(value) if share else str(value)


def asked(kinds: Kinds, criterion: Criterion, kind: str) -> str:
    """What a criterion asks at a kind, in signs: `≥ 30%, ≤ 35%`; `–` where it asks nothing there."""
    said = []
    for path, limit in limits(criterion.target):
        match limit_for(kinds, limit, kind):
            case None:
                return "–"
            case bool() | str() as word:
                figure = str(word).lower()
            case number:
                figure = written(Fraction(number), isinstance(criterion.measure, Ratio | Share))
        said.append(f"{_bound(criterion.target, path)} {figure}")
    return ", ".join(said)
