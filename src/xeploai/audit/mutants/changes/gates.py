"""`all` for `any`, `any` for `all`, and one more or one fewer of those that are asked at least."""

from collections.abc import Iterator

import attrs

from xeploai.audit.mutants.mutant import Change, Mutant
from xeploai.audit.replaced import with_condition
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.label import Label
from xeploai.rating.judged import Prepared
from xeploai.wellformed.conditions import placed


def _mutants(prepared: Prepared) -> Iterator[Mutant]:
    for path, one in placed(prepared.rules).items():
        for says, condition in _swapped(one.when):
            yield Mutant(path, says, with_condition(prepared.rules, path, condition))


def _swapped(condition: Condition) -> Iterator[tuple[Label, Condition]]:
    """The condition with one of its gates swapped, gate by gate."""
    match condition:
        case AllOf(parts) if len(parts) > 1:
            yield _instead("any", "all", parts), AnyOf(parts)
        case AnyOf(parts) if len(parts) > 1:
            yield _instead("all", "any", parts), AllOf(parts)
        case KOf(number, parts):
            for other in (number - 1, number + 1):
                if 1 <= other <= len(parts):
                    yield _instead(f"at_least {other}", f"at_least {number}", parts), KOf(other, parts)
        case _:
            pass
    match condition:
        case Not(part):
            yield from ((says, Not(other)) for says, other in _swapped(part))
        case AllOf(parts) | AnyOf(parts) | KOf(_, parts):
            for place, part in enumerate(parts):
                for says, swapped in _swapped(part):
                    yield says, attrs.evolve(condition, parts=(*parts[:place], swapped, *parts[place + 1 :]))
        case Criterion() | Undetermined():
            return


def _instead(other: str, chosen: str, parts: tuple[Condition, ...]) -> Label:
    """*`any` instead of `all` of a, b*; parts that are no criteria are left to the place in the file."""
    names = ", ".join(part.id if isinstance(part, Criterion) else "…" for part in parts)
    return Label(f"`{other}` thay vì `{chosen}`: {names}", f"`{other}` instead of `{chosen}`: {names}")


CHANGE = Change("gate", _mutants)
