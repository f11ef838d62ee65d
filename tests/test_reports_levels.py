"""Levels in every format: tables that add up, decisions beside proposals, quotas, chains, persons without a name."""

import csv
import io
import json
import re
from datetime import date
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.leveled import GOOD, RESOLUTION, TABLE, cell, member, rated, regulation, resolution
from tests.ruled import lam_dong
from xeploai.diagnostic import Language
from xeploai.model.evidence import Evidence
from xeploai.model.ruleset import Ruleset
from xeploai.report.explain_json import explain_json
from xeploai.report.explain_markdown import explain_markdown
from xeploai.report.facts import TYPES, facts_text
from xeploai.report.levels import rated_subjects, tallies
from xeploai.report.levels_table import cells_of, columns_of
from xeploai.report.page import NARROWEST_NAME
from xeploai.report.rate_csv import rate_csv
from xeploai.report.rate_json import as_data
from xeploai.report.rate_markdown import rate_markdown
from xeploai.report.rate_text import rate_text
from xeploai.report.result import Result
from xeploai.report.schema import result_schema
from xeploai.toml.load import parse

BOTH = [regulation(), resolution()]


def of(data: dict[str, Any], subject: str) -> dict[str, Any]:
    return next(one for one in data["subjects"] if one["id"] == subject)


@pytest.fixture(scope="module")
def alone() -> Result:
    return rated(regulation())


@pytest.fixture(scope="module")
def chained() -> Result:
    return rated(resolution())


# JSON


@pytest.mark.parametrize("rules", BOTH, ids=lambda rules: rules.id)
@pytest.mark.parametrize("as_of", [None, date(2024, 6, 30)])
def test_results_with_levels_are_as_their_schema_says(rules: Ruleset, as_of: date | None) -> None:
    jsonschema.Draft202012Validator(json.loads(result_schema())).validate(as_data(rated(rules, as_of=as_of)))


def test_the_rating_of_the_contract(alone: Result) -> None:
    data = as_data(alone)
    rating = of(data, "cb-02")["rating"]
    wanted = {"highest": "tot", "lowest": "tot", "level": "tot", "decided": "xuat-sac", "document": None}
    assert {key: rating[key] for key in wanted} == wanted
    assert (rating["differs"], rating["missing"], rating["settles"], rating["undetermined"]) == (True, [], [], [])
    assert rating["obstacles"] == [
        {
            "level": "xuat-sac",
            "conditions": [
                {"criterion": "nhiem-vu-xuat-sac", "veto": None, "can": ["not_met"]},
                {"criterion": "diem-xuat-sac", "veto": None, "can": ["met", "not_met"]},
            ],
        }
    ]
    open_ = of(data, "cb-04")["rating"]
    assert (open_["highest"], open_["lowest"], open_["level"]) == ("tot", "khong-hoan-thanh", None)
    assert open_["undetermined"] == [{"reason": "chưa thấy nguyên văn", "cite": {"source": "qd", "clause": "Điều 1"}}]
    assert (open_["missing"], open_["settles"]) == (["cb-04.to_chuc", "cb-04.nhiem_vu"], None)
    assert open_["depends"] is True
    assert of(data, "khoi")["rating"] is None


def test_who_is_exempt_has_a_rating_without_a_level(alone: Result) -> None:
    rating = of(as_data(alone), "dv-01")["rating"]
    assert (rating["highest"], rating["lowest"], rating["level"], rating["may_be_unrated"]) == (None, None, None, True)
    assert (rating["exemptions"], rating["vetoes"]) == (["moi-ket-nap"], [])
    assert of(as_data(alone), "dv-02")["rating"]["vetoes"] == ["ky-luat"]


def test_the_quota_of_the_contract(alone: Result) -> None:
    (quota,) = as_data(alone)["quotas"]
    wanted = {"quota": "xuat-sac", "authority": "khoi", "group": "chi-bo", "level": "xuat-sac"}
    assert {key: quota[key] for key in wanted} == wanted
    assert quota["members"] == [f"cb-0{number}" for number in range(1, 6)]
    assert all(quota[key].keys() == {"low", "high"} for key in ("allowed", "actual", "excess"))
    assert [other["assume"] for other in quota["readings"]] == ["mau-so"]


