"""Make the example bloc: two tables of one made-up bloc, the same bytes on every run.

    python examples/make_bloc.py            writes khoi-chi-tiet.csv and khoi-tong-hop.csv beside this script
    python examples/make_bloc.py --check    exit 1 unless those files are what this script makes

A complete and consistent bloc is made first. What an office would not have received by the end of the year is
taken out afterwards, so that no gap can make two figures contradict each other.
"""

import argparse
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from random import Random

NOTICE = "# Số liệu giả định, không phải của cơ quan, tổ chức nào có thật (made-up data)"

# The shape of a real bloc.
COMMITTEES, SINGLE_CELLS, CELLS, MEMBERS, OFFICES = 39, 27, 289, 4055, 20
PART_COMMITTEES, PART_CELLS = {"db-05": "dbbp-1", "db-16": "dbbp-2"}, 3  # the last three cells of these two
SCHOOLS = ("db-31", "db-32", "db-33", "db-34")  # where pupils and students are admitted
ADMITTED, STUDENTS = 97, 18

# Who registers a new model: fewest and most in one organisation; then, in the whole bloc, how many are to
# register, did, have a product rated "đạt", wait for its assessment. 108 of 120 is 90% to the unit.
MODELS = {
    "cap_uy": ((1, 1), 66, 63, 22, 4),
    "tap_the": ((1, 3), 120, 108, 39, 7),
    "ca_nhan": ((2, 8), 330, 308, 85, 13),
}

# What went less than well: by name, so that every seed has some of each.
FEW_CELLS_INSPECTED = ("db-08", "db-27")
EXEMPLARY_MODELS_SHORT = {"db-14": 1, "db-29": 1, "cbcs-08": 0}
WITHOUT_PROGRAMME = ("cbcs-23",)
ONLY_COMPLETED = ("db-17", "cbcs-19")
NEWLY_FOUNDED = ("cbcs-26", "cbcs-27")
EXCELLENT = 9  # of 58 rated good or better: at most a fifth of the 49 others

# What the bloc's office has not received. A blank holds for the unit named and for all below it.
LEVEL_AWAITED = ("db-19", "cbcs-12")
NO_ROW = ("db-37", "cbcs-21")
TWO_CELLS_WITHOUT_ROW = "db-36"
MEMBER_LEVELS = (
    *("dang_vien_htxs", "dang_vien_htt", "dang_vien_ht", "dang_vien_kht"),
    *("dang_vien_duoc_xep_loai", "dang_vien_tot_tro_len", "dang_vien_khong_xep_loai"),
)
NOT_REPORTED: dict[str, tuple[str, ...]] = {
    "db-07": ("cu_the_hoa_nghi_quyet", "so_chi_bo_da_pho_bien"),
    "db-11": ("dang_vien_duoc_kiem_tra",),
    "db-25": ("duoc_kiem_tra_giam_sat", "ket_nap", "ket_nap_hoc_sinh_sinh_vien"),
    "db-30": ("tap_the_dat", "tap_the_chua_danh_gia", "ca_nhan_dat", "ca_nhan_chua_danh_gia"),
    "cbcs-05": MEMBER_LEVELS,
    "cbcs-09": ("dang_vien_hoc_tap", "nguoi_lao_dong_hoc_tap"),
    "cbcs-14": ("guong_dien_hinh",),
    "cb-020": ("nguoi_lao_dong", "nguoi_lao_dong_hoc_tap"),
    "cb-101": ("can_bo_dang_vien_cam_ket",),
    "cb-150": ("dang_vien",),
    "cq-13": ("thuc_hien_dan_chu",),
}

# The bloc's own figures: its registers, what was filed with it when the year began, what it signs itself.
# Study, products and inspection it learns from its organisations only.
BLOC_KNOWS = (
    *("dang_vien", "dang_vien_duoc_xep_loai", "nguoi_lao_dong", "ket_nap", "ket_nap_hoc_sinh_sinh_vien"),
    *("can_bo_dang_vien", "can_bo_dang_vien_cam_ket", "cap_uy_dang_ky"),
    *("tap_the_doi_tuong", "tap_the_dang_ky", "ca_nhan_doi_tuong", "ca_nhan_dang_ky"),
)

