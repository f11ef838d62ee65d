"""A small regulation that gives levels, a resolution that takes them, and a table for both. All of it is made up."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

import attrs

from xeploai.model.evidence import Answer, Evidence, Hierarchy
from xeploai.model.period import Period, read_period
from xeploai.model.ruleset import Ruleset
from xeploai.report.result import Result, result
from xeploai.toml.load import parse

SHARED = """
format = 1
[kinds.khoi]
label = { vi = "Khối", en = "Bloc" }
[kinds.chi-bo]
label   = { vi = "Chi bộ", en = "Cell" }
parents = ["khoi"]
[kinds.dang-vien]
label   = { vi = "Đảng viên", en = "Member" }
parents = ["chi-bo"]
person  = true
[scale]
not_assessed = { id = "khong-xep-loai", label = { vi = "Không xếp loại", en = "Not assessed" } }
[scale.levels.xuat-sac]
label = { vi = "Hoàn thành xuất sắc nhiệm vụ", en = "Excellent" }
short = ["HTXS"]
[scale.levels.tot]
label = { vi = "Hoàn thành tốt nhiệm vụ", en = "Good" }
short = ["HTT"]
[scale.levels.hoan-thanh]
label = { vi = "Hoàn thành nhiệm vụ", en = "Done" }
short = ["HT"]
[scale.levels.khong-hoan-thanh]
label = { vi = "Không hoàn thành nhiệm vụ", en = "Not done" }
short = ["KHT"]
[facts.muc_xep_loai]
label    = { vi = "Mức đã quyết định", en = "Level decided" }
type     = "level"
judged   = true
document = "can_cu_xep_loai"
"""

REGULATION = (
    SHARED
    + """
