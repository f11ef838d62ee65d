"""Subjects that are there and have no row: each is counted once, whatever numbers count it, and wherever it stands."""

from collections.abc import Iterable, Sequence

from xeploai.evidence.plan import Absent, Dictionary, below_kind
from xeploai.interval import NATURAL, Interval, is_empty, meet


def each_once(counted: Sequence[Absent]) -> tuple[Absent, ...]:
    """The absent subjects in groups that share no kind; none is left out, and none is in two of them.

    Kinds that the same numbers count stay together. What is in several numbers is bounded by all of them: exactly where
    one number lies within another, and soundly where they cross.
    """
    kinds = [kind for group in counted for kind in group.kinds]
    if len(kinds) == len(set(kinds)):
        return tuple(group for group in counted if group.number.high != 0)
    among: dict[str, tuple[int, ...]] = {
        kind: tuple(number for number, group in enumerate(counted) if kind in group.kinds) for kind in sorted(kinds)
    }
    found = dict.fromkeys(among.values(), NATURAL)
    # Each round takes what is known of one number to those that share a kind with it.
    for _ in counted:
        for number, group in enumerate(counted):
            _narrow(found, [parts for parts in found if number in parts], group.number)
    together = {parts: frozenset(kind for kind, of in among.items() if of == parts) for parts in found}
    return tuple(Absent(together[parts], number) for parts, number in found.items() if number.high != 0)


def _narrow(found: dict[tuple[int, ...], Interval], parts: Sequence[tuple[int, ...]], total: Interval) -> None:
    """What a total leaves to each of its parts; what it leaves no room for stands, and contradicts the total."""
    for part in parts:
        others = [found[other] for other in parts if other != part]
        highs = [other.high for other in others if other.high is not None]
        low = max(0, (total.low or 0) - sum(highs)) if len(highs) == len(others) else 0
        high = None if total.high is None else max(0, total.high - sum(other.low or 0 for other in others))
        left = meet(found[part], Interval(low, high))
        if not is_empty(left):
            found[part] = left


def may_stand_below(dictionary: Dictionary, groups: Iterable[Absent]) -> frozenset[str]:
    """The kinds of which one without a row may stand below another without a row.

    What such a one has may be in the other's total: it is never sure to add to what is above both.
    """
    kinds = frozenset[str]().union(*(group.kinds for group in groups if group.number.high != 0))
    return kinds.intersection(lower for kind in kinds for lower in below_kind(dictionary.children, kind))
