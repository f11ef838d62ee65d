"""Tables of data: what is read, what is said aloud, and what is refused, every fault at its place."""

import io
import json
import re
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from xeploai.diagnostic import Diagnostic, Fault, InvalidEvidence, Severity, advice, message, render
from xeploai.evidence import faults as evidence_faults
from xeploai.intake import cell_faults, faults, log
from xeploai.intake.from_csv import read_csv
from xeploai.intake.from_json import read_json
from xeploai.intake.read import read, read_bytes
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.fact import Counted, Fact, FactType
from xeploai.model.kind import Group, Kind
from xeploai.model.quota import Quota
from xeploai.model.ruleset import Ruleset
from xeploai.model.scale import Level, Scale
from xeploai.toml import load, parse
from xeploai.vietnamese.figures import points_text

COMMITTEE, CELL = "Đảng bộ cơ sở", "Chi bộ trực thuộc đảng ủy cơ sở"
PARTY = ("khoi", "dang-bo", "chi-bo")
RULES = Ruleset(
    "test",
    kinds=(
        Kind("khoi", "Đảng bộ Khối"),
        Kind("dang-bo", COMMITTEE, ("khoi",), ("Tổ chức",)),
        Kind("chi-bo", CELL, ("dang-bo",), ("Chi bộ trực thuộc đảng bộ cơ sở", "Tổ chức")),
    ),
    facts=(
        Fact("so_chi_bo", of="dang-bo", label="Số chi bộ trực thuộc", counts=Counted("chi-bo"), minimum=1),
        Fact("dang_vien", of=PARTY, label="Tổng số đảng viên (có đến 31/12)"),
        Fact("hoc_tap", of=PARTY, label="Số đảng viên được quán triệt, học tập", at_most="dang_vien"),
        Fact("dan_chu", FactType.YES_NO, of=PARTY[1:], label="Thực hiện dân chủ (có/không)"),
        Fact("muc", FactType.LEVEL, of=PARTY[1:], label="Mức xếp loại do cấp có thẩm quyền quyết định"),
        Fact("diem", FactType.NUMBER, of=PARTY[1:], label="Tổng điểm", maximum=100),
        Fact("tu_tuong", FactType.GRADE, of=PARTY[1:], label="Chính trị, tư tưởng", document="can_cu_tu_tuong"),
        Fact("ngay_lap", FactType.DATE, of=PARTY[1:], label="Ngày thành lập"),
        Fact("khac_1", of="khoi", label="Số khác"),
        Fact("khac_2", of="khoi", label="Số khác"),
    ),
    scale=Scale(
        (
            Level("xuat-sac", "Hoàn thành xuất sắc nhiệm vụ", ("HTXS", "HTXSNV")),
            Level("tot", "Hoàn thành tốt nhiệm vụ", ("HTT", "HTTNV")),
            Level("hoan-thanh", "Hoàn thành nhiệm vụ", ("HTNV", "H")),
            Level("khong-hoan-thanh", "Không hoàn thành nhiệm vụ", ("KHTNV", "H")),
        ),
        Level("khong-xep-loai", "Không xếp loại"),
    ),
    grades=Scale(
        (
            Level("xs", "Xuất sắc", ("XS",)),
            Level("tot", "Tốt", ("T",)),
            Level("trung-binh", "Trung bình", ("TB", "D")),
            Level("kem", "Kém", ("K", "D")),
        ),
        Level("khong-danh-gia", "Không đánh giá"),
    ),
    quotas=(Quota("q", "xuat-sac", Fraction(1, 5), group="nhom"), Quota("r", "tot", Fraction(1, 5), group="nhom")),
)
HEAD = "id,name,kind,parent,so_chi_bo,dang_vien,hoc_tap,dan_chu,muc"
KHOI = "k,Khối,khoi,,,,,,"
DB = "db-1,Đảng bộ 1,dang-bo,k,,,,,"


