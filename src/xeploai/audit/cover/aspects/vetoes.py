"""Each veto and each exemption alone decisive: without it, and all others as they are, the level would be another."""

from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from xeploai.audit.cover.best import best
from xeploai.audit.cover.covering import Covering, levels_with, possible_at, spread_with
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Witness
from xeploai.located import Path
from xeploai.model.label import Label
from xeploai.model.ruleset import Ruleset
from xeploai.rating.conditions import worked_out
from xeploai.rating.judged import Levels
from xeploai.rating.levels import bits_at
from xeploai.truth import MET, Bits
from xeploai.wellformed.conditions import placed

NAME = "decisive"
_WORDS = {
    "vetoes": Label("một mình quyết định mức", "alone decides the level"),
    "exemptions": Label("một mình quyết định là không xếp loại", "alone decides that no level is given"),
}


def _wanted(covering: Covering) -> Iterator[Obligation]:
    """Those that can be seen to hold: what hangs on a point of law that is open never does for certain."""
    for path, one in placed(covering.rules).items():
        kinds = [kind for kind, there in covering.placed_at.items() if path in there]
        if path[0] in _WORDS and kinds and best(one.when, MET, possible_at(covering, kinds)) == MET:
            yield Obligation(NAME, path)


def _holding(levels: Levels) -> Iterator[tuple[Path, int]]:
    """The vetoes and exemptions at a kind, with the place at which the outcome of each is worked out."""
    yield from ((("vetoes", one.id), levels.numbered.places[one.when]) for one in levels.vetoes)
    yield from ((("exemptions", one.id), levels.numbered.places[one.when]) for one in levels.exemptions)


def _shown(covering: Covering, witness: Witness) -> Iterator[Obligation]:
    for named in witness.named:
        kind = named.judged.evidence.kind
        levels = covering.prepared.levels.get(kind) if named.rated else None
        for path, _ in _holding(levels) if levels else ():
            if levels and is_decisive(covering, kind, path, bits_at(levels, named.judged)):
                yield Obligation(NAME, path)


def is_decisive(covering: Covering, kind: str, path: Path, bits: Sequence[Bits]) -> bool:
    """Whether a veto or an exemption holds and the level would be another without it, by how the points come out."""
    levels = covering.prepared.levels[kind]
    place = dict(_holding(levels)).get(path)
    if place is None or worked_out(levels.numbered, bits)[place] != MET:
        return False
    without = levels_with(covering, kind, path, partial(_dropped, path))
    return without is not None and spread_with(levels, without, bits, {}) != levels.bounds(bits)


def _dropped(path: Path, rules: Ruleset) -> Ruleset:
    return attrs.evolve(
        rules,
        vetoes=[one for one in rules.vetoes if ("vetoes", one.id) != path],
        exemptions=[one for one in rules.exemptions if ("exemptions", one.id) != path],
    )


ASPECT = Aspect(
    NAME,
    Label("điều kiện khống chế, trường hợp không xếp loại", "vetoes and exemptions"),
    _wanted,
    _shown,
    lambda o: _WORDS[str(o.path[0])],
)
