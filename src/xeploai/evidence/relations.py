"""What the data dictionary says between figures: which holds which, and what is left beside it."""

from collections.abc import Iterator, Mapping, Sequence

from xeploai.evidence.plan import Relation
from xeploai.evidence.terms import Figure, Final, Joining, Rest
from xeploai.model.fact import Fact

Facts = Mapping[str, Fact]
Step = tuple[Figure, tuple[str, ...], bool]
"""One step up: a figure that is no smaller, what else it holds, and whether that is all."""


def relations(facts: Facts, index: Mapping[Figure, int]) -> Iterator[Relation]:
    """All relations between the figures of an index, by their numbers."""
    for whole, parts, exact in _between(facts, index):
        if whole in index and all(part in index for part in parts):
            yield Relation(index[whole], tuple(index[part] for part in parts), exact)


def _between(facts: Facts, index: Mapping[Figure, int]) -> Iterator[tuple[Figure, Sequence[Figure], bool]]:
    for fact in facts.values():
        for term in fact.at_most:
            yield term, (fact.id,), False
        if fact.sum_of:
            yield fact.id, fact.sum_of, True
        if fact.includes:
            yield fact.id, fact.includes, False
        for whole, others, _ in _derived(facts, fact.id):
            yield whole, (fact.id, *others), True
    for figure in index:
        if isinstance(figure, Rest):
            yield figure.whole, (figure.part, figure), True
            yield from _beside(facts, index, figure)
        elif isinstance(figure, Final):
            yield figure, (figure.decided, Joining(figure)), True
            yield figure.awaited, (Joining(figure),), False
            yield figure.awaited.fact, (figure.awaited,), False


def _beside(facts: Facts, index: Mapping[Figure, int], rest: Rest) -> Iterator[tuple[Figure, Sequence[Figure], bool]]:
    """What the rest is made of: all that the steps from the part up to the whole pick up on the way."""
    steps = path(facts, rest.part, rest.whole) or []
    others = [other for _, beside, _ in steps for other in beside]
    whole_way = bool(steps) and all(exact for _, _, exact in steps) and all(other in index for other in others)
    if others or whole_way:
        yield rest, [other for other in others if other in index], whole_way
    for middle, _, _ in steps[:-1]:
        yield rest, (Rest(rest.part, middle), Rest(middle, rest.whole)), True


def fits(facts: Facts, part: Figure, whole: Figure) -> bool:
    """Whether the dictionary says, directly or by steps, that one figure never exceeds another."""
    if isinstance(part, Final):
        both = {part.decided, part.awaited.fact}
        holders = [fact.id for fact in facts.values() if both <= {*fact.includes, *fact.sum_of}]
        return any(fits(facts, holder, whole) for holder in holders)
    return part == whole or path(facts, part, whole) is not None


def path(facts: Facts, start: Figure, goal: Figure) -> list[Step] | None:
    """The steps from a part up to a whole, exact ones first; `None` where the dictionary knows none."""
    trail: dict[Figure, tuple[Figure, Step]] = {}
    queue = [start]
    for figure in queue:
        for step in sorted(_steps(facts, figure), key=lambda step: (not step[2], not step[1])):
            if step[0] not in trail and step[0] != start:
                trail[step[0]] = (figure, step)
                queue.append(step[0])
    steps: list[Step] = []
    at = goal
    while at != start:
        if at not in trail:
            return None
        at, step = trail[at]
        steps.append(step)
    return steps[::-1]


def _steps(facts: Facts, start: Figure) -> Iterator[Step]:
    if not isinstance(start, str):
        return
    for whole in facts[start].at_most:
        yield whole, (), False
    for fact in facts.values():
        for parts, exact in ((fact.sum_of, True), (fact.includes, False)):
            if start in parts:
                yield fact.id, tuple(part for part in parts if part != start), exact
    yield from _derived(facts, start)


def _derived(facts: Facts, start: str) -> Iterator[Step]:
    """A sum that takes in all terms of a smaller sum holds that smaller one, and the terms that are left."""
    inner = frozenset(facts[start].sum_of)
    for fact in facts.values():
        if inner and inner < frozenset(fact.sum_of):
            yield fact.id, tuple(part for part in fact.sum_of if part not in inner), True
