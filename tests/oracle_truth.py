"""Small random blocs, whole and true: every subject with its figures, lower ones adding up to higher ones.

Sizes are small and figures lie near the thresholds, because that is where verdicts turn.
"""

from collections import defaultdict
from random import Random
from typing import NamedTuple

Figures = dict[str, int]

TCCSD = ("dang-bo-co-so", "chi-bo-co-so")
CELLS = ("chi-bo-co-so", "chi-bo-truc-thuoc")
MODELS = ("cap_uy", "tap_the", "ca_nhan")
LEVELS = ("xuat-sac", "tot", "hoan-thanh", "khong-hoan-thanh", "khong-xep-loai")

# Facts that no higher kind carries, or not as a total.
NOT_ADDED_UP = ("so_chi_bo", "guong_dien_hinh", "dang_vien_duoc_kiem_tra")
GRADES = ("dang_vien_htxs", "dang_vien_htt", "dang_vien_ht", "dang_vien_kht")


class Subject(NamedTuple):
    """A subject of the true bloc: its place, what it counts, and what else is true of it."""

    id: str
    kind: str
    parent: str
    counts: Figures
    other: dict[str, bool | str]


Bloc = dict[str, Subject]


def _near(random: Random, whole: int) -> int:
    """A part of a whole: often all of it, often all but one."""
    return max(0, random.choice((whole, whole, whole - 1, random.randint(0, whole))))


def draw_bloc(random: Random) -> Bloc:
    """A bloc `k` with all that stands below it, parents before children."""
    return _Drawing(random).subjects