def table(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join((head, *rows)).encode()


def subjects(data: bytes | str) -> dict[str, Evidence]:
    found = read_csv(data.encode() if isinstance(data, str) else data, "so-lieu.csv", RULES)
    return {subject.id: subject for subject in found.subjects}


def refused(data: bytes, reader: str = "csv") -> tuple[Diagnostic, ...]:
    read_it = read_csv if reader == "csv" else read_json
    with pytest.raises(InvalidEvidence) as caught:
        read_it(data, "so-lieu.csv", RULES)
    said(caught.value.problems)
    return caught.value.problems


def said(found: tuple[Diagnostic, ...]) -> None:
    """Every sentence can be said in both languages: the problem on one line, what to do on the next."""
    for diagnostic in found:
        for text in (render(diagnostic, "vi"), render(diagnostic, "en")):
            assert all(line.isprintable() for line in text.split("\n"))
            assert text.count("\n") <= 1


def places(found: tuple[Diagnostic, ...]) -> list[tuple[str, int | None, str | None]]:
    return [(problem.fault.name, problem.place.row, problem.place.field) for problem in found]


def fact(cell: str, name: str = "dang_vien") -> object:
    return subjects(table(KHOI, f"db-1,A,dang-bo,k,{cell}", head=f"id,name,kind,parent,{name}"))["db-1"].facts.get(name)


# What is read.

LABELLED = (
    "Mã đơn vị;TÊN ĐƠN VỊ;Loại hình tổ chức;Trực thuộc;Số chi bộ  trực thuộc;Tổng số đảng viên;"
    "Số đảng viên được quán triệt, học tập;Thực hiện dân chủ;muc;Lý do không xếp loại"
)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_sheet_as_offices_keep_it(newline: str, mark: bytes, form: Literal["NFC", "NFD"]) -> None:
    rows = [
        '# made up, "not real; at all',
        '"# as a spreadsheet quotes it; with its commas";;;',
        "",
        LABELLED + ";STT;GHI CHÚ;Điện  thoại;;",
        "07;Khối; đảng bộ khối;;;;;;;;1;=x;#REF!;;",
        f"db-1;Đảng bộ 1;{COMMITTEE.upper()};khối;1;9;9;Có;Hoàn thành tốt;;2;;;;",
        ";;;;;;;;;;3;;;;",
        '"cb-1";Chi bộ 1;Chi bộ trực thuộc đảng uỷ cơ sở;db-1;;9;;KHÔNG;khong-xep-loai;"mới; lập";4;;;;',
    ]
    data = mark + normalize(form, newline.join(rows)).encode()
    hierarchy = read_csv(data, "f", RULES)
    assert hierarchy == Hierarchy(
        (
            Evidence("07", "khoi", {}, "Khối"),
            Evidence(
                "db-1",
                "dang-bo",
                {"so_chi_bo": 1, "dang_vien": 9, "hoc_tap": 9, "dan_chu": True, "muc": "tot"},
                "Đảng bộ 1",
                "07",
            ),
            Evidence(
                "cb-1",
                "chi-bo",
                {"dang_vien": 9, "dan_chu": False, "muc": "khong-xep-loai"},
                "Chi bộ 1",
                "db-1",
                {"ly_do_khong_xep_loai": "mới; lập"},
            ),
        )
    )
    assert [subject.at.row for subject in hierarchy.subjects if subject.at] == [5, 6, 8]
    assert not hierarchy.notices


@pytest.mark.parametrize("name", ["khoi-tong-hop", "khoi-chi-tiet"])
def test_the_examples_are_read(name: str) -> None:
    root = Path(__file__).parents[1]
    hierarchy = read(root / "examples" / f"{name}.csv", load(root / "rules" / "lam-dong-2024.toml"))
    assert not hierarchy.notices
    assert hierarchy.subjects[1].facts["muc_xep_loai"] == "tot"
    assert hierarchy.subjects[1].notes == {"can_cu_xep_loai": "QĐ ví dụ 01, 20/12/2024"}


def test_json_is_read_as_csv_is() -> None:
    rows = [
        {"id": "07", "Tên đơn vị": "Khối", "kind": "khoi", "dang_vien": 3402},
        {"id": "db", "kind": COMMITTEE, "parent": "Khối", "dang_vien": "3.402", "dan_chu": "có", "muc": None},
        {"id": "cb", "kind": "chi-bo", "parent": "db", "dan_chu": True, "muc": "HTT"},
    ]
    expected = (
        Evidence("07", "khoi", {"dang_vien": 3402}, "Khối"),
        Evidence("db", "dang-bo", {"dang_vien": 3402, "dan_chu": True}, None, "07"),
        Evidence("cb", "chi-bo", {"dan_chu": True, "muc": "tot"}, None, "db"),
    )
    for tree in (rows, {"subjects": rows}):
        hierarchy = read_json(json.dumps(tree).encode(), "f", RULES)
        assert hierarchy.subjects == expected
        assert places(hierarchy.notices) == [("count-read-as", 2, "dang_vien")]


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        *(("HTXSNV", "xuat-sac"), ("htt", "tot"), ("hoàn thành tốt", "tot"), ("HOÀN THÀNH NHIỆM VỤ", "hoan-thanh")),
        *(("không hoàn thành", "khong-hoan-thanh"), ("KHTNV", "khong-hoan-thanh"), ("tot", "tot")),
        *(("Hòan thành nhiệm vụ", None), ("không xếp loại", "khong-xep-loai"), ("HT", None), ("", None), (" ", None)),
    ],
)
def test_levels_are_compared_whole(cell: str, level: str | None) -> None:
    for given in (normalize("NFC", cell), normalize("NFD", cell)):
        if level is None and cell.strip():
            problems = refused(table(f"db-1,A,dang-bo,{given}", head="id,name,kind,muc"))
            assert places(problems) == [("not-a-level", 2, "muc")]
        else:
            assert fact(given, "muc") == level


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        *(("Xuất sắc", "xs"), ("XUẤT SẮC", "xs"), ("tốt", "tot"), ("tot", "tot"), ("tb", "trung-binh"), ("Kém", "kem")),
        *(("Không đánh giá", "khong-danh-gia"), ("khong-danh-gia", "khong-danh-gia"), ("", None)),
    ],
)
def test_grades_are_compared_whole(cell: str, grade: str | None) -> None:
    for given in (normalize("NFC", cell), normalize("NFD", cell)):
        assert fact(given, "tu_tuong") == grade


def test_a_grade_is_found_with_its_tone_in_either_place() -> None:
    grades = Scale((Level("hoa", "Hòa"),))
    rules = Ruleset("r", facts=(Fact("g", FactType.GRADE),), grades=grades)
    for written in ("Hòa", "hoà"):
        assert read_csv(f"id,g\na,{written}".encode(), "f", rules).subjects[0].facts == {"g": "hoa"}


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        *(("92", "92"), ("92,5", "92.5"), ("92.5", "92.5"), (" 92,25 ", "92.25"), ("0,125", "0.125"), ("0", "0")),
        *(("99,9999", "99.9999"), ("９２，５", "92.5"), ("1,5000", "1.5"), ("0,0000000001", "0.0000000001")),
    ],
)
def test_points_are_exact(cell: str, points: str) -> None:
    found = fact(f'"{cell}"', "diem")
    assert isinstance(found, Decimal)
    assert found == Decimal(points)


@pytest.mark.parametrize(
    ("cell", "thousands", "decimal"), [("1.500", 1500, "1.5"), ("92,125", 92125, "92.125"), ("-7.000", -7000, "-7")]
)
def test_the_question_about_points_offers_what_is_then_read(cell: str, thousands: int, decimal: str) -> None:
    rules = Ruleset("r", facts=(Fact("p", FactType.NUMBER),))
    with pytest.raises(InvalidEvidence) as caught:
        read_json(json.dumps([{"id": "s", "p": cell}]).encode(), "f", rules)
    values = caught.value.problems[0].values
    assert (points_text(values["joined"]), points_text(values["decimal"])) == (Decimal(thousands), Decimal(decimal))


@pytest.mark.parametrize("cell", ["31/12/2024", "31-12-2024", "31.12.2024", "2024-12-31", "2024-12-31 00:00:00"])
def test_days_come_first(cell: str) -> None:
    assert fact(cell, "ngay_lap") == date(2024, 12, 31)
    assert fact("1-7-2024", "ngay_lap") == date(2024, 7, 1)


