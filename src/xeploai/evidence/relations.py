"""What the data dictionary says between figures: which holds which, and what is left beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xeploai.evidence.plan import Relation, Step, Steps
from xeploai.evidence.terms import Figure, Final, Joining, Rest
from xeploai.model.fact import Fact

Facts = Mapping[str, Fact]


class Claim(NamedTuple):
    """What the dictionary says of some figures, wherever all of them are kept: see `Relation`.

    `partial`: it says something too where only some of the parts are.
    """

    whole: Figure
    parts: Sequence[Figure]
    exact: bool
    partial: bool = False


def claims(facts: Facts, up: Steps, figures: Iterable[Figure]) -> Iterator[Claim]:
    """All that the dictionary says between facts, and between the figures that are made of them."""
    for fact in facts.values():
        for term in fact.at_most:
            yield Claim(term, (fact.id,), exact=False)
        if fact.sum_of:
            yield Claim(fact.id, fact.sum_of, exact=True)
        if fact.includes:
            yield Claim(fact.id, fact.includes, exact=False)
        for whole, others in _derived(facts, up, fact):
            yield Claim(whole, (fact.id, *others), exact=True)
    for figure in figures:
        if isinstance(figure, Rest):
            yield Claim(figure.whole, (figure.part, figure), exact=True)
            yield from _beside(up, figure)
        elif isinstance(figure, Final):
            yield Claim(figure, (figure.decided, Joining(figure)), exact=True)
            yield Claim(figure.awaited, (Joining(figure),), exact=False)
            yield Claim(figure.awaited.fact, (figure.awaited,), exact=False)


def _beside(up: Steps, rest: Rest) -> Iterator[Claim]:
    """What the rest is made of: all that the steps from the part up to the whole pick up on the way."""
    steps = path(up, rest.part, rest.whole) or []
    others = [other for _, beside, _ in steps for other in beside]
    exact = bool(steps) and all(exact for _, _, exact in steps)
    if others or exact:
        yield Claim(rest, others, exact, partial=True)
    for middle, _, _ in steps[:-1]:
        yield Claim(rest, (Rest(rest.part, middle), Rest(middle, rest.whole)), exact=True)


def relations(said: Iterable[Claim], index: Mapping[Figure, int]) -> Iterator[Relation]:
    """The claims as relations between the figures of an index, by their numbers."""
    for whole, parts, exact, partial in said:
        if whole in index:
            there = tuple(index[part] for part in parts if part in index)
            if len(there) == len(parts):
                yield Relation(index[whole], there, exact)
            elif partial:
                yield Relation(index[whole], there, exact=False)


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
