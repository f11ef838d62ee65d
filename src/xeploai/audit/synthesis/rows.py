"""Rows below a subject, so many of which pass the test of a share."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from xeploai.audit.cover.tips import End
from xeploai.audit.synthesis.draft import Draft, with_facts, with_numbers, with_rows
from xeploai.audit.synthesis.tried import tried
from xeploai.audit.synthesis.values import parts_of_whole
from xeploai.evidence.answers import words_of
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer
from xeploai.model.kind import members
from xeploai.model.measure import Answers, Meets, Rated, Share
from xeploai.rating.judged import Prepared
from xeploai.truth import MET, NOT_APPLICABLE, NOT_MET, Bits

Moves = Callable[[Prepared, Criterion, Draft], Iterator[Draft]]
ROWS = (10, 5, 20, 3, 1, 2)
"""How many rows are tried."""
MOST = 400
"""Drafts of a row that are tried for one that passes its test, and for one that does not."""


def rows_of_share(
    prepared: Prepared, draft: Draft, share: Share, found: tuple[End, ...], moves: Moves
) -> Iterator[Draft]:
    """Rows of which so many pass the test as lie around every tipping point; then such as are left out, or open."""
    dictionary = prepared.dictionary
    for kind in members(dictionary.kinds, share.of):
        samples = _samples(prepared, share, kind, moves)
        passing, failing = samples.get(MET), samples.get(NOT_MET)
        for tables in _tables(passing, failing, samples.get(NOT_APPLICABLE), samples.get(0, Draft(kind)), found):
            rows = with_rows(dictionary, draft, tables)
            if rows is not None:
                yield rows
                yield with_numbers(dictionary, rows)
    # Nobody is there: stated, or not known.
    yield with_numbers(dictionary, with_rows(dictionary, draft, ()) or draft)
    yield with_rows(dictionary, draft, ()) or draft


def _tables(
    passing: Draft | None, failing: Draft | None, idle: Draft | None, unknown: Draft, found: tuple[End, ...]
) -> Iterator[tuple[Draft, ...]]:
    for size in ROWS if passing and failing else ():
        for number in parts_of_whole(found, size):
            if number <= size and passing and failing:
                yield (passing,) * number + (failing,) * (size - number)
    yield from ((one,) for one in (passing, failing, idle, unknown) if one)
    if passing and idle:
        yield passing, idle
    if passing and failing:
        yield passing, failing, unknown


def _samples(prepared: Prepared, share: Share, kind: str, moves: Moves) -> Mapping[Bits, Draft]:
    """A row for each way in which the test may come out; 0 is open."""
    match share.test:
        case Answers(fact):
            return {MET: _row(kind, fact, True), NOT_MET: _row(kind, fact, False), 0: Draft(kind)}
        case Rated(fact, least):
            words = words_of(prepared.rules, prepared.dictionary.facts[fact])
            scale = prepared.rules.scale
            names = [level.id for level in scale.levels] if scale else []
            passing = names.index(least)
            found = {MET: _row(kind, fact, least), 0: Draft(kind)}
            found |= {NOT_MET: _row(kind, fact, names[passing + 1])} if passing + 1 < len(names) else {}
            return found | ({NOT_APPLICABLE: _row(kind, fact, words[-1])} if len(words) > len(names) else {})
        case Meets(criterion):
            return _meeting(prepared, prepared.criteria[prepared.numbers[criterion]], kind, moves)


def _row(kind: str, fact: str, answer: Answer) -> Draft:
    return with_facts(Draft(kind), {fact: answer})


def _meeting(prepared: Prepared, criterion: Criterion, kind: str, moves: Moves) -> Mapping[Bits, Draft]:
    found: dict[Bits, Draft] = {}
    for draft in islice(moves(prepared, criterion, Draft(kind)), MOST):
        if outcomes := tried(prepared, draft):
            bits = outcomes[0].bits[prepared.numbers[criterion.id]]
            found.setdefault(bits if bits in (MET, NOT_MET, NOT_APPLICABLE) else 0, draft)
        if len(found) == 4:
            break
    return found
