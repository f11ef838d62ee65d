"""Levels against the independent oracle: random tables with blanks and absent rows, under two shipped regulations."""

from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle_levels import judge
from tests.oracle_levels_draw import draw, is_half_stated
from tests.oracle_levels_worlds import LEVELS, Levels, Row
from tests.ruled import evidence
from xeploai.model.outcome import Rating
from xeploai.model.period import read_period
from xeploai.rating.chain import Chain, chained
from xeploai.rating.session import judge_all
from xeploai.toml.load import load

RULES = Path(__file__).parents[2] / "rules"
YEARS = {"qd-124-2023": 2024, "hd-21-2019": 2022}
SEEDS = st.integers(0, 2**32 - 1)
HIDE = (0.0, 0.05, 0.1, 0.3, 0.6)
PLACE = {"id", "kind", "parent"}
regulations = pytest.mark.parametrize("regulation", YEARS)


@cache
def chain(regulation: str) -> Chain:
    return chained(load(RULES / f"{regulation}.toml"), read_period(str(YEARS[regulation])))


class Ends(NamedTuple):
    """The best and the worst level, by rank, and whether none may be given; no ranks where none can be."""

    highest: int | None
    lowest: int | None
    may_be_unrated: bool


def rated(rating: Rating | None) -> Ends:
    if rating is None or rating.highest is None or rating.lowest is None:
        return Ends(None, None, True)
    return Ends(LEVELS.index(rating.highest), LEVELS.index(rating.lowest), rating.may_be_unrated)


def ends(levels: Levels) -> Ends:
    ranks = [LEVELS.index(level) for level in levels if level]
    return Ends(max(ranks), min(ranks), None in levels) if ranks else Ends(None, None, True)


def within(narrow: Ends, wide: Ends) -> bool:
    """Whether all that the one allows the other allows too."""
    if narrow.highest is None or narrow.lowest is None:
        return wide.may_be_unrated
    if wide.highest is None or wide.lowest is None:
        return False
    levels = wide.lowest <= narrow.lowest <= narrow.highest <= wide.highest
    return levels and wide.may_be_unrated >= narrow.may_be_unrated


def drawn(seed: int, hide: float, regulation: str) -> list[Row]:
    return draw(Random(f"{seed} {hide}"), regulation, YEARS[regulation], hide)


def ours(rows: list[Row], regulation: str) -> list[Ends]:
    return [rated(outcome.rating) for outcome in judge_all(chain(regulation), tuple(map(evidence, rows)))]


def theirs(rows: list[Row], regulation: str) -> list[Ends]:
    return [ends(levels) for levels in judge(rows, regulation, YEARS[regulation]).values()]


@regulations
@given(SEEDS)
def test_the_bounds_are_those_of_the_oracle(regulation: str, seed: int) -> None:
    """Where one of two answers settles the other, the library takes both as they come: wider, and never narrower."""
    for hide in HIDE:
        rows = drawn(seed, hide, regulation)
        for row, found, possible in zip(rows, ours(rows, regulation), theirs(rows, regulation), strict=True):
            assert within(possible, found) if is_half_stated(row) else possible == found, row


@regulations
def test_the_tables_drawn_come_out_at_every_level_and_open(regulation: str) -> None:
    """What the law above is worth."""
    rows = [drawn(seed, hide, regulation) for seed in range(60) for hide in (0.0, 0.3)]
    seen = {found for one in rows for found in theirs(one, regulation)}
    certain = {LEVELS[one.highest] for one in seen if one.highest is not None and one.highest == one.lowest}
    # Guidance 21 makes no level between its ends certain: what earns *good* was not seen.
    assert certain >= ({LEVELS[0], LEVELS[3]} if regulation == "hd-21-2019" else set(LEVELS))
    assert seen >= {Ends(3, 0, False), Ends(3, 0, True), Ends(None, None, True)}


@regulations
@given(SEEDS, SEEDS)
def test_what_a_row_answers_only_narrows_the_levels_of_the_table(regulation: str, seed: int, other: int) -> None:
    """But for how many there are (rows by themselves are all), and a decision, which may differ from the proposal."""
    rows, random = drawn(seed, 0.0, regulation), Random(other)
    row = random.choice(rows)
    told = [name for name in row if name not in {*PLACE, "muc_xep_loai"} and not name.startswith("so_")]
    silent = [name for name in told if random.random() < 0.2]
    less = [{name: row[name] for name in row if name not in silent} if one is row else one for one in rows]
    for more, wider in zip(ours(rows, regulation), ours(less, regulation), strict=True):
        assert within(more, wider), silent
