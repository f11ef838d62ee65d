"""From the tables of a rule file, whose shapes were checked, to the nouns of the model."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from xeploai.located import Path
from xeploai.model.citation import Clause, Document, InForce
from xeploai.model.condition import Criterion
from xeploai.model.fact import Counted, Drawn, Fact
from xeploai.model.kind import Group, Kind, names, per_kind
from xeploai.model.ruleset import Accepted, Assumption, Exemption, Goal, Reading, Rule, Ruleset, Supplier, Veto
from xeploai.model.scale import Level, Scale
from xeploai.source import Source
from xeploai.toml.build_condition import build_when
from xeploai.toml.build_criterion import build_criterion, terms
from xeploai.toml.build_label import build_label, label_in
from xeploai.toml.build_quota import build_quota
from xeploai.wellformed.problem import Problem

T = TypeVar("T")
Doc = Mapping[str, Any]


def build(document: Doc, spoiled: frozenset[Path], source: Source, problems: list[Problem]) -> Ruleset:
    """The rule set that a document says, leaving out what is `spoiled`.

    What does not fit together is added to `problems`.
    """
    head = dict(_items(document, spoiled, "ruleset"))

    def section(name: str, make: Callable[[str, Any], T]) -> tuple[T, ...]:
        return tuple(make(key, item) for key, item in _items(document, spoiled, name))

    criteria = [build_criterion(key, item, problems) for key, item in _items(document, spoiled, "criteria")]
    made = tuple(criterion for criterion in criteria if criterion)
    ids = document.get("criteria")
    known: dict[str, Criterion | None] = dict.fromkeys(ids if isinstance(ids, dict) else ())
    known |= {criterion.id: criterion for criterion in made}
    rules = []
    for number, item in enumerate(document.get("rules", ()) if ("rules",) not in spoiled else ()):
        path: Path = ("rules", number)
        if path not in spoiled and (built := build_when(item, path, known, problems)):
            rules.append(Rule(item["level"], **built))
    vetoes = []
    for key, item in _items(document, spoiled, "vetoes"):
        if built := build_when(item, ("vetoes", key), known, problems):
            vetoes.append(Veto(key, cap=item["cap"], label=label_in(item), **built))
    exemptions = []
    for key, item in _items(document, spoiled, "exemptions"):
        if built := build_when(item, ("exemptions", key), known, problems):
            exemptions.append(Exemption(key, label=label_in(item), **built))
    quotas = [build_quota(key, item, problems) for key, item in _items(document, spoiled, "quotas")]
    return Ruleset(
        head.get("id", "unnamed"),
        label=label_in(head),
        series=head.get("series"),
        in_force=build_in_force(head.get("in_force", {})),
        reporting=head.get("reporting", ()),
        rated=head.get("rated", ()),
        otherwise=head.get("otherwise"),
        assume=head.get("assume", ()),
        sources=section("sources", build_source),
        kinds=section("kinds", build_kind),
        groups=section("groups", lambda key, item: Group(key, item["kinds"], label_in(item))),
        scale=None if ("scale",) in spoiled else build_scale(document.get("scale")),
        grades=None if ("grades",) in spoiled else build_scale(document.get("grades")),
        suppliers=section("suppliers", lambda key, item: Supplier(key, label_in(item))),
        facts=section("facts", build_fact),
        assumptions=section("assumptions", build_assumption),
        criteria=made,
        goals=section("goals", lambda key, item: Goal(key, item["criteria"], label_in(item))),
        rules=tuple(rules),
        vetoes=tuple(vetoes),
        exemptions=tuple(exemptions),
        quotas=tuple(quota for quota in quotas if quota),
        decided=head.get("decided"),
        accepted=[
            Accepted(check, at, build_label(reason))
            for check, places in _items(document, spoiled, "accepted")
            for at, reason in places.items()
        ],
        source=source,
    )


def _items(document: Doc, spoiled: frozenset[Path], section: str) -> list[tuple[str, Any]]:
    """The items of a section that can be used."""
    table = document.get(section)
    if not isinstance(table, dict):
        return []
    return [(key, item) for key, item in table.items() if (section, key) not in spoiled]


def build_in_force(item: Doc) -> InForce:
    """The days on which a rule set holds."""
    return InForce(item.get("since"), item.get("until"))


def build_kind(key: str, item: Doc) -> Kind:
    """A kind of subject."""
    aliases, person = names(item.get("aliases", ())), item.get("person", False)
    return Kind(key, label_in(item), item.get("parents", ()), aliases, person=person)


def build_source(key: str, item: Doc) -> Document:
    """A source text with its clauses."""
    said = item.get("clauses", {})
    clauses = tuple(Clause(name, label_in(clause, "reason"), clause.get("begins")) for name, clause in said.items())
    return Document(key, build_label(item["label"]), item.get("number"), item.get("dated"), clauses)


def build_scale(item: Doc | None) -> Scale | None:
    """The scale of levels."""
    if item is None:
        return None

    def level(key: str, value: Doc) -> Level:
        return Level(key, label_in(value), names(value.get("short", ())))

    none = item.get("not_assessed")
    levels = tuple(level(key, value) for key, value in item["levels"].items())
    return Scale(levels, level(none["id"], none) if none else None)


def build_fact(key: str, item: Doc) -> Fact:
    """A fact of the data dictionary."""
    counts = item.get("counts")
    return Fact(
        key,
        item["type"],
        of=item.get("of", ()),
        label=label_in(item),
        at_most=terms(item["at_most"]) if "at_most" in item else (),
        sum_of=item.get("sum_of", ()),
        includes=item.get("includes", ()),
        minimum=per_kind(item.get("minimum") or 0),
        maximum=per_kind(item["maximum"]) if item.get("maximum", {}) != {} else None,
        counts=None
        if counts is None
        else Counted(counts["of"], counts.get("meet"), counts.get("yes"), counts.get("rated", ()), counts.get("among")),
        given=item.get("given"),
        unit=label_in(item, "unit"),
        arises_at=item.get("arises_at", ()),
        supplier=None if item.get("supplier") == {} else item.get("supplier"),
        judged=item.get("judged", False),
        document=item.get("document"),
        better=item.get("better"),
        incidents=build_drawn(item["incidents"]) if "incidents" in item else None,
    )


def build_drawn(item: Doc) -> Drawn:
    """What a fact takes from the table of incidents."""
    return Drawn(
        item.get("kinds", ()),
        item.get("measures", ()),
        item.get("of", ()),
        unless_remedied=item.get("unless_remedied", False),
        year=item.get("year", "measure"),
    )


def build_assumption(key: str, item: Doc) -> Assumption:
    """A choice that the text leaves open."""
    return Assumption(
        key,
        question=build_label(item["question"]),
        chosen=item["chosen"],
        others=item.get("others", ()),
        why=build_label(item["why"]),
        decided_by=build_label(item["decided_by"]),
        since=item.get("since"),
        labels=tuple(Reading(name, build_label(label)) for name, label in item.get("labels", {}).items()),
    )
