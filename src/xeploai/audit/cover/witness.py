"""What a case is a witness of: only what it expects counts, since a wrong outcome of anything else would go unseen."""

from collections.abc import Iterator

import attrs

from xeploai.audit.cases.case import CaseResult, Checked
from xeploai.model.evidence import Evidence
from xeploai.model.kind import members
from xeploai.model.measure import Earned, Meets, Rated, Score, Share, Value
from xeploai.model.outcome import QuotaOutcome
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.measured import at_and_below
from xeploai.rating.session import proven


@attrs.define(eq=False)
class Named:
    """A subject of a case with what is expected of it: `criteria`, by their numbers, and whether its level is.

    What an expectation rests on is expected with it: the criteria behind a level, the parts of a goal, the subjects
    that a share counts.
    """

    judged: Judged
    criteria: set[int] = attrs.field(factory=set)
    rated: bool = False


@attrs.frozen(eq=False)
class Witness:
    """A case that came out as expected: what it names, under which rules, and what it says of each."""

    prepared: Prepared
    clause: str
    named: tuple[Named, ...]
    checked: tuple[Checked, ...]


def witness(result: CaseResult) -> Witness | None:
    """What a case is a witness of; nothing where its table is refused, as it may well be meant to."""
    if result.judgement is None or not result.passed or not result.judgement.outcomes:
        return None
    session, _ = proven(result.judgement.outcomes[0])
    found = {one.evidence.id: Named(proven(one)[1]) for one in result.judgement.outcomes}
    todo = [thing for one in result.checked for thing in _expected(session.prepared, one)]
    while todo:
        subject, number = todo.pop()
        named = found.get(subject)
        if named is None or (named.rated if number is None else number in named.criteria):
            continue
        if number is None:
            todo += _behind_level(session.prepared, named)
        elif named.judged.bits[number]:
            named.criteria.add(number)
            todo += _behind(session.prepared, named.judged, number)
    named_here = tuple(one for one in found.values() if one.rated or one.criteria)
    return Witness(session.prepared, result.case.clause, named_here, result.checked)


Thing = tuple[str, int | None]
"""A subject, and a criterion by its number; `None` is the subject's level."""


def _expected(prepared: Prepared, one: Checked) -> Iterator[Thing]:
    expected = one.expected
    match expected.about:
        case "level":
            yield expected.subject, None
        case "quota":
            members_there = one.thing.members if isinstance(one.thing, QuotaOutcome) else ()
            yield from ((member, None) for member in members_there)
        case "criterion":
            parts = next((goal.criteria for goal in prepared.rules.goals if goal.id == expected.key), (expected.key,))
            yield from ((expected.subject, prepared.numbers[name]) for name in parts if name in prepared.numbers)


def _behind_level(prepared: Prepared, named: Named) -> Iterator[Thing]:
    """The criteria of the conditions at the subject's kind, where these rules give it a level."""
    levels = prepared.levels.get(named.judged.evidence.kind)
    if levels is not None:
        named.rated = True
        yield from ((named.judged.evidence.id, number) for number in levels.where if number is not None)


def _behind(prepared: Prepared, judged: Judged, number: int) -> Iterator[Thing]:
    """What a criterion is made of: other criteria, and levels that nobody decided."""
    subject = judged.evidence.id
    match prepared.criteria[number].measure:
        case Share(of, Meets(criterion)):
            yield from ((one.id, prepared.numbers[criterion]) for one in _counted(prepared, judged, of))
        case Share(of, Rated(fact)) if fact == prepared.rules.decided:
            yield from ((one.id, None) for one in _counted(prepared, judged, of) if fact not in one.facts)
        case Value(fact) if fact == prepared.rules.decided:
            yield subject, None
        case Score(parts):
            yield from ((subject, prepared.numbers[one.criterion]) for one in parts if isinstance(one, Earned))
        case _:
            return


def _counted(prepared: Prepared, judged: Judged, of: tuple[str, ...]) -> Iterator[Evidence]:
    kinds = members(prepared.dictionary.kinds, of)
    return (below.evidence for below in at_and_below(judged) if below.evidence.kind in kinds)
