"""What is known of one subject: the limits of its figures, from its own data, the rows below it, and the dictionary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from xeploai.evidence.absent import each_once, may_stand_below
from xeploai.evidence.contradiction import (
    Contradiction,
    OwnAgainstParts,
    PartsOutOfBounds,
    RowsAgainstStated,
    narrow,
)
from xeploai.evidence.following import disagreements
from xeploai.evidence.plan import Absent, Dictionary, Known, Plan, below_kind, limits
from xeploai.evidence.terms import Awaited, Figure
from xeploai.interval import ZERO, Interval, contains, is_empty, meet, plus, times
from xeploai.model.evidence import Answer
from xeploai.model.fact import Count

ANY_NUMBER = Interval(0, None)
NO_KIND: frozenset[str] = frozenset()


def learn(
    dictionary: Dictionary,
    kind: str,
    facts: Mapping[str, Answer],
    children: Sequence[Known],
    *,
    row: bool = True,
    counted: Mapping[str, Interval] = MappingProxyType({}),
) -> tuple[Known, list[Contradiction]]:
    """What is known of a subject of a kind, and what in it cannot be.

    `children` are what is known of the subjects directly below. `row=False` is a subject of which there is no row.
    `counted`: what other things than figures say of some facts.
    """
    plan = dictionary.plans[kind]
    low, high = list(plan.low), list(plan.high)
    problems: list[Contradiction] = [*disagreements(plan, facts)] if plan.implications else []
    for fact, number, given in plan.counts:
        value = facts.get(fact, given)
        if value is not None:
            low[number] = high[number] = whole(value)
    for fact, interval in counted.items():
        number = plan.index[fact]
        within = meet(Interval(low[number], high[number]), interval)
        if is_empty(within):
            problems.append(OwnAgainstParts(number, low[number] or 0, interval))
        else:
            low[number], high[number] = within
    missing = absent_below(plan, low, high, children, problems)
    stated = [s.kinds for s in plan.stated if low[s.fact] is not None and low[s.fact] == high[s.fact]]
    present = [child.present | {child.plan.kind} for child in children]
    below = tuple(children)
    known = Known(plan, facts, low, high, below, missing, _united(stated), _united(present))
    if dictionary.children[kind]:
        _add_up(dictionary, known, problems)
    _take_rows_for_all(known)
    if row:
        _settle_blanks(known)
    if not problems:
        problems += narrow(plan, low, high)
    if problems:
        # What contradicts itself says nothing to those above, who would only repeat the complaint.
        low[:], high[:] = plan.low, plan.high
    return known, problems


def _take_rows_for_all(known: Known) -> None:
    """Nothing stated and rows present: the rows are all, if only this subject could have stated the number.

    It is so whatever may be below a unit on the way that says nothing: agencies stand under units that have none.
    """
    for item in known.plan.stated:
        if item.alone and item.kinds & known.present and not item.kinds & known.stated:
            known.high[item.total] = known.low[item.total]


def _united(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return NO_KIND.union(*sets) if sets else NO_KIND


def blanks(dictionary: Dictionary, kinds: Iterable[str]) -> dict[str, Known]:
    """What the dictionary alone says of a subject of each of some kinds, for those that have no row."""
    return {kind: _blank(dictionary, kind) for kind in kinds}


def _blank(dictionary: Dictionary, kind: str) -> Known:
    if kind not in dictionary.blanks:
        circle = _circle(dictionary.children, kind)
        # Kinds that may stand below themselves meet bare limits there, whichever of them is asked for first.
        for one in circle:
            plan = dictionary.plans[one]
            dictionary.blanks[one] = Known(plan, {}, list(plan.low), list(plan.high))
        dictionary.blanks.update({one: learn(dictionary, one, {}, (), row=False)[0] for one in circle})
    return dictionary.blanks[kind]


def _circle(children: Mapping[str, tuple[str, ...]], kind: str) -> tuple[str, ...]:
    """A kind, and those that may stand both above and below it."""
    below = below_kind(children, kind)
    others = (one for one in below if one != kind and kind in below_kind(children, one)) if kind in below else ()
    return (kind, *others)


def absent_below(
    plan: Plan,
    low: list[int | None],
    high: list[int | None],
    children: Sequence[Known],
    problems: list[Contradiction],
) -> tuple[Absent, ...]:
    """The subjects that stated numbers count and that have no row."""
    found = []
    for stated in plan.stated:
        number = low[stated.fact]
        if number is None or number != high[stated.fact]:
            continue
        there = ZERO
        for child in children:
            if (at := child.plan.index.get(plan.figures[stated.total])) is not None:
                there = plus(there, limits(child, at))
        most = number - (there.low or 0)
        if most < 0:
            problems.append(RowsAgainstStated(stated.fact, number, there.low or 0))
        else:
            least = 0 if there.high is None else max(0, number - there.high)
            found.append(Absent(stated.kinds, Interval(least, most)))
    return each_once(found)


def _add_up(dictionary: Dictionary, known: Known, problems: list[Contradiction]) -> None:
    """Totals over the rows below, and over those that have none."""
    own = {number for fact, number, given in known.plan.counts if known.facts.get(fact, given) is not None}
    for alike in known.plan.alike:
        rows, groups = _below(dictionary, known, alike[0])
        inner = may_stand_below(dictionary, groups) if groups else NO_KIND
        for number in alike if rows or groups else ():
            total = _total(dictionary, known, number, rows, groups, inner)
            if number not in own:
                allowed = limits(known, number)
                known.low[number], known.high[number] = possible = meet(allowed, total)
                problems += [PartsOutOfBounds(number, allowed, total)] if is_empty(possible) else []
            elif (value := known.low[number]) is not None and not contains(total, value):
                problems.append(OwnAgainstParts(number, value, total))


def _below(dictionary: Dictionary, known: Known, number: int) -> tuple[list[Known], list[Absent]]:
    """The rows that feed a figure, and those that are missing; none of either where nothing says what is below."""
    feeding = known.plan.feeding[number]
    rows = [child for child in known.children if child.plan.kind in feeding]
    return rows, list(groups_below(dictionary, known, number)) if feeding else []


def _total(
    dictionary: Dictionary,
    known: Known,
    number: int,
    rows: Sequence[Known],
    groups: Sequence[Absent],
    inner: frozenset[str],
) -> Interval:
    """The total of a figure over all below, and the subject itself where it is of the kinds that are counted."""
    plan = known.plan
    low: int | None = plan.itself[number]
    high = low
    for child in rows:
        at = plan.places[child.plan.kind][number]
        least, most = child.low[at], child.high[at]
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    total = Interval(low, high)
    for group in groups:
        total = plus(total, _of_absent(dictionary, group, plan.figures[number], inner))
    return total


def _of_absent(dictionary: Dictionary, group: Absent, figure: Figure, inner: frozenset[str]) -> Interval:
    """What subjects without a row add to a figure; `inner`: kinds that may be in another's total already.

    Where some may be, each adds itself to a number of subjects, and to other figures those of `inner` add nothing for
    certain.
    """
    each = []
    for kind in group.kinds:
        nobody = _blank(dictionary, kind)
        at = nobody.plan.index.get(figure)
        alone = ZERO if at is None else limits(nobody, at)
        if at is not None and isinstance(figure, Count) and inner:
            alone = Interval(nobody.plan.itself[at], alone.high)
        elif kind in inner and alone.low is not None:
            alone = Interval(min(0, alone.low), alone.high)
        each.append(alone)
    lows = [interval.low for interval in each]
    if any(low is None for low in lows):
        return Interval(None, None)
    highs = [interval.high for interval in each]
    least = min(low for low in lows if low is not None)
    most = None if any(high is None for high in highs) else max(high for high in highs if high is not None)
    return times(group.number, Interval(least, most)) if least >= 0 else Interval(None, None)


def groups_below(dictionary: Dictionary, known: Known, number: int) -> Iterator[Absent]:
    """The rows that are missing among the kinds that feed a figure; a kind of which nothing is said is open.

    Nothing stated and rows present: the rows are all. Nothing stated and no row: open, which the caller sees as nothing
    found. One kind stated and another neither stated nor with a row: that other one is open.
    """
    feeding, below = known.plan.feeding[number], known.plan.below[number]
    if not known.stated & below:
        return
    yield Absent(known.stated & below, ZERO)
    yield from (group for group in known.absent if group.kinds & below)
    for kind in feeding:
        if kind not in known.present and not _covered(dictionary, kind, known.stated, below):
            yield Absent(frozenset((kind,)), ANY_NUMBER)


def _covered(
    dictionary: Dictionary, kind: str, stated: frozenset[str], below: frozenset[str], above: frozenset[str] = NO_KIND
) -> bool:
    """Whether stated numbers account for a kind: for itself, or for all below it. A circle accounts for nobody."""
    if kind in stated or kind in above:
        return kind in stated
    inner = [child for child in dictionary.children[kind] if child in below and child != kind]
    return bool(inner) and all(_covered(dictionary, child, stated, below, above | {kind}) for child in inner)


def _settle_blanks(known: Known) -> None:
    """A blank that means *nothing is awaited*, where the subject has no rows below that could say more."""
    for number in known.plan.awaited:
        figure = known.plan.figures[number]
        assert isinstance(figure, Awaited)
        own = known.facts.get(figure.fact)
        if own is not None:
            known.low[number] = known.high[number] = whole(own)
        elif figure.fact in known.plan.facts:
            feeding = known.plan.feeding[number]
            if not any(child.plan.kind in feeding for child in known.children):
                known.low[number] = known.high[number] = 0


def whole(answer: Answer) -> int:
    """The answer to a count, which was admitted as one."""
    assert isinstance(answer, int)
    return answer
