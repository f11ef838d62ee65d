"""What an audit found, as people read it."""

from collections.abc import Iterator, Sequence

from xeploai.audit.check import Audit
from xeploai.diagnostic import Diagnostic, Fault, Language, Severity, message, position, render
from xeploai.model.label import Label, read_label
from xeploai.report.sizes_text import sizes_text

_COUNTED: dict[Language, dict[Severity, str]] = {
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "lưu ý"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}


def audits_text(audits: Sequence[Audit], lang: Language, sizes: int | None = None) -> str:
    """Every problem with its place and its line, the accepted ones in a line each, and a line that counts them.

    Where asked for, the sizes of small units follow.
    """
    blocks = [render(problem, lang) for one in audits for problem in one.problems]
    blocks += ["\n".join(lines) for one in audits if (lines := list(_accepted(one, lang)))]
    blocks += [summary(one, lang) for one in audits]
    tables = [sizes_text(one.rules, sizes, lang) for one in audits if one.rules] if sizes is not None else []
    return "\n".join(["\n".join(blocks) + "\n", *filter(None, tables)])


def _accepted(audit: Audit, lang: Language) -> Iterator[str]:
    """What the file accepts: each finding with its reason, and those of one check and one reason together."""
    word = "giữ lại" if lang == "vi" else "accepted"
    together: dict[tuple[Fault, Label | None], list[Diagnostic]] = {}
    for problem, reason in audit.accepted:
        together.setdefault((problem.fault, reason), []).append(problem)
    for (fault, reason), problems in together.items():
        first, why = problems[0], reason_text(reason, lang)
        if len(problems) == 1:
            yield f"{position(first.place, lang)}: {word}[{fault.code}]: {message(first, lang)} – {why}"
        else:
            lines = ", ".join(str(problem.place.line) for problem in problems)
            where = f"dòng {lines}" if lang == "vi" else f"lines {lines}"
            yield f"{first.place.file}: {word}[{fault.code}] `{fault.name}`: {why} ({where})"


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
