"""What an audit found, in Markdown, for a comment on a change of rules."""

from collections.abc import Sequence

from xeploai.audit.check import Audit
from xeploai.diagnostic import SEVERITY_VI, Diagnostic, Language, advice, message, position
from xeploai.report.check_text import reason_text, summary
from xeploai.report.markdown import table
from xeploai.report.sizes_markdown import sizes_markdown

_FOUND: dict[Language, tuple[str, ...]] = {
    "vi": ("Nơi", "Mức", "Phép kiểm", "Phát hiện", "Cách sửa"),
    "en": ("Place", "Severity", "Check", "Finding", "What to do"),
}
_ACCEPTED: dict[Language, tuple[str, ...]] = {
    "vi": ("Nơi", "Phép kiểm", "Giữ lại", "Lý do"),
    "en": ("Place", "Check", "Accepted", "Reason"),
}


def audits_markdown(audits: Sequence[Audit], lang: Language, sizes: int | None = None) -> str:
    """A line that counts, for every file; a row for every problem, and one for each that is accepted.

    Where asked for, the sizes of small units follow.
    """
    blocks = ["\n".join(f"* {summary(one, lang)}" for one in audits)]
    if rows := [_row(problem, lang) for one in audits for problem in one.problems]:
        blocks.append(table(_FOUND[lang], rows))
    stays = [(problem, reason) for one in audits for problem, reason in one.accepted]
    if stays:
        told = [(*_head(problem, lang), message(problem, lang), reason_text(why, lang)) for problem, why in stays]
        blocks.append(table(_ACCEPTED[lang], told))
    tables = [sizes_markdown(one.rules, sizes, lang) for one in audits if one.rules] if sizes is not None else []
    return "\n\n".join([*blocks, *(one.rstrip("\n") for one in tables if one)]) + "\n"


def _head(problem: Diagnostic, lang: Language) -> tuple[str, str]:
    return position(problem.place, lang), f"{problem.fault.code} `{problem.fault.name}`"


def _row(problem: Diagnostic, lang: Language) -> tuple[str, ...]:
    where, check = _head(problem, lang)
    severity = problem.fault.severity
    said = SEVERITY_VI[severity] if lang == "vi" else severity.value
    return where, said, check, message(problem, lang), advice(problem, lang)