def test_json_keeps_points_exact() -> None:
    rows = (
        '[{"id": "d", "kind": "dang-bo", "diem": 92.10}, {"id": "e", "kind": "dang-bo", "diem": "92,10"},'
        '{"id": "f", "kind": "dang-bo", "diem": 92, "ngay_lap": "1/7/2024", "tu_tuong": "TB"}]'
    )
    found = [subject.facts for subject in read_json(rows.encode(), "f", RULES).subjects]
    assert found[0] == found[1] == {"diem": Decimal("92.1")}
    assert found[2] == {"diem": Decimal(92), "ngay_lap": date(2024, 7, 1), "tu_tuong": "trung-binh"}
    assert all(isinstance(facts["diem"], Decimal) for facts in found)


def test_documents_and_groups_are_columns_of_text() -> None:
    head = "id,kind,tu_tuong,Can_cu_tu_tuong,nhom"
    rows = ("d,dang-bo,tốt,Kết luận 5,khối đảng", "e,dang-bo,kém,,=A1")
    assert places(refused(table(*rows, head=head))) == [("formula", 3, "nhom")]
    assert subjects(table(rows[0], head=head))["d"].notes == {"can_cu_tu_tuong": "Kết luận 5", "nhom": "khối đảng"}


def test_facts_may_share_a_document_with_each_other_and_with_the_level() -> None:
    rules = parse("""\
format = 1
ruleset.id = "demo"
[scale.levels]
good = {}
poor = {}
[facts]
level = { type = "level", document = "can_cu_xep_loai" }
unity = { type = "yes_no", document = "ket_luan" }
honesty = { type = "yes_no", document = "ket_luan" }
[criteria]
a = { value = "level", at_least = "good" }
b = { yes = "unity" }
c = { yes = "honesty" }
""")
    found = read_csv(b"id,unity,ket_luan,can_cu_xep_loai\ns,x,KL 1,QD 2\nt,no,,", "f", rules)
    assert found.subjects[0].notes == {"ket_luan": "KL 1", "can_cu_xep_loai": "QD 2"}


@pytest.mark.parametrize("column", ["so_chi_bo", "dan_chu", "muc", "diem", "tu_tuong", "ngay_lap"])
def test_what_cannot_be_seen_is_blank(column: str) -> None:
    assert fact("\u200b\u00a0", column) is None


def test_letters_that_only_look_right() -> None:
    found = read_csv(table("d,dang-bo,\u041aHTNV", head="id,kind,muc"), "f", RULES)
    assert found.subjects[0].facts == {"muc": "khong-hoan-thanh"}
    assert places(found.notices) == [("look-alike-letters", 2, "muc")]


def test_what_is_said_aloud() -> None:
    head = "Mã ðơn vị,name,kind,parent,Tổng số đảng viên"
    rows = ("k,Khối,khoi,,", "db-1,A,Ðảng bộ cơ sở,k,3.402", "db-2,B,dang-bo,k,３", "db-3,C,dang-bo,k", ",Cộng,,,n/a5")
    hierarchy = read_csv(table(*rows, head=head), "f", RULES)
    said(hierarchy.notices)
    assert [(n.fault.name, n.place.row, n.place.field) for n in hierarchy.notices] == [
        ("look-alike-letters", 1, "Mã ðơn vị"),
        ("look-alike-letters", 3, "kind"),
        ("count-read-as", 3, "Tổng số đảng viên"),
        ("count-read-as", 4, "Tổng số đảng viên"),
        ("fewer-cells-than-columns", 5, None),
        ("total-unreadable", 6, "Tổng số đảng viên"),
    ]
    assert [s.facts.get("dang_vien") for s in hierarchy.subjects] == [None, 3402, 3, None]


def test_what_is_said_aloud_is_said_beside_faults_too() -> None:
    head = "id,name,kind,parent,Tổng số đảng viên"
    with pytest.raises(InvalidEvidence) as caught:
        read_csv(table("k,Khối,khoi,,", "db-1,A,dang-bo,k,3.402", "db-2,B,dang-bo,k,-3", head=head), "f", RULES)
    assert places(caught.value.notices) == [("count-read-as", 3, "Tổng số đảng viên")]
    assert places(caught.value.problems) == [("negative-count", 4, "Tổng số đảng viên")]
    (negative,) = caught.value.problems
    assert advice(negative, "vi") == "kiểm tra lại con số; chưa biết thì để trống"
    assert advice(negative, "en") == "check the figure; leave it empty where it is not known"


@pytest.mark.parametrize(
    ("rows", "differs"),
    [
        (["k,,9", "a,k,4", "b,k,5", "Tổng cộng,,9"], []),
        (["k,,", "a,k,4", "b,k,5", "TỔNG SỐ :,,9"], []),
        (["k,,", "a,k,4", "b,k,5", "Cộng,,10"], [("10", "9")]),
        # The bloc knows of 20, its organisations have reported 9: either is the total of a level.
        (["k,,20", "a,k,4", "b,k,5", "c,k,", "Tổng cộng,,20"], []),
        (["k,,20", "a,k,4", "b,k,5", "c,k,", "Tổng cộng,,9"], []),
        (["k,,20", "a,k,4", "b,k,5", "c,k,", "Tổng cộng,,29"], [("29", "9")]),
        (["a,,4", "b,,5", "Cộng,,9", "c,,6", "Cộng,,6", "Tổng cộng,,15"], []),
        (["a,,4", "b,,5", "Cộng,,8", "c,,6", "Tổng cộng,,-"], [("8", "15")]),
        (["Tổng số,,15", "a,,9", "b,,6"], []),
        (["Tổng số,,0", "a,,9", "b,,6"], [("0", "15")]),
    ],
)
def test_totals_are_compared_and_left_out(rows: list[str], differs: list[tuple[str, str]]) -> None:
    def line(row: str) -> str:
        name, parent, figure = row.split(",")
        if len(name) > 1:
            return f",{name},,,{figure}"
        return f"{name},,{'khoi' if name == 'k' else 'dang-bo'},{parent},{figure}"

    hierarchy = read_csv(table(*map(line, rows), head="id,name,kind,parent,dang_vien"), "f", RULES)
    said(hierarchy.notices)
    assert [(n.values["stated"], n.values["computed"]) for n in hierarchy.notices] == differs
    assert all(len(subject.id) == 1 for subject in hierarchy.subjects)


