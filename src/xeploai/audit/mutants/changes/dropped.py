"""A veto or an exemption left out."""

from collections.abc import Iterator

import attrs

from xeploai.audit.mutants.mutant import Change, Mutant
from xeploai.model.label import Label
from xeploai.rating.judged import Prepared

_SAYS = Label("bỏ đi", "left out")


def _mutants(prepared: Prepared) -> Iterator[Mutant]:
    rules = prepared.rules
    for veto in rules.vetoes:
        without = attrs.evolve(rules, vetoes=[one for one in rules.vetoes if one.id != veto.id])
        yield Mutant(("vetoes", veto.id), _SAYS, without)
    for exemption in rules.exemptions:
        left = attrs.evolve(rules, exemptions=[one for one in rules.exemptions if one.id != exemption.id])
        yield Mutant(("exemptions", exemption.id), _SAYS, left)


CHANGE = Change("dropped", _mutants)
