"""Thresholds: of the right type, within reach, and for every kind that is judged."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from xeploai.locator import Path
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, FactType
from xeploai.model.kind import Kinds, PerKind, members
from xeploai.model.measure import Answers, Measure, Rated, Ratio, Share, Value
from xeploai.model.ruleset import Ruleset, is_about_above, kinds_of
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Limit, MoreThan, Target, limit_for
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem
from xeploai.wellformed.reach import reach, type_of

KEYS = {AtLeast: "at_least", AtMost: "at_most", MoreThan: "more_than", LessThan: "less_than", Equals: "equals"}


def thresholds(rules: Ruleset, criteria: Sequence[Criterion]) -> Iterator[Problem]:
    """Faults of all targets, those of the other readings included."""
    kinds = kinds_of(rules)
    for criterion in criteria:
        path: Path = ("criteria", criterion.id)
        judged = members(kinds, (*criterion.kinds, *criterion.monitors)) or tuple(kind.id for kind in rules.kinds)
        yield from _of(rules, kinds, criterion.measure, criterion.target, judged, path)
        yield from _above(rules, criterion, path)
        for other in criterion.alternatives:
            here = (*path, "readings", other.assumption, other.reading)
            measure, target = other.measure or criterion.measure, other.target or criterion.target
            yield from _of(rules, kinds, measure, target, judged, here)


def _of(
    rules: Ruleset, kinds: Kinds, measure: Measure, target: Target, judged: Sequence[str], path: Path
) -> Iterator[Problem]:
    faulty = False
    for key, limit in _limits(target):
        for kind in judged if isinstance(limit, PerKind) else ("",):
            one = limit_for(kinds, limit, kind)
            if one is None:
                yield Problem((*path, *key), faults.NO_LIMIT_FOR_KIND, {"kind": kind})
                faulty = True
            else:
                problem = _wrong_type(rules, measure, target, one, (*path, *key))
                faulty = faulty or problem is not None
                yield from (problem,) if problem else ()
    for kind in judged:
        yield from _carried(rules, kinds, measure, kind, path)
    if not faulty:
        yield from reach(rules, kinds, measure, target, judged or ("",), path)


def _above(rules: Ruleset, criterion: Criterion, path: Path) -> Iterator[Problem]:
    """The word for what lies above a range must be the reading that the assumption about it chooses."""
    target = criterion.target
    for assumption in rules.assumptions:
        concerns = assumption.id in criterion.assume and is_about_above(assumption)
        if concerns and isinstance(target, Between) and assumption.chosen != target.above:
            values = {"above": target.above, "assumption": assumption.id, "chosen": assumption.chosen}
            yield Problem((*path, "between", "above"), faults.NOT_ABOVE, values)


def _limits(target: Target) -> Iterator[tuple[Path, Limit | PerKind[Limit]]]:
    if isinstance(target, Between):
        yield ("between", "from"), target.low
        yield ("between", "to"), target.high
    else:
        yield (KEYS[type(target)],), target.limit


def _wrong_type(rules: Ruleset, measure: Measure, target: Target, limit: Limit, path: Path) -> Problem | None:
    """The fault of a threshold that its measure cannot be held against."""
    given = limit if isinstance(limit, str) else str(limit).lower() if isinstance(limit, bool) else str(limit)
    match type_of(rules, measure):
        case "share":
            if isinstance(limit, int) and not isinstance(limit, bool):
                return Problem(path, faults.BARE_NUMBER, {"given": given})
            wanted = (
                'phần trăm hoặc phân số trong ngoặc kép, như "30%"',
                'a quoted percentage or fraction such as "30%"',
            )
            right = isinstance(limit, Fraction)
        case "count":
            wanted = ("số nguyên", "a whole number")
            right = isinstance(limit, int | Fraction) and not isinstance(limit, bool)
        case "yes_no":
            wanted = ("`equals` với true hoặc false", "`equals` with true or false")
            right = isinstance(limit, bool) and isinstance(target, Equals)
        case "level":
            levels = [level.id for level in rules.scale.levels] if rules.scale else []
            wanted = (f"một mức của thang ({', '.join(levels)})", f"a level of the scale ({', '.join(levels)})")
            right = limit in levels
        case _:
            return None
    if right:
        return None
    return Problem(
        path, faults.WRONG_THRESHOLD, {"wanted_vi": wanted[0], "wanted_en": wanted[1], "given": f"`{given}`"}
    )


def _carried(rules: Ruleset, kinds: Kinds, measure: Measure, kind: str, path: Path) -> Iterator[Problem]:
    """Facts that a subject of a kind neither declares nor could total over those below it."""
    facts = {fact.id: fact for fact in rules.facts}
    names: tuple[str, ...] = ()
    match measure:
        case Value(fact):
            names = (fact,)
        case Ratio():
            names = tuple(t for t in (*measure.part, *measure.whole, *measure.pending) if isinstance(t, str))
        case Share(_, Answers(fact) | Rated(fact, _)):
            of = members(kinds, measure.of)
            missing = [k for k in of if fact in facts and facts[fact].of and k not in members(kinds, facts[fact].of)]
            yield from (Problem(path, faults.NOT_CARRIED, {"kind": k, "name": fact}, key=True) for k in missing)
        case Share() | Count():
            pass
    for name in names:
        if name in facts and facts[name].of:
            carriers = members(kinds, facts[name].of)
            totals = facts[name].type is FactType.COUNT and any(c in below(rules, kinds, kind) for c in carriers)
            if kind not in carriers and not totals:
                yield Problem(path, faults.NOT_CARRIED, {"kind": kind, "name": name}, key=True)


def below(rules: Ruleset, kinds: Kinds, kind: str) -> set[str]:
    """The kinds that may stand below a kind, however deep."""
    found: set[str] = set()
    new = {kind}
    while new:
        new = {k.id for k in rules.kinds if new & set(members(kinds, k.parents))} - found
        found |= new
    return found
