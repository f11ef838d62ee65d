"""A case as it was judged: its subjects together, each under its rule set and under those that propose levels to it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from xeploai.model.outcome import Outcome, QuotaOutcome
from xeploai.rating.findings import findings
from xeploai.rating.quotas import quotas
from xeploai.rating.session import proposing, proven
from xeploai.rating.standing import standing
from xeploai.wording.stage import Stage


@attrs.frozen(eq=False)
class Judgement:
    """The subjects of a case as they were judged together.

    `otherwise`: findings are wanted with what comes out under the other readings, which takes longest.
    """

    outcomes: tuple[Outcome, ...]
    otherwise: bool = attrs.field(default=True, kw_only=True)
    made: dict[str, tuple[Stage, ...]] = attrs.field(factory=dict, init=False)

    @cached_property
    def by_id(self) -> Mapping[str, Outcome]:
        """The outcomes by subject; of those that only a rule set knows which proposes levels, the ones under that."""
        here: Mapping[str, Outcome] = {outcome.evidence.id: outcome for outcome in self.outcomes}
        found: dict[str, Outcome] = {}
        while first := next(iter(here.values()), None):
            found = {**here, **found}
            here = proven(first)[0].proposing
        return found

    @cached_property
    def quotas(self) -> tuple[QuotaOutcome, ...]:
        """How every quota came out."""
        return quotas(self.outcomes)


def stages(judgement: Judgement, subject: str) -> tuple[Stage, ...]:
    """A subject under its rule set, and under those that propose levels to it; made once."""
    if subject not in judgement.made:
        judgement.made[subject] = tuple(_stages_of(judgement.by_id[subject], otherwise=judgement.otherwise))
    return judgement.made[subject]


def _stages_of(outcome: Outcome, *, otherwise: bool) -> Iterator[Stage]:
    session, judged = proven(outcome)
    below = proposing(outcome)
    taken = judged.evidence.kind not in session.prepared.levels and below is not None and below.rating is not None
    level = None if taken else standing(outcome, otherwise=otherwise)
    yield Stage(session.prepared.rules, outcome.evidence, findings(outcome, otherwise=otherwise), level)
    if below:
        yield from _stages_of(below, otherwise=otherwise)