def test_the_type_of_a_measure_and_its_exact_ends(alone: Result) -> None:
    found = {one["criterion"]: one for one in of(as_data(alone), "cb-01")["findings"]}
    assert [found[name]["type"] for name in ("tat-ca-tot", "nhiem-vu-xuat-sac", "diem-xuat-sac", "ky-luat")] == [
        "lowest",
        "grade",
        "score",
        "yes_no",
    ]
    assert found["tat-ca-tot"]["measured"]["low"] == "tot"
    assert (found["diem-xuat-sac"]["measured"]["low"], found["diem-xuat-sac"]["short"]) == ("185/2", None)
    months = next(one for one in of(as_data(alone), "dv-01")["findings"] if one["criterion"] == "du-thang")
    assert (months["type"], months["measured"]["low"], months["target"]) == ("months", "2", {"less_than": "6"})


def test_a_chain_says_for_every_finding_which_rule_set_made_it(alone: Result, chained: Result) -> None:
    data, lower = as_data(chained), as_data(alone)
    assert [one["id"] for one in data["subjects"]] == [row.id for row in TABLE]
    assert {one["ruleset"] for one in of(data, "khoi")["findings"]} >= {"nghi-quyet-thu"}
    for row in TABLE:
        own = [one for one in of(data, row.id)["findings"] if one["ruleset"] == "quy-dinh-thu"]
        assert [{key: value for key, value in one.items() if key != "ruleset"} for one in own] == of(lower, row.id)[
            "findings"
        ]
        one, other = of(data, row.id)["rating"], of(lower, row.id)["rating"]
        assert one == (None if other is None else {"ruleset": "quy-dinh-thu", **other})
    assert data["quotas"] == lower["quotas"]


def test_a_rule_set_by_itself_names_no_rule_set_in_its_findings(alone: Result) -> None:
    for subject in as_data(alone)["subjects"]:
        assert all("ruleset" not in one for one in subject["findings"])
        assert "ruleset" not in (subject["rating"] or {})


def test_both_stages_count_in_the_digest() -> None:
    digests = {
        as_data(rated(resolution(), *rows))["evidence"]["sha256"]
        for rows in (TABLE, (*TABLE[:-1], cell(5, GOOD)), (*TABLE[:2], *TABLE[3:]))
    }
    assert len(digests) == 3


# Persons


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("rules", BOTH, ids=lambda rules: rules.id)
def test_no_report_names_a_person(rules: Ruleset, lang: Language) -> None:
    found = rated(rules)
    reports = [rate_text(found, lang), rate_markdown(found, lang), rate_csv(found, lang), json.dumps(as_data(found))]
    for subject in found.subjects:
        reports += [explain_json(found, subject, lang), explain_markdown(found, subject, lang)]
    assert not [text for text in reports if "Tên Riêng" in text or "T\\u00ean" in text]
    assert "Chi bộ 2" in reports[0]


# The table


@pytest.mark.parametrize("rules", BOTH, ids=lambda rules: rules.id)
def test_rows_of_the_table_add_up_to_the_whole(rules: Ruleset) -> None:
    rated_ = list(rated_subjects(rated(rules), "vi"))
    counted = {one.kind: one for one in tallies(rated_)}
    assert {kind: one.total for kind, one in counted.items()} == {"chi-bo": 5, "dang-vien": 4}
    for one in counted.values():
        assert one.assessed + sum(count for _, count in one.unrated) + one.open == one.total
    assert cells_of(counted["chi-bo"], "vi") == (
        *("Chi bộ", "5", "3", "2 (66,67%)", "1 (33,33%)", "0", "0", "0", "2", "2/1 (200%)"),
    )
    assert dict(counted["dang-vien"].unrated) == {"mới kết nạp chưa đủ 6 tháng": 1, "đình chỉ sinh hoạt": 1}
    assert columns_of(list(counted.values()), "vi")[-3:] == ("Không xếp loại", "Chưa có kết quả", "HTXS/HTT")


FACTS = st.fixed_dictionaries(
    {},
    optional={
        "tu_tuong": st.sampled_from(["xuat-sac", "tot", "trung-binh", "kem", "khong-ap-dung"]),
        "to_chuc": st.sampled_from(["tot", "kem"]),
        "nhiem_vu": st.sampled_from(["xuat-sac", "trung-binh"]),
        "ky_luat": st.booleans(),
        "muc_xep_loai": st.sampled_from(["xuat-sac", "hoan-thanh", "khong-xep-loai"]),
    },
)


@given(st.lists(FACTS, min_size=1, max_size=5))
def test_whatever_the_data_the_table_adds_up_and_the_result_is_valid(given_: list[dict[str, Any]]) -> None:
    rows = [Evidence("khoi", "khoi"), *(cell(number, facts) for number, facts in enumerate(given_))]
    (one,) = tallies(list(rated_subjects(rated(regulation(), *rows), "vi")))
    assert one.assessed + sum(count for _, count in one.unrated) + one.open == one.total == len(given_)
    # Where no row says anything that the regulation could judge, the resolution proposes no levels.
    for found in (rated(regulation(), *rows), rated(resolution(), *rows)):
        jsonschema.Draft202012Validator(json.loads(result_schema())).validate(as_data(found))
        for report in (rate_text, rate_markdown, rate_csv):
            assert report(found, "vi")


