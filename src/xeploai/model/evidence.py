"""What is known of the subjects that are rated."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import attrs

from xeploai.diagnostic import Diagnostic
from xeploai.noun import Noun
from xeploai.source import Place

Answer = int | bool | str | Decimal | date
"""What is known of a fact: a count, points, yes or no, the id of a grade or of a level, a day."""


def _facts(facts: Mapping[str, Answer | None]) -> Mapping[str, Answer]:
    return MappingProxyType({fact: answer for fact, answer in facts.items() if answer is not None})


def _notes(notes: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(notes))


@attrs.frozen(repr=False, eq=False)
class Evidence(Noun):
    """A subject and what is known of it. A fact that is absent, or `None`, is missing: not zero, and not failed.

    `parent` is the id of the subject above; `notes` are texts beside the facts (the decision behind a level, the reason
    why a subject is not assessed). `at` says where the data stand, and counts for nothing in equality.
    """

    id: str
    kind: str = ""
    facts: Mapping[str, Answer] = attrs.field(factory=dict, converter=_facts)
    name: str | None = None
    parent: str | None = None
    notes: Mapping[str, str] = attrs.field(factory=dict, converter=_notes)
    at: Place | None = attrs.field(default=None, eq=False, repr=False)


def _subjects(subjects: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(subjects)


@attrs.frozen(repr=False, eq=False)
class Hierarchy(Noun):
    """Subjects with their parents, in the order of the data; several roots may stand in one table.

    `notices`: what should be said aloud about the data though it was not refused (`3.402` read as 3402, a row of totals
    that differs); they count for nothing in equality.
    """

    subjects: tuple[Evidence, ...] = attrs.field(converter=_subjects)
    notices: tuple[Diagnostic, ...] = attrs.field(default=(), eq=False, repr=False)
