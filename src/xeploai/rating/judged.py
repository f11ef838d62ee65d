"""What is kept of one subject while its hierarchy is judged, and after: the node values, which are the whole proof."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

import attrs

from xeploai.evidence.contradiction import Contradiction
from xeploai.evidence.plan import Dictionary, Known
from xeploai.interval import Region
from xeploai.model.condition import Condition, Criterion, Role, Undetermined
from xeploai.model.evidence import Evidence
from xeploai.model.measure import Share
from xeploai.model.outcome import Excluded, Measured, Rating
from xeploai.model.period import Period
from xeploai.model.ruleset import Exemption, Rule, Ruleset, Veto
from xeploai.model.scale import Scale
from xeploai.model.target import Target
from xeploai.rating.landing import Range
from xeploai.truth import Bits


@attrs.define(eq=False, repr=False)
class Judged:
    """A subject with what is known of it and how each criterion came out, by the numbers of the prepared rules.

    `bits` is 0 where a criterion does not concern the kind; `shares` holds the subjects counted by each share. `spread`
    is the levels that may be proposed (`rating.levels`), 0 where none is.
    """

    evidence: Evidence
    known: Known
    bits: list[Bits]
    shares: list[Region | None]
    children: tuple["Judged", ...]
    spread: int
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
    outside: Callable[["Judged", Callable[["Judged"], str | None]], tuple[Excluded, ...]] | None
    readings: tuple[tuple[str, str], ...]


Statement = Literal["exactly", "at_most", "not"]
"""How a stated number of subjects that meet a criterion holds under another reading of that criterion."""

Step = Callable[[Judged], None]
"""One thing to work out for a subject, from what is known of it and what was worked out before."""


Gate = Callable[[Sequence[Bits]], Bits]


class Gates(NamedTuple):
    """Conditions, prepared: where the outcome of each stands once the gates were worked out, one after the other."""

    places: dict[Condition, int]
    gates: list[Gate]


Bands = list[tuple[tuple[int, ...], list[tuple[Bits, ...]]]]
"""Groups of places in a list of outcomes, each with the combinations that are possible there."""

Spread = int
"""The levels that may come out, a bit each, the worst first; the bit above the best: nothing to judge."""

Bounds = Callable[[Sequence[Bits]], Spread]


class Levels(NamedTuple):
    """What gives a level at a kind: `points` are the criteria and the open points of law of all its conditions.

    `where` says which criterion a point is, `numbered` where the outcome of each condition stands once it was worked
    out, `bounds` what the outcomes of the points come to, `bands` how those that are open combine.
    """

    scale: Scale
    rules: tuple[Rule, ...]
    vetoes: tuple[Veto, ...]
    exemptions: tuple[Exemption, ...]
    points: tuple[Criterion | Undetermined, ...]
    where: tuple[int | None, ...]
    numbered: Gates
    bounds: Bounds
    bands: Callable[[Judged, Sequence[Bits]], Bands]


@attrs.frozen(eq=False, repr=False)
class Prepared:
    """A rule set made ready to judge. `steps` are in an order in which nothing is used before it is worked out.

    `statements` says, for criteria read otherwise than chosen, how far a stated number of those that meet them holds.
    `variants` and `asked` are filled when findings are read.
    """

    rules: Ruleset
    period: Period | None
    dictionary: Dictionary
    criteria: tuple[Criterion, ...]
    names: tuple[str, ...]
    numbers: Mapping[str, int]
    shares: Mapping[Share, int]
    statements: Mapping[str, Statement] = attrs.field(factory=dict)
    steps: dict[str, tuple[Step, ...]] = attrs.field(factory=dict)
    blanks: dict[str, Judged] = attrs.field(factory=dict)
    levels: dict[str, Levels] = attrs.field(factory=dict)
    ratings: dict[tuple[Spread, str | None], Rating | None] = attrs.field(factory=dict)
    variants: dict[tuple[str, str], "Prepared"] = attrs.field(factory=dict)
    asked: dict[tuple[str, int], Asked] = attrs.field(factory=dict)
