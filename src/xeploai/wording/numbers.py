"""Figures as each language writes them, never rounded across a threshold."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from xeploai.diagnostic import Language
from xeploai.interval import Interval
from xeploai.model.kind import PerKind
from xeploai.model.outcome import Finding, Measured
from xeploai.model.target import Between, Limit, Target
from xeploai.vietnamese.printing import day_text, number, percent_text, two_digits

__all__ = [
    "count_text",
    "date_text",
    "interval_text",
    "number",
    "percent_text",
    "prose_number",
    "range_text",
    "share_text",
    "short_interval",
    "thresholds",
]


def thresholds(target: Target) -> tuple[Fraction, ...]:
    """The numbers that a printed figure must not be rounded across."""
    limits = (target.low, target.high) if isinstance(target, Between) else (target.limit,)
    flat = (one for limit in limits for one in (_by_kind(limit) if isinstance(limit, PerKind) else (limit,)))
    return tuple(Fraction(limit) for limit in flat if isinstance(limit, int | Fraction) and not isinstance(limit, bool))


def _by_kind(limit: PerKind[Limit]) -> Iterator[Limit]:
    return (one for _, one in limit.values)


def share_text(limit: Limit | PerKind[Limit], lang: Language) -> str:
    """A threshold: a share in percent, anything else as it is."""
    if isinstance(limit, Fraction):
        return percent_text(limit.numerator, limit.denominator, lang, limit)
    return number(limit, lang) if isinstance(limit, int) and not isinstance(limit, bool) else str(limit)


def prose_number(value: Fraction | int, lang: Language) -> str:
    """A number as it stands in a sentence, where Vietnamese writes a small count with a zero before it: `02`."""
    small = lang == "vi" and value.denominator == 1
    return two_digits(value.numerator) if small else number(value, lang)


def date_text(day: date | None, lang: Language) -> str:
    """A day as offices write it, `30/6/2024`, in English `2024-06-30`; `…` for an end that nobody has set."""
    return "…" if day is None else day_text(day, lang)


def interval_text(interval: Interval, lang: Language) -> str:
    """In a sentence: `3.402`, `từ 02 đến 15`, `từ 12 trở lên`."""
    low = prose_number(interval.low or 0, lang)
    if interval.low == interval.high:
        return low
    if interval.high is None:
        return f"từ {low} trở lên" if lang == "vi" else f"{low} or more"
    high = prose_number(interval.high, lang)
    return f"từ {low} đến {high}" if lang == "vi" else f"{low} to {high}"


def count_text(finding: Finding, lang: Language) -> str:
    """What was counted, as n/N, each side with its ends where they are not known."""
    if finding.part is None or finding.whole is None:
        return ""
    return f"{short_interval(finding.part, lang)}/{short_interval(finding.whole, lang)}"


def short_interval(interval: Interval, lang: Language) -> str:
    """`3.402`, `12–15`, `≥ 12`, as in the cell of a table."""
    low = number(interval.low or 0, lang)
    if interval.low == interval.high:
        return low
    if interval.high is None:
        return "…" if not interval.low else f"≥ {low}"
    return f"{low}–{number(interval.high, lang)}"


def range_text(measured: Measured, target: Target, lang: Language, *, table: bool = False) -> str:
    """A measured share in percent, both ends where they differ: `94,75%–100%`, `từ 12,5% đến dưới 100%`.

    In a table the last is `12,5% – < 100%`.
    """
    marks = thresholds(target)
    low, high = measured.low, measured.high
    if not isinstance(low, Fraction) or (high is not None and not isinstance(high, Fraction)):
        return ""
    start = percent_text(low.numerator, low.denominator, lang, *marks)
    if low == high:
        return start
    if high is None:
        return f"{'>' if measured.low_open else '≥'} {start}"
    end = percent_text(high.numerator, high.denominator, lang, *marks)
    if not measured.low_open and not measured.high_open:
        return f"{start}–{end}"
    if table:
        return f"{'> ' if measured.low_open else ''}{start} – {'< ' if measured.high_open else ''}{end}"
    if lang == "vi":
        return f"{'trên' if measured.low_open else 'từ'} {start} đến {'dưới ' if measured.high_open else ''}{end}"
    return f"{'above ' if measured.low_open else ''}{start} to {'below ' if measured.high_open else ''}{end}"
