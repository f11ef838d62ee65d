"""A rule set → the canonical text of its rule file. A small writer of our own: the core keeps two dependencies."""

from xeploai.exact import write_share
from xeploai.model.citation import Document
from xeploai.model.condition import Criterion, Role, Strength
from xeploai.model.fact import Counted, Drawn, Fact
from xeploai.model.kind import Kind
from xeploai.model.measure import Ratio
from xeploai.model.quota import OtherQuota, Quota
from xeploai.model.ruleset import Assumption, Exemption, Rule, Ruleset, Veto
from xeploai.model.scale import Level, Scale
from xeploai.toml.dump_criterion import condition, measure, target
from xeploai.toml.dump_label import Table, cite, label, per_kind, some, term
from xeploai.toml.grammar import FORMAT
from xeploai.toml.write import write
from xeploai.wellformed.conditions import criteria_of


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
        "series": rules.series,
        "in_force": some(in_force),
        "levels": rules.levels.name if rules.levels else None,
        "decided": rules.decided,
        "reporting": rules.reporting,
        "rated": rules.rated,
        "otherwise": rules.otherwise,
        "assume": rules.assume,
    }
    document = {
        "format": FORMAT,
        "ruleset": some(head),
        "sources": {source.id: _source(source) for source in rules.sources},
        "kinds": {kind.id: _kind(kind) for kind in rules.kinds},
        "groups": {g.id: some({"label": label(g.label), "kinds": list(g.kinds)}) for g in rules.groups},
        "scale": _scale(rules.scale) if rules.scale else None,
        "grades": _scale(rules.grades) if rules.grades else None,
        "suppliers": {one.id: some({"label": label(one.label)}) for one in rules.suppliers},
        "facts": {fact.id: _fact(fact) for fact in rules.facts},
        "assumptions": {assumption.id: _assumption(assumption) for assumption in rules.assumptions},
        "criteria": {criterion.id: _criterion(criterion) for criterion in criteria_of(rules)},
        "goals": {g.id: {**some({"label": label(g.label)}), "criteria": list(g.criteria)} for g in rules.goals},
        "rules": [{"level": rule.level, **_when(rule)} for rule in rules.rules],
        "vetoes": {v.id: {**some({"label": label(v.label)}), "cap": v.cap, **_when(v)} for v in rules.vetoes},
        "exemptions": {e.id: {**some({"label": label(e.label)}), **_when(e)} for e in rules.exemptions},
        "quotas": {quota.id: _quota(quota) for quota in rules.quotas},
        "accepted": _accepted(rules),
    }
    return some(document)


def _accepted(rules: Ruleset) -> Table:
    said: Table = {}
    for one in rules.accepted:
        said.setdefault(one.check, {})[one.at] = label(one.reason)
    return said


def _kind(kind: Kind) -> Table:
    named = {"label": label(kind.label), "parents": kind.parents, "aliases": kind.aliases}
    return some({**named, "person": kind.person or None})


def _when(one: Rule | Veto | Exemption) -> Table:
    """What rules, vetoes and exemptions have in common."""
    readings: Table = {}
    for other in one.alternatives:
        readings.setdefault(other.assumption, {})[other.reading] = {"when": condition(other.when)}
    said = {"when": condition(one.when), "for": one.kinds, "cite": cite(one.cite)}
    return some({**said, "assume": one.assume, "readings": readings})


def _source(source: Document) -> Table:
    clauses = {clause.id: some({"begins": clause.begins, "reason": label(clause.reason)}) for clause in source.clauses}
    head = {"label": label(source.label), "number": source.number, "dated": source.dated}
    return {**some(head), **({"clauses": clauses} if clauses else {})}


def _scale(scale: Scale) -> Table:
    def level(one: Level) -> Table:
        return some({"label": label(one.label), "short": one.short})

    none = scale.not_assessed
    head = {"not_assessed": {"id": none.id, **level(none)}} if none else {}
    return {**head, "levels": {one.id: level(one) for one in scale.levels}}


def _fact(fact: Fact) -> Table:
    said = some(
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
            "document": fact.document,
            "better": fact.better,
        }
    )
    # Every incident counts where nothing is said of them.
    return said if fact.incidents is None else {**said, "incidents": _drawn(fact.incidents)}


def _counts(counts: Counted | None) -> Table | None:
    if counts is None:
        return None
    return some(
        {"of": list(counts.of), "meet": counts.meet, "yes": counts.yes, "rated": counts.rated, "among": counts.among}
    )


def _drawn(drawn: Drawn) -> Table:
    said = {"kinds": drawn.kinds, "measures": drawn.measures, "of": drawn.of}
    year = None if drawn.year == "measure" else drawn.year
    return {**some(said), **some({"unless_remedied": drawn.unless_remedied or None, "year": year})}


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
        said = measure(other.measure) if other.measure else {}
        said |= target(other.target, other.measure or criterion.measure) if other.target else {}
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
            **target(criterion.target, criterion.measure),
            "assume": criterion.assume,
            "cite": cite(criterion.cite),
            "readings": readings,
        }
    )


def _quota(quota: Quota) -> Table:
    readings: Table = {}
    for other in quota.alternatives:
        said = some({"base": other.base, "whole_number": other.rounding, **_rates(other)})
        readings.setdefault(other.assumption, {})[other.reading] = said
    rates = _rates(quota)
    return some(
        {
            "label": label(quota.label),
            "level": quota.level,
            "for": quota.kinds,
            "rate": rates["rate"],
            "base": quota.base,
            "whole_number": quota.rounding,
            "within": quota.within,
            "group": quota.group,
            "apart": quota.apart,
            "raised": rates["raised"],
            "cite": cite(quota.cite),
            "assume": quota.assume,
            "readings": readings,
        }
    )


def _rates(quota: Quota | OtherQuota) -> Table:
    rate, raised = quota.rate, quota.raised
    return {
        "rate": measure(rate)["ratio"] if isinstance(rate, Ratio) else None if rate is None else write_share(rate),
        "raised": {"rate": write_share(raised.rate), "yes": raised.yes} if raised else None,
    }
