"""Findings in sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from xeploai.model.citation import Citation
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count
from xeploai.model.measure import Given, Highest, Lowest, Months, Rated, Ratio, Score, Share, Value
from xeploai.model.outcome import Finding, Missing, OtherReading, Unlisted, Why
from xeploai.truth import Verdict
from xeploai.vietnamese.printing import two_digits
from xeploai.wording.naming import (
    Naming,
    exemption_name,
    fact_name,
    is_graded,
    is_points,
    kinds_name,
    one_line,
    question,
    reading_name,
    supplier_of,
    unit_name,
)
from xeploai.wording.numbers import (
    interval_text,
    number,
    range_text,
)
from xeploai.wording.targets import target_text
from xeploai.wording.values import measured_text
from xeploai.wording.words import WHY, bare_verdict, pick

MOST_NAMED = 8
"""More subjects than this are counted instead of named."""


def shortfall_text(names: Naming, finding: Finding) -> str:
    """How many units are short: *còn thiếu 01 đảng viên*; for judgements *thấp hơn chỉ tiêu 12 đảng viên*."""
    if finding.short is None:
        return ""
    unit, judged = unit_name(names, finding.criterion), is_judged(names, finding.criterion)
    if names.lang == "en":
        return _counted("below the target by" if judged else "short by", finding.short, unit)
    return f"{'thấp hơn chỉ tiêu' if judged else 'còn thiếu'} {two_digits(finding.short)} {unit}".strip()


def _counted(lead: str, count: int, unit: str) -> str:
    """*short by 1 (members)*: English units are written in one number only."""
    return f"{lead} {number(count, 'en')}" + (f" ({unit})" if unit else "")


def failing_text(names: Naming, finding: Finding) -> str:
    """How many subjects of a share certainly fail: *09 chi bộ chưa đạt*; empty where none does."""
    if not isinstance(finding.criterion.measure, Share) or finding.rest is None or not finding.rest.low:
        return ""
    count, unit, sure = finding.rest.low, unit_name(names, finding.criterion), finding.rest.low == finding.rest.high
    if names.lang == "vi":
        return f"{'' if sure else 'ít nhất '}{two_digits(count)} {unit} chưa đạt"
    return _counted(f"not met at{'' if sure else ' least'}", count, unit)


def is_judged(names: Naming, criterion: Criterion) -> bool:
    """Whether what is counted is somebody's judgement, and so never a thing to add."""
    match criterion.measure:
        case Value(fact):
            counted: tuple[object, ...] = (fact,)
        case Ratio(part):
            counted = part
        case Score(parts):
            counted = tuple(part.fact for part in parts if isinstance(part, Given))
        case Share():
            return isinstance(criterion.measure.test, Rated)
        case Lowest() | Highest():
            return True
        case Count() | Months():
            return False
        case _:
            assert_never(criterion.measure)
    return any(names.facts[fact].judged for fact in counted if isinstance(fact, str) and fact in names.facts)


def excluded_text(names: Naming, finding: Finding) -> str:
    """Who left the base: *02 tổ chức cơ sở đảng không xếp loại (thành lập dưới 6 tháng)*."""
    vi = names.lang == "vi"
    unit = unit_name(names, finding.criterion)
    measure = finding.criterion.measure
    rated = isinstance(measure, Share) and isinstance(measure.test, Rated)
    word = ("không xếp loại" if rated else "không áp dụng") if vi else ("not assessed" if rated else "not applicable")
    parts = []
    for group in finding.excluded:
        count = len(group.subjects)
        counted = f"{two_digits(count)} {unit} {word}" if vi else _counted(f"{word}:", count, unit)
        why = one_line(group.reason) if group.reason else exemption_name(names, group.exemption)
        parts.append(counted + (f" ({why})" if why else ""))
    return "; ".join(parts)


def taken_text(names: Naming, finding: Finding) -> str:
    """Whose levels a finding rests on, where some are only proposed."""
    levels = finding.levels
    if levels is None or not levels.proposed:
        return ""
    if names.lang == "vi":
        decided, proposed = two_digits(levels.decided), two_digits(levels.proposed)
        return f"{decided} mức đã quyết định, {proposed} mức mới là đề xuất theo `{levels.by}`"
    return f"{levels.decided} levels decided, {levels.proposed} only proposed by `{levels.by}`"


def missing_texts(names: Naming, finding: Finding, known: Mapping[str, str]) -> Iterator[str]:
    """What is missing, fact by fact, from whom and why. `known` gives the names of subjects by id."""
    yield from lacks_texts(names, finding.missing, known)
    if finding.unlisted:
        yield _unlisted_text(names, finding.unlisted, known)


def lacks_texts(names: Naming, missing: Iterable[Missing], known: Mapping[str, str]) -> Iterator[str]:
    """Missing facts, each with why, from whom and of whom."""
    vi = names.lang == "vi"
    by_fact: dict[tuple[str, Why, str], list[str]] = {}
    for lack in missing:
        by_fact.setdefault((lack.fact, lack.why, supplier_of(names, lack.fact, lack.kind)), []).append(lack.subject)
    for (fact, why, supplier), subjects in by_fact.items():
        reason = _awaited_text(names, fact, why) or pick(WHY[why], names.lang)
        source = (f", nơi cung cấp: {supplier}" if vi else f", supplied by {supplier}") if supplier else ""
        yield f"«{fact_name(names, fact)}»: {reason}{source} – {subjects_text(names, subjects, known)}"


