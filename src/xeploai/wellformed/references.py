"""Names that refer to something: it must be there, and be of the kind that is wanted."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from xeploai.diagnostic import Fault, nearest
from xeploai.locator import Path
from xeploai.model.citation import Citation
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Fact, FactType
from xeploai.model.kind import PerKind
from xeploai.model.measure import Answers, Measure, Meets, Rated, Ratio, Share, Value
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import Between, Target
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem

Ids = Mapping[str, Collection[str]]

_TYPES = {
    FactType.COUNT: ("số đếm", "a count"),
    FactType.YES_NO: ("số liệu có/không", "a yes-no fact"),
    FactType.LEVEL: ("mức xếp loại", "a level"),
}


def references(rules: Ruleset, criteria: Sequence[Criterion], ids: Ids) -> Iterator[Problem]:
    """Every name of a rule set that refers to nothing, or to the wrong kind of thing."""
    facts = {fact.id: fact for fact in rules.facts}
    kinds = (*ids["kinds"], *ids["groups"])
    for name, path in (("reporting", rules.reporting), ("rated", rules.rated)):
        yield from _known(path, kinds, faults.UNKNOWN_KIND, ("ruleset", name))
    yield from _known(rules.assume, ids["assumptions"], faults.UNKNOWN_ASSUMPTION, ("ruleset", "assume"))
    if rules.otherwise is not None:
        yield from _known((rules.otherwise,), ids["levels"], faults.UNKNOWN_LEVEL, ("ruleset", "otherwise"))
    for kind in rules.kinds:
        yield from _known(kind.parents, kinds, faults.UNKNOWN_KIND, ("kinds", kind.id, "parents"))
    for group in rules.groups:
        yield from _known(group.kinds, ids["kinds"], faults.UNKNOWN_KIND, ("groups", group.id, "kinds"))
    for fact in rules.facts:
        yield from _in_fact(fact, facts, ids, kinds)
    for criterion in criteria:
        yield from _in_criterion(rules, criterion, facts, ids, kinds)
    for goal in rules.goals:
        yield from _known(goal.criteria, ids["criteria"], faults.UNKNOWN_CRITERION, ("goals", goal.id, "criteria"))
    for veto in rules.vetoes:
        yield from _cited(rules, veto.cite, ("vetoes", veto.id, "cite"))


def _known(names: Sequence[str], known: Collection[str], fault: Fault, path: Path) -> Iterator[Problem]:
    for number, name in enumerate(names):
        here = (*path, number)
        if name not in known:
            yield Problem(here, fault, {"name": name}, nearest(name, known))
    for name, times in Counter(names).items():
        if times > 1:
            yield Problem((*path, len(names) - 1 - names[::-1].index(name)), faults.TWICE_IN_LIST, {"name": name})


def _in_fact(fact: Fact, facts: Mapping[str, Fact], ids: Ids, kinds: Sequence[str]) -> Iterator[Problem]:
    path: Path = ("facts", fact.id)
    yield from _known(fact.of, kinds, faults.UNKNOWN_KIND, (*path, "of"))
    yield from _known(fact.arises_at, kinds, faults.UNKNOWN_KIND, (*path, "arises_at"))
    yield from _terms(fact.at_most, facts, ids, kinds, (*path, "at_most"))
    yield from _terms(fact.sum_of, facts, ids, kinds, (*path, "sum_of"))
    yield from _terms(fact.includes, facts, ids, kinds, (*path, "includes"))
    for name, value in (("minimum", fact.minimum), ("maximum", fact.maximum)):
        if isinstance(value, PerKind):
            for key, _ in value.values:
                if key not in kinds:
                    yield Problem((*path, name, key), faults.UNKNOWN_KIND, {"name": key}, nearest(key, kinds), key=True)
    yield from _supplier(fact, ids, kinds, (*path, "supplier"))
    if fact.counts is None:
        return
    yield from _known(fact.counts.of, kinds, faults.UNKNOWN_KIND, (*path, "counts", "of"))
    if fact.counts.meet is not None:
        known = ids["criteria"]
        yield from _known((fact.counts.meet,), known, faults.UNKNOWN_CRITERION, (*path, "counts", "meet"))
    if fact.counts.yes is not None:
        yield from _fact(fact.counts.yes, FactType.YES_NO, facts, ids, (*path, "counts", "yes"))


def _supplier(fact: Fact, ids: Ids, kinds: Sequence[str], path: Path) -> Iterator[Problem]:
    known = ids["suppliers"]
    if not isinstance(fact.supplier, PerKind):
        if fact.supplier is not None and fact.supplier not in known:
            yield Problem(path, faults.UNKNOWN_SUPPLIER, {"name": fact.supplier}, nearest(fact.supplier, known))
        return
    for kind, name in fact.supplier.values:
        if kind not in kinds:
            yield Problem((*path, kind), faults.UNKNOWN_KIND, {"name": kind}, nearest(kind, kinds), key=True)
        if name not in known:
            yield Problem((*path, kind), faults.UNKNOWN_SUPPLIER, {"name": name}, nearest(name, known))


def _terms(
    terms: Iterable[str | Count], facts: Mapping[str, Fact], ids: Ids, kinds: Sequence[str], path: Path
) -> Iterator[Problem]:
    given = list(terms)
    for number, term in enumerate(given):
        if isinstance(term, Count):
            yield from _known(term.of, kinds, faults.UNKNOWN_KIND, (*path, number, "count"))
        else:
            yield from _fact(term, FactType.COUNT, facts, ids, (*path, number))
    for term, times in Counter(given).items():
        if times > 1:
            yield Problem(path, faults.TWICE_IN_LIST, {"name": str(term)})


def _fact(name: str, wanted: FactType, facts: Mapping[str, Fact], ids: Ids, path: Path) -> Iterator[Problem]:
    if name not in ids["facts"]:
        yield Problem(path, faults.UNKNOWN_FACT, {"name": name}, nearest(name, ids["facts"]))
    elif name in facts and facts[name].type is not wanted:
        given, want = _TYPES[facts[name].type], _TYPES[wanted]
        values = {"name": name, "given_vi": given[0], "given_en": given[1], "wanted_vi": want[0], "wanted_en": want[1]}
        yield Problem(path, faults.WRONG_REFERENCE, values)


def _in_criterion(
    rules: Ruleset, criterion: Criterion, facts: Mapping[str, Fact], ids: Ids, kinds: Sequence[str]
) -> Iterator[Problem]:
    path: Path = ("criteria", criterion.id)
    for name, value in (("for", criterion.kinds), ("monitor", criterion.monitors)):
        yield from _known(value, kinds, faults.UNKNOWN_KIND, (*path, name))
    yield from _known(criterion.assume, ids["assumptions"], faults.UNKNOWN_ASSUMPTION, (*path, "assume"))
    yield from _cited(rules, criterion.cite, (*path, "cite"))
    yield from _measure(criterion.measure, facts, ids, kinds, path)
    yield from _target(criterion.target, kinds, path)
    for other in criterion.alternatives:
        here = (*path, "readings", other.assumption, other.reading)
        yield from _reading(rules, other.assumption, other.reading, ids, here)
        if other.measure:
            yield from _measure(other.measure, facts, ids, kinds, here)
        if other.target:
            yield from _target(other.target, kinds, here)


def _reading(rules: Ruleset, assumption: str, reading: str, ids: Ids, path: Path) -> Iterator[Problem]:
    if assumption not in ids["assumptions"]:
        meant = nearest(assumption, ids["assumptions"])
        yield Problem(path[:-1], faults.UNKNOWN_ASSUMPTION, {"name": assumption}, meant, key=True)
    for known in rules.assumptions:
        if known.id == assumption and reading not in known.others:
            values = {"assumption": assumption, "name": reading}
            yield Problem(path, faults.NO_SUCH_READING, values, nearest(reading, known.others), key=True)


def _measure(
    measure: Measure, facts: Mapping[str, Fact], ids: Ids, kinds: Sequence[str], path: Path
) -> Iterator[Problem]:
    match measure:
        case Value(fact):
            if fact not in ids["facts"]:
                yield Problem((*path, "value"), faults.UNKNOWN_FACT, {"name": fact}, nearest(fact, ids["facts"]))
        case Count(of):
            yield from _known(of, kinds, faults.UNKNOWN_KIND, (*path, "count"))
        case Ratio(part, whole):
            yield from _terms(part, facts, ids, kinds, (*path, "ratio", "part"))
            yield from _terms(whole, facts, ids, kinds, (*path, "ratio", "whole"))
            yield from _terms(measure.pending, facts, ids, kinds, (*path, "ratio", "pending"))
        case Share(of, test):
            yield from _known(of, kinds, faults.UNKNOWN_KIND, (*path, "share", "of"))
            match test:
                case Meets(name):
                    here = (*path, "share", "meet")
                    yield from _known((name,), ids["criteria"], faults.UNKNOWN_CRITERION, here)
                case Answers(fact):
                    yield from _fact(fact, FactType.YES_NO, facts, ids, (*path, "share", "yes"))
                case Rated(fact, level):
                    yield from _fact(fact, FactType.LEVEL, facts, ids, (*path, "share", "by"))
                    yield from _known((level,), ids["levels"], faults.UNKNOWN_LEVEL, (*path, "share", "rated"))


def _target(target: Target, kinds: Sequence[str], path: Path) -> Iterator[Problem]:
    limits = (target.low, target.high) if isinstance(target, Between) else (target.limit,)
    for limit in limits:
        if isinstance(limit, PerKind):
            for kind, _ in limit.values:
                if kind not in kinds:
                    yield Problem(path, faults.UNKNOWN_KIND, {"name": kind}, nearest(kind, kinds), key=True)


def _cited(rules: Ruleset, cite: Citation | None, path: Path) -> Iterator[Problem]:
    if cite is None:
        return
    sources = {source.id: source for source in rules.sources}
    if cite.source not in sources:
        values = {"name": cite.source}
        yield Problem((*path, "source"), faults.UNKNOWN_SOURCE, values, nearest(cite.source, sources))
        return
    clauses = [clause.id for clause in sources[cite.source].clauses]
    if clauses and cite.clause not in clauses:
        values = {"source": cite.source, "name": cite.clause}
        yield Problem((*path, "clause"), faults.UNKNOWN_CLAUSE, values, nearest(cite.clause, clauses))
