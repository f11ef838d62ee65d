"""Subjects that are counted: there may be some, at or below those at which they are."""

from collections.abc import Iterator, Sequence

from xeploai.located import Path
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book, all_known, counts_at
from xeploai.wellformed.problem import Problem


def nothing_to_count(
    book: Book, of: tuple[str, ...], at: Sequence[str], path: Path, *, key: bool = False
) -> Iterator[Problem]:
    """The kinds at and below which no subject of some kinds can stand."""
    for kind in at if all_known(book, of) else ():
        if kind in book.ids["kinds"] and not counts_at(book, of, kind):
            yield Problem(path, faults.NOTHING_TO_COUNT, {"kind": kind, "name": ", ".join(of)}, key=key)
