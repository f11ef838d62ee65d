"""Rows that are no fault by themselves, and are often a slip that changes a verdict: said aloud, and not refused."""

import json
from pathlib import Path

import pytest

from tests.commands import ABOVE, DETAILED, RULES, SUMMARY, cell, xeploai
from tests.commands import table as file_of
from tests.test_intake import CHAIN, DB, KHOI, places, said, table
from tests.test_intake import RULES as OWN
from xeploai.diagnostic import Diagnostic, InvalidEvidence, Severity, advice, message
from xeploai.intake.from_csv import read_csv
from xeploai.intake.from_json import read_json
from xeploai.intake.read import read
from xeploai.model.ruleset import Ruleset
from xeploai.toml import load

SHORT = "id,name,kind,Trực thuộc,dang_vien"


def doubts(data: bytes, rules: Ruleset = OWN) -> tuple[Diagnostic, ...]:
    found = read_csv(data, "f", rules).notices
    said(found)
    assert all(notice.fault.severity is Severity.WARNING for notice in found)
    return found


# No unit above.


def test_a_row_without_a_parent_is_said_aloud_where_one_may_stand_above_it() -> None:
    rows = ("k,Khối,khoi,,", "d,Đảng bộ,dang-bo,k,", "c,Chi bộ 1,chi-bo,d,12", "e,Chi bộ 2,chi-bo,,7")
    (found,) = doubts(table(*rows, head=SHORT))
    assert (found.fault.code, found.place.row, found.place.subject) == ("XD153", 5, "e")
    assert found.place.field == "Trực thuộc"
    assert message(found, "vi") == "hàng không ghi đơn vị cấp trên, nên không được tính vào đơn vị nào"
    assert advice(found, "vi").startswith("ghi mã đơn vị cấp trên ở cột `Trực thuộc` của từng hàng")
    assert "column `Trực thuộc`" in advice(found, "en")


@pytest.mark.parametrize(
    "rows",
    [
        ["a,A,chi-bo,,3", "b,B,chi-bo,,4"],
        ["k,K,khoi,,", "l,L,khoi,,"],
        # What may stand above a committee is a bloc, and a cell is none.
        ["d,D,dang-bo,,", "a,A,chi-bo,d,3"],
        ["k,K,khoi,,", "a,A,chi-bo,,3"],
    ],
)
def test_no_word_where_the_table_holds_nothing_that_may_stand_above(rows: list[str]) -> None:
    assert not doubts(table(*rows, head=SHORT))


def test_the_first_of_a_kind_that_stands_under_its_own_is_a_root() -> None:
    assert not doubts(table("a,cap,,", "b,cap,a,", "c,cap,,", head="id,kind,parent,dang_vien"), CHAIN)


def test_a_table_without_a_column_of_parents() -> None:
    (found,) = doubts(table("k,khoi,", "d,dang-bo,3", head="id,kind,dang_vien"))
    assert (found.fault.name, found.place.row, found.place.field) == ("row-without-parent", 3, None)
    assert "`Trực thuộc (mã đơn vị cấp trên trực tiếp)`" in advice(found, "en")


def test_ten_rows_are_named_and_the_rest_counted() -> None:
    rows = [f"c-{n},C,chi-bo,{'db-1' if n == 0 else ''},3" for n in range(14)]
    found = doubts(table("db-1,A,dang-bo,,", *rows, head=SHORT))
    assert [notice.place.row for notice in found] == list(range(4, 15))
    assert [notice.fault.code for notice in found] == ["XD153"] * 10 + ["XD154"]
    assert message(found[-1], "vi") == "từ hàng này trở đi, còn 3 hàng nữa không ghi đơn vị cấp trên"
    eleven = doubts(table("db-1,A,dang-bo,,", *rows[:12], head=SHORT))
    assert message(eleven[-1], "en") == "1 more without a parent from this row on"


