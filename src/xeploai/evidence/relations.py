"""What the data dictionary says between figures: which holds which, and what is left beside it."""

from collections.abc import Iterator, Mapping, Sequence

from xeploai.evidence.plan import Relation, Step, Steps
from xeploai.evidence.terms import Figure, Final, Joining, Rest
from xeploai.model.fact import Fact

Facts = Mapping[str, Fact]


def relations(facts: Facts, up: Steps, index: Mapping[Figure, int]) -> Iterator[Relation]:
    """All relations between the figures of an index, by their numbers."""
    for whole, parts, exact in _between(facts, up, index):
        if whole in index and all(part in index for part in parts):
            yield Relation(index[whole], tuple(index[part] for part in parts), exact)


def _between(facts: Facts, up: Steps, index: Mapping[Figure, int]) -> Iterator[tuple[Figure, Sequence[Figure], bool]]:
    for fact in facts.values():
        for term in fact.at_most:
            yield term, (fact.id,), False
        if fact.sum_of:
            yield fact.id, fact.sum_of, True
        if fact.includes:
            yield fact.id, fact.includes, False
        for whole, others in _derived(facts, up, fact):
            yield whole, (fact.id, *others), True
    for figure in index:
        if isinstance(figure, Rest):
            yield figure.whole, (figure.part, figure), True
            yield from _beside(up, index, figure)
        elif isinstance(figure, Final):
            yield figure, (figure.decided, Joining(figure)), True
            yield figure.awaited, (Joining(figure),), False
            yield figure.awaited.fact, (figure.awaited,), False


def _beside(up: Steps, index: Mapping[Figure, int], rest: Rest) -> Iterator[tuple[Figure, Sequence[Figure], bool]]:
    """What the rest is made of: all that the steps from the part up to the whole pick up on the way."""
    steps = path(up, rest.part, rest.whole) or []
    others = [other for _, beside, _ in steps for other in beside]
    whole_way = bool(steps) and all(exact for _, _, exact in steps) and all(other in index for other in others)
    if others or whole_way:
        yield rest, [other for other in others if other in index], whole_way
    for middle, _, _ in steps[:-1]:
        yield rest, (Rest(rest.part, middle), Rest(middle, rest.whole)), True


def fits(up: Steps, part: Figure, whole: Figure) -> bool:
    """Whether the dictionary says, directly or by steps, that one figure never exceeds another."""
    if isinstance(part, Final):
        holders = [holder for holder, beside, _ in up.get(part.decided, ()) if part.awaited.fact in beside]
        return any(fits(up, holder, whole) for holder in holders)
    return part == whole or path(up, part, whole) is not None


def path(up: Steps, start: Figure, goal: Figure) -> list[Step] | None:
    """The steps from a part up to a whole, exact ones first; `None` where the dictionary knows none."""
    trail: dict[Figure, tuple[Figure, Step]] = {}
    queue = [start]
    for figure in queue:
        for step in up.get(figure, ()) if isinstance(figure, str) else ():
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


def steps_up(facts: Facts) -> Steps:
    """The steps that lead up from each fact."""
    found: dict[str, list[Step]] = {fact.id: [(whole, (), False) for whole in fact.at_most] for fact in facts.values()}
    for fact in facts.values():
        for parts, exact in ((fact.sum_of, True), (fact.includes, False)):
            for part in parts:
                found.setdefault(part, []).append((fact.id, tuple(other for other in parts if other != part), exact))
    for fact in facts.values():
        found[fact.id] += [(whole, others, True) for whole, others in _derived(facts, found, fact)]
    return {name: sorted(steps, key=lambda step: (not step[2], not step[1])) for name, steps in found.items()}


def _derived(facts: Facts, up: Steps, fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A sum that takes in all terms of a smaller sum holds that smaller one, and the terms that are left."""
    inner = frozenset(fact.sum_of)
    for whole, _, exact in up[fact.sum_of[0]] if inner else ():
        if exact and isinstance(whole, str) and inner < frozenset(facts[whole].sum_of):
            yield whole, tuple(term for term in facts[whole].sum_of if term not in inner)
