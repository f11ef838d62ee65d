"""Each veto and each exemption alone decisive: without it, and all others as they are, the level would be another."""

from collections.abc import Iterator

import attrs

from xeploai.audit.cover.covering import Covering, levels_with
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Witness
from xeploai.locator import Path
from xeploai.model.label import Label
from xeploai.model.ruleset import Ruleset
from xeploai.rating.conditions import worked_out
from xeploai.rating.judged import Judged, Levels
from xeploai.rating.levels import bits_at
from xeploai.truth import MET

NAME = "decisive"
_WORDS = {
    "vetoes": Label("một mình quyết định mức", "alone decides the level"),
    "exemptions": Label("một mình quyết định là không xếp loại", "alone decides that no level is given"),
}


def _wanted(covering: Covering) -> Iterator[Obligation]:
    here = [path for levels in covering.prepared.levels.values() for path, _ in _holding(levels)]
    yield from (Obligation(NAME, path) for path in dict.fromkeys(here))


def _holding(levels: Levels) -> Iterator[tuple[Path, int]]:
    """The vetoes and exemptions at a kind, with the place at which the outcome of each is worked out."""
    yield from ((("vetoes", one.id), levels.numbered.places[one.when]) for one in levels.vetoes)
    yield from ((("exemptions", one.id), levels.numbered.places[one.when]) for one in levels.exemptions)


def _shown(covering: Covering, witness: Witness) -> Iterator[Obligation]:
    for named in witness.named:
        levels = covering.prepared.levels.get(named.judged.evidence.kind) if named.rated else None
        if levels is not None:
            values = worked_out(levels.numbered, bits_at(levels, named.judged))
            holding = [path for path, place in _holding(levels) if values[place] == MET]
            level = levels.bounds(bits_at(levels, named.judged))
            yield from (Obligation(NAME, path) for path in holding if _without(covering, named.judged, path) != level)


def _without(covering: Covering, judged: Judged, path: Path) -> int | None:
    """The levels that may come out where one veto or exemption is left out."""

    def drop(rules: Ruleset) -> Ruleset:
        return attrs.evolve(
            rules,
            vetoes=[one for one in rules.vetoes if ("vetoes", one.id) != path],
            exemptions=[one for one in rules.exemptions if ("exemptions", one.id) != path],
        )

    levels = levels_with(covering, judged.evidence.kind, path, drop)
    return levels.bounds(bits_at(levels, judged)) if levels else None


ASPECT = Aspect(
    NAME,
    Label("điều kiện khống chế, trường hợp không xếp loại", "vetoes and exemptions"),
    _wanted,
    _shown,
    lambda o: _WORDS[str(o.path[0])],
)
