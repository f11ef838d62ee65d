"""The oracle of levels: Regulation 124 with Guidance 25, under the readings that its file chooses."""

from collections.abc import Iterable
from itertools import product

from tests.oracle_levels_worlds import (
    COIN,
    HT,
    HTT,
    HTXS,
    KHT,
    OF_BODY,
    OF_PARTY,
    OF_PERSON,
    PARTY,
    PEOPLE,
    POLITICAL_TASKS,
    RESULTS,
    Below,
    Row,
    Said,
    answers,
    any_of,
    best,
    both,
    figure,
    grade_from,
    half_done,
    is_exempt,
    lowest_grades,
    outcome,
    pairs,
    tallies,
    tasks,
)


def judge_124(row: Row, below: Below, year: int) -> set[str | None]:
    if row["kind"] in PEOPLE:
        return _person_124(row, year)
    if row["kind"] == "tap-the-ldql":
        return _collective_124(row)
    return _organisation_124(row, below)


def _organisation_124(row: Row, below: Below) -> set[str | None]:
    of_party = row["kind"] in PARTY
    grades = lowest_grades(row, *((OF_PARTY, POLITICAL_TASKS) if of_party else (OF_BODY, (RESULTS,))))
    units = pairs(row, "truc_thuoc_bi_ky_luat", "truc_thuoc_chua_khac_phuc")
    leaders = pairs(row, "thanh_vien_ldql_bi_ky_luat", "thanh_vien_ldql_chua_khac_phuc")
    barred = any_of(
        half_done(row, "nhiem_vu", "chu_yeu_khong_dat"),
        answers(row, "tap_the_ldql_bi_ky_luat"),
        _many_disciplined(row, below),
        answers(row, "mat_doan_ket"),
        answers(row, "thanh_vien_suy_thoai"),
        _disciplined_itself(row) if of_party else {False},
        answers(row, "vi_pham_ky_luat_nam_sau"),
    )
    return outcome(_lattice_124(row, grades, units, leaders, units_bar=True, leaders_bar=False), barred, {False})


def _disciplined_itself(row: Row) -> set[bool]:
    """Whether the case of a collective disciplined takes the organisation itself was not seen."""
    return {itself and coin for _, itself in pairs(row, "bi_ky_luat", "bi_ky_luat_chua_khac_phuc") for coin in COIN}


def _collective_124(row: Row) -> set[str | None]:
    grades = lowest_grades(row, OF_BODY, (RESULTS,))
    units = pairs(row, "don_vi_bi_ky_luat", "don_vi_chua_khac_phuc")
    members = pairs(row, "thanh_vien_bi_ky_luat", "thanh_vien_chua_khac_phuc")
    barred = any_of(
        half_done(row, "nhiem_vu", "chu_yeu_khong_dat"),
        answers(row, "bi_ky_luat_chua_khac_phuc"),
        answers(row, "mat_doan_ket"),
        answers(row, "thanh_vien_suy_thoai"),
        answers(row, "vi_pham_ky_luat_nam_sau"),
    )
    return outcome(_lattice_124(row, grades, units, members, units_bar=False, leaders_bar=True), barred, {False})


def _lattice_124(
    row: Row,
    grades: set[tuple[int | None, int | None]],
    units: set[tuple[bool, bool]],
    leaders: set[tuple[bool, bool]],
    *,
    units_bar: bool,
    leaders_bar: bool,
) -> Iterable[str]:
    """The levels of a body, by its grades and by who in it and below it was disciplined, or not remedied.

    `…_bar`: what was not remedied is itself a case of non-completion.
    """
    others = product(answers(row, "thanh_tich_noi_bat"), answers(row, "san_pham_cu_the"))
    for (lowest, core), unit, leader, (model, product_shown) in product(grades, units, leaders, list(others)):
        clean, remedied = not (unit[0] or leader[0]), not (unit[1] or leader[1])
        if lowest == 0 or (units_bar and unit[1]) or (leaders_bar and leader[1]):
            yield KHT
        else:
            excellent = both(model, grade_from(lowest, "tot"), grade_from(core, "xuat-sac"), product_shown, clean)
            good = both(grade_from(lowest, "trung-binh"), grade_from(core, "tot"), product_shown, remedied)
            yield best((HTXS, excellent), (HTT, good), (HT, both(grade_from(lowest, "trung-binh"), remedied)))


def _many_disciplined(row: Row, below: Below) -> set[bool]:
    """More than a fifth of the units directly below disciplined."""
    if row["kind"] == "dang-bo-co-so":
        counted: dict[str, str | None] = {"chi-bo-truc-thuoc": "so_chi_bo_truc_thuoc"}
    elif row["kind"] == "khoi":
        counted = {"dang-bo-co-so": "so_dang_bo_co_so", "chi-bo-co-so": "so_chi_bo_co_so"}
    else:
        return {False}
    each = [{(answer, answer) for answer in answers(unit, "bi_ky_luat")} for unit in below.of(row, counted)]
    all_of_them = tallies(each, below.without_row(row, counted), {(False, False), (True, True)})
    stated = figure(row, "so_chi_bo_bi_ky_luat")
    # A committee has a cell, and in its group the number that it states itself is the number.
    return {
        5 * some > there
        for there, some, _ in all_of_them
        if (there or row["kind"] == "khoi") and stated in (None, some)
    }


def _person_124(row: Row, year: int) -> set[str | None]:
    leads = row["kind"] == "can-bo"
    # Of no tasks there is no share; what is asked then was not seen.
    own = {
        (one.on_time, one.half_exceeded, one.completed is not None or coin)
        for one, coin in product(tasks(row, "nhiem_vu", ""), COIN)
    }
    field: set[tuple[Said, Said, bool]] = {(None, None, False)}
    if leads:
        led = tasks(row, "phu_trach", "phu_trach_chu_yeu_khong_dat")
        field = {
            (one.completed, one.completed is not None or coin, bool(one.under_half) and one.key_missed and not forced)
            for one, forced, coin in product(led, answers(row, "bat_kha_khang"), COIN)
        }
    models = answers(row, "thuc_su_tieu_bieu") if leads else (None,)
    # Not seen: the end of the sentence on leaders, and the shares of tasks of the two levels below.
    unseen = product(COIN if leads else (None,), COIN, COIN)
    earned = []
    grades = lowest_grades(row, OF_PERSON, (RESULTS,))
    for (lowest, core), mine, theirs, model, coins in product(grades, own, field, models, list(unseen)):
        *of_field, half_done_there = theirs
        excellent = both(grade_from(lowest, "tot"), grade_from(core, "xuat-sac"), *mine, model, *of_field, coins[0])
        good = both(grade_from(lowest, "trung-binh"), grade_from(core, "tot"), coins[1])
        done = both(grade_from(lowest, "trung-binh"), coins[2])
        level = best((HTXS, excellent), (HTT, good), (HT, done))
        earned.append(KHT if lowest == 0 or half_done_there else level)
    barred = any_of(
        answers(row, "suy_thoai"),
        answers(row, "vi_pham_dieu_khong_duoc_lam"),
        answers(row, "vi_pham_neu_guong"),
        answers(row, "bi_ky_luat_chua_khac_phuc"),
        answers(row, "vi_pham_ky_luat_nam_sau"),
    )
    return outcome(earned, barred, is_exempt(row, year))
