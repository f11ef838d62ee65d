"""Places in a rule file: by key path, and by line and column.

Apart from the locator that finds them: key paths are everywhere, and most runs never look for one in the text.
"""

from typing import NamedTuple

Path = tuple[str | int, ...]
"""A place in a TOML document by keys, and by indexes from 0 in arrays: `("rules", 0, "level")`."""


class Span(NamedTuple):
    """A piece of text; the end is exclusive.

    Lines and columns count from 1, columns in characters (code points). A line ends at a line feed only.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Located(NamedTuple):
    """Where one key path stands.

    `key` is the part of a key or header that introduces the path first. An element of an array of tables has
    the last part of its own header, an element of an array in brackets has none. `value` is the whole value,
    brackets and quotes included; tables and arrays that headers or dotted keys make have none.
    """

    key: Span | None
    value: Span | None
