"""Conditions of levels: made of what is judged where they hold, and not of the level itself."""

from collections.abc import Iterator

from xeploai.diagnostic import Fault
from xeploai.model.condition import Condition, Criterion
from xeploai.model.kind import members
from xeploai.model.measure import Earned, Meets, Rated, Score, Share, Value
from xeploai.model.ruleset import Exemption, Rule, Veto
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book, all_known
from xeploai.wellformed.conditions import conditions_of, parts_of, placed
from xeploai.wellformed.judged import unjudged
from xeploai.wellformed.problem import Problem


def rated(book: Book) -> Iterator[Problem]:
    """Faults of the conditions of rules, vetoes and exemptions, each criterion once a condition."""
    conditions = conditions_of(book.rules)
    for path, one in placed(book.rules).items():
        kinds = _kinds(book, one)
        for here, condition in conditions.items():
            if here[: len(path)] == path:
                for criterion in dict.fromkeys(_criteria(condition)):
                    yield from (Problem(here, *fault) for fault in _of(book, criterion, kinds))


def _criteria(condition: Condition) -> Iterator[Criterion]:
    yield from (part for part in parts_of(condition) if isinstance(part, Criterion))


def _kinds(book: Book, one: Rule | Veto | Exemption) -> tuple[str, ...]:
    """The kinds at which a condition holds."""
    rules = book.rules
    if not (all_known(book, one.kinds) and all_known(book, rules.rated)):
        return ()
    everywhere = tuple(kind.id for kind in rules.kinds)
    given = members(book.kinds, rules.rated) or everywhere
    return tuple(kind for kind in members(book.kinds, one.kinds) or given if kind in given)


Found = tuple[Fault, dict[str, str]]


def _of(book: Book, criterion: Criterion, kinds: tuple[str, ...]) -> Iterator[Found]:
    away = unjudged(book, criterion, kinds)
    if away is not None:
        yield faults.NOT_JUDGED, {"name": criterion.id, "kind": away}
    decided = kinds if book.rules.decided is not None else ()
    itself = next((kind for kind in decided if _reads_own(book, criterion, kind, set())), None)
    if itself is not None:
        yield faults.OWN_LEVEL, {"name": criterion.id, "kind": itself}


def _reads_own(book: Book, criterion: Criterion, kind: str, seen: set[str]) -> bool:
    """Whether a criterion, judged at a kind, rests on the level of the subject itself."""
    if criterion.id in seen:
        return False
    seen.add(criterion.id)
    match criterion.measure:
        case Value(fact):
            return fact == book.rules.decided
        case Share(of, Rated(fact, _)):
            return fact == book.rules.decided and kind in members(book.kinds, of)
        case Share(of, Meets(name)):
            inner = book.named.get(name)
            return inner is not None and kind in members(book.kinds, of) and _reads_own(book, inner, kind, seen)
        case Score(parts):
            earned = [book.named[p.criterion] for p in parts if isinstance(p, Earned) and p.criterion in book.named]
            return any(_reads_own(book, inner, kind, seen) for inner in earned)
        case _:
            return False
