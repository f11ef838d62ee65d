"""Where a rule comes from, and when it holds."""

from datetime import date

import attrs

from xeploai.model.kind import names
from xeploai.model.label import Label, as_label
from xeploai.noun import Noun


@attrs.frozen(repr=False, eq=False)
class Citation(Noun):
    """The clause that a rule implements, with the few words there that state its figure, verbatim."""

    source: str
    clause: str
    words: tuple[str, ...] = attrs.field(default=(), converter=names)


@attrs.frozen(repr=False, eq=False)
class Clause(Noun):
    """A clause that the rule file answers for: with criteria that cite it, or with the reason why it has none.

    `begins`: the few words with which it begins in the text of the source, verbatim. It ends where the next one begins.
    """

    id: str
    reason: Label | None = attrs.field(default=None, converter=as_label)
    begins: str | None = None


@attrs.frozen(repr=False, eq=False)
class Document(Noun):
    """A source text: its title, number and date as far as they are known, and the clauses answered for."""

    id: str
    label: Label | None = attrs.field(default=None, converter=as_label)
    number: str | None = None
    dated: date | None = None
    clauses: tuple[Clause, ...] = ()


@attrs.frozen(repr=False, eq=False)
class InForce(Noun):
    """The days on which a rule set holds, both included; an open end is `None`."""

    since: date | None = None
    until: date | None = None
