"""The oracle against cases worked out by hand, the truth it was drawn from, and brute force."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from tests.oracle import Choices, Outcomes, Row, judge
from tests.oracle_draw import draw
from tests.oracle_world import Limit, anything, points, ratio_outcomes, together, within

MET, NOT_MET, NOT_APPLICABLE = (frozenset({outcome}) for outcome in ("met", "not_met", "not_applicable"))
OPEN = MET | NOT_MET
ANY = OPEN | NOT_APPLICABLE


def khoi(**facts: object) -> Row:
    return {"id": "k", "kind": "khoi", "parent": None, **facts}


def unit(name: str, kind: str = "chi-bo-co-so", parent: str = "k", **facts: object) -> Row:
    return {"id": name, "kind": kind, "parent": parent, **facts}


def cell(name: str, parent: str, **facts: object) -> Row:
    return unit(name, "chi-bo-truc-thuoc", parent, **facts)


def of_khoi(criterion: str, *rows: Row, choices: Choices | None = None) -> Outcomes:
    return judge(list(rows), choices or Choices())["k"][criterion]


# Worked out by hand.


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"dang_vien": 7, "dang_vien_duoc_kiem_tra": 2}, NOT_MET),
        ({"dang_vien": 7, "dang_vien_duoc_kiem_tra": 3}, MET),  # 3 of 7 is above 35 %: noted, and met
        ({"dang_vien": 7}, OPEN),
        ({"dang_vien_duoc_kiem_tra": 2}, OPEN),
        ({"dang_vien_duoc_kiem_tra": 0}, NOT_MET),  # a cell has a member
        ({"dang_vien_duoc_kiem_tra": 2, "dang_vien_khong_xep_loai": 7}, NOT_MET),  # 7 members or more
    ],
)
def test_a_cell_inspects_its_members(facts: dict[str, int], expected: Outcomes) -> None:
    assert judge([unit("a") | facts])["a"]["kiem-tra-dang-vien"] == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"dang_vien": 5, "dang_vien_hoc_tap": 5}, MET),
        ({"dang_vien": 5}, OPEN),
        ({"dang_vien_hoc_tap": 3}, OPEN),
        ({"dang_vien_hoc_tap": 3, "dang_vien_duoc_xep_loai": 5}, NOT_MET),
        ({"dang_vien_hoc_tap": 3, "dang_vien_htt": 2, "dang_vien_ht": 2}, NOT_MET),
        ({"dang_vien_hoc_tap": 3, "dang_vien_tot_tro_len": 2, "dang_vien_ht": 1}, OPEN),
    ],
)
def test_what_else_a_row_says_bounds_its_members(facts: dict[str, int], expected: Outcomes) -> None:
    assert judge([unit("a") | facts])["a"]["hoc-tap-dang-vien"] == expected


def test_a_whole_of_zero_is_not_applicable() -> None:
    none, no_part = unit("a", nguoi_lao_dong=0), unit("a", nguoi_lao_dong_hoc_tap=0)
    assert of_khoi("hoc-tap-nguoi-lao-dong", khoi(), none) == NOT_APPLICABLE
    assert of_khoi("hoc-tap-nguoi-lao-dong", khoi(), none, unit("b")) == ANY
    assert of_khoi("hoc-tap-nguoi-lao-dong", khoi(), no_part) == NOT_MET | NOT_APPLICABLE


def test_five_of_ten_and_who_knows_is_never_all() -> None:
    half = unit("a", dang_vien=10, dang_vien_hoc_tap=5)
    assert of_khoi("hoc-tap-dang-vien", khoi(so_chi_bo_co_so=2), half) == NOT_MET


@pytest.mark.parametrize(("registered", "expected"), [(8, NOT_MET), (9, OPEN), (10, OPEN)])
def test_own_whole_and_the_parts_are_one_world(registered: int, expected: Outcomes) -> None:
    """At most `registered` + 2 of 12: the unit without a row has two of the twelve, and no more."""
    bloc = khoi(so_chi_bo_co_so=2, ca_nhan_doi_tuong=12)
    known = unit("a", ca_nhan_doi_tuong=10, ca_nhan_dang_ky=registered)
    assert of_khoi("dang-ky-mo-hinh-ca-nhan", bloc, known) == expected


def test_figures_beside_are_facts_of_the_same_world() -> None:
    """Five are rated in all, one of them in `a`: so all four of `b` are registered, and six of six in all.

    By the bloc's own row alone, five of six would do, which is too few.
    """
    bloc = khoi(so_chi_bo_co_so=2, so_dang_bo_co_so=0, ca_nhan_doi_tuong=6, ca_nhan_dat=5)
    a = unit("a", ca_nhan_doi_tuong=2, ca_nhan_dang_ky=2, ca_nhan_dat=1)
    b = unit("b", ca_nhan_doi_tuong=4)
    assert of_khoi("dang-ky-mo-hinh-ca-nhan", bloc, a, b) == MET
    assert of_khoi("dang-ky-mo-hinh-ca-nhan", bloc, a, b, choices=Choices(beside=False)) == OPEN


def test_a_blank_says_that_nothing_is_pending_but_an_absent_row_says_nothing() -> None:
    one = unit("a", ca_nhan_doi_tuong=4, ca_nhan_dang_ky=4, ca_nhan_dat=0)
    assert of_khoi("mo-hinh-dat-ca-nhan", khoi(), one) == NOT_MET
    assert of_khoi("mo-hinh-dat-ca-nhan", khoi(), one | {"ca_nhan_chua_danh_gia": 1}) == OPEN
    assert of_khoi("mo-hinh-dat-ca-nhan", khoi(so_chi_bo_co_so=2), one) == OPEN
    alone = khoi(ca_nhan_dang_ky=8, ca_nhan_dat=1)
    assert of_khoi("mo-hinh-dat-ca-nhan", alone) == NOT_MET
    assert of_khoi("mo-hinh-dat-ca-nhan", alone | {"ca_nhan_chua_danh_gia": 1}) == OPEN
    above = khoi(ca_nhan_dang_ky=8, ca_nhan_dat=1)
    assert of_khoi("mo-hinh-dat-ca-nhan", above, unit("a", ca_nhan_chua_danh_gia=2), unit("b")) == OPEN


def test_committees_are_counted_one_for_each_unit() -> None:
    nine = [unit(f"a{number}", cap_uy_dang_ky=1) for number in range(9)]
    assert of_khoi("dang-ky-mo-hinh-cap-uy", khoi(), *nine, unit("b", cap_uy_dang_ky=0)) == MET
    assert of_khoi("dang-ky-mo-hinh-cap-uy", khoi(so_chi_bo_co_so=11, so_dang_bo_co_so=0), *nine) == OPEN
    assert of_khoi("dang-ky-mo-hinh-cap-uy", khoi(so_chi_bo_co_so=12, so_dang_bo_co_so=0), *nine[:8]) == OPEN
    assert of_khoi("dang-ky-mo-hinh-cap-uy", khoi(so_chi_bo_co_so=10, cap_uy_dang_ky=8)) == NOT_MET


def test_two_mass_organisations_by_the_text() -> None:
    good = unit("d", "doan-the", muc_xep_loai="tot")
    out = unit("e", "doan-the", muc_xep_loai="khong-xep-loai")
    assert of_khoi("doan-the-tot-tro-len", khoi()) == ANY
    assert of_khoi("doan-the-tot-tro-len", khoi(), good) == OPEN
    assert of_khoi("doan-the-tot-tro-len", khoi(), out) == ANY
    assert of_khoi("doan-the-tot-tro-len", khoi(), good, out) == MET
    assert of_khoi("doan-the-tot-tro-len", khoi(so_doan_the=1), good) == MET
    assert of_khoi("doan-the-tot-tro-len", khoi(so_doan_the=0)) == NOT_APPLICABLE


def test_a_group_is_empty_only_where_that_is_said() -> None:
    done = unit("a", cu_the_hoa_nghi_quyet=True)
    assert of_khoi("cu-the-hoa-nghi-quyet", khoi()) == ANY
    assert of_khoi("cu-the-hoa-nghi-quyet", khoi(), done) == MET
    assert of_khoi("cu-the-hoa-nghi-quyet", khoi(so_chi_bo_co_so=1), done) == OPEN  # committees are open
    assert of_khoi("cu-the-hoa-nghi-quyet", khoi(so_chi_bo_co_so=1, so_dang_bo_co_so=0), done) == MET
    assert of_khoi("cu-the-hoa-nghi-quyet", khoi(so_chi_bo_co_so=0, so_dang_bo_co_so=0)) == NOT_APPLICABLE
    assert of_khoi("dan-chu-co-so", khoi(), done) == ANY
    assert of_khoi("dan-chu-co-so", khoi(), done, unit("o", "co-quan", "a", thuc_hien_dan_chu=True)) == MET


def test_levels_not_assessed_leave_the_base() -> None:
    good = [unit(f"a{number}", muc_xep_loai="tot") for number in range(8)]
    bad, out = unit("b", muc_xep_loai="hoan-thanh"), unit("c", muc_xep_loai="khong-xep-loai")
    assert of_khoi("tccsd-tot-tro-len", khoi(), *good, bad, out) == NOT_MET  # 8 of 9
    assert of_khoi("tccsd-tot-tro-len", khoi(), *good, bad, unit("d")) == OPEN  # 9 of 10, 8 of 10, 8 of 9
    assert of_khoi("tccsd-tot-tro-len", khoi(), *good, out) == MET


def test_cells_however_deep() -> None:
    above = unit("db", "dang-bo-co-so", so_chi_bo_truc_thuoc=3)
    part = unit("bp", "dang-bo-bo-phan", "db")
    seen, unseen = ({"duoc_kiem_tra_giam_sat": value} for value in (True, False))
    rows = [above, part, cell("a", "bp", **seen), cell("b", "db", **unseen)]
    assert judge(rows)["db"]["kiem-tra-chi-bo"] == MET  # one of three is enough, whatever the third is
    rows[2] = cell("a", "bp", **unseen)
    assert judge(rows)["db"]["kiem-tra-chi-bo"] == OPEN
    rows[0] = above | {"so_chi_bo_duoc_kiem_tra_giam_sat": 0}
    assert judge(rows)["db"]["kiem-tra-chi-bo"] == NOT_MET
    blank = [unit("db", "dang-bo-co-so")]
    assert judge(blank)["db"]["kiem-tra-chi-bo"] == OPEN
    assert judge(blank, Choices(unstated_cells_from=0))["db"]["kiem-tra-chi-bo"] == ANY


def test_a_committee_states_how_many_of_its_cells_inspect_enough() -> None:
    stated = unit("db", "dang-bo-co-so", so_chi_bo_truc_thuoc=3, so_chi_bo_du_muc_kiem_tra=3)
    assert of_khoi("kiem-tra-dang-vien-toan-khoi", khoi(), stated) == MET
    two = stated | {"so_chi_bo_du_muc_kiem_tra": 2}
    assert of_khoi("kiem-tra-dang-vien-toan-khoi", khoi(), two) == NOT_MET
    unsaid = unit("db", "dang-bo-co-so", so_chi_bo_du_muc_kiem_tra=3)
    assert of_khoi("kiem-tra-dang-vien-toan-khoi", khoi(), unsaid) == OPEN
    # It told two cells, and has three or more.
    assert of_khoi("pho-bien-nghi-quyet", khoi(), unsaid | {"so_chi_bo_da_pho_bien": 2}) == NOT_MET


def test_a_committee_with_nothing_counted_may_have_no_members_but_cells_have_some() -> None:
    counted = unit("db", "dang-bo-co-so", so_chi_bo_truc_thuoc=2)
    assert judge([unit("db", "dang-bo-co-so")])["db"]["hoc-tap-dang-vien"] == ANY
    assert judge([counted])["db"]["hoc-tap-dang-vien"] == OPEN
    assert judge([counted], Choices(absent_cell_has_member=False))["db"]["hoc-tap-dang-vien"] == ANY


def test_whether_committees_are_a_group_by_themselves() -> None:
    rows = [khoi(), unit("a")]
    assert of_khoi("kiem-tra-chi-bo-toan-khoi", *rows) == ANY
    closed = Choices(committees_by_themselves=False)
    assert of_khoi("kiem-tra-chi-bo-toan-khoi", *rows, choices=closed) == NOT_APPLICABLE


def test_admissions() -> None:
    many = unit("a", ket_nap=89, ket_nap_hoc_sinh_sinh_vien=15)
    assert of_khoi("ket-nap", khoi(), many) == NOT_MET
    assert of_khoi("ket-nap", khoi(), many, unit("b")) == OPEN
    assert of_khoi("ket-nap", khoi(), many, unit("b", ket_nap_hoc_sinh_sinh_vien=1)) == MET
    assert of_khoi("ket-nap-hssv", khoi(), many) == MET
    assert of_khoi("ket-nap-hssv", khoi(ket_nap=14)) == NOT_MET


def test_rows_that_contradict_themselves_have_no_world() -> None:
    with pytest.raises(AssertionError, match="contradict"):
        judge([khoi(dang_vien=4), unit("a", dang_vien=5)])


# Against the truth it was drawn from.


@pytest.mark.parametrize("beside", [False, True])
def test_the_truth_is_among_what_is_possible(*, beside: bool) -> None:
    for seed in range(40):
        truth, shown = draw(Random(seed), beside=beside)
        known = judge(truth)
        for subject, found in judge(shown).items():
            for criterion, outcomes in found.items():
                assert known[subject][criterion] <= outcomes, (seed, subject, criterion)


def test_the_whole_truth_leaves_nothing_open() -> None:
    """But for what is not assessed yet, which is open even then."""
    for seed in range(40):
        for found in judge(draw(Random(seed)).truth).values():
            assert all(len(found[name]) == 1 for name in found if not name.startswith("mo-hinh-dat"))


def test_drawn_tables_pose_no_puzzle_unless_asked() -> None:
    for seed in range(40):
        rows = draw(Random(seed)).shown
        assert judge(rows) == judge(rows, Choices(beside=False))


# Against brute force: two units, every completion tried one by one.

Figures = tuple[int, ...]
Known = tuple[int | None, ...]


def agrees(known: Known, figures: Figures) -> bool:
    return all(stated is None or stated == number for stated, number in zip(known, figures, strict=True))


def added(parts: Iterable[Figures]) -> Figures:
    return tuple(map(sum, zip(*parts, strict=True)))


def completions(parts: list[Known], own: Known, sound: list[Figures]) -> set[Figures]:
    """The totals in every completion: for each unit figures that are sound and agree with what is known."""
    choices = [[figures for figures in sound if agrees(known, figures)] for known in parts]
    return {total for total in map(added, product(*choices)) if agrees(own, total)}


def by_hand(part: int, whole: int, least: Fraction) -> str:
    if whole == 0:
        return "not_applicable"
    return "met" if Fraction(part, whole) >= least else "not_met"


def hidden(random: Random, figures: Figures, *chances: float) -> Known:
    """Each figure, known with its own chance."""
    return tuple(n if random.random() < chance else None for n, chance in zip(figures, chances, strict=True))


def row_of(row: Row, facts: tuple[str, ...], known: Known) -> Row:
    return row | {fact: number for fact, number in zip(facts, known, strict=True) if number is not None}


def judged(facts: tuple[str, ...], own: Known, parts: list[Known]) -> dict[str, Outcomes]:
    units = [row_of(unit(name), facts, known) for name, known in zip("ab", parts, strict=True)]
    return judge([row_of(khoi(), facts, own), *units])["k"]


MODEL_FACTS = ("tap_the_doi_tuong", "tap_the_dang_ky", "tap_the_dat", "tap_the_chua_danh_gia")
MODELS: list[Figures] = [at for at in product(range(5), repeat=4) if at[2] + at[3] <= at[1] <= at[0]]


def test_models_by_brute_force() -> None:
    """With the bloc's whole stated, no unit has more, so that finitely many completions are all of them."""
    random = Random(1)
    small = [at for at in MODELS if at[0] <= 2 and at[3] == 0]
    for _ in range(120):
        true = [random.choice(small), random.choice(small)]
        parts = [hidden(random, at, 0.5, 0.5, 0.5, 0.5) for at in true]
        own = hidden(random, added(true), 1, 0.4, 0.4, 0.4)
        found = judged(MODEL_FACTS, own, parts)
        # Blank is 0 for what is not assessed yet.
        worlds = completions([(*known[:3], known[3] or 0) for known in parts], own, MODELS)
        registered = {by_hand(r, c, Fraction(9, 10)) for c, r, _, _ in worlds}
        rated = {by_hand(g + m, r, Fraction(1, 4)) for _, r, g, w in worlds for m in range(w + 1)}
        assert found["dang-ky-mo-hinh-tap-the"] == registered
        assert found["mo-hinh-dat-tap-the"] == rated


