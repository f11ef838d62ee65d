"""Other words for what lies above a range."""

from collections.abc import Iterator
from typing import get_args

import attrs

from xeploai.audit.mutants.asked import said_instead
from xeploai.audit.mutants.mutant import Change, Mutant
from xeploai.audit.replaced import with_criterion
from xeploai.model.target import Above, Between
from xeploai.rating.judged import Prepared


def _mutants(prepared: Prepared) -> Iterator[Mutant]:
    for criterion in prepared.criteria:
        target = criterion.target
        if isinstance(target, Between):
            for word in get_args(Above):
                if word != target.above:
                    other = attrs.evolve(target, above=word)
                    changed = with_criterion(prepared.rules, attrs.evolve(criterion, target=other))
                    yield Mutant(("criteria", criterion.id), said_instead(prepared.rules, criterion, other), changed)


CHANGE = Change("range", _mutants)
