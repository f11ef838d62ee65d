"""Each part of a condition shown to matter by itself: were it the other way round, the level would be another.

This is modified condition/decision coverage in its masking form, held against the level, which is what a case sees.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from xeploai.audit.cover.covering import Covering, levels_with, possible_at, spread_with
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Witness
from xeploai.audit.replaced import with_condition, with_leaf
from xeploai.located import Path
from xeploai.model.condition import Condition, Criterion, Undetermined
from xeploai.model.label import Label
from xeploai.model.ruleset import Rule, Ruleset
from xeploai.rating.conditions import leaves
from xeploai.rating.levels import bits_at
from xeploai.truth import MET, NOT_MET, Bits
from xeploai.wellformed.conditions import placed

NAME = "branch"
_FLIPPED = Undetermined(Label("\0"))
"""Stands where a part is taken as the other way round; no rule file can hold its reason."""
_WORDS = {
    "met": Label("`{name}` đạt là điều quyết định", "that `{name}` is met decides"),
    "not_met": Label("`{name}` không đạt là điều quyết định", "that `{name}` is not met decides"),
}
_OUTCOMES = {MET: "met", NOT_MET: "not_met"}


def _wanted(covering: Covering) -> Iterator[Obligation]:
    bits = possible_at(covering, covering.prepared.levels)
    for path, name, _, criterion in _branches(covering.rules):
        for outcome, word in _OUTCOMES.items():
            if bits[criterion.id] & outcome:
                yield Obligation(NAME, path, f"{name}:{word}")


def _branches(rules: Ruleset) -> Iterator[tuple[Path, str, int, Criterion]]:
    """Every part of every condition that is a criterion: its condition, its name and its number there.

    A veto or an exemption that is one criterion is decisive or not as a whole.
    """
    for path, one in placed(rules).items():
        if isinstance(one, Rule) or not isinstance(one.when, Criterion):
            for name, number, criterion in _parts(one.when):
                yield path, name, number, criterion


def _parts(condition: Condition) -> Iterator[tuple[str, int, Criterion]]:
    seen: Counter[str] = Counter()
    for number, leaf in enumerate(leaves(condition)):
        if isinstance(leaf, Criterion):
            seen[leaf.id] += 1
            name = leaf.id if seen[leaf.id] == 1 else f"{leaf.id} ({seen[leaf.id]})"
            yield name, number, leaf


def _shown(covering: Covering, witness: Witness) -> Iterator[Obligation]:
    for named in witness.named:
        kind = named.judged.evidence.kind
        levels = covering.prepared.levels.get(kind) if named.rated else None
        bits = bits_at(levels, named.judged) if levels else []
        for path, name, number, criterion in _branches(covering.rules) if levels else ():
            outcome = named.judged.bits[covering.prepared.numbers[criterion.id]]
            if outcome in _OUTCOMES and _matters(covering, kind, path, number, bits, MET + NOT_MET - outcome):
                yield Obligation(NAME, path, f"{name}:{_OUTCOMES[outcome]}")


def does_matter(covering: Covering, kind: str, gap: Obligation, bits: Sequence[Bits]) -> bool:
    """Whether a part comes out as an obligation wants it and decides the level, by how the points come out."""
    wanted, _, word = gap.what.rpartition(":")
    _, number, criterion = next(part for part in _parts(placed(covering.rules)[gap.path].when) if part[0] == wanted)
    levels = covering.prepared.levels[kind]
    outcome = bits[levels.points.index(criterion)] if gap.path in covering.placed_at[kind] else 0
    return _OUTCOMES.get(outcome) == word and _matters(covering, kind, gap.path, number, bits, MET + NOT_MET - outcome)


def _matters(covering: Covering, kind: str, path: Path, number: int, bits: Sequence[Bits], other: Bits) -> bool:
    """Whether the level would be another if one part of one condition had another outcome, and all else as it is."""
    if path not in covering.placed_at[kind]:
        return False
    when = with_leaf(placed(covering.rules)[path].when, number, _FLIPPED)
    changed = levels_with(covering, kind, (path, number), partial(with_condition, path=path, condition=when))
    levels = covering.prepared.levels[kind]
    return changed is not None and spread_with(levels, changed, bits, {_FLIPPED: other}) != levels.bounds(bits)


def _says(obligation: Obligation) -> Label:
    name, _, outcome = obligation.what.rpartition(":")
    text = _WORDS[outcome]
    return Label(text.vi.format(name=name), (text.en or "").format(name=name))


ASPECT = Aspect(NAME, Label("các phần của điều kiện", "parts of conditions"), _wanted, _shown, _says)