def test_a_total_is_known_by_an_ignored_column_too() -> None:
    data = table("1,k,Khối,khoi,5", "Tổng cộng,,,,6", head="STT,id,name,kind,dang_vien")
    assert places(read_csv(data, "f", RULES).notices) == [("total-differs", 3, "dang_vien")]


# What is refused.


def cell_of(cell: str, column: str = "dang_vien") -> bytes:
    return table(f'db-1,A,dang-bo,"{cell}"', head=f"id,name,kind,{column}")


def in_windows_1258(text: str) -> bytes:
    """Letters with their marks in one byte, the tone in another."""
    letters = normalize("NFD", text)
    marked = re.sub("(.)(\u0323?)([\u0302\u0306\u031b])", lambda at: normalize("NFC", at[1] + at[3]) + at[2], letters)
    return marked.encode("cp1258")


REFUSED: list[tuple[bytes, Fault, int | None, str | None]] = [
    (b"", faults.EMPTY_FILE, None, None),
    (b"\xef\xbb\xbf \n\n", faults.EMPTY_FILE, None, None),
    (b"# only this\n,,\n", faults.EMPTY_FILE, None, None),
    (table(), faults.NO_ROWS, None, None),
    (table(",,,,,,,,", ",Tổng cộng,,,,3,,,"), faults.NO_ROWS, None, None),
    (b"id,kind\n\xff", faults.NOT_UTF_8, None, None),
    ("id,kind".encode("utf-16"), faults.UTF_16, None, None),
    ("§¶ng bé c¬ së, §¶ng ñy, chi bé trùc thuéc".encode(), faults.TCVN3, None, None),
    ("Ñaûng boä cô sôû, Ñaûng uûy, chi boä tröïc thuoäc".encode(), faults.VNI, None, None),
    (in_windows_1258("Đảng bộ cơ sở, Đảng ủy, chi bộ trực thuộc"), faults.WINDOWS_1258, None, None),
    ("Đảng bộ cơ sở, Đảng ủy".encode().decode("latin-1").encode(), faults.UTF_8_TWICE, None, None),
    (b"PK\x03\x04rest", faults.WORKBOOK, None, None),
    (b"id,kind\nk\0,khoi", faults.BINARY, None, None),
    (b'id,kind\nk,"khoi\n', faults.BROKEN_QUOTES, None, None),
    (b'id,kind\nk,"kh"oi\n', faults.BROKEN_QUOTES, None, None),
    (b"id,kind\nk," + b"a" * 140_000, faults.CELL_TOO_LONG, None, None),
    (b"id|kind\nk|khoi", faults.NO_KNOWN_COLUMN, 1, None),
    ("BIỂU TỔNG HỢP\n\nMã,Loại".encode(), faults.NO_KNOWN_COLUMN, 1, None),
    ("BIỂU TỔNG HỢP\nid,kind".encode(), faults.HEADING_BELOW, 1, None),
    ("BIỂU TỔNG HỢP;;\nNăm 2024;;\n;;\nSTT;MÃ ĐƠN VỊ;Loại\n1;k;khoi".encode(), faults.HEADING_BELOW, 1, None),
    (b",".join(b"%d" % n for n in range(100_000)), faults.TOO_MANY_COLUMNS, None, None),
    (table("k,khoi,1", head="id,kind,Tổng số dảng viên"), faults.UNKNOWN_COLUMN, 1, "Tổng số dảng viên"),
    (
        table("k,khoi", head="id,kind,Tổng số đảng viên (có đến 30/6)"),
        faults.UNKNOWN_COLUMN,
        1,
        "Tổng số đảng viên (có đến 30/6)",
    ),
    (table("k,khoi,,", head="id,kind,dang_vien,Tổng số đảng viên"), faults.DUPLICATE_COLUMN, 1, "Tổng số đảng viên"),
    (table("k,khoi", head="id,kind,số khác"), faults.AMBIGUOUS_COLUMN, 1, "số khác"),
    (table("A,khoi", head="name,kind"), faults.NO_ID_COLUMN, 1, None),
    (table("k,Khối", head="id,name"), faults.NO_KIND_COLUMN, 1, None),
    (table("k,khoi,3", head="id,kind,"), faults.NO_HEADING, 1, None),
    (table("a,dang-bo,x", "b,dang-bo,", "k,khoi,", head="id,kind,dan_chu"), faults.ONLY_X, 1, "dan_chu"),
    (table("k,Khối,khoi, Đà Lạt", head="id,name,kind"), faults.TOO_MANY_CELLS, 2, None),
    (table(KHOI, ",A,dang-bo,k,,,,,"), faults.NO_ID, 3, "id"),
    (table("đb-1,A,dang-bo,,,,,,"), faults.ID_NOT_ASCII, 2, "id"),
    (table("db\u200b1,A,dang-bo,,,,,,"), faults.ID_NOT_ASCII, 2, "id"),
    (table("d" * 101 + ",A,dang-bo,,,,,,"), faults.ID_TOO_LONG, 2, "id"),
    (table("k,A,,,,5,,,"), faults.NO_KIND, 2, "kind"),
    (table("c,,,k,,,,,", KHOI), faults.NO_KIND, 2, "kind"),
    (table(KHOI, ",I. KHỐI ĐẢNG,,,,,,,"), faults.NOT_A_UNIT, 3, None),
    (table(KHOI, "I,KHỐI ĐẢNG,,,,,,,", DB), faults.NOT_A_UNIT, 3, None),
    (table(KHOI, "Người lập biểu,,,,,Thủ trưởng đơn vị,,,"), faults.NOT_A_UNIT, 3, None),
    (table("1,k,khoi,x", "2,,,Nguyễn Thị Ví Dụ", head="STT,id,kind,name"), faults.NOT_A_UNIT, 3, None),
    (table("k,A,Đảng bộ cơ quan,,,,,,"), evidence_faults.UNKNOWN_KIND, 2, "kind"),
    (table("k,A,tổ chức,,,,,,"), faults.AMBIGUOUS_KIND, 2, "kind"),
    (
        table(KHOI, DB, "db-2,đảng bộ  1,dang-bo,k,,,,,", "c,,chi-bo,Đảng bộ 1,,,,,"),
        faults.AMBIGUOUS_PARENT,
        5,
        "parent",
    ),
    (table(KHOI, "db-1,A,dang-bo,Khôi,,,,,"), evidence_faults.UNKNOWN_PARENT, 3, "parent"),
    (table("k,=A1&B1,khoi,,,,,,"), cell_faults.FORMULA, 2, "name"),
    (cell_of("=SUM(A1:A9)"), cell_faults.FORMULA, 2, "dang_vien"),
    *((cell_of(e, c), cell_faults.SHEET_ERROR, 2, c) for e in ("#REF!", "#DIV/0!", "####") for c in ("muc", "dan_chu")),
    *((cell_of(e), cell_faults.SHEET_ERROR, 2, "dang_vien") for e in ("#N/A", "#REF!", "Err:502")),
    *((cell_of(p), cell_faults.PLACEHOLDER, 2, "dang_vien") for p in ("-", "–", "…", "chưa BC", "không")),
    (cell_of("-3"), cell_faults.NEGATIVE, 2, "dang_vien"),
    (cell_of("98,5%"), cell_faults.PERCENT, 2, "dang_vien"),
    (cell_of("30/7"), cell_faults.FRACTION, 2, "dang_vien"),
    (cell_of("03-Oct"), cell_faults.DATE, 2, "dang_vien"),
    (cell_of("3,402"), cell_faults.COMMA_GROUP, 2, "dang_vien"),
    (cell_of("1.5"), cell_faults.DECIMAL, 2, "dang_vien"),
    (cell_of("1E+05"), cell_faults.SCIENTIFIC, 2, "dang_vien"),
    (cell_of("9" * 1000), cell_faults.TOO_LONG, 2, "dang_vien"),
    (cell_of("12 đồng chí"), cell_faults.WITH_WORDS, 2, "dang_vien"),
    (cell_of("\u202e204"), cell_faults.DIRECTION_MARK, 2, "dang_vien"),
    *((cell_of(t), cell_faults.NOT_A_NUMBER, 2, "dang_vien") for t in ("x", "+5", "nhiều")),
    *((cell_of(t, "dan_chu"), cell_faults.NOT_AN_ANSWER, 2, "dan_chu") for t in ("1", "0", "có rồi")),
    *((cell_of(t, "dan_chu"), cell_faults.UNCLEAR_ANSWER, 2, "dan_chu") for t in ("-", "chưa")),
    *((cell_of(t, "muc"), cell_faults.UNCLEAR_LEVEL, 2, "muc") for t in ("-", "chưa có kết quả")),
    *((cell_of(t, "muc"), cell_faults.GRADE, 2, "muc") for t in ("Tốt", "tốt", "Xuất sắc")),
    *((cell_of(t, "muc"), cell_faults.FORMER_TITLE, 2, "muc") for t in ("Trong sạch vững mạnh", "TSVM tiêu biểu")),
    (cell_of("H", "muc"), cell_faults.AMBIGUOUS_LEVEL, 2, "muc"),
    *((cell_of(t, "muc"), evidence_faults.NOT_A_LEVEL, 2, "muc") for t in ("không", "HTX", "không đạt")),
    *((cell_of(t, "tu_tuong"), cell_faults.UNCLEAR_GRADE, 2, "tu_tuong") for t in ("-", "chưa đánh giá")),
    *((cell_of(t, "tu_tuong"), cell_faults.LEVEL, 2, "tu_tuong") for t in ("HTT", "Hoàn thành tốt", "không xếp loại")),
    (cell_of("D", "tu_tuong"), cell_faults.AMBIGUOUS_GRADE, 2, "tu_tuong"),
    *((cell_of(t, "tu_tuong"), evidence_faults.NOT_A_GRADE, 2, "tu_tuong") for t in ("khá", "Tốt lắm", "không")),
    *((cell_of(t, "diem"), cell_faults.PLACEHOLDER, 2, "diem") for t in ("-", "chưa có", "NaN")),
    (cell_of("92,5%", "diem"), cell_faults.PERCENT_FOR_POINTS, 2, "diem"),
    (cell_of("09-May", "diem"), cell_faults.DATE_FOR_POINTS, 2, "diem"),
    *((cell_of(t, "diem"), cell_faults.THOUSANDS, 2, "diem") for t in ("1.500", "1,500", "92.125")),
    (cell_of("9,2E+01", "diem"), cell_faults.SCIENTIFIC_FOR_POINTS, 2, "diem"),
    (cell_of("9" * 16, "diem"), cell_faults.POINTS_TOO_LONG, 2, "diem"),
    (cell_of("92,5 điểm", "diem"), cell_faults.POINTS_WITH_WORDS, 2, "diem"),
    (cell_of("\u202e92", "diem"), cell_faults.DIRECTION_MARK, 2, "diem"),
    *(
        (cell_of(t, "diem"), cell_faults.NOT_POINTS, 2, "diem")
        for t in ("Infinity", "1.234,5", "1/2", "+5", "1.000.000")
    ),
    *((cell_of(t, "diem"), evidence_faults.TOO_LARGE, 2, "diem") for t in ("100,5", "100,0001")),
    (cell_of("-3", "diem"), evidence_faults.TOO_SMALL, 2, "diem"),
    (cell_of("1/7/24", "ngay_lap"), cell_faults.SHORT_YEAR, 2, "ngay_lap"),
    (cell_of("12/31/2024", "ngay_lap"), cell_faults.MONTH_FIRST, 2, "ngay_lap"),
    *((cell_of(t, "ngay_lap"), cell_faults.NO_SUCH_DAY, 2, "ngay_lap") for t in ("31/11/2024", "2023-02-29")),
    *((cell_of(t, "ngay_lap"), cell_faults.STRANGE_YEAR, 2, "ngay_lap") for t in ("1/7/0204", "1/7/2924")),
    *((cell_of(t, "ngay_lap"), cell_faults.SERIAL, 2, "ngay_lap") for t in ("45657", "45657.5")),
    *((cell_of(t, "ngay_lap"), cell_faults.NOT_A_DATE, 2, "ngay_lap") for t in ("2024", "7/2024", "-", "cuối năm")),
    # The evidence floor speaks through the same door.
    (table("k,khoi,có", head="id,kind,muc"), evidence_faults.NOT_CARRIED, 2, "muc"),
    (table("d,dang-bo,0", head="id,kind,so_chi_bo"), evidence_faults.TOO_SMALL, 2, "so_chi_bo"),
    (table("k,khoi,3,4", head="id,kind,dang_vien,hoc_tap"), evidence_faults.PART_LARGER, 2, "hoc_tap"),
    (table(KHOI, KHOI), evidence_faults.DUPLICATE_ID, 3, None),
    (table(KHOI, "c,A,chi-bo,k,,,,,"), evidence_faults.WRONG_PARENT, 3, None),
    (table("d,,dang-bo,,1,,,,", "c,,chi-bo,d,,,,,", "e,,chi-bo,d,,,,,"), evidence_faults.FEWER_STATED, 2, "so_chi_bo"),
    (table("d,A,dang-bo,,,9,,,", "c,B,chi-bo,d,,8,,,"), evidence_faults.OWN_AGAINST_PARTS, 2, "dang_vien"),
]
REFUSED_JSON: list[tuple[str, Fault, int | None, str | None]] = [
    ("[1, ", faults.NOT_JSON, None, None),
    ("[" * 100_000, faults.TOO_DEEP, None, None),
    ('{"a": []}', faults.NOT_A_LIST, None, None),
    ('{"subjects": [], "subjects": []}', faults.NOT_A_LIST, None, None),
    ('"subjects"', faults.NOT_A_LIST, None, None),
    ("[]", faults.NO_ROWS, None, None),
    ('[{"id": "k", "kind": "khoi"}, "k"]', cell_faults.NOT_AN_OBJECT, 2, None),
    ("[7]", cell_faults.NOT_AN_OBJECT, 1, None),
    ('{"subjects": [["k", "khoi"]]}', cell_faults.NOT_AN_OBJECT, 1, None),
    ('[{"id": 7, "kind": "khoi"}]', cell_faults.NOT_TEXT, 1, "id"),
    ('[{"id": "k", "kind": "khoi", "name": false}]', cell_faults.NOT_TEXT, 1, "name"),
    ('[{"id": "k", "kind": "khoi", "id": "k"}]', cell_faults.DUPLICATE_KEY, 1, "id"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": {"a": 1}}]', cell_faults.NESTED, 1, "dang_vien"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": [[]]}]', cell_faults.NESTED, 1, "dang_vien"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": 3.402}]', cell_faults.NOT_WHOLE, 1, "dang_vien"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": 1e3}]', cell_faults.EXPONENT, 1, "dang_vien"),
    ('[{"id": "d", "kind": "dang-bo", "diem": 9.2e1}]', cell_faults.EXPONENT, 1, "diem"),
    ('[{"id": "d", "kind": "dang-bo", "diem": 0.' + "3" * 5000 + "}]", cell_faults.TOO_LONG, 1, "diem"),
    ('[{"id": "d", "kind": "dang-bo", "diem": Infinity}]', cell_faults.NOT_FINITE, 1, "diem"),
    ('[{"id": "d", "kind": "dang-bo", "diem": true}]', evidence_faults.NOT_POINTS, 1, "diem"),
    ('[{"id": "d", "kind": "dang-bo", "diem": 100.5}]', evidence_faults.TOO_LARGE, 1, "diem"),
    ('[{"id": "d", "kind": "dang-bo", "diem": -1}]', evidence_faults.TOO_SMALL, 1, "diem"),
    ('[{"id": "d", "kind": "dang-bo", "tu_tuong": 1.5}]', evidence_faults.NOT_A_GRADE, 1, "tu_tuong"),
    ('[{"id": "d", "kind": "dang-bo", "ngay_lap": 45657}]', cell_faults.SERIAL, 1, "ngay_lap"),
    ('[{"id": "d", "kind": "dang-bo", "ngay_lap": false}]', evidence_faults.NOT_A_DAY, 1, "ngay_lap"),
    ('[{"id": "d", "kind": "dang-bo", "dan_chu": 0.5}]', evidence_faults.NOT_YES_NO, 1, "dan_chu"),
    ('[{"id": 7.5, "kind": "khoi"}]', cell_faults.NOT_TEXT, 1, "id"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": NaN}]', cell_faults.NOT_FINITE, 1, "dang_vien"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": -Infinity}]', cell_faults.NOT_FINITE, 1, "dang_vien"),
    ('[{"id": "k", "kind": "khoi", "name": "\\ud800"}]', cell_faults.BROKEN_TEXT, 1, "name"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": ' + "9" * 5000 + "}]", cell_faults.TOO_LONG, 1, "dang_vien"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": -1}]', evidence_faults.NOT_A_COUNT, 1, "dang_vien"),
    ('[{"id": "k", "kind": "khoi", "dang_vien": true}]', evidence_faults.NOT_A_COUNT, 1, "dang_vien"),
    ('[{"id": "d", "kind": "dang-bo", "dan_chu": 1}]', evidence_faults.NOT_YES_NO, 1, "dan_chu"),
    ('[{"id": "d", "kind": "dang-bo", "muc": 1}]', evidence_faults.NOT_A_LEVEL, 1, "muc"),
    ('[{"k": 1}, {"k": "id", "l": "kind"}]', faults.NO_KNOWN_COLUMN, None, None),
    ('[{"id": "k", "kind": "khoi", "\\ud800": 1}]', faults.UNKNOWN_COLUMN, None, "\\ud800"),
]


