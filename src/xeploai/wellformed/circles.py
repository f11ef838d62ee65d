"""Definitions that lead back to themselves."""

from collections.abc import Iterator, Mapping, Sequence

from xeploai.model.measure import Earned, Meets, Score, Share
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book
from xeploai.wellformed.problem import Problem

Graph = Mapping[str, Sequence[str]]


def circles(book: Book) -> Iterator[Problem]:
    """Criteria whose shares or scores rest on each other, and facts that bound or contain each other."""
    tested: dict[str, list[str]] = {}
    for criterion in book.criteria:
        for measure in (criterion.measure, *(other.measure for other in criterion.alternatives)):
            if isinstance(measure, Share) and isinstance(measure.test, Meets):
                tested.setdefault(criterion.id, []).append(measure.test.criterion)
            if isinstance(measure, Score):
                earned = [part.criterion for part in measure.parts if isinstance(part, Earned)]
                tested.setdefault(criterion.id, []).extend(earned)
    above: dict[str, list[str]] = {}
    for fact in book.rules.facts:
        above.setdefault(fact.id, []).extend(term for term in fact.at_most if isinstance(term, str))
        for part in (*fact.sum_of, *fact.includes):
            above.setdefault(part, []).append(fact.id)
    for section, graph in (("criteria", tested), ("facts", above)):
        for circle in _circles(graph):
            yield Problem((section, circle[0]), faults.CIRCLE, {"circle": " → ".join([*circle, circle[0]])}, key=True)


def _circles(graph: Graph) -> Iterator[list[str]]:
    """Circles that share no name, so that each place is shown once; every name is walked over once. No recursion."""
    done: set[str] = set()
    told: set[str] = set()
    for start in graph:
        trail: dict[str, Iterator[str]] = {} if start in done else {start: iter(graph[start])}
        while trail:
            at, following = next(reversed(trail.items()))
            name = next(following, None)
            if name is None:
                done.add(at)
                del trail[at]
            elif name in trail:
                circle = list(trail)[list(trail).index(name) :] if name not in told else []
                if circle and told.isdisjoint(circle):
                    told.update(circle)
                    yield circle
            elif name not in done:
                trail[name] = iter(graph.get(name, ()))
