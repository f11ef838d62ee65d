"""From the tables of a rule file, whose shapes were checked, to the nouns of the model."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from xeploai.locator import Path
from xeploai.model.citation import Citation, Clause, Document, InForce
from xeploai.model.condition import Criterion
from xeploai.model.fact import Counted, Fact
from xeploai.model.kind import Group, Kind, names, per_kind
from xeploai.model.label import Label
from xeploai.model.ruleset import Assumption, Goal, Reading, Rule, Ruleset, Supplier, Veto
from xeploai.model.scale import Level, Scale
from xeploai.source import Source
from xeploai.toml.build_condition import build_condition
from xeploai.toml.build_criterion import build_criterion, terms
from xeploai.wellformed.problem import Problem

T = TypeVar("T")
Doc = Mapping[str, Any]


def build(document: Doc, bad: frozenset[Path], source: Source, problems: list[Problem]) -> Ruleset | None:
    """The rule set that a document says, leaving out what stands at or above a `bad` path.

    `None` where the head of the file itself is bad. What does not fit together is added to `problems`.
    """
    if any(path in bad for path in ((), ("ruleset",), ("ruleset", "id"))) or "ruleset" not in document:
        return None
    head = {key: value for key, value in document["ruleset"].items() if not _within(bad, ("ruleset", key))}

    def section(name: str, make: Callable[[str, Any], T]) -> tuple[T, ...]:
        table = {} if _within(bad, (name,), exact=True) else document.get(name, {})
        return tuple(make(key, item) for key, item in table.items() if not _within(bad, (name, key)))

    facts = section("facts", build_fact)
    criteria: list[Criterion] = []
    for key, item in document.get("criteria", {}).items() if not _within(bad, ("criteria",), exact=True) else ():
        if not _within(bad, ("criteria", key)) and (made := build_criterion(key, item, problems)):
            criteria.append(made)
    known: dict[str, Criterion | None] = dict.fromkeys(document.get("criteria", {}))
    known |= {criterion.id: criterion for criterion in criteria}
    rules = []
    for number, item in enumerate(document.get("rules", []) if not _within(bad, ("rules",), exact=True) else ()):
        path: Path = ("rules", number)
        if not _within(bad, path) and (when := build_condition(item["when"], (*path, "when"), known, problems)):
            rules.append(Rule(item["level"], when))
    vetoes = []
    for key, item in document.get("vetoes", {}).items() if not _within(bad, ("vetoes",), exact=True) else ():
        path = ("vetoes", key)
        if not _within(bad, path) and (when := build_condition(item["when"], (*path, "when"), known, problems)):
            label, cite = as_label(item.get("label")), citation(item.get("cite"))
            vetoes.append(Veto(key, when, item["cap"], label=label, cite=cite))
    return Ruleset(
        document["ruleset"]["id"],
        label=as_label(head.get("label")),
        in_force=InForce(**head.get("in_force", {})),
        reporting=head.get("reporting", ()),
        rated=head.get("rated", ()),
        otherwise=head.get("otherwise"),
        assume=head.get("assume", ()),
        sources=section("sources", build_source),
        kinds=section("kinds", build_kind),
        groups=section("groups", lambda key, item: Group(key, item["kinds"], as_label(item.get("label")))),
        scale=None if _within(bad, ("scale",)) else build_scale(document.get("scale")),
        suppliers=section("suppliers", lambda key, item: Supplier(key, as_label(item.get("label")))),
        facts=facts,
        assumptions=section("assumptions", build_assumption),
        criteria=tuple(criteria),
        goals=section("goals", lambda key, item: Goal(key, item["criteria"], as_label(item.get("label")))),
        rules=tuple(rules),
        vetoes=tuple(vetoes),
        source=source,
    )


def _within(bad: frozenset[Path], path: Path, *, exact: bool = False) -> bool:
    """Whether something at a path, or (unless `exact`) anywhere below it, is bad."""
    if exact:
        return path in bad
    return any(other[: len(path)] == path for other in bad)


def as_label(value: Any) -> Label | None:
    """A label, from a text or a table of languages."""
    if value is None:
        return None
    return Label(value) if isinstance(value, str) else Label(value["vi"], value.get("en"))


def citation(value: Any) -> Citation | None:
    """A citation, from its table."""
    return None if value is None else Citation(value["source"], value["clause"], value.get("words", ()))


def build_kind(key: str, item: Doc) -> Kind:
    """A kind of subject."""
    return Kind(key, as_label(item.get("label")), item.get("parents", ()), names(item.get("aliases", ())))


def build_source(key: str, item: Doc) -> Document:
    """A source text with its clauses."""
    clauses = tuple(Clause(name, as_label(clause.get("reason"))) for name, clause in item.get("clauses", {}).items())
    return Document(key, as_label(item["label"]), item.get("number"), item.get("dated"), clauses)


def build_scale(item: Doc | None) -> Scale | None:
    """The scale of levels."""
    if item is None:
        return None

    def level(key: str, value: Doc) -> Level:
        return Level(key, as_label(value.get("label")), names(value.get("short", ())))

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
        label=as_label(item.get("label")),
        at_most=terms(item["at_most"]) if "at_most" in item else (),
        sum_of=item.get("sum_of", ()),
        includes=item.get("includes", ()),
        minimum=per_kind(item.get("minimum", 0)),
        maximum=per_kind(item["maximum"]) if "maximum" in item else None,
        counts=None if counts is None else Counted(counts["of"], counts.get("meet"), counts.get("yes")),
        given=item.get("given"),
        unit=as_label(item.get("unit")),
        arises_at=item.get("arises_at", ()),
        supplier=item.get("supplier"),
        judged=item.get("judged", False),
    )


def build_assumption(key: str, item: Doc) -> Assumption:
    """A choice that the text leaves open."""
    return Assumption(
        key,
        question=as_label(item["question"]),
        chosen=item["chosen"],
        others=item.get("others", ()),
        why=as_label(item["why"]),
        decided_by=as_label(item["decided_by"]),
        since=item.get("since"),
        labels=tuple(Reading(name, as_label(label)) for name, label in item.get("labels", {}).items()),
    )
