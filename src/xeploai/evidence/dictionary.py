"""The data dictionary of a rule set, prepared: per kind, the figures that are kept and what holds between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from xeploai.evidence.answers import admits
from xeploai.evidence.following import implications
from xeploai.evidence.plan import Dictionary, Plan, Plans, Relation, Stated, Steps, below_kind
from xeploai.evidence.relations import Claim, claims, fits, relations, steps_up
from xeploai.evidence.terms import Awaited, Figure, Final, Joining, Rest, bases
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Fact, FactType, Term
from xeploai.model.kind import Kind, Kinds, figure_for, members
from xeploai.model.measure import Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.model.ruleset import Ruleset, kinds_of


def declared_kinds(rules: Ruleset) -> tuple[Kind, ...]:
    """The kinds of a rule set; one that declares none has a single nameless kind, which may stand below itself."""
    return rules.kinds or (Kind("", parents=("",)),)


class _Ground(NamedTuple):
    """What the plans of all kinds stand on.

    `below`: per kind, those that may stand below it, however deep. `carriers`: per fact, the kinds that may declare it.
    Per figure, `involved` are the kinds that have it or stand above one that does, `adding` those at which what is
    below adds up to it. `fitting`: the rests of which the dictionary says that they are not negative.
    """

    rules: Ruleset
    kinds: Kinds
    facts: Mapping[str, Fact]
    up: Steps
    children: Mapping[str, tuple[str, ...]]
    below: Mapping[str, frozenset[str]]
    carriers: Mapping[str, frozenset[str]]
    involved: Mapping[Figure, frozenset[str]]
    adding: Mapping[Figure, frozenset[str]]
    fitting: frozenset[Rest]
    claims: tuple[Claim, ...]


def dictionary(rules: Ruleset, criteria: Iterable[Criterion]) -> Dictionary:
    """Prepare the figures that a rule set and the criteria in use speak of."""
    ground = _ground(rules, dict.fromkeys(_figures(rules, criteria)))
    plans = Plans(ground.children, lambda kind: _plan(ground, kind))
    return Dictionary(rules, ground.kinds, plans, dict(ground.facts), ground.up, dict(ground.children), {})


def _ground(rules: Ruleset, figures: Iterable[Figure]) -> _Ground:
    kinds = kinds_of(rules)
    facts = {fact.id: fact for fact in rules.facts}
    above = {kind.id: members(kinds, kind.parents) for kind in declared_kinds(rules)}
    children = {kind: tuple(child for child, parents in above.items() if kind in parents) for kind in above}
    everywhere = frozenset(children)
    carriers = {fact.id: frozenset(members(kinds, fact.of)) if fact.of else everywhere for fact in rules.facts}
    own = {name for name, fact in facts.items() if fact.counts and not fact.counts.rated}
    arising = {name: frozenset(members(kinds, fact.arises_at)) for name, fact in facts.items() if fact.arises_at}

    @cache
    def involved(term: Term) -> frozenset[str]:
        """The kinds that carry a term, or stand above one that does."""
        found = (frozenset(members(kinds, term.of)) if isinstance(term, Count) else carriers[term]) or everywhere
        while True:
            more = found | {kind for kind, below in children.items() if found.intersection(below)}
            if more == found:
                return found
            found = more

    def adding(terms: tuple[Term, ...]) -> frozenset[str]:
        """A stated number of subjects is no total of the numbers that those below state: it counts rows."""
        names = [term for term in terms if isinstance(term, str)]
        return frozenset() if own.intersection(names) else everywhere.difference(*(arising.get(n, ()) for n in names))

    terms = {figure: bases(figure) for figure in figures}
    up = steps_up(facts)
    return _Ground(
        rules,
        kinds,
        facts,
        up,
        children,
        below={kind: frozenset(below_kind(children, kind)) for kind in children},
        carriers=carriers,
        involved={figure: frozenset[str]().union(*map(involved, of)) for figure, of in terms.items()},
        adding={figure: adding(of) for figure, of in terms.items()},
        fitting=frozenset(one for one in terms if isinstance(one, Rest) and fits(up, one.part, one.whole)),
        claims=tuple(claims(facts, up, terms)),
    )


def _figures(rules: Ruleset, criteria: Iterable[Criterion]) -> Iterator[Figure]:
    if rules.reporting:
        yield Count(rules.reporting)
    for fact in rules.facts:
        if fact.type is FactType.COUNT:
            yield fact.id
            yield from (term for term in fact.at_most if isinstance(term, Count))
        if fact.counts and not fact.counts.rated:
            yield Count(fact.counts.of)
    for quota in rules.quotas:
        # Subjects without a row may be at its level too.
        yield from map(Count, members(kinds_of(rules), quota.kinds) or [kind.id for kind in declared_kinds(rules)])
        for rate in (quota.rate, *(other.rate for other in quota.alternatives)):
            yield from _figures_of(rate) if isinstance(rate, Ratio) else ()
    for criterion in criteria:
        for measure in (criterion.measure, *(a.measure for a in criterion.alternatives if a.measure)):
            yield from _figures_of(measure)


def _figures_of(measure: Measure) -> Iterator[Figure]:
    match measure:
        case Ratio():
            for part, whole, rest in pairs(measure):
                yield from (part, whole, rest)
                if isinstance(part, Final):
                    yield from (part.awaited, Joining(part))
        case Count():
            yield measure
        case Share(of):
            yield Count(of)
        case Value() | Lowest() | Highest() | Months() | Score():
            return


def pairs(ratio: Ratio) -> Iterator[tuple[Figure, Figure, Rest]]:
    """The figures of each part of a ratio, of its whole, and of the rest."""
    for number, (part, whole) in enumerate(zip(ratio.part, ratio.whole, strict=True)):
        figure: Figure = part
        if ratio.pending and isinstance(part, str):
            figure = Final(part, Awaited(ratio.pending[number], ratio.pending_blank))
        yield figure, whole, Rest(figure, whole)


def states_number(fact: Fact) -> bool:
    """Whether a fact states how many subjects there are, whatever they answer."""
    counts = fact.counts
    return counts is not None and counts.meet is None and counts.yes is None and not counts.rated


def _index(ground: _Ground, kind: str) -> dict[Figure, int]:
    """The figures that are kept at a kind, by their numbers."""
    here = (figure for figure, there in ground.involved.items() if kind in there)
    return {figure: number for number, figure in enumerate(here)}


def _places(ground: _Ground, index: Mapping[Figure, int], child: str) -> dict[int, int]:
    there = _index(ground, child)
    return {here: there[figure] for figure, here in index.items() if figure in there}


def _plan(ground: _Ground, kind: str) -> Plan:
    index = _index(ground, kind)
    figures = tuple(index)
    facts = {name: fact for name, fact in ground.facts.items() if kind in ground.carriers[name]}
    feeding = [_feeding(ground, kind, figure) for figure in figures]
    limits = [_limits(ground, kind, f, facts, below=bool(fed)) for f, fed in zip(figures, feeding, strict=True)]
    between = (
        *relations(ground.claims, index),
        *_numbers(ground, kind, index, facts),
        *_same_numbers(ground, kind, index),
    )
    # What may be below: a kind that adds nothing says nothing about those that do.
    beneath = {fed: frozenset(fed).union(*(ground.below[child] for child in fed)) for fed in set(feeding)}
    below = [ground.involved[figure] & beneath[fed] for figure, fed in zip(figures, feeding, strict=True)]
    alike: dict[tuple[object, object], list[int]] = {}
    for number, (fed, kinds) in enumerate(zip(feeding, below, strict=True)):
        if fed:
            alike.setdefault((fed, kinds), []).append(number)
    return Plan(
        kind=kind,
        figures=figures,
        index=index,
        facts=facts,
        admits={fact.id: admits(ground.rules, ground.kinds, fact, kind) for fact in facts.values()},
        counts=tuple((f.id, index[f.id], f.given) for f in facts.values() if f.type is FactType.COUNT),
        low=tuple(low for low, _ in limits),
        high=tuple(high for _, high in limits),
        relations=between,
        rests=tuple((n, relation) for n, relation in enumerate(between) if _says_rest(relation, figures)),
        holding=tuple(_holding(between, len(figures))),
        stated=tuple(_stated(ground, kind, index, facts)),
        feeding=tuple(feeding),
        below=tuple(below),
        itself=tuple(int(isinstance(f, Count) and kind in members(ground.kinds, f.of)) for f in figures),
        alike=tuple(map(tuple, alike.values())),
        implications=tuple(implications(facts)),
        awaited=tuple(n for n, f in enumerate(figures) if isinstance(f, Awaited) and f.blank == "none"),
        places={child: _places(ground, index, child) for child in ground.children[kind]},
    )


def _says_rest(relation: Relation, figures: Sequence[Figure]) -> bool:
    """Whether a relation says what a rest is."""
    whole, *parts = (figures[number] for number in (relation.whole, *relation.parts))
    return len(parts) == 2 and isinstance(rest := parts[1], Rest) and (rest.whole, rest.part) == (whole, parts[0])


def _holding(relations: Iterable[Relation], figures: int) -> Iterator[tuple[int, ...]]:
    """Per figure, the relations that hold it, by their numbers."""
    found: list[list[int]] = [[] for _ in range(figures)]
    for number, relation in enumerate(relations):
        for figure in (relation.whole, *relation.parts):
            found[figure].append(number)
    yield from map(tuple, found)


def _feeding(ground: _Ground, kind: str, figure: Figure) -> tuple[str, ...]:
    """The kinds of child whose figures add up to the subject's."""
    if kind not in ground.adding[figure]:
        return ()
    return tuple(child for child in ground.children[kind] if child in ground.involved[figure])