@pytest.mark.parametrize(("data", "fault", "row", "field"), REFUSED)
def test_refused(data: bytes, fault: Fault, row: int | None, field: str | None) -> None:
    assert places(refused(data)) == [(fault.name, row, field)]


@pytest.mark.parametrize(("text", "fault", "row", "field"), REFUSED_JSON)
def test_refused_json(text: str, fault: Fault, row: int | None, field: str | None) -> None:
    assert places(refused(text.encode(), "json")) == [(fault.name, row, field)]


def test_every_kind_of_fault_is_tried() -> None:
    catalogue = [f for module in (faults, cell_faults) for f in vars(module).values() if isinstance(f, Fault)]
    codes = [fault.code for fault in catalogue]
    assert len(set(codes)) == len(codes) == len({fault.name for fault in catalogue})
    tried = {fault.code for _, fault, _, _ in (*REFUSED, *REFUSED_JSON)}
    elsewhere = {"XD001", "XD002", "XD003", "XD004", "XD019", "XD023", "XD025"}
    assert {f.code for f in catalogue if f.severity is Severity.ERROR} - tried == elsewhere


def test_a_row_that_is_no_unit_may_be_deleted() -> None:
    (problem,) = refused(table(KHOI, "Người lập biểu,,,,,Thủ trưởng,,,"))
    assert message(problem, "vi") == "hàng chỉ ghi `Người lập biểu`, `Thủ trưởng`, chưa đủ để coi là một đơn vị"
    assert advice(problem, "vi").startswith("nếu là tên mục, chữ ký hay ghi chú thì xóa cả hàng")


