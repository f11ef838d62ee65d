"""Definitions that nothing refers to. A fact may stand alone: a dictionary holds more than one year's rules ask."""

from collections.abc import Iterator

from xeploai.model.condition import Undetermined
from xeploai.model.fact import Count
from xeploai.model.kind import PerKind
from xeploai.model.measure import Ratio, Share
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book
from xeploai.wellformed.conditions import conditions_of, parts_of, placed
from xeploai.wellformed.limits import limits
from xeploai.wellformed.problem import Problem
from xeploai.wellformed.references import suppliers_of


def unused(book: Book) -> Iterator[Problem]:
    """Groups, suppliers, assumptions and sources that are used nowhere.

    A rule set that judges nothing is a dictionary for others: its groups and suppliers wait to be used.
    """
    rules = book.rules
    if book.criteria or rules.rules or rules.vetoes or rules.exemptions or rules.quotas:
        yield from _in_dictionary(book)
    assumed = {*rules.assume, *(name for criterion in book.criteria for name in criterion.assume)}
    assumed |= {other.assumption for criterion in book.criteria for other in criterion.alternatives}
    for one in (*placed(rules).values(), *rules.quotas):
        assumed |= {*one.assume, *(other.assumption for other in one.alternatives)}
    for assumption in rules.assumptions:
        if assumption.id not in assumed:
            yield Problem(("assumptions", assumption.id), faults.UNUSED, {"name": assumption.id}, key=True)
    cited = set(_sources(book))
    for source in rules.sources:
        if source.id not in cited and not source.clauses:
            yield Problem(("sources", source.id), faults.UNUSED, {"name": source.id}, key=True)


def _in_dictionary(book: Book) -> Iterator[Problem]:
    rules = book.rules
    kinds = set(_kind_names(book))
    for group in rules.groups:
        if group.id not in kinds:
            yield Problem(("groups", group.id), faults.UNUSED, {"name": group.id}, key=True)
    supplying = {name for fact in rules.facts for _, name in suppliers_of(fact)}
    for supplier in rules.suppliers:
        if supplier.id not in supplying:
            yield Problem(("suppliers", supplier.id), faults.UNUSED, {"name": supplier.id}, key=True)


def _sources(book: Book) -> Iterator[str]:
    levels = (*placed(book.rules).values(), *book.rules.quotas)
    cites = (*(criterion.cite for criterion in book.criteria), *(one.cite for one in levels))
    yield from (cite.source for cite in cites if cite)
    for condition in conditions_of(book.rules).values():
        for part in parts_of(condition):
            if isinstance(part, Undetermined) and part.cite:
                yield part.cite.source


def _kind_names(book: Book) -> Iterator[str]:
    rules = book.rules
    yield from (*rules.reporting, *rules.rated)
    for one in (*placed(rules).values(), *rules.quotas):
        yield from one.kinds
    for quota in rules.quotas:
        yield from quota.within
    for kind in rules.kinds:
        yield from kind.parents
    for fact in rules.facts:
        yield from (*fact.of, *fact.arises_at)
        yield from fact.counts.of if fact.counts else ()
        yield from fact.incidents.of if fact.incidents else ()
        for term in fact.at_most:
            yield from term.of if isinstance(term, Count) else ()
        for figure in (fact.minimum, fact.maximum, fact.supplier):
            yield from (kind for kind, _ in figure.values) if isinstance(figure, PerKind) else ()
    for criterion in book.criteria:
        yield from (*criterion.kinds, *criterion.monitors)
        for measure in (criterion.measure, *(other.measure for other in criterion.alternatives)):
            match measure:
                case Share(of) | Count(of):
                    yield from of
                case Ratio():
                    for term in (*measure.part, *measure.whole):
                        yield from term.of if isinstance(term, Count) else ()
                case _:
                    pass
        for target in (criterion.target, *(other.target for other in criterion.alternatives if other.target)):
            for _, limit in limits(target):
                yield from (kind for kind, _ in limit.values) if isinstance(limit, PerKind) else ()
