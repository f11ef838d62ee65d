"""Facts that count the levels of subjects below: what rows of members say of the figures of their cell."""

from collections.abc import Mapping, Sequence

from xeploai.interval import Interval
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Counted
from xeploai.model.kind import members
from xeploai.model.scale import Scale, rank
from xeploai.rating.judged import Prepared, Spread

Tallies = Mapping[str, Mapping[str, Interval]]
"""By subject and by fact, what the levels of those below leave of it."""


def tallies(prepared: Prepared, subjects: Sequence[Evidence], spreads: Mapping[str, Spread]) -> Tallies:
    """What the levels of those below say of the facts that count them; a level decided stands before one proposed.

    Among the subjects may be some that only other rule sets of a chain know, and that these may yet refuse.
    """
    found: dict[str, dict[str, Interval]] = {}
    by_id = {subject.id: subject for subject in subjects}
    for fact in prepared.rules.facts:
        if fact.counts and fact.counts.rated and prepared.rules.scale:
            of = members(prepared.dictionary.kinds, fact.counts.of)
            wanted = _rungs(prepared.rules.scale, fact.counts)
            rows: dict[str, list[Spread]] = {}
            for subject in subjects:
                if subject.kind in of and (above := _carrier(prepared, fact.id, subject, by_id)):
                    rows.setdefault(above, []).append(_level(prepared, subject, spreads))
            for name, levels in rows.items():
                plan = prepared.dictionary.plans[by_id[name].kind]
                feeding = bool(plan.feeding[plan.index[fact.id]])
                tally = _tally(by_id[name], fact.counts, levels, wanted, feeding=feeding)
                found.setdefault(name, {})[fact.id] = tally
    return found


def _rungs(scale: Scale, counts: Counted) -> Spread:
    """The levels that are counted, a bit each."""
    none = scale.not_assessed.id if scale.not_assessed else None
    return sum(1 << (len(scale.levels) if level == none else rank(scale, level)) for level in counts.rated)


def _carrier(prepared: Prepared, fact: str, subject: Evidence, by_id: Mapping[str, Evidence]) -> str | None:
    """The next subject above that carries a fact; whose kind is not known here carries none.

    The subject was admitted, so that all above it are there, and in no circle.
    """
    plans, name = prepared.dictionary.plans, subject.parent
    while name is not None:
        above = by_id[name]
        if above.kind in plans and fact in plans[above.kind].facts:
            return name
        name = above.parent
    return None


def _level(prepared: Prepared, subject: Evidence, spreads: Mapping[str, Spread]) -> Spread:
    """The levels that a subject may have."""
    scale, decided = prepared.rules.scale, subject.facts.get(prepared.rules.decided or "")
    assert scale is not None
    anything = (2 << len(scale.levels)) - 1
    if not isinstance(decided, str):
        return spreads.get(subject.id) or anything
    return 1 << (rank(scale, decided) if any(level.id == decided for level in scale.levels) else len(scale.levels))


def _tally(above: Evidence, counts: Counted, levels: Sequence[Spread], wanted: Spread, *, feeding: bool) -> Interval:
    """Rows that certainly count, and those that may; subjects without a row may count too.

    Where subjects below add to the figure themselves (`feeding`), the rows are all only as far as a number is stated.
    """
    certain = sum(level & ~wanted == 0 for level in levels)
    possible = sum(level & wanted != 0 for level in levels)
    stated = above.facts.get(counts.among or "")
    if isinstance(stated, int):
        return Interval(certain, possible + max(0, stated - len(levels)))
    return Interval(certain, None if feeding else possible)