def test_a_parent_that_was_not_found_is_not_missing_too() -> None:
    with pytest.raises(InvalidEvidence) as caught:
        read_csv(table(KHOI, DB, "c,C,chi-bo,db-9,,,,,", "d,D,chi-bo,#REF!,,,,,", ",E,chi-bo,,,,,,"), "f", OWN)
    assert [name for name, _, _ in places(caught.value.problems)] == ["unknown-parent", "sheet-error", "row-without-id"]
    assert not caught.value.notices


def test_what_dropped_out_is_said_beside_what_it_made_wrong() -> None:
    with pytest.raises(InvalidEvidence) as caught:
        read_csv(table("d,A,dang-bo,,12", "c,B,chi-bo,d,5", "e,C,chi-bo,,7", head=SHORT), "f", OWN)
    assert places(caught.value.problems) == [("own-figure-contradicts-parts", 2, "dang_vien")]
    assert places(caught.value.notices) == [("row-without-parent", 4, "Trực thuộc")]


def test_json_says_it_too() -> None:
    rows = [{"id": "k", "kind": "khoi"}, {"id": "d", "kind": "dang-bo", "parent": None}]
    assert places(read_json(json.dumps(rows).encode(), "f", OWN).notices) == [("row-without-parent", 2, "parent")]


@pytest.mark.parametrize("file", [DETAILED, SUMMARY, DETAILED.with_name("nam-2024.csv")])
def test_the_examples_leave_no_doubt(file: Path) -> None:
    assert not read(file, load(RULES)).notices


def test_the_command_says_it_and_goes_on(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = file_of(tmp_path / "d.csv", [*ABOVE, cell(12, 4), cell(7, 2, number=8, parent="")])
    ran = xeploai(capsys, "rate", RULES, file)
    assert ran.status == 0
    assert ran.err.startswith(f"{file}: hàng 5, `cb-08`, cột `parent`: cảnh báo[XD153]: hàng không ghi đơn vị cấp trên")
    assert ran.err.count("XD153") == 1


# Ids that are nearly the same.


@pytest.mark.parametrize(
    ("first", "other"), [("cb-01", "CB-01"), ("cb-01", "cb 01"), ("Cb.01", "cb_01 "), ("1", "(1)")]
)
def test_ids_that_differ_by_case_or_signs_alone_are_said_aloud(first: str, other: str) -> None:
    rows = ("d,A,dang-bo,,", f'"{first}",B,chi-bo,d,12', "c,C,chi-bo,d,3", f'"{other}",D,chi-bo,d,7')
    (found,) = doubts(table(*rows, head=SHORT))
    other = other.strip()
    assert (*places((found,)), found.place.subject) == (("ids-nearly-the-same", 5, "id"), other)
    assert message(found, "vi") == (
        f"mã `{other}` chỉ khác mã `{first}` ở hàng 3 về chữ hoa, chữ thường hoặc dấu ngăn; đã tính là hai đơn vị"
    )
    assert advice(found, "en").startswith("keep one of the two rows")


def test_ids_that_differ_by_more_leave_no_doubt() -> None:
    rows = (
        "d,A,dang-bo,,",
        "cb-1,B,chi-bo,d,1",
        "cb-01,B,chi-bo,d,1",
        "cb1,B,chi-bo,d,1",
        "--,B,chi-bo,d,1",
        "..,,chi-bo,d,1",
    )
    assert not doubts(table(*rows, head=SHORT))


def test_an_id_that_is_there_twice_is_a_fault_and_no_doubt() -> None:
    with pytest.raises(InvalidEvidence) as caught:
        read_csv(table("c,A,chi-bo,,", "c,B,chi-bo,,", head=SHORT), "f", OWN)
    assert places(caught.value.problems) == [("duplicate-id", 3, None)]
    assert not caught.value.notices


def test_ten_ids_are_named_and_the_rest_counted() -> None:
    rows = [f"{letter}-{n},C,chi-bo,,3" for letter in "cC" for n in range(13)]
    found = doubts(table(*rows, head=SHORT))
    assert [notice.place.row for notice in found] == list(range(15, 26))
    assert [notice.fault.code for notice in found] == ["XD155"] * 10 + ["XD156"]
    assert message(found[-1], "vi") == "từ hàng này trở đi, còn 3 mã nữa gần trùng với mã ở trên"