MEMBER_FACTS = ("dang_vien", "dang_vien_hoc_tap", "dang_vien_duoc_xep_loai", "dang_vien_tot_tro_len")
MEMBERS: list[Figures] = [
    at for at in product(range(5), repeat=4) if at[0] >= 1 and at[1] <= at[0] and at[3] <= at[2] <= at[0]
]
# What units and the bloc state, each fact with its chance.
THEMES = {
    "studied": ((0.6, 0.6, 0, 0), (1, 0.5, 0, 0)),
    "assessed": ((0.6, 0, 0.6, 0.6), (0, 0, 1, 0.5)),
    "mixed": ((0.6, 0.6, 0.6, 0.6), (1, 0.5, 0.5, 0.5)),
}


@pytest.mark.parametrize("theme", THEMES)
def test_members_by_brute_force(theme: str) -> None:
    """Exact where the bloc states the figures of one criterion, and never narrower than the truth."""
    random = Random(2)
    below, above = THEMES[theme]
    small = [at for at in MEMBERS if at[0] <= 2]
    for _ in range(120):
        true = [random.choice(small), random.choice(small)]
        parts = [hidden(random, at, *below) for at in true]
        own = hidden(random, added(true), *above)
        found, worlds = judged(MEMBER_FACTS, own, parts), completions(parts, own, MEMBERS)
        studied = {by_hand(s, m, Fraction(1)) for m, s, _, _ in worlds}
        assessed = {by_hand(g, a, Fraction(9, 10)) for _, _, a, g in worlds}
        assert theme == "assessed" or found["hoc-tap-dang-vien"] >= studied
        assert theme == "studied" or found["dang-vien-tot-tro-len"] >= assessed
        if theme == "studied":
            assert found["hoc-tap-dang-vien"] == studied
        if theme == "assessed":
            assert found["dang-vien-tot-tro-len"] == assessed


def test_sets_of_counts_by_brute_force() -> None:
    """Everything up to a bound far above the limits, filtered, is the world the limits leave."""
    limits = [Limit((0,), 2, None), Limit((0, 1), 3, 6), Limit((2,), 1, None)]
    world = within(together(anything(3), points((1, 0, 0))), limits)
    reach = range(9)
    wanted = {at for at in product(reach, repeat=3) if at[0] >= 2 and 3 <= at[0] + at[1] <= 6 and at[2] >= 1}
    covered = {
        at
        for at in product(reach, repeat=3)
        for start, open_ in world
        if all(x == y or (x > y and axis in open_) for axis, (x, y) in enumerate(zip(at, start, strict=True)))
    }
    assert covered == wanted


def test_a_ratio_of_an_open_world() -> None:
    assert ratio_outcomes(anything(2), Fraction(1)) == ANY
    assert ratio_outcomes(together(anything(2), points((5, 5))), Fraction(1)) == NOT_MET
    assert ratio_outcomes(together(anything(2), points((0, 5))), Fraction(95, 100)) == OPEN
