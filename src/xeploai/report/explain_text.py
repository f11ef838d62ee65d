"""One subject's explanation as text, from its outcome alone."""

from xeploai.diagnostic import Language
from xeploai.model.outcome import Outcome
from xeploai.rating.session import proven
from xeploai.report.result import Result
from xeploai.report.subject import Subject, stages, standing_of, subject_of
from xeploai.wording.explain import explain_stages
from xeploai.wording.stage import NO_DAYS


def explain(outcome: Outcome, lang: Language = "vi") -> str:
    """Why a subject came out as it did, clause by clause, in Vietnamese or English."""
    subject = subject_of(outcome)
    known: dict[str, str] = {}
    for one in reversed(subject.outcomes):
        session, _ = proven(one)
        persons = {kind.id for kind in session.prepared.rules.kinds if kind.person}
        there = (judged.evidence for judged in session.judged)
        known |= {evidence.id: evidence.name or evidence.id for evidence in there if evidence.kind not in persons}
    period = proven(outcome)[0].prepared.period
    days = NO_DAYS._replace(until=period.until) if period else NO_DAYS
    return explain_stages(stages(subject, standing_of(subject)), lang, known, days)


def explain_of(result: Result, subject: Subject, lang: Language) -> str:
    """The explanation of a subject of a result as text."""
    found = stages(subject, standing_of(subject))
    return explain_stages(found, lang, result.names, result.days) + "\n"
