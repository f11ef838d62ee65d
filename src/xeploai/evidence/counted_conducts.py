"""How many conducts count for a fact, subject by subject."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from xeploai.evidence.incidents import Conduct, counts_once
from xeploai.evidence.known import learn
from xeploai.evidence.plan import Dictionary, Known, limits
from xeploai.evidence.tree import children_of, lower_first
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Count, Drawn, Fact
from xeploai.model.kind import members
from xeploai.model.period import Period
from xeploai.model.target import AtLeast

MOST_NAMED = 12
"""How many incidents a message names."""


class Tally(NamedTuple):
    """How many conducts count for a fact at a subject; no upper end where some may stand in no table.

    `incidents`: those of the conducts that certainly count.
    """

    low: int
    high: int | None
    incidents: tuple[str, ...] = ()


def drawn_of(fact: Fact) -> Drawn:
    """What a fact takes from the table of incidents; it takes something."""
    assert fact.incidents is not None
    return fact.incidents


def numbers_of_subjects(facts: Iterable[Fact]) -> list[Criterion]:
    """What makes the dictionary keep the numbers of subjects whose incidents count."""
    return [Criterion(fact.id, Count(drawn_of(fact).of), AtLeast(0)) for fact in facts if drawn_of(fact).of]


def counted(known: Dictionary, subjects: Sequence[Evidence]) -> dict[str, Known]:
    """What is known of the numbers of subjects below each."""
    below = children_of(subjects)
    result: dict[str, Known] = {}
    for subject in lower_first(subjects):
        children = [result[child.id] for child in below.get(subject.id, ())]
        result[subject.id], _ = learn(known, subject.kind, subject.facts, children)
    return result


def tallies_of(
    known: Dictionary,
    fact: Fact,
    subjects: Sequence[Evidence],
    by_subject: Mapping[str, list[Conduct]],
    numbers: Mapping[str, Known],
    period: Period,
    as_of: date | None,
) -> dict[str, Tally]:
    """The conducts that count for a fact, by subject."""
    means = drawn_of(fact)
    kinds = members(known.kinds, means.of)
    meant = [subject for subject in subjects if not kinds or subject.kind in kinds]
    own = {one.id: _own(means, by_subject.get(one.id, ()), period, as_of) for one in meant}
    if not kinds:
        return own
    below = children_of(subjects)
    rows: dict[str, int] = {}
    total: dict[str, Tally] = {}
    found: dict[str, Tally] = {}
    for subject in lower_first(subjects):
        lower = below.get(subject.id, ())
        rows[subject.id] = (subject.id in own) + sum(rows[child.id] for child in lower)
        number = numbers[subject.id].plan.index.get(Count(means.of))
        all_there = number is None or limits(numbers[subject.id], number).high == rows[subject.id]
        found[subject.id] = _sum([total[child.id] for child in lower], all_there=all_there)
        total[subject.id] = _sum([found[subject.id], own.get(subject.id, Tally(0, 0))], all_there=True)
    return found


def _own(means: Drawn, of_subject: Iterable[Conduct], period: Period, as_of: date | None) -> Tally:
    verdicts = [(counts_once(means, conduct, period, as_of), conduct) for conduct in of_subject]
    certain = [conduct for verdict, conduct in verdicts if verdict]
    possible = sum(verdict is not False for verdict, _ in verdicts)
    return Tally(len(certain), possible, tuple(incident.id for conduct in certain for incident in conduct.incidents))


def _sum(parts: Sequence[Tally], *, all_there: bool) -> Tally:
    highs = [part.high for part in parts]
    high = sum(one for one in highs if one is not None) if all_there and None not in highs else None
    named = tuple(id_ for part in parts for id_ in part.incidents)[: MOST_NAMED + 1]
    return Tally(sum(part.low for part in parts), high, named)
