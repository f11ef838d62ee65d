"""The twenty traps of rating, T1 to T20, each on the rule files and the readers that ship."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from unicodedata import normalize

import pytest

from tests.ruled import FILE, lam_dong
from xeploai.diagnostic import InvalidEvidence
from xeploai.evidence.drawn import drawn
from xeploai.intake.read import read_bytes
from xeploai.interval import point
from xeploai.model.condition import Strength
from xeploai.model.evidence import Answer, Evidence, Hierarchy
from xeploai.model.incident import Incident
from xeploai.model.kind import members
from xeploai.model.outcome import Excluded, Finding, Outcome, Rating
from xeploai.model.period import read_period
from xeploai.model.ruleset import Ruleset, kinds_of
from xeploai.model.scale import rank
from xeploai.rating.chain import Chain, chained
from xeploai.rating.findings import findings, goals
from xeploai.rating.quotas import quotas
from xeploai.rating.session import judge_all
from xeploai.rating.standing import standing
from xeploai.toml.load import load
from xeploai.truth import Verdict

PERIODS = {
    "hd-21-2019": "2022",
    "qd-124-2023": "2024",
    "qd-366-2025": "2025",
    "nd-90-2020": "2025",
    "nd-335-2025": "2026",
    "lam-dong-2024": "2024",
}
KHT, HT, HTT, HTXS = "khong-hoan-thanh", "hoan-thanh", "tot", "xuat-sac"
PARTY_GRADES = (
    "muc_chinh_tri_tu_tuong",
    "muc_to_chuc_can_bo",
    "muc_lanh_dao_doan_the",
    "muc_kiem_tra_giam_sat",
    "muc_thuc_hien_chuong_trinh",
    "muc_kinh_te_xa_hoi",
    "muc_khac_phuc",
)
LONG_AGO = date(2010, 2, 3)
CELL: Mapping[str, Answer] = {
    **dict.fromkeys(PARTY_GRADES, "xuat-sac"),
    **dict.fromkeys(("thanh_tich_noi_bat", "san_pham_cu_the"), True),
    **dict.fromkeys(("nhiem_vu", "nhiem_vu_hoan_thanh"), 10),
    "chu_yeu_khong_dat": 0,
    **dict.fromkeys(
        (
            "bat_kha_khang",
            "mat_doan_ket",
            "thanh_vien_suy_thoai",
            "truc_thuoc_bi_ky_luat",
            "truc_thuoc_chua_khac_phuc",
            "tap_the_ldql_bi_ky_luat",
            "thanh_vien_ldql_bi_ky_luat",
            "thanh_vien_ldql_chua_khac_phuc",
            "bi_ky_luat_chua_khac_phuc",
        ),
        False,
    ),
}
"""Of which Regulation 124 makes an excellent cell, once it is known whether a violation of the year was disciplined."""
LEADER: Mapping[str, Answer] = {
    "diem_chung": Decimal(28),
    "diem_ket_qua": Decimal(64),
    **dict.fromkeys(("phu_trach", "phu_trach_hoan_thanh", "phu_trach_dung_han", "phu_trach_vuot"), 10),
    **dict.fromkeys(("don_vi_phu_trach", "don_vi_phu_trach_kht", "phieu_tin_nhiem", "phieu_tin_nhiem_thap"), 0),
    **dict.fromkeys(
        ("khong_dat_chi_tieu_co_ban", "bi_ky_luat", "suy_thoai", "mien_sinh_hoat", "dinh_chi_sinh_hoat"), False
    ),
    "phu_trach_cham": 0,
    "ngay_ket_nap": LONG_AGO,
}
"""Of which Regulation 366 makes an excellent leader: 92 points, and every task on time."""


def rules_of(name: str) -> Ruleset:
    return lam_dong() if name == "lam-dong-2024" else chain(name).prepared.rules


@cache
def chain(name: str) -> Chain:
    return chained(
        lam_dong() if name == "lam-dong-2024" else load(FILE.with_name(f"{name}.toml")), read_period(PERIODS[name])
    )


def judged(name: str, *rows: Evidence) -> tuple[Outcome, ...]:
    return judge_all(chain(name), rows)


def one(name: str, kind: str, facts: Mapping[str, Answer]) -> Outcome:
    return judged(name, Evidence("x", kind, facts))[0]


def rating(name: str, kind: str, facts: Mapping[str, Answer]) -> Rating | None:
    return one(name, kind, facts).rating


def level(name: str, kind: str, facts: Mapping[str, Answer]) -> str | None:
    found = rating(name, kind, facts)
    return found.level if found else None


def finding(outcome: Outcome, criterion: str) -> Finding:
    return next(one for one in findings(outcome) if one.criterion.id == criterion)


def verdict(criterion: str, kind: str, facts: Mapping[str, Answer]) -> str:
    return str(finding(one("lam-dong-2024", kind, facts), criterion).verdict)


def tccsd(levels: Sequence[str | None], kind: str = "chi-bo-co-so", **more: Answer) -> list[Evidence]:
    return [Evidence(f"cb-{n}", kind, {"muc_xep_loai": one, **more}, parent="khoi") for n, one in enumerate(levels)]


def people(*levels: str, cell: Mapping[str, Answer], **more: Answer) -> tuple[Evidence, ...]:
    """A cell and its members."""
    facts = ({"muc_xep_loai": one, **more} for one in levels)
    rows = (Evidence(f"dv-{n}", "dang-vien", one, parent="cb") for n, one in enumerate(facts))
    return (Evidence("cb", "chi-bo-co-so", cell), *rows)


def quota(name: str, *rows: Evidence) -> tuple[object, object, object]:
    found = next(one for one in quotas(judged(name, *rows)) if one.quota in {"dang-vien-xuat-sac", "ca-nhan-xuat-sac"})
    return found.allowed, found.actual, found.excess


@pytest.mark.parametrize("name", ["qd-124-2023", "hd-21-2019"])
def test_t01_the_quota_is_of_those_rated_good_whatever_there_is_below_them(name: str) -> None:
    """Of N rated good or better a sixth, not a fifth; with two rated good none; and who is one too many stays so."""
    for good_or_better in (2, 5, 6, 11, 12, 30):
        most = good_or_better // 6
        rows = people(*[HTXS] * most, *[HTT] * (good_or_better - most), *[HT] * 40, *[KHT] * 10, cell={"so_can_bo": 0})
        assert quota(name, *rows) == (point(most), point(most), point(0))
        rows = people(*[HTXS] * (most + 1), *[HTT] * (good_or_better - most - 1), *[HT] * 40, cell={"so_can_bo": 0})
        assert quota(name, *rows)[1:] == (point(most + 1), point(1))
        decided = [found.rating.decided for found in judged(name, *rows) if found.rating]
        assert decided.count(HTXS) == most + 1


def test_t02_eight_rated_good_allow_one_or_two_as_the_rule_file_rounds() -> None:
    levels = [HTXS] * 2 + [HTT] * 8
    assert quota("qd-124-2023", *people(*levels, cell={})) == (point(1), point(2), point(1))
    not_raised = people(*levels, cell={"duoc_nang_ty_le": False}, nguoi_dung_dau=False)
    assert quota("qd-366-2025", *not_raised) == (point(2), point(2), point(0))


def test_t03_no_share_is_a_binary_float_and_none_is_rounded() -> None:
    """Where floats go wrong (95 % of 180 is 171) the whole number decides, and 89,95 % is not 90 %."""
    wrong = [n for n in range(20, 2000, 20) if 0.95 * n != n - n // 20 or 0.35 * n != 7 * n // 20]
    assert wrong
    for whole in wrong[:20]:
        enough = whole - whole // 20
        for part, expected in ((enough, "met"), (enough - 1, "not_met")):
            facts = {"nguoi_lao_dong": whole, "nguoi_lao_dong_hoc_tap": part}
            assert verdict("hoc-tap-nguoi-lao-dong", "khoi", facts) == expected
    for part, expected in ((1799, "not_met"), (1800, "met")):
        facts = {"dang_vien_duoc_xep_loai": 2000, "dang_vien_tot_tro_len": part}
        assert verdict("dang-vien-tot-tro-len", "khoi", facts) == expected


@pytest.mark.parametrize(("cell", "read"), [("3.402", 3402), ("3402", 3402), ("3,402", None), ("93,90%", None)])
def test_t03_a_count_may_have_dots_of_thousands_and_is_no_percentage(cell: str, read: int | None) -> None:
    table = f"id;kind;dang_vien\nkhoi;khoi;{cell}\n".encode()
    if read is None:
        with pytest.raises(InvalidEvidence):
            read_bytes(table, "csv", "t.csv", lam_dong())
    else:
        (row,) = read_bytes(table, "csv", "t.csv", lam_dong()).subjects
        assert row.facts["dang_vien"] == read


def test_t03_points_have_a_comma_and_are_exact() -> None:
    table = b"id;kind;diem_chung;diem_ket_qua\na;cong-chuc;19,95;70\nb;cong-chuc;20,0;70\n"
    rows = read_bytes(table, "csv", "t.csv", rules_of("nd-335-2025")).subjects
    assert rows[0].facts["diem_chung"] == Decimal("19.95")
    clean = {"suy_thoai": False, "bi_ky_luat": False}
    assert [level("nd-335-2025", row.kind, {**row.facts, **clean}) for row in rows] == [HTT, HTXS]


def test_t04_every_cell_can_comply_with_30_to_35_per_cent_and_seven_do_with_three() -> None:
    name = "kiem-tra-dang-vien"
    for size in range(1, 60):
        all_of_them = {"dang_vien": size, "dang_vien_duoc_kiem_tra": size}
        assert verdict(name, "chi-bo-truc-thuoc", all_of_them) == "met"
    seven = {"dang_vien": 7, "dang_vien_duoc_kiem_tra": 3}
    found = finding(one("lam-dong-2024", "chi-bo-truc-thuoc", seven), name)
    assert (str(found.verdict), found.noted) == ("met", False)
    assert verdict(name, "chi-bo-truc-thuoc", {**seven, "dang_vien_duoc_kiem_tra": 2}) == "not_met"


def test_t05_who_is_only_supervised_is_not_inspected_and_a_person_counts_once() -> None:
    cell = {"dang_vien": 10, "duoc_kiem_tra_giam_sat": True}
    assert verdict("kiem-tra-dang-vien", "chi-bo-truc-thuoc", cell) == "unknown"
    committee = Evidence("db", "dang-bo-co-so", {"so_chi_bo_truc_thuoc": 1})
    row = Evidence("cb", "chi-bo-truc-thuoc", {**cell, "dang_vien_duoc_kiem_tra": 0}, parent="db")
    above, below = judged("lam-dong-2024", committee, row)
    assert finding(above, "kiem-tra-chi-bo").verdict is Verdict.MET
    assert finding(below, "kiem-tra-dang-vien").verdict is Verdict.NOT_MET
    with pytest.raises(InvalidEvidence):
        one("lam-dong-2024", "chi-bo-truc-thuoc", {"dang_vien": 10, "dang_vien_duoc_kiem_tra": 11})


def test_t06_one_cell_at_nought_is_not_hidden_by_the_others() -> None:
    cells = [(10, 5), (10, 5), (10, 0)]
    rows = [
        Evidence(f"cb-{n}", "chi-bo-co-so", {"dang_vien": size, "dang_vien_duoc_kiem_tra": done}, parent="khoi")
        for n, (size, done) in enumerate(cells)
    ]
    bloc = Evidence("khoi", "khoi", {"so_dang_bo_co_so": 0, "so_chi_bo_co_so": 3})
    found = finding(judged("lam-dong-2024", bloc, *rows)[0], "kiem-tra-dang-vien-toan-khoi")
    assert (found.verdict, found.part, found.whole) == (Verdict.NOT_MET, point(2), point(3))
    assert {other.verdict for other in found.readings if other.reading == "gop-toan-khoi"} == {Verdict.MET}


@pytest.mark.slow
def test_t07_organisations_and_members_are_two_shares_and_never_one() -> None:
    """Kiên Giang 2023: 3.402/3.623 is enough of 90 %, 48.805/56.787 is not, and one does not make up for the other."""
    facts = {"dang_vien_tot_tro_len": 48805, "dang_vien_duoc_xep_loai": 56787}
    bloc = Evidence("khoi", "khoi", {**facts, "so_dang_bo_co_so": 0, "so_chi_bo_co_so": 3623})
    found, *_ = judged("lam-dong-2024", bloc, *tccsd([HTT] * 3402 + [HT] * 221))
    organisations, people = (finding(found, name) for name in ("tccsd-tot-tro-len", "dang-vien-tot-tro-len"))
    assert (organisations.verdict, people.verdict) == (Verdict.MET, Verdict.NOT_MET)
    assert organisations.measured
    assert organisations.measured.low == Fraction(3402, 3623)
    assert people.measured
    assert people.measured.high == Fraction(48805, 56787)
    assert next(goal.verdict for goal in goals(found) if goal.goal == "ct-5") is Verdict.NOT_MET


def test_t08_who_is_not_assessed_leaves_the_base_with_the_reason_and_nothing_is_no_share() -> None:
    """18 of 19 committees were assessed in Kiên Giang, 17 of them rated good or better."""
    rows = tccsd([HTXS, *[HTT] * 16, HT, "khong-xep-loai"])
    rows[-1] = Evidence(rows[-1].id, rows[-1].kind, rows[-1].facts, None, "khoi", {"ly_do_khong_xep_loai": "mới"})
    bloc = Evidence("khoi", "khoi", {"so_dang_bo_co_so": 0, "so_chi_bo_co_so": 19})
    found = finding(judged("lam-dong-2024", bloc, *rows)[0], "tccsd-tot-tro-len")
    assert (found.part, found.whole, found.verdict) == (point(17), point(18), Verdict.MET)
    assert found.excluded == (Excluded("mới", ("cb-18",)),)
    assert {str(other.verdict) for other in found.readings} == {"not_met"}
    nobody = {"dang_vien_duoc_xep_loai": 0, "dang_vien_tot_tro_len": 0}
    assert verdict("dang-vien-tot-tro-len", "khoi", nobody) == "not_applicable"


@pytest.mark.parametrize(
    ("name", "kind", "facts", "levels"),
    [
        # Fewer than half, and key targets missed: 9/20 and one.
        ("qd-124-2023", "chi-bo-co-so", {"nhiem_vu": 20, "nhiem_vu_hoan_thanh": 9, "chu_yeu_khong_dat": 1}, KHT),
        ("qd-124-2023", "chi-bo-co-so", {"nhiem_vu": 20, "nhiem_vu_hoan_thanh": 10, "chu_yeu_khong_dat": 1}, HTXS),
        ("qd-124-2023", "chi-bo-co-so", {"nhiem_vu": 20, "nhiem_vu_hoan_thanh": 9}, HTXS),
        # More than a fifth of the cells disciplined: 1/5 is not.
        ("qd-124-2023", "dang-bo-co-so", {"so_chi_bo_truc_thuoc": 5, "so_chi_bo_bi_ky_luat": 1}, HTXS),
        ("qd-124-2023", "dang-bo-co-so", {"so_chi_bo_truc_thuoc": 5, "so_chi_bo_bi_ky_luat": 2}, KHT),
        # Late at most 20 %; fewer than 70 % done; more than half of the units.
        ("qd-366-2025", "can-bo", {"phu_trach_dung_han": 8, "phu_trach_cham": 2, "phu_trach_vuot": 0}, HT),
        ("qd-366-2025", "can-bo", {"phu_trach_dung_han": 7, "phu_trach_cham": 3, "phu_trach_vuot": 0}, KHT),
        ("qd-366-2025", "can-bo", {"don_vi_phu_trach": 4, "don_vi_phu_trach_kht": 2}, HTXS),
        ("qd-366-2025", "can-bo", {"don_vi_phu_trach": 4, "don_vi_phu_trach_kht": 3}, KHT),
    ],
)
def test_t09_strict_is_strict_and_both_halves_of_a_case_are_needed(
    name: str, kind: str, facts: Mapping[str, Answer], levels: str
) -> None:
    base = LEADER if kind == "can-bo" else {**CELL, "vi_pham_ky_luat_nam_sau": False}
    assert level(name, kind, {**base, **facts}) == levels


def test_t10_enough_points_without_a_condition_are_a_named_reading() -> None:
    """92 points and a late task: not excellent, and by the letter not good either, which takes fewer than 90 points."""
    late = {**LEADER, "phu_trach_dung_han": 9, "phu_trach_cham": 1, "phu_trach_vuot": 4}
    done = {**late, "phu_trach_vuot": 0}
    assert level("qd-366-2025", "can-bo", LEADER) == HTXS
    assert level("qd-366-2025", "can-bo", late) == HT
    assert level("qd-366-2025", "can-bo", done) == HT
    found = standing(one("qd-366-2025", "can-bo", done))
    (letter,) = (other for other in found.readings if other.reading == "khong-co-quy-tac")
    assert letter.assumption == "diem-cao-thieu-dieu-kien"
    assert letter.rating
    assert (letter.rating.highest, letter.rating.lowest) == (HT, KHT)
    blocked = {
        obstacle.condition.id for _, what in found.obstacles for obstacle in what if hasattr(obstacle.condition, "id")
    }
    assert {"linh-vuc-dung-han", "linh-vuc-vuot-muc"} <= blocked


@pytest.mark.parametrize("name", [name for name in PERIODS if name != "lam-dong-2024"])
def test_t11_a_blank_passes_nothing(name: str) -> None:
    rules = rules_of(name)
    for kind in members(kinds_of(rules), rules.rated):
        found = rating(name, kind, {})
        assert found is not None
        assert (found.highest, found.lowest, found.level) == (HTXS, KHT, None), kind


def test_t11_a_level_above_waits_for_the_levels_below_in_whatever_order_they_come() -> None:
    """A hundred per cent and eighty: without the cells a committee may be excellent, and is not."""
    facts = {**{name: CELL[name] for name in (*PARTY_GRADES, "nhiem_vu", "nhiem_vu_hoan_thanh", "bat_kha_khang")}}
    facts |= {"tieu_bieu": True, "cung_cap_tot": True, "bi_ky_luat_chua_khac_phuc": False, "ngay_thanh_lap": LONG_AGO}
    above = Evidence("db", "dang-bo-co-so", {**facts, "so_chi_bo_truc_thuoc": 5})

    def of_committee(*levels: str) -> Rating | None:
        cells = [
            Evidence(f"cb-{n}", "chi-bo-truc-thuoc", {"muc_xep_loai": one}, parent="db") for n, one in enumerate(levels)
        ]
        (found,) = {
            judged("hd-21-2019", *rows)[rows.index(above)].rating for rows in ([above, *cells], [*cells, above])
        }
        return found

    assert of_committee(HTT, HTT, HTT, HTT) == Rating(HTXS, HT)
    assert of_committee(HTT, HTT, HTT, HTT, HT) == Rating(HTXS, HTXS)
    assert of_committee(HTT, HTT, HTT, HT, HT) == Rating(HTT, HT)
    assert of_committee(HTT, HTT, HTT, HTT, KHT) == Rating(HTT, HT)


def test_t12_an_earlier_year_is_rated_again_and_its_first_result_can_be_made_again() -> None:
    rules = rules_of("qd-124-2023")
    conduct = Incident("v", "cb", "thu chi sai", date(2024, 6, 1), conduct_date=date(2023, 3, 2), self_detected=False)
    table = Hierarchy([Evidence("cb", "chi-bo-co-so", dict(CELL))])

    def rated(period: str, *, as_of: date | None = None) -> Rating | None:
        filled = drawn(rules, table, [conduct], read_period(period), as_of=as_of)
        return judge_all(chained(rules, read_period(period)), filled.subjects)[0].rating

    assert rated("2023", as_of=date(2023, 12, 31)) == Rating(HTXS, HTXS)
    assert rated("2023") == Rating(KHT, KHT)


def test_t12_a_conduct_that_counted_for_an_earlier_year_is_not_counted_again() -> None:
    done: dict[str, Answer] = {
        "nhiem_vu": 4,
        "nhiem_vu_dung_han": 4,
        "nhiem_vu_vuot": 2,
        "hieu_qua_cao": True,
        "bi_ky_luat": True,
    }
    facts = {**done, "thang_nghi": Decimal(0), "thang_lam_viec": Decimal(12)}
    assert level("nd-90-2020", "cong-chuc", {**facts, "da_tinh_nam_truoc": True}) == HTXS
    assert level("nd-90-2020", "cong-chuc", {**facts, "da_tinh_nam_truoc": False}) == KHT


def test_t13_the_rule_set_is_that_of_the_year_rated() -> None:
    versions = {year: load("qd-xep-loai", period=read_period(year)).id for year in ("2022", "2024", "2025")}
    assert versions == {"2022": "hd-21-2019", "2024": "qd-124-2023", "2025": "qd-366-2025"}
    proposing = lam_dong().levels
    assert proposing is not None
    assert proposing.rules.id == versions["2024"]


def test_t14_who_is_left_out_and_who_is_capped_is_the_affair_of_each_regulation() -> None:
    new: dict[str, Answer] = {"ngay_ket_nap": date(2024, 7, 1), "mien_sinh_hoat": False, "dinh_chi_sinh_hoat": False}
    assert rating("qd-124-2023", "dang-vien", new) is None
    unclear = rating("qd-366-2025", "dang-vien", {**new, "ngay_ket_nap": date(2025, 7, 1)})
    assert unclear
    assert unclear.may_be_unrated
    founded: dict[str, Answer] = {"ngay_thanh_lap": date(2022, 7, 1)}
    assert rating("hd-21-2019", "chi-bo-co-so", founded) is None
    organisation = rating("qd-124-2023", "chi-bo-co-so", {"ngay_thanh_lap": date(2024, 7, 1)})
    assert organisation
    assert not organisation.may_be_unrated
    sick = rating("hd-21-2019", "dang-vien", {"thang_nghi_om": Decimal(3)})
    assert sick
    assert sick.highest == HT
    assert "thang_nghi_om" not in {fact.id for fact in rules_of("qd-124-2023").facts}
    assert rating("nd-90-2020", "cong-chuc", {"thang_lam_viec": Decimal("5.5")}) is None


def test_t15_what_the_text_only_strives_for_is_judged_and_marked() -> None:
    bloc = Evidence("khoi", "khoi", {"so_dang_bo_co_so": 0, "so_chi_bo_co_so": 1})
    found, *_ = judged("lam-dong-2024", bloc, *tccsd([HTT], guong_dien_hinh=0))
    soft = {
        one.criterion.id: str(one.verdict) for one in findings(found) if one.criterion.strength is Strength.ASPIRATIONAL
    }
    assert soft == {"guong-dien-hinh-toan-khoi": "not_met"}


def test_t16_what_is_missing_is_not_failed_and_says_for_whom_it_waits() -> None:
    registered = {"ca_nhan_doi_tuong": 100, "ca_nhan_dang_ky": 90}
    name = "mo-hinh-dat-ca-nhan"
    assert verdict(name, "khoi", {**registered, "ca_nhan_dat": 23}) == "met"
    assert verdict(name, "khoi", {**registered, "ca_nhan_dat": 22, "ca_nhan_chua_danh_gia": 0}) == "not_met"
    waiting = finding(one("lam-dong-2024", "khoi", {**registered, "ca_nhan_dat": 22, "ca_nhan_chua_danh_gia": 1}), name)
    assert (str(waiting.verdict), waiting.why) == ("unknown", "awaiting_assessment")
    assert finding(one("lam-dong-2024", "khoi", {}), name).why == "not_reported"
    assert finding(one("lam-dong-2024", "khoi", {}), "khoi-tot-tro-len").why == "awaiting_decision"
    assert verdict(name, "khoi", {**registered, "ca_nhan_dang_ky": 0, "ca_nhan_dat": 0}) == "not_applicable"


def test_t17_a_cell_of_a_committee_is_no_grassroots_organisation() -> None:
    """The shape of a real bloc, Hà Tĩnh's: 39 committees and 27 cells are 66; 289 cells more are inspected too."""
    bloc = Evidence("khoi", "khoi", {"so_dang_bo_co_so": 39, "so_chi_bo_co_so": 27})
    committees = [
        Evidence(
            f"db-{n}", "dang-bo-co-so", {"muc_xep_loai": HTT, "so_chi_bo_truc_thuoc": 8 if n < 16 else 7}, parent="khoi"
        )
        for n in range(39)
    ]
    below = Evidence(
        "ct", "chi-bo-truc-thuoc", {"muc_xep_loai": KHT, "dang_vien": 3, "dang_vien_duoc_kiem_tra": 0}, parent="db-0"
    )
    found, *_ = judged("lam-dong-2024", bloc, *committees, *tccsd([HTT] * 27), below)
    rated = finding(found, "tccsd-tot-tro-len")
    assert (rated.part, rated.whole) == (point(66), point(66))
    assert finding(found, "guong-dien-hinh-toan-khoi").whole == point(66)
    assert finding(found, "kiem-tra-dang-vien-toan-khoi").whole == point(27 + 289)


