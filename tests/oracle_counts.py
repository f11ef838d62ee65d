"""Ways of counting: the axes of the oracle's worlds, and what a row by itself says about the counts.

The declared `<=` and sums of the data dictionary are all here. Most are true by the choice of axes: who
studied and who did not are two axes, so that no more can have studied than there are.
"""

from collections.abc import Callable
from typing import NamedTuple

from tests.oracle_world import Limit

Row = dict[str, object]
# What a row says of the counts; and whether it stands alone, without rows below it that carry them too.
Limits = Callable[[Row, bool], list[Limit]]

KHOI, DANG_BO, BO_PHAN = "khoi", "dang-bo-co-so", "dang-bo-bo-phan"
CHI_BO, TRUC_THUOC = "chi-bo-co-so", "chi-bo-truc-thuoc"
TCCSD, CELLS, ABOVE_CELLS = (DANG_BO, CHI_BO), (CHI_BO, TRUC_THUOC), (DANG_BO, BO_PHAN)
PARTY = frozenset({KHOI, DANG_BO, BO_PHAN, CHI_BO, TRUC_THUOC})
MODEL_KINDS = PARTY - {TRUC_THUOC}
PUPILS = "ket_nap_hoc_sinh_sinh_vien"


class Choices(NamedTuple):
    """What the documents leave open. Flip one of these to see whether a disagreement is about it."""

    # A cell that is counted but has no row is like a blank row of a cell: it has a member or more. The design
    # could also be read to the letter ("add [0, ∞) to a total"); a total over such cells alone may then be 0.
    absent_cell_has_member: bool = True
    # The number of cells of a committee is declared >= 1, so that a committee that states nothing and has no
    # cell rows still has a cell. The other choice is 0: an open group may be empty.
    unstated_cells_from: int = 1
    # With rows of `chi-bo-co-so` only and no number stated, it is open how many `dang-bo-co-so` there are
    # when they alone are the group. The other choice: the rows of TCCSĐ are all, so that there is none.
    committees_by_themselves: bool = True
    # Models and admissions: a figure beside those of the criterion (say those rated, beside registered and
    # concerned) is chased through the sums of the tree. Otherwise it bounds them in its own row only.
    beside: bool = True


CHOSEN = Choices()


class Sort(NamedTuple):
    """One way of counting: its axes, the kinds that carry its figures, and what a row says of the counts."""

    axes: int
    kinds: frozenset[str]
    limits: Limits


# What a row says.


def figure(row: Row, fact: str) -> int | None:
    value = row.get(fact)
    assert value is None or (isinstance(value, int) and not isinstance(value, bool)), (row["id"], fact, value)
    return value


def at_least(row: Row, *facts: str) -> int:
    """The least the facts can add up to, by this row alone."""
    return sum(figure(row, fact) or 0 for fact in facts)


def exactly(row: Row, fact: str, *axes: int) -> list[Limit]:
    stated = figure(row, fact)
    return [] if stated is None else [Limit(axes, stated, stated)]


def no_more(row: Row, fact: str, *axes: int) -> list[Limit]:
    stated = figure(row, fact)
    return [] if stated is None else [Limit(axes, 0, stated)]


def no_fewer(row: Row, fact: str, *axes: int) -> list[Limit]:
    return [Limit(axes, at_least(row, fact), None)]


def sum_of(row: Row, facts: tuple[str, ...], *axes: int) -> list[Limit]:
    """The axes add up to the facts: exactly where all are stated, at least what is stated otherwise."""
    least = at_least(row, *facts)
    return [Limit(axes, least, least if all(figure(row, fact) is not None for fact in facts) else None)]


def assessed_floor(row: Row) -> int:
    good = max(at_least(row, "dang_vien_tot_tro_len"), at_least(row, "dang_vien_htxs", "dang_vien_htt"))
    other = at_least(row, "dang_vien_ht", "dang_vien_kht")
    return max(at_least(row, "dang_vien_duoc_xep_loai"), good + other)


