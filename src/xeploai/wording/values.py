"""What was measured, in words."""

from fractions import Fraction

from xeploai.diagnostic import Language
from xeploai.interval import NATURAL
from xeploai.model.condition import Criterion
from xeploai.model.measure import Highest, Lowest, Measure, Months, Ratio, Share
from xeploai.model.outcome import Finding, Measured
from xeploai.wording.naming import Naming, is_graded, is_points, level_short, rung_name, unit_name
from xeploai.wording.numbers import (
    count_text,
    date_text,
    number,
    prose_number,
    range_text,
    thresholds,
)


def measured_text(names: Naming, finding: Finding) -> str:
    """What was measured: *58/64 tổ chức cơ sở đảng (90,63%)*; empty where nothing was."""
    unit = unit_name(names, finding.criterion)
    if finding.part is not None and finding.whole is not None:
        if finding.part == finding.whole == NATURAL:
            return ""
        share = range_text(finding.measured, finding.target, names.lang) if finding.measured else ""
        counted = f"{count_text(finding, names.lang)} {unit}".strip()
        return f"{counted} ({share})" if share else counted
    value = value_text(names, finding.criterion, finding.measured)
    return _placed(names, finding.criterion.measure, value) if value else ""


def _placed(names: Naming, measure: Measure, value: str) -> str:
    """A grade with the grades of which it is the lowest or the highest; months with the day up to which they count."""
    vi = names.lang == "vi"
    match measure:
        case Lowest(of) | Highest(of):
            lowest = isinstance(measure, Lowest)
            if vi:
                return f"mức {'thấp' if lowest else 'cao'} nhất trong {len(of)} tiêu chí: {value}"
            return f"the {'lowest' if lowest else 'highest'} of {len(of)} grades: {value}"
        case Months() if names.until:
            day = date_text(names.until, names.lang)
            return f"{value} tính đến {day}" if vi else f"{value} up to {day}"
        case _:
            return value


def value_text(names: Naming, criterion: Criterion, measured: Measured | None, *, table: bool = False) -> str:
    """What was measured where it is no part of a whole; empty where nothing is known.

    A count, points or months with their unit, a level, a grade, yes or no. In a `table` levels are abbreviated.
    """
    measure, vi = criterion.measure, names.lang == "vi"
    if measured is None or isinstance(measure, Ratio | Share):
        return ""
    low, high = measured.low, measured.high
    if isinstance(low, bool):
        return "" if low != high else ("có" if low else "không") if vi else ("yes" if low else "no")
    if isinstance(low, str) and isinstance(high, str):
        return _rungs_text(names, measure, low, high, table)
    if low == 0 and high is None:
        return ""
    least, most = (_written(names, criterion, end, table) if isinstance(end, Fraction) else None for end in (low, high))
    words = span_text(least, most, names.lang)
    return f"{words} {unit_name(names, criterion)}".strip() if words else ""


def _written(names: Naming, criterion: Criterion, end: Fraction, table: bool) -> str:
    """A count with a zero before it in a sentence; points exact, months plain."""
    if is_points(names, criterion.measure):
        return number(end, names.lang, *thresholds(criterion.target))
    return number(end, names.lang) if table or isinstance(criterion.measure, Months) else prose_number(end, names.lang)


def span_text(least: str | None, most: str | None, lang: Language) -> str:
    """One figure where both ends are the same, else both ends as far as they are known."""
    vi = lang == "vi"
    if least == most:
        return least or ""
    if least is None:
        return f"không quá {most}" if vi else f"at most {most}"
    if most is None:
        return f"ít nhất {least}" if vi else f"at least {least}"
    return f"từ {least} đến {most}" if vi else f"{least} to {most}"


def _rungs_text(names: Naming, measure: Measure, low: str, high: str, table: bool) -> str:
    """A grade or a level, or both ends of what may come out; empty where that is the whole ladder."""
    graded = is_graded(names, measure)
    scale = names.rules.grades if graded else names.rules.scale
    if low != high and (scale is None or (low, high) == (scale.levels[-1].id, scale.levels[0].id)):
        return ""
    if table and not graded:
        ends = (level_short(names, low), level_short(names, high))
        return ends[0] if low == high else (" – " if any(" " in end for end in ends) else "–").join(ends)
    if low == high:
        return rung_name(names, measure, low)
    return span_text(rung_name(names, measure, low), rung_name(names, measure, high), names.lang)
