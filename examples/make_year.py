"""Make the example year: a smaller made-up bloc, down to persons, and its incidents; the same bytes on every run.

    python examples/make_year.py            writes nam-2024.csv and nam-2024-vu-viec.csv beside this script
    python examples/make_year.py --check    exit 1 unless those files are what this script makes

Who ends at which level is written here by name, so that every seed has all that a year may have: levels that are
proposed and levels that are decided, one decided otherwise than proposed, more excellent ones than are allowed, persons
who are not rated, and cells of the table that are still blank.
"""

import argparse
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from make_bloc import FOUNDED_LATELY, NOTICE, Draw, Unit, inspection, number, studies, text_of, thirty_percent

XS, TOT, HT, KHT, NOT_RATED = "xuat-sac", "tot", "hoan-thanh", "khong-hoan-thanh", "khong-xep-loai"
OFFICES, OTHERS = "Sở, ban", "Đơn vị sự nghiệp, hội"  # groups of similar role

# What each grassroots organisation comes to by the grades below, and what was decided (None: not yet).
PROPOSED_AND_DECIDED: dict[str, tuple[str, str | None]] = {
    "db-01": (XS, XS),
    "db-02": (XS, TOT),  # decided otherwise than proposed
    "db-03": (TOT, None),  # a cell was disciplined, self-detected and remedied: not excellent, and still good
    "db-04": (TOT, TOT),
    "db-05": (HT, HT),
    "db-06": (XS, None),  # one answer is blank: good or excellent
    "db-07": (TOT, TOT),
    "cbcs-01": (XS, None),  # one among four: none may be
    "cbcs-02": (TOT, TOT),
    "cbcs-03": (TOT, None),
    "cbcs-04": (TOT, TOT),
    "cbcs-05": (TOT, NOT_RATED),  # founded too lately, says the authority
}
CELLS = {"db-01": 3, "db-02": 3, "db-03": 6, "db-04": 4, "db-05": 3, "db-06": 3, "db-07": 3}
EXCELLENT_CELL = "cb-07"  # one to five good ones: just as many as may be
WITH_AGENCY = ("db-01", "db-02", "db-03")
WITH_PERSONS = ("db-01", "cbcs-01")  # a row for each person; elsewhere the number at each level
TOTALS_AND_A_CELL_WITHOUT_ROW = "db-04"
BLANK = {"khoi": ("muc_khac_phuc",), "db-06": ("thanh_tich_noi_bat",), "cbcs-03": ("dang_vien_hoc_tap",)}

# Of the persons of `db-01` and `cbcs-01`, by the order of their rows; all others are rated good.
EXCELLENT_PERSONS = (1, 2, 15)  # all of `db-01`, among eleven to thirteen good ones: one too many
COMPLETED_PERSONS, FAILED_PERSON, UNDECIDED_PERSONS = (5, 20), 12, (7, 18)
EXEMPT_PERSON, SUSPENDED_PERSON = 4, 11
ADMITTED_LATELY = {6: "30/06/2024", 13: "01/07/2024"}  # six full months by 31 December, and five