def test_a_row_that_may_be_a_unit_is_still_one_that_others_stand_under() -> None:
    assert places(refused(table("d,Đảng bộ,,,,,,,", "c,A,chi-bo,d,,3,,,"))) == [("row-of-no-organisation", 2, None)]


def test_without_a_column_of_kinds_each_row_is_taken_for_a_unit() -> None:
    assert places(refused(table("k,Khối", ",Cuối bảng", head="id,name"))) == [
        ("no-kind-column", 1, None),
        ("row-of-no-organisation", 3, None),
    ]


def test_the_row_that_looks_like_the_header_is_named() -> None:
    title = "BIỂU TỔNG HỢP, năm 2024;;\n;;\nMã đơn vị;Loại hình tổ chức;Đảng viên\nk;khoi;3"
    (problem,) = refused(title.encode())
    assert message(problem, "vi").endswith("hàng 3 mới giống hàng tiêu đề")
    assert advice(problem, "vi").startswith("xóa các dòng phía trên hàng 3")


def test_the_line_that_names_the_delimiter_is_no_row() -> None:
    """A spreadsheet does not show it: rows are counted from the next line, lines of the text are not."""
    for mark in (b"", b"\xef\xbb\xbf"):
        found = read_csv(mark + b"sep=;\r\nid;kind;dang_vien\r\nk;khoi;3.402\r\n", "f", RULES)
        assert [(s.id, s.facts) for s in found.subjects] == [("k", {"dang_vien": 3402})]
        assert places(found.notices) == [("count-read-as", 2, "dang_vien")]
    assert subjects("SEP=\t\nid\tkind\nk\tkhoi")["k"].kind == "khoi"
    (problem,) = refused(b'sep=,\nid,kind\nk,khoi\nl,"kh"oi')
    assert problem.place.line == 4
    assert places(refused(b"id,kind\nsep=,\nk,khoi")) == [("row-of-no-organisation", 2, None)]


