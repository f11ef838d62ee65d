"""The fixed words of the field, in Vietnamese and English."""

from datetime import date

from xeploai.diagnostic import Language
from xeploai.model.condition import Criterion, Role, Strength
from xeploai.model.label import Label
from xeploai.model.outcome import Finding, GoalOutcome, Why
from xeploai.model.target import Between
from xeploai.truth import Verdict
from xeploai.wording.numbers import date_text, share_text

VERDICTS = {
    Verdict.MET: Label("Đạt", "Met"),
    Verdict.NOT_MET: Label("Chưa đạt", "Not met"),
    Verdict.UNKNOWN: Label("Chưa đủ số liệu", "Not enough data"),
    Verdict.NOT_APPLICABLE: Label("Không áp dụng", "Not applicable"),
}
SO_OR_NOT = {
    Verdict.MET: Label("Có", "Yes"),
    Verdict.NOT_MET: Label("Không", "No"),
    Verdict.UNKNOWN: Label("Chưa rõ", "Not known"),
    Verdict.NOT_APPLICABLE: Label("Không áp dụng", "Not applicable"),
}
"""How what counts against a subject came out."""
EXCEEDED = Label("Đạt, vượt", "Met, exceeded")
STRIVEN_FOR = Label("chỉ tiêu phấn đấu", "striven for")
UP_TO = Label("đến", "up to")
ABOVE_RANGE = Label("trên khung", "above the range")

ROLES = {
    Role.TARGET: Label("chỉ tiêu", "target"),
    Role.DUTY: Label("nhiệm vụ", "duty"),
    Role.PART: Label("từng đơn vị", "per unit"),
    Role.MONITOR: Label("theo dõi", "follow-up"),
}

WHY: dict[Why, Label] = {
    "not_reported": Label("chưa có báo cáo", "not reported"),
    "awaiting_decision": Label("chờ cấp có thẩm quyền quyết định", "awaiting the competent level's decision"),
    "awaiting_assessment": Label("chờ đánh giá", "awaiting assessment"),
    "undetermined": Label("văn bản chưa xác định", "undetermined by the text"),
}


def pick(label: Label, lang: Language) -> str:
    """A fixed word in the language asked for."""
    return (label.en or label.vi) if lang == "en" else label.vi


def bare_verdict(verdict: Verdict, lang: Language, *, favourable: bool = True) -> str:
    """The verdict by itself; of a condition that counts against the subject whether it is so: *Có*, *Không*."""
    return pick((VERDICTS if favourable else SO_OR_NOT)[verdict], lang)


def role_word(criterion: Criterion, role: Role, lang: Language) -> str:
    """What a criterion is for: *chỉ tiêu*, *chỉ tiêu phấn đấu*, *từng đơn vị, chỉ tiêu phấn đấu*, *theo dõi*."""
    word = pick(ROLES[role], lang)
    if criterion.strength is not Strength.ASPIRATIONAL:
        return word
    striven = pick(STRIVEN_FOR, lang)
    return striven if lang == "vi" and role is Role.TARGET else f"{word}, {striven}"


def verdict_word(finding: Finding, lang: Language, so_far: date | None = None) -> str:
    """The verdict as the scorecard says it: *Đạt, vượt*, *Đạt (trên khung 30–35%)*, *Chưa đạt (chỉ tiêu phấn đấu)*.

    `so_far` is the day of the data where the period lasted longer: *Chưa đạt (đến 30/6/2024)*.
    """
    if finding.noted and isinstance(finding.target, Between):
        low, high = share_text(finding.target.low, lang), share_text(finding.target.high, lang)
        return f"{pick(VERDICTS[Verdict.MET], lang)} ({pick(ABOVE_RANGE, lang)} {low.removesuffix('%')}–{high})"
    word = pick(EXCEEDED if finding.exceeded else VERDICTS[finding.verdict], lang)
    return _qualified(word, finding.verdict, lang, finding.criterion.strength is Strength.ASPIRATIONAL, so_far)


def goal_word(goal: GoalOutcome, lang: Language, *, aspirational: bool = False, so_far: date | None = None) -> str:
    """The verdict of a *chỉ tiêu*; `so_far` as above."""
    word = pick(EXCEEDED if goal.exceeded else VERDICTS[goal.verdict], lang)
    return _qualified(word, goal.verdict, lang, aspirational, so_far)


def _qualified(word: str, verdict: Verdict, lang: Language, aspirational: bool, so_far: date | None) -> str:
    if verdict is not Verdict.NOT_MET or not (aspirational or so_far):
        return word
    said = [pick(STRIVEN_FOR, lang)] if aspirational else []
    said += [f"{pick(UP_TO, lang)} {date_text(so_far, lang)}"] if so_far else []
    return f"{word} ({'; '.join(said)})"