LED = ("cb-02", "cb-03")  # the cells with a leading official
LEVEL_COUNTS = ("dang_vien_htxs", "dang_vien_htt", "dang_vien_ht", "dang_vien_kht", "dang_vien_khong_xep_loai")
TOTALS = (
    *("dang_vien", "dang_vien_hoc_tap", "nguoi_lao_dong", "nguoi_lao_dong_hoc_tap"),
    *("can_bo_dang_vien", "can_bo_dang_vien_cam_ket", "ket_nap", "ket_nap_hoc_sinh_sinh_vien", *LEVEL_COUNTS),
)
MEMBER_GRADES = (
    *("muc_tu_tuong_chinh_tri", "muc_dao_duc_loi_song", "muc_tac_phong", "muc_y_thuc_ky_luat"),
    *("muc_ket_qua_nhiem_vu", "muc_khac_phuc"),
)
COLLECTIVE_GRADES = ("muc_xay_dung_to_chuc", "muc_ket_qua_nhiem_vu", "muc_khac_phuc")
PARTY_GRADES = (
    *("muc_chinh_tri_tu_tuong", "muc_to_chuc_can_bo", "muc_lanh_dao_doan_the", "muc_kiem_tra_giam_sat"),
    *("muc_thuc_hien_chuong_trinh", "muc_kinh_te_xa_hoi", "muc_khac_phuc"),
)
TASK_GRADES = ("muc_thuc_hien_chuong_trinh", "muc_kinh_te_xa_hoi", "muc_ket_qua_nhiem_vu")
CLEAN = {
    **dict.fromkeys(("bat_kha_khang", "mat_doan_ket", "thanh_vien_suy_thoai", "tap_the_ldql_bi_ky_luat"), False),
    **dict.fromkeys(("thanh_vien_ldql_bi_ky_luat", "thanh_vien_ldql_chua_khac_phuc"), False),
}
CLEAN_PERSON = dict.fromkeys(
    ("suy_thoai", "vi_pham_dieu_khong_duoc_lam", "vi_pham_neu_guong", "mien_sinh_hoat", "dinh_chi_sinh_hoat"), False
)

INCIDENTS = (
    "id,subject,conduct,date,kind,measure,self_detected,remedied,decision,conduct_date",
    # The exception of Điều 12: the cell found it out by itself, and what came of it was remedied. It is one of six.
    "vv-01,cb-09,hanh-vi-01,14/06/2024,kỷ luật đảng,khiển trách,có,có,QĐ ví dụ 101,12/03/2024",
    # Two measures for one conduct are one conduct.
    "vv-02,dv-12,hanh-vi-02,20/08/2024,kỷ luật đảng,cảnh cáo,không,không,QĐ ví dụ 102,05/05/2024",
    "vv-03,dv-12,hanh-vi-02,30/08/2024,kỷ luật hành chính,cảnh cáo,không,không,QĐ ví dụ 103,05/05/2024",
)


def grades(draw: Draw, names: Sequence[str], level: str) -> dict[str, int | str]:
    """Grades that come to a level: those of the tasks decide, the others are as good or one lower."""
    task = {XS: "xuat-sac", TOT: "tot", HT: "trung-binh", KHT: "kem"}[level]
    rest = {XS: ("xuat-sac", "tot"), TOT: ("tot", "tot", "trung-binh")}.get(level, ("trung-binh",))
    return {name: task if name in TASK_GRADES else rest[draw.between(0, len(rest) - 1)] for name in names}


def collective(draw: Draw, names: Sequence[str], level: str) -> dict[str, int | str]:
    tasks = draw.between(12, 20)
    return {
        **grades(draw, names, level),
        **CLEAN,
        "nhiem_vu": tasks,
        "nhiem_vu_hoan_thanh": tasks - (0 if level == XS else draw.between(0, 2)),
        "chu_yeu_khong_dat": 0,
        "thanh_tich_noi_bat": level == XS,
        "san_pham_cu_the": level in (XS, TOT),
    }


# The organisations.


def bloc(draw: Draw) -> list[Unit]:
    facts: dict[str, int | str] = {"so_dang_bo_co_so": 7, "so_chi_bo_co_so": 5, "so_doan_the": 2, "so_co_quan": 3}
    units = [Unit("khoi", "Khối Ví dụ (số liệu giả định)", "khoi", "", facts)]
    units[0].facts.update(collective(draw, PARTY_GRADES, TOT))
    numbers = count(1)
    for place, own in enumerate(PROPOSED_AND_DECIDED, start=1):
        units += grassroots(draw, own, place, numbers)
    for n, level in ((1, TOT), (2, None)):
        one = Unit(f"dt-{n}", f"Đoàn thể Ví dụ {n}", "doan-the", "khoi", collective(draw, COLLECTIVE_GRADES, TOT))
        units.append(decided(one, level, 20 + n))
    for n, above in enumerate(WITH_AGENCY, start=1):
        agency = Unit(f"cq-{n}", f"Cơ quan Ví dụ {n}", "co-quan", above, {"thuc_hien_dan_chu": True})
        units.append(decided(agency, TOT, 30 + n))
    return units


