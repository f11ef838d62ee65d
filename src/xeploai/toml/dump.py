"""A rule set → the canonical text of its rule file. A small writer of our own: the core keeps two dependencies."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, assert_never

from xeploai.exact import write_share
from xeploai.model.citation import Citation, Document
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Role, Strength, Undetermined
from xeploai.model.fact import Count, Counted, Fact, Term
from xeploai.model.kind import PerKind
from xeploai.model.label import Label
from xeploai.model.measure import Answers, Measure, Meets, Rated, Ratio, Share, Value
from xeploai.model.ruleset import Assumption, Ruleset
from xeploai.model.scale import Level, Scale
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.toml.grammar import FORMAT
from xeploai.toml.write import write
from xeploai.wellformed.conditions import criteria_of

Table = dict[str, Any]


def dump(rules: Ruleset) -> str:
    """The text of a rule file that says the same: `parse(dump(rules)) == rules`.

    Criteria that only rules and vetoes mention become criteria of the file.
    """
    return write(as_document(rules))


def as_document(rules: Ruleset) -> Table:
    """A rule set as the tables of its rule file."""
    in_force = {"since": rules.in_force.since, "until": rules.in_force.until}
    head = {
        "id": rules.id,
        "label": label(rules.label),
        "in_force": some(in_force),
        "reporting": rules.reporting,
        "rated": rules.rated,
        "otherwise": rules.otherwise,
        "assume": rules.assume,
    }
    kinds = {k.id: some({"label": label(k.label), "parents": k.parents, "aliases": k.aliases}) for k in rules.kinds}
    document = {
        "format": FORMAT,
        "ruleset": some(head),
        "sources": {source.id: _source(source) for source in rules.sources},
        "kinds": kinds,
        "groups": {g.id: some({"label": label(g.label), "kinds": list(g.kinds)}) for g in rules.groups},
        "scale": _scale(rules.scale) if rules.scale else None,
        "suppliers": {one.id: some({"label": label(one.label)}) for one in rules.suppliers},
        "facts": {fact.id: _fact(fact) for fact in rules.facts},
        "assumptions": {assumption.id: _assumption(assumption) for assumption in rules.assumptions},
        "criteria": {criterion.id: _criterion(criterion) for criterion in criteria_of(rules)},
        "goals": {g.id: {**some({"label": label(g.label)}), "criteria": list(g.criteria)} for g in rules.goals},
        "rules": [{"level": rule.level, "when": condition(rule.when)} for rule in rules.rules],
        "vetoes": {
            veto.id: some(
                {
                    "label": label(veto.label),
                    "when": condition(veto.when),
                    "cap": veto.cap,
                    "cite": _cite(veto.cite),
                }
            )
            for veto in rules.vetoes
        },
    }
    return some(document)


def some(table: Mapping[str, Any]) -> Table:
    """A table without what is not said."""
    return {key: value for key, value in table.items() if value is not None and value not in ((), {}, [])}


def label(text: Label | None) -> Table | None:
    """A label as its table of languages."""
    return None if text is None else some({"vi": text.vi, "en": text.en})


def _cite(cite: Citation | None) -> Table | None:
    if cite is None:
        return None
    return some({"source": cite.source, "clause": cite.clause, "words": cite.words})


def _source(source: Document) -> Table:
    clauses = {clause.id: some({"reason": label(clause.reason)}) for clause in source.clauses}
    head = {"label": label(source.label), "number": source.number, "dated": source.dated}
    return {**some(head), **({"clauses": clauses} if clauses else {})}


def _scale(scale: Scale) -> Table:
    def level(one: Level) -> Table:
        return some({"label": label(one.label), "short": one.short})

    none = scale.not_assessed
    head = {"not_assessed": {"id": none.id, **level(none)}} if none else {}
    return {**head, "levels": {one.id: level(one) for one in scale.levels}}


def _fact(fact: Fact) -> Table:
    return some(
        {
            "label": label(fact.label),
            "of": fact.of,
            "type": fact.type.value,
            "unit": label(fact.unit),
            "at_most": [term(one) for one in fact.at_most],
            "sum_of": fact.sum_of,
            "includes": fact.includes,
            "minimum": None if fact.minimum == 0 else per_kind(fact.minimum),
            "maximum": per_kind(fact.maximum),
            "counts": _counts(fact.counts),
            "given": fact.given,
            "arises_at": fact.arises_at,
            "supplier": per_kind(fact.supplier),
            "judged": fact.judged or None,
        }
    )


def _counts(counts: Counted | None) -> Table | None:
    return None if counts is None else some({"of": list(counts.of), "meet": counts.meet, "yes": counts.yes})


def term(one: Term) -> str | Table:
    """A fact by its id, a number of subjects by its table."""
    return one if isinstance(one, str) else {"count": list(one.of)}


def per_kind(value: Any) -> Any:
    """A figure, or the table of figures by kind."""
    return dict(value.values) if isinstance(value, PerKind) else value


def _assumption(assumption: Assumption) -> Table:
    return some(
        {
            "question": label(assumption.question),
            "chosen": assumption.chosen,
            "others": assumption.others,
            "why": label(assumption.why),
            "decided_by": label(assumption.decided_by),
            "since": assumption.since,
            "labels": {reading.id: label(reading.label) for reading in assumption.labels},
        }
    )


def _criterion(criterion: Criterion) -> Table:
    readings: Table = {}
    for other in criterion.alternatives:
        said = {**(measure(other.measure) if other.measure else {}), **(target(other.target) if other.target else {})}
        readings.setdefault(other.assumption, {})[other.reading] = said
    return some(
        {
            "label": label(criterion.label),
            "number": criterion.number,
            "for": criterion.kinds,
            "monitor": criterion.monitors,
            "role": None if criterion.role is Role.TARGET else criterion.role.value,
            "strength": None if criterion.strength is Strength.REQUIRED else criterion.strength.value,
            **measure(criterion.measure),
            **target(criterion.target),
            "assume": criterion.assume,
            "cite": _cite(criterion.cite),
            "readings": readings,
        }
    )


def measure(one: Measure) -> Table:
    """A measure under its key."""
    match one:
        case Value(fact):
            return {"value": fact}
        case Count(of):
            return {"count": list(of)}
        case Ratio(part, whole):
            blank = "open" if one.pending_blank == "open" else None
            said = {"part": _terms(part), "whole": _terms(whole), "pending": one.pending, "pending_blank": blank}
            return {"ratio": some(said)}
        case Share(of, test):
            base = "all" if one.base == "all" else None
            return {"share": some({"of": list(of), **_test(test), "base": base})}
        case _:
            assert_never(one)


def _terms(terms: tuple[Term, ...]) -> Any:
    return term(terms[0]) if len(terms) == 1 else [term(one) for one in terms]


def _test(test: Meets | Answers | Rated) -> Table:
    match test:
        case Meets(criterion):
            return {"meet": criterion}
        case Answers(fact):
            return {"yes": fact}
        case Rated(fact, at_least):
            return {"rated": at_least, "by": fact}


def target(one: Target) -> Table:
    """A target under its key."""
    match one:
        case AtLeast(limit):
            return {"at_least": _limit(limit)}
        case AtMost(limit):
            return {"at_most": _limit(limit)}
        case MoreThan(limit):
            return {"more_than": _limit(limit)}
        case LessThan(limit):
            return {"less_than": _limit(limit)}
        case Equals(limit):
            return {"equals": _limit(limit)}
        case Between(low, high, above=above):
            return {"between": {"from": _limit(low), "to": _limit(high), "above": above}}
        case _:
            assert_never(one)


def _limit(limit: Any) -> Any:
    if isinstance(limit, PerKind):
        return {kind: _limit(one) for kind, one in limit.values}
    return write_share(limit) if isinstance(limit, Fraction) else limit


def condition(one: Condition) -> Any:
    """A condition as the string or table that says it."""
    match one:
        case Criterion():
            return one.id
        case AllOf(parts):
            return {"all": [condition(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition(part) for part in parts]}
        case KOf(number, parts):
            return {"at_least": number, "of": [condition(part) for part in parts]}
        case Not(part):
            return {"not": condition(part)}
        case Undetermined(reason, cite):
            return some({"undetermined": label(reason), "cite": _cite(cite)})
        case _:
            assert_never(one)
