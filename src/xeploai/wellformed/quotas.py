"""Quotas: what they refer to, and rates within reach."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from xeploai.exact import write_share
from xeploai.located import Path
from xeploai.model.fact import Count, FactType
from xeploai.model.kind import members
from xeploai.model.measure import Ratio
from xeploai.model.quota import OtherQuota, Quota
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book, all_known, has
from xeploai.wellformed.carried import nothing_to_count
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
            here = (*path, "readings", other.assumption, other.reading)
            yield from reading_of(book, other.assumption, other.reading, here)
            yield from _rates(book, quota, other, here)
        if quota.apart is not None:
            yield from fact_of(book, quota.apart, FactType.YES_NO, (*path, "apart"))
        yield from _rates(book, quota, quota, path)
        yield from _bases(book, quota, path)


def _bases(book: Book, quota: Quota, path: Path) -> Iterator[Problem]:
    """Below the lowest level there is none whose number could be taken, under whichever reading."""
    if book.ranks.get(quota.level) != len(book.ranks) - 1:
        return
    others = ((other.base, (*path, "readings", other.assumption, other.reading)) for other in quota.alternatives)
    for base, here in ((quota.base, path), *others):
        if base == "good":
            yield Problem((*here, "base"), faults.NO_NEXT_LEVEL, {"level": quota.level})


def _rates(book: Book, quota: Quota, said: Quota | OtherQuota, path: Path) -> Iterator[Problem]:
    """Faults of the rates of a quota, as `said` there or by another reading of it."""
    rates: list[tuple[Fraction, Path]] = []
    if isinstance(said.rate, Ratio):
        yield from _ratio(book, said.rate, (*path, "rate"))
    elif said.rate is not None:
        rates.append((said.rate, (*path, "rate")))
    if said.raised:
        rates.append((said.raised.rate, (*path, "raised", "rate")))
        yield from fact_of(book, said.raised.yes, FactType.YES_NO, (*path, "raised", "yes"))
    for rate, here in rates:
        if rate > 1:
            yield Problem(here, faults.OUT_OF_DOMAIN, {"given": write_share(rate)})
    yield from _at_authority(book, quota.within, said, path)


def _at_authority(book: Book, within: Sequence[str], said: Quota | OtherQuota, path: Path) -> Iterator[Problem]:
    """A rate that an authority's facts decide needs an authority, and one that has the facts.

    Every authority must have those of a ratio, without which no rate is known; one that lacks the fact of `raised` is
    never asked, and keeps the plain rate.
    """
    ratio = said.rate if isinstance(said.rate, Ratio) else None
    for key, reads in (("rate", ratio), ("raised", said.raised)):
        if reads and not within:
            yield Problem((*path, key), faults.NO_AUTHORITY, {"key": key}, key=True)
    if not (within and all_known(book, within)):
        return
    kinds = members(book.kinds, within)
    if ratio:
        for key, terms in (("part", ratio.part), ("whole", ratio.whole)):
            named = [(number, term) for number, term in enumerate(terms) if isinstance(term, str)]
            for number, name in named:
                for kind in _lacking(book, name, kinds):
                    values = {"name": name, "kind": kind}
                    yield Problem((*path, "rate", key, number), faults.NOT_OF_AUTHORITY, values)
            counted = [(number, term) for number, term in enumerate(terms) if isinstance(term, Count)]
            for number, count in counted:
                yield from nothing_to_count(book, count.of, kinds, (*path, "rate", key, number))
    if said.raised and len(lacking := _lacking(book, said.raised.yes, kinds)) == len(kinds):
        values = {"name": said.raised.yes, "kind": ", ".join(lacking)}
        yield Problem((*path, "raised", "yes"), faults.NOT_OF_AUTHORITY, values)


def _lacking(book: Book, name: str, kinds: Sequence[str]) -> list[str]:
    """The kinds that neither declare a fact nor could total it."""
    fact = book.facts.get(name)
    return [kind for kind in kinds if not has(book, fact, kind)] if fact and all_known(book, fact.of) else []


def _ratio(book: Book, rate: Ratio, path: Path) -> Iterator[Problem]:
    for key, terms in (("part", rate.part), ("whole", rate.whole)):
        for number, term in enumerate(terms):
            if isinstance(term, Count):
                yield from kinds_in(book, term.of, (*path, key, number))
            else:
                yield from fact_of(book, term, FactType.COUNT, (*path, key, number))
