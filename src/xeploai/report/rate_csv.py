"""The result as CSV: a row for every finding, exact numbers as text."""

from collections.abc import Iterator

from xeploai.diagnostic import Language
from xeploai.interval import Interval
from xeploai.model.outcome import Finding, Outcome
from xeploai.report.rate_json import measured
from xeploai.report.result import Result
from xeploai.report.sheet import sheet
from xeploai.wording.naming import criterion_name, naming
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
    rows = (
        [*_row(o, f), criterion_name(names, f.criterion), verdict_word(f, lang)] for o, found in pairs for f in found
    )
    return sheet(COLUMNS, (_placed(row) for row in rows))


def _placed(row: list[object]) -> list[object]:
    *rest, label, verdict = row
    return [*rest[:5], label, *rest[5:7], verdict, *rest[7:]]


def _row(outcome: Outcome, finding: Finding) -> Iterator[object]:
    subject, rating = outcome.evidence, outcome.rating
    yield from (subject.id, subject.name, subject.kind, subject.parent)
    yield from (finding.criterion.id, finding.role.value, finding.verdict.value)
    for interval in (finding.part, finding.whole):
        yield from interval or Interval(None, None)
    ends = measured(finding.measured) or {}
    yield from (ends.get("low"), ends.get("high"), finding.short)
    yield " ".join(f"{lack.subject}.{lack.fact}" for lack in finding.missing)
    yield from (finding.why, "yes" if finding.depends else "no")
    yield finding.criterion.cite.clause if finding.criterion.cite else None
    yield from (rating.highest, rating.lowest, rating.level) if rating else (None, None, None)
