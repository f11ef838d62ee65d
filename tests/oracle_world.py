"""Sets of still possible counts, written out one by one: the arithmetic of the oracle.

What may be true of a subject is a set of vectors of natural numbers, one axis for each sort of thing counted
(say: members who studied, members who did not). Two subjects together: every vector of one plus every vector
of the other. A figure somebody states: keep the vectors that agree. No intervals are computed anywhere.

Such a set may be infinite, where nothing bounds a count. It is then a finite list of *pieces*, each a vector
and the axes on which any natural number may be added. This is exact: there is no cut-off to argue about.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product
from typing import NamedTuple

Vector = tuple[int, ...]
Axes = frozenset[int]
Piece = tuple[Vector, Axes]
World = frozenset[Piece]

MET, NOT_MET, NOT_APPLICABLE = "met", "not_met", "not_applicable"

# Stands for "as many as you like" when a verdict is read. Verdicts compare linear forms whose coefficients
# are at most 100 and whose other terms are figures of a table: what holds so far out holds all the way out.
FAR = 10**12


class Limit(NamedTuple):
    """The counts on these axes add up to at least `least` and at most `most`."""

    axes: tuple[int, ...]
    least: int
    most: int | None

    def total(self, at: Vector) -> int:
        return sum(at[axis] for axis in self.axes)


def nothing(axes: int) -> World:
    return frozenset({((0,) * axes, frozenset())})


def anything(axes: int) -> World:
    return frozenset({((0,) * axes, frozenset(range(axes)))})


def points(*vectors: Vector) -> World:
    return frozenset((at, frozenset[int]()) for at in vectors)


def together(one: World, other: World) -> World:
    return tidy({(add(a, b), x | y) for a, x in one for b, y in other})


def all_together(axes: int, worlds: Iterable[World]) -> World:
    total = nothing(axes)
    for world in worlds:
        total = together(total, world)
    return total


def times(world: World, number: int) -> World:
    (vector, _), *_ = world
    return all_together(len(vector), [world] * number)


def add(a: Vector, b: Vector) -> Vector:
    return tuple(x + y for x, y in zip(a, b, strict=True))


def step(at: Vector, axis: int, by: int) -> Vector:
    return (*at[:axis], at[axis] + by, *at[axis + 1 :])


def tidy(pieces: set[Piece]) -> World:
    """Leave out a piece that is one step along an open axis from another: that one covers it."""

    def covered(at: Vector, open_: Axes) -> bool:
        return any((step(at, axis, -1), open_) in pieces for axis in open_)

    return frozenset(piece for piece in pieces if not covered(*piece))


def within(world: World, limits: list[Limit]) -> World:
    """Every vector of the world that keeps all the limits."""
    bounded = {axis for limit in limits if limit.most is not None for axis in limit.axes}
    kept: set[Piece] = set()
    for open_ in {axes for _, axes in world}:
        stays = open_ - bounded
        starts = {at for at, axes in world if axes == open_}
        kept |= {(at, stays) for at in _grown(starts, open_, stays, limits)}
    return tidy(kept)


def _grown(starts: set[Vector], open_: Axes, stays: Axes, limits: list[Limit]) -> Iterator[Vector]:
    """Walk outwards from the starts over the open axes, and give what keeps the limits.

    On an axis that no limit bounds, a step is only of use while some sum over it is still too small: further
    out is covered by leaving the axis open. On the others the walk ends at the bound. So nothing is missed.
    """
    seen, queue = set(starts), list(starts)
    while queue:
        at = queue.pop()
        sums = [(limit, limit.total(at)) for limit in limits]
        if any(limit.most is not None and total > limit.most for limit, total in sums):
            continue
        short = {axis for limit, total in sums if total < limit.least for axis in limit.axes}
        if all(total >= limit.least for limit, total in sums):
            yield at
        for axis in open_:
            if axis in stays and axis not in short:
                continue
            further = step(at, axis, 1)
            if further not in seen:
                seen.add(further)
                queue.append(further)


def merged(world: World, groups: tuple[tuple[int, ...], ...]) -> World:
    """The same world, counted more coarsely: each group of axes becomes one axis, the others are dropped."""

    def coarse(at: Vector, open_: Axes) -> Piece:
        sums = tuple(sum(at[axis] for axis in group) for group in groups)
        return sums, frozenset(new for new, group in enumerate(groups) if open_.intersection(group))

    return tidy({coarse(*piece) for piece in world})


def ratio_outcomes(world: World, least: Fraction) -> frozenset[str]:
    """What part / (part + rest) >= least may come to, of a world of (part, rest)."""
    found: set[str] = set()
    for part, rest in _corners(world):
        if part + rest == 0:
            found.add(NOT_APPLICABLE)
        elif part * least.denominator >= (part + rest) * least.numerator:
            found.add(MET)
        else:
            found.add(NOT_MET)
    return frozenset(found)


def amount_outcomes(world: World, least: int) -> frozenset[str]:
    """What the sum over all axes >= least may come to."""
    return frozenset(MET if sum(at) >= least else NOT_MET for at in _corners(world))


def _corners(world: World) -> Iterator[Vector]:
    """Enough vectors of every piece to see each outcome that some vector of it has.

    A verdict turns on the sign of a form that is linear along an open axis, and on the whole being above
    zero: it suffices to look at the piece itself, one step along (for a whole of 0), and very far along.
    """
    for at, open_ in world:
        for growth in product(*((0, 1, FAR) if axis in open_ else (0,) for axis in range(len(at)))):
            yield add(at, growth)
