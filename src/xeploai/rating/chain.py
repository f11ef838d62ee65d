"""Rule sets in a chain: one proposes levels, the next one takes them where none was decided.

Each keeps its own data dictionary, and together they know all that a table may hold. What only the other one knows is
left out before a rule set sees it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from xeploai.diagnostic import InvalidRules
from xeploai.evidence.plan import Dictionary
from xeploai.model.evidence import Evidence
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import Scale
from xeploai.rating.judged import Prepared, Spread
from xeploai.rating.prepare import checked
from xeploai.wellformed.levels import proposed
from xeploai.wellformed.problem import diagnostics, origin_of


@attrs.frozen(eq=False, repr=False)
class Chain:
    """A rule set made ready to judge, and the one that proposes levels to it, made ready when it is needed."""

    prepared: Prepared

    @cached_property
    def proposing(self) -> "Chain | None":
        """The rule set that proposes levels, if any.

        Raises:
            InvalidRules: it cannot be used, or not by these rules; every fault is named.
        """
        rules = self.prepared.rules
        if rules.levels is None:
            return None
        if faults := list(proposed(rules, rules.levels.rules)):
            raise InvalidRules(diagnostics(faults, origin_of(rules)))
        return chained(rules.levels.rules, self.prepared.period)


def chained(rules: Ruleset, period: Period | None = None, kinds: Iterable[str] | None = None) -> Chain:
    """A rule set made ready to judge subjects of some kinds, or of all, with all that it takes levels from.

    Raises:
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    return Chain(checked(rules, period, kinds))


def dictionaries(chain: Chain) -> Iterator[Dictionary]:
    """The data dictionaries of all rule sets of a chain."""
    yield chain.prepared.dictionary
    if chain.proposing:
        yield from dictionaries(chain.proposing)


def asks_for_more(chain: Chain, subjects: Iterable[Evidence]) -> bool:
    """Whether the rule set that proposes levels is to be asked about the subjects.

    One that would first have to be loaded is asked only where they say something that it alone can know: without that
    it proposes nothing.
    """
    levels, plans = chain.prepared.rules.levels, chain.prepared.dictionary.plans
    return levels is not None and (
        levels.at_hand
        or any(
            subject.kind not in plans or not subject.facts.keys() <= plans[subject.kind].facts.keys()
            for subject in subjects
        )
    )


def restricted(
    dictionary: Dictionary, others: tuple[Dictionary, ...], subjects: tuple[Evidence, ...]
) -> list[Evidence]:
    """The subjects as one rule set knows them: without the kinds and the facts that only the others know.

    A subject below one that is left out stands below the next one above. What nobody knows stays, and is refused.
    """
    left_out = {
        subject.id: subject.parent
        for subject in subjects
        if subject.kind not in dictionary.plans and any(subject.kind in other.plans for other in others)
    }
    return [_restricted(dictionary, others, left_out, subject) for subject in subjects if subject.id not in left_out]


def _restricted(
    dictionary: Dictionary, others: tuple[Dictionary, ...], left_out: Mapping[str, str | None], subject: Evidence
) -> Evidence:
    def is_foreign(fact: str) -> bool:
        plan = dictionary.plans.get(subject.kind)
        if plan is None or fact in plan.facts:
            return False
        plans = (other.plans.get(subject.kind) for other in others)
        return any(fact in there.facts for there in plans if there)

    parent, passed = subject.parent, set[str]()
    while parent is not None and parent in left_out and parent not in passed:
        passed.add(parent)
        parent = left_out[parent]
    foreign = [fact for fact in subject.facts if is_foreign(fact)]
    if not foreign and parent == subject.parent:
        return subject
    kept = {fact: answer for fact, answer in subject.facts.items() if fact not in foreign}
    return attrs.evolve(subject, facts=kept, parent=parent)


def proposals(scale: Scale | None, spreads: Mapping[str, Spread]) -> dict[str, Spread]:
    """The levels proposed, by subject. Where every level may come out, nothing is proposed."""
    everything = (1 << len(scale.levels)) - 1 if scale else 0
    return {name: spread for name, spread in spreads.items() if spread and spread & everything != everything}
