"""A small table in the making: a subject with its facts, and those below it."""

from collections.abc import Iterator, Mapping

import attrs

from xeploai.evidence.plan import Dictionary
from xeploai.model.evidence import Answer, Evidence

Facts = tuple[tuple[str, Answer], ...]


def _facts(facts: Mapping[str, Answer] | Facts) -> Facts:
    return tuple(dict(facts).items())


@attrs.frozen
class Draft:
    """A subject of a kind; `below` are those below it, in order."""

    kind: str
    answers: Facts = attrs.field(default=(), converter=_facts)
    below: "tuple[Draft, ...]" = ()

    @property
    def facts(self) -> dict[str, Answer]:
        """What is known of it."""
        return dict(self.answers)


def evidence_of(draft: Draft, name: str = "u", parent: str | None = None) -> Iterator[Evidence]:
    """The rows of a draft, higher before lower; those below `u` are `u-1`, `u-2` and so on."""
    yield Evidence(name, draft.kind, draft.facts, parent=parent)
    for number, one in enumerate(draft.below, 1):
        yield from evidence_of(one, f"{name}-{number}", name)


def with_facts(draft: Draft, changes: Mapping[str, Answer | None]) -> Draft:
    """The draft with other facts of the subject itself; `None` takes one away."""
    facts = {**draft.facts, **{fact: answer for fact, answer in changes.items() if answer is not None}}
    return attrs.evolve(draft, answers={name: one for name, one in facts.items() if changes.get(name, one) is not None})


def with_answer(dictionary: Dictionary, draft: Draft, fact: str, answer: Answer | None) -> Draft | None:
    """The draft with another answer to a fact, of the subject itself where it carries it, else of the first below.

    `None` where nobody there carries it.
    """
    if fact in dictionary.plans[draft.kind].facts:
        return with_facts(draft, {fact: answer})
    for kind in dictionary.children[draft.kind]:
        if kind != draft.kind:
            place = next((number for number, one in enumerate(draft.below) if one.kind == kind), len(draft.below))
            below = draft.below[place] if place < len(draft.below) else Draft(kind)
            changed = with_answer(dictionary, below, fact, answer)
            if changed is not None:
                return attrs.evolve(draft, below=(*draft.below[:place], changed, *draft.below[place + 1 :]))
    return None


def way_down(dictionary: Dictionary, kind: str, lower: str) -> tuple[str, ...] | None:
    """The kinds from below one kind down to a lower one, that included: the shortest way, if there is any."""
    ways: list[tuple[str, ...]] = [(child,) for child in dictionary.children[kind]]
    seen = set(dictionary.children[kind])
    for way in ways:
        if way[-1] == lower:
            return way
        fresh = [child for child in dictionary.children[way[-1]] if child not in seen]
        seen.update(fresh)
        ways += [(*way, child) for child in fresh]
    return None


def with_rows(dictionary: Dictionary, draft: Draft, rows: tuple[Draft, ...]) -> Draft | None:
    """The draft with rows of one kind below it, at the end of the shortest way; in the place of what stood there."""
    if not rows:
        return attrs.evolve(draft, below=())
    way = way_down(dictionary, draft.kind, rows[0].kind)
    if way is None:
        return None
    for kind in reversed(way[:-1]):
        rows = (Draft(kind, (), rows),)
    return attrs.evolve(draft, below=rows)


def with_numbers(dictionary: Dictionary, draft: Draft) -> Draft:
    """The draft with every number of subjects stated that can be: as many as there are rows."""
    plan = dictionary.plans[draft.kind]
    below = tuple(with_numbers(dictionary, one) for one in draft.below)
    rows = [one.kind for one in evidence_of(draft)][1:]
    stated = {str(plan.figures[one.fact]): sum(kind in one.kinds for kind in rows) for one in plan.stated}
    return with_facts(attrs.evolve(draft, below=below), stated)
