"""The names of things in a rule set, as people read them."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, assert_never

from xeploai.diagnostic import Language
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Count, Fact, FactType
from xeploai.model.kind import PerKind, entry_for, members
from xeploai.model.label import Label, read_label
from xeploai.model.measure import Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.model.ruleset import Assumption, Exemption, Ruleset, Veto, chain_of, kinds_of
from xeploai.model.scale import Level, Scale
from xeploai.wording.uses import Use, uses

POINTS = Label("điểm", "points")
MONTHS = Label("tháng", "months")


class Naming(NamedTuple):
    """A rule set with the language in which its things are named.

    `until` is the day up to which months count, `uses` what criteria are for among levels.
    """

    rules: Ruleset
    lang: Language
    facts: dict[str, Fact]
    assumptions: dict[str, Assumption]
    until: date | None = None
    uses: Mapping[str, Use] = MappingProxyType({})


def naming(rules: Ruleset, lang: Language, until: date | None = None) -> Naming:
    """The names of a rule set's things in a language."""
    assumptions = {assumption.id: assumption for assumption in rules.assumptions}
    return Naming(rules, lang, {fact.id: fact for fact in rules.facts}, assumptions, until, uses(rules))


def fact_name(names: Naming, fact: str) -> str:
    """The label of a fact."""
    return read_label(names.facts[fact].label, names.lang, fact) if fact in names.facts else fact


def supplier_name(names: Naming, supplier: str) -> str:
    """The label of a supplier."""
    labels = {one.id: one.label for one in names.rules.suppliers}
    return read_label(labels.get(supplier), names.lang, supplier)


def supplier_of(names: Naming, fact: str, kind: str) -> str:
    """Who supplies a fact of subjects of a kind; empty where nothing is said."""
    said = names.facts[fact].supplier if fact in names.facts else None
    supplier = entry_for(kinds_of(names.rules), said, kind) if isinstance(said, PerKind) else said
    return supplier_name(names, supplier) if supplier else ""


def criterion_name(names: Naming, criterion: Criterion) -> str:
    """The label of a criterion."""
    return read_label(criterion.label, names.lang, criterion.id)


def kind_name(names: Naming, kind: str) -> str:
    """The label of a kind or group."""
    labels = {one.id: one.label for one in names.rules.groups} | {one.id: one.label for one in names.rules.kinds}
    return read_label(labels.get(kind), names.lang, kind)


def kinds_name(names: Naming, kinds: Sequence[str]) -> str:
    """Several kinds; a group of just these by its own name."""
    for group in names.rules.groups:
        if set(group.kinds) == set(members(kinds_of(names.rules), kinds)):
            return read_label(group.label, names.lang, group.id)
    return ", ".join(in_sentence(kind_name(names, kind)) for kind in kinds)


def subject_name(evidence: Evidence) -> str:
    """The name of a subject, its id where it has none; a name over several lines would pass for more than a name."""
    return one_line(evidence.name or evidence.id)


def named(names: Naming, one: Veto | Exemption) -> str:
    """The label of a veto or an exemption."""
    return read_label(one.label, names.lang, one.id)


def exemption_name(names: Naming, exemption: str | None) -> str:
    """The label of an exemption of a rule set, or of one that proposes levels to it; empty where there is none."""
    if exemption is None:
        return ""
    held = (one for rules in chain_of(names.rules) for one in rules.exemptions if one.id == exemption)
    return next((named(names, one) for one in held), exemption)


def is_person(names: Naming, kind: str) -> bool:
    """Whether subjects of a kind are persons, whose names stay out of reports."""
    return any(one.person for one in names.rules.kinds if one.id == kind)


def public_name(names: Naming, evidence: Evidence) -> str:
    """The name of a subject as a report shows it: of a person only the id."""
    return evidence.id if is_person(names, evidence.kind) else subject_name(evidence)


def titled(names: Naming, evidence: Evidence) -> str:
    """A subject by name and id; a person, or one without a name, by the id alone."""
    named = evidence.name and not is_person(names, evidence.kind)
    return f"{subject_name(evidence)} (`{evidence.id}`)" if named else f"`{evidence.id}`"


def one_line(text: str) -> str:
    """A text of the data within a line of a report."""
    return " ".join(text.split())


def in_sentence(text: str) -> str:
    """A name as it stands within a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def level_name(names: Naming, level: str) -> str:
    """The label of a level."""
    return _rung(names, names.rules.scale, level)


def level_short(names: Naming, level: str) -> str:
    """The usual abbreviation of a level, for tables; its label where it has none."""
    scale = names.rules.scale
    short = next((one.short for one in scale.levels if one.id == level), ()) if scale else ()
    return short[0] if short else level_name(names, level)


def is_points(names: Naming, measure: Measure) -> bool:
    """Whether a measure is of points, or of another number that need not be whole."""
    if isinstance(measure, Value):
        return measure.fact in names.facts and names.facts[measure.fact].type is FactType.NUMBER
    return isinstance(measure, Score)


def is_graded(names: Naming, measure: Measure) -> bool:
    """Whether a measure stands on the ladder of grades. Grades and levels may share their ids."""
    if isinstance(measure, Value):
        return measure.fact in names.facts and names.facts[measure.fact].type is FactType.GRADE
    return isinstance(measure, Lowest | Highest)


def rung_name(names: Naming, measure: Measure, rung: str) -> str:
    """A grade or a level as it stands in a sentence: *Trung bình*, *hoàn thành tốt nhiệm vụ*."""
    if is_graded(names, measure):
        return _rung(names, names.rules.grades, rung)
    return in_sentence(level_name(names, rung))


def is_top(names: Naming, measure: Measure, rung: str) -> bool:
    """Whether nothing is above a grade or a level."""
    scale = names.rules.grades if is_graded(names, measure) else names.rules.scale
    return scale is not None and scale.levels[0].id == rung


def _rung(names: Naming, scale: Scale | None, rung: str) -> str:
    known: tuple[Level, ...] = scale.levels if scale else ()
    if scale and scale.not_assessed:
        known = (*known, scale.not_assessed)
    return next((read_label(one.label, names.lang, rung) for one in known if one.id == rung), rung)


def reading_name(names: Naming, assumption: str, reading: str) -> str:
    """What a reading of an assumption says."""
    known = names.assumptions.get(assumption)
    labels = known.labels if known else ()
    return next((read_label(one.label, names.lang, reading) for one in labels if one.id == reading), reading)


def question(names: Naming, assumption: str) -> str:
    """The question that an assumption answers."""
    known = names.assumptions.get(assumption)
    return read_label(known.question, names.lang, assumption) if known else assumption


def unit_name(names: Naming, criterion: Criterion) -> str:
    """What is counted: the unit of the fact, or the subjects of a share; empty where nothing is said."""
    match criterion.measure:
        case Value(fact):
            points = is_points(names, criterion.measure)
            return _unit(names, fact) or (read_label(POINTS, names.lang, "") if points else "")
        case Score():
            return read_label(POINTS, names.lang, "")
        case Months():
            return read_label(MONTHS, names.lang, "")
        case Lowest() | Highest():
            return ""
        case Ratio(part):
            return kinds_name(names, part[0].of) if isinstance(part[0], Count) else _unit(names, part[0])
        case Share(of) | Count(of):
            return in_sentence(kinds_name(names, of))
        case _:
            assert_never(criterion.measure)


def _unit(names: Naming, fact: str) -> str:
    return read_label(names.facts[fact].unit if fact in names.facts else None, names.lang, "")
