"""Counts brought within their declared bounds after some of them were changed."""

from collections.abc import Collection, Mapping

from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, FactType


def repaired(facts: Mapping[str, Fact], answers: Mapping[str, Answer], kept: Collection[str]) -> dict[str, Answer]:
    """The answers with counts moved as little as needed; `kept` are those that stay as they are, if that is possible.

    It is a good guess and no more: whether the table can be is for the reference to say.
    """
    found = dict(answers)
    for _ in range(len(facts)):
        before = dict(found)
        for fact in facts.values():
            if fact.type is FactType.COUNT:
                _bound(fact, found, kept)
                _sum(fact, found, kept)
        if found == before:
            break
    return found


def _bound(fact: Fact, found: dict[str, Answer], kept: Collection[str]) -> None:
    """A figure and those that it never exceeds: the one that may move gives way."""
    for more in fact.at_most:
        if isinstance(more, str):
            least, most = found.get(fact.id), found.get(more)
            if isinstance(least, int) and isinstance(most, int) and least > most:
                if fact.id in kept:
                    found[more] = least
                else:
                    found[fact.id] = most


def _sum(fact: Fact, found: dict[str, Answer], kept: Collection[str]) -> None:
    """A figure and its parts: the parts that may move take what is left, the first one all of it."""
    parts = fact.sum_of or fact.includes
    whole = found.get(fact.id)
    counts = {part: count for part in parts if isinstance(count := found.get(part), int)}
    if not parts or len(counts) < len(parts) or not isinstance(whole, int):
        return
    total = sum(counts.values())
    if total == whole or (total < whole and not fact.sum_of):
        return
    free = [part for part in counts if part not in kept]
    if not free:
        found[fact.id] = total
        return
    left = whole - sum(count for part, count in counts.items() if part in kept)
    for number, part in enumerate(free):
        share = min(counts[part], max(0, left))
        found[part] = max(0, left) if fact.sum_of and number == len(free) - 1 else share
        left -= share
