"""One subject's explanation as text, from its outcome alone."""

from xeploai.diagnostic import Language
from xeploai.model.outcome import Outcome
from xeploai.rating.findings import findings
from xeploai.rating.session import proven
from xeploai.wording.explain import explain_findings


def explain(outcome: Outcome, lang: Language = "vi") -> str:
    """Why a subject came out as it did, clause by clause, in Vietnamese or English."""
    session, _ = proven(outcome)
    subjects = [judged.evidence for judged in session.judged]
    known = {subject.id: subject.name or subject.id for subject in subjects}
    return explain_findings(session.prepared.rules, outcome, findings(outcome), lang, known)
