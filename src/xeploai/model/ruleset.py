"""The whole: what a rule file says."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import get_args

import attrs

from xeploai.model.citation import Citation, Document, InForce
from xeploai.model.condition import Condition, Criterion
from xeploai.model.fact import Fact
from xeploai.model.kind import Group, Kind, Kinds, names
from xeploai.model.label import Label, as_label
from xeploai.model.quota import Quota
from xeploai.model.scale import Scale
from xeploai.model.target import Above
from xeploai.noun import Noun
from xeploai.source import Source


@attrs.frozen(repr=False, eq=False)
class Reading(Noun):
    """One way to read the text."""

    id: str
    label: Label | None = attrs.field(default=None, converter=as_label)


@attrs.frozen(repr=False, eq=False)
class Assumption(Noun):
    """A choice that the text leaves open: the question, the reading chosen, the others, why, who decided and when."""

    id: str
    question: Label | None = attrs.field(default=None, converter=as_label)
    chosen: str = ""
    others: tuple[str, ...] = attrs.field(default=(), converter=names)
    why: Label | None = attrs.field(default=None, converter=as_label)
    decided_by: Label | None = attrs.field(default=None, converter=as_label)
    labels: tuple[Reading, ...] = ()
    since: date | None = None


def is_about_above(assumption: Assumption) -> bool:
    """Whether an assumption is about what lies above a range: its readings are the words that a range has for that."""
    return {assumption.chosen, *assumption.others} <= set(get_args(Above))


@attrs.frozen(repr=False, eq=False)
class Goal(Noun):
    """A *chỉ tiêu*: met when all its criteria are."""

    id: str
    criteria: tuple[str, ...] = attrs.field(converter=names)
    label: Label | None = attrs.field(default=None, converter=as_label)


@attrs.frozen(repr=False, eq=False)
class Supplier(Noun):
    """Who has figures, and is asked for those that are missing."""

    id: str
    label: Label | None = attrs.field(default=None, converter=as_label)


@attrs.frozen(repr=False, eq=False)
class Accepted(Noun):
    """A finding of the audit that stays: which check, at which item of the file (`criteria.ID`; `*`: any), and why."""

    check: str
    at: str
    reason: Label | None = attrs.field(default=None, converter=as_label)


@attrs.frozen(repr=False, eq=False)
class OtherCondition(Noun):
    """A condition as another reading of the text would have it."""

    assumption: str
    reading: str
    when: Condition


def _alternatives(items: Iterable[OtherCondition]) -> tuple[OtherCondition, ...]:
    return tuple(items)


@attrs.frozen(repr=False, eq=False)
class Rule(Noun):
    """A condition that earns a level. `kinds`: where it holds (none: wherever levels are given)."""

    level: str
    when: Condition
    kinds: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    cite: Citation | None = attrs.field(default=None, kw_only=True)
    assume: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    alternatives: tuple[OtherCondition, ...] = attrs.field(default=(), converter=_alternatives, kw_only=True)


@attrs.frozen(repr=False, eq=False)
class Veto(Noun):
    """A condition that caps the level, whatever was earned."""

    id: str
    when: Condition
    cap: str
    kinds: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    label: Label | None = attrs.field(default=None, converter=as_label, kw_only=True)
    cite: Citation | None = attrs.field(default=None, kw_only=True)
    assume: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    alternatives: tuple[OtherCondition, ...] = attrs.field(default=(), converter=_alternatives, kw_only=True)


@attrs.frozen(repr=False, eq=False)
class Exemption(Noun):
    """A condition under which a subject is not rated: it has no level, and leaves the base of shares."""

    id: str
    when: Condition
    kinds: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    label: Label | None = attrs.field(default=None, converter=as_label, kw_only=True)
    cite: Citation | None = attrs.field(default=None, kw_only=True)
    assume: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    alternatives: tuple[OtherCondition, ...] = attrs.field(default=(), converter=_alternatives, kw_only=True)


@attrs.frozen(repr=False, eq=False)
class Proposing(Noun):
    """The rule set that proposes levels, by the name it is given; made when somebody first asks for it.

    Most tables that are held against targets say nothing that it could judge. `at_hand`: it is there already, and may
    as well be asked about every table.
    """

    name: str
    make: "Callable[[], Ruleset]" = attrs.field(eq=False, repr=False)
    at_hand: bool = attrs.field(default=False, eq=False, repr=False)

    @cached_property
    def rules(self) -> "Ruleset":
        """The rule set.

        Raises:
            InvalidRules: its file cannot be used.
        """
        return self.make()


def _proposing(value: "Ruleset | Proposing | None") -> Proposing | None:
    return Proposing(value.id, lambda: value, at_hand=True) if isinstance(value, Ruleset) else value


# Converters by name: a type checker cannot see through `converter=tuple`.
def _sources(items: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(items)


def _kinds(items: Iterable[Kind]) -> tuple[Kind, ...]:
    return tuple(items)


def _groups(items: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(items)


def _suppliers(items: Iterable[Supplier]) -> tuple[Supplier, ...]:
    return tuple(items)


def _facts(items: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(items)


def _assumptions(items: Iterable[Assumption]) -> tuple[Assumption, ...]:
    return tuple(items)


def _criteria(items: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return tuple(items)


def _goals(items: Iterable[Goal]) -> tuple[Goal, ...]:
    return tuple(items)


def _rules(items: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(items)


def _vetoes(items: Iterable[Veto]) -> tuple[Veto, ...]:
    return tuple(items)


def _exemptions(items: Iterable[Exemption]) -> tuple[Exemption, ...]:
    return tuple(items)


def _quotas(items: Iterable[Quota]) -> tuple[Quota, ...]:
    return tuple(items)


def _accepted(items: Iterable[Accepted]) -> tuple[Accepted, ...]:
    return tuple(items)


@attrs.frozen(repr=False, eq=False)
class Ruleset(Noun):
    """Facts, criteria, goals, and the rules that earn a level; best level first, `otherwise` where none is earned.

    `series`: the series of which it is one version. `grades`: the scale of grades. `rated`: the kinds that are given a
    level. `decided`: the fact that holds the level which the competent authority decided. `levels`: the rule set that
    proposes levels where none is decided. `extends`: the rule set of a higher committee, all of which stands here too;
    it counts for nothing in equality. `reporting`: the kinds or groups whose reports are awaited. `assume`: assumptions
    about the whole. `accepted`: findings of the audit that stay. `source`: the text it was loaded from, if any; it
    counts for nothing in equality either.
    """

    id: str
    label: Label | None = attrs.field(default=None, converter=as_label, kw_only=True)
    series: str | None = attrs.field(default=None, kw_only=True)
    in_force: InForce = attrs.field(factory=InForce, kw_only=True)
    sources: tuple[Document, ...] = attrs.field(default=(), converter=_sources, kw_only=True)
    kinds: tuple[Kind, ...] = attrs.field(default=(), converter=_kinds, kw_only=True)
    groups: tuple[Group, ...] = attrs.field(default=(), converter=_groups, kw_only=True)
    suppliers: tuple[Supplier, ...] = attrs.field(default=(), converter=_suppliers, kw_only=True)
    facts: tuple[Fact, ...] = attrs.field(default=(), converter=_facts, kw_only=True)
    assumptions: tuple[Assumption, ...] = attrs.field(default=(), converter=_assumptions, kw_only=True)
    criteria: tuple[Criterion, ...] = attrs.field(default=(), converter=_criteria, kw_only=True)
    goals: tuple[Goal, ...] = attrs.field(default=(), converter=_goals, kw_only=True)
    scale: Scale | None = attrs.field(default=None, kw_only=True)
    grades: Scale | None = attrs.field(default=None, kw_only=True)
    rated: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    rules: tuple[Rule, ...] = attrs.field(default=(), converter=_rules, kw_only=True)
    otherwise: str | None = attrs.field(default=None, kw_only=True)
    vetoes: tuple[Veto, ...] = attrs.field(default=(), converter=_vetoes, kw_only=True)
    exemptions: tuple[Exemption, ...] = attrs.field(default=(), converter=_exemptions, kw_only=True)
    quotas: tuple[Quota, ...] = attrs.field(default=(), converter=_quotas, kw_only=True)
    decided: str | None = attrs.field(default=None, kw_only=True)
    levels: Proposing | None = attrs.field(default=None, converter=_proposing, kw_only=True)
    extends: "Ruleset | None" = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    reporting: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    assume: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    accepted: tuple[Accepted, ...] = attrs.field(default=(), converter=_accepted, kw_only=True)
    source: Source | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)


def kinds_of(rules: Ruleset) -> Kinds:
    """The kinds and groups of a rule set, by themselves."""
    return Kinds({group.id: group.kinds for group in rules.groups})


def chain_of(rules: Ruleset) -> Iterator[Ruleset]:
    """A rule set, the one that proposes levels to it, and so on."""
    yield rules
    if rules.levels:
        yield from chain_of(rules.levels.rules)
