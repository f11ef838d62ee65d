"""Text on a page of a certain width."""

import textwrap
from collections.abc import Iterator, Sequence

from xeploai.wording.naming import in_sentence

NARROWEST_NAME = 24
"""A name in a column narrower than this is hard to read: the columns are then given up."""


def indented(text: str, margin: int, mark: str, width: int) -> list[str]:
    """A text wrapped behind a margin, its first line behind a mark too."""
    first, rest = " " * margin + mark, " " * (margin + len(mark))
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def grid(headings: Sequence[str], words: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Aligned columns, the first one wrapped; on a page too narrow for them a sentence a row, made with `words`."""
    widths = [max(len(row[at]) for row in (headings, *rows)) for at in range(len(headings))]
    others = sum(widths[1:]) + 2 * (len(widths) - 1)
    if width - others < min(widths[0], NARROWEST_NAME):
        for first, *rest in rows:
            figures = "; ".join(f"{in_sentence(word)} {cell}" for word, cell in zip(words[1:], rest, strict=True))
            yield from indented(f"{first}: {figures}", 0, "", width)
        return
    widths[0] = min(widths[0], width - others)
    for row in (headings, ["─" * each for each in widths], *rows):
        for number, name in enumerate(textwrap.wrap(row[0], widths[0], break_on_hyphens=False)):
            cells = [name, *row[1:]] if number == 0 else [name]
            yield "  ".join(cell.ljust(each) for cell, each in zip(cells, widths, strict=False)).rstrip()