def _limits(
    ground: _Ground, kind: str, figure: Figure, facts: Mapping[str, Fact], *, below: bool
) -> tuple[int | None, int | None]:
    """The ends of a figure of which nothing is known; `below`: there may be children that add to it."""
    match figure:
        case str() if figure in facts:
            fact = facts[figure]
            return figure_for(ground.kinds, fact.minimum, kind) or 0, figure_for(ground.kinds, fact.maximum, kind)
        case str():
            return 0, None if below else 0
        case Count(of):
            own = int(kind in members(ground.kinds, of))
            return own, None if below else own
        case Rest():
            return (0 if figure in ground.fitting else None), None
        case Awaited() | Final() | Joining():
            return 0, None


def _numbers(ground: _Ground, kind: str, index: Mapping[Figure, int], facts: Mapping[str, Fact]) -> Iterator[Relation]:
    """A stated number of subjects is their number; where the subject counts among them, its own row is left out."""
    for fact in facts.values():
        if fact.counts and states_number(fact) and kind not in members(ground.kinds, fact.counts.of):
            yield Relation(index[fact.id], (index[Count(fact.counts.of)],), exact=True)


def _same_numbers(ground: _Ground, kind: str, index: Mapping[Figure, int]) -> Iterator[Relation]:
    """Numbers of subjects that are one number here, where only the same kinds may stand."""
    there = ground.below[kind] | {kind}
    first: dict[frozenset[str], int] = {}
    for figure, number in index.items():
        if isinstance(figure, Count):
            same = first.setdefault(frozenset(there.intersection(members(ground.kinds, figure.of))), number)
            if same != number and ground.children[kind]:
                yield Relation(same, (number,), exact=True)


def _stated(ground: _Ground, kind: str, index: Mapping[Figure, int], facts: Mapping[str, Fact]) -> Iterator[Stated]:
    lower = ground.below[kind]
    for fact in facts.values():
        if fact.counts and states_number(fact):
            counted = frozenset(members(ground.kinds, fact.counts.of))
            others = [
                f for f in ground.facts.values() if states_number(f) and not lower.isdisjoint(ground.carriers[f.id])
            ]
            alone = not any(f.counts and counted.intersection(members(ground.kinds, f.counts.of)) for f in others)
            yield Stated(index[fact.id], counted, index[Count(fact.counts.of)], alone)
