"""A rule set with one thing changed, and the sorts of change."""

from collections.abc import Callable, Iterator

import attrs

from xeploai.located import Path
from xeploai.model.label import Label
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Prepared


@attrs.frozen(eq=False)
class Mutant:
    """Changed rules: what of them is changed, by its key path, and what they say there instead of what."""

    path: Path
    says: Label
    rules: Ruleset = attrs.field(repr=False)


@attrs.frozen(eq=False)
class Change:
    """A sort of change, and all mutants that it makes of a rule set; none that no evidence can tell apart."""

    name: str
    mutants: Callable[[Prepared], Iterator[Mutant]]
