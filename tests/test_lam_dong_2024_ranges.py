"""Từ 30 – 35 %, at every size of unit: what is met, what is noted, and what no small unit could do."""

from collections.abc import Callable, Mapping
from functools import cache

import pytest

from tests.ruled import lam_dong
from xeploai import Evidence, Finding, Outcome, findings, prepare

IMPOSSIBLE = {1, 2, 4, 5, 7, 8, 11, 14, 17}
"""Sizes at which no whole number lies within 30–35 %: under the reading `not_met` such a unit cannot comply."""


@cache
def judged(criterion: str, size: int, done: int) -> Finding:
    facts: Mapping[str, Mapping[str, int]] = {
        "kiem-tra-dang-vien": {"dang_vien": size, "dang_vien_duoc_kiem_tra": done},
        "kiem-tra-chi-bo": {"so_chi_bo_truc_thuoc": size, "so_chi_bo_duoc_kiem_tra_giam_sat": done},
    }
    kind = {"kiem-tra-dang-vien": "chi-bo-truc-thuoc", "kiem-tra-chi-bo": "dang-bo-co-so"}[criterion]
    outcome = judge()(Evidence("u", kind, facts[criterion]))
    return next(one for one in findings(outcome) if one.criterion.id == criterion)


@cache
def judge() -> Callable[[Evidence], Outcome]:
    return prepare(lam_dong())


def under(finding: Finding, reading: str) -> str:
    return next(str(one.verdict) for one in finding.readings if one.reading == reading)


CRITERIA = ("kiem-tra-dang-vien", "kiem-tra-chi-bo")


@pytest.mark.parametrize("criterion", CRITERIA)
@pytest.mark.parametrize("size", range(1, 21))
def test_around_the_smallest_count_that_is_enough(criterion: str, size: int) -> None:
    enough = -(-3 * size // 10)
    most = 7 * size // 20
    for done in {enough - 1, enough, enough + 1, most, most + 1, size} & set(range(size + 1)):
        finding = judged(criterion, size, done)
        assert finding.verdict == ("met" if done >= enough else "not_met")
        assert under(finding, "met") == finding.verdict
        assert under(finding, "not_met") == ("met" if enough <= done <= most else "not_met")
        assert finding.short == (enough - done if done < enough else None)
        # Noted: above 35 %, unless a smaller count could not have reached 30 %.
        assert finding.noted is (done > max(enough, most))


@pytest.mark.parametrize("criterion", CRITERIA)
@pytest.mark.parametrize("size", range(1, 21))
def test_sizes_that_no_hard_range_fits(criterion: str, size: int) -> None:
    complies = [done for done in range(size + 1) if under(judged(criterion, size, done), "not_met") == "met"]
    assert (not complies) == (size in IMPOSSIBLE)


def test_no_larger_size_is_impossible() -> None:
    """From 20 on, 5 % is at least one person."""
    assert all(-(-3 * size // 10) <= 7 * size // 20 for size in range(18, 400))


def test_the_rule_file_names_these_sizes() -> None:
    above = next(one for one in lam_dong().assumptions if one.id == "vuot-khung-kiem-tra")
    assert above.why
    for text in (above.why.vi, above.why.en):
        assert text
        numbers = {int(word) for word in text.replace(",", " ").replace("%", " ").split() if word.isdigit()}
        assert numbers == IMPOSSIBLE | {35}