def _awaited_text(names: Naming, fact: str, why: Why) -> str:
    """*chờ xếp loại đảng viên*, where a figure counts levels that are still open; else empty."""
    counts = names.facts[fact].counts if fact in names.facts else None
    if why != "awaiting_decision" or counts is None:
        return ""
    whose = kinds_name(names, counts.of)
    return f"chờ xếp loại {whose}" if names.lang == "vi" else f"awaiting levels ({whose})"


def _unlisted_text(names: Naming, gaps: Sequence[Unlisted], known: Mapping[str, str]) -> str:
    """*01 đảng bộ cơ sở, 01 chi bộ cơ sở của Khối Ví dụ chưa có dòng trong bảng*."""
    below: dict[str, list[str]] = {}
    for gap in gaps:
        count, kinds = interval_text(gap.number, names.lang), kinds_name(names, gap.kinds)
        below.setdefault(gap.below, []).append(f"{count} {kinds}" if names.lang == "vi" else f"{kinds} ({count})")
    of = "của" if names.lang == "vi" else "of"
    parts = [f"{', '.join(kinds)} {of} {one_line(known.get(unit, unit))}" for unit, kinds in below.items()]
    more = len(parts) - MOST_NAMED
    shown = "; ".join(parts[:MOST_NAMED])
    if names.lang == "vi":
        return f"chưa có dòng trong bảng: {shown}" + (f" và {more} nơi khác" if more > 0 else "")
    return f"no row in the table: {shown}" + (f" and {more} more" if more > 0 else "")


def subjects_text(names: Naming, subjects: Sequence[str], known: Mapping[str, str]) -> str:
    """Subjects by name and id; where there are many, their number and the first few."""
    pairs = [(subject, one_line(known.get(subject, ""))) for subject in subjects[:MOST_NAMED]]
    shown = [f"{name} (`{subject}`)" if name and name != subject else f"`{subject}`" for subject, name in pairs]
    more = len(subjects) - len(shown)
    if more <= 0:
        return ", ".join(shown)
    rest = f"và {more} đơn vị khác" if names.lang == "vi" else f"and {more} others"
    return f"{', '.join(shown)} {rest}"


def readings_texts(names: Naming, finding: Finding) -> Iterator[str]:
    """The assumptions that a finding rests on, and how it would come out under the other readings."""
    vi = names.lang == "vi"
    for assumption in dict.fromkeys((*finding.criterion.assume, *(other.assumption for other in finding.readings))):
        known = names.assumptions.get(assumption)
        if known is None:
            continue
        chosen = reading_name(names, assumption, known.chosen)
        others = [reading_text(names, finding, other) for other in finding.readings if other.assumption == assumption]
        judged = f". {'Cách hiểu khác' if vi else 'Other readings'}: {'; '.join(others)}" if others else ""
        yield f"{question(names, assumption)} → {chosen}{judged}"


def reading_text(names: Naming, finding: Finding, other: OtherReading) -> str:
    """How a finding would come out under another reading: *với «trên tổng số», kết luận là: chưa đạt (87,88%)*.

    A reading may be called *đạt*: its name must not pass for the verdict. What counts against the subject is never
    *met*: *kết luận là: không*.
    """
    use = names.uses.get(finding.criterion.id)
    word = bare_verdict(other.verdict, names.lang, favourable=use is None or use.favourable).lower()
    name = reading_name(names, other.assumption, other.reading)
    share = range_text(other.measured, finding.target, names.lang) if other.measured and finding.part else ""
    so = f"với «{name}», kết luận là" if names.lang == "vi" else f"under «{name}» the verdict is"
    return f"{so}: {word}" + (f" ({share})" if share else "")


def citation_text(cite: Citation | None) -> str:
    """The clause, with the words there that state the figure."""
    if cite is None:
        return ""
    words = ", ".join(f"“{words}”" for words in cite.words)
    return f"{cite.source}, {cite.clause}" + (f" ({words})" if words else "")


def finding_text(names: Naming, finding: Finding) -> str:
    """What was measured, what was asked, and how far apart they are, in one sentence."""
    vi = names.lang == "vi"
    asked = target_text(names, finding.criterion, finding.target)
    measured = measured_text(names, finding)
    parts = [f"yêu cầu {asked}" if vi else f"required: {asked}"]
    if finding.verdict is Verdict.NOT_APPLICABLE:
        parts.append("không có gì để tính" if vi else "there is nothing to judge")
    elif measured:
        done = isinstance(finding.criterion.measure, Value | Ratio | Share | Count)
        bare = not done or is_points(names, finding.criterion.measure) or is_graded(names, finding.criterion.measure)
        parts.insert(0, measured if bare else f"thực hiện {measured}" if vi else f"measured: {measured}")
    details = (
        failing_text(names, finding),
        shortfall_text(names, finding),
        excluded_text(names, finding),
        taken_text(names, finding),
    )
    parts += [text for text in details if text]
    return "; ".join(parts)
