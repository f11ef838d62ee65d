"""A rule set with its names looked up: no check walks through all of it for the sake of one name."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from xeploai.evidence.plan import Steps
from xeploai.evidence.relations import steps_up
from xeploai.located import Path
from xeploai.model.condition import Criterion
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import Kinds, members
from xeploai.model.ruleset import Assumption, Ruleset, kinds_of
from xeploai.model.scale import Scale
from xeploai.wellformed.conditions import criteria_of

Names = Mapping[str, object]
"""Names as the keys of a mapping: found at once, and kept in order."""


class Draft(NamedTuple):
    """What a rule file declares, where not all of it could be made.

    `ids` are the names by section, `levels` among them. `spoiled`: the key paths of what was left out, be it a whole
    section. What refers to those is no fault of its own.
    """

    ids: Mapping[str, Names]
    spoiled: frozenset[Path]


class Book(NamedTuple):
    """A rule set and what its checks look up.

    `named`: the criteria by id. `ids`: what there is to refer to, by section; `of_kind` the kinds and the groups.
    `left_out`: the sections of which something is missing. `up`: which facts fit into which. `clauses`: by source.
    `ranks`: the levels, best first, and `grades` likewise. `carriers`: by the kinds that declare a fact, or
    are counted, the kinds that have it or can total it.
    """

    rules: Ruleset
    criteria: tuple[Criterion, ...]
    named: Mapping[str, Criterion]
    spoiled: frozenset[Path]
    left_out: frozenset[str]
    ids: Mapping[str, Names]
    of_kind: Names
    kinds: Kinds
    facts: Mapping[str, Fact]
    up: Steps
    assumptions: Mapping[str, Assumption]
    clauses: Mapping[str, Names]
    ranks: Mapping[str, int]
    grades: Mapping[str, int]
    carriers: dict[tuple[tuple[str, ...], FactType], frozenset[str]]


def open_book(rules: Ruleset, draft: Draft | None) -> Book:
    """The book of a rule set, or of what could be made of a rule file."""
    criteria = criteria_of(rules)
    declared = sections(rules, criteria)
    ids = draft.ids if draft else {section_name(path): dict.fromkeys(names) for path, names in declared.items()}
    spoiled = draft.spoiled if draft else frozenset()
    facts = {fact.id: fact for fact in rules.facts}
    return Book(
        rules,
        criteria,
        {criterion.id: criterion for criterion in criteria},
        spoiled,
        frozenset(str(path[0]) for path in spoiled if path),
        ids,
        {**ids["kinds"], **ids["groups"]},
        kinds_of(rules),
        facts,
        steps_up(facts),
        {assumption.id: assumption for assumption in rules.assumptions},
        {source.id: dict.fromkeys(clause.id for clause in source.clauses) for source in rules.sources},
        _ranks(rules.scale),
        _ranks(rules.grades),
        {},
    )


def _ranks(scale: Scale | None) -> dict[str, int]:
    return {level.id: number for number, level in enumerate(scale.levels)} if scale else {}


def section_name(path: Path) -> str:
    """The name under which the ids of a section are looked up; those of the two scales by what they are."""
    return "grades" if path[0] == "grades" else str(path[-1])


def sections(rules: Ruleset, criteria: tuple[Criterion, ...]) -> dict[Path, list[str]]:
    """The ids of a rule set under the key paths where a rule file declares them."""
    return {
        ("sources",): [source.id for source in rules.sources],
        ("kinds",): [kind.id for kind in rules.kinds],
        ("groups",): [group.id for group in rules.groups],
        ("scale", "levels"): [level.id for level in rules.scale.levels] if rules.scale else [],
        ("grades", "levels"): [grade.id for grade in rules.grades.levels] if rules.grades else [],
        ("suppliers",): [supplier.id for supplier in rules.suppliers],
        ("facts",): [fact.id for fact in rules.facts],
        ("assumptions",): [assumption.id for assumption in rules.assumptions],
        ("criteria",): [criterion.id for criterion in criteria],
        ("goals",): [goal.id for goal in rules.goals],
        ("vetoes",): [veto.id for veto in rules.vetoes],
        ("exemptions",): [exemption.id for exemption in rules.exemptions],
        ("quotas",): [quota.id for quota in rules.quotas],
    }


def all_known(book: Book, names: Iterable[str]) -> bool:
    """Whether it is known which kinds these names of kinds and groups stand for; if not, that is reported by itself."""
    return book.left_out.isdisjoint(("kinds", "groups")) and all(name in book.of_kind for name in names)


def has(book: Book, fact: Fact, kind: str) -> bool:
    """Whether subjects of a kind declare a fact, or could total it over those below them."""
    return not fact.of or kind in _carriers(book, fact.of, fact.type)


def counts_at(book: Book, of: tuple[str, ...], kind: str) -> bool:
    """Whether subjects of some kinds may stand at or below one of a kind."""
    return kind in _carriers(book, of, FactType.COUNT)


def _carriers(book: Book, of: tuple[str, ...], type_: FactType) -> frozenset[str]:
    key = (of, type_)
    if key not in book.carriers:
        found = frozenset(members(book.kinds, of))
        new = found if type_ is FactType.COUNT else frozenset()
        while new:
            above = {up for kind in book.rules.kinds if kind.id in new for up in members(book.kinds, kind.parents)}
            new = frozenset(above - found)
            found |= new
        book.carriers[key] = found
    return book.carriers[key]
