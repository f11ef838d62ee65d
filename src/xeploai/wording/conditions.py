"""Criteria that serve as conditions of a level: what each is for, and how it came out.

Of what counts against a subject nobody says that it is *met*: it is so, or it is not.
"""

from datetime import date

from xeploai.model.outcome import Finding
from xeploai.model.target import Equals
from xeploai.truth import Verdict
from xeploai.wording.naming import Naming
from xeploai.wording.sentences import finding_text
from xeploai.wording.targets import target_text
from xeploai.wording.values import measured_text
from xeploai.wording.words import bare_verdict, pick, role_word, verdict_word


def role_text(names: Naming, finding: Finding) -> str:
    """What a criterion is for: *chỉ tiêu*, *theo dõi*, *điều kiện khống chế*."""
    use = names.uses.get(finding.criterion.id)
    return pick(use.label, names.lang) if use else role_word(finding.criterion, finding.role, names.lang)


def outcome_text(names: Naming, finding: Finding, so_far: date | None = None) -> str:
    """The verdict; of a condition that counts against the subject whether it is so: *Có*, *Không*, *Chưa rõ*."""
    use = names.uses.get(finding.criterion.id)
    if use is None:
        return verdict_word(finding, names.lang, so_far)
    return bare_verdict(finding.verdict, names.lang, favourable=use.favourable)


def sentence(names: Naming, finding: Finding) -> str:
    """What was measured and what was asked; of what counts against the subject, when it would be so."""
    use = names.uses.get(finding.criterion.id)
    if use is None or use.favourable or finding.verdict is Verdict.NOT_APPLICABLE:
        return finding_text(names, finding)
    vi, measured = names.lang == "vi", measured_text(names, finding)
    if isinstance(finding.target, Equals) and isinstance(finding.target.limit, bool):
        return measured or ("chưa rõ" if vi else "not known")
    asked = target_text(names, finding.criterion, finding.target)
    return "; ".join(filter(None, [measured, f"{'tính khi' if vi else 'counts when'} {asked}"]))
