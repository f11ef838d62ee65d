"""What a measure reads is there at the kinds that are judged: facts, subjects to count, criteria to rest on."""

from collections.abc import Iterator, Sequence

from xeploai.located import Path
from xeploai.model.fact import Count
from xeploai.model.kind import members
from xeploai.model.measure import (
    Answers,
    Earned,
    Given,
    Highest,
    Lowest,
    Measure,
    Meets,
    Months,
    Rated,
    Ratio,
    Score,
    Share,
    Value,
)
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book, all_known, counts_at, has
from xeploai.wellformed.judged import unjudged
from xeploai.wellformed.problem import Problem


def carried(book: Book, measure: Measure, judged: Sequence[str], path: Path) -> Iterator[Problem]:
    """Faults of what a measure reads at kinds where there is no such thing."""
    match measure:
        case Value(fact):
            yield from _facts(book, (fact,), judged, path)
        case Count(of):
            yield from nothing_to_count(book, of, judged, path, key=True)
        case Ratio():
            terms = (*measure.part, *measure.whole, *measure.pending)
            yield from _facts(book, [term for term in terms if isinstance(term, str)], judged, path)
            for count in dict.fromkeys(term for term in terms if isinstance(term, Count)):
                yield from nothing_to_count(book, count.of, judged, path, key=True)
        case Lowest(of) | Highest(of):
            yield from _facts(book, of, judged, path)
        case Months(since):
            yield from _facts(book, (since,), judged, path)
        case Score(parts):
            yield from _facts(book, [part.fact for part in parts if isinstance(part, Given)], judged, path)
            for number, part in enumerate(parts):
                if isinstance(part, Earned):
                    yield from _judged(book, part.criterion, judged, (*path, "score", number, "meet"))
        case Share(of, test):
            at = members(book.kinds, of)
            match test:
                case Answers(fact) | Rated(fact, _):
                    yield from _facts(book, (fact,), at, path)
                case Meets(criterion):
                    yield from _judged(book, criterion, at, (*path, "share", "meet"))


def _facts(book: Book, names: Sequence[str], at: Sequence[str], path: Path) -> Iterator[Problem]:
    """Facts that a subject of a kind neither declares nor could total over those below it."""
    for read in (book.facts[name] for name in names if name in book.facts):
        for kind in at if all_known(book, read.of) else ():
            if kind in book.ids["kinds"] and not has(book, read, kind):
                yield Problem(path, faults.NOT_CARRIED, {"kind": kind, "name": read.id}, key=True)


def nothing_to_count(
    book: Book, of: tuple[str, ...], at: Sequence[str], path: Path, *, key: bool = False
) -> Iterator[Problem]:
    """The kinds at and below which no subject of some kinds can stand."""
    for kind in at if of and all_known(book, of) else ():
        if kind in book.ids["kinds"] and not counts_at(book, of, kind):
            yield Problem(path, faults.NOTHING_TO_COUNT, {"kind": kind, "name": ", ".join(of)}, key=key)


def _judged(book: Book, name: str, at: Sequence[str], path: Path) -> Iterator[Problem]:
    """A criterion at a kind where it is not judged: what rests on it there would come to nothing."""
    criterion = book.named.get(name)
    away = unjudged(book, criterion, [kind for kind in at if kind in book.ids["kinds"]]) if criterion else None
    if away is not None:
        yield Problem(path, faults.NOT_JUDGED, {"name": name, "kind": away})
