"""A rule set whose cases are measured, with the variants of it that say what decides a level."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from xeploai.audit.cases.given import period_of
from xeploai.audit.citations import citations
from xeploai.located import Path
from xeploai.model.citation import Citation
from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.kind import members
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Levels, Prepared, Spread
from xeploai.rating.levels import levels_at
from xeploai.rating.prepare import make_ready
from xeploai.truth import OPEN, Bits
from xeploai.wellformed.conditions import placed

Point = Criterion | Undetermined


@attrs.frozen(eq=False)
class Covering:
    """A rule set made ready to judge. `variants`: what gives a level at a kind where a part of the rules is changed."""

    prepared: Prepared
    variants: dict[tuple[str, object], Levels | None] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def rules(self) -> Ruleset:
        """The rule set."""
        return self.prepared.rules

    @cached_property
    def cited(self) -> Mapping[Path, tuple[Citation, ...]]:
        """What each item of the rule file cites, by its key path."""
        found: dict[Path, tuple[Citation, ...]] = {}
        for path, cite in citations(self.rules):
            # An undetermined point stands in the condition of a rule, a veto or an exemption.
            found[path[:2]] = (*found.get(path[:2], ()), cite)
        return found

    @cached_property
    def placed_at(self) -> Mapping[str, frozenset[Path]]:
        """The rules, vetoes and exemptions that hold at each kind that is given a level, by their key paths."""
        kinds, there = self.prepared.dictionary.kinds, placed(self.rules)
        return {
            kind: frozenset(path for path, one in there.items() if not one.kinds or kind in members(kinds, one.kinds))
            for kind in self.prepared.levels
        }


def covering(rules: Ruleset) -> Covering:
    """A faultless rule set, made ready in the period of its cases."""
    return Covering(make_ready(rules, period_of(None, rules)))


def levels_with(covering: Covering, kind: str, key: object, change: Callable[[Ruleset], Ruleset]) -> Levels | None:
    """What gives a level at a kind under changed rules; made once for each key."""
    if (kind, key) not in covering.variants:
        changed = attrs.evolve(covering.prepared, rules=change(covering.rules))
        covering.variants[kind, key] = levels_at(changed, kind)
    return covering.variants[kind, key]


def possible_at(covering: Covering, kinds: Iterable[str]) -> dict[str, Bits]:
    """What each criterion may come out as at some kinds, by what nothing being known leaves possible."""
    found = {criterion.id: 0 for criterion in covering.prepared.criteria}
    for kind in kinds:
        for number, bits in enumerate(covering.prepared.blanks[kind].bits):
            found[covering.prepared.names[number]] |= bits
    return found


def spread_with(levels: Levels, changed: Levels, bits: Sequence[Bits], other: Mapping[Point, Bits]) -> Spread:
    """The levels that may come out under changed rules, where the points of the chosen ones come out as `bits` say."""
    known = {**dict(zip(levels.points, bits, strict=True)), **other}
    return changed.bounds([known.get(point, OPEN) for point in changed.points])