def grassroots(draw: Draw, own: str, place: int, numbers: Iterator[int]) -> Iterator[Unit]:
    level, known = PROPOSED_AND_DECIDED[own]
    committee = own in CELLS
    name = f"Đảng bộ Sở Ví dụ {own[-2:]}" if committee else f"Chi bộ Hội Ví dụ {own[-2:]}"
    kind, group = ("dang-bo-co-so", OFFICES) if committee else ("chi-bo-co-so", OTHERS)
    top = Unit(own, name, kind, "khoi", {"nhom_tuong_dong": group, **collective(draw, PARTY_GRADES, level)})
    top.facts.update(models(draw, committee=committee))
    if own not in WITH_AGENCY:  # where nothing stands below in the table, it is not known to be free of incidents
        top.facts.update(truc_thuoc_bi_ky_luat=False, truc_thuoc_chua_khac_phuc=False)
    cells = [] if committee else [top]
    for n in range(1, CELLS.get(own, 0) + 1):
        cell = f"cb-{next(numbers):02}"
        unit = Unit(cell, f"Chi bộ Phòng Ví dụ {cell[-2:]}", "chi-bo-truc-thuoc", own)
        cells.append(decided(unit, XS if cell == EXCELLENT_CELL else TOT, 100 * place + n))
    for cell in cells:
        fill_cell(draw, cell, persons=own in WITH_PERSONS)
    if own in WITH_PERSONS:
        top.facts.update(so_can_bo=sum(cell.id in LED for cell in cells))
    if committee:
        reached = draw.parts(thirty_percent(len(cells)), [1] * len(cells))
        for cell, yes in zip(cells, reached, strict=True):
            cell.facts["duoc_kiem_tra_giam_sat"] = bool(yes)
        top.facts.update(so_chi_bo_truc_thuoc=len(cells))
    if own == TOTALS_AND_A_CELL_WITHOUT_ROW:
        top.facts.update({fact: sum(number(cell, fact) for cell in cells) for fact in TOTALS})
    top.facts.update(so_chi_bo_da_pho_bien=len(cells))
    yield decided(top, known, place)
    yield from cells if committee else ()


def decided(unit: Unit, level: str | None, place: int) -> Unit:
    if level is None:
        return unit
    known: dict[str, int | str] = {"muc_xep_loai": level, "can_cu_xep_loai": f"QĐ ví dụ {place:02}, 20/12/2024"}
    if level == NOT_RATED:
        known["ly_do_khong_xep_loai"] = FOUNDED_LATELY
    return replace(unit, facts=unit.facts | known)


def models(draw: Draw, *, committee: bool) -> dict[str, int | str]:
    persons = draw.between(2, 5)
    return {
        "cap_uy_dang_ky": 1,
        "cap_uy_dat": int(draw.chance(40)),
        "tap_the_doi_tuong": 1,
        "tap_the_dang_ky": 1,
        "tap_the_dat": int(draw.chance(40)),
        "ca_nhan_doi_tuong": persons,
        "ca_nhan_dang_ky": persons,
        "ca_nhan_dat": draw.between(1, 2),
        "guong_dien_hinh": 2 if committee else 1,
        "cu_the_hoa_nghi_quyet": True,
        "chuong_trinh_kiem_tra_giam_sat": True,
    }


def fill_cell(draw: Draw, cell: Unit, *, persons: bool) -> None:
    members = 8 if persons else draw.between(6, 12)
    admitted = int(draw.chance(40))
    cell.facts.update(studies(draw, members))
    cell.facts.update(inspection(draw, members), ket_nap=admitted, ket_nap_hoc_sinh_sinh_vien=0)
    if persons:
        return
    best, unrated = members // 8, int(draw.chance(30))
    good = members - best - unrated - int(draw.chance(25))
    levels = (best, good, members - best - good - unrated, 0, unrated)
    cell.facts.update(zip(LEVEL_COUNTS, levels, strict=True))


