"""Kinds of subject, groups of kinds, and figures that differ by kind."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

import attrs

from xeploai.model.label import Label, as_label
from xeploai.noun import Noun

T = TypeVar("T")


def names(value: str | Iterable[str]) -> tuple[str, ...]:
    """A tuple of names, where one name may stand for itself."""
    return (value,) if isinstance(value, str) else tuple(value)


@attrs.frozen(repr=False, eq=False)
class Kind(Noun):
    """A kind of subject, with the kinds that may be its parent (none: a root).

    `person`: they are persons, whose names stay out of reports.
    """

    id: str
    label: Label | None = attrs.field(default=None, converter=as_label)
    parents: tuple[str, ...] = attrs.field(default=(), converter=names)
    aliases: tuple[str, ...] = ()
    person: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen(repr=False, eq=False)
class Group(Noun):
    """Kinds that rules speak of together, under a name of their own."""

    id: str
    kinds: tuple[str, ...] = attrs.field(converter=names)
    label: Label | None = attrs.field(default=None, converter=as_label)


@attrs.frozen(repr=False, eq=False)
class PerKind(Noun, Generic[T]):
    """A figure that differs by kind; the keys are kinds or groups."""

    values: tuple[tuple[str, T], ...]


def per_kind(value: "T | PerKind[T] | Mapping[str, T]") -> "T | PerKind[T]":
    """A figure, or one by kind where a mapping is given."""
    return PerKind(tuple(value.items())) if isinstance(value, Mapping) else value


@attrs.frozen(repr=False, eq=False)
class Kinds(Noun):
    """What the names of kinds and groups stand for: the kinds of every group; any other name is that of a kind."""

    grouped: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


def members(kinds: Kinds, references: Iterable[str]) -> tuple[str, ...]:
    """The kinds that names of kinds and groups stand for, each once, in order."""
    expanded = (kind for name in references for kind in kinds.grouped.get(name, (name,)))
    return tuple(dict.fromkeys(expanded))


def entry_for(kinds: Kinds, values: PerKind[T], kind: str) -> T | None:
    """The figure that is given for a kind, by its own name or a group's; `None` where there is none."""
    return next((figure for name, figure in values.values if kind in members(kinds, (name,))), None)


def figure_for(kinds: Kinds, value: int | PerKind[int] | None, kind: str) -> int | None:
    """The number that holds for a kind; `None` where none is given for it."""
    return entry_for(kinds, value, kind) if isinstance(value, PerKind) else value
