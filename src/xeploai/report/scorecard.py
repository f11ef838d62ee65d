"""The scorecard of a subject that has *chỉ tiêu*: what an office reads first."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from xeploai.diagnostic import Language
from xeploai.model.condition import Role, Strength
from xeploai.model.fact import Count
from xeploai.model.kind import members
from xeploai.model.label import read_label
from xeploai.model.measure import Value
from xeploai.model.outcome import Finding, GoalOutcome, Outcome
from xeploai.model.ruleset import kinds_of
from xeploai.model.target import AtLeast
from xeploai.report.result import Result
from xeploai.truth import Verdict
from xeploai.vietnamese.printing import two_digits
from xeploai.wording.naming import (
    Naming,
    criterion_name,
    is_graded,
    is_points,
    is_top,
    kinds_name,
    level_short,
    naming,
    rung_name,
    unit_name,
)
from xeploai.wording.numbers import count_text, percent_text, range_text, short_interval
from xeploai.wording.sentences import (
    citation_text,
    excluded_text,
    failing_text,
    missing_texts,
    reading_text,
    shortfall_text,
    taken_text,
)
from xeploai.wording.targets import limit_text, target_text
from xeploai.wording.values import value_text
from xeploai.wording.words import goal_word, verdict_word


class Line(NamedTuple):
    """A line of the scorecard. `rate` is the share, or for counts how much of the plan; `notes` stand below it."""

    number: str
    name: str
    unit: str = ""
    asked: str = ""
    done: str = ""
    rate: str = ""
    verdict: str = ""
    short: str = ""
    clause: str = ""
    notes: tuple[str, ...] = ()
    heading: bool = False


class Scorecard(NamedTuple):
    """Who it is about, the opening sentences, the lines of the *chỉ tiêu*, and those of other duties."""

    subject: Outcome
    opening: tuple[str, ...]
    lines: tuple[Line, ...]
    duties: tuple[Line, ...]


def scorecards(result: Result, lang: Language) -> Iterator[Scorecard]:
    """A scorecard for every subject at which a *chỉ tiêu* is judged, in the order of the data."""
    for outcome, found in zip(result.outcomes, result.findings, strict=True):
        goals = [goal for goal in result.goals if goal.subject == outcome.evidence.id]
        if goals:
            yield _scorecard(result, outcome, found, goals, naming(result.rules, lang, result.period.until))


def _scorecard(
    result: Result, outcome: Outcome, found: tuple[Finding, ...], goals: list[GoalOutcome], names: Naming
) -> Scorecard:
    by_id = {finding.criterion.id: finding for finding in found}
    lines: list[Line] = []
    for goal in goals:
        lines += _goal_lines(result, goal, [by_id[name] for name in goal.criteria], names)
    duties = tuple(_line(result, finding, names) for finding in found if finding.role is Role.DUTY)
    opening = (*_coverage(result, outcome, names), tally(goals, names.lang))
    return Scorecard(outcome, opening, tuple(lines), duties)


def _coverage(result: Result, outcome: Outcome, names: Naming) -> Iterator[str]:
    """Who has reported: *Đã có số liệu của 52/66 tổ chức cơ sở đảng*."""
    kinds = members(kinds_of(result.rules), result.rules.reporting)
    if not kinds:
        return
    # Loaded where reports are awaited.
    from xeploai.rating.reporting import number_below, reported_below

    reported, there = reported_below(outcome, kinds), number_below(outcome)
    group = kinds_name(names, kinds)
    total = short_interval(there, names.lang) if there.high is not None else "?"
    yield (
        f"Đã có số liệu của {reported}/{total} {group}."
        if names.lang == "vi"
        else f"Figures have come in from {reported}/{total} {group}."
    )


def tally(goals: list[GoalOutcome], lang: Language) -> str:
    """How many are met: *Có 6/9 chỉ tiêu đạt (trong đó 02 chỉ tiêu vượt), 01 chỉ tiêu chưa đạt, …*."""

    def count(verdict: Verdict) -> int:
        return sum(goal.verdict is verdict for goal in goals)

    met, exceeded = count(Verdict.MET), sum(goal.exceeded for goal in goals)
    rest = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
    if lang == "vi":
        words = dict(zip(rest, ("chưa đạt", "chưa đủ số liệu", "không áp dụng"), strict=True))
        parts = [f"Có {met}/{len(goals)} chỉ tiêu đạt"]
        parts[0] += f" (trong đó {two_digits(exceeded)} chỉ tiêu vượt)" if exceeded else ""
        parts += [f"{two_digits(count(v))} chỉ tiêu {word}" for v, word in words.items() if count(v)]
    else:
        words = dict(zip(rest, ("not met", "without enough data", "not applicable"), strict=True))
        parts = [f"{met} of {len(goals)} targets met" + (f" ({exceeded} of them exceeded)" if exceeded else "")]
        parts += [f"{count(v)} {word}" for v, word in words.items() if count(v)]
    return ", ".join(parts) + "."


def _goal_lines(result: Result, goal: GoalOutcome, found: list[Finding], names: Naming) -> Iterator[Line]:
    known = next(one for one in result.rules.goals if one.id == goal.goal)
    label = read_label(known.label, names.lang, known.id)
    number_ = str(result.rules.goals.index(known) + 1)
    striven = all(finding.criterion.strength is Strength.ASPIRATIONAL for finding in found)
    verdict = goal_word(goal, names.lang, aspirational=striven, so_far=result.days.so_far)
    if len(found) == 1:
        line = _line(result, found[0], names)
        yield line._replace(number=number_, verdict=line.verdict if found[0].noted else verdict)
        return
    yield Line(number_, label, verdict=verdict, heading=True)
    yield from (_line(result, finding, names) for finding in found)


def _line(result: Result, finding: Finding, names: Naming) -> Line:
    criterion = finding.criterion
    return Line(
        number=criterion.number or "–",
        name=criterion_name(names, criterion),
        unit=unit_name(names, criterion),
        asked=_asked(names, finding),
        done=count_text(finding, names.lang) or value_text(names, criterion, finding.measured, table=True),
        rate=_rate(finding, names),
        verdict=verdict_word(finding, names.lang, result.days.so_far),
        short=shortfall_text(names, finding),
        clause=citation_text(finding.criterion.cite),
        notes=tuple(_notes(result, finding, names)),
    )


def _asked(names: Naming, finding: Finding) -> str:
    """The plan as a table writes it: `≥ 90%`, `30%–35%`, `100%`, or in words where it is no number."""
    target = finding.target
    if isinstance(target, AtLeast) and not isinstance(target.limit, bool):
        if isinstance(target.limit, str):
            graded = is_graded(names, finding.criterion.measure)
            rung = rung_name(names, finding.criterion.measure, target.limit)
            top = is_top(names, finding.criterion.measure, target.limit)
            return f"{'' if top else '≥ '}{rung if graded else level_short(names, target.limit)}"
        text = limit_text(names, finding.criterion, target.limit, table=True)
        exact = isinstance(target.limit, Fraction) and target.limit == 1 and finding.part is not None
        return text if exact else f"≥ {text}"
    return target_text(names, finding.criterion, target)


def _rate(finding: Finding, names: Naming) -> str:
    if finding.measured is None:
        return ""
    if finding.part is not None:
        return range_text(finding.measured, finding.target, names.lang, table=True)
    low, target = finding.measured.low, finding.target
    counted = isinstance(finding.criterion.measure, Value | Count) and not is_points(names, finding.criterion.measure)
    if counted and isinstance(low, Fraction) and low == finding.measured.high and isinstance(target, AtLeast):
        plan = target.limit
        if isinstance(plan, int) and plan > 0:
            share = percent_text(int(low), plan, names.lang)
            return f"{share} KH" if names.lang == "vi" else f"{share} of plan"
    return ""


def _notes(result: Result, finding: Finding, names: Naming) -> Iterator[str]:
    """What stands below a line: who left the base, what is short or missing, and how other readings come out."""
    vi = names.lang == "vi"
    for text in (excluded_text(names, finding), failing_text(names, finding), shortfall_text(names, finding)):
        if text:
            yield text
    yield from missing_texts(names, finding, result.names)
    for other in finding.readings:
        if other.bits != finding.bits:
            lead = "kết luận phụ thuộc cách hiểu" if vi else "the conclusion depends on the reading"
            yield f"{lead}; {reading_text(names, finding, other)}"
    if taken := taken_text(names, finding):
        yield taken
