"""All that makes a rule set unusable, in one go."""

from collections.abc import Iterator
from itertools import islice

from xeploai.model.ruleset import Ruleset
from xeploai.wellformed.book import Book, Draft, open_book
from xeploai.wellformed.circles import circles
from xeploai.wellformed.empty import empty_lists
from xeploai.wellformed.gates import gates
from xeploai.wellformed.levels import levels
from xeploai.wellformed.names import names
from xeploai.wellformed.problem import MOST, Problem
from xeploai.wellformed.quotas import quotas
from xeploai.wellformed.rated import rated
from xeploai.wellformed.references import references
from xeploai.wellformed.thresholds import thresholds
from xeploai.wellformed.unused import unused


def check(rules: Ruleset, draft: Draft | None = None) -> list[Problem]:
    """Every fault of a rule set, as far as anybody would read them.

    `draft` says what a rule file declares where not all of it could be made: what was left out is no fault elsewhere.
    """
    return list(islice(_checks(open_book(rules, draft)), MOST))


def _checks(book: Book) -> Iterator[Problem]:
    yield from names(book)
    yield from empty_lists(book)
    yield from references(book)
    yield from levels(book)
    yield from rated(book)
    yield from quotas(book)
    yield from gates(book)
    yield from thresholds(book)
    yield from circles(book)
    if not book.left_out:
        yield from unused(book)
