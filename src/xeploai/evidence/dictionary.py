"""The data dictionary of a rule set, prepared: per kind, the figures that are kept and what holds between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from xeploai.evidence.answers import admits
from xeploai.evidence.plan import Dictionary, Plan, Relation, Stated, below_kind
from xeploai.evidence.relations import fits, relations, steps_up
from xeploai.evidence.terms import Awaited, Figure, Final, Joining, Rest, bases
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Fact, FactType
from xeploai.model.kind import Kind, figure_for, members
from xeploai.model.measure import Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.model.ruleset import Ruleset, kinds_of


def declared_kinds(rules: Ruleset) -> tuple[Kind, ...]:
    """The kinds of a rule set; one that declares none has a single nameless kind, which may stand below itself."""
    return rules.kinds or (Kind("", parents=("",)),)


def dictionary(rules: Ruleset, criteria: Iterable[Criterion]) -> Dictionary:
    """Prepare the figures that a rule set and the criteria in use speak of."""
    kinds = kinds_of(rules)
    facts = {fact.id: fact for fact in rules.facts}
    declared = declared_kinds(rules)
    children = {
        kind.id: tuple(child.id for child in declared if kind.id in members(kinds, child.parents)) for kind in declared
    }

    @cache
    def involved(term: str | Count) -> frozenset[str]:
        """The kinds that carry a term, or stand above one that does."""
        found = frozenset(members(kinds, term.of if isinstance(term, Count) else facts[term].of)) or frozenset(children)
        while True:
            above = found | {kind for kind, below in children.items() if found.intersection(below)}
            if above == found:
                return found
            found = above

    figures = {
        figure: frozenset[str]().union(*map(involved, bases(figure)))
        for figure in dict.fromkeys(_figures(rules, criteria))
    }
    result = Dictionary(rules, kinds, {}, facts, steps_up(facts), children, figures, {})
    for kind in children:
        result.plans[kind] = _plan(result, kind, tuple(figure for figure, there in figures.items() if kind in there))
    for kind, plan in result.plans.items():
        for child in children[kind]:
            there = result.plans[child].index
            plan.places[child] = {here: there[figure] for figure, here in plan.index.items() if figure in there}
    return result


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
        yield from _figures_of(quota.rate) if isinstance(quota.rate, Ratio) else ()
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


def carries(known: Dictionary, fact: Fact, kind: str) -> bool:
    """Whether subjects of a kind may declare a fact."""
    return not fact.of or kind in members(known.kinds, fact.of)


def states_number(fact: Fact) -> bool:
    """Whether a fact states how many subjects there are, whatever they answer."""
    counts = fact.counts
    return counts is not None and counts.meet is None and counts.yes is None and not counts.rated


def _plan(known: Dictionary, kind: str, figures: tuple[Figure, ...]) -> Plan:
    index = {figure: number for number, figure in enumerate(figures)}
    facts = {fact.id: fact for fact in known.facts.values() if carries(known, fact, kind)}
    feeding = [_feeding(known, kind, figure) for figure in figures]
    limits = [_limits(known, kind, f, facts, below=bool(fed)) for f, fed in zip(figures, feeding, strict=True)]
    between = (
        *relations(known.facts, known.up, index),
        *_numbers(known, kind, index, facts),
        *_same_numbers(known, kind, index),
    )
    below = [_below(known, figure, fed) for figure, fed in zip(figures, feeding, strict=True)]
    alike: dict[tuple[object, object], list[int]] = {}
    for number, (fed, kinds) in enumerate(zip(feeding, below, strict=True)):
        if fed:
            alike.setdefault((fed, kinds), []).append(number)
    return Plan(
        kind=kind,
        figures=figures,
        index=index,
        facts=facts,
        admits={fact.id: admits(known.rules, known.kinds, fact, kind) for fact in facts.values()},
        counts=tuple((f.id, index[f.id], f.given) for f in facts.values() if f.type is FactType.COUNT),
        low=tuple(low for low, _ in limits),
        high=tuple(high for _, high in limits),
        relations=between,
        rests=tuple((n, relation) for n, relation in enumerate(between) if _says_rest(relation, figures)),
        holding=tuple(_holding(between, len(figures))),
        stated=tuple(_stated(known, kind, index, facts)),
        feeding=tuple(feeding),
        below=tuple(below),
        itself=tuple(int(isinstance(f, Count) and kind in members(known.kinds, f.of)) for f in figures),
        alike=tuple(map(tuple, alike.values())),
        awaited=tuple(n for n, f in enumerate(figures) if isinstance(f, Awaited) and f.blank == "none"),
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


def _feeding(known: Dictionary, kind: str, figure: Figure) -> tuple[str, ...]:
    """The kinds of child whose figures add up to the subject's.

    A stated number of subjects is no total of the numbers that those below state: it counts rows.
    """
    for term in bases(figure):
        if isinstance(term, str):
            fact = known.facts[term]
            if (fact.counts and not fact.counts.rated) or kind in members(known.kinds, fact.arises_at):
                return ()
    return tuple(child for child in known.children[kind] if child in known.involved[figure])


def _below(known: Dictionary, figure: Figure, feeding: Iterable[str]) -> frozenset[str]:
    """The kinds, however deep, from which something comes: one that adds nothing says nothing about those that do."""
    return known.involved[figure].intersection(kind for child in feeding for kind in (child, *below_kind(known, child)))


def _limits(
    known: Dictionary, kind: str, figure: Figure, facts: Mapping[str, Fact], *, below: bool
) -> tuple[int | None, int | None]:
    """The ends of a figure of which nothing is known; `below`: there may be children that add to it."""
    match figure:
        case str() if figure in facts:
            fact = facts[figure]
            return figure_for(known.kinds, fact.minimum, kind) or 0, figure_for(known.kinds, fact.maximum, kind)
        case str():
            return 0, None if below else 0
        case Count(of):
            own = int(kind in members(known.kinds, of))
            return own, None if below else own
        case Rest(part, whole):
            return (0 if fits(known.up, part, whole) else None), None
        case Awaited() | Final() | Joining():
            return 0, None


def _numbers(
    known: Dictionary, kind: str, index: Mapping[Figure, int], facts: Mapping[str, Fact]
) -> Iterator[Relation]:
    """A stated number of subjects is their number; where the subject counts among them, its own row is left out."""
    for fact in facts.values():
        if fact.counts and states_number(fact) and kind not in members(known.kinds, fact.counts.of):
            yield Relation(index[fact.id], (index[Count(fact.counts.of)],), exact=True)


def _same_numbers(known: Dictionary, kind: str, index: Mapping[Figure, int]) -> Iterator[Relation]:
    """Numbers of subjects that are one number here, where only the same kinds may stand."""
    there = {kind, *below_kind(known, kind)}
    first: dict[frozenset[str], int] = {}
    for figure, number in index.items():
        if isinstance(figure, Count):
            same = first.setdefault(frozenset(there.intersection(members(known.kinds, figure.of))), number)
            if same != number and known.children[kind]:
                yield Relation(same, (number,), exact=True)


def _stated(known: Dictionary, kind: str, index: Mapping[Figure, int], facts: Mapping[str, Fact]) -> Iterator[Stated]:
    lower = below_kind(known, kind)
    for fact in facts.values():
        if fact.counts and states_number(fact):
            counted = frozenset(members(known.kinds, fact.counts.of))
            others = [f for f in known.facts.values() if states_number(f) and any(carries(known, f, k) for k in lower)]
            alone = not any(f.counts and counted.intersection(members(known.kinds, f.counts.of)) for f in others)
            yield Stated(index[fact.id], counted, index[Count(fact.counts.of)], alone)