def test_without_a_column_of_ids_no_parent_is_looked_for() -> None:
    rows = ("k,Khối,khoi,", "d,Đảng bộ,dang-bo,k", "e,Đảng bộ,dang-bo,k", "c,Chi bộ,chi-bo,d", "f,Chi bộ,chi-bo,Khối")
    assert places(refused(table(*rows, head="Mã ĐV,name,kind,parent"))) == [
        ("no-id-column", 1, None),
        ("unknown-column", 1, "Mã ĐV"),
    ]


def test_all_at_once_by_row_and_from_left_to_right() -> None:
    problems = refused(
        table(
            "k,Khối,khối,,,-,3.5,,",
            "đ,A,dang-bo,Khới,,,,1,Tốt",
            ",,,,,,,,",
            "c,B,dang-bo,K,0,,1,,",
            head=HEAD.replace("name", "Tên đơn vi").replace("dang_vien", "Tổng số đảng viên"),
        )
    )
    assert places(problems) == [
        ("unknown-column", 1, "Tên đơn vi"),
        ("unknown-kind", 2, "kind"),
        ("placeholder-for-count", 2, "Tổng số đảng viên"),
        ("decimal-for-count", 2, "hoc_tap"),
        ("id-not-ascii", 3, "id"),
        ("unknown-parent", 3, "parent"),
        ("text-for-yes-no", 3, "dan_chu"),
        ("grade-for-level", 3, "muc"),
        ("unknown-parent", 5, "parent"),
        ("below-minimum", 5, "so_chi_bo"),
    ]
    meant = [problem.suggestion for problem in problems if problem.suggestion]
    assert meant == ["Tên đơn vị", "khoi", "d", "k"]


def test_what_contradicts_is_named_beside_what_cannot_be_read() -> None:
    problems = refused(table(KHOI, "d,A,dang-bo,k,1,9,,-,", "c,B,chi-bo,d,,5,6,,", "e,C,chi-bo,d,,-,,,Tốt"))
    assert places(problems) == [
        ("fewer-stated-than-rows", 3, "so_chi_bo"),
        ("placeholder-for-yes-no", 3, "dan_chu"),
        ("part-larger-than-whole", 4, "hoc_tap"),
        ("placeholder-for-count", 5, "dang_vien"),
        ("grade-for-level", 5, "muc"),
    ]


def test_columns_are_called_as_the_file_heads_them() -> None:
    head = "Mã đơn vị,Loại hình tổ chức,Trực thuộc,Tổng số đảng viên,hoc_tap,Số chi bộ trực thuộc"
    problems = refused(table("d,dang-bo,,9,,0", "c,chi-bo,d,5,6,", "e,chi-bo,nơi khác,3,,4", head=head))
    assert [message(problem, "vi") for problem in problems] == [
        "`Số chi bộ trực thuộc` là 0, ít nhất phải là 1",
        "`hoc_tap` (6) lớn hơn `Tổng số đảng viên` (5)",
        "không có đơn vị cấp trên `nơi khác`",
        "chi-bo không khai `Số chi bộ trực thuộc`",
    ]
    assert advice(problems[2], "vi") == "thêm đơn vị cấp trên ấy vào bảng, hoặc sửa mã ở cột `Trực thuộc`"
    assert advice(problems[2], "en").endswith("correct the id in the column `Trực thuộc`")
    (sums,) = refused(table("d,dang-bo,,9,,", "c,chi-bo,d,5,,", head=head))
    assert message(sums, "vi") == "`Tổng số đảng viên` ghi 9 nhưng các đơn vị trực thuộc cộng lại 5"