FOUNDED_LATELY = "thành lập dưới 6 tháng"
LEVELS = {
    "xuat-sac": "HTXSNV",
    "tot": "HTTNV",
    "hoan-thanh": "HTNV",
    "khong-hoan-thanh": "KHTNV",
    "khong-xep-loai": "Không xếp loại",
}
KINDS = {
    "khoi": "Đảng bộ Khối các cơ quan tỉnh",
    "dang-bo-co-so": "Đảng bộ cơ sở",
    "chi-bo-co-so": "Chi bộ cơ sở",
    "doan-the": "Đoàn thể trực thuộc Đảng ủy Khối",
    "co-quan": "Cơ quan hành chính nhà nước, đơn vị sự nghiệp công lập",
}
COLUMNS = {
    "id": "Mã đơn vị",
    "name": "Tên đơn vị",
    "kind": "Loại hình tổ chức",
    "parent": "Trực thuộc (mã đơn vị cấp trên trực tiếp)",
}
WHO = {
    "cap_uy": "cấp ủy tổ chức cơ sở đảng",
    "tap_the": "tập thể lãnh đạo, quản lý",
    "ca_nhan": "cá nhân lãnh đạo, quản lý",
}
WHAT = {
    "doi_tuong": "thuộc diện đăng ký",
    "dang_ky": "đã đăng ký mô hình mới, cách làm sáng tạo (đếm chủ thể, không đếm mô hình)",
    "dat": 'có sản phẩm cụ thể được đánh giá cấp độ "đạt"',
    "chua_danh_gia": "chưa đánh giá",
}
MODEL_LABELS = {f"{who}_{what}": f"Số {WHO[who]} {WHAT[what]}" for who in WHO for what in WHAT}
del MODEL_LABELS["cap_uy_doi_tuong"]  # every organisation has one: their number is the whole
LABELS = {
    "so_dang_bo_co_so": "Số đảng bộ cơ sở",
    "so_chi_bo_co_so": "Số chi bộ cơ sở",
    "so_doan_the": "Số đoàn thể trực thuộc",
    "so_co_quan": "Số cơ quan, đơn vị",
    "so_chi_bo_truc_thuoc": "Số chi bộ trực thuộc",
    "dang_vien": "Tổng số đảng viên (có đến 31/12)",
    "dang_vien_hoc_tap": "Số đảng viên được quán triệt, học tập",
    "nguoi_lao_dong": "Tổng số cán bộ, công chức, viên chức, người lao động",
    "nguoi_lao_dong_hoc_tap": "Số cán bộ, công chức, viên chức, người lao động được quán triệt, học tập",
    "can_bo_dang_vien": "Số cán bộ, đảng viên thuộc diện đăng ký, cam kết",
    "can_bo_dang_vien_cam_ket": "Số cán bộ, đảng viên đã đăng ký, cam kết tu dưỡng, rèn luyện",
    "dang_vien_duoc_kiem_tra": "Số đảng viên được chi bộ kiểm tra (đếm người; không tính giám sát)",
    "so_chi_bo_du_muc_kiem_tra": "Số chi bộ kiểm tra đủ mức đảng viên",
    "so_chi_bo_duoc_kiem_tra_giam_sat": "Số chi bộ được đảng ủy cơ sở kiểm tra hoặc giám sát",
    "duoc_kiem_tra_giam_sat": "Được đảng ủy cơ sở kiểm tra hoặc giám sát trong năm (có/không)",
    "dang_vien_htxs": "Số đảng viên hoàn thành xuất sắc nhiệm vụ",
    "dang_vien_htt": "Số đảng viên hoàn thành tốt nhiệm vụ",
    "dang_vien_ht": "Số đảng viên hoàn thành nhiệm vụ",
    "dang_vien_kht": "Số đảng viên không hoàn thành nhiệm vụ",
    "dang_vien_duoc_xep_loai": "Số đảng viên được đánh giá, xếp loại",
    "dang_vien_tot_tro_len": "Số đảng viên xếp loại hoàn thành tốt nhiệm vụ trở lên",
    "dang_vien_khong_xep_loai": "Số đảng viên không xếp loại",
    "ket_nap": "Số đảng viên mới kết nạp",
    "ket_nap_hoc_sinh_sinh_vien": "Trong đó: học sinh, sinh viên",
    **MODEL_LABELS,
    "guong_dien_hinh": "Số gương điển hình (tiên tiến) đã xây dựng",
    "muc_xep_loai": "Mức xếp loại do cấp có thẩm quyền quyết định",
    "can_cu_xep_loai": "can_cu_xep_loai",
    "ly_do_khong_xep_loai": "ly_do_khong_xep_loai",
    "so_chi_bo_da_pho_bien": "Số chi bộ đã được phổ biến nghị quyết",
    "cu_the_hoa_nghi_quyet": "Đã cụ thể hóa nghị quyết (có/không)",
    "chuong_trinh_kiem_tra_giam_sat": "Có chương trình kiểm tra, giám sát năm (có/không)",
    "thuc_hien_dan_chu": "Thực hiện nghiêm túc, nền nếp dân chủ ở cơ sở (có/không)",
}
CELL_KINDS = ("chi-bo-co-so", "chi-bo-truc-thuoc")
GRASSROOTS = ("dang-bo-co-so", "chi-bo-co-so")


