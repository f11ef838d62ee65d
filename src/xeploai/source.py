"""Where something stands: in a rule file by line and column, in a table by row and column."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

import attrs

from xeploai.located import Located, Path


class Place(NamedTuple):
    """A place to point at: in a text by line and column, in a table by row, subject and field.

    Lines, rows and columns count from 1, columns in characters; the end is exclusive.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    row: int | None = None
    subject: str | None = None
    field: str | None = None


@attrs.frozen(eq=False, repr=False)
class Source:
    """The text of a rule file, kept beside what was made of it; it counts for nothing in equality.

    `taken`: what stands in another text, or elsewhere in this one, by its key path: that text, and the key path there.
    """

    file: str
    text: str = attrs.field(repr=False)
    taken: Mapping[Path, tuple["Source", Path]] = attrs.field(factory=dict, repr=False)

    @cached_property
    def index(self) -> dict[Path, Located]:
        """Every key path with its spans; made when first asked for, because most rule files have no faults."""
        from xeploai.locator import locate

        try:
            return locate(self.text)
        except ValueError:
            # Deeper than any place is worth: problems are then shown at the start of the file.
            return {}

    @cached_property
    def lines(self) -> list[str]:
        """The lines as the locator counts them."""
        return self.text.split("\n")


def home_of(source: Source, path: Path) -> tuple[Source, Path]:
    """The text in which a key path stands, and the key path there."""
    for end in range(len(path), 0, -1) if source.taken else ():
        if path[:end] in source.taken:
            there, start = source.taken[path[:end]]
            return home_of(there, (*start, *path[end:]))
    return source, path


def is_own(source: Source | None, path: Path) -> bool:
    """Whether a key path stands in the text itself, and in none from which it takes; with no text nothing is taken."""
    return source is None or home_of(source, path)[0].text is source.text


def place_of(source: Source, path: Path, *, key: bool = False) -> Place:
    """Where a key path stands, at its value (or its key); where it is absent, the nearest table above it."""
    source, path = home_of(source, path)
    while path and path not in source.index:
        # One name may stand for a list of one: what is wrong with that name is wrong with the value.
        path, key = path[:-1], key or isinstance(path[-1], str)
    if not path:
        return Place(source.file, 1, 1)
    located = source.index[path]
    span = (located.key if key else located.value) or located.key or located.value
    if span is None:
        return place_of(source, path[:-1], key=True)
    end = span.end_column if span.end_line == span.line else None
    return Place(source.file, span.line, span.column, end)
