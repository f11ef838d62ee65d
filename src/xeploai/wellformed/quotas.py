"""Quotas: what they refer to, and rates within reach."""

from collections.abc import Iterator
from fractions import Fraction

from xeploai.exact import write_share
from xeploai.located import Path
from xeploai.model.fact import Count, FactType
from xeploai.model.measure import Ratio
from xeploai.model.quota import Quota
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book
from xeploai.wellformed.problem import Problem
from xeploai.wellformed.references import cited, fact_of, kinds_in, known_in, reading_of


def quotas(book: Book) -> Iterator[Problem]:
    """Faults of the quotas of a rule set."""
    for quota in book.rules.quotas:
        path: Path = ("quotas", quota.id)
        for key, names in (("for", quota.kinds), ("within", quota.within)):
            yield from kinds_in(book, names, (*path, key))
        yield from cited(book, quota.cite, (*path, "cite"))
        yield from known_in(quota.assume, book.ids["assumptions"], faults.UNKNOWN_ASSUMPTION, (*path, "assume"))
        for other in quota.alternatives:
            yield from reading_of(
                book, other.assumption, other.reading, (*path, "readings", other.assumption, other.reading)
            )
        if quota.apart is not None:
            yield from fact_of(book, quota.apart, FactType.YES_NO, (*path, "apart"))
        yield from _rates(book, quota, path)
        if quota.base == "good" and book.ranks.get(quota.level) == len(book.ranks) - 1:
            yield Problem((*path, "base"), faults.NO_NEXT_LEVEL, {"level": quota.level})


def _rates(book: Book, quota: Quota, path: Path) -> Iterator[Problem]:
    rates: list[tuple[Fraction, Path]] = []
    if isinstance(quota.rate, Ratio):
        yield from _ratio(book, quota.rate, (*path, "rate"))
    else:
        rates.append((quota.rate, (*path, "rate")))
    if quota.raised:
        rates.append((quota.raised.rate, (*path, "raised", "rate")))
        yield from fact_of(book, quota.raised.yes, FactType.YES_NO, (*path, "raised", "yes"))
    for rate, here in rates:
        if rate > 1:
            yield Problem(here, faults.OUT_OF_DOMAIN, {"given": write_share(rate)})


def _ratio(book: Book, rate: Ratio, path: Path) -> Iterator[Problem]:
    for key, terms in (("part", rate.part), ("whole", rate.whole)):
        for number, term in enumerate(terms):
            if isinstance(term, Count):
                yield from kinds_in(book, term.of, (*path, key, number))
            else:
                yield from fact_of(book, term, FactType.COUNT, (*path, key, number))
