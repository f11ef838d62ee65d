"""The national rule sets: what they have to hold, and that their worked cases leave none of it untried."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_worked_cases import RULES, cases
from xeploai.audit.cases.case import Expected
from xeploai.model.citation import Citation
from xeploai.model.condition import AllOf, Condition, Undetermined
from xeploai.model.evidence import Answer, Evidence, Hierarchy
from xeploai.model.kind import members
from xeploai.model.outcome import Rating
from xeploai.model.period import read_period
from xeploai.model.ruleset import Ruleset, kinds_of
from xeploai.model.scale import rank
from xeploai.rating.chain import Chain, chained
from xeploai.rating.session import judge_all
from xeploai.toml.dump import dump
from xeploai.toml.load import load, parse
from xeploai.wellformed.conditions import conditions_of, parts_of, placed

SERIES = {
    "qd-xep-loai": ("hd-21-2019", "qd-124-2023", "qd-366-2025"),
    "nd-cong-chuc": ("nd-90-2020", "nd-335-2025"),
}
NATIONAL = [name for names in SERIES.values() for name in names]
DICTIONARIES = ("chung", "phieu-2018")


@cache
def rules_of(name: str) -> Ruleset:
    return load(RULES / f"{name}.toml")


def cited(rules: Ruleset) -> Iterator[tuple[str, Citation | None]]:
    """All that needs a citation, with the one it has."""
    yield from ((criterion.id, criterion.cite) for criterion in rules.criteria)
    yield from (("/".join(map(str, path)), one.cite) for path, one in placed(rules).items())
    yield from ((quota.id, quota.cite) for quota in rules.quotas)
    yield from ((str(one.reason), one.cite) for one in undetermined(rules))


def undetermined(rules: Ruleset) -> Iterator[Undetermined]:
    for condition in conditions_of(rules).values():
        yield from (part for part in parts_of(condition) if isinstance(part, Undetermined))


# The files


@pytest.mark.parametrize("name", [*NATIONAL, *DICTIONARIES])
def test_what_is_loaded_is_dumped_and_loaded_the_same(name: str) -> None:
    assert parse(dump(rules_of(name))) == rules_of(name)


@pytest.mark.parametrize("name", DICTIONARIES)
def test_what_is_shared_holds_no_condition(name: str) -> None:
    rules = rules_of(name)
    judging = (rules.criteria, rules.rules, rules.vetoes, rules.exemptions, rules.quotas, rules.assumptions)
    assert not any(judging)


@pytest.mark.parametrize("series", SERIES)
def test_the_versions_of_a_series_leave_no_day_out_and_none_to_two(series: str) -> None:
    versions = [rules_of(name) for name in SERIES[series]]
    assert {version.series for version in versions} == {series}
    for before, after in pairwise(versions):
        assert before.in_force.until is not None
        assert after.in_force.since == before.in_force.until + timedelta(days=1)
    assert versions[-1].in_force.until is None


@pytest.mark.parametrize(
    ("series", "period", "version"),
    [
        ("qd-xep-loai", "2019", "hd-21-2019"),
        ("qd-xep-loai", "2022", "hd-21-2019"),
        ("qd-xep-loai", "2023", "qd-124-2023"),
        ("qd-xep-loai", "2024", "qd-124-2023"),
        ("qd-xep-loai", "2025-Q2", "qd-124-2023"),
        ("qd-xep-loai", "2025", "qd-366-2025"),
        ("qd-xep-loai", "2025-Q3", "qd-366-2025"),
        ("nd-cong-chuc", "2023", "nd-90-2020"),
        ("nd-cong-chuc", "2025", "nd-90-2020"),
        ("nd-cong-chuc", "2026-Q1", "nd-335-2025"),
    ],
)
def test_t13_the_period_rated_picks_the_version(series: str, period: str, version: str) -> None:
    assert load(RULES / series, period=read_period(period)).id == version


@pytest.mark.parametrize("name", NATIONAL)
def test_everything_cites_a_clause_that_its_source_lists(name: str) -> None:
    rules = rules_of(name)
    listed = {(source.id, clause.id) for source in rules.sources for clause in source.clauses}
    for what, cite in cited(rules):
        assert cite is not None, what
        assert (cite.source, cite.clause) in listed, what


@pytest.mark.parametrize("name", NATIONAL)
def test_each_clause_is_cited_or_has_its_reason_and_not_both(name: str) -> None:
    rules = rules_of(name)
    used = {(cite.source, cite.clause) for _, cite in cited(rules) if cite}
    for source in rules.sources:
        for clause in source.clauses:
            assert ((source.id, clause.id) in used) != (clause.reason is not None), (source.id, clause.id)


@pytest.mark.parametrize("name", NATIONAL)
def test_each_assumption_says_all_that_a_reviewer_asks(name: str) -> None:
    for one in rules_of(name).assumptions:
        assert one.others, one.id
        assert [reading.id for reading in one.labels] == [one.chosen, *one.others], one.id
        for label in (one.question, one.why, one.decided_by, *(reading.label for reading in one.labels)):
            assert label is not None, one.id
            assert label.en, one.id
        assert one.since is not None, one.id


@pytest.mark.parametrize("name", NATIONAL)
def test_thresholds_are_kept_out_of_labels(name: str) -> None:
    rules = rules_of(name)
    labels = [
        *((one.id, one.label) for one in rules.criteria),
        *((one.id, one.label) for one in rules.vetoes),
        *((one.id, one.label) for one in rules.exemptions),
        *((one.id, one.label) for one in rules.quotas),
    ]
    for id_, label in labels:
        assert label is not None, id_
        assert "%" not in label.vi, id_


@pytest.mark.parametrize("name", [*NATIONAL, *DICTIONARIES])
def test_every_fact_says_who_supplies_it(name: str) -> None:
    for fact in rules_of(name).facts:
        assert fact.supplier, fact.id
        assert fact.label is not None, fact.id
        assert fact.label.en, fact.id


@pytest.mark.parametrize("name", NATIONAL)
def test_t19_levels_are_named_by_ids_and_compared_by_rank(name: str) -> None:
    scale = rules_of(name).scale
    assert scale is not None
    ids = [level.id for level in scale.levels]
    assert ids == ["xuat-sac", "tot", "hoan-thanh", "khong-hoan-thanh"]
    assert rank(scale, "khong-hoan-thanh") < rank(scale, "hoan-thanh")


def test_t14_who_is_left_out_differs_by_regulation() -> None:
    left_out = {name: {one.id for one in rules_of(name).exemptions} for name in NATIONAL}
    assert "moi-thanh-lap" in left_out["hd-21-2019"] - left_out["qd-124-2023"]
    assert left_out["qd-366-2025"] == {"doi-tuong-chua-ro"}
    assert left_out["nd-90-2020"] == {"lam-viec-chua-du"}
    caps = {name: {veto.id for veto in rules_of(name).vetoes if veto.cap == "hoan-thanh"} for name in NATIONAL}
    with_cap = {name for name, found in caps.items() if found}
    assert with_cap == {"hd-21-2019", "nd-90-2020"}


def test_t2_base_and_rounding_are_named_readings() -> None:
    for name in NATIONAL:
        for quota in rules_of(name).quotas:
            assert {"mau-so-ty-le", "lay-so-nguyen"} <= {*quota.assume}, (name, quota.id)
            assert {one.assumption for one in quota.alternatives} == {"mau-so-ty-le", "lay-so-nguyen"}, (name, quota.id)


# The worked cases leave nothing untried


@cache
def expectations(name: str) -> list[tuple[str, Expected]]:
    """What the worked cases of a rule set expect, with the kind of the subject."""
    found = []
    for case in cases(name):
        kinds = {one.id: one.kind for one in case.evidence.subjects} if isinstance(case.evidence, Hierarchy) else {}
        found += [(kinds.get(one.subject, ""), one) for one in case.expected]
    return found


def levels_told(name: str) -> Iterator[tuple[str, str]]:
    """The levels that the cases expect, at which kind: those that are certain, and the ends of those that are open."""
    for kind, one in expectations(name):
        if one.about == "level":
            yield from ((kind, str(one.said[word])) for word in ("level", "highest", "lowest") if word in one.said)


@pytest.mark.parametrize("name", NATIONAL)
def test_every_rule_has_a_case_at_a_kind_of_its(name: str) -> None:
    rules, told = rules_of(name), set(levels_told(name))
    for rule in rules.rules:
        kinds = members(kinds_of(rules), rule.kinds)
        # What was not seen at all lies between the ends of a level that is open.
        assert _unseen(rule.when) or told & {(kind, rule.level) for kind in kinds}, (rule.level, rule.kinds)


@pytest.mark.parametrize("name", NATIONAL)
def test_every_level_has_a_case_and_so_has_the_floor(name: str) -> None:
    scale = rules_of(name).scale
    assert scale is not None
    assert {level for _, level in levels_told(name)} >= {level.id for level in scale.levels}


@pytest.mark.parametrize("name", NATIONAL)
def test_every_veto_and_exemption_decides_a_case(name: str) -> None:
    rules = rules_of(name)
    decided = {one for _, each in expectations(name) for one in each.said.get("deciding", ())}
    # What was not seen decides nothing: it leaves the level open, with its reason.
    wanted = {veto.id for veto in rules.vetoes if not _unseen(veto.when)}
    wanted |= {exemption.id for exemption in rules.exemptions if not _unseen(exemption.when)}
    assert wanted - decided == set()


def _unseen(when: Condition) -> bool:
    """Whether a condition is never certainly met, because a part of it was not seen."""
    return isinstance(when, Undetermined) or (isinstance(when, AllOf) and any(map(_unseen, when.parts)))


@pytest.mark.parametrize("name", NATIONAL)
def test_every_quota_has_a_case_within_it_and_one_beyond(name: str) -> None:
    told = {(one.key, str(one.said.get("excess"))) for _, one in expectations(name) if one.about == "quota"}
    for quota in rules_of(name).quotas:
        assert {(quota.id, "0"), (quota.id, "1")} <= told


@pytest.mark.parametrize("name", NATIONAL)
def test_every_point_that_was_not_seen_is_told_by_a_case(name: str) -> None:
    """Those of the reading that is chosen; the others are told by their readings."""
    rules = rules_of(name)
    chosen = [part for one in placed(rules).values() for part in parts_of(one.when) if isinstance(part, Undetermined)]
    told = {str(one.said["undetermined"]) for _, one in expectations(name) if "undetermined" in one.said}
    for point in chosen:
        assert any(text in point.reason.vi for text in told), point.reason.vi


@pytest.mark.parametrize("name", NATIONAL)
def test_every_reading_that_is_computed_has_a_case(name: str) -> None:
    rules = rules_of(name)
    told = {reading for _, one in expectations(name) for reading in one.said.get("readings", {})}
    computed = {other.reading for one in placed(rules).values() for other in one.alternatives}
    computed |= {other.reading for criterion in rules.criteria for other in criterion.alternatives}
    computed |= {other.reading for quota in rules.quotas for other in quota.alternatives}
    assert computed - told == set()


# Laws

CELL_GRADES: tuple[str, ...] = (
    "muc_chinh_tri_tu_tuong",
    "muc_to_chuc_can_bo",
    "muc_lanh_dao_doan_the",
    "muc_kiem_tra_giam_sat",
    "muc_thuc_hien_chuong_trinh",
    "muc_kinh_te_xa_hoi",
    "muc_khac_phuc",
)
GRADES = ("kem", "trung-binh", "tot", "xuat-sac")
CLEAN: dict[str, Answer] = {
    "thanh_tich_noi_bat": True,
    "san_pham_cu_the": True,
    "nhiem_vu": 10,
    "nhiem_vu_hoan_thanh": 10,
    "chu_yeu_khong_dat": 0,
    "bat_kha_khang": False,
    "mat_doan_ket": False,
    "thanh_vien_suy_thoai": False,
    "truc_thuoc_bi_ky_luat": False,
    "truc_thuoc_chua_khac_phuc": False,
    "tap_the_ldql_bi_ky_luat": False,
    "thanh_vien_ldql_bi_ky_luat": False,
    "thanh_vien_ldql_chua_khac_phuc": False,
    "bi_ky_luat_chua_khac_phuc": False,
    "vi_pham_ky_luat_nam_sau": False,
}
VETOES: dict[str, tuple[str, ...]] = {
    "mat_doan_ket": (),
    "thanh_vien_suy_thoai": (),
    # What was disciplined and not remedied was disciplined.
    "truc_thuoc_chua_khac_phuc": ("truc_thuoc_bi_ky_luat",),
    "tap_the_ldql_bi_ky_luat": (),
    "vi_pham_ky_luat_nam_sau": (),
}


@cache
def chain(name: str, period: str) -> Chain:
    return chained(rules_of(name), read_period(period))


def rating_of(name: str, period: str, kind: str, facts: Mapping[str, Answer]) -> Rating:
    (outcome,) = judge_all(chain(name, period), (Evidence("x", kind, facts),))
    assert outcome.rating is not None
    return outcome.rating


def ends(name: str, rating: Rating) -> tuple[int, int]:
    """How high the worst and the best level stand that are possible."""
    scale = rules_of(name).scale
    assert scale is not None
    assert rating.lowest is not None
    assert rating.highest is not None
    return rank(scale, rating.lowest), rank(scale, rating.highest)


def of_cell(grades: Mapping[str, str], facts: Mapping[str, Answer] | None = None) -> tuple[int, int]:
    rating = rating_of("qd-124-2023", "2024", "chi-bo-co-so", {**CLEAN, **grades, **(facts or {})})
    return ends("qd-124-2023", rating)


@given(st.fixed_dictionaries({name: st.sampled_from(GRADES) for name in CELL_GRADES}), st.sampled_from(CELL_GRADES))
def test_raising_a_grade_never_lowers_the_level(grades: dict[str, str], raised: str) -> None:
    higher = GRADES[min(GRADES.index(grades[raised]) + 1, len(GRADES) - 1)]
    before, after = of_cell(grades), of_cell({**grades, raised: higher})
    assert before[0] <= after[0]
    assert before[1] <= after[1]


@given(st.fixed_dictionaries({name: st.sampled_from(GRADES) for name in CELL_GRADES}), st.sampled_from([*VETOES]))
def test_a_case_of_non_completion_always_ends_at_the_floor(grades: dict[str, str], veto: str) -> None:
    assert of_cell(grades, dict.fromkeys((veto, *VETOES[veto]), True)) == (0, 0)


@given(st.fixed_dictionaries({name: st.sampled_from(GRADES) for name in CELL_GRADES}))
def test_a_cell_of_which_all_is_known_has_one_level(grades: dict[str, str]) -> None:
    low, high = of_cell(grades)
    assert low == high
    assert (low == 0) == ("kem" in grades.values())


@given(st.integers(0, 60), st.integers(1, 60))
def test_t9_both_halves_of_the_veto_are_needed_and_the_half_is_strict(done: int, tasks: int) -> None:
    done = min(done, tasks)
    excellent = dict.fromkeys(CELL_GRADES, "xuat-sac")
    with_key = {"nhiem_vu": tasks, "nhiem_vu_hoan_thanh": done, "chu_yeu_khong_dat": 1}
    assert of_cell(excellent, with_key) == ((0, 0) if 2 * done < tasks else (3, 3))
    assert of_cell(excellent, {**with_key, "chu_yeu_khong_dat": 0}) == (3, 3)
    assert of_cell(excellent, {**with_key, "bat_kha_khang": True}) == (3, 3)


@given(st.integers(0, 300), st.integers(0, 700))
def test_t10_enough_points_without_a_condition_fall_to_the_highest_level_whose_conditions_hold(
    general: int, results: int
) -> None:
    facts: dict[str, Answer] = {
        "diem_chung": general // 10,
        "diem_ket_qua": results // 10,
        "phu_trach": 10,
        "phu_trach_hoan_thanh": 10,
        "phu_trach_dung_han": 9,
        "phu_trach_cham": 1,
        "phu_trach_vuot": 0,
        "khong_dat_chi_tieu_co_ban": False,
        "don_vi_phu_trach": 0,
        "don_vi_phu_trach_kht": 0,
        "phieu_tin_nhiem": 0,
        "phieu_tin_nhiem_thap": 0,
        "bi_ky_luat": False,
        "suy_thoai": False,
        "mien_sinh_hoat": False,
        "dinh_chi_sinh_hoat": False,
        "ngay_ket_nap": date(2010, 2, 3),
    }
    rating = rating_of("qd-366-2025", "2025", "can-bo", facts)
    assert rating.level == ("hoan-thanh" if general // 10 + results // 10 >= 50 else "khong-hoan-thanh")


@given(st.integers(15, 30))
def test_85_to_100_points_is_excellent_or_good_and_never_the_floor(general: int) -> None:
    known: dict[str, Answer] = {"diem_ket_qua": 70, "bi_ky_luat": False, "suy_thoai": False}
    assert rating_of("nd-335-2025", "2026", "cong-chuc", {**known, "diem_chung": general}).level in ("xuat-sac", "tot")
    rating = rating_of("nd-335-2025", "2026", "cong-chuc", known)
    assert (rating.highest, rating.lowest) == ("xuat-sac", "tot")
