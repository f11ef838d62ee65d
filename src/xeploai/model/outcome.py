"""What was found of a subject."""

from fractions import Fraction
from typing import Any, Literal, NamedTuple

import attrs

from xeploai.interval import Interval
from xeploai.model.condition import Criterion, Role, Undetermined
from xeploai.model.evidence import Evidence
from xeploai.model.scale import Scale, rank
from xeploai.model.target import Target
from xeploai.noun import Noun
from xeploai.truth import Bits, Verdict, verdict

Why = Literal["not_reported", "awaiting_decision", "awaiting_assessment", "undetermined"]


class Rating(NamedTuple):
    """The level as bounds: `highest` is the best that the missing data still allow, `lowest` the worst.

    That is the proposal; `decided` is the level that the competent authority decided, or the word for *not assessed*.
    `may_be_unrated`: the missing data may also turn out to leave the rules nothing to judge. Where a level was decided
    and the rules propose none (an exemption holds, or there is nothing to judge), both ends are `None`. `differs`: the
    level decided lies outside of what may be proposed.
    """

    highest: str | None
    lowest: str | None
    may_be_unrated: bool = False
    decided: str | None = None
    differs: bool = False

    @property
    def level(self) -> str | None:
        """The level proposed, where only one is left."""
        return self.highest if self.highest == self.lowest and not self.may_be_unrated else None


def decided_on(scale: Scale, rating: Rating, decided: str) -> Rating:
    """A rating beside the level that was decided, which differs where it lies outside of what may be proposed."""
    possible = rating.may_be_unrated
    if any(level.id == decided for level in scale.levels):
        low, high = (rank(scale, end) if end else -1 for end in (rating.lowest, rating.highest))
        possible = low <= rank(scale, decided) <= high
    return rating._replace(decided=decided, differs=not possible)


class OtherRating(NamedTuple):
    """How a subject would be rated if the text were read in another way."""

    assumption: str
    reading: str
    rating: Rating | None


class Obstacle(NamedTuple):
    """What stands between a subject and a level: a condition of its rule that is not met, or a veto that caps below.

    `veto` is the id of the veto, `condition` the criterion or the point that decides; `bits` how that came out.
    """

    condition: Criterion | Undetermined
    bits: Bits
    veto: str | None = None


class Standing(NamedTuple):
    """The level of a subject with its why.

    `missing`: every fact that can still change the level. `settles`: a smallest set of them that leaves one level
    whatever their values; `None` where no set does. `undetermined`: the points of law that keep the level open.
    `exemptions` and `vetoes`: the ids of those that hold. `obstacles`: level by level above the lowest that is still
    possible, best first, what stands in the way.
    """

    subject: str
    rating: Rating | None
    missing: tuple["Missing", ...] = ()
    settles: tuple["Missing", ...] | None = None
    undetermined: tuple[Undetermined, ...] = ()
    exemptions: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()
    obstacles: tuple[tuple[str, tuple[Obstacle, ...]], ...] = ()
    readings: tuple[OtherRating, ...] = ()

    @property
    def depends(self) -> bool:
        """Whether the level depends on how the text is read."""
        return any(other.rating != self.rating for other in self.readings)


class OtherAllowance(NamedTuple):
    """What a quota would allow if the text were read in another way."""

    assumption: str
    reading: str
    allowed: Interval
    excess: Interval


class QuotaOutcome(NamedTuple):
    """How many of a group are at a level, how many may be, and how many are too many: bounds that hold together.

    `authority` is the id of the subject below which the group was formed, if any; `group` its name.
    """

    quota: str
    level: str
    authority: str | None
    group: str
    members: tuple[str, ...]
    allowed: Interval
    actual: Interval
    excess: Interval
    readings: tuple[OtherAllowance, ...] = ()


class GoalOutcome(NamedTuple):
    """How a *chỉ tiêu* came out at a subject. `exceeded`: met, and every part of it that can be exceeded is."""

    subject: str
    goal: str
    bits: Bits
    exceeded: bool
    criteria: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """The name of the outcomes still possible."""
        return verdict(self.bits)


@attrs.frozen(repr=False, eq=False)
class Outcome(Noun):
    """All that was found of a subject: the possible outcomes of each criterion that concerns it, and its rating.

    `proof` is what the findings are made of when they are read (`xeploai.findings`).
    """

    evidence: Evidence
    criteria: tuple[str, ...] = attrs.field(repr=False)
    bits: tuple[Bits, ...]
    rating: Rating | None = None
    proof: Any = attrs.field(default=None, eq=False, repr=False)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict of each criterion that concerns the subject, in the order of the rules."""
        return {name: verdict(bits) for name, bits in zip(self.criteria, self.bits, strict=True) if bits}


Measurement = Fraction | str | bool


class Measured(NamedTuple):
    """The ends of what was measured: shares and counts as fractions, levels as ids, yes-no as truth values.

    `None` is an open end; `…_open` says that an end is not attained.
    """

    low: Measurement | None
    high: Measurement | None
    low_open: bool = False
    high_open: bool = False


class Missing(NamedTuple):
    """A fact of a subject that can still change a verdict, and why it is missing."""

    subject: str
    fact: str
    why: Why
    kind: str = ""


class Unlisted(NamedTuple):
    """Subjects that are there and have no row: of which kinds, below whom, and how many at least and at most."""

    below: str
    kinds: tuple[str, ...]
    number: Interval


class Excluded(NamedTuple):
    """Subjects left out of the base of a share: the reason that the data give, else the exemption that holds."""

    reason: str | None
    subjects: tuple[str, ...]
    exemption: str | None = None


class LevelsTaken(NamedTuple):
    """Whose levels a finding rests on: how many were decided, and how many are only proposed, `by` which rule set.

    A subject of which nothing is decided and nothing proposed is in neither number.
    """

    decided: int
    proposed: int = 0
    by: str | None = None


class OtherReading(NamedTuple):
    """How a finding would come out if the text were read in another way."""

    assumption: str
    reading: str
    bits: Bits
    measured: Measured | None

    @property
    def verdict(self) -> Verdict:
        """The name of the outcomes still possible."""
        return verdict(self.bits)


class Finding(NamedTuple):
    """One verdict with its why.

    `target` is what was asked of this kind of subject. `short`: the fewest further units that would make it met, all
    other stated facts as they are; `None` where no number of units would, or where it is not units that are counted.
    `noted`: met above the range and above the smallest count that reaches its lower end; `None` while open.
    `exceeded`: certainly beyond the least that meets the target. `levels`: whose levels it rests on, if on any.
    `depends`: another reading comes out differently.
    """

    subject: str
    criterion: Criterion
    role: Role
    bits: Bits
    target: Target
    measured: Measured | None = None
    part: Interval | None = None
    whole: Interval | None = None
    rest: Interval | None = None
    excluded: tuple[Excluded, ...] = ()
    short: int | None = None
    noted: bool | None = False
    exceeded: bool = False
    missing: tuple[Missing, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()
    why: Why | None = None
    readings: tuple[OtherReading, ...] = ()
    levels: LevelsTaken | None = None

    @property
    def verdict(self) -> Verdict:
        """The name of the outcomes still possible."""
        return verdict(self.bits)

    @property
    def depends(self) -> bool:
        """Whether the conclusion depends on how the text is read."""
        return any(reading.bits != self.bits for reading in self.readings)
