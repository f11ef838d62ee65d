"""Small random tables for the oracle of levels: rows that agree with each other, near where levels turn, and blanks."""

from datetime import date
from random import Random

from tests.oracle_levels_worlds import (
    AGENCIES,
    CELLS,
    GRADES,
    LEVELS,
    NO_GRADE,
    NO_LEVEL,
    OF_BODY,
    OF_PARTY,
    OF_PERSON,
    PARTY,
    PEOPLE,
    Row,
)

Answers = dict[str, object]

IMPLIED = {
    "truc_thuoc_chua_khac_phuc": "truc_thuoc_bi_ky_luat",
    "thanh_vien_ldql_chua_khac_phuc": "thanh_vien_ldql_bi_ky_luat",
    "don_vi_chua_khac_phuc": "don_vi_bi_ky_luat",
    "thanh_vien_chua_khac_phuc": "thanh_vien_bi_ky_luat",
    "bi_ky_luat_chua_khac_phuc": "bi_ky_luat",
}
"""What was disciplined and not remedied was disciplined."""

# Yes or no: those that a subject is better off with come first.
CONCLUSIONS = {
    "qd-124-2023": {
        "body": (
            ("thanh_tich_noi_bat", "san_pham_cu_the", "bat_kha_khang"),
            ("mat_doan_ket", "thanh_vien_suy_thoai", "vi_pham_ky_luat_nam_sau"),
        ),
        "organisation": (
            (),
            (
                "truc_thuoc_bi_ky_luat",
                "truc_thuoc_chua_khac_phuc",
                "thanh_vien_ldql_bi_ky_luat",
                "thanh_vien_ldql_chua_khac_phuc",
                "tap_the_ldql_bi_ky_luat",
                "bi_ky_luat_chua_khac_phuc",
            ),
        ),
        "collective": (
            (),
            (
                "don_vi_bi_ky_luat",
                "don_vi_chua_khac_phuc",
                "thanh_vien_bi_ky_luat",
                "thanh_vien_chua_khac_phuc",
                "bi_ky_luat_chua_khac_phuc",
            ),
        ),
        "person": (
            (),
            (
                "suy_thoai",
                "vi_pham_dieu_khong_duoc_lam",
                "vi_pham_neu_guong",
                "bi_ky_luat_chua_khac_phuc",
                "vi_pham_ky_luat_nam_sau",
            ),
        ),
        "leader": (("thuc_su_tieu_bieu", "bat_kha_khang"), ()),
    },
    "hd-21-2019": {
        "body": (("bat_kha_khang",), ()),
        "organisation": (("tieu_bieu", "cung_cap_tot"), ("bi_ky_luat_chua_khac_phuc",)),
        "collective": ((), ("mat_doan_ket", "thanh_vien_suy_thoai", "bi_ky_luat", "thanh_vien_tu_canh_cao")),
        "person": ((), ("suy_thoai", "bi_ky_luat")),
        "leader": ((), ()),
    },
}
KEYS = {"nhiem_vu": "chu_yeu_khong_dat", "phu_trach": "phu_trach_chu_yeu_khong_dat"}
"""How many of the key ones were missed."""
LEFT_OUT = ("mien_sinh_hoat", "dinh_chi_sinh_hoat")


