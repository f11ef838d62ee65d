"""Definitions that nothing refers to. A fact may stand alone: a dictionary holds more than one year's rules ask."""

from collections.abc import Iterator, Sequence

from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Fact
from xeploai.model.kind import PerKind
from xeploai.model.measure import Ratio, Share
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import Between
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem


def unused(rules: Ruleset, criteria: Sequence[Criterion]) -> Iterator[Problem]:
    """Groups, suppliers, assumptions and sources that are used nowhere."""
    kinds = set(_kind_names(rules, criteria))
    for group in rules.groups:
        if group.id not in kinds:
            yield Problem(("groups", group.id), faults.UNUSED, {"name": group.id}, key=True)
    suppliers = {name for fact in rules.facts for name in _suppliers(fact)}
    for supplier in rules.suppliers:
        if supplier.id not in suppliers:
            yield Problem(("suppliers", supplier.id), faults.UNUSED, {"name": supplier.id}, key=True)
    assumed = {*rules.assume, *(name for criterion in criteria for name in criterion.assume)}
    assumed |= {other.assumption for criterion in criteria for other in criterion.alternatives}
    for assumption in rules.assumptions:
        if assumption.id not in assumed:
            yield Problem(("assumptions", assumption.id), faults.UNUSED, {"name": assumption.id}, key=True)
    cited = {cite.source for cite in (*(c.cite for c in criteria), *(v.cite for v in rules.vetoes)) if cite}
    for source in rules.sources:
        if source.id not in cited and not source.clauses:
            yield Problem(("sources", source.id), faults.UNUSED, {"name": source.id}, key=True)


def _suppliers(fact: Fact) -> Iterator[str]:
    match fact.supplier:
        case PerKind(values):
            yield from (name for _, name in values)
        case str(name):
            yield name


def _kind_names(rules: Ruleset, criteria: Sequence[Criterion]) -> Iterator[str]:
    yield from (*rules.reporting, *rules.rated)
    for kind in rules.kinds:
        yield from kind.parents
    for fact in rules.facts:
        yield from (*fact.of, *fact.arises_at)
        yield from fact.counts.of if fact.counts else ()
        for term in fact.at_most:
            yield from term.of if isinstance(term, Count) else ()
        for figure in (fact.minimum, fact.maximum, fact.supplier):
            yield from (kind for kind, _ in figure.values) if isinstance(figure, PerKind) else ()
    for criterion in criteria:
        yield from (*criterion.kinds, *criterion.monitors)
        for measure in (criterion.measure, *(other.measure for other in criterion.alternatives)):
            match measure:
                case Share(of) | Count(of):
                    yield from of
                case Ratio():
                    for term in (*measure.part, *measure.whole):
                        yield from term.of if isinstance(term, Count) else ()
                case _:
                    pass
        target = criterion.target
        for limit in (target.low, target.high) if isinstance(target, Between) else (target.limit,):
            yield from (kind for kind, _ in limit.values) if isinstance(limit, PerKind) else ()
