"""Two results, one written earlier and one made now, compared key by key."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from xeploai.report.result_shape import Schema, resolved, schema

LEFT_OUT = ("made", "tool")
"""The day of the run and the version of the program."""
NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "targets": ("subject", "target"),
    "subjects": ("id",),
    "findings": ("ruleset", "criterion"),
    "readings": ("assume", "reading"),
    "quotas": ("quota", "authority", "group"),
}
"""By what the members of a list are told apart, where not by their order."""


@attrs.frozen
class Absent:
    """What one of the two results does not have: not the same as a `null`."""


ABSENT = Absent()


@attrs.frozen
class Difference:
    """A key that is not the same; its path names subjects, criteria and the like by their ids."""

    path: tuple[str, ...]
    before: Any
    now: Any


def _differences(items: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple(items)


@attrs.frozen(eq=False)
class Verification:
    """An earlier result beside the one made now.

    `later`: the paths, ids left out, of keys that the earlier result does not have because it is older than they are.
    """

    before: Mapping[str, Any]
    now: Mapping[str, Any]
    differences: tuple[Difference, ...] = attrs.field(converter=_differences)
    later: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether everything that is compared is the same."""
        return not self.differences


def verification(before: Mapping[str, Any], now: Mapping[str, Any]) -> Verification:
    """Compare two results of this format: all but the day and the version of the program.

    Keys of the earlier result that the format does not know are passed over.
    """
    later: dict[str, None] = {}
    one, other = ({key: value for key, value in side.items() if key not in LEFT_OUT} for side in (before, now))
    differences = tuple(_compared(schema(), one, other, (), later))
    return Verification(before, now, differences, tuple(later))


def _compared(
    part: Schema, before: Any, now: Any, path: tuple[str, ...], later: dict[str, None]
) -> Iterator[Difference]:
    part = resolved(part)
    if isinstance(before, dict) and isinstance(now, dict):
        known = part.get("properties", {})
        others = part.get("additionalProperties", {})
        # Where the format names no keys, every one of them counts.
        free = not known or "additionalProperties" in part
        for key in dict.fromkeys((*now, *before)):
            if key in known and key not in before and key not in part.get("required", ()):
                later[key] = None
            elif key in known or free:
                one, other = before.get(key, ABSENT), now.get(key, ABSENT)
                yield from _compared(known.get(key, others), one, other, (*path, key), later)
    elif isinstance(before, list) and isinstance(now, list) and (names := NAMED_BY.get(path[-1] if path else "")):
        yield from _members(part.get("items", {}), names, before, now, path, later)
    elif before != now or isinstance(before, bool) != isinstance(now, bool):
        yield Difference(path, before, now)


def _members(
    part: Schema,
    names: tuple[str, ...],
    before: list[Any],
    now: list[Any],
    path: tuple[str, ...],
    later: dict[str, None],
) -> Iterator[Difference]:
    """The members of two lists, by their names."""
    one, other = _named(names, before), _named(names, now)
    for name in dict.fromkeys((*other, *one)):
        yield from _compared(part, one.get(name, ABSENT), other.get(name, ABSENT), (*path, name), later)


def _named(names: tuple[str, ...], members: list[Any]) -> dict[str, Any]:
    """The members by name; where a name comes twice, the later ones are numbered."""
    found: dict[str, Any] = {}
    for member in members:
        given = (
            [str(member[name]) for name in names if member.get(name) is not None] if isinstance(member, dict) else []
        )
        name = first = ".".join(given) or "?"
        number = 1
        while name in found:
            number += 1
            name = f"{first} ({number})"
        found[name] = member
    return found
