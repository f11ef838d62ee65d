"""`--incidents`: facts drawn from a second table; `--first`: an earlier year rated again beside its first result."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import xeploai as front_page
from tests.commands import Ran, xeploai
from xeploai.report.digests import incidents_digest
from xeploai.report.level_changes import level_changes
from xeploai.report.result_shape import read_result
from xeploai.report.verification import verification

Printed = pytest.CaptureFixture[str]
Data = dict[str, Any]

DISCIPLINE = """\
format = 1
[ruleset]
id        = "ky-luat"
label     = { vi = "Ví dụ kỷ luật", en = "Example of discipline" }
otherwise = "kem"
rated     = ["don-vi", "nguoi"]
assume    = ["nam-vi-pham"]
in_force  = { since = 2023-01-01 }
[sources.hd]
label = "Hướng dẫn"
[assumptions.nam-vi-pham]
question   = "Tính năm nào?"
chosen     = "nam-vi-pham"
others     = ["nam-ky-luat"]
why        = "Văn bản nói vậy."
decided_by = "chưa có"
[scale.levels]
tot = { label = { vi = "Tốt", en = "Good" } }
kem = { label = { vi = "Kém", en = "Poor" } }
[kinds.don-vi]
[kinds.nguoi]
parents = "don-vi"
person  = true
[facts.giao]
type      = "count"
minimum   = 1
arises_at = ["don-vi", "nguoi"]
[facts.xong]
type      = "count"
at_most   = "giao"
arises_at = ["don-vi", "nguoi"]
[facts.ky_luat]
type      = "yes_no"
label     = { vi = "Vi phạm trong năm", en = "A violation of the year" }
incidents = { year = "conduct", unless_remedied = true }
[facts.muc]
type = "level"
[criteria.du]
ratio    = { part = "xong", whole = "giao" }
at_least = "100%"
[criteria.vi-pham]
yes = "ky_luat"
[[rules]]
level = "tot"
when  = "du"
[vetoes.xep-lai]
label = { vi = "Vi phạm của năm bị kỷ luật", en = "A violation of the year was disciplined" }
when  = "vi-pham"
cap   = "kem"
cite  = { source = "hd", clause = "điểm 4.5" }
"""
UNITS = """\
id,name,kind,parent,giao,xong
dv,Đơn vị A,don-vi,,4,4
ng-1,Nguyễn Văn A,nguoi,dv,3,3
ng-2,Trần Thị B,nguoi,dv,3,3
"""
HEADINGS = "Mã vụ việc,Đối tượng,Hành vi,Ngày,Loại,Hình thức xử lý,Tự phát hiện,Đã khắc phục,Quyết định,Ngày vi phạm\n"
OF_2023 = "v1,ng-1,chi sai,20/02/2024,ky-luat-dang,Cảnh cáo,không,không,QĐ 1,15/10/2023\n"
LATER = "v2,ng-2,đánh bạc,20/12/2024,ky-luat-dang,Khiển trách,không,không,QĐ 2,16/10/2023\n"
REMEDIED = "v3,dv,chi sai,20/02/2024,ky-luat-dang,Khiển trách,có,có,QĐ 3,15/10/2023\n"


class Files(NamedTuple):
    """A rule file, a table of subjects, and tables of incidents: of the first year, and of now."""

    rules: Path
    data: Path
    none: Path
    known: Path
    first: Path


@pytest.fixture
def files(capsys: Printed, tmp_path: Path) -> Files:
    """The year 2023, rated at its end without an incident."""
    found = Files(*(tmp_path / name for name in ("ky-luat.toml", "d.csv", "khong.csv", "vu-viec.csv", "dau.json")))
    found.rules.write_text(DISCIPLINE, "utf-8")
    found.data.write_text(UNITS, "utf-8")
    found.none.write_text(HEADINGS, "utf-8")
    found.known.write_text(HEADINGS + OF_2023 + LATER + REMEDIED, "utf-8")
    asked = ("--period", "2023", "--as-of", "2023-12-31", "--incidents", found.none)
    ran = xeploai(capsys, "rate", found.rules, found.data, *asked, "--format", "json", "-o", found.first)
    assert (ran.status, ran.err) == (0, "")
    return found


def rated(capsys: Printed, files: Files, *more: str | Path, period: str = "2023") -> Data:
    """The JSON result of the table with the incidents known now."""
    given = ("--period", period, "--incidents", files.known, "--format", "json")
    ran = xeploai(capsys, "rate", files.rules, files.data, *given, *more)
    assert ran.status == 0
    result: Data = json.loads(ran.out)
    return result


def levels(result: Data) -> dict[str, str | None]:
    """The level of each subject."""
    return {one["id"]: one["rating"]["level"] for one in result["subjects"]}


# Facts drawn from incidents


def test_facts_are_drawn_from_the_incidents(capsys: Printed, files: Files) -> None:
    assert levels(rated(capsys, files)) == {"dv": "tot", "ng-1": "kem", "ng-2": "kem"}
    assert levels(rated(capsys, files, period="2024")) == {"dv": "tot", "ng-1": "tot", "ng-2": "tot"}


def test_without_the_table_nothing_is_known_of_incidents(capsys: Printed, files: Files) -> None:
    ran = xeploai(capsys, "rate", files.rules, files.data, "--period", "2023", "--format", "json")
    result = json.loads(ran.out)
    assert levels(result) == {"dv": None, "ng-1": None, "ng-2": None}
    assert result["incidents"] is None
    assert result["subjects"][0]["rating"]["missing"] == ["dv.ky_luat"]


def test_a_measure_later_than_the_day_of_the_data_is_not_known_yet(capsys: Printed, files: Files) -> None:
    result = rated(capsys, files, "--as-of", "01/11/2024")
    assert levels(result) == {"dv": "tot", "ng-1": "kem", "ng-2": "tot"}
    assert result["incidents"]["rows"] == 2
    assert levels(rated(capsys, files, "--as-of", "20/12/2024"))["ng-2"] == "kem"


def test_a_measure_without_a_day_may_be_later_than_the_day_of_the_data(capsys: Printed, files: Files) -> None:
    files.known.write_text(HEADINGS + OF_2023.replace("20/02/2024", ""), "utf-8")
    assert levels(rated(capsys, files))["ng-1"] == "kem"
    assert levels(rated(capsys, files, "--as-of", "01/11/2024"))["ng-1"] is None


def test_a_subject_is_explained_with_its_incidents(capsys: Printed, files: Files) -> None:
    asked = ("--subject", "ng-1", "--period", "2023", "--incidents", files.known, "--lang", "en")
    ran = xeploai(capsys, "explain", files.rules, files.data, *asked)
    assert ran.status == 0
    assert "Proposed level: Poor" in ran.out
    assert "Capped at Poor: A violation of the year was disciplined – hd, điểm 4.5" in ran.out


def test_a_result_names_its_incidents_by_a_digest_in_which_their_order_is_nothing(
    capsys: Printed, files: Files
) -> None:
    given = rated(capsys, files)["incidents"]
    found = front_page.read_incidents(files.known)
    assert given == {"sha256": incidents_digest(found), "rows": 3}
    assert incidents_digest(found[::-1]) == given["sha256"]
    assert incidents_digest(found[1:]) != given["sha256"]


def test_in_python_it_is_the_same(capsys: Printed, files: Files) -> None:
    rules = front_page.load(files.rules)
    table, incidents = front_page.read(files.data, rules), front_page.read_incidents(files.known)
    hierarchy = front_page.drawn(rules, table, incidents, front_page.read_period("2023"))
    outcomes = front_page.roll_up(rules, hierarchy)
    found = {one.evidence.id: one.rating.level for one in outcomes if one.rating}
    assert found == levels(rated(capsys, files))


def test_notices_about_the_incidents_go_to_standard_error(capsys: Printed, files: Files) -> None:
    text = DISCIPLINE.replace(
        'incidents = { year = "conduct"', 'incidents = { kinds = "ky-luat-dang", year = "conduct"'
    )
    files.rules.write_text(text, "utf-8")
    files.known.write_text(HEADINGS + OF_2023.replace("ky-luat-dang", "Kỷ luật đản"), "utf-8")
    ran = xeploai(capsys, "rate", files.rules, files.data, "--period", "2023", "--incidents", files.known)
    assert ran.status == 0
    assert "ky-luat-dan" in ran.err
    assert "ky-luat-dan" not in ran.out


def test_the_faults_of_both_tables_come_at_once(capsys: Printed, files: Files) -> None:
    files.data.write_text(UNITS.replace("3,3", "3,4"), "utf-8")
    files.known.write_text(HEADINGS + OF_2023.replace("20/02/2024", "30/02/2024"), "utf-8")
    ran = xeploai(capsys, "rate", files.rules, files.data, "--period", "2023", "--incidents", files.known)
    assert (ran.status, ran.out) == (2, "")
    assert [line for line in ran.err.splitlines() if "d.csv" in line]
    assert [line for line in ran.err.splitlines() if "vu-viec.csv" in line]


@pytest.mark.parametrize(
    ("before", "after"), [("20/02/2024", "30/02/2024"), ("ng-1", "ng-11")], ids=["in reading", "in drawing"]
)
def test_notices_about_the_subjects_come_beside_the_faults_of_incidents(
    capsys: Printed, files: Files, before: str, after: str
) -> None:
    files.data.write_text(UNITS.replace("3,3", "\uff13,3", 1), "utf-8")
    files.known.write_text(HEADINGS + OF_2023.replace(before, after), "utf-8")
    ran = xeploai(capsys, "rate", files.rules, files.data, "--period", "2023", "--incidents", files.known)
    assert (ran.status, ran.out) == (2, "")
    assert "lỗi[" in ran.err
    assert ran.err.count("lưu ý[XD150]") == 1


def test_an_incident_of_an_unknown_subject_is_refused_at_its_row(capsys: Printed, files: Files) -> None:
    files.known.write_text(HEADINGS + OF_2023.replace("ng-1", "ng-11"), "utf-8")
    ran = xeploai(capsys, "rate", files.rules, files.data, "--period", "2023", "--incidents", files.known)
    assert (ran.status, ran.out) == (2, "")
    assert "vu-viec.csv: hàng 2" in ran.err
    assert "`ng-1`" in ran.err


def test_rules_that_draw_nothing_refuse_the_table(capsys: Printed, files: Files) -> None:
    line = 'incidents = { year = "conduct", unless_remedied = true }\n'
    files.rules.write_text(DISCIPLINE.replace(line, ""), "utf-8")
    given = ("--period", "2023", "--incidents", files.known, "--lang", "en")
    ran = xeploai(capsys, "rate", files.rules, files.data, *given)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "xeploai: error: the rule set draws no fact from incidents; leave out --incidents\n"


def test_a_period_is_needed(capsys: Printed, files: Files) -> None:
    ran = xeploai(capsys, "rate", files.rules, files.data, "--incidents", files.known)
    assert (ran.status, ran.out) == (2, "")
    assert "thêm --period" in ran.err


def test_one_of_the_tables_may_stand_on_standard_input(
    capsys: Printed, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(files.known.read_bytes())))
    ran = xeploai(capsys, "rate", files.rules, files.data, "--period", "2023", "--incidents", "-", "--format", "json")
    assert levels(json.loads(ran.out))["ng-1"] == "kem"
    both = xeploai(capsys, "rate", files.rules, "-", "--period", "2023", "--incidents", "-")
    assert (both.status, both.out) == (2, "")
    assert "đầu vào chuẩn" in both.err


@pytest.mark.parametrize("command", ["rate", "verify"])
def test_the_table_of_incidents_is_not_written_over(capsys: Printed, files: Files, command: str) -> None:
    before = files.known.read_bytes()
    given = ("--period", "2023") if command == "rate" else ()
    named = (files.rules,) if command == "rate" else (files.first, files.rules)
    ran = xeploai(capsys, command, *named, files.data, *given, "--incidents", files.known, "-o", files.known)
    assert ran.status == 2
    assert files.known.read_bytes() == before


# verify


def test_a_result_is_verified_with_its_incidents(capsys: Printed, files: Files) -> None:
    ran = xeploai(capsys, "verify", files.first, files.rules, files.data, "--incidents", files.none, "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert "incidents: unchanged" in ran.out
    # What was done about it later was not known on the day of that result.
    again = xeploai(capsys, "verify", files.first, files.rules, files.data, "--incidents", files.known)
    assert again.status == 0


def test_a_result_made_with_incidents_is_verified_with_them_only(capsys: Printed, files: Files) -> None:
    ran = xeploai(capsys, "verify", files.first, files.rules, files.data, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("was made with a table of incidents; add --incidents FILE\n")


def test_other_incidents_are_a_difference(capsys: Printed, files: Files) -> None:
    files.none.write_text(HEADINGS + OF_2023.replace("20/02/2024", "20/12/2023"), "utf-8")
    given = ("verify", files.first, files.rules, files.data, "--incidents", files.none)
    ran = xeploai(capsys, *given, "--lang", "en")
    assert ran.status == 1
    assert "incidents: changed" in ran.out
    assert "incidents.rows: 0 → 1" in ran.out
    sides = json.loads(xeploai(capsys, *given, "--format", "json").out)
    assert sides["incidents"]["same"] is False
    assert sides["incidents"]["before"] != sides["incidents"]["now"]


def test_incidents_where_the_result_had_none_are_a_difference(capsys: Printed, files: Files) -> None:
    plain = ("--period", "2023", "--format", "json", "-o", files.first)
    xeploai(capsys, "rate", files.rules, files.data, *plain)
    ran = xeploai(capsys, "verify", files.first, files.rules, files.data, "--incidents", files.none, "--format", "json")
    assert ran.status == 1
    assert json.loads(ran.out)["incidents"]["before"] is None


# --first


def again(capsys: Printed, files: Files, *more: str | Path) -> Ran:
    """The year rated again on 1 November of the next one, beside its first result."""
    given = ("--as-of", "2024-11-01", "--incidents", files.known, "--first", files.first)
    return xeploai(capsys, "rate", files.rules, files.data, "--period", "2023", *given, *more)


def edit(files: Files, change: Callable[[Data], object]) -> None:
    """The first result with something in it changed."""
    data = json.loads(files.first.read_text("utf-8"))
    data["made"], data["tool"] = "2023-12-31", "xeploai 0.0.1"
    change(data)
    files.first.write_text(json.dumps(data), "utf-8")


def test_hd_25_4_5_a_year_rated_again_says_whose_level_is_another_and_why(capsys: Printed, files: Files) -> None:
    edit(files, lambda _: None)
    ran = again(capsys, files)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "Ví dụ kỷ luật – kỳ 2023, xếp loại lại\n"
        "kết quả đầu lập ngày 31/12/2023 bằng xeploai 0.0.1\n"
        "số liệu đến ngày 01/11/2024\n"
        "bộ quy tắc `ky-luat`: không đổi\n"
        "số liệu: đã khác\n"
        "vụ việc: đã khác\n"
        "\n"
        "`ng-1`: Tốt → Kém\n"
        "  · Khống chế ở mức Kém: Vi phạm của năm bị kỷ luật – hd, điểm 4.5\n"
        "\n"
        "01 mức xếp loại khác kết quả đầu\n"
    )


def test_as_markdown_it_says_the_same(capsys: Printed, files: Files) -> None:
    edit(files, lambda _: None)
    assert again(capsys, files, "--format", "md", "--lang", "en").out == (
        "# Example of discipline – period 2023, rated again\n\n"
        "- first result made on 2023-12-31 by xeploai 0.0.1\n"
        "- data as of 2024-11-01\n"
        "- rule set `ky-luat`: unchanged\n"
        "- data: changed\n"
        "- incidents: changed\n\n"
        "## Levels that differ\n\n"
        "- `ng-1`: Good → Poor\n"
        "  - Capped at Poor: A violation of the year was disciplined – hd, điểm 4.5\n\n"
        "1 level other than first\n"
    )


def test_as_json_both_levels_stand_side_by_side(capsys: Printed, files: Files) -> None:
    edit(files, lambda _: None)
    data = json.loads(again(capsys, files, "--format", "json").out)
    assert (data["period"], data["as_of"]) == ("2023", "2024-11-01")
    assert data["first"] == {"made": "2023-12-31", "tool": "xeploai 0.0.1"}
    assert [data[of]["same"] for of in ("ruleset", "evidence", "incidents")] == [True, False, False]
    (change,) = data["levels"]
    assert (change["subject"], change["name"], change["kind"]) == ("ng-1", None, "nguoi")
    assert (change["before"]["level"], change["before"]["vetoes"]) == ("tot", [])
    assert (change["now"]["level"], change["now"]["vetoes"]) == ("kem", ["xep-lai"])


def test_persons_are_never_named(capsys: Printed, files: Files) -> None:
    for form in ("text", "md", "json"):
        assert "Nguyễn" not in again(capsys, files, "--format", form).out


def test_where_no_level_differs_it_says_so(capsys: Printed, files: Files) -> None:
    files.known.write_text(HEADINGS + REMEDIED, "utf-8")
    assert again(capsys, files).out.endswith("\nkhông mức xếp loại nào khác\n")


def test_a_level_that_is_open_now_says_what_is_missing(capsys: Printed, files: Files) -> None:
    files.known.write_text(HEADINGS + OF_2023.replace("không,không", "có,"), "utf-8")
    out = again(capsys, files, "--lang", "en").out
    assert "`ng-1`: Good → from Poor to Good\n" in out
    assert "Missing: «A violation of the year»" in out


def test_a_veto_that_is_lifted_is_named_too(capsys: Printed, files: Files) -> None:
    def capped(data: Data) -> None:
        data["subjects"][0]["rating"] |= {"highest": "kem", "level": "kem", "lowest": "kem", "vetoes": ["xep-lai"]}

    edit(files, capped)
    out = again(capsys, files, "--lang", "en").out
    assert "Đơn vị A (`dv`): Poor → Good\n  · No longer: Capped at Poor: A violation of the year was disciplined" in out


def test_a_level_decided_stands_beside_the_proposal(capsys: Printed, files: Files) -> None:
    files.rules.write_text(DISCIPLINE.replace("rated     =", 'decided   = "muc"\nrated     ='), "utf-8")
    files.data.write_text(UNITS.replace("xong\n", "xong,muc\n").replace("3,3\n", "3,3,Tốt\n"), "utf-8")
    given = ("--period", "2023", "--incidents", files.none, "--format", "json", "-o", files.first)
    assert xeploai(capsys, "rate", files.rules, files.data, *given).status == 0
    out = again(capsys, files).out
    assert "`ng-1`: Tốt (đã quyết định: Tốt) → Kém (đã quyết định: Tốt)\n" in out


def test_subjects_that_only_one_result_has_are_named(capsys: Printed, files: Files) -> None:
    def renamed(data: Data) -> None:
        data["subjects"][0] |= {"id": "cu", "name": "Đơn vị cũ"}

    edit(files, renamed)
    out = again(capsys, files).out
    assert "Đơn vị A (`dv`): không có trong bảng → Tốt" in out
    assert "Đơn vị cũ (`cu`): Tốt → không có trong bảng" in out
    assert out.index("`dv`") < out.index("`ng-1`") < out.index("`cu`")


def test_what_is_said_of_levels_is_a_part_of_what_verify_says(capsys: Printed, files: Files) -> None:
    before = read_result(files.first.read_bytes(), "dau.json")
    now = rated(capsys, files)
    found = verification(before, now)
    assert [one.subject for one in level_changes(found)] == ["ng-1", "ng-2"]
    assert level_changes(verification(now, now)) == ()
    # A condition that came out otherwise changes no level by itself.
    now = json.loads(json.dumps(before))
    now["subjects"][0]["rating"]["missing"] = ["dv.giao"]
    assert not verification(before, now).same
    assert level_changes(verification(before, now)) == ()


def test_the_period_is_that_of_the_first_result(capsys: Printed, files: Files) -> None:
    given = ("rate", files.rules, files.data, "--incidents", files.known, "--first", files.first)
    assert "kỳ 2023" in xeploai(capsys, *given).out
    ran = xeploai(capsys, *given, "--period", "2024", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("is of the period `2023`, not of `2024`\n")


def test_what_is_required_is_required_here_too(capsys: Printed, files: Files) -> None:
    assert again(capsys, files, "--require", "du").status == 0
    ran = again(capsys, files, "--require", "vi-pham", "--lang", "en")
    assert ran.status == 1
    assert "`vi-pham` at `dv`: not met" in ran.err


def test_the_first_result_can_be_read_and_is_not_written_over(capsys: Printed, files: Files) -> None:
    before = files.first.read_bytes()
    assert again(capsys, files, "-o", files.first).status == 2
    assert files.first.read_bytes() == before
    ran = again(capsys, files, "--format", "csv", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "xeploai: error: with --first the formats are: text, json, md\n"
    files.first.write_text("{}", "utf-8")
    assert again(capsys, files).status == 2
    files.first.unlink()
    assert "không có tệp này" in again(capsys, files).err