[ruleset]
id        = "quy-dinh-thu"
label     = { vi = "Quy định thử", en = "Trial regulation" }
rated     = ["chi-bo", "dang-vien"]
otherwise = "khong-hoan-thanh"
decided   = "muc_xep_loai"
[sources.qd]
label = { vi = "Quy định thử", en = "Trial regulation" }
[sources.qd.clauses]
"Điều 1" = {}
"Điều 2" = {}
[grades]
not_assessed = { id = "khong-ap-dung", label = { vi = "Không áp dụng", en = "Not applicable" } }
[grades.levels.xuat-sac]
label = { vi = "Xuất sắc", en = "Excellent" }
[grades.levels.tot]
label = { vi = "Tốt", en = "Good" }
[grades.levels.trung-binh]
label = { vi = "Trung bình", en = "Average" }
[grades.levels.kem]
label = { vi = "Kém", en = "Poor" }
[facts.tu_tuong]
label = { vi = "Mức về tư tưởng", en = "Grade of ideology" }
type  = "grade"
[facts.to_chuc]
label = { vi = "Mức về tổ chức", en = "Grade of organisation" }
type  = "grade"
[facts.nhiem_vu]
label = { vi = "Mức về nhiệm vụ", en = "Grade of tasks" }
type  = "grade"
[facts.diem]
label   = { vi = "Điểm được chấm", en = "Points given" }
type    = "number"
maximum = 100
judged  = true
[facts.diem_thuong]
label = { vi = "Điểm thưởng", en = "Extra points" }
type  = "number"
[facts.ket_nap]
label = { vi = "Ngày kết nạp", en = "Day of admission" }
of    = ["dang-vien"]
type  = "date"
[facts.ky_luat]
label    = { vi = "Bị kỷ luật (có/không)", en = "Disciplined (yes/no)" }
type     = "yes_no"
judged   = true
document = "quyet_dinh_ky_luat"
[assumptions.muc-toi-thieu]
question   = { vi = "Mức tối thiểu để hoàn thành tốt?", en = "The least grade for good?" }
chosen     = "trung-binh"
others     = ["tot"]
why        = { vi = "Văn bản không nói rõ.", en = "The text is not clear." }
decided_by = { vi = "chưa có", en = "nobody yet" }
labels     = { trung-binh = { vi = "từ Trung bình", en = "Average" }, tot = { vi = "từ Tốt", en = "Good" } }
[assumptions.mau-so]
question   = { vi = "Tỷ lệ tính trên số nào?", en = "The base of the rate?" }
chosen     = "tot"
others     = ["tot-tro-len"]
why        = { vi = "Văn bản không nói rõ.", en = "The text is not clear." }
decided_by = { vi = "chưa có", en = "nobody yet" }
[assumptions.mau-so.labels]
tot         = { vi = "số tốt", en = "those good" }
tot-tro-len = { vi = "số tốt trở lên", en = "good or better" }
[criteria.tat-ca-tot]
label    = { vi = "Tất cả tiêu chí", en = "All grades" }
lowest   = ["tu_tuong", "to_chuc", "nhiem_vu"]
at_least = "tot"
role     = "part"
cite     = { source = "qd", clause = "Điều 1", words = "từ Tốt" }
[criteria.tat-ca-trung-binh]
label    = { vi = "Không có tiêu chí kém", en = "No poor grade" }
lowest   = ["tu_tuong", "to_chuc", "nhiem_vu"]
at_least = "trung-binh"
role     = "part"
assume   = ["muc-toi-thieu"]
cite     = { source = "qd", clause = "Điều 1", words = "từ Trung bình" }
readings = { muc-toi-thieu = { tot = { at_least = "tot" } } }
[criteria.nhiem-vu-xuat-sac]
label    = { vi = "Nhiệm vụ", en = "Tasks" }
value    = "nhiem_vu"
at_least = "xuat-sac"
role     = "part"
cite     = { source = "qd", clause = "Điều 1" }
[criteria.diem-xuat-sac]
label    = { vi = "Điểm", en = "Points" }
score    = ["diem", { given = "diem_thuong", weight = 2 }, { meet = "tat-ca-tot", earns = 2.5 }]
at_least = 90
role     = "part"
cite     = { source = "qd", clause = "Điều 1" }
[criteria.du-thang]
label     = { vi = "Mới kết nạp", en = "Newly admitted" }
for       = ["dang-vien"]
months    = "ket_nap"
less_than = 6
role      = "part"
cite      = { source = "qd", clause = "Điều 2" }
[criteria.ky-luat]
label = { vi = "Bị kỷ luật", en = "Disciplined" }
yes   = "ky_luat"
role  = "part"
cite  = { source = "qd", clause = "Điều 2" }
[[rules]]
level = "xuat-sac"
when  = { all = ["tat-ca-tot", "nhiem-vu-xuat-sac", "diem-xuat-sac"] }
cite  = { source = "qd", clause = "Điều 1" }
[[rules]]
level = "tot"
when  = { all = ["tat-ca-trung-binh", { not = "ky-luat" }] }
cite  = { source = "qd", clause = "Điều 1" }
[[rules]]
level = "hoan-thanh"
cite  = { source = "qd", clause = "Điều 1" }
[[rules.when.any]]
all = ["tat-ca-trung-binh"]
[[rules.when.any]]
undetermined = { vi = "chưa thấy nguyên văn", en = "wording not seen" }
cite         = { source = "qd", clause = "Điều 1" }
[vetoes.ky-luat]
label = { vi = "bị kỷ luật trong năm", en = "disciplined in the year" }
when  = "ky-luat"
cap   = "khong-hoan-thanh"
cite  = { source = "qd", clause = "Điều 2" }
[exemptions.moi-ket-nap]
label = { vi = "mới kết nạp chưa đủ 6 tháng", en = "admitted less than 6 months ago" }
for   = ["dang-vien"]
when  = "du-thang"
cite  = { source = "qd", clause = "Điều 2" }
[quotas.xuat-sac]
label        = { vi = "Tỷ lệ xuất sắc", en = "Rate of excellent" }
level        = "xuat-sac"
for          = ["chi-bo"]
rate         = "50%"
base         = "good"
whole_number = "down"
within       = ["khoi"]
assume       = ["mau-so"]
readings     = { mau-so = { tot-tro-len = { base = "good_or_better" } } }
cite         = { source = "qd", clause = "Điều 2" }
"""
)

RESOLUTION = (
    SHARED
    + """