class _Drawing:
    """Draws every subject; those that no other adds up to get counts."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.subjects: Bloc = {}
        self._bloc()
        self._admissions()

    def _add(self, name: str, kind: str, parent: str, counts: Figures, **other: bool | str) -> None:
        if kind in {"khoi", "doan-the", *TCCSD, *CELLS}:
            other["muc_xep_loai"] = self.random.choices(LEVELS, (4, 6, 1, 1, 2))[0]
        self.subjects[name] = Subject(name, kind, parent, counts, other)

    def _bloc(self) -> None:
        random = self.random
        self._add("k", "khoi", "", {})
        for number in range(random.choice((0, 1, 1, 2, 2, 3))):
            self._committee(f"db-{number}")
        for number in range(random.choice((0, 1, 2, 3, 4))):
            counts = self._cell() | self._models() | self._office(1)
            self._add(f"cb-{number}", "chi-bo-co-so", "k", counts, **self._duties())
        for number in range(random.choice((2, 2, 2, 2, 1, 3))):
            self._add(f"dt-{number}", "doan-the", "k", {})
        hosts = [subject.id for subject in self.subjects.values() if subject.kind in {"khoi", *TCCSD}]
        for number in range(random.choice((0, 0, 1, 2))):
            keeps = random.random() < 0.8
            self._add(f"cq-{number}", "co-quan", random.choice(hosts), {}, thuc_hien_dan_chu=keeps)

    def _committee(self, name: str) -> None:
        random = self.random
        parts = random.choice((0, 0, 0, 1, 1, 2))
        cells = [name] * random.randint(0 if parts else 1, 3)
        for number in range(parts):
            cells += [f"{name}-bp-{number}"] * random.randint(1, 2)
        counts = self._office(len(cells)) | ({} if parts else self._models())
        self._add(name, "dang-bo-co-so", "k", counts, **self._duties())
        for number in range(parts):
            # At most one of the parts has the committee's model, as there is only one committee.
            models = self._models(registers=number == 0)
            self._add(f"{name}-bp-{number}", "dang-bo-bo-phan", name, models)
        for number, parent in enumerate(cells):
            seen = random.random() < 0.35
            cell = self._cell()
            self._add(f"{name}-{number}", "chi-bo-truc-thuoc", parent, cell, duoc_kiem_tra_giam_sat=seen)

    def _duties(self) -> dict[str, bool | str]:
        duties = ("cu_the_hoa_nghi_quyet", "chuong_trinh_kiem_tra_giam_sat")
        return {duty: self.random.random() < 0.85 for duty in duties}

    def _office(self, cells: int) -> Figures:
        told = _near(self.random, cells)
        return {"so_chi_bo_da_pho_bien": told, "guong_dien_hinh": self.random.randint(0, 3)}

    def _cell(self) -> Figures:
        random = self.random
        members = random.randint(1, 6)
        least = -(-members * 3 // 10)
        assessed = _near(random, members)
        grades = [random.choices(GRADES, (4, 7, 1, 1))[0] for _ in range(assessed)]
        staff, owing = random.randint(0, 6), random.randint(0, 6)
        found = dict(zip(GRADES, map(grades.count, GRADES), strict=True))
        return found | {
            "dang_vien": members,
            "dang_vien_hoc_tap": _near(random, members),
            "dang_vien_duoc_kiem_tra": min(members, max(0, least + random.choice((-1, 0, 0, 0, 1)))),
            "dang_vien_duoc_xep_loai": assessed,
            "dang_vien_tot_tro_len": found["dang_vien_htxs"] + found["dang_vien_htt"],
            "dang_vien_khong_xep_loai": members - assessed,
            "nguoi_lao_dong": staff,
            "nguoi_lao_dong_hoc_tap": _near(random, staff),
            "can_bo_dang_vien": owing,
            "can_bo_dang_vien_cam_ket": _near(random, owing),
            "ket_nap": 0,
            "ket_nap_hoc_sinh_sinh_vien": 0,
        }

    def _admissions(self) -> None:
        """About as many as the bloc is asked for, each admitted by some cell; some of them pupils."""
        cells = [subject for subject in self.subjects.values() if subject.kind in CELLS]
        number = self.random.choice((0, 5, 89, 90, 95)) if cells else 0
        admitted = self.random.choices(cells, k=number)
        for cell in admitted:
            cell.counts["ket_nap"] += 1
        for cell in admitted[: self.random.choice((0, 14, 15, 20))]:
            cell.counts["ket_nap_hoc_sinh_sinh_vien"] += 1

    def _models(self, *, registers: bool = True) -> Figures:
        found: Figures = {}
        for who in MODELS:
            concerned = self.random.randint(0, 4)
            if who == "cap_uy":
                registered = self.random.choice((0, 1, 1, 1)) if registers else 0
            else:
                registered, found[f"{who}_doi_tuong"] = _near(self.random, concerned), concerned
            rated = self.random.choice((0, self.random.randint(0, registered)))
            waiting = self.random.choice((0, 0, self.random.randint(0, registered - rated)))
            found[f"{who}_dang_ky"], found[f"{who}_dat"] = registered, rated
            found[f"{who}_chua_danh_gia"] = waiting
        return found


def below(bloc: Bloc, name: str) -> list[Subject]:
    return [subject for subject in bloc.values() if subject.parent == name]


def _cells(bloc: Bloc, subject: Subject) -> list[Subject]:
    if subject.kind in CELLS:
        return [subject]
    return [cell for part in below(bloc, subject.id) for cell in _cells(bloc, part)]


def _inspects(cell: Subject) -> bool:
    return 10 * cell.counts["dang_vien_duoc_kiem_tra"] >= 3 * cell.counts["dang_vien"]


def figures(bloc: Bloc, subject: Subject) -> Figures:
    """All the true figures that a subject's kind carries: its own counts, and totals of what stands below."""
    found: Figures = defaultdict(int, subject.counts)
    for part in below(bloc, subject.id):
        for fact, number in figures(bloc, part).items():
            if not fact.startswith(NOT_ADDED_UP):
                found[fact] += number
    if subject.kind in {"dang-bo-co-so", "dang-bo-bo-phan"}:
        cells = _cells(bloc, subject)
        found["so_chi_bo_truc_thuoc"] = len(cells)
        found["so_chi_bo_du_muc_kiem_tra"] = sum(map(_inspects, cells))
        if subject.kind == "dang-bo-co-so":
            seen = [cell for cell in cells if cell.other["duoc_kiem_tra_giam_sat"]]
            found["so_chi_bo_duoc_kiem_tra_giam_sat"] = len(seen)
    return dict(found)
