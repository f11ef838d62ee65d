"""The names of things in a rule set, as people read them."""

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from xeploai.diagnostic import Language
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Count, Fact
from xeploai.model.kind import PerKind, entry_for, members
from xeploai.model.label import read_label
from xeploai.model.measure import Ratio, Share, Value
from xeploai.model.ruleset import Assumption, Ruleset, kinds_of
from xeploai.model.scale import Level


class Naming(NamedTuple):
    """A rule set with the language in which its things are named."""

    rules: Ruleset
    lang: Language
    facts: dict[str, Fact]
    assumptions: dict[str, Assumption]


def naming(rules: Ruleset, lang: Language) -> Naming:
    """The names of a rule set's things in a language."""
    assumptions = {assumption.id: assumption for assumption in rules.assumptions}
    return Naming(rules, lang, {fact.id: fact for fact in rules.facts}, assumptions)


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
    return ", ".join(lower_first(kind_name(names, kind)) for kind in kinds)


def subject_name(evidence: Evidence) -> str:
    """The name of a subject, its id where it has none; a name over several lines would pass for more than a name."""
    return one_line(evidence.name or evidence.id)


def one_line(text: str) -> str:
    """A text of the data within a line of a report."""
    return " ".join(text.split())


def lower_first(text: str) -> str:
    """A name as it stands within a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def level_name(names: Naming, level: str) -> str:
    """The label of a level."""
    scale = names.rules.scale
    known: tuple[Level, ...] = scale.levels if scale else ()
    if scale and scale.not_assessed:
        known = (*known, scale.not_assessed)
    return next((read_label(one.label, names.lang, level) for one in known if one.id == level), level)


def level_short(names: Naming, level: str) -> str:
    """The usual abbreviation of a level, for tables; its label where it has none."""
    scale = names.rules.scale
    short = next((one.short for one in scale.levels if one.id == level), ()) if scale else ()
    return short[0] if short else level_name(names, level)


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
            return _unit(names, fact)
        case Ratio(part):
            return kinds_name(names, part[0].of) if isinstance(part[0], Count) else _unit(names, part[0])
        case Share(of) | Count(of):
            return lower_first(kinds_name(names, of))
        case _:
            assert_never(criterion.measure)


def _unit(names: Naming, fact: str) -> str:
    return read_label(names.facts[fact].unit if fact in names.facts else None, names.lang, "")
