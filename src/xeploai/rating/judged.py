"""What is kept of one subject while its hierarchy is judged, and after: the node values, which are the whole proof."""

from collections.abc import Callable, Mapping
from typing import Literal

import attrs

from xeploai.evidence.contradiction import Contradiction
from xeploai.evidence.plan import Dictionary, Known
from xeploai.interval import Region
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.measure import Share
from xeploai.model.outcome import Rating
from xeploai.model.ruleset import Ruleset
from xeploai.truth import Bits


@attrs.define(eq=False)
class Judged:
    """A subject with what is known of it and how each criterion came out, by the numbers of the prepared rules.

    `bits` is 0 where a criterion does not concern the kind; `shares` holds the subjects counted by each share.
    """

    evidence: Evidence
    known: Known
    bits: list[Bits]
    shares: list[Region | None]
    children: tuple["Judged", ...] = ()
    clashes: list[Contradiction] = attrs.field(factory=list)


Statement = Literal["exactly", "at_most", "not"]
"""How a stated number of subjects that meet a criterion holds under another reading of that criterion."""

Step = Callable[[Judged], None]
"""One thing to work out for a subject, from what is known of it and what was worked out before."""


@attrs.frozen(eq=False)
class Prepared:
    """A rule set made ready to judge. `steps` are in an order in which nothing is used before it is worked out.

    `statements` says, for criteria read otherwise than chosen, how far a stated number of those that meet them holds.
    """

    rules: Ruleset
    dictionary: Dictionary
    criteria: tuple[Criterion, ...]
    names: tuple[str, ...]
    numbers: Mapping[str, int]
    shares: Mapping[Share, int]
    statements: Mapping[str, Statement] = attrs.field(factory=dict)
    steps: dict[str, tuple[Step, ...]] = attrs.field(factory=dict)
    blanks: dict[str, Judged] = attrs.field(factory=dict)
    rate: dict[str, Callable[[Judged], Rating | None]] = attrs.field(factory=dict)
    variants: dict[tuple[str, str], "Prepared"] = attrs.field(factory=dict)
