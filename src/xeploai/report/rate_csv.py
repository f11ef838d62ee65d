"""The result as CSV: a row for every finding. Part and whole are exact; the share is as people read it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from xeploai.diagnostic import Language
from xeploai.interval import Interval
from xeploai.model.outcome import Finding, Measurement, Outcome
from xeploai.report.rate_json import number
from xeploai.report.result import Result
from xeploai.report.sheet import sheet
from xeploai.wording.naming import Naming, criterion_name, naming
from xeploai.wording.numbers import percent_text, thresholds
from xeploai.wording.words import verdict_word

COLUMNS = (
    "id",
    "name",
    "kind",
    "parent",
    "criterion",
    "label",
    "role",
    "verdict",
    "verdict_label",
    "part_low",
    "part_high",
    "whole_low",
    "whole_high",
    "measured_low",
    "measured_high",
    "short",
    "missing",
    "why",
    "depends",
    "clause",
    "highest",
    "lowest",
    "level",
)


def rate_csv(result: Result, lang: Language) -> str:
    """The result as CSV text; the labels in the language asked for."""
    names = naming(result.rules, lang)
    pairs = zip(result.outcomes, result.findings, strict=True)
    return sheet(COLUMNS, (list(_row(names, outcome, one)) for outcome, found in pairs for one in found))


def _ends(names: Naming, finding: Finding) -> tuple[object, object]:
    """What was measured, as people read it: a spreadsheet takes `9/10` for a day of October."""
    if finding.measured is None:
        return None, None
    low, high = finding.measured.low, finding.measured.high
    if finding.part is None:
        return number(low), number(high)
    marks = thresholds(finding.target)
    return _share(low, names.lang, marks), _share(high, names.lang, marks)


def _share(end: Measurement | None, lang: Language, marks: Sequence[Fraction]) -> str | None:
    return percent_text(end.numerator, end.denominator, lang, *marks) if isinstance(end, Fraction) else None


def _row(names: Naming, outcome: Outcome, finding: Finding) -> Iterator[object]:
    subject, rating, criterion = outcome.evidence, outcome.rating, finding.criterion
    yield from (subject.id, subject.name, subject.kind, subject.parent)
    yield from (criterion.id, criterion_name(names, criterion), finding.role.value)
    yield from (finding.verdict.value, verdict_word(finding, names.lang))
    for interval in (finding.part, finding.whole):
        yield from interval or Interval(None, None)
    yield from (*_ends(names, finding), finding.short)
    yield " ".join(f"{lack.subject}.{lack.fact}" for lack in finding.missing)
    yield from (finding.why, "yes" if finding.depends else "no")
    yield criterion.cite.clause if criterion.cite else None
    yield from (rating.highest, rating.lowest, rating.level) if rating else (None, None, None)