@dataclass(frozen=True)
class Unit:
    id: str
    name: str
    kind: str
    parent: str
    facts: dict[str, int | str] = field(default_factory=dict)  # a yes-no fact is a bool, a level its id


class Draw:
    """Chance from `Random.random` alone: of it Python promises the same sequence for a seed."""

    def __init__(self, seed: int) -> None:
        self._next = Random(seed).random

    def between(self, low: int, high: int) -> int:
        return low + int(self._next() * (high - low + 1))

    def chance(self, percent: int) -> bool:
        return self.between(1, 100) <= percent

    def parts(self, total: int, highs: Sequence[int], low: int = 0) -> list[int]:
        """`total` in as many parts as there are highs, each between `low` and its high."""
        if not low * len(highs) <= total <= sum(highs):
            raise ValueError(total, highs)
        sizes = [self.between(low, high) for high in highs]
        while gap := total - sum(sizes):
            place = self.between(0, len(sizes) - 1)
            size = sizes[place] + (1 if gap > 0 else -1)
            if low <= size <= highs[place]:
                sizes[place] = size
        return sizes


def under(units: Iterable[Unit], top: str) -> list[Unit]:
    """`top` and all below it (a parent stands before its children)."""
    inside = {top}
    found = []
    for unit in units:
        if unit.id == top or unit.parent in inside:
            inside.add(unit.id)
            found.append(unit)
    return found


def number(unit: Unit, fact: str) -> int:
    return int(unit.facts[fact])


