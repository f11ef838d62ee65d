"""The result as CSV: a row for every finding. Part and whole are exact; the share is as people read it."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from xeploai.diagnostic import Language
from xeploai.interval import Interval
from xeploai.model.outcome import Finding, Measurement, Outcome
from xeploai.model.ruleset import Ruleset
from xeploai.report.plain import number
from xeploai.report.result import Result
from xeploai.report.sheet import sheet
from xeploai.report.subject import Subject, findings_by_rules, proposer, with_decision
from xeploai.wording.conditions import outcome_text
from xeploai.wording.naming import Naming, criterion_name, naming
from xeploai.wording.numbers import number as decimals
from xeploai.wording.numbers import percent_text, thresholds

LEVELS = ("decided", "differs", "ruleset")
"""What follows where levels are given."""
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
    return sheet((*COLUMNS, *(LEVELS if result.rated else ())), map(list, _rows(result, lang)))


def _rows(result: Result, lang: Language) -> Iterator[Iterable[object]]:
    for subject in result.subjects:
        rated = proposer(subject)
        for rules, found in findings_by_rules(subject):
            names = naming(rules, lang, result.period.until)
            for finding in found:
                levels = _levels(subject, rated, rules) if result.rated else ()
                yield (*_row(result, names, subject, rated, finding), *levels)


def _levels(subject: Subject, rated: Outcome | None, rules: Ruleset) -> Iterable[object]:
    """What stands beside the level proposed: the one decided, whether they differ, and the rule set of the row."""
    if rated is None:
        return (None, None, rules.id)
    rating = with_decision(subject, rated.rating)
    decided = rating.decided if rating else None
    return (decided, ("yes" if rating and rating.differs else "no") if decided else None, rules.id)


def _ends(names: Naming, finding: Finding) -> tuple[object, object]:
    """What was measured, as people read it: a spreadsheet takes `9/10` for a day of October."""
    if finding.measured is None:
        return None, None
    low, high = finding.measured.low, finding.measured.high
    if finding.part is None:
        return _plain(low, names.lang), _plain(high, names.lang)
    marks = thresholds(finding.target)
    return _share(low, names.lang, marks), _share(high, names.lang, marks)


def _plain(end: Measurement | None, lang: Language) -> str | bool | None:
    """A whole number as it is, points with their decimals, anything else by its id."""
    return decimals(end, lang) if isinstance(end, Fraction) and end.denominator != 1 else number(end)


def _share(end: Measurement | None, lang: Language, marks: Sequence[Fraction]) -> str | None:
    return percent_text(end.numerator, end.denominator, lang, *marks) if isinstance(end, Fraction) else None


def _row(result: Result, names: Naming, subject: Subject, rated: Outcome | None, finding: Finding) -> Iterator[object]:
    row, rating, criterion = subject.row, rated.rating if rated else None, finding.criterion
    yield from (row.id, row.name if row.id in result.names else None, row.kind, row.parent)
    yield from (criterion.id, criterion_name(names, criterion), finding.role.value)
    yield from (finding.verdict.value, outcome_text(names, finding, result.days.so_far))
    for interval in (finding.part, finding.whole):
        yield from interval or Interval(None, None)
    yield from (*_ends(names, finding), finding.short)
    yield " ".join(f"{lack.subject}.{lack.fact}" for lack in finding.missing)
    yield from (finding.why, "yes" if finding.depends else "no")
    yield criterion.cite.clause if criterion.cite else None
    yield from (rating.highest, rating.lowest, rating.level) if rating else (None, None, None)
