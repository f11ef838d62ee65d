"""What is kept of one subject while its hierarchy is judged, and after: the node values, which are the whole proof."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

import attrs

from xeploai.evidence.contradiction import Contradiction
from xeploai.evidence.plan import Dictionary, Known
from xeploai.interval import Region
from xeploai.model.condition import Criterion, Role
from xeploai.model.evidence import Evidence
from xeploai.model.measure import Share
from xeploai.model.outcome import Excluded, Measured, Rating
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import Target
from xeploai.rating.landing import Range
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


class Reading(NamedTuple):
    """A measure as it was read: its ends, and where parts were counted, the part, the whole and the rest."""

    measured: Measured | None
    region: Region | None = None


class Asked(NamedTuple):
    """A criterion as it stands at a kind of subject, with all that a finding needs of it.

    `range` is there where numbers are held against the target, `outside` where subjects may leave the base of a share.
    `readings`: the other readings of the text on which it rests, as assumption and reading.
    """

    criterion: Criterion
    number: int
    role: Role
    target: Target
    range: Range | None
    read: Callable[["Judged"], Reading]
    outside: Callable[["Judged"], tuple[Excluded, ...]] | None
    readings: tuple[tuple[str, str], ...]


Statement = Literal["exactly", "at_most", "not"]
"""How a stated number of subjects that meet a criterion holds under another reading of that criterion."""

Step = Callable[[Judged], None]
"""One thing to work out for a subject, from what is known of it and what was worked out before."""


@attrs.frozen(eq=False)
class Prepared:
    """A rule set made ready to judge. `steps` are in an order in which nothing is used before it is worked out.

    `statements` says, for criteria read otherwise than chosen, how far a stated number of those that meet them holds.
    `variants` and `asked` are filled when findings are read.
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
    asked: dict[tuple[str, int], Asked] = attrs.field(factory=dict)
