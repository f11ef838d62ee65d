"""A draft as the reference judges it."""

from xeploai.audit.synthesis.draft import Draft, evidence_of
from xeploai.diagnostic import InvalidEvidence
from xeploai.model.outcome import Outcome
from xeploai.rating.chain import Chain
from xeploai.rating.judged import Prepared
from xeploai.rating.session import judge_all


def tried(prepared: Prepared, draft: Draft) -> tuple[Outcome, ...] | None:
    """The outcomes of a draft, its first subject first; `None` where such a table is refused."""
    try:
        return judge_all(Chain(prepared), tuple(evidence_of(draft)))
    except InvalidEvidence:
        return None
