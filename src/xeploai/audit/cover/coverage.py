"""What the cases of a rule set show of all that some case should show."""

from collections.abc import Iterator

import attrs

from xeploai.audit.cases.case import CaseResult, Suite
from xeploai.audit.cover.covering import Covering, covering
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.registry import every_aspect
from xeploai.audit.cover.witness import witness
from xeploai.source import is_own


@attrs.frozen(eq=False)
class Tally:
    """One sort of thing that cases should show: how much of it there is, and what no case shows, by place."""

    aspect: Aspect
    number: int
    gaps: tuple[Obligation, ...]


@attrs.frozen(eq=False)
class Coverage:
    """A rule set, its cases as they came out, and what they leave out."""

    suite: Suite
    covering: Covering = attrs.field(repr=False)
    tallies: tuple[Tally, ...]

    @property
    def gaps(self) -> tuple[Obligation, ...]:
        """All that no case shows."""
        return tuple(gap for tally in self.tallies for gap in tally.gaps)


def coverage(suite: Suite) -> Coverage:
    """What the cases of a rule set show, by what they expect; one that fails shows nothing."""
    of = covering(suite.rules)
    shown = {one for result in suite.results for one in obligations_shown(of, result)}
    tallies = []
    for aspect in every_aspect():
        # What the file takes from another is exercised by the cases of that.
        wanted = list(dict.fromkeys(one for one in aspect.wanted(of) if is_own(suite.rules.source, one.path)))
        if wanted:
            tallies.append(Tally(aspect, len(wanted), tuple(one for one in wanted if one not in shown)))
    return Coverage(suite, of, tuple(tallies))


def obligations_shown(of: Covering, result: CaseResult) -> Iterator[Obligation]:
    """What one case shows."""
    there = witness(result)
    if there is not None:
        for aspect in every_aspect():
            yield from aspect.shown(of, there)
