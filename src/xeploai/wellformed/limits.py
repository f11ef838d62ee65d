"""The thresholds of a target, under the keys that a rule file has for them."""

from collections.abc import Iterator

from xeploai.located import Path
from xeploai.model.kind import PerKind
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Limit, MoreThan, Target

_KEYS = {AtLeast: "at_least", AtMost: "at_most", MoreThan: "more_than", LessThan: "less_than", Equals: "equals"}


def limits(target: Target) -> Iterator[tuple[Path, Limit | PerKind[Limit]]]:
    """Each threshold with its key path below the criterion."""
    if isinstance(target, Between):
        yield ("between", "from"), target.low
        yield ("between", "to"), target.high
    else:
        yield (_KEYS[type(target)],), target.limit


def key_of(target: Target) -> str:
    """The key under which a target stands."""
    return "between" if isinstance(target, Between) else _KEYS[type(target)]
