"""What it takes for a subject to earn a level, or what keeps it from it."""

from typing import Literal

import attrs

from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.outcome import Missing
from xeploai.truth import Bits


@attrs.frozen
class Change:
    """A whole number of the subject that becomes another one; `old` is `None` where it was missing."""

    fact: str
    old: int | None
    new: int


def units(change: Change) -> int:
    """How many units a change counts; one of a missing figure is counted from nothing."""
    return abs(change.new - (change.old or 0))


Immovable = Literal["judged", "yes_or_no", "fixed", "below", "missing", "undetermined", "not_applicable", "together"]
"""Why no change helps.

`judged`: somebody judges it. `yes_or_no`: it happened or it did not, which is no number. `fixed`: a whole, a day, a
figure that others leave no room for. `below`: it is made of other subjects. `missing`: what is missing is nothing to
add. `undetermined`: the law does not say. `not_applicable`: there is nothing to judge. `together`: it can be met, and
not beside all the others.
"""


@attrs.frozen
class Blocked:
    """A condition of a level that no change of figures moves, how it stands, and why.

    `veto` and `exemption` are the id of the one that it makes hold, or may make hold; without either it is part of the
    rule. `missing` are the facts that are missing behind it.
    """

    condition: Criterion | Undetermined
    bits: Bits
    why: Immovable
    veto: str | None = None
    exemption: str | None = None
    missing: tuple[Missing, ...] = ()


@attrs.frozen
class Reach:
    """What it takes for a subject to earn a level, whatever is still missing turns out to be.

    `changes`: the fewest units of change, in the order of the rule file; `()` where the level is earned as it is
    (`reached`), `None` where none was found, and then `blocked` says why. `complete`: everything was looked through, so
    that no fewer units do, or that nothing does.
    """

    subject: str
    level: str
    reached: bool
    changes: tuple[Change, ...] | None
    blocked: tuple[Blocked, ...] = ()
    complete: bool = True