def test_t18_of_which_a_quarter_is_of_those_just_named() -> None:
    """23 of 90 registered is a quarter; of all 100 it is not, and the finding says that it depends."""
    facts = {"ca_nhan_doi_tuong": 100, "ca_nhan_dang_ky": 90, "ca_nhan_dat": 23, "ca_nhan_chua_danh_gia": 0}
    found = finding(one("lam-dong-2024", "khoi", facts), "mo-hinh-dat-ca-nhan")
    (other,) = (reading for reading in found.readings if reading.reading == "tren-so-doi-tuong")
    assert (found.verdict, other.verdict, found.depends) == (Verdict.MET, Verdict.NOT_MET, True)
    assert found.measured
    assert other.measured
    assert (found.measured.low, other.measured.low) == (Fraction(23, 90), Fraction(23, 100))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "cell", ["không hoàn thành nhiệm vụ", "KHÔNG HOÀN THÀNH NHIỆM VỤ", "không hoàn thành", "KHTNV", "kht"]
)
def test_t19_not_completed_is_never_read_as_completed(cell: str, form: str) -> None:
    table = normalize(form, f"id;kind;muc_xep_loai\na;chi-bo-co-so;{cell}\nb;chi-bo-co-so;hoàn thành nhiệm vụ\n")  # type: ignore[arg-type]
    rows = read_bytes(table.encode(), "csv", "t.csv", lam_dong()).subjects
    assert [row.facts["muc_xep_loai"] for row in rows] == [KHT, HT]
    scale = lam_dong().scale
    assert scale is not None
    assert rank(scale, KHT) < rank(scale, HT) < rank(scale, HTT) < rank(scale, HTXS)


def test_t20_a_missed_target_of_the_resolution_lowers_no_rating() -> None:
    """No cell inspects anybody, no model is built: it stays excellent, and counts as such in the bloc."""
    excellent = {**CELL, "vi_pham_ky_luat_nam_sau": False}
    missed = {"dang_vien": 10, "dang_vien_duoc_kiem_tra": 0, "dang_vien_hoc_tap": 0, "guong_dien_hinh": 0}
    bloc = Evidence("khoi", "khoi", {"so_dang_bo_co_so": 0, "so_chi_bo_co_so": 1})
    above, cell = judged("lam-dong-2024", bloc, Evidence("cb", "chi-bo-co-so", {**excellent, **missed}, parent="khoi"))
    assert {finding(cell, name).verdict for name in ("kiem-tra-dang-vien", "guong-dien-hinh")} == {Verdict.NOT_MET}
    assert standing(cell).rating == Rating(HTXS, HTXS)
    assert finding(above, "tccsd-tot-tro-len").verdict is Verdict.MET
