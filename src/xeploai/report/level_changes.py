"""Whose level is another than in an earlier result: a part of what differs between the two."""

from collections.abc import Mapping
from typing import Any

import attrs

from xeploai.report.verification import Verification

_SAID = frozenset({"highest", "lowest", "level", "may_be_unrated", "decided"})
"""The keys of a rating that say what the level is; the others say why."""


@attrs.frozen
class LevelChange:
    """A subject as both results have it, `None` where one of them does not."""

    subject: str
    before: Mapping[str, Any] | None
    now: Mapping[str, Any] | None

    @property
    def rating_before(self) -> Mapping[str, Any] | None:
        """The level of the earlier result, if it gave one."""
        return self.before["rating"] if self.before else None

    @property
    def rating_now(self) -> Mapping[str, Any] | None:
        """The level of the result made now, if it gives one."""
        return self.now["rating"] if self.now else None


def level_changes(found: Verification) -> tuple[LevelChange, ...]:
    """The subjects whose level differs, proposed or decided, in the order of the data; those gone come last."""
    differing = {difference.path[1] for difference in found.differences if _is_of_level(difference.path)}
    before, now = ({one["id"]: one for one in side["subjects"]} for side in (found.before, found.now))
    changes = [LevelChange(name, before.get(name), now.get(name)) for name in dict.fromkeys((*now, *before))]
    return tuple(one for one in changes if one.subject in differing and (one.rating_before or one.rating_now))


def _is_of_level(path: tuple[str, ...]) -> bool:
    """Whether a path leads to a level, or to all that one of the results has of a subject or of its level."""
    if path[:1] != ("subjects",) or len(path) == 1:
        return False
    return path[2:] in ((), ("rating",)) or (path[2:3] == ("rating",) and path[3] in _SAID)
