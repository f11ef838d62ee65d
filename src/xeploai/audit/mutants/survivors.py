"""The mutants of a rule set that none of its worked cases notices."""

from collections.abc import Collection, Sequence

import attrs

from xeploai.audit.cases.case import CaseResult, Suite
from xeploai.audit.mutants.differing import differs, differs_at_sight
from xeploai.audit.mutants.mutant import Mutant
from xeploai.audit.mutants.registry import mutants_of
from xeploai.diagnostic import InvalidEvidence
from xeploai.model.outcome import Outcome
from xeploai.model.period import Period
from xeploai.rating.chain import Chain
from xeploai.rating.prepare import make_ready
from xeploai.rating.session import judge_all, proven
from xeploai.source import is_own


@attrs.frozen(eq=False)
class Survivors:
    """A rule set with its cases, how many mutants there are, and those that no case notices, by place."""

    suite: Suite
    number: int
    mutants: tuple[Mutant, ...]


def survivors(suite: Suite) -> Survivors:
    """The mutants of a rule set under which all its cases still come out as expected."""
    prepared = make_ready(suite.rules)
    made = [one for one in mutants_of(prepared) if is_own(suite.rules.source, one.path)]
    sound = [result for result in suite.results if result.passed and result.judgement and result.judgement.outcomes]
    return Survivors(suite, len(made), tuple(one for one in made if not _is_noticed(one, sound)))


def _is_noticed(mutant: Mutant, results: Sequence[CaseResult]) -> bool:
    """Whether some case that the change can touch comes out otherwise.

    Small tables first, and first what can be read off at once: most changes are noticed by that.
    """
    chains: dict[Period | None, Chain] = {}
    unlike: list[tuple[CaseResult, tuple[Outcome, ...]]] = []
    for result in sorted((one for one in results if _touches(mutant, one)), key=lambda one: len(_outcomes(one))):
        period = result.case.period
        if period not in chains:
            chains[period] = Chain(make_ready(mutant.rules, period))
        try:
            outcomes = judge_all(chains[period], tuple(one.evidence for one in _outcomes(result)))
        except InvalidEvidence:
            return True
        if any(differs_at_sight(outcomes, expected) for expected in result.case.expected):
            return True
        unlike.append((result, outcomes))
    return any(differs(mutant, result, outcomes) for result, outcomes in unlike)


def _touches(mutant: Mutant, result: CaseResult) -> bool:
    """Whether a change can make a difference to a case: to a criterion that is judged in it, to a level, to a quota."""
    match mutant.path:
        case ("criteria", str(name)):
            return any(name in outcome.verdicts for outcome in _outcomes(result))
        case ("quotas", name):
            return any(one.about == "quota" and one.key == name for one in result.case.expected)
        case _:
            return any(outcome.evidence.kind in _rated(outcome) for outcome in _outcomes(result))


def _rated(outcome: Outcome) -> Collection[str]:
    return proven(outcome)[0].prepared.levels


def _outcomes(result: CaseResult) -> tuple[Outcome, ...]:
    return result.judgement.outcomes if result.judgement else ()
