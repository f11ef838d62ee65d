"""Values worth trying: around every threshold that a fact or a measure is held against."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from xeploai.audit.cover.tips import End, ends, tip
from xeploai.evidence.answers import words_of
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, FactType
from xeploai.model.measure import Measure
from xeploai.model.period import Period
from xeploai.rating.judged import Prepared
from xeploai.rating.measured import target_at
from xeploai.rating.readings import alternatives_of

SIZES = (10, 100, 20, 7, 3, 1, 2, 5, 30, 200)
"""Wholes that are tried, small and round ones first."""


def ends_at(prepared: Prepared, criterion: Criterion, kind: str) -> tuple[End, ...]:
    """The ends of what a criterion asks at a kind, under every reading of it."""
    others = (other.target for other in alternatives_of(prepared.rules, criterion))
    targets = [criterion.target, *(target for target in others if target)]
    found = (end for target in targets for end in ends(target_at(target, prepared.dictionary.kinds, kind)))
    return tuple(dict.fromkeys(found))


def measures_of(prepared: Prepared, criterion: Criterion) -> tuple[Measure, ...]:
    """What a criterion measures, under every reading of it."""
    others = (other.measure for other in alternatives_of(prepared.rules, criterion))
    return tuple(dict.fromkeys([criterion.measure, *(measure for measure in others if measure)]))


def parts_of_whole(found: tuple[End, ...], whole: int) -> list[int]:
    """Parts of a whole around every tipping point, and none and all of it."""
    tips = [tip(end, whole) for end in found if isinstance(end.limit, int | Fraction)]
    near = [one + step for one in tips for step in (0, -1, 1)]
    return [part for part in dict.fromkeys([*near, whole, 0]) if part >= 0]


def numbers_near(found: tuple[End, ...]) -> list[int]:
    """Whole numbers around every limit, and zero."""
    tips = [tip(end, 1) for end in found if isinstance(end.limit, int | Fraction)]
    return [one for one in dict.fromkeys([*(tip + step for tip in tips for step in (0, -1, 1)), 0]) if one >= 0]


def answers_near(prepared: Prepared, fact: Fact, found: tuple[End, ...]) -> Iterator[Answer | None]:
    """Answers to a fact by itself; the last one is none."""
    match fact.type:
        case FactType.YES_NO:
            yield from (True, False)
        case FactType.GRADE | FactType.LEVEL:
            yield from words_of(prepared.rules, fact)
        case FactType.COUNT:
            yield from numbers_near(found)
        case FactType.NUMBER:
            yield from points_near(found)
        case FactType.DATE:
            yield from days_before(prepared.period, numbers_near(found))
    yield None


def points_near(found: tuple[End, ...]) -> Iterator[Decimal]:
    """Points at every limit, and one and a half of one away from it."""
    for end in found:
        if isinstance(end.limit, int | Fraction):
            for step in (Fraction(0), Fraction(-1), Fraction(1), Fraction(-1, 2), Fraction(1, 2)):
                yield from as_decimal(Fraction(end.limit) + step)


def as_decimal(value: Fraction) -> Iterator[Decimal]:
    """Points as a table gives them; nothing where no decimal says them, or where they are below zero."""
    numerator, denominator = value.as_integer_ratio()
    places = 0
    while denominator % 10 ** min(places, 9) and places < 9 and 10**places % denominator:
        places += 1
    if 10**places % denominator == 0 and numerator >= 0:
        yield Decimal(numerator * 10**places // denominator).scaleb(-places)


def days_before(period: Period | None, months: list[int]) -> Iterator[date]:
    """First days of months, so many full months before the last day of the period."""
    last = period.until if period else date(2024, 12, 31)
    for number in months:
        year, month = divmod(last.year * 12 + last.month - 1 - number, 12)
        if year > 0:
            yield date(year, month + 1, 1)
