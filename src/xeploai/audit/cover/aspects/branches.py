"""Each part of a condition shown to matter by itself: were it the other way round, the level would be another.

This is modified condition/decision coverage in its masking form, held against the level, which is what a case sees.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from xeploai.audit.cover.covering import Covering, levels_with
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Witness
from xeploai.audit.replaced import with_condition, with_leaf
from xeploai.locator import Path
from xeploai.model.condition import Condition, Criterion, Undetermined
from xeploai.model.label import Label
from xeploai.model.ruleset import Rule, Ruleset
from xeploai.rating.conditions import leaves
from xeploai.rating.judged import Judged
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
    prepared = covering.prepared
    bits: dict[str, Bits] = {}
    for nobody in prepared.blanks.values():
        for number, criterion in enumerate(prepared.criteria):
            bits[criterion.id] = bits.get(criterion.id, 0) | nobody.bits[number]
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
        if levels is None:
            continue
        here, level = covering.placed_at[kind], levels.bounds(bits_at(levels, named.judged))
        for path, name, number, criterion in _branches(covering.rules):
            outcome = named.judged.bits[covering.prepared.numbers[criterion.id]]
            if outcome in _OUTCOMES and path in here:
                other = _flipped(covering, named.judged, path, number, MET + NOT_MET - outcome)
                if other != level:
                    yield Obligation(NAME, path, f"{name}:{_OUTCOMES[outcome]}")


def _flipped(covering: Covering, judged: Judged, path: Path, number: int, outcome: Bits) -> int | None:
    """The levels that may come out where one part of one condition has another outcome, and all else is as it is."""
    when = with_leaf(placed(covering.rules)[path].when, number, _FLIPPED)
    changed = partial(with_condition, path=path, condition=when)
    levels = levels_with(covering, judged.evidence.kind, (path, number), changed)
    if levels is None:
        return None
    bits = bits_at(levels, judged)
    bits[levels.points.index(_FLIPPED)] = outcome
    return levels.bounds(bits)


def _says(obligation: Obligation) -> Label:
    name, _, outcome = obligation.what.rpartition(":")
    text = _WORDS[outcome]
    return Label(text.vi.format(name=name), (text.en or "").format(name=name))


ASPECT = Aspect(NAME, Label("các phần của điều kiện", "parts of conditions"), _wanted, _shown, _says)
