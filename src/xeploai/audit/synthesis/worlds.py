"""Which outcomes of the criteria behind a level would show something, found without evidence: a few changes at most."""

from collections.abc import Callable, Iterator
from itertools import combinations, product

from xeploai.rating.judged import Levels
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

MOST_CHANGES = 3
MOST_WORLDS = 6

World = tuple[tuple[int, Bits], ...]
"""The points, by their places, that come out otherwise than they do, and how."""


def worlds(
    levels: Levels, bits: list[Bits], possible: list[Bits], shows: Callable[[list[Bits]], bool], changes: int
) -> Iterator[World]:
    """Sets of so many changes under which something is shown; `possible`: what each point may come out as."""
    free = [place for place, number in enumerate(levels.where) if number is not None]
    found = 0
    for places in combinations(free, changes):
        ways = [
            [one for one in (MET, NOT_MET, NOT_APPLICABLE) if one & possible[place] and one != bits[place]]
            for place in places
        ]
        for outcomes in product(*ways):
            world = list(bits)
            for place, outcome in zip(places, outcomes, strict=True):
                world[place] = outcome
            if shows(world):
                yield tuple(zip(places, outcomes, strict=True))
                found += 1
        if found >= MOST_WORLDS:
            return
