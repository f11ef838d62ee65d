"""Ordered levels."""

import attrs

from xeploai.model.label import Label, as_label
from xeploai.noun import Noun


@attrs.frozen(repr=False, eq=False)
class Level(Noun):
    """A level of a scale. `short` are the usual abbreviations under which data may give it."""

    id: str
    label: Label | None = attrs.field(default=None, converter=as_label)
    short: tuple[str, ...] = ()


def _levels(levels: "tuple[Level | str, ...] | list[Level | str]") -> tuple[Level, ...]:
    return tuple(Level(level) if isinstance(level, str) else level for level in levels)


@attrs.frozen(repr=False, eq=False)
class Scale(Noun):
    """Levels, best first. `not_assessed` is the answer of a subject that has no level to judge."""

    levels: tuple[Level, ...] = attrs.field(converter=_levels)
    not_assessed: Level | None = None


def rank(scale: Scale, level: str) -> int:
    """How high a level stands: 0 is the worst. Levels are compared by rank and never by their text.

    Raises:
        KeyError: the level is not on the scale.
    """
    for number, known in enumerate(reversed(scale.levels)):
        if known.id == level:
            return number
    raise KeyError(level)
