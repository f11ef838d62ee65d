"""Tables in Markdown."""

from collections.abc import Iterable, Sequence

# What ends a cell or a line, and what starts a tag, a link or a picture.
_ESCAPED = str.maketrans({"\\": "\\\\", "|": "\\|", "\r": " ", "\n": " ", "<": "&lt;", "[": "\\["})


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; what would break a cell is written so that it does not."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(cell_text(cell) for cell in line) + " |" for line in lines)


def cell_text(text: str) -> str:
    """A text as the cell of a table."""
    return text.translate(_ESCAPED)
