"""`rate` and `explain`: exit statuses, the criteria required, the period, and tables on standard input."""

import io
import sys
from pathlib import Path

import pytest

from tests.commands import ABOVE, DETAILED, RULES, cell, table, xeploai

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A bloc whose one Party organisation has three cells: 3 of 7 are enough, 2 are not, of the last nobody knows."""
    cells = [cell(7, 3, number=1), cell(7, 2, number=2), cell(7, "", number=3)]
    return table(tmp_path / "so-lieu.csv", [*ABOVE, *cells])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A cell that inspected enough of its members."""
    return table(tmp_path / "tot.csv", [*ABOVE, cell(7, 3)])


# --require


def test_what_was_required_and_holds_ends_with_0(capsys: Printed, good: Path) -> None:
    ran = xeploai(capsys, "rate", RULES, good, "--require", "kiem-tra-dang-vien")
    assert (ran.status, ran.err) == (0, "")


def test_what_was_required_and_does_not_hold_ends_with_1_and_the_whole_result(capsys: Printed, small: Path) -> None:
    ran = xeploai(capsys, "rate", RULES, small, "--require", " kiem-tra-dang-vien ,")
    assert ran.status == 1
    assert ran.err.splitlines() == [
        "`kiem-tra-dang-vien` ở `cb-02`: chưa đạt",
        "`kiem-tra-dang-vien` ở `cb-03`: chưa đủ số liệu",
    ]
    assert ran.out == xeploai(capsys, "rate", RULES, small).out


def test_unknown_counts_as_not_held(capsys: Printed, tmp_path: Path) -> None:
    file = table(tmp_path / "t.csv", [*ABOVE, cell(7, "")])
    ran = xeploai(capsys, "rate", RULES, file, "--require", "kiem-tra-dang-vien", "--lang", "en")
    assert ran.status == 1
    assert ran.err == "`kiem-tra-dang-vien` at `cb-07`: not enough data\n"


def test_where_it_is_only_followed_up_nothing_is_required(capsys: Printed, tmp_path: Path) -> None:
    file = table(tmp_path / "t.csv", [{**cell(7, 3), "dang_vien_hoc_tap": 7, "parent": ""}])
    ran = xeploai(capsys, "rate", RULES, file, "--require", "hoc-tap-dang-vien")
    assert ran.status != 0


def test_what_is_judged_nowhere_does_not_hold(capsys: Printed, tmp_path: Path) -> None:
    assert xeploai(capsys, "rate", RULES, table(tmp_path / "t.csv", [ABOVE[0]]), "--require", "guong-dien-hinh") == (
        1,
        *xeploai(capsys, "rate", RULES, tmp_path / "t.csv")[1:2],
        "`guong-dien-hinh` không được đánh giá ở đâu trong bảng\n",
    )


def test_where_it_is_not_applicable_it_is_not_judged(capsys: Printed, tmp_path: Path) -> None:
    none_rated = {"id": "db-02", "kind": "dang-bo-co-so", "parent": "khoi", "muc_xep_loai": "khong-xep-loai"}
    file = table(tmp_path / "t.csv", [{**ABOVE[0], "so_dang_bo_co_so": 1, "so_chi_bo_co_so": 0}, none_rated])
    ran = xeploai(capsys, "rate", RULES, file, "--require", "tccsd-tot-tro-len")
    assert ran.status == 1
    assert "không được đánh giá" in ran.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "kiem-tra-dang-vie",
            "bộ quy tắc không có tiêu chí `kiem-tra-dang-vie`; có phải muốn viết `kiem-tra-dang-vien`?",
        ),
        ("ket-nap,zzz", "bộ quy tắc không có tiêu chí `zzz`"),
        (",", "`--require` cần mã của ít nhất một tiêu chí"),
        ("", "`--require` cần mã của ít nhất một tiêu chí"),
    ],
)
def test_what_cannot_be_required_ends_with_2(capsys: Printed, small: Path, asked: str, said: str) -> None:
    ran = xeploai(capsys, "rate", RULES, small, "--require", asked)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"xeploai: lỗi: {said}")


# --period


def test_the_only_year_of_the_rules_is_their_period(capsys: Printed, good: Path) -> None:
    assert xeploai(capsys, "rate", RULES, good) == xeploai(capsys, "rate", RULES, good, "--period", "2024")