def thirty_percent(whole: int) -> int:
    """Count the fewest that are 30% of `whole`."""
    return -(-3 * whole // 10)


def inspected_enough(cell: Unit) -> bool:
    return number(cell, "dang_vien_duoc_kiem_tra") >= thirty_percent(number(cell, "dang_vien"))


# The organisations.


def organisations(draw: Draw) -> list[Unit]:
    units = [Unit("khoi", "Khối Ví dụ (số liệu giả định)", "khoi", "")]
    cell_numbers = count(1)
    for n, cells in enumerate(draw.parts(CELLS, [11] * COMMITTEES, low=4), start=1):
        units += committee(n, cells, cell_numbers)
    for n in range(1, SINGLE_CELLS + 1):
        body = ("Trung tâm", "Hội")[n % 2]
        units.append(Unit(f"cbcs-{n:02}", f"Chi bộ {body} Ví dụ {n:02}", "chi-bo-co-so", "khoi"))
    units += [Unit(f"dt-{n}", f"Đoàn thể Ví dụ {n}", "doan-the", "khoi") for n in (1, 2)]
    for n in range(1, OFFICES + 1):
        units.append(Unit(f"cq-{n:02}", f"Cơ quan Ví dụ {n:02}", "co-quan", f"db-{n:02}"))
    return units


def committee(n: int, cells: int, cell_numbers: Iterator[int]) -> list[Unit]:
    own = f"db-{n:02}"
    body, room = ("Trường", "Khoa") if own in SCHOOLS else (("Sở", "Ban")[n % 2], "Phòng")
    part = PART_COMMITTEES.get(own)
    units = [Unit(own, f"Đảng bộ {body} Ví dụ {n:02}", "dang-bo-co-so", "khoi")]
    units[0].facts["so_chi_bo_truc_thuoc"] = cells
    for place, cell in zip(range(cells, 0, -1), cell_numbers, strict=False):
        if part and place == PART_CELLS:
            name = f"Đảng bộ bộ phận Ví dụ {part[-1]}"
            units.append(Unit(part, name, "dang-bo-bo-phan", own, {"so_chi_bo_truc_thuoc": PART_CELLS}))
        parent = part if part and place <= PART_CELLS else own
        units.append(Unit(f"cb-{cell:03}", f"Chi bộ {room} Ví dụ {cell:03}", "chi-bo-truc-thuoc", parent))
    return units


# The complete bloc.


def complete_bloc(draw: Draw) -> list[Unit]:
    units = organisations(draw)
    fill_cells(draw, units)
    fill_models(draw, [unit for unit in units if unit.kind in GRASSROOTS])
    for unit in units:
        match unit.kind:
            case "dang-bo-co-so":
                fill_committee(draw, unit, under(units, unit.id))
            case "chi-bo-co-so":
                unit.facts["so_chi_bo_da_pho_bien"] = 1
            case "co-quan":
                unit.facts["thuc_hien_dan_chu"] = True
        if unit.kind in GRASSROOTS:
            enough = 2 if unit.kind == "dang-bo-co-so" else 1
            unit.facts["guong_dien_hinh"] = EXEMPLARY_MODELS_SHORT.get(unit.id, enough + draw.between(0, 1))
            unit.facts["cu_the_hoa_nghi_quyet"] = True
            unit.facts["chuong_trinh_kiem_tra_giam_sat"] = unit.id not in WITHOUT_PROGRAMME
    decide_levels(draw, units)
    fill_bloc(units)
    return units


def fill_cells(draw: Draw, units: Sequence[Unit]) -> None:
    cells = [unit for unit in units if unit.kind in CELL_KINDS]
    in_school = {unit.id for school in SCHOOLS for unit in under(units, school)}
    sizes = draw.parts(MEMBERS, [22] * len(cells), low=4)
    others = draw.parts(ADMITTED - STUDENTS, [1] * len(cells))
    students = draw.parts(STUDENTS, [2 if cell.id in in_school else 0 for cell in cells])
    for cell, members, other, pupils in zip(cells, sizes, others, students, strict=True):
        cell.facts.update(studies(draw, members))
        cell.facts.update(inspection(draw, members))
        cell.facts.update(member_levels(draw, members))
        cell.facts.update({"ket_nap": other + pupils, "ket_nap_hoc_sinh_sinh_vien": pupils})


def studies(draw: Draw, members: int) -> dict[str, int]:
    others = members * draw.between(20, 60) // 100  # who work there and are no members
    missed = min(others, draw.between(0, 4) // 4)
    return {
        "dang_vien": members,
        "dang_vien_hoc_tap": members,
        "nguoi_lao_dong": members + others,
        "nguoi_lao_dong_hoc_tap": members + others - missed,
        "can_bo_dang_vien": members + others // 2,
        "can_bo_dang_vien_cam_ket": members + others // 2,
    }


def inspection(draw: Draw, members: int) -> dict[str, int]:
    """Most cells inspect as many members as 30% asks, a few one too few, some more than they had to."""
    more = -1 if draw.chance(4) else draw.between(1, 2) if draw.chance(12) else 0
    return {"dang_vien_duoc_kiem_tra": min(members, thirty_percent(members) + more)}


def member_levels(draw: Draw, members: int) -> dict[str, int]:
    not_assessed, failed = int(draw.chance(30)), int(draw.chance(2))
    completed = int(draw.chance(42)) + int(draw.chance(6))
    good = members - not_assessed - failed - completed
    excellent = draw.between(good // 8, good // 6)  # at most a fifth of those rated "tốt"
    levels = (excellent, good - excellent, completed, failed, members - not_assessed, good, not_assessed)
    return dict(zip(MEMBER_LEVELS, levels, strict=True))


def fill_models(draw: Draw, grassroots: Sequence[Unit]) -> None:
    for prefix, ((low, high), concerned, registered, good, pending) in MODELS.items():
        whole = draw.parts(concerned, [high] * len(grassroots), low)
        silent = draw.parts(concerned - registered, [1] * len(grassroots))
        active = [of - less for of, less in zip(whole, silent, strict=True)]
        rated = draw.parts(good, [min(2, most) for most in active])
        open_ = draw.parts(pending, [min(1, of - less) for of, less in zip(active, rated, strict=True)])
        for unit, *counts in zip(grassroots, whole, active, rated, open_, strict=True):
            if not counts[-1]:
                counts.pop()  # people leave it blank where nothing is pending
            for fact, value in zip(WHAT, counts, strict=False):
                if f"{prefix}_{fact}" in MODEL_LABELS:
                    unit.facts[f"{prefix}_{fact}"] = value


def fill_committee(draw: Draw, unit: Unit, below: Sequence[Unit]) -> None:
    cells = [cell for cell in below if cell.kind == "chi-bo-truc-thuoc"]
    more = -1 if unit.id in FEW_CELLS_INSPECTED else int(draw.chance(20))
    reached = draw.parts(thirty_percent(len(cells)) + more, [1] * len(cells))
    for cell, yes in zip(cells, reached, strict=True):
        cell.facts["duoc_kiem_tra_giam_sat"] = bool(yes)
    unit.facts["so_chi_bo_da_pho_bien"] = len(cells)


def decide_levels(draw: Draw, units: Sequence[Unit]) -> None:
    open_ = {"khoi", *LEVEL_AWAITED, *NO_ROW}
    grassroots = [unit for unit in units if unit.kind in GRASSROOTS and unit.id not in open_]
    rated = [unit for unit in grassroots if unit.id not in (*ONLY_COMPLETED, *NEWLY_FOUNDED)]
    best = draw.parts(EXCELLENT, [1] * len(rated))
    levels = {unit.id: "xuat-sac" if yes else "tot" for unit, yes in zip(rated, best, strict=True)}
    levels |= dict.fromkeys(ONLY_COMPLETED, "hoan-thanh") | {"dt-1": "tot", "dt-2": "xuat-sac"}
    for place, unit in enumerate((unit for unit in units if unit.id in levels), start=1):
        unit.facts.update(muc_xep_loai=levels[unit.id], can_cu_xep_loai=f"QĐ ví dụ {place:02}, 20/12/2024")
    for unit in grassroots:
        if unit.id in NEWLY_FOUNDED:
            unit.facts.update(muc_xep_loai="khong-xep-loai", ly_do_khong_xep_loai=FOUNDED_LATELY)
    for unit in units:  # a cell's level is its own committee's to decide
        if unit.kind == "chi-bo-truc-thuoc":
            level = "xuat-sac" if draw.chance(14) else "hoan-thanh" if draw.chance(4) else "tot"
            unit.facts["muc_xep_loai"] = level


def fill_bloc(units: Sequence[Unit]) -> None:
    bloc, *others = units
    bloc.facts.update(so_dang_bo_co_so=COMMITTEES, so_chi_bo_co_so=SINGLE_CELLS)
    bloc.facts.update(so_doan_the=2, so_co_quan=OFFICES)
    for fact in BLOC_KNOWS:
        bloc.facts[fact] = sum(number(unit, fact) for unit in others if fact in unit.facts)


# What the office has of it.


def received(units: Sequence[Unit]) -> list[Unit]:
    blank = {(u.id, fact) for top, facts in NOT_REPORTED.items() for u in under(units, top) for fact in facts}
    waiting, *cells = under(units, TWO_CELLS_WITHOUT_ROW)
    gone = {unit.id for top in NO_ROW for unit in under(units, top)} | {cell.id for cell in cells[-2:]}
    # Its members are in the register, cells without a row or not.
    waiting.facts["dang_vien"] = sum(number(cell, "dang_vien") for cell in cells)
    return [
        replace(unit, facts={fact: of for fact, of in unit.facts.items() if (unit.id, fact) not in blank})
        for unit in units
        if unit.id not in gone
    ]


def summary(units: Sequence[Unit]) -> list[Unit]:
    """Give each grassroots organisation its totals in place of the rows below it."""
    return [replace(unit, facts=totals(unit, units) | unit.facts) for unit in units if unit.kind in KINDS]


def totals(unit: Unit, units: Sequence[Unit]) -> dict[str, int | str]:
    """Of each fact that all its cells have: a total of some of them would be taken for the whole."""
    if unit.kind != "dang-bo-co-so":
        return {}
    cells = [cell for cell in under(units, unit.id) if cell.kind == "chi-bo-truc-thuoc"]
    if len(cells) < number(unit, "so_chi_bo_truc_thuoc"):
        return {}
    common = set.intersection(*(set(cell.facts) for cell in cells)) - {"muc_xep_loai"}
    sums: dict[str, int | str] = {fact: sum(number(cell, fact) for cell in cells) for fact in common}
    inspected = sums.pop("dang_vien_duoc_kiem_tra", None)  # judged cell by cell: count cells
    if inspected is not None and "dang_vien" in sums:
        sums["so_chi_bo_du_muc_kiem_tra"] = sum(inspected_enough(cell) for cell in cells)
    if "duoc_kiem_tra_giam_sat" in sums:
        sums["so_chi_bo_duoc_kiem_tra_giam_sat"] = sums.pop("duoc_kiem_tra_giam_sat")
    return sums


# The files.


def text_of(value: int | str | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case _:
            return str(value)


def table(units: Sequence[Unit], *, labelled: bool) -> bytes:
    facts = [fact for fact in LABELS if any(fact in unit.facts for unit in units)]
    lines = io.StringIO()
    lines.write(NOTICE + "\n")
    writer = csv.writer(lines, lineterminator="\n")
    headers = COLUMNS | {fact: LABELS[fact] for fact in facts}
    writer.writerow(headers.values() if labelled else headers)
    for unit in units:
        values = unit.facts
        if labelled and "muc_xep_loai" in values:
            values = values | {"muc_xep_loai": LEVELS[str(values["muc_xep_loai"])]}
        kind = KINDS[unit.kind] if labelled else unit.kind
        cells = [text_of(values.get(fact)) for fact in facts]
        writer.writerow([unit.id, unit.name, kind, unit.parent, *cells])
    return lines.getvalue().encode("utf-8")


def files(seed: int) -> dict[str, bytes]:
    units = received(complete_bloc(Draw(seed)))
    return {
        "khoi-chi-tiet.csv": table(units, labelled=False),
        "khoi-tong-hop.csv": table(summary(units), labelled=True),
    }


def main() -> None:
    beside = Path(__file__).parent
    parser = argparse.ArgumentParser(description="Make the two tables of the made-up example bloc.")
    parser.add_argument("--seed", type=int, default=2024, metavar="N", help="another bloc of the same shape")
    parser.add_argument("--out", type=Path, default=beside, metavar="DIR", help="default: beside this script")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if they are different")
    asked = parser.parse_args()
    made = {asked.out / name: content for name, content in files(asked.seed).items()}
    if asked.check:
        different = [path.name for path in made if not path.is_file() or path.read_bytes() != made[path]]
        if different:
            parser.exit(1, f"not as made here: {', '.join(different)} (make them without --check)\n")
        return
    asked.out.mkdir(parents=True, exist_ok=True)
    for path, content in made.items():
        path.write_bytes(content)


if __name__ == "__main__":
    main()
