"""The small worlds of the oracle of levels: what the blanks of a row, and of the rows below it, may turn out to be.

A condition comes out true, false, or `None` where there is nothing to judge; what has nothing to judge drops out of a
condition made of several.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import product
from typing import NamedTuple

Row = dict[str, object]
Said = bool | None
Levels = frozenset[str | None]
"""The levels still possible; `None`: not rated."""

GRADES = ("kem", "trung-binh", "tot", "xuat-sac")
NO_GRADE = "khong-ap-dung"
KHT, HT, HTT, HTXS = LEVELS = ("khong-hoan-thanh", "hoan-thanh", "tot", "xuat-sac")
NO_LEVEL = "khong-xep-loai"


def both(*parts: Said) -> Said:
    """All of those that have something to judge."""
    rest = [part for part in parts if part is not None]
    return all(rest) if rest else None


def answers(row: Row, fact: str) -> set[bool]:
    return {bool(row[fact])} if fact in row else {False, True}


def any_of(*each: set[bool]) -> set[bool]:
    """Whether one of several things may hold that have nothing to do with each other, and whether none may."""
    some = {True} if any(True in ways for ways in each) else set()
    return some | ({False} if all(False in ways for ways in each) else set())


def pairs(row: Row, whole: str, part: str) -> set[tuple[bool, bool]]:
    """Two answers, the second of which is no where the first is no."""
    return {(one, two) for one, two in product(answers(row, whole), answers(row, part)) if one or not two}


def figure(row: Row, fact: str) -> int | None:
    value = row.get(fact)
    assert value is None or isinstance(value, int)
    return value


def below_six_months(row: Row, fact: str, year: int) -> set[bool]:
    """Those who came in the first half of the year, or earlier, have six full months at its end."""
    day = row.get(fact)
    assert day is None or isinstance(day, date)
    return {False, True} if day is None else {day > date(year, 6, 30)}


# Grades: of a list of criteria only the lowest counts, and the lowest of its core.

Lowest = int | None


def lowest_grades(row: Row, criteria: Iterable[str], core: Collection[str]) -> set[tuple[Lowest, Lowest]]:
    """The lowest of all criteria beside the lowest of the core, over all that the blanks may be."""
    found: set[tuple[Lowest, Lowest]] = {(None, None)}
    for criterion in criteria:
        given = (str(row[criterion]),) if criterion in row else (*GRADES, NO_GRADE)
        found = {
            (_lower(every, grade), _lower(inner, grade) if criterion in core else inner)
            for every, inner in found
            for grade in given
        }
    return found


def _lower(lowest: Lowest, grade: str) -> Lowest:
    if grade == NO_GRADE:
        return lowest
    return GRADES.index(grade) if lowest is None else min(lowest, GRADES.index(grade))


def grade_from(lowest: Lowest, grade: str) -> Said:
    return None if lowest is None else lowest >= GRADES.index(grade)


# Tasks.


class Tasks(NamedTuple):
    """What is asked of tasks: shares of all that were assigned, and whether a key target was missed."""

    under_half: Said
    completed: Said
    on_time: Said
    half_exceeded: Said
    key_missed: bool


def tasks(row: Row, prefix: str, key: str) -> set[Tasks]:
    """Completed are those on time, those late, and perhaps others; the exceeded and the key ones are some of them."""
    due = figure(row, prefix)
    done, on_time, late, beyond = (
        figure(row, f"{prefix}_{name}") for name in ("hoan_thanh", "dung_han", "cham", "vuot")
    )
    missed = figure(row, key)
    least = max((on_time or 0) + (late or 0), beyond or 0)
    # One more than twice as many leaves fewer than half done.
    most = 2 * max(least, *(one or 0 for one in (due, done, missed))) + 1
    found = set()
    for whole in range(max(least, done or 0, missed or 0), most + 1) if due is None else (due,):
        for part in range(least, whole + 1) if done is None else (done,):
            # The ends are enough: on time and exceeded are asked for from below.
            punctual = (0, part - (late or 0)) if on_time is None else (on_time,)
            exceeded = (0, part) if beyond is None else (beyond,)
            lost = {False, whole > 0} if missed is None else {missed > 0}
            for now, more, key_missed in product(punctual, exceeded, lost):
                shares = Tasks(2 * part < whole, part == whole, now == whole, 2 * more >= whole, key_missed)
                found.add(shares if whole else Tasks(None, None, None, None, key_missed))
    return found


# What stands below.


class Below:
    """Rows by their parents."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._below: dict[object, list[Row]] = defaultdict(list)
        for row in rows:
            self._below[row.get("parent")].append(row)

    def of(self, row: Row, kinds: Iterable[str]) -> list[Row]:
        return [child for kind in kinds for child in self._below[row["id"]] if child["kind"] == kind]

    def without_row(self, row: Row, counted: Mapping[str, str | None]) -> int | None:
        """How many of some kinds, each with the figure that counts it, have no row; `None` where nobody says.

        A group is empty only where the data say so: with no figure and no row it is open, with rows these are all.
        """
        listed = {kind: len(self.of(row, (kind,))) for kind in counted}
        stated = {kind: figure(row, name) if name else None for kind, name in counted.items()}
        if all(said is None for said in stated.values()) and any(listed.values()):
            return 0
        if any(said is None and not listed[kind] for kind, said in stated.items()):
            return None
        return sum(said - listed[kind] for kind, said in stated.items() if said is not None)


