"""Lists that name nothing where something has to be named: they would stand for all there is, or for nothing."""

from collections.abc import Iterator, Sequence

from xeploai.located import Path
from xeploai.model.fact import Count, Term
from xeploai.model.measure import Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book
from xeploai.wellformed.problem import Problem


def empty_lists(book: Book) -> Iterator[Problem]:
    """Lists and scales of a rule set in which at least one item has to stand."""
    yield from (Problem(path, faults.EMPTY_LIST) for path, items in _lists(book) if not items)


def _lists(book: Book) -> Iterator[tuple[Path, Sequence[object]]]:
    rules = book.rules
    for name, scale in (("scale", rules.scale), ("grades", rules.grades)):
        if scale:
            yield (name, "levels"), scale.levels
    for group in rules.groups:
        yield ("groups", group.id, "kinds"), group.kinds
    for fact in rules.facts:
        yield from _counted(fact.at_most, ("facts", fact.id, "at_most"))
        if fact.counts:
            yield ("facts", fact.id, "counts", "of"), fact.counts.of
    for criterion in book.criteria:
        path: Path = ("criteria", criterion.id)
        yield from _in_measure(criterion.measure, path)
        for other in criterion.alternatives:
            if other.measure:
                yield from _in_measure(other.measure, (*path, "readings", other.assumption, other.reading))
    for goal in rules.goals:
        yield ("goals", goal.id, "criteria"), goal.criteria
    for quota in rules.quotas:
        path = ("quotas", quota.id)
        others = ((other.rate, (*path, "readings", other.assumption, other.reading)) for other in quota.alternatives)
        for rate, here in ((quota.rate, path), *others):
            if isinstance(rate, Ratio):
                yield from _in_ratio(rate, (*here, "rate"))


def _in_measure(measure: Measure, path: Path) -> Iterator[tuple[Path, Sequence[object]]]:
    match measure:
        case Count(of):
            yield (*path, "count"), of
        case Share(of):
            yield (*path, "share", "of"), of
        case Lowest(of):
            yield (*path, "lowest"), of
        case Highest(of):
            yield (*path, "highest"), of
        case Score(parts):
            yield (*path, "score"), parts
        case Ratio():
            yield from _in_ratio(measure, (*path, "ratio"))
        case Value() | Months():
            pass


def _in_ratio(ratio: Ratio, path: Path) -> Iterator[tuple[Path, Sequence[object]]]:
    yield (*path, "part"), ratio.part
    yield from _counted(ratio.part, (*path, "part"))
    yield from _counted(ratio.whole, (*path, "whole"))


def _counted(terms: Sequence[Term], path: Path) -> Iterator[tuple[Path, Sequence[object]]]:
    for number, term in enumerate(terms):
        if isinstance(term, Count):
            yield (*path, number, "count"), term.of
