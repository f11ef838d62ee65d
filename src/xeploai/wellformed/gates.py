"""Gates: neither too deep nor asking for more than they have, and not held against themselves."""

from collections.abc import Iterator

from xeploai.located import Path
from xeploai.model.condition import AllOf, AnyOf, Criterion, KOf, Not, Undetermined
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book
from xeploai.wellformed.conditions import Gate, conditions_of, parts_at, placed_parts
from xeploai.wellformed.problem import Problem
from xeploai.wellformed.references import cited

DEEPEST = 50
"""How deep gates may be nested. What prepares, words and writes them goes down by recursion."""


def gates(book: Book) -> Iterator[Problem]:
    """Faults of the conditions of rules and vetoes."""
    for path, condition in conditions_of(book.rules).items():
        for here, part, depth in placed_parts(path, condition):
            if depth > DEEPEST:
                yield Problem(path, faults.TOO_DEEP)
                break
            match part:
                case AllOf() | AnyOf() | KOf():
                    yield from _in_gate(part, here)
                case Undetermined(_, cite):
                    yield from cited(book, cite, (*here, "cite"))
                case Criterion() | Not():
                    pass


def _in_gate(gate: Gate, path: Path) -> Iterator[Problem]:
    number = gate.number if isinstance(gate, KOf) else 1
    if not 1 <= number <= len(gate.parts):
        yield Problem(path, faults.TOO_MANY, {"number": str(number), "parts": str(len(gate.parts))})
    once: set[str] = set()
    for here, part in parts_at(gate, path):
        if isinstance(part, Criterion):
            if part.id in once:
                yield Problem(here, faults.TWICE_IN_LIST, {"name": part.id})
            once.add(part.id)
    for here, part in parts_at(gate, path):
        if isinstance(part, Not) and isinstance(part.part, Criterion) and part.part.id in once:
            if isinstance(gate, AllOf):
                yield Problem(here, faults.IMPOSSIBLE)
            elif isinstance(gate, AnyOf):
                yield Problem(here, faults.ALWAYS)
