"""What a check looks at, and what a check is."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path as FilePath

import attrs

from xeploai.audit.outcomes.constants import constants
from xeploai.audit.outcomes.effects import Effects, effects
from xeploai.audit.outcomes.ladder import Ladder, ladders
from xeploai.audit.writing import Written, written
from xeploai.diagnostic import Diagnostic, Fault
from xeploai.located import Path
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Prepared
from xeploai.rating.prepare import make_ready
from xeploai.source import Source
from xeploai.toml.beside import ByFile, rulesets_beside
from xeploai.wellformed.problem import Problem


@attrs.frozen(eq=False)
class Audited:
    """A rule set under audit. It can be used: what loading refuses is told before any check is asked.

    `file`: the rule file. `texts`: the texts of its sources that are at hand, by the id of the source. `loaded`: the
    rule sets of its folder, as far as they were loaded for others.
    """

    rules: Ruleset
    file: FilePath | None = None
    texts: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    loaded: ByFile = attrs.field(factory=dict, repr=False)

    @cached_property
    def prepared(self) -> Prepared:
        """The rule set made ready to judge. A subject of which nothing is known shows what can come out at all.

        A figure that the source text states is open here like any other: a table may state another.
        """
        facts = (attrs.evolve(fact, given=None) for fact in self.rules.facts)
        return make_ready(attrs.evolve(self.rules, facts=facts))

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """What gives levels, once for all kinds at which the same can come out."""
        return tuple(ladders(self.prepared))

    @cached_property
    def effects(self) -> Effects:
        """What the rules and vetoes do not do."""
        return effects(self.rules, self.ladders)

    @cached_property
    def constants(self) -> Mapping[Path, bool]:
        """The conditions that are never met (`False`) or never fail (`True`), by their key paths."""
        return constants(self.prepared)

    @cached_property
    def neighbours(self) -> tuple[Ruleset | None, ...]:
        """What the other files in the folder of the file hold; `None` for one that cannot be used."""
        return tuple(rulesets_beside(self.file, self.loaded)) if self.file else ()

    @property
    def beside(self) -> tuple[Ruleset, ...]:
        """The other rule sets in the folder of the file, as far as they can be used."""
        return tuple(one for one in self.neighbours if one)

    @cached_property
    def own(self) -> Source | None:
        """The text of the file by itself: its key paths are those of the text, whatever else was joined to it."""
        return Source(self.rules.source.file, self.rules.source.text) if self.rules.source else None

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every key and every string of that text."""
        return tuple(written(self.own)) if self.own else ()


@attrs.frozen(eq=False)
class Check:
    """One question about a rule set: the fault that it finds, and the places where it finds it.

    A problem stands at a key path of the rule file; what stands in the text alone (a comment, a letter) is found as a
    diagnostic with its place.
    """

    fault: Fault
    find: Callable[[Audited], Iterator[Problem | Diagnostic]]
