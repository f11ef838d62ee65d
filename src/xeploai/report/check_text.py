"""What an audit found, as people read it."""

from collections.abc import Iterator, Sequence

from xeploai.audit.check import Audit
from xeploai.diagnostic import Language, Severity, message, position, render
from xeploai.model.label import Label, read_label

_COUNTED: dict[Language, dict[Severity, str]] = {
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "lưu ý"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}


def audits_text(audits: Sequence[Audit], lang: Language) -> str:
    """Every problem with its place and its line, the accepted ones in a line each, and a line that counts them."""
    blocks = [render(problem, lang) for one in audits for problem in one.problems]
    blocks += ["\n".join(lines) for one in audits if (lines := list(_accepted(one, lang)))]
    blocks += [summary(one, lang) for one in audits]
    return "\n".join(blocks) + "\n"


def _accepted(audit: Audit, lang: Language) -> Iterator[str]:
    """What the file accepts, with its reason."""
    word = "giữ lại" if lang == "vi" else "accepted"
    for problem, reason in audit.accepted:
        where = position(problem.place, lang)
        yield f"{where}: {word}[{problem.fault.code}]: {message(problem, lang)} – {reason_text(reason, lang)}"


def reason_text(reason: Label | None, lang: Language) -> str:
    """Why a finding stays."""
    return read_label(reason, lang, "–")


def summary(audit: Audit, lang: Language) -> str:
    """How many problems a file has, by severity, and how many it accepts."""
    counts = [
        f"{number} {word}{'s' if lang == 'en' and number > 1 else ''}"
        for severity, word in _COUNTED[lang].items()
        if (number := sum(problem.fault.severity is severity for problem in audit.problems))
    ]
    clean = "không thấy vấn đề gì" if lang == "vi" else "nothing found"
    stays = f"giữ lại {len(audit.accepted)}" if lang == "vi" else f"{len(audit.accepted)} accepted"
    return f"{audit.file}: " + ", ".join([*(counts or [clean]), *([stays] if audit.accepted else [])])
