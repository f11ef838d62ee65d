"""A limit that belongs to what is asked left out of it, and the other way round."""

from collections.abc import Iterator

import attrs

from xeploai.audit.mutants.asked import said_instead
from xeploai.audit.mutants.changes.thresholds import are_whole
from xeploai.audit.mutants.mutant import Change, Mutant
from xeploai.audit.replaced import with_criterion
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.rating.judged import Prepared


def _mutants(prepared: Prepared) -> Iterator[Mutant]:
    """Where values are whole or rungs this is the next threshold, which is tried as such."""
    for criterion in prepared.criteria:
        target = _swapped(criterion.target)
        if target is not None and not are_whole(prepared, criterion):
            changed = with_criterion(prepared.rules, attrs.evolve(criterion, target=target))
            yield Mutant(("criteria", criterion.id), said_instead(prepared.rules, criterion, target), changed)


def _swapped(target: Target) -> Target | None:
    match target:
        case AtLeast(limit):
            return MoreThan(limit)
        case MoreThan(limit):
            return AtLeast(limit)
        case AtMost(limit):
            return LessThan(limit)
        case LessThan(limit):
            return AtMost(limit)
        case Equals() | Between():
            return None


CHANGE = Change("strictness", _mutants)