def test_the_list_of_levels(alone: Result) -> None:
    text = rate_text(alone, "vi")
    assert "Tính theo mức đã quyết định (4/9); nơi chưa quyết định thì theo mức đề xuất." in text
    assert "Có 03 mức đã quyết định chưa ghi" in text
    assert "Mức đã quyết định khác mức đề xuất (2)" in text
    assert "· `dv-04`: mức đã quyết định (Hoàn thành xuất sắc nhiệm vụ) khác mức đề xuất (Hoàn thành tốt" in text
    assert "· Tỷ lệ xuất sắc – chi bộ, Khối Ví dụ (`khoi`): được tối đa 1, đang có 2, vượt 1" in text
    assert "kết luận phụ thuộc cách hiểu; Tỷ lệ tính trên số nào? nếu «số tốt trở lên»: được tối đa từ 1 đến 2" in text
    assert "· Chi bộ 1 (`cb-01`): Hoàn thành xuất sắc nhiệm vụ (đã quyết định, như đề xuất)" in text
    assert "· Chi bộ 3 (`cb-03`): Hoàn thành tốt nhiệm vụ (đề xuất)" in text
    assert "· Đảng viên, không xếp loại 01: mới kết nạp chưa đủ 6 tháng" in text
    # Of persons there are only totals.
    assert "`dv-01`" not in text


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("rules", BOTH, ids=lambda rules: rules.id)
def test_no_line_of_the_list_is_wider_than_the_page(rules: Ruleset, width: int, lang: Language) -> None:
    lines = rate_text(rated(rules), lang, width).splitlines()
    # The title and what opens a scorecard are wrapped by the terminal.
    assert not [line for line in lines[4:] if len(line) > width]


@pytest.mark.parametrize(("lang", "line"), [("vi", "01 nhóm khác không vượt"), ("en", "1 other group: none too many")])
def test_the_groups_that_are_not_exceeded_are_only_counted(lang: Language, line: str) -> None:
    bloc, other = Evidence("khoi", "khoi"), Evidence("khoi-2", "khoi")
    over, fine = cell(1, {"muc_xep_loai": "xuat-sac"}), attrs.evolve(cell(2, {"muc_xep_loai": "tot"}), parent="khoi-2")
    both = rated(regulation(), bloc, other, over, fine)
    assert len(both.quotas) == 2
    assert "`khoi-2`" not in rate_text(both, lang)
    assert f"· {line}" in rate_text(both, lang)
    assert f"- {line}" in rate_markdown(both, lang)
    alone = rate_text(rated(regulation(), other, fine), lang)
    assert f"· {line.replace(' khác', '').replace(' other', '')}" in alone


def test_the_headings_of_the_page_leave_the_names_as_much_room_in_both_languages(alone: Result) -> None:
    widths = []
    for lang in ("vi", "en"):
        counted = list(tallies(list(rated_subjects(alone, lang))))
        heads = columns_of(counted, lang, narrow=True)[1:]
        figures = ("24", "24", "1 (16,67%)", "23 (95,83%)", "1 (16,67%)", "1 (4%)", "3", "2", "3/19 (15,79%)")
        widths.append(sum(max(map(len, both)) for both in zip(heads, figures, strict=True)) + 2 * len(heads))
    assert widths[0] <= widths[1]
    assert 120 - max(widths) >= NARROWEST_NAME


FACTS_OF_LEVELS = """
[facts.dang_vien]
of   = ["chi-bo"]
type = "count"
[facts.so_tot]
of     = ["chi-bo", "khoi"]
type   = "count"
counts = { of = ["dang-vien"], rated = ["xuat-sac", "tot"], among = "dang_vien" }
[criteria.dang-vien-tot]
for      = ["khoi"]
value    = "so_tot"
at_least = 2
role     = "part"
"""