@pytest.mark.parametrize("period", ["2023", "2025", "9999", "0001"])
def test_a_period_outside_the_rules(capsys: Printed, good: Path, period: str) -> None:
    ran = xeploai(capsys, "rate", RULES, good, "--period", period)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (f"xeploai: lỗi: kỳ `{period}` nằm ngoài hiệu lực của bộ quy tắc (01/01/2024 – 31/12/2024)\n")


@pytest.mark.parametrize("period", ["24", "0000", "năm 2024", "２０２４", "2024-12-31", "-2024", ""])
def test_what_is_no_period(capsys: Printed, good: Path, period: str) -> None:
    ran = xeploai(capsys, "rate", RULES, good, f"--period={period}")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"xeploai: lỗi: `{period}` không phải là kỳ xếp loại; viết năm hoặc quý, ví dụ 2024, 2025-Q4\n"


LASTING = """
format = 1
[ruleset]
id = "demo"
{dates}
[kinds.o]
[facts.a]
of = ["o"]
type = "count"
[criteria.c]
value = "a"
at_least = 1
"""


@pytest.mark.parametrize(
    "dates", ["in_force = { since = 2020-01-01 }", "in_force = { since = 2023-07-01, until = 2024-12-31 }"]
)
def test_rules_of_several_years_ask_for_the_period(capsys: Printed, tmp_path: Path, dates: str) -> None:
    (tmp_path / "r.toml").write_text(LASTING.format(dates=dates), encoding="utf-8")
    file = table(tmp_path / "t.csv", [{"id": "x", "kind": "o", "a": 1}])
    ran = xeploai(capsys, "rate", tmp_path / "r.toml", file)
    assert ran.status == 2
    assert "thêm --period, ví dụ --period 2024" in ran.err
    assert xeploai(capsys, "rate", tmp_path / "r.toml", file, "--period", "2024").status == 0


HALF_A_YEAR = "in_force = { since = 2024-01-01, until = 2024-06-30 }"


def test_a_year_that_the_rules_do_not_outlast_is_no_default(capsys: Printed, tmp_path: Path) -> None:
    rules, result = tmp_path / "r.toml", tmp_path / "r.json"
    rules.write_text(LASTING.format(dates=HALF_A_YEAR), encoding="utf-8")
    file = table(tmp_path / "t.csv", [{"id": "x", "kind": "o", "a": 1}])
    ran = xeploai(capsys, "rate", rules, file, "--lang", "en")
    outside = "the period `2024` is outside the dates of the rule set (2024-01-01 – 2024-06-30)"
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"xeploai: error: {outside}; add --period, such as --period 2024-Q2\n"
    assert "; thêm --period, ví dụ --period 2024-Q2\n" in xeploai(capsys, "explain", rules, file, "--subject", "x").err
    asked = xeploai(capsys, "rate", rules, file, "--period", "2024", "--lang", "en")
    assert asked == (2, "", f"xeploai: error: {outside}\n")
    assert xeploai(capsys, "rate", rules, file, "--period", "2024-Q2", "--format", "json", "-o", result).status == 0
    assert xeploai(capsys, "verify", result, rules, file).status == 0


def test_a_year_at_whose_end_the_rules_hold_is_the_default(capsys: Printed, tmp_path: Path) -> None:
    dates = "in_force = { since = 2024-12-31, until = 2024-12-31 }"
    (tmp_path / "r.toml").write_text(LASTING.format(dates=dates), encoding="utf-8")
    file = table(tmp_path / "t.csv", [{"id": "x", "kind": "o", "a": 1}])
    ran = xeploai(capsys, "rate", tmp_path / "r.toml", file, "--lang", "en")
    assert (ran.status, ran.out.splitlines()[0]) == (0, "demo – period 2024")


def test_dates_on_which_no_period_ends_name_none(capsys: Printed, tmp_path: Path) -> None:
    dates = "in_force = { since = 2024-04-01, until = 2024-06-29 }"
    (tmp_path / "r.toml").write_text(LASTING.format(dates=dates), encoding="utf-8")
    file = table(tmp_path / "t.csv", [{"id": "x", "kind": "o", "a": 1}])
    ran = xeploai(capsys, "rate", tmp_path / "r.toml", file)
    assert ran.status == 2
    assert ran.err.endswith("kỳ `2024` nằm ngoài hiệu lực của bộ quy tắc (01/4/2024 – 29/6/2024)\n")


