"""Which facts can still change a verdict, and why they are missing."""

from collections.abc import Iterator, Sequence

from xeploai.evidence.dictionary import pairs
from xeploai.evidence.known import groups_below
from xeploai.evidence.plan import Absent, Plan, limits
from xeploai.evidence.terms import Awaited, Figure, Final, Joining, Rest
from xeploai.interval import is_point
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Fact, FactType
from xeploai.model.kind import members
from xeploai.model.measure import (
    Answers,
    Earned,
    Given,
    Highest,
    Lowest,
    Meets,
    Months,
    Rated,
    Ratio,
    Score,
    Share,
    Value,
)
from xeploai.model.outcome import Missing, Unlisted, Why
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.shares import test_of
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET

Lack = Missing | Unlisted
SETTLED = (MET, NOT_MET, NOT_APPLICABLE)


def lacking(prepared: Prepared, judged: Judged, criterion: Criterion) -> Iterator[Lack]:
    """What is not known behind a verdict: facts of subjects, and subjects without a row."""
    plan = judged.known.plan
    match criterion.measure:
        case Value(fact):
            if prepared.dictionary.facts[fact].type is FactType.COUNT:
                yield from _behind(prepared, judged, [fact])
            elif fact not in judged.evidence.facts:
                yield _missing(prepared, judged, fact)
        case Lowest(of) | Highest(of):
            yield from (_missing(prepared, judged, fact) for fact in of if fact not in judged.evidence.facts)
        case Months(since):
            if since not in judged.evidence.facts:
                yield _missing(prepared, judged, since)
        case Score(parts):
            for part in parts:
                yield from _behind_points(prepared, judged, part)
        case Count():
            yield from _behind(prepared, judged, [criterion.measure])
        case Ratio():
            figures = [figure for part, whole, _ in pairs(criterion.measure) for figure in (part, whole)]
            yield from _behind(prepared, judged, [figure for figure in figures if figure in plan.index])
        case Share():
            yield from _behind_share(prepared, judged, criterion.measure)


def _behind_points(prepared: Prepared, judged: Judged, part: Given | Earned) -> Iterator[Lack]:
    match part:
        case Given(fact):
            if fact not in judged.evidence.facts:
                yield _missing(prepared, judged, fact)
        case Earned(criterion):
            number = prepared.numbers[criterion]
            if judged.bits[number] not in SETTLED:
                yield from lacking(prepared, judged, prepared.criteria[number])


def _missing(prepared: Prepared, judged: Judged, fact: str) -> Missing:
    known = prepared.dictionary.facts[fact]
    awaited = known.type is FactType.LEVEL or _is_of_open_levels(prepared, judged, known)
    why: Why = "awaiting_decision" if awaited else "not_reported"
    return Missing(judged.evidence.id, fact, why, judged.evidence.kind)


def _is_of_open_levels(prepared: Prepared, judged: Judged, fact: Fact) -> bool:
    """Whether an open figure counts levels of subjects that all have rows: then only their levels are waited for."""
    if fact.counts is None or not fact.counts.rated:
        return False
    of, plan = members(prepared.dictionary.kinds, fact.counts.of), judged.known.plan
    rows, stack = 0, list(judged.children)
    while stack:
        row = stack.pop()
        rows += row.evidence.kind in of
        # What carries the figure itself counts those below it.
        stack += () if fact.id in row.known.plan.facts else row.children
    stated = judged.evidence.facts.get(fact.counts.among or "")
    # Without a stated number the rows are all there are, unless subjects below add to the figure (`rating.tallies`).
    return rows > 0 and (stated <= rows if isinstance(stated, int) else not plan.feeding[plan.index[fact.id]])


def _behind(prepared: Prepared, judged: Judged, figures: list[Figure]) -> Iterator[Lack]:
    """What keeps figures open, from the subject down to where nobody has reported."""
    dictionary = prepared.dictionary
    stack: list[tuple[Judged, Figure]] = [(judged, figure) for figure in reversed(figures)]
    while stack:
        subject, figure = stack.pop()
        plan = subject.known.plan
        number = plan.index.get(figure)
        if number is None or is_point(limits(subject.known, number)):
            continue
        feeding = plan.feeding[number]
        rows = [child for child in subject.children if child.known.plan.kind in feeding]
        groups = list(groups_below(dictionary, subject.known, number)) if feeding else []
        if rows or groups:
            stack += [(child, figure) for child in reversed(rows)]
            yield from (_unlisted(subject, group) for group in groups if group.number.high != 0)
        else:
            yield from _own(prepared, subject, plan, figure)


def _own(prepared: Prepared, judged: Judged, plan: Plan, figure: Figure) -> Iterator[Missing]:
    """The facts of a subject itself that keep a figure open."""
    facts = judged.evidence.facts
    match figure:
        case str():
            if figure in plan.facts and figure not in facts:
                yield _missing(prepared, judged, figure)
        case Count(of):
            kinds = set(members(prepared.dictionary.kinds, of))
            for stated in plan.stated:
                name = plan.figures[stated.fact]
                if isinstance(name, str) and name not in facts and stated.kinds & kinds:
                    yield _missing(prepared, judged, name)
        case Final(decided, awaited):
            if decided not in facts:
                yield _missing(prepared, judged, decided)
            elif awaited.fact in facts:
                yield Missing(judged.evidence.id, awaited.fact, "awaiting_assessment", judged.evidence.kind)
            else:
                yield _missing(prepared, judged, awaited.fact)
        case Rest() | Awaited() | Joining():
            return


def _unlisted(judged: Judged, group: Absent) -> Unlisted:
    return Unlisted(judged.evidence.id, tuple(sorted(group.kinds)), group.number)


def _all_have_rows(judged: Judged, rows: Sequence[Judged], count: int) -> bool:
    """Whether the rows account for as many subjects as there can be."""
    figure, most = judged.known.plan.figures[count], judged.known.high[count]
    there = (judged.known.plan.itself[count] or 0) + sum(
        row.known.low[row.known.plan.index[figure]] or 0 for row in rows
    )
    return most is not None and there >= most


def _behind_share(prepared: Prepared, judged: Judged, share: Share) -> Iterator[Lack]:
    """The subjects of a share that are not settled, and those that have no row."""
    of = members(prepared.dictionary.kinds, share.of)
    stack = [judged]
    while stack:
        subject = stack.pop()
        plan = subject.known.plan
        number = prepared.shares[share]
        region = subject.shares[number]
        if region is None or all(is_point(interval) for interval in region):
            continue
        if subject.evidence.kind in of and test_of(prepared, share, subject.evidence.kind)(subject) not in SETTLED:
            match share.test:
                case Meets(criterion):
                    yield from lacking(prepared, subject, prepared.criteria[prepared.numbers[criterion]])
                case Answers(fact) | Rated(fact):
                    yield _missing(prepared, subject, fact)
        count = plan.index.get(Count(share.of))
        feeding = plan.feeding[count] if count is not None else ()
        groups = list(groups_below(prepared.dictionary, subject.known, count)) if count is not None else []
        rows = [child for child in subject.children if child.known.plan.kind in feeding]
        if count is not None and not _all_have_rows(subject, rows, count):
            yield from (_unlisted(subject, group) for group in groups if group.number.high != 0)
        if feeding and not rows and not groups:
            yield from _own(prepared, subject, plan, Count(share.of))
        stack += reversed(rows)