class Drawing:
    """Draws rows for one regulation. `hide` is how often an answer is blank."""

    def __init__(self, random: Random, regulation: str, year: int, hide: float) -> None:
        self.random, self.regulation, self.year, self.hide = random, regulation, year, hide

    def table(self) -> list[Row]:
        """A subject with, mostly, some below it."""
        kinds = (
            "khoi",
            "dang-bo-co-so",
            "dang-bo-co-so",
            *CELLS,
            "dang-vien",
            "dang-vien",
            *["can-bo"] * 4,
            "tap-the-ldql",
        )
        others = (*AGENCIES, "tap-the-ldql") if self.regulation == "qd-124-2023" else CELLS
        return self._tree(self.random.choice((*kinds, *others)), "a", None)

    def _tree(self, kind: str, name: str, parent: str | None) -> list[Row]:
        row: Row = {"id": name, "kind": kind, "parent": parent, **self._blanked(self._answers(kind))}
        if parent is not None and self.random.random() < 0.8:
            row["muc_xep_loai"] = self.random.choices((*LEVELS, NO_LEVEL), (2, 3, 12, 6, 2))[0]
        below = {
            "khoi": ("dang-bo-co-so", "chi-bo-co-so"),
            "dang-bo-co-so": ("chi-bo-truc-thuoc",),
        }.get(kind, PEOPLE if kind in CELLS and self.regulation == "hd-21-2019" else ())
        children = [self.random.choice(below) for _ in range(self.random.choice((0, 1, 2, 5, 5, 5)))] if below else []
        # Below a subject that is not at the top there is only what it says of them.
        children = children[:2] if parent is not None else children
        row |= self._counted(kind, children)
        found = [row]
        for number, child in enumerate(children):
            found += self._tree(child, f"{name}{number}", name)
        if self.regulation == "qd-124-2023":
            self._disciplined(row, found)
        return found

    def _counted(self, kind: str, children: list[str]) -> Answers:
        """How many there are, those without a row among them."""
        figures = {
            "khoi": {"so_dang_bo_co_so": "dang-bo-co-so", "so_chi_bo_co_so": "chi-bo-co-so"},
            "dang-bo-co-so": {"so_chi_bo_truc_thuoc": "chi-bo-truc-thuoc"},
        }.get(kind, {"so_can_bo": "can-bo"} if kind in CELLS else {})
        said: Answers = {}
        for figure, of in figures.items():
            if self.random.random() < 0.6:
                said[figure] = children.count(of) + self.random.choice((0, 0, 0, 1, 2))
        if said.get("so_chi_bo_truc_thuoc") == 0:
            said["so_chi_bo_truc_thuoc"] = 1
        return said

    def _disciplined(self, row: Row, rows: list[Row]) -> None:
        below = [one for one in rows if one["parent"] == row["id"]]
        for one in below:
            one.update(self._blanked({"bi_ky_luat": self.random.random() < 0.25}))
            if one.get("bi_ky_luat_chua_khac_phuc") is True:
                one["bi_ky_luat"] = True
        least = sum(one.get("bi_ky_luat") is True for one in below)
        total = row.get("so_chi_bo_truc_thuoc")
        if row["kind"] == "dang-bo-co-so" and isinstance(total, int) and self.random.random() < 0.4:
            most = total - sum(one.get("bi_ky_luat") is False for one in below)
            row["so_chi_bo_bi_ky_luat"] = self.random.randint(least, most)

    def _answers(self, kind: str) -> Answers:
        """All at its best, but for a few things."""
        groups = self._at_best(kind)
        found = {fact: answer for sort in groups for group in sort for fact, answer in group.items()}
        for _ in range(self.random.choice((0, 1, 1, 1, 2, 2, 4))):
            found |= self._worse(self.random.choice(self.random.choice(groups)))
        if "bat_kha_khang" in found:
            found["bat_kha_khang"] = self.random.random() < 0.3
        if found.get("nhiem_vu") == found.get("nhiem_vu_hoan_thanh") and self.random.random() < 0.1:
            found |= self._tasks("nhiem_vu")
        for prefix in ("nhiem_vu", "phu_trach"):
            if prefix in found and self.random.random() < 0.06:
                found |= {fact: 0 for fact in (KEYS[prefix], *found) if fact.startswith((prefix, KEYS[prefix]))}
        found |= {part: False for part, whole in IMPLIED.items() if found.get(whole) is False}
        found |= self._who(kind)
        return {fact: answer for fact, answer in found.items() if self._carries(kind, fact)}

    def _carries(self, kind: str, fact: str) -> bool:
        if fact == "phu_trach_chu_yeu_khong_dat":
            return self.regulation == "qd-124-2023"
        if fact == "bi_ky_luat_chua_khac_phuc" and kind in AGENCIES:
            return False
        return fact != "chu_yeu_khong_dat" or kind not in PEOPLE

    def _at_best(self, kind: str) -> list[list[Answers]]:
        """Conclusions, tasks and grades, each with what can become worse by itself."""
        sort = "person" if kind in PEOPLE else "collective" if kind == "tap-the-ldql" else "organisation"
        sorts = [sort, *(["leader"] if kind == "can-bo" else [])] if kind in PEOPLE else ["body", sort]
        said = [CONCLUSIONS[self.regulation][one] for one in sorts]
        yes = [(fact, True) for good, _ in said for fact in good]
        no = [(fact, False) for _, bad in said for fact in bad]
        prefixes = ("nhiem_vu", "phu_trach") if kind == "can-bo" else ("nhiem_vu",)
        found: list[list[Answers]] = [
            [{fact: answer} for fact, answer in yes + no],
            [self._tasks(one, full=True) for one in prefixes],
        ]
        if self.regulation == "hd-21-2019" and kind == "tap-the-ldql":
            return found
        criteria = OF_PARTY if kind in PARTY else OF_PERSON if kind in PEOPLE else OF_BODY
        found.append([{one: "xuat-sac"} for one in criteria])
        return found

    def _worse(self, group: Answers) -> Answers:
        (fact, answer), *more = group.items()
        if more:
            return self._tasks(fact)
        if isinstance(answer, bool):
            whole = IMPLIED.get(fact)
            return {fact: not answer, **({whole: not answer} if whole else {})}
        return {fact: self.random.choices((*GRADES, NO_GRADE), (1, 3, 3, 0, 1))[0]}

    def _tasks(self, prefix: str, *, full: bool = False) -> Answers:
        due = self.random.choice((2, 8, 10, 24) if full else (0, 1, 2, 3, 7, 8, 10, 24))
        done = due if full else self.random.choice((due, due // 2, max(0, (due - 1) // 2), max(0, due - 1)))
        on_time = done if full else self.random.choice((done, max(0, done - 1)))
        beyond = done if full else min(done, self.random.choice((done, due // 2, max(0, (due - 1) // 2), 0)))
        figures = {"": due, "_hoan_thanh": done, "_dung_han": on_time, "_cham": done - on_time, "_vuot": beyond}
        return {
            **{f"{prefix}{name}": figure for name, figure in figures.items()},
            KEYS[prefix]: 0 if full else self._part(due),
        }

    def _part(self, whole: int) -> int:
        return self.random.choice((0, min(1, whole), min(1, whole), whole))

    def _who(self, kind: str) -> Answers:
        days = (date(2001, 2, 3), date(self.year, 6, 30), date(self.year, 7, 1))
        day = self.random.choices(days, (8, 1, 1))[0]
        if kind in PEOPLE:
            found: Answers = {fact: self.random.random() < 0.04 for fact in LEFT_OUT}
            found["ngay_ket_nap"] = day
            if self.regulation == "hd-21-2019":
                found["thang_nghi_om"] = self.random.choice((0, 0, 2, 3))
                found["muc_xep_loai_can_bo"] = self.random.choices((*LEVELS, NO_LEVEL), (1, 1, 2, 6, 2))[0]
            return found
        return {"ngay_thanh_lap": day} if self.regulation == "hd-21-2019" else {}

    def _blanked(self, answers: Answers) -> Answers:
        return {fact: answer for fact, answer in answers.items() if self.random.random() >= self.hide}


def draw(random: Random, regulation: str, year: int, hide: float) -> list[Row]:
    """Rows that a table of the regulation may hold, parents first."""
    return Drawing(random, regulation, year, hide).table()


def is_half_stated(row: Row) -> bool:
    """Whether one of two answers settles the other, which is blank."""
    return any(
        (part not in row and row.get(whole) is False) or (whole not in row and row.get(part) is True)
        for part, whole in IMPLIED.items()
    )
