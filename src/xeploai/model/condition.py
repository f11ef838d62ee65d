"""Anything that can hold. Conditions compose: `on_time & clean`, `a | b`, `~a` build the gates."""

import enum
from collections.abc import Iterable

import attrs

from xeploai.model.citation import Citation
from xeploai.model.kind import names
from xeploai.model.label import Label, as_label
from xeploai.model.measure import Measure
from xeploai.model.target import Target
from xeploai.noun import Noun


class Role(enum.StrEnum):
    """What a criterion is for: a stated target, a duty without a figure, a part judged unit by unit, or follow-up."""

    TARGET = "target"
    DUTY = "duty"
    PART = "part"
    MONITOR = "monitor"


class Strength(enum.StrEnum):
    """Whether a target is required or only striven for (*phấn đấu*)."""

    REQUIRED = "required"
    ASPIRATIONAL = "aspirational"


class _Composable(Noun):
    """The operators of conditions; nested gates of one kind are written flat."""

    __slots__ = ()

    def __and__(self, other: "Condition") -> "AllOf":
        return AllOf((*_flat(self, AllOf), *_flat(other, AllOf)))

    def __or__(self, other: "Condition") -> "AnyOf":
        return AnyOf((*_flat(self, AnyOf), *_flat(other, AnyOf)))

    def __invert__(self) -> "Not":
        return Not(_as_condition(self))


def _flat(condition: _Composable, gate: "type[AllOf] | type[AnyOf]") -> "tuple[Condition, ...]":
    return condition.parts if isinstance(condition, gate) else (_as_condition(condition),)


def _as_condition(condition: _Composable) -> "Condition":
    assert isinstance(condition, Criterion | AllOf | AnyOf | KOf | Not | Undetermined)
    return condition


@attrs.frozen(repr=False, eq=False)
class Alternative(Noun):
    """A criterion as another reading of the text would have it: another measure, another target, or both."""

    assumption: str
    reading: str
    measure: Measure | None = None
    target: Target | None = None


def _alternatives(items: Iterable[Alternative]) -> tuple[Alternative, ...]:
    return tuple(items)


@attrs.frozen(cache_hash=True, repr=False)
class Criterion(_Composable):
    """A measure, the range required of it, and the clause that requires it.

    `kinds`: where it is judged (none: everywhere). `monitors`: kinds at which the text sets nothing and the office only
    follows up. `assume`: the readings of the text that it rests on. `number`: how the office numbers it (`1a`).
    """

    id: str
    measure: Measure
    target: Target
    label: Label | None = attrs.field(default=None, converter=as_label, kw_only=True)
    number: str | None = attrs.field(default=None, kw_only=True)
    kinds: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    monitors: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    role: Role = attrs.field(default=Role.TARGET, converter=Role, kw_only=True)
    strength: Strength = attrs.field(default=Strength.REQUIRED, converter=Strength, kw_only=True)
    cite: Citation | None = attrs.field(default=None, kw_only=True)
    assume: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    alternatives: tuple[Alternative, ...] = attrs.field(default=(), converter=_alternatives, kw_only=True)


def _conditions(parts: "Iterable[Condition]") -> "tuple[Condition, ...]":
    return tuple(parts)


@attrs.frozen(repr=False, eq=False)
class _OfParts(_Composable):
    parts: "tuple[Condition, ...]" = attrs.field(converter=_conditions)


class AllOf(_OfParts):
    """All of the parts that apply."""

    __slots__ = ()


class AnyOf(_OfParts):
    """One of the parts that apply."""

    __slots__ = ()


@attrs.frozen(repr=False, eq=False)
class KOf(_Composable):
    """At least `number` of the parts that apply; where fewer are left, not met."""

    number: int
    parts: "tuple[Condition, ...]" = attrs.field(converter=_conditions)


@attrs.frozen(repr=False, eq=False)
class Not(_Composable):
    """Met where the part is not met, and the other way round."""

    part: "Condition"


def _reason(text: Label | str) -> Label:
    return Label(text) if isinstance(text, str) else text


@attrs.frozen(repr=False, eq=False)
class Undetermined(_Composable):
    """What the law does not say, or says in a text that was not seen: a free yes or no, with the reason."""

    reason: Label = attrs.field(converter=_reason)
    cite: Citation | None = None


Condition = Criterion | AllOf | AnyOf | KOf | Not | Undetermined
