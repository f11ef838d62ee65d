"""Evidence for what only a level shows: first outcomes under which it would be shown, then figures that have them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from xeploai.audit.synthesis.draft import Draft
from xeploai.audit.synthesis.searching import Searching, begun, turning
from xeploai.audit.synthesis.tried import tried
from xeploai.audit.synthesis.worlds import MOST_CHANGES, World, worlds
from xeploai.model.condition import Criterion
from xeploai.rating.judged import Judged, Levels
from xeploai.rating.levels import bits_at
from xeploai.rating.session import proven
from xeploai.truth import Bits

MOST_BEGINNINGS = 10
MOST_WORLDS = 40
"""Worlds that are tried for one gap: figures have to be found for each."""
MOST_WAYS = 2


def drafts_of_level(
    searching: Searching, kinds: Sequence[str], shows: Callable[[str, list[Bits]], bool]
) -> Iterator[Draft]:
    """Drafts whose level may show what is wanted: those of fewer changes first."""
    for draft, world in islice(_worlds(searching, kinds, shows), MOST_WORLDS):
        yield from _realized(searching, searching.prepared.levels[draft.kind], draft, world)


def _worlds(
    searching: Searching, kinds: Sequence[str], shows: Callable[[str, list[Bits]], bool]
) -> Iterator[tuple[Draft, World]]:
    beginnings = [
        (draft, judged)
        for kind in kinds
        for draft in begun(searching, kind)[:MOST_BEGINNINGS]
        if (judged := _judged(searching, draft)) is not None
    ]
    for changes in range(MOST_CHANGES + 1):
        # Three at once are many: they are tried from the first few tables only.
        for draft, judged in beginnings if changes < MOST_CHANGES else beginnings[:MOST_WAYS]:
            levels = searching.prepared.levels[draft.kind]
            bits, possible = bits_at(levels, judged), bits_at(levels, searching.prepared.blanks[draft.kind])
            found = worlds(levels, bits, possible, partial(shows, draft.kind), changes)
            yield from ((draft, world) for world in found)


def _judged(searching: Searching, draft: Draft) -> Judged | None:
    outcomes = tried(searching.prepared, draft)
    return proven(outcomes[0])[1] if outcomes else None


def _realized(searching: Searching, levels: Levels, draft: Draft, world: World) -> Iterator[Draft]:
    """Drafts in which the points come out as a world has it, one point turned after the other."""
    if not world:
        yield draft
        return
    (place, wanted), rest = world[0], world[1:]
    point, number = levels.points[place], levels.where[place]
    assert isinstance(point, Criterion) and number is not None
    ways = [(move, outcome) for move, outcome in turning(searching, point, draft) if outcome.bits[number] == wanted]
    others = [other for other in levels.where if other is not None and other != number]
    before = tried(searching.prepared, draft)
    if before:
        ways.sort(key=lambda way: sum(way[1].bits[other] != before[0].bits[other] for other in others))
    for move, _ in islice(ways, MOST_WAYS):
        yield from _realized(searching, levels, move, rest)
