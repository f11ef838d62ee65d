"""Each threshold a little lower and a little higher: one unit, month or point, one rung, one percentage point."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from xeploai.audit.mutants.asked import said_instead
from xeploai.audit.mutants.mutant import Change, Mutant
from xeploai.audit.replaced import with_criterion
from xeploai.model.condition import Criterion
from xeploai.model.fact import FactType
from xeploai.model.kind import PerKind
from xeploai.model.measure import Highest, Lowest, Ratio, Score, Share, Value
from xeploai.model.scale import Scale
from xeploai.model.target import Between, Limit, Target
from xeploai.rating.judged import Prepared
from xeploai.rating.ladders import scale_of

POINT = Fraction(1, 100)
Bound = Limit | PerKind[Limit]


def _mutants(prepared: Prepared) -> Iterator[Mutant]:
    for criterion in prepared.criteria:
        for target in _nudged(prepared, criterion):
            changed = attrs.evolve(criterion, target=target)
            says = said_instead(prepared.rules, criterion, target)
            yield Mutant(("criteria", criterion.id), says, with_criterion(prepared.rules, changed))


def _nudged(prepared: Prepared, criterion: Criterion) -> Iterator[Target]:
    """The target with one of its limits a step away, either way; of a limit by kind, one kind at a time."""
    target = criterion.target
    if isinstance(target, Between):
        for low in _steps(prepared, criterion, target.low):
            yield attrs.evolve(target, low=low)
        # What only marks a plan as exceeded does not change what is met; `noted` shows it all the same.
        for high in _steps(prepared, criterion, target.high) if target.above != "met" else ():
            yield attrs.evolve(target, high=high)
    else:
        for limit in _steps(prepared, criterion, target.limit):
            yield type(target)(limit)


def _steps(prepared: Prepared, criterion: Criterion, bound: Bound) -> Iterator[Bound]:
    if isinstance(bound, PerKind):
        for place, (kind, limit) in enumerate(bound.values):
            for other in _beside(prepared, criterion, limit):
                yield PerKind((*bound.values[:place], (kind, other), *bound.values[place + 1 :]))
    else:
        yield from _beside(prepared, criterion, bound)


def _beside(prepared: Prepared, criterion: Criterion, limit: Limit) -> Iterator[Limit]:
    """The limits a step below and a step above; none beyond what can be: no share below 0, nor above 100 %."""
    measure = criterion.measure
    match limit:
        case bool():
            yield not limit
        case str():
            assert isinstance(measure, Value | Lowest | Highest)
            yield from _rungs(scale_of(prepared, measure), limit)
        case Fraction() if isinstance(measure, Ratio | Share):
            yield from (one for one in (limit - POINT, limit + POINT) if 0 <= one <= 1)
        case Fraction():
            yield from (limit - 1, limit + 1)
        case int():
            yield from (one for one in (limit - 1, limit + 1) if one >= 0)


def _rungs(scale: Scale, rung: str) -> Iterator[str]:
    names = [level.id for level in scale.levels]
    place = names.index(rung)
    yield from (names[one] for one in (place + 1, place - 1) if 0 <= one < len(names))


def are_whole(prepared: Prepared, criterion: Criterion) -> bool:
    """Whether a measure goes from one value to the next: between a limit and more than it lies nothing."""
    match criterion.measure:
        case Ratio() | Share() | Score():
            return False
        case Value(fact):
            return prepared.dictionary.facts[fact].type is not FactType.NUMBER
        case _:
            return True


CHANGE = Change("threshold", _mutants)
