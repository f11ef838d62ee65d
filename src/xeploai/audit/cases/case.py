"""Worked cases: what is given, what is expected of it, and what came out."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

from xeploai.audit.cases.judgement import Judgement
from xeploai.diagnostic import Diagnostic, InvalidEvidence
from xeploai.model.evidence import Hierarchy
from xeploai.model.kind import names
from xeploai.model.outcome import Finding, GoalOutcome, QuotaOutcome, Standing
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place
from xeploai.wording.stage import Stage

About = Literal["criterion", "level", "quota"]
Found = Finding | GoalOutcome | Standing | QuotaOutcome


def _said(said: Mapping[str, Any]) -> Mapping[str, Any]:
    return dict(said)


@attrs.frozen
class Expected:
    """What a case expects of a criterion or *chỉ tiêu* at a subject, of the subject's level, or of a quota.

    `said` holds only what is expected, by the words of the case file; lists whose order means nothing are sorted.
    """

    about: About
    subject: str
    key: str
    said: Mapping[str, Any] = attrs.field(converter=_said, hash=False)
    place: Place


def _expected(items: Iterable[Expected]) -> tuple[Expected, ...]:
    return tuple(items)


@attrs.frozen(eq=False)
class Case:
    """A table with what must come of it: `expected`, or the names of the faults for which it is `refused`.

    `evidence` is what was read of the table, or why it cannot be; `lines` says on which line of the case file each of
    its rows stands. `period`: the period that is rated, where that is not left to the rules.
    """

    title: str
    clause: str
    place: Place
    evidence: Hierarchy | InvalidEvidence
    lines: tuple[int, ...] = attrs.field(repr=False)
    expected: tuple[Expected, ...] = attrs.field(default=(), converter=_expected)
    refused: tuple[str, ...] = attrs.field(default=(), converter=names)
    period: Period | None = None


@attrs.frozen(eq=False)
class Checked:
    """One expectation with what came out, as far as something is expected of it.

    `thing` is what it was read from; `None` where nothing of the kind was found. `stage` is the subject of which it is,
    under the rule set that judged it; `None` for a quota.
    """

    expected: Expected
    found: Mapping[str, Any]
    thing: Found | None = None
    stage: Stage | None = None

    @property
    def passed(self) -> bool:
        """Whether it came out as expected."""
        return self.found == self.expected.said

    @property
    def differing(self) -> tuple[str, ...]:
        """The words of the case file that came out otherwise."""
        return tuple(word for word, wanted in self.expected.said.items() if self.found[word] != wanted)


def _checked(items: Iterable[Checked]) -> tuple[Checked, ...]:
    return tuple(items)


def _problems(items: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(items)


@attrs.frozen(eq=False)
class CaseResult:
    """A case as it came out. `problems`: why its table was refused, each at its line of the case file.

    `judgement`: what was judged; `None` where the table was refused.
    """

    case: Case
    checked: tuple[Checked, ...] = attrs.field(default=(), converter=_checked)
    problems: tuple[Diagnostic, ...] = attrs.field(default=(), converter=_problems)
    judgement: Judgement | None = attrs.field(default=None, repr=False)

    @property
    def passed(self) -> bool:
        """Whether all of it came out as expected."""
        if self.case.refused:
            return self.faults == tuple(sorted(self.case.refused))
        return not self.problems and all(one.passed for one in self.checked)

    @property
    def faults(self) -> tuple[str, ...]:
        """The names of the faults for which the table was refused, each once."""
        return tuple(sorted({problem.fault.name for problem in self.problems}))


def _results(items: Iterable[CaseResult]) -> tuple[CaseResult, ...]:
    return tuple(items)


@attrs.frozen(eq=False)
class Suite:
    """A rule set with its worked cases as they came out."""

    rules: Ruleset
    results: tuple[CaseResult, ...] = attrs.field(converter=_results)

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        """The cases that did not come out as expected."""
        return tuple(result for result in self.results if not result.passed)
