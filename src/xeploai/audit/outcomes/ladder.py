"""What gives levels, over all that can come out: which rules decide, and what vetoes and exemptions leave of that."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from xeploai.audit.outcomes.worlds import (
    UNMET,
    Demand,
    Space,
    Work,
    demand,
    is_impossible,
    never,
    points_under,
    space_of,
)
from xeploai.model.ruleset import Rule, Veto
from xeploai.model.scale import rank
from xeploai.rating.judged import Levels, Prepared
from xeploai.rating.levels import bits_at
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits


@attrs.frozen(eq=False)
class Ladder:
    """The rules, vetoes and exemptions of some kinds at which the same can come out; `floor` is the level without.

    `of_rules`, `of_vetoes` and `of_exemptions`: where the outcomes of their conditions stand.
    """

    kinds: tuple[str, ...]
    levels: Levels
    space: Space
    floor: str
    of_rules: tuple[int, ...]
    of_vetoes: tuple[int, ...]
    of_exemptions: tuple[int, ...]

    @cached_property
    def points(self) -> Mapping[int, frozenset[int]]:
        """The places of the points of each condition, by its place."""
        return {place: points_under(self.space, place) for place in self.of_rules + self.of_vetoes + self.of_exemptions}


def ladders(prepared: Prepared) -> Iterator[Ladder]:
    """What gives levels, once for all kinds at which the same can come out."""
    alike: dict[object, list[str]] = {}
    made: dict[object, Space] = {}
    for kind, levels in prepared.levels.items():
        bits = tuple(bits_at(levels, prepared.blanks[kind]))
        groups = levels.bands(prepared.blanks[kind], bits)
        combined = tuple((places, tuple(combinations)) for places, combinations in groups)
        key: object = (levels.rules, levels.vetoes, levels.exemptions, bits, combined)
        alike.setdefault(key, []).append(kind)
        made.setdefault(key, space_of(levels.numbered, bits, groups))
    for key, kinds in alike.items():
        levels, places = prepared.levels[kinds[0]], made[key].gates.places
        yield Ladder(
            tuple(kinds),
            levels,
            made[key],
            prepared.rules.otherwise or "",
            tuple(places[rule.when] for rule in levels.rules),
            tuple(places[veto.when] for veto in levels.vetoes),
            tuple(places[one.when] for one in levels.exemptions),
        )


def can_be_met(ladder: Ladder, one: Rule | Veto) -> bool:
    """Whether the condition of a rule or a veto may be met."""
    return not is_impossible(ladder.space, _place(ladder, one), Work())


def never_decides(ladder: Ladder, rule: Rule) -> bool:
    """Whether a rule never gives the level: where it is met, so is a better one."""
    return never(ladder.space, _earned(ladder, rule))


def never_comes_out(ladder: Ladder, rule: Rule) -> bool:
    """Whether a level that a rule gives is always taken away again, by vetoes with a lower cap or an exemption."""
    level = rank(ladder.levels.scale, rule.level)
    lower = [veto for veto in ladder.levels.vetoes if rank(ladder.levels.scale, veto.cap) < level]
    return never(ladder.space, _also(_earned(ladder, rule), _unmet(ladder, lower), _rated(ladder)))


def never_lowers(ladder: Ladder, veto: Veto, without: Sequence[Veto]) -> bool:
    """Whether a veto changes no level, whatever the rules give; the vetoes `without` are thought away."""
    levels, scale = ladder.levels, ladder.levels.scale
    cap = rank(scale, veto.cap)
    # Vetoes with a higher cap leave it something to lower.
    as_low = [one for one in levels.vetoes if one is not veto and one not in without and rank(scale, one.cap) <= cap]
    alone = _also({_place(ladder, veto): MET}, _unmet(ladder, as_low), _rated(ladder))
    work = Work()
    return all(never(ladder.space, _also(alone, above), work) for above in _above(ladder, cap))


def _above(ladder: Ladder, cap: int) -> Iterator[Demand]:
    """The ways in which more than a cap comes of the rules, or nothing that the lowest cap would leave so."""
    levels, scale = ladder.levels, ladder.levels.scale
    yield from (_earned(ladder, rule) for rule in levels.rules if rank(scale, rule.level) > cap)
    none = _unmet(ladder, levels.rules)
    if rank(scale, ladder.floor) > cap:
        yield from (_also(none, {_place(ladder, rule): NOT_MET}) for rule in levels.rules)
    if cap == 0:
        yield _also(none, {_place(ladder, rule): NOT_APPLICABLE for rule in levels.rules})


def _earned(ladder: Ladder, rule: Rule) -> Demand:
    rules = ladder.levels.rules
    return _also({_place(ladder, rule): MET}, _unmet(ladder, rules[: rules.index(rule)]))


def _rated(ladder: Ladder) -> Demand:
    return dict.fromkeys(ladder.of_exemptions, UNMET)


def _unmet(ladder: Ladder, those: Sequence[Rule | Veto]) -> Demand:
    return {_place(ladder, one): UNMET for one in those}


def _place(ladder: Ladder, one: Rule | Veto) -> int:
    if isinstance(one, Rule):
        return ladder.of_rules[ladder.levels.rules.index(one)]
    return ladder.of_vetoes[ladder.levels.vetoes.index(one)]


def _also(*demands: Demand) -> Demand:
    wanted: list[tuple[int, Bits]] = [pair for one in demands for pair in one.items()]
    return demand(*wanted)