@pytest.mark.parametrize(
    ("stated", "rows", "why"),
    [
        ({"dang_vien": 2}, [{"muc_xep_loai": "tot"}, {}], "awaiting_decision"),
        ({}, [{"muc_xep_loai": "tot"}, {}], "awaiting_decision"),
        ({"dang_vien": 3}, [{"muc_xep_loai": "tot"}, {}], "not_reported"),
        ({"dang_vien": 3}, [{"muc_xep_loai": "tot"}], "not_reported"),
        ({"dang_vien": 3}, [], "not_reported"),
    ],
)
def test_levels_are_awaited_only_where_everybody_has_a_row(
    stated: dict[str, Any], rows: list[dict[str, Any]], why: str
) -> None:
    rules = parse(RESOLUTION + FACTS_OF_LEVELS, "nghi-quyet-thu.toml")
    members = [member(number, facts) for number, facts in enumerate(rows)]
    data = as_data(rated(rules, Evidence("khoi", "khoi"), cell(1, stated), *members))
    found = next(one for one in of(data, "khoi")["findings"] if one["criterion"] == "dang-vien-tot")
    assert (found["verdict"], found["missing"], found["why"]) == ("unknown", ["cb-01.so_tot"], why)


def test_a_narrow_list_says_what_a_wide_one_does(alone: Result) -> None:
    narrow, wide = (set(re.findall(r"\d+(?:,\d+)?%", rate_text(alone, "vi", width))) for width in (40, 120))
    assert narrow == wide
    assert "được đánh giá 3; HTXS 2 (66,67%)" in " ".join(rate_text(alone, "vi", 80).split())


def test_tables_in_markdown_have_rows_of_one_length(chained: Result) -> None:
    rows = [line for line in rate_markdown(chained, "vi").splitlines() if line.startswith("|")]
    assert {len(re.split(r"(?<!\\)\|", line)) for line in rows} == {12}


# CSV


def test_the_csv_says_what_was_decided_and_under_which_rules(chained: Result) -> None:
    rows = list(csv.DictReader(io.StringIO(rate_csv(chained, "vi"))))
    first = next(row for row in rows if row["id"] == "cb-02")
    assert (first["level"], first["decided"], first["differs"], first["ruleset"]) == (
        *("tot", "xuat-sac", "yes", "quy-dinh-thu"),
    )
    points = next(row for row in rows if (row["id"], row["criterion"]) == ("cb-01", "diem-xuat-sac"))
    assert (points["measured_low"], points["short"]) == ("92,5", "")
    assert not [value for row in rows for value in row.values() if re.fullmatch(r"\d+/\d+", value)]
    assert {row["name"] for row in rows if row["kind"] == "dang-vien"} == {""}


def test_where_nobody_is_rated_no_column_is_added() -> None:
    found = rated(lam_dong(), Evidence("khoi", "khoi"))
    assert not found.rated
    assert not found.standings
    assert rate_csv(found, "vi").splitlines()[0].endswith("highest,lowest,level")


# Before the period is over


def test_a_day_before_the_end_is_said_first_and_with_every_verdict() -> None:
    found = rated(resolution(), as_of=date(2024, 6, 30))
    assert rate_text(found, "vi").splitlines()[1] == "kết quả đến 30/6/2024 so với chỉ tiêu năm"
    assert rate_text(found, "en").splitlines()[1] == "results up to 2024-06-30 against the targets of the year"
    assert "Chưa đạt (đến 30/6/2024)" in rate_text(found, "vi")
    assert rate_markdown(found, "vi").splitlines()[2] == "kết quả đến 30/6/2024 so với chỉ tiêu năm"
    assert as_data(found)["as_of"] == "2024-06-30"


def test_a_day_after_the_end_changes_no_word() -> None:
    assert rate_text(rated(resolution(), as_of=date(2024, 12, 31)), "vi") == rate_text(rated(resolution()), "vi")


# One subject


def test_a_chain_explains_the_level_first_and_then_rule_set_by_rule_set(chained: Result) -> None:
    bloc, unit = chained.subject("khoi"), chained.subject("cb-05")
    assert bloc is not None
    assert unit is not None
    text = explain_markdown(chained, bloc, "vi")
    assert text.index("Theo: Nghị quyết thử (`nghi-quyet-thu`)") < text.index("Theo: Quy định thử (`quy-dinh-thu`)")
    assert "- Văn bản chưa xác định: chưa thấy nguyên văn – qd, Điều 1" in explain_markdown(chained, unit, "vi")
    told = json.loads(explain_json(chained, unit, "vi"))
    assert told["rating"].pop("sentences")[0].startswith("Đề xuất xếp loại: từ Không hoàn thành nhiệm vụ đến")
    assert all(one.pop("sentence") for one in told["findings"])
    assert told == of(as_data(chained), "cb-05")
    assert chained.subject("cb-99") is None


def test_every_type_of_fact_has_a_word() -> None:
    assert {fact.type for fact in regulation().facts} <= set(TYPES)
    assert "diem  (số điểm)" in facts_text(regulation(), "vi")
