"""Rules as bands of one measure: what each asks of it at least, piece by piece of the line.

Closed form: only what a rule asks in any case counts, a criterion by itself or one that stands in its `all`.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from xeploai.exact import write_share
from xeploai.model.condition import AllOf, Condition, Criterion, Not
from xeploai.model.fact import FactType
from xeploai.model.measure import Highest, Lowest, Measure, Ratio, Score, Share, Value
from xeploai.model.ruleset import Rule
from xeploai.rating.judged import Prepared
from xeploai.rating.ladders import judge_rungs, rungs_of, scale_of
from xeploai.rating.landing import Range
from xeploai.rating.ranges import numbers, range_of, whole_numbers
from xeploai.rating.worlds import holds, lands_at, pieces
from xeploai.truth import MET


class Asked(NamedTuple):
    """A criterion that a rule asks for in any case, to be met or not to be."""

    criterion: Criterion
    met: bool


class Banded(NamedTuple):
    """The rules of a kind, best first, over the pieces in which a measure can come out, from the lowest up.

    `pieces` are ranges, or the names of rungs. `bands`: by rule, whether it leaves each piece; `None` for a rule that
    asks nothing of the measure.
    """

    kind: str
    measure: Measure
    rules: tuple[Rule, ...]
    pieces: tuple[Range | str, ...]
    bands: tuple[tuple[bool, ...] | None, ...]


def banded(prepared: Prepared) -> Iterator[Banded]:
    """The measures of which several rules of a kind ask something, kind by kind."""
    for kind, levels in prepared.levels.items():
        found: dict[Measure, dict[int, list[Asked]]] = {}
        for number, rule in enumerate(levels.rules):
            for one in _asked(rule.when):
                found.setdefault(one.criterion.measure, {}).setdefault(number, []).append(one)
        for measure, asked in found.items():
            if len(asked) > 1 and not _is_answer(prepared, measure):
                by_rule = [asked.get(number, []) for number in range(len(levels.rules))]
                yield _banded(prepared, kind, measure, levels.rules, by_rule)


def _is_answer(prepared: Prepared, measure: Measure) -> bool:
    return isinstance(measure, Value) and prepared.dictionary.facts[measure.fact].type is FactType.YES_NO


def _asked(condition: Condition) -> Iterator[Asked]:
    match condition:
        case Criterion():
            yield Asked(condition, met=True)
        case Not(Criterion() as part):
            yield Asked(part, met=False)
        case AllOf(parts):
            for one in parts:
                yield from _asked(one)
        case _:
            return


def _banded(
    prepared: Prepared, kind: str, measure: Measure, rules: tuple[Rule, ...], asked: Sequence[Sequence[Asked]]
) -> Banded:
    criteria = list(dict.fromkeys(one.criterion for those in asked for one in those))
    found = list(_pieces(prepared, kind, measure, criteria))
    said = [dict(zip(criteria, holding, strict=True)) for _, holding in found]
    bands = (
        tuple(all(holding[one.criterion] == one.met for one in those) for holding in said) if those else None
        for those in asked
    )
    return Banded(kind, measure, rules, tuple(piece for piece, _ in found), tuple(bands))


def _pieces(
    prepared: Prepared, kind: str, measure: Measure, criteria: Sequence[Criterion]
) -> Iterator[tuple[Range | str, tuple[bool, ...]]]:
    """Where a measure can come out, with the criteria that are met there."""
    nobody = prepared.blanks[kind]
    if isinstance(measure, Lowest | Highest) or (
        isinstance(measure, Value) and prepared.dictionary.facts[measure.fact].type in (FactType.GRADE, FactType.LEVEL)
    ):
        there = rungs_of(prepared, measure)(nobody)
        judged = [judge_rungs(prepared, measure, one.target, kind) for one in criteria]
        for number, level in enumerate(reversed(scale_of(prepared, measure).levels)):
            if there & 1 << number:
                yield level.id, tuple(bits[number] == MET for bits in judged)
        return
    ranges = [range_of(one.target, numbers(prepared.dictionary.kinds, kind)) for one in criteria]
    can, _ = lands_at(prepared, kind, measure)(nobody)
    for piece in pieces(ranges):
        if can(piece):
            yield _named(prepared, measure, piece), tuple(holds(piece, one) for one in ranges)


def _named(prepared: Prepared, measure: Measure, piece: Range) -> Range:
    """A piece as it is named: of whole numbers, from the first to the last."""
    match measure:
        case Ratio() | Share() | Score():
            return piece
        case Value(fact) if prepared.dictionary.facts[fact].type is FactType.NUMBER:
            return piece
        case _:
            low, high = whole_numbers(piece)
            return Range(None if low is None else Fraction(low), None if high is None else Fraction(high))


def stretches(found: Banded, where: Sequence[bool]) -> Iterator[tuple[int, str]]:
    """The stretches of pieces for which something is so: the first piece of each, and its name."""
    begins = [at for at, here in enumerate(where) if here and not (at and where[at - 1])]
    for at in begins:
        after = next((n for n in range(at, len(where)) if not where[n]), len(where))
        yield at, _stretch_text(found.measure, found.pieces[at], found.pieces[after - 1])


def _stretch_text(measure: Measure, first: Range | str, last: Range | str) -> str:
    """From one piece to another, as a finding names it."""
    if isinstance(first, str) or isinstance(last, str):
        return f"{first}" if first == last else f"{first} – {last}"

    def say(end: Fraction) -> str:
        return write_share(end) if isinstance(measure, Ratio | Share) else str(end)

    if first.low is not None and first.low == last.high:
        return f"= {say(first.low)}"
    ends = [] if first.low is None else [f"{'>' if first.low_open else '≥'} {say(first.low)}"]
    ends += [] if last.high is None else [f"{'<' if last.high_open else '≤'} {say(last.high)}"]
    return ", ".join(ends)


def number_of(prepared: Prepared, rule: Rule) -> int:
    """Where a rule stands in the file."""
    return prepared.rules.rules.index(rule)


def told_once(
    prepared: Prepared, between: Callable[[Banded], Iterator[tuple[int, int, str]]]
) -> Iterator[tuple[int, str, str]]:
    """What lies between two rules, of all bands: the number of the one rule, the level of the other, and the stretch.

    `between` says it of some bands, by the places of the rules there. Of a rule each stretch is told once.
    """
    told: dict[tuple[int, str], str] = {}
    for found in banded(prepared):
        for rule, other, stretch in between(found):
            told.setdefault((number_of(prepared, found.rules[rule]), stretch), found.rules[other].level)
    yield from ((number, level, stretch) for (number, stretch), level in told.items())
