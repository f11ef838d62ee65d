"""Where criteria are judged, so that something can rest on them there."""

from collections.abc import Iterable

from xeploai.model.condition import Criterion
from xeploai.model.kind import members
from xeploai.wellformed.book import Book, all_known


def unjudged(book: Book, criterion: Criterion, kinds: Iterable[str]) -> str | None:
    """The first of some kinds at which a criterion is neither judged nor followed up.

    `None` where there is no such kind, or where it is not known what the criterion names.
    """
    judged = (*criterion.kinds, *criterion.monitors)
    if not (judged and all_known(book, judged)):
        return None
    there = members(book.kinds, judged)
    return next((kind for kind in kinds if kind not in there), None)
