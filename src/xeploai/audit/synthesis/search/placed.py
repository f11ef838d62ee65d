"""Evidence for conditions: a veto that decides, a part that matters, a rule that holds, another reading of one."""

from collections.abc import Iterator
from functools import partial

from xeploai.audit.cover.aspects.branches import does_matter
from xeploai.audit.cover.aspects.vetoes import is_decisive
from xeploai.audit.cover.obligation import Obligation
from xeploai.audit.synthesis.draft import Draft
from xeploai.audit.synthesis.search.levels import drafts_of_level
from xeploai.audit.synthesis.searching import Searching
from xeploai.located import Path
from xeploai.rating.conditions import worked_out
from xeploai.truth import MET, Bits
from xeploai.wellformed.conditions import placed


def drafts_of_decisive(searching: Searching, gap: Obligation) -> Iterator[Draft]:
    """Drafts in which a veto or an exemption may decide the level by itself."""
    covering = searching.covering
    yield from drafts_of_level(
        searching, _kinds(searching, gap.path), lambda kind, bits: is_decisive(covering, kind, gap.path, bits)
    )


def drafts_of_branch(searching: Searching, gap: Obligation) -> Iterator[Draft]:
    """Drafts in which a part of a condition may decide the level by itself."""
    covering = searching.covering
    yield from drafts_of_level(
        searching, _kinds(searching, gap.path), lambda kind, bits: does_matter(covering, kind, gap, bits)
    )


def drafts_of_holding(searching: Searching, path: Path) -> Iterator[Draft]:
    """Drafts in which a rule, a veto or an exemption holds."""
    yield from drafts_of_level(searching, _kinds(searching, path), partial(_holds, searching, path))


def _holds(searching: Searching, path: Path, kind: str, bits: list[Bits]) -> bool:
    levels = searching.prepared.levels[kind]
    place = levels.numbered.places[placed(searching.covering.rules)[path].when]
    return worked_out(levels.numbered, bits)[place] & MET != 0


def _kinds(searching: Searching, path: Path) -> tuple[str, ...]:
    return tuple(kind for kind, there in searching.covering.placed_at.items() if path in there)
