"""Evidence is admitted whole or refused whole, with every fault named."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never

from xeploai.diagnostic import Diagnostic, Fault, nearest
from xeploai.evidence import faults
from xeploai.evidence.answers import ends_of, is_points, words_of
from xeploai.evidence.contradiction import (
    AnswersDisagree,
    Contradiction,
    OwnAgainstParts,
    PartsOutOfBounds,
    RowsAgainstStated,
    Unsatisfied,
)
from xeploai.evidence.plan import Dictionary, Plan
from xeploai.evidence.terms import Figure
from xeploai.interval import Interval
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Count, Fact, FactType
from xeploai.source import Place


def place_of(evidence: Evidence, fact: str | None = None) -> Place:
    """Where evidence of a subject stands, as far as it is known."""
    return (evidence.at or Place())._replace(subject=evidence.id, field=fact)


def found(
    fault: Fault, evidence: Evidence, fact: str | None = None, meant: str | None = None, **values: object
) -> Diagnostic:
    """A fault in the evidence of a subject."""
    texts = {name: str(value) for name, value in values.items()} | ({"fact": fact} if fact else {})
    return Diagnostic(fault, place_of(evidence, fact), texts, meant)


def is_admissible(dictionary: Dictionary, evidence: Evidence) -> bool:
    """Whether there is nothing to find fault with, at one glance; what is merely unusual is left to `faults_of`."""
    plan = dictionary.plans.get(evidence.kind)
    if plan is None or not evidence.id:
        return False
    for name, answer in evidence.facts.items():
        admits = plan.admits.get(name)
        if admits is None or not admits(answer):
            return False
    return True


def faults_of(dictionary: Dictionary, evidence: Evidence) -> Iterator[Diagnostic]:
    """What is wrong with the evidence of one subject, each fact by itself."""
    plan = dictionary.plans.get(evidence.kind)
    if not evidence.id:
        yield found(faults.EMPTY_ID, evidence)
    if plan is None:
        known = ", ".join(dictionary.plans)
        meant = nearest(evidence.kind, dictionary.plans)
        yield found(faults.UNKNOWN_KIND, evidence, meant=meant, kind=evidence.kind, kinds=known)
        return
    for name, answer in evidence.facts.items():
        fact = plan.facts.get(name)
        if fact is None:
            yield _unknown(dictionary, evidence, name)
        else:
            yield from _of_answer(dictionary, plan, evidence, fact, answer)


def _unknown(dictionary: Dictionary, evidence: Evidence, name: str) -> Diagnostic:
    if name not in dictionary.facts:
        return found(faults.UNKNOWN_FACT, evidence, name, nearest(name, dictionary.facts))
    carriers = ", ".join(dictionary.facts[name].of)
    return found(faults.NOT_CARRIED, evidence, name, kind=evidence.kind, kinds=carriers)


def _of_answer(
    dictionary: Dictionary, plan: Plan, evidence: Evidence, fact: Fact, answer: Answer
) -> Iterator[Diagnostic]:
    given = _as_given(answer)
    match fact.type:
        case FactType.COUNT:
            if isinstance(answer, bool) or not isinstance(answer, int) or answer < 0:
                yield found(faults.NOT_A_COUNT, evidence, fact.id, given=given)
                return
            yield from _beyond_ends(dictionary, plan, evidence, fact, answer)
        case FactType.NUMBER:
            if not is_points(answer):
                yield found(faults.NOT_POINTS, evidence, fact.id, given=given)
                return
            yield from _beyond_ends(dictionary, plan, evidence, fact, answer)
        case FactType.YES_NO:
            if not isinstance(answer, bool):
                yield found(faults.NOT_YES_NO, evidence, fact.id, given=given)
        case FactType.GRADE | FactType.LEVEL:
            words = words_of(dictionary.rules, fact)
            if answer not in words:
                fault = faults.NOT_A_GRADE if fact.type is FactType.GRADE else faults.NOT_A_LEVEL
                yield found(fault, evidence, fact.id, given=given, levels=", ".join(words))
        case FactType.DATE:
            # A point in time is a `date` to Python too.
            if type(answer) is not date:
                yield found(faults.NOT_A_DAY, evidence, fact.id, given=given)
        case _:
            assert_never(fact.type)


def _as_given(answer: Answer) -> str:
    match answer:
        case str():
            return f"`{answer}`"
        case Decimal() | date():
            return str(answer)
        case _:
            return repr(answer)


def _beyond_ends(
    dictionary: Dictionary, plan: Plan, evidence: Evidence, fact: Fact, answer: int | Decimal
) -> Iterator[Diagnostic]:
    least, most = ends_of(dictionary.kinds, fact, plan.kind)
    if answer < least:
        yield found(faults.TOO_SMALL, evidence, fact.id, value=answer, limit=least)
    if most is not None and answer > most:
        yield found(faults.TOO_LARGE, evidence, fact.id, value=answer, limit=most)


def explain_contradiction(plan: Plan, evidence: Evidence, problem: Contradiction) -> Diagnostic:
    """A contradiction in the words of the data dictionary."""

    def name(figure: int) -> str:
        return name_of(plan.figures[figure])

    match problem:
        case RowsAgainstStated(figure, stated, rows):
            return found(faults.FEWER_STATED, evidence, name(figure), stated=stated, rows=rows)
        case OwnAgainstParts(figure, own, parts):
            return found(faults.OWN_AGAINST_PARTS, evidence, name(figure), own=own, parts=written(parts))
        case PartsOutOfBounds(figure, allowed, parts):
            low, high = allowed.low, allowed.high
            if high is not None and (parts.low or 0) > high:
                return found(faults.TOO_LARGE, evidence, name(figure), value=written(parts), limit=high)
            return found(faults.TOO_SMALL, evidence, name(figure), value=written(parts), limit=low or 0)
        case AnswersDisagree(yes, no):
            said = {"figures_vi": f"`{yes}` (có), `{no}` (không)", "figures_en": f"`{yes}` (yes), `{no}` (no)"}
            return found(faults.NO_ROOM, evidence, yes, **said)
        case Unsatisfied(relation):
            return _unsatisfied(plan, evidence, relation.whole, relation.parts, exact=relation.exact)


def name_of(figure: Figure) -> str:
    """A fact by its id, a number of subjects by their kinds; the other figures have no name of their own."""
    return figure if isinstance(figure, str) else ", ".join(figure.of) if isinstance(figure, Count) else ""


def _unsatisfied(plan: Plan, evidence: Evidence, whole: int, parts: Sequence[int], *, exact: bool) -> Diagnostic:
    """Two stated figures are set side by side; where others stand between them, all that are stated are named."""

    def stated(figure: int) -> str | None:
        term, only = plan.figures[figure], plan.low[figure]
        if isinstance(term, Count):
            return f"`{name_of(term)}` ({only})" if only == plan.high[figure] else None
        value = evidence.facts.get(term) if isinstance(term, str) else None
        return f"`{term}` ({value})" if value is not None else None

    names = [stated(part) for part in parts]
    total = stated(whole)
    first = next((t for t in (plan.figures[p] for p in (*parts, whole)) if isinstance(t, str)), None)
    if total and all(names):
        joined = " + ".join(name for name in names if name)
        if exact:
            return found(faults.SUM_DIFFERS, evidence, first, parts=joined, whole=total)
        return found(faults.PART_LARGER, evidence, first, part=joined, whole=total)
    counts = {fact for fact, _, _ in plan.counts}
    all_stated = ", ".join(f"`{fact}` ({value})" for fact, value in evidence.facts.items() if fact in counts)
    return found(faults.NO_ROOM, evidence, first, figures_vi=all_stated, figures_en=all_stated)


def written(interval: Interval) -> str:
    """An interval as it is said in messages."""
    if interval.low == interval.high:
        return str(interval.low)
    return f"{interval.low}–{'…' if interval.high is None else interval.high}"
