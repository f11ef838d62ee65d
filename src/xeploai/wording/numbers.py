"""Figures as each language writes them, never rounded across a threshold."""

from fractions import Fraction

from xeploai.diagnostic import Language
from xeploai.interval import Interval
from xeploai.model.kind import PerKind
from xeploai.model.outcome import Finding, Measured
from xeploai.model.target import Between, Limit, Target
from xeploai.vietnamese.printing import number, percent_text

__all__ = ["count_text", "interval_text", "number", "percent_text", "range_text", "share_text", "thresholds"]


def thresholds(target: Target) -> tuple[Fraction, ...]:
    """The shares that a printed percentage must not be rounded across."""
    limits = (target.low, target.high) if isinstance(target, Between) else (target.limit,)
    return tuple(limit for limit in limits if isinstance(limit, Fraction))


def share_text(limit: Limit | PerKind[Limit], lang: Language) -> str:
    """A threshold: a share in percent, anything else as it is."""
    if isinstance(limit, Fraction):
        return percent_text(limit.numerator, limit.denominator, lang, limit)
    return number(limit, lang) if isinstance(limit, int) and not isinstance(limit, bool) else str(limit)


def interval_text(interval: Interval, lang: Language) -> str:
    """`3.402`, `từ 12 đến 15`, `từ 12 trở lên`."""
    low = number(interval.low or 0, lang)
    if interval.low == interval.high:
        return low
    if interval.high is None:
        return f"từ {low} trở lên" if lang == "vi" else f"{low} or more"
    high = number(interval.high, lang)
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


def range_text(measured: Measured, target: Target, lang: Language) -> str:
    """A measured share in percent, both ends where they differ; an end that is not attained stands beside a sign."""
    marks = thresholds(target)
    low, high = measured.low, measured.high
    if not isinstance(low, Fraction) or (high is not None and not isinstance(high, Fraction)):
        return ""
    start = percent_text(low.numerator, low.denominator, lang, *marks)
    if low == high:
        return start
    start = f"> {start}" if measured.low_open else start
    if high is None:
        return f"≥ {start}"
    end = percent_text(high.numerator, high.denominator, lang, *marks)
    return f"{start}–{'< ' if measured.high_open else ''}{end}"