# Data


def test_a_table_on_standard_input(capsys: Printed, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(good.read_bytes())))
    assert xeploai(capsys, "rate", RULES, "-") == xeploai(capsys, "rate", RULES, good)


def test_notices_stand_beside_the_result(capsys: Printed, good: Path) -> None:
    good.write_text(good.read_text("utf-8") + "Tổng cộng,,,,8,3\n", encoding="utf-8")
    ran = xeploai(capsys, "rate", RULES, good, "--format", "json")
    assert ran.out.startswith("{\n")
    assert ran.status in {0, 2}
    assert "Traceback" not in ran.err


# explain


def test_explain_names_the_subject_that_was_meant(capsys: Printed) -> None:
    ran = xeploai(capsys, "explain", RULES, DETAILED, "--subject", "khoii")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "xeploai: lỗi: bảng không có đơn vị `khoii`; có phải muốn viết `khoi`?\n"


@pytest.mark.parametrize("given", ["Chi bộ 2", "chi bộ  2", "CHI BỘ 2"])
def test_a_unit_is_explained_by_a_name_that_it_alone_has(capsys: Printed, small: Path, given: str) -> None:
    ran = xeploai(capsys, "explain", RULES, small, "--subject", given)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == xeploai(capsys, "explain", RULES, small, "--subject", "cb-02").out


def test_an_id_goes_before_a_name(capsys: Printed, tmp_path: Path) -> None:
    file = table(tmp_path / "t.csv", [*ABOVE, cell(7, 3, number=1), cell(7, 2, number=2, name="cb-01")])
    assert "3/7" in xeploai(capsys, "explain", RULES, file, "--subject", "cb-01").out


def test_a_name_that_several_units_have_asks_for_the_id(capsys: Printed, tmp_path: Path) -> None:
    file = table(tmp_path / "t.csv", [*ABOVE, *(cell(7, 3, number=one, name="Chi bộ") for one in range(1, 12))])
    ran = xeploai(capsys, "explain", RULES, file, "--subject", "chi bộ")
    assert (ran.status, ran.out) == (2, "")
    ids = ", ".join(f"`cb-{one:02}`" for one in range(1, 9))
    assert ran.err == f"xeploai: lỗi: nhiều đơn vị có tên `chi bộ`; ghi mã của một đơn vị: {ids}, …\n"


def test_a_person_is_never_found_by_name(capsys: Printed, tmp_path: Path) -> None:
    rows = [{"id": "cb", "kind": "chi-bo-co-so"}, {"id": "dv-1", "kind": "dang-vien", "parent": "cb", "name": "Bà An"}]
    file = table(tmp_path / "t.csv", rows)
    ran = xeploai(capsys, "explain", "qd-124-2023", file, "--period", "2024", "--subject", "Bà An", "--reach", "HTT")
    assert (ran.status, ran.err) == (2, "xeploai: lỗi: bảng không có đơn vị `Bà An`\n")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("cb-55", "cb-055"),
        ("CB-055", "cb-055"),
        ("cb-0056", "cb-56"),
        ("Đảng bộ hai", "Đảng bộ Hai B"),
    ],
)
def test_an_id_is_first_looked_for_under_another_number_of_zeros(
    capsys: Printed, tmp_path: Path, given: str, meant: str
) -> None:
    rows = [cell(7, 3) | {"id": name, "name": ""} for name in ("cb-155", "cb-56", "cb-55x", "cb-055")]
    above = [ABOVE[0], {**ABOVE[1], "name": "Đảng bộ Hai B"}]
    ran = xeploai(capsys, "explain", RULES, table(tmp_path / "t.csv", [*above, *rows]), "--subject", given)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith(f"; có phải muốn viết `{meant}`?\n")


def test_explain_says_it_of_one_cell(capsys: Printed, small: Path) -> None:
    out = xeploai(capsys, "explain", RULES, small, "--subject", "cb-02").out
    assert out.startswith("Chi bộ 2 (`cb-02`) – Chi bộ trực thuộc đảng ủy cơ sở\n")
    assert (
        "thực hiện 2/7 đảng viên (28,57%); yêu cầu từ 30% đến 35% (trên khung vẫn đạt); còn thiếu 01 đảng viên" in out
    )