Test = tuple[bool, bool]
Tally = tuple[int, int, int]


def tallies(
    rows: Iterable[AbstractSet[Test | None]], unlisted: int | None, blank: AbstractSet[Test | None]
) -> set[Tally]:
    """How many there may be, how many of them pass one test, and how many another; `None` is not counted at all.

    Where nobody says how many have no row, a few more than could turn any share by a fifth are tried.
    """
    listed = list(rows)
    others = [blank] * unlisted if unlisted is not None else [blank | {None}] * (5 * len(listed) + 6)
    found: set[Tally] = {(0, 0, 0)}
    for ways in [*listed, *others]:
        found = {
            tally if way is None else (tally[0] + 1, tally[1] + way[0], tally[2] + way[1])
            for tally in found
            for way in ways
        }
    return found


# What both texts speak of.

CELLS = ("chi-bo-co-so", "chi-bo-truc-thuoc")
PARTY = ("khoi", "dang-bo-co-so", *CELLS)
AGENCIES = ("co-quan", "doan-the")
PEOPLE = ("dang-vien", "can-bo")

PARTY_BUILDING = (
    "muc_chinh_tri_tu_tuong",
    "muc_to_chuc_can_bo",
    "muc_lanh_dao_doan_the",
    "muc_kiem_tra_giam_sat",
)
POLITICAL_TASKS = ("muc_thuc_hien_chuong_trinh", "muc_kinh_te_xa_hoi")
REMEDYING = "muc_khac_phuc"
RESULTS = "muc_ket_qua_nhiem_vu"
OF_PARTY = (*PARTY_BUILDING, *POLITICAL_TASKS, REMEDYING)
OF_BODY = ("muc_xay_dung_to_chuc", RESULTS, REMEDYING)
OF_PERSON = (
    "muc_tu_tuong_chinh_tri",
    "muc_dao_duc_loi_song",
    "muc_tac_phong",
    "muc_y_thuc_ky_luat",
    RESULTS,
    REMEDYING,
)
COIN = (False, True)
"""What nobody saw of a text: it may hold and it may not."""


def outcome(earned: Iterable[str], barred: set[bool], exempt: set[bool], cap: str = KHT) -> set[str | None]:
    """Levels that may be earned, perhaps lowered to a cap, perhaps not given at all."""
    levels = set(earned)
    lowered = {min(level, cap, key=LEVELS.index) for level in levels} if True in barred else set()
    kept = levels if False in barred else set()
    found: set[str | None] = {*kept, *lowered} if False in exempt else set()
    return found | ({None} if True in exempt else set())


def best(*rules: tuple[str, Said]) -> str:
    return next((level for level, condition in rules if condition), KHT)


def half_done(row: Row, prefix: str, key: str) -> set[bool]:
    """Fewer than half done and key targets missed, other than by force majeure."""
    return {
        bool(one.under_half) and one.key_missed and not forced
        for one, forced in product(tasks(row, prefix, key), answers(row, "bat_kha_khang"))
    }


def is_exempt(row: Row, year: int) -> set[bool]:
    exempt = answers(row, "mien_sinh_hoat"), answers(row, "dinh_chi_sinh_hoat")
    return any_of(*exempt, below_six_months(row, "ngay_ket_nap", year))
