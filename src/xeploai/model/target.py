"""A required range. Ends are fractions for ratios and shares, whole numbers for counts, level ids, or yes and no."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs

from xeploai.model.kind import Kinds, PerKind, entry_for
from xeploai.noun import Noun

Limit = int | Fraction | str | bool
"""A threshold: a whole number, an exact share or points, the id of a level or grade, a truth value. Never a float."""


def _limit(value: "Limit | Decimal | PerKind[Limit] | Mapping[str, Limit | Decimal]") -> Limit | PerKind[Limit]:
    if isinstance(value, Mapping):
        return PerKind(tuple((kind, _one(limit)) for kind, limit in value.items()))
    return value if isinstance(value, PerKind) else _one(value)


def _one(value: Limit | Decimal) -> Limit:
    if isinstance(value, float):
        raise TypeError("a threshold is a whole number or an exact fraction; write percent(30) or Fraction(3, 10)")
    return Fraction(value) if isinstance(value, Decimal) else value


def limit_for(kinds: Kinds, limit: Limit | PerKind[Limit], kind: str) -> Limit | None:
    """The limit that holds for a kind; `None` where none is given for it."""
    return entry_for(kinds, limit, kind) if isinstance(limit, PerKind) else limit


@attrs.frozen(repr=False, eq=False)
class _Limited(Noun):
    limit: Limit | PerKind[Limit] = attrs.field(converter=_limit)


class AtLeast(_Limited):
    """That or more (từ … trở lên, ít nhất)."""

    __slots__ = ()


class AtMost(_Limited):
    """That or less (không quá)."""

    __slots__ = ()


class MoreThan(_Limited):
    """More than that (trên)."""

    __slots__ = ()


class LessThan(_Limited):
    """Less than that (dưới)."""

    __slots__ = ()


class Equals(_Limited):
    """Exactly that."""

    __slots__ = ()


Above = Literal["met", "noted", "not_met"]


@attrs.frozen(repr=False, eq=False)
class Between(Noun):
    """From `low` to `high`, both included. `above` says what more than `high` means: met, met and noted, or not met."""

    low: Limit | PerKind[Limit] = attrs.field(converter=_limit)
    high: Limit | PerKind[Limit] = attrs.field(converter=_limit)
    above: Above = attrs.field(default="not_met", kw_only=True)


Target = AtLeast | AtMost | MoreThan | LessThan | Equals | Between
