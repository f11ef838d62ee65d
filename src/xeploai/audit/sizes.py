"""Small units: how many people each size of unit needs to meet a share or ratio, and which sizes cannot meet it."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple, get_args

import attrs

from xeploai.evidence.dictionary import pairs
from xeploai.evidence.relations import fits
from xeploai.model.condition import Criterion
from xeploai.model.measure import Measure, Ratio, Share
from xeploai.model.ruleset import is_about_above
from xeploai.model.target import Above, Between, Target
from xeploai.rating.judged import Prepared
from xeploai.rating.landing import Range, smallest
from xeploai.rating.measured import target_at
from xeploai.rating.order import concerned
from xeploai.rating.ranges import numbers, range_of


class Need(NamedTuple):
    """How many of a unit's people a target takes: at least, and at most where it has an upper end.

    `least` is `None` where no number will do. `extreme`: none or all of them, and nothing between.
    """

    size: int
    least: int | None
    most: int | None
    extreme: bool


def _kinds(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(items)


@attrs.frozen
class SizedTarget:
    """A share or ratio target at the kinds where it is the same, under the chosen reading or another.

    `within` is the range that is asked; `bounded`: the part is never more than the whole. `enough`: from this size on
    every size can meet it; `None` where no size is enough.
    """

    criterion: Criterion
    measure: Ratio | Share
    target: Target
    within: Range
    bounded: bool
    kinds: tuple[str, ...] = attrs.field(converter=_kinds)
    reading: tuple[str, str] | None = None

    @property
    def enough(self) -> int | None:
        """From this size on every size can meet it."""
        return enough(self.within)


def sized_targets(prepared: Prepared) -> Iterator[SizedTarget]:
    """Every share and ratio target, once for all kinds where it is the same, and what other readings ask."""
    for criterion in prepared.criteria:
        kinds = [kind for kind in prepared.dictionary.plans if concerned(prepared, criterion, kind)]
        chosen = list(_at_kinds(prepared, criterion, kinds, criterion.measure, criterion.target, None))
        yield from chosen
        asked = {(one.within, one.bounded) for one in chosen}
        for reading, measure, target in _otherwise(prepared, criterion):
            others = _at_kinds(prepared, criterion, kinds, measure, target, reading)
            yield from (one for one in others if (one.within, one.bounded) not in asked)


Otherwise = tuple[tuple[str, str], Measure, Target]


def _otherwise(prepared: Prepared, criterion: Criterion) -> Iterator[Otherwise]:
    """The other readings of a criterion: those spelt out, and the other words for what lies above its range."""
    for other in criterion.alternatives:
        yield (other.assumption, other.reading), other.measure or criterion.measure, other.target or criterion.target
    target = criterion.target
    for assumption in prepared.rules.assumptions if isinstance(target, Between) else ():
        if assumption.id in criterion.assume and is_about_above(assumption):
            assert isinstance(target, Between)
            for above in get_args(Above):
                if above in assumption.others:
                    yield (assumption.id, above), criterion.measure, attrs.evolve(target, above=above)


def _at_kinds(
    prepared: Prepared,
    criterion: Criterion,
    kinds: Iterable[str],
    measure: Measure,
    target: Target,
    reading: tuple[str, str] | None,
) -> Iterator[SizedTarget]:
    if not isinstance(measure, Ratio | Share):
        return
    alike: dict[Target, list[str]] = {}
    for kind in kinds:
        alike.setdefault(target_at(target, prepared.dictionary.kinds, kind), []).append(kind)
    for asked, at in alike.items():
        within = range_of(asked, numbers(prepared.dictionary.kinds, at[0]))
        yield SizedTarget(criterion, measure, asked, within, _bounded(prepared, measure), at, reading)


def _bounded(prepared: Prepared, measure: Ratio | Share) -> bool:
    up = prepared.dictionary.up
    return isinstance(measure, Share) or all(fits(up, part, whole) for part, whole, _ in pairs(measure))


def needs(target: SizedTarget, most: int) -> tuple[Need, ...]:
    """What each size from 1 to `most` needs."""
    return tuple(_need(target, size) for size in range(1, most + 1))


def _need(target: SizedTarget, size: int) -> Need:
    least, most = ends(target.within, size)
    tops = [top for top in (most, size if target.bounded else None) if top is not None]
    if tops and least > min(tops):
        return Need(size, None, None, extreme=False)
    extreme = target.bounded and max(least, 1) > min(*tops, size - 1)
    return Need(size, least, None if most is None else min(tops), extreme=extreme)


def ends(within: Range, size: int) -> tuple[int, int | None]:
    """The least and the most that lie within a range of shares of a size; `None` where it has no upper end."""
    low, high = within.low, within.high
    least = 0 if low is None else smallest(low, size, strict=within.low_open)
    if high is None:
        return least, None
    # The most that is not more than a share is one less than the least that is.
    return least, smallest(high, size, strict=not within.high_open) - 1


def unmeetable(within: Range, sizes: Iterable[int]) -> Iterator[int]:
    """The sizes of which no whole number lies within a range."""
    for size in sizes:
        least, most = ends(within, size)
        if most is not None and least > most:
            yield size


def enough(within: Range) -> int | None:
    """The size from which on every size has a whole number within the range; `None` where there is none.

    A range is as long as one of a unit's people where the size is 1 over its length; an open end asks for more.
    """
    low, high = within.low or Fraction(0), within.high
    if high is None:
        return 1
    if low == high:
        return 1 if low.denominator == 1 else None
    sizes = int(1 / (high - low)) + 1
    # Below that, the last size that fails is looked for from the top.
    last = next(unmeetable(within, range(sizes, 0, -1)), 0)
    return last + 1
