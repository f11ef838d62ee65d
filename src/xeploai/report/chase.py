"""*Đơn vị cần đôn đốc*: the lowest units that owe a figure or a result, in the office's own order, never ranked."""

from collections.abc import Iterator
from typing import NamedTuple

from xeploai.diagnostic import Language
from xeploai.model.condition import Role
from xeploai.model.outcome import Finding, Outcome
from xeploai.report.result import Result
from xeploai.truth import Verdict
from xeploai.wording.naming import Naming, criterion_name, fact_name, naming
from xeploai.wording.numbers import count_text
from xeploai.wording.sentences import shortfall_text
from xeploai.wording.values import value_text


class Chased(NamedTuple):
    """A unit, what it has not reported, and what it has not reached."""

    unit: Outcome
    missing: tuple[str, ...]
    behind: tuple[str, ...]


def chase(result: Result, lang: Language) -> Iterator[Chased]:
    """The units that have nobody below them and are behind, in the order of the data."""
    names = naming(result.rules, lang)
    above = {outcome.evidence.parent for outcome in result.outcomes}
    owed = _owed(result)
    for outcome, found in zip(result.outcomes, result.findings, strict=True):
        unit = outcome.evidence.id
        behind = tuple(_behind(names, found)) if unit not in above else ()
        missing = tuple(fact_name(names, fact) for fact in owed.get(unit, ()))
        if (missing or behind) and (unit not in above or missing):
            yield Chased(outcome, missing, behind)


def _owed(result: Result) -> dict[str, dict[str, None]]:
    """The facts that can still change some verdict, by the unit that owes them; decisions are nobody's arrears."""
    owed: dict[str, dict[str, None]] = {}
    for found in result.findings:
        for finding in found:
            if finding.role is not Role.MONITOR:
                for lack in finding.missing:
                    if lack.why == "not_reported":
                        owed.setdefault(lack.subject, {})[lack.fact] = None
    return owed


def _behind(names: Naming, found: tuple[Finding, ...]) -> Iterator[str]:
    for finding in found:
        if finding.verdict is Verdict.NOT_MET and finding.role in (Role.PART, Role.DUTY):
            done = count_text(finding, names.lang) or value_text(names, finding.criterion, finding.measured)
            short = shortfall_text(names, finding)
            yield f"{criterion_name(names, finding.criterion)}: {done}" + (f", {short}" if short else "")
