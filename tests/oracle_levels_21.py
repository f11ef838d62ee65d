"""The oracle of levels: Guidance 21, under the readings that its file chooses."""

from collections.abc import Mapping
from itertools import product

from tests.oracle_levels_worlds import (
    CELLS,
    COIN,
    HT,
    HTT,
    HTXS,
    KHT,
    LEVELS,
    NO_LEVEL,
    OF_PERSON,
    PARTY,
    PARTY_BUILDING,
    PEOPLE,
    POLITICAL_TASKS,
    REMEDYING,
    RESULTS,
    Below,
    Row,
    Said,
    answers,
    any_of,
    below_six_months,
    best,
    both,
    figure,
    grade_from,
    half_done,
    is_exempt,
    lowest_grades,
    outcome,
    tallies,
    tasks,
)

OF_CELL: Mapping[str, str | None] = {"dang-vien": None, "can-bo": "so_can_bo"}
BELOW_21: Mapping[str, Mapping[str, str | None]] = {
    "khoi": {"dang-bo-co-so": "so_dang_bo_co_so", "chi-bo-co-so": "so_chi_bo_co_so"},
    "dang-bo-co-so": {"chi-bo-truc-thuoc": "so_chi_bo_truc_thuoc"},
    **dict.fromkeys(CELLS, OF_CELL),
}
"""Who stands directly below, and the figure that says how many of them there are."""


def judge_21(row: Row, below: Below, year: int) -> set[str | None]:
    if row["kind"] in PEOPLE:
        return _person_21(row, year)
    if row["kind"] == "tap-the-ldql":
        return _collective_21(row, year)
    return _organisation_21(row, below, year) if row["kind"] in PARTY else {None}


def _organisation_21(row: Row, below: Below, year: int) -> set[str | None]:
    grades = {
        (all_of, min(building, tasks_of, key=_rank), building) for all_of, building, tasks_of in _three_lowest(row)
    }
    others = product(
        answers(row, "tieu_bieu"),
        answers(row, "cung_cap_tot"),
        _levels_below(row, below, year),
        answers(row, "bi_ky_luat_chua_khac_phuc"),
        COIN,
    )
    earned = []
    for (lowest, core, building), (model, allies, units, disciplined, coin) in product(grades, list(others)):
        clean = not disciplined
        excellent = both(model, grade_from(core, "xuat-sac"), grade_from(lowest, "tot"), *units, allies, clean)
        done = both(grade_from(lowest, "trung-binh"), clean)
        level = best((HTXS, excellent), (HTT, both(done, coin)), (HT, done))
        earned.append(KHT if building == 0 else level)
    few = {
        bool(one.under_half) and not forced
        for one, forced in product(tasks(row, "nhiem_vu", "chu_yeu_khong_dat"), answers(row, "bat_kha_khang"))
    }
    return outcome(earned, few, below_six_months(row, "ngay_thanh_lap", year))


def _rank(lowest: int | None) -> int:
    return len(LEVELS) if lowest is None else lowest


def _three_lowest(row: Row) -> set[tuple[int | None, int | None, int | None]]:
    """The lowest of all, of Party building, and of political tasks."""
    building = lowest_grades(row, PARTY_BUILDING, PARTY_BUILDING)
    rest = lowest_grades(row, (*POLITICAL_TASKS, REMEDYING), POLITICAL_TASKS)
    return {(min(one, other, key=_rank), one, political) for (one, _), (other, political) in product(building, rest)}


def _levels_below(row: Row, below: Below, year: int) -> set[tuple[Said, Said, bool]]:
    """Whether all below are rated completion or better, and four fifths of them good or better.

    Of nobody there is neither; what is asked then was not seen.
    """
    counted = BELOW_21[str(row["kind"])]
    each = []
    for unit in below.of(row, counted):
        decided = unit.get("muc_xep_loai")
        levels = judge_21(unit, below, year) if decided is None else {None if decided == NO_LEVEL else str(decided)}
        each.append({_tested(level) for level in levels})
    blank = {_tested(level) for level in (*LEVELS, None)}
    return {
        (there == done, 5 * good >= 4 * there, True) if there else (None, None, coin)
        for there, done, good in tallies(each, below.without_row(row, counted), blank)
        for coin in COIN
    }


def _tested(level: str | None) -> tuple[bool, bool] | None:
    return None if level is None else (level != KHT, level in (HTT, HTXS))


def _collective_21(row: Row, year: int) -> set[str | None]:
    """What earns a level was not seen at all."""
    barred = any_of(
        half_done(row, "nhiem_vu", "chu_yeu_khong_dat"),
        answers(row, "bi_ky_luat"),
        answers(row, "mat_doan_ket"),
        answers(row, "thanh_vien_suy_thoai"),
        answers(row, "thanh_vien_tu_canh_cao"),
    )
    return outcome(LEVELS, barred, below_six_months(row, "ngay_thanh_lap", year))


def _person_21(row: Row, year: int) -> set[str | None]:
    decided = row.get("muc_xep_loai_can_bo")
    posts = (*LEVELS, NO_LEVEL) if decided is None else (str(decided),)
    earned = []
    for (lowest, core), post, good, done in product(lowest_grades(row, OF_PERSON, (RESULTS,)), posts, COIN, COIN):
        of_post = None if post == NO_LEVEL else post == HTXS
        excellent = both(grade_from(core, "xuat-sac"), grade_from(lowest, "tot"), of_post)
        earned.append(KHT if post == KHT else best((HTXS, excellent), (HTT, good), (HT, done)))
    sick = figure(row, "thang_nghi_om")
    long = {False, True} if sick is None else {sick >= 3}
    earned = [str(level) for level in outcome(earned, long, {False}, cap=HT)]
    barred = any_of(
        answers(row, "suy_thoai"),
        {bool(one.under_half) for one in tasks(row, "nhiem_vu", "")},
        answers(row, "bi_ky_luat"),
    )
    return outcome(earned, barred, is_exempt(row, year))