# The persons.


def with_persons(draw: Draw, units: Sequence[Unit]) -> Iterator[Unit]:
    numbers = count(1)
    for unit in units:
        yield unit
        if "dang_vien" in unit.facts and "dang_vien_htt" not in unit.facts:
            yield from (person(draw, unit, next(numbers), place) for place in range(number(unit, "dang_vien")))


def person(draw: Draw, cell: Unit, n: int, place: int) -> Unit:
    kind = "can-bo" if place == 0 and cell.id in LED else "dang-vien"
    level = XS if n in EXCELLENT_PERSONS else HT if n in COMPLETED_PERSONS else TOT
    tasks = draw.between(6, 12)
    facts: dict[str, int | str] = {**grades(draw, MEMBER_GRADES, level), **CLEAN_PERSON}
    facts.update(nhiem_vu=tasks, nhiem_vu_hoan_thanh=tasks, nhiem_vu_dung_han=tasks - (level == HT))
    facts.update(nhiem_vu_vuot=(tasks + 1) // 2 if level == XS else draw.between(0, tasks // 3))
    facts.update(mien_sinh_hoat=n == EXEMPT_PERSON, dinh_chi_sinh_hoat=n == SUSPENDED_PERSON)
    facts["ngay_ket_nap"] = ADMITTED_LATELY.get(n, f"03/02/{draw.between(1995, 2022)}")
    if kind == "can-bo":
        facts.update(phu_trach=10, phu_trach_hoan_thanh=10, phu_trach_chu_yeu_khong_dat=0)
        facts.update(thuc_su_tieu_bieu=level == XS, bat_kha_khang=False)
    rated = n not in (EXEMPT_PERSON, SUSPENDED_PERSON, *UNDECIDED_PERSONS) and ADMITTED_LATELY.get(n) != "01/07/2024"
    unit = Unit(f"dv-{n:02}", "", kind, cell.id, facts)
    return decided(unit, KHT if n == FAILED_PERSON else level, 200 + n) if rated else unit


# The files.


def received(units: Sequence[Unit]) -> Iterator[Unit]:
    last = [unit.id for unit in units if unit.parent == TOTALS_AND_A_CELL_WITHOUT_ROW][-1]
    for unit in units:
        blank = BLANK.get(unit.id, ())
        if unit.id != last:
            yield replace(unit, facts={fact: answer for fact, answer in unit.facts.items() if fact not in blank})


def table(units: Sequence[Unit]) -> bytes:
    facts = dict.fromkeys(fact for unit in units for fact in unit.facts)
    lines = io.StringIO()
    lines.write(NOTICE + "\n")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["id", "name", "kind", "parent", *facts])
    for unit in units:
        answers = [text_of(unit.facts.get(fact)) for fact in facts]
        writer.writerow([unit.id, unit.name, unit.kind, unit.parent, *answers])
    return lines.getvalue().encode("utf-8")


def files(seed: int) -> dict[str, bytes]:
    draw = Draw(seed)
    units = list(received(list(with_persons(draw, bloc(draw)))))
    return {
        "nam-2024.csv": table(units),
        "nam-2024-vu-viec.csv": "".join(f"{line}\n" for line in (NOTICE, *INCIDENTS)).encode("utf-8"),
    }


def main() -> None:
    beside = Path(__file__).parent
    parser = argparse.ArgumentParser(description="Make the table and the incidents of the made-up example year.")
    parser.add_argument("--seed", type=int, default=2024, metavar="N", help="other figures, the same story")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if they are different")
    asked = parser.parse_args()
    made = {beside / name: content for name, content in files(asked.seed).items()}
    if asked.check:
        different = [path.name for path in made if not path.is_file() or path.read_bytes() != made[path]]
        if different:
            parser.exit(1, f"not as made here: {', '.join(different)} (make them without --check)\n")
        return
    for path, content in made.items():
        path.write_bytes(content)


if __name__ == "__main__":
    main()