[ruleset]
id    = "nghi-quyet-thu"
label = { vi = "Nghị quyết thử", en = "Trial resolution" }
decided = "muc_xep_loai"
[sources.nq]
label = { vi = "Nghị quyết thử", en = "Trial resolution" }
[sources.nq.clauses]
"mục 1" = {}
[criteria.chi-bo-tot]
label    = { vi = "Chi bộ tốt trở lên", en = "Good cells" }
for      = ["khoi"]
share    = { of = ["chi-bo"], rated = "tot", by = "muc_xep_loai" }
at_least = "90%"
cite     = { source = "nq", clause = "mục 1", words = "90%" }
[goals.ct-1]
label    = { vi = "Chi bộ tốt trở lên", en = "Good cells" }
criteria = ["chi-bo-tot"]
"""
)


@cache
def regulation() -> Ruleset:
    """The regulation by itself."""
    return parse(REGULATION, "quy-dinh-thu.toml")


@cache
def resolution() -> Ruleset:
    """The resolution, which takes the levels that the regulation proposes."""
    return attrs.evolve(parse(RESOLUTION, "nghi-quyet-thu.toml"), levels=regulation())


YEAR: Period = read_period("2024")
GOOD: Mapping[str, Answer] = {"tu_tuong": "tot", "to_chuc": "tot", "nhiem_vu": "tot", "ky_luat": False}
BEST: Mapping[str, Answer] = {**GOOD, "nhiem_vu": "xuat-sac", "diem": Decimal("87.5"), "diem_thuong": Decimal("1.25")}


def cell(number: int, facts: Mapping[str, Answer], notes: Mapping[str, str] | None = None) -> Evidence:
    """A cell below the bloc."""
    return Evidence(f"cb-{number:02}", "chi-bo", facts, name=f"Chi bộ {number}", parent="khoi", notes=notes or {})


def member(number: int, facts: Mapping[str, Answer], notes: Mapping[str, str] | None = None) -> Evidence:
    """A member of the first cell, with a name that no report may show."""
    return Evidence(
        f"dv-{number:02}", "dang-vien", facts, name=f"Tên Riêng {number}", parent="cb-01", notes=notes or {}
    )


ADMITTED = date(2010, 1, 1)
TABLE = (
    Evidence("khoi", "khoi", {}, name="Khối Ví dụ"),
    cell(1, {**BEST, "muc_xep_loai": "xuat-sac"}, {"can_cu_xep_loai": "Quyết định 12-QĐ/ĐU"}),
    member(1, {**GOOD, "ket_nap": date(2024, 10, 1)}),
    member(2, {**GOOD, "ket_nap": ADMITTED, "ky_luat": True}, {"quyet_dinh_ky_luat": "Quyết định 9-QĐ/UBKT"}),
    member(3, {"muc_xep_loai": "khong-xep-loai"}, {"ly_do_khong_xep_loai": "đình chỉ sinh hoạt"}),
    member(4, {**GOOD, "ket_nap": ADMITTED, "muc_xep_loai": "xuat-sac"}),
    cell(2, {**GOOD, "muc_xep_loai": "xuat-sac"}),
    cell(3, GOOD),
    cell(4, {"tu_tuong": "trung-binh", "ky_luat": False}),
    cell(5, {**GOOD, "tu_tuong": "kem"}),
)


def rated(rules: Ruleset, *rows: Evidence, as_of: date | None = None) -> Result:
    """The table, or some rows, under a rule set."""
    return result(rules, Hierarchy(rows or TABLE), YEAR, date(2025, 1, 2), as_of=as_of)
