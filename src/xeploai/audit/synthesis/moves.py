"""Drafts in which a criterion comes out in many ways, all else as it is: no reasoning, the reference sorts them."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import assert_never

from xeploai.audit.cover.tips import End
from xeploai.audit.synthesis.draft import Draft, with_answer, with_facts, with_numbers, with_rows
from xeploai.audit.synthesis.repair import repaired
from xeploai.audit.synthesis.rows import rows_of_share
from xeploai.audit.synthesis.values import (
    SIZES,
    answers_near,
    as_decimal,
    ends_at,
    measures_of,
    numbers_near,
    parts_of_whole,
)
from xeploai.evidence.answers import ends_of, words_of
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer
from xeploai.model.fact import Count, Term
from xeploai.model.kind import members
from xeploai.model.measure import Earned, Given, Highest, Lowest, Measure, Months, Ratio, Score, Share, Value
from xeploai.rating.judged import Prepared

MOST_ROWS = 200
"""Nobody reviews a longer table: a number beyond it is stated."""


def moves(prepared: Prepared, criterion: Criterion, draft: Draft) -> Iterator[Draft]:
    """The draft with other evidence of what a criterion measures, under any of its readings."""
    found = ends_at(prepared, criterion, draft.kind)
    for measure in measures_of(prepared, criterion):
        yield from _of_measure(prepared, measure, found, draft)


def _of_measure(prepared: Prepared, measure: Measure, found: tuple[End, ...], draft: Draft) -> Iterator[Draft]:
    match measure:
        case Value(fact):
            for answer in answers_near(prepared, prepared.dictionary.facts[fact], found):
                yield from _answered(prepared, draft, {fact: answer})
        case Lowest(of) | Highest(of):
            yield from _of_grades(prepared, draft, of)
        case Months(since):
            for day in answers_near(prepared, prepared.dictionary.facts[since], found):
                yield from _answered(prepared, draft, {since: day})
        case Ratio():
            yield from _of_ratio(prepared, draft, measure, found)
        case Share():
            yield from rows_of_share(prepared, draft, measure, found, moves)
        case Count(of):
            for number in numbers_near(found):
                yield from _rows(prepared, draft, of, number)
        case Score(parts):
            yield from _of_points(prepared, draft, parts, found)
        case _:
            assert_never(measure)


def _answered(prepared: Prepared, draft: Draft, changes: Mapping[str, Answer | None]) -> Iterator[Draft]:
    """Other answers, of the subject itself or of one below, with the other counts brought within their bounds."""
    plan = prepared.dictionary.plans[draft.kind]
    if all(fact in plan.facts for fact in changes):
        changed = with_facts(draft, changes)
        yield with_facts(changed, repaired(plan.facts, changed.facts, changes))
        return
    below: Draft | None = draft
    for fact, answer in changes.items():
        below = with_answer(prepared.dictionary, below, fact, answer) if below else None
    if below:
        yield below
        yield with_numbers(prepared.dictionary, below)


def _of_grades(prepared: Prepared, draft: Draft, of: tuple[str, ...]) -> Iterator[Draft]:
    """One grade another rung, and all of them the same."""
    words: list[str | None] = [*words_of(prepared.rules, prepared.dictionary.facts[of[0]]), None]
    for word in words:
        for fact in reversed(of):
            yield with_facts(draft, {fact: word})
    for word in words:
        yield with_facts(draft, dict.fromkeys(of, word))


def _of_ratio(prepared: Prepared, draft: Draft, ratio: Ratio, found: tuple[End, ...]) -> Iterator[Draft]:
    """The first part and its whole around every tipping point, what else is pooled with them being none."""
    part, whole = ratio.part[0], ratio.whole[0]
    others: dict[str, Answer | None] = {}
    for term in (*ratio.part[1:], *ratio.whole[1:], *ratio.pending):
        others |= {term: 0} if isinstance(term, str) else {}
    sizes = _sizes(draft, whole)
    for size in sizes:
        for number in parts_of_whole(found, size):
            for there in _with_count(prepared, draft, whole, size):
                for both in _with_count(prepared, there, part, number):
                    yield from _answered(prepared, both, _stated(part, number) | _stated(whole, size) | others)
    for blank in ({part: None}, {whole: None}, {part: None, whole: None}, dict.fromkeys(ratio.pending)):
        yield from _answered(prepared, draft, {fact: None for fact in blank if isinstance(fact, str)})
    if ratio.pending:
        for size in sizes[:2]:
            yield from _answered(prepared, draft, _stated(whole, size) | _stated(part, 0) | {ratio.pending[0]: size})


def _sizes(draft: Draft, whole: Term) -> list[int]:
    """The whole that is there already comes first; none comes last."""
    there = draft.facts.get(whole) if isinstance(whole, str) else None
    return list(dict.fromkeys([*([there] if isinstance(there, int) and there > 1 else []), *SIZES, 0]))


def _stated(term: Term, number: int) -> dict[str, Answer | None]:
    return {term: number} if isinstance(term, str) else {}


def _with_count(prepared: Prepared, draft: Draft, term: Term, number: int) -> Iterator[Draft]:
    """The draft with as many rows as are counted; a fact needs none."""
    if isinstance(term, str):
        yield draft
    elif number <= max(SIZES[:3]):
        yield from _rows(prepared, draft, term.of, number)


def _rows(prepared: Prepared, draft: Draft, of: tuple[str, ...], number: int) -> Iterator[Draft]:
    """So many subjects below, with rows that say nothing, or stated and without a row."""
    plan = prepared.dictionary.plans[draft.kind]
    for kind in members(prepared.dictionary.kinds, of):
        rows = with_rows(prepared.dictionary, draft, (Draft(kind),) * number) if number <= MOST_ROWS else None
        if rows is not None:
            yield with_numbers(prepared.dictionary, rows)
        stated = [str(plan.figures[one.fact]) for one in plan.stated if kind in one.kinds]
        yield with_facts(draft, {fact: number if fact == stated[0] else 0 for fact in stated}) if stated else draft


def _of_points(
    prepared: Prepared, draft: Draft, parts: tuple[Given | Earned, ...], found: tuple[End, ...]
) -> Iterator[Draft]:
    """Points given that come to a sum around every limit, whatever is earned; and points left blank."""
    given = [part for part in parts if isinstance(part, Given)]
    for earned in _earned(prepared, draft, parts):
        for end in found:
            for step in (Fraction(0), Fraction(-1), Fraction(1), Fraction(-1, 2), Fraction(1, 2)):
                for bonus in {Fraction(0), *(part.points for part in parts if isinstance(part, Earned))}:
                    if isinstance(end.limit, int | Fraction):
                        yield from _given(prepared, earned, given, Fraction(end.limit) + step - bonus)
    for part in given:
        yield with_facts(draft, {part.fact: None})


def _earned(prepared: Prepared, draft: Draft, parts: tuple[Given | Earned, ...]) -> Iterator[Draft]:
    yield draft
    for part in parts:
        if isinstance(part, Earned):
            tested = prepared.criteria[prepared.numbers[part.criterion]]
            yield from (move for number, move in enumerate(moves(prepared, tested, draft)) if number < 12)


def _given(prepared: Prepared, draft: Draft, given: list[Given], total: Fraction) -> Iterator[Draft]:
    """The sum given out, from the first fact on, as far as each can hold it."""
    changes: dict[str, Answer | None] = {}
    for part in given:
        low, high = ends_of(prepared.dictionary.kinds, prepared.dictionary.facts[part.fact], draft.kind)
        if part.weight > 0:
            wanted = max(
                Fraction(low), total / part.weight if high is None else min(total / part.weight, Fraction(high))
            )
            answer = next(as_decimal(wanted), None)
        else:
            wanted, answer = Fraction(low), next(as_decimal(Fraction(low)), None)
        changes[part.fact] = answer
        total -= wanted * part.weight
    yield with_facts(draft, changes)
