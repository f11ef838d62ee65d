"""Whether a case comes out otherwise under a mutant: at sight, or only where the whole why is read."""

from collections.abc import Sequence

import attrs

from xeploai.audit.cases.case import CaseResult, Expected
from xeploai.audit.cases.found import checked
from xeploai.audit.cases.judgement import Judgement
from xeploai.audit.mutants.mutant import Mutant
from xeploai.model.outcome import Outcome

TEXTS = ("says",)
"""A text holds the threshold itself: it is no proof that the threshold matters."""
READINGS = ("readings", "depends")
WORLDS = (*READINGS, "missing", "settles", "undetermined")
"""What may come out otherwise of a level though every criterion came out as before."""


def differs_at_sight(outcomes: Sequence[Outcome], expected: Expected) -> bool:
    """Whether a verdict or a level that is expected came out otherwise; what is not at hand does not."""
    outcome = next((one for one in outcomes if one.evidence.id == expected.subject), None)
    wanted = expected.said
    if outcome is None:
        return False
    if expected.about == "criterion":
        found = outcome.verdicts.get(expected.key)
        return found is not None and str(found) != wanted.get("verdict", found)
    rating = outcome.rating
    if expected.about != "level" or rating is None or rating.highest is None:
        return False
    level = rating.level or rating.highest
    return any(
        word in wanted and found != wanted[word]
        for word, found in (("level", level), ("highest", rating.highest), ("lowest", rating.lowest))
    )


def differs(mutant: Mutant, result: CaseResult, outcomes: tuple[Outcome, ...]) -> bool:
    """Whether anything that is expected came out otherwise."""
    judgements = {True: Judgement(outcomes), False: Judgement(outcomes, otherwise=False)}
    same = _same(result, outcomes)
    for expected in result.case.expected:
        said = {word: wanted for word, wanted in expected.said.items() if word not in TEXTS}
        if same and mutant.path[0] == "criteria" and not _may_differ(mutant, expected):
            continue
        of_readings = any(word in said for word in READINGS)
        if said and not checked(judgements[of_readings], attrs.evolve(expected, said=said)).passed:
            return True
    return False


def _same(result: CaseResult, outcomes: Sequence[Outcome]) -> bool:
    """Whether every criterion and every level came out as before."""
    before = result.judgement.outcomes if result.judgement else ()
    return all(
        (one.bits, one.rating) == (other.bits, other.rating) for one, other in zip(before, outcomes, strict=True)
    )


def _may_differ(mutant: Mutant, expected: Expected) -> bool:
    """Whether something of an expectation hangs on a changed criterion beyond how it and all others came out."""
    if any(word in expected.said for word in WORLDS):
        return True
    goals = (goal.id for goal in mutant.rules.goals if mutant.path[1] in goal.criteria)
    return expected.about == "criterion" and expected.key in (mutant.path[1], *goals)