def members_floor(row: Row, choices: Choices) -> int:
    """The fewest members that this row's other figures leave room for."""
    parts = ("dang_vien_hoc_tap", "dang_vien_duoc_kiem_tra", "dang_vien_khong_xep_loai")
    floor = max(assessed_floor(row), *(at_least(row, part) for part in parts))
    if row["kind"] in CELLS:
        return max(floor, 1)
    return max(floor, at_least(row, "so_chi_bo_truc_thuoc")) if choices.absent_cell_has_member else floor


# The ways of counting; axes (part, rest) unless said otherwise.


def pair(part: str, whole: str) -> Sort:
    return Sort(2, PARTY, lambda row, _: exactly(row, part, 0) + exactly(row, whole, 0, 1))


def of_members(part: str, choices: Choices) -> Sort:
    def limits(row: Row, _: bool) -> list[Limit]:
        room = Limit((0, 1), members_floor(row, choices), None)
        return [*exactly(row, part, 0), *exactly(row, "dang_vien", 0, 1), room]

    return Sort(2, PARTY, limits)


def _assessed(row: Row, _: bool) -> list[Limit]:
    return [
        *exactly(row, "dang_vien_tot_tro_len", 0),
        *exactly(row, "dang_vien_duoc_xep_loai", 0, 1),
        *sum_of(row, ("dang_vien_htxs", "dang_vien_htt"), 0),
        *sum_of(row, ("dang_vien_ht", "dang_vien_kht"), 1),
        *no_more(row, "dang_vien", 0, 1),
    ]


ASSESSED = Sort(2, PARTY, _assessed)
WORKERS = pair("nguoi_lao_dong_hoc_tap", "nguoi_lao_dong")
PLEDGES = pair("can_bo_dang_vien_cam_ket", "can_bo_dang_vien")

ADMITTED = pair(PUPILS, "ket_nap")
ADMITTED_ALONE = Sort(1, PARTY, lambda row, _: exactly(row, "ket_nap", 0) + no_fewer(row, PUPILS, 0))
PUPILS_ALONE = Sort(1, PARTY, lambda row, _: exactly(row, PUPILS, 0) + no_more(row, "ket_nap", 0))


def _whole(who: str, row: Row, *axes: int) -> list[Limit]:
    """The whole of a population: a figure of its own, or for committees one for each TCCSĐ."""
    if who != "cap_uy":
        return exactly(row, f"{who}_doi_tuong", *axes)
    return [Limit(axes, 1, 1)] if row["kind"] in TCCSD else []


def _rated(who: str, row: Row, alone: bool) -> list[Limit]:
    """Rated "đạt", not assessed yet, registered only: axes 0, 1, 2.

    A blank "chưa đánh giá" of a row that has nothing to total says that nothing is pending (the reading
    `khong-ghi-la-khong-con-cho`); with rows below, the total over them stands.
    """
    waiting = f"{who}_chua_danh_gia"
    none_waits = [Limit((1,), 0, 0)] if alone and figure(row, waiting) is None else []
    dat = exactly(row, f"{who}_dat", 0)
    return dat + exactly(row, waiting, 1) + none_waits + exactly(row, f"{who}_dang_ky", 0, 1, 2)


def models(who: str) -> Sort:
    """Rated, not assessed yet, registered only, not registered."""
    return Sort(4, MODEL_KINDS, lambda row, alone: _rated(who, row, alone) + _whole(who, row, 0, 1, 2, 3))


def registered_alone(who: str) -> Sort:
    """Registered, not registered; what is rated and not assessed yet must find room among the first."""

    def limits(row: Row, _: bool) -> list[Limit]:
        room = Limit((0,), at_least(row, f"{who}_dat", f"{who}_chua_danh_gia"), None)
        return [*exactly(row, f"{who}_dang_ky", 0), room, *_whole(who, row, 0, 1)]

    return Sort(2, MODEL_KINDS, limits)


def rated_alone(who: str) -> Sort:
    """Rated, not assessed yet, registered only; all of them must find room among those concerned."""

    def limits(row: Row, alone: bool) -> list[Limit]:
        return _rated(who, row, alone) + [Limit(axes, 0, most) for axes, _, most in _whole(who, row, 0, 1, 2)]

    return Sort(3, MODEL_KINDS, limits)
