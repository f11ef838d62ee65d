"""Problems found, each with its place, said in Vietnamese or English.

The form follows Cedar's and rustc's habit: what, where, why, and what to do next; lower case; the input in backticks.
"""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from xeploai.source import Place

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, Language] = ("vi", "en")


class Severity(enum.StrEnum):
    """How bad a problem is; an error stops the work."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_VI = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "lưu ý"}
MOST_COMPARED = 200
"""How many words a misspelt one is compared with closely."""
_HELP = {"vi": "cách sửa", "en": "help"}


class Fault(NamedTuple):
    """A kind of problem: a stable code, a readable name, and its sentences with `{placeholders}`."""

    code: str
    name: str
    vi: str
    en: str
    help_vi: str = ""
    help_en: str = ""
    severity: Severity = Severity.ERROR


class Diagnostic(NamedTuple):
    """One problem found.

    `values` fill the placeholders of the fault's sentences; `suggestion` is what was meant; `context` says, in each
    language, what the place is a part of; `snippet` is the line.
    """

    fault: Fault
    place: Place
    values: Mapping[str, str] = MappingProxyType({})
    suggestion: str | None = None
    context: Mapping[Language, str] | None = None
    snippet: str | None = None


def message(diagnostic: Diagnostic, lang: Language) -> str:
    """The sentence that says what is wrong."""
    return (diagnostic.fault.vi if lang == "vi" else diagnostic.fault.en).format(**diagnostic.values)


def advice(diagnostic: Diagnostic, lang: Language) -> str:
    """What to do next; empty where the message says it all."""
    if diagnostic.suggestion:
        asks = "có phải muốn viết" if lang == "vi" else "did you mean"
        return f"{asks} `{diagnostic.suggestion}`?"
    return (diagnostic.fault.help_vi if lang == "vi" else diagnostic.fault.help_en).format(**diagnostic.values)


def position(place: Place, lang: Language) -> str:
    """A place in a few words: `rules/demo.toml:15:21`, or ``so-lieu.csv: hàng 7, `cb-07`, cột `dang_vien```."""
    numbers = [str(number) for number in (place.line, place.column) if number is not None]
    words = [("hàng {}" if lang == "vi" else "row {}").format(place.row)] if place.row is not None else []
    words += [f"`{place.subject}`"] if place.subject else []
    words += [("cột `{}`" if lang == "vi" else "column `{}`").format(place.field)] if place.field else []
    return ": ".join(filter(None, [":".join(filter(None, [place.file, *numbers])), ", ".join(words)]))


def render(diagnostic: Diagnostic, lang: Language) -> str:
    """A problem as people read it, over several lines, without a final line break."""
    fault, place = diagnostic.fault, diagnostic.place
    severity = SEVERITY_VI[fault.severity] if lang == "vi" else fault.severity.value
    head = filter(None, [position(place, lang), f"{severity}[{fault.code}]", message(diagnostic, lang)])
    lines = [_shown(": ".join(head))]
    # There is nothing to see in an empty line.
    if diagnostic.snippet and diagnostic.snippet.strip() and place.line is not None and place.column is not None:
        context = diagnostic.context[lang] if diagnostic.context else ""
        lines += _excerpt(diagnostic.snippet, place.line, place.column, place.end_column, context)
    if help_text := advice(diagnostic, lang):
        lines.append(_shown(f"   {_HELP[lang]}: {help_text}"))
    return "\n".join(lines)


def _excerpt(text: str, line: int, column: int, end: int | None, context: str) -> list[str]:
    """The line with the place underlined; a very long line is cut around the place."""
    start = max(0, column - 60)
    shown = _shown(text[start : start + 110].replace("\t", " ").rstrip())
    width = max(1, min((end or column + 1) - column, len(shown) - (column - 1 - start)))
    margin = " " * len(str(line))
    marks = " " * (column - 1 - start) + "^" * width
    return [f"   {line} | {shown}", f"   {margin} | {marks} {context}".rstrip()]


def _shown(text: str) -> str:
    """A text without what a terminal would obey or could not print, and without marks that turn its direction."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def in_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Problems sorted by place, each said once."""
    unique = {(p.fault.code, p.place, tuple(sorted(p.values.items()))): p for p in problems}

    def key(problem: Diagnostic) -> tuple[str, int, int, str, str, str]:
        place, code = problem.place, problem.fault.code
        row = place.line or place.row or 0
        return place.file, row, place.column or 0, place.subject or "", place.field or "", code

    return tuple(sorted(unique.values(), key=key))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if one is close enough."""
    # Loaded only here: most input has no fault.
    from difflib import get_close_matches
    from heapq import nsmallest

    pool = list(known)
    if len(pool) > MOST_COMPARED:
        # To compare closely is slow. What is misspelt still has most of its letters, and nearly its length.
        letters = Counter(word[:200])
        pool = nsmallest(MOST_COMPARED, pool, key=lambda other: _difference(letters, other[:200]))
    matches = get_close_matches(word[:200], pool, n=1, cutoff=0.7)
    return matches[0] if matches else None


def _difference(letters: Counter[str], other: str) -> int:
    others = Counter(other)
    return (letters - others).total() + (others - letters).total()


class Invalid(ValueError):
    """Input was refused whole. `problems` holds every fault, sorted by place; `notices` what else is said aloud of it.

    The text of the exception names faults and places, never the values: crash reports travel.
    """

    def __init__(self, problems: Sequence[Diagnostic], notices: Sequence[Diagnostic] = ()) -> None:
        self.problems = tuple(problems)
        self.notices = tuple(notices)
        super().__init__("; ".join(f"{position(p.place, 'en')}: {p.fault.code} {p.fault.name}" for p in self.problems))


class InvalidRules(Invalid):
    """A rule file, or a rule set built in Python, that cannot be used."""


class InvalidEvidence(Invalid):
    """Data that contradict themselves or the data dictionary."""