def test_what_is_called_as_a_column_and_is_none_stays_as_it_is() -> None:
    head = "Mã đơn vị,Loại hình tổ chức,Trực thuộc"
    (problem,) = refused(table("d,dang-bo,kind", head=head))
    assert message(problem, "vi") == "không có đơn vị cấp trên `kind`"


def test_only_x_asks_about_those_who_carry_the_fact() -> None:
    head = "id,kind,parent,dan_chu"
    assert subjects(table("k,khoi,,", "a,dang-bo,k,X", head=head))["a"].facts == {"dan_chu": True}
    found = subjects(table("k,khoi,,", "a,dang-bo,k,x", "b,dang-bo,k,", "c,dang-bo,k,không", head=head))
    assert [found[id_].facts.get("dan_chu") for id_ in "abc"] == [True, None, False]


def test_too_many_faults_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MOST", 5)
    problems = refused(table(*[f"k{n},khoi,-" for n in range(9)], head="id,kind,dang_vien"))
    assert [problem.fault.code for problem in problems] == ["XD120"] * 5 + ["XD019"]


def test_a_crash_report_names_no_value() -> None:
    with pytest.raises(InvalidEvidence) as caught:
        read_csv(table("bi-mat,A,khoi,,,123456789%,,,", "bi-mat,A,khoi,,,,,,"), "f", RULES)
    assert "123456789" not in str(caught.value)


# Files.


@pytest.mark.parametrize(
    ("name", "code"),
    [("nowhere.csv", "XD001"), ("nowhere.xlsx", "XD001"), (".", "XD002"), ("a\0.csv", "XD023"), ("a.xlsx", "XD004")],
)
def test_files_that_are_not_read(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(InvalidEvidence) as caught:
        read(tmp_path / name, RULES)
    said(caught.value.problems)
    assert [problem.fault.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_that_is_empty(name: str) -> None:
    with pytest.raises(InvalidEvidence) as caught:
        read(name, RULES)
    said(caught.value.problems)
    assert [problem.fault.name for problem in caught.value.problems] == ["empty-file-name"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InvalidEvidence) as caught:
        read(str(tmp_path / "a.csv"), RULES)
    assert [problem.fault.code for problem in caught.value.problems] == ["XD003"]


def test_the_extension_tells_the_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "A.CSV").write_bytes(table(KHOI))
    (tmp_path / "a.json").write_text('[{"id": "k", "kind": "khoi", "name": "Khối"}]', encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(table(KHOI))))
    assert read(tmp_path / "A.CSV", RULES) == read(str(tmp_path / "a.json"), RULES) == read("-", RULES)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InvalidEvidence):
        read("-", RULES)


def test_rules_without_kinds_need_no_column_of_kinds() -> None:
    plain = Ruleset("plain", facts=(Fact("dang_vien"),))
    assert read_csv(b"id,parent,dang_vien\na,,3\nb,a,3", "f", plain) == Hierarchy(
        (Evidence("a", facts={"dang_vien": 3}), Evidence("b", facts={"dang_vien": 3}, parent="a"))
    )


def test_a_table_for_a_chain_holds_what_any_of_its_rule_sets_knows() -> None:
    cells = Kind("cell", "Chi bộ", "bloc", aliases=("CB",))
    proposing = Ruleset(
        "below",
        kinds=(Kind("bloc"), cells, Kind("member", "Đảng viên", "cell")),
        groups=(Group("all", ("cell", "member")),),
        facts=(Fact("points", FactType.NUMBER, of="all"), Fact("known", of="member"), Fact("level", FactType.LEVEL)),
        grades=Scale(("high", "low")),
    )
    rules = Ruleset(
        "above",
        kinds=(Kind("bloc"), Kind("cell", "Chi bộ", "bloc")),
        groups=(Group("all", "cell"),),
        facts=(Fact("level", FactType.LEVEL, of="cell"), Fact("known", of="bloc", label="Đã biết")),
        scale=Scale((Level("good", "Tốt rồi"),)),
        levels=proposing,
    )
    text = 'id,kind,parent,points,Đã biết,level\nb,bloc,,,1,Tốt rồi\nc,CB,b,"9,5",,good\nm,Đảng viên,c,7,1,good'
    expected = (
        Evidence("b", "bloc", {"known": 1, "level": "good"}),
        Evidence("c", "cell", {"points": Decimal("9.5"), "level": "good"}, parent="b"),
        Evidence("m", "member", {"points": Decimal(7), "known": 1, "level": "good"}, parent="c"),
    )
    assert read_bytes(text.encode(), "csv", "f", rules).subjects == expected
    with pytest.raises(InvalidEvidence) as caught:
        read_bytes(b"id,kind,parent,known,points\nb,bloc,,,1\nc,cell,b,1,", "csv", "f", rules)
    assert places(caught.value.problems) == [("fact-not-carried", 2, "points"), ("fact-not-carried", 3, "known")]


CHAIN = Ruleset("chain", kinds=(Kind("cap", parents=("cap",)),), facts=(Fact("dang_vien"),))


def test_a_circle_of_parents() -> None:
    with pytest.raises(InvalidEvidence) as caught:
        read_csv(b"id,kind,parent\na,cap,b\nb,cap,a\nc,cap,c", "f", CHAIN)
    assert places(caught.value.problems) == [("circle-of-parents", 2, None), ("circle-of-parents", 4, None)]


def test_a_chain_of_two_thousand() -> None:
    rows = [f"c{n},cap,{f'c{n - 1}' if n else ''},{1 if n == 1999 else ''}" for n in range(2000)]
    hierarchy = read_csv(table(*rows, "Tổng cộng,,,1", head="id,kind,parent,dang_vien"), "f", CHAIN)
    assert len(hierarchy.subjects) == 2000
    assert not hierarchy.notices
