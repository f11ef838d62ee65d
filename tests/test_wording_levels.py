"""Grades, points, months and levels in sentences: the engine proposes, the authority decides, and both are said."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.leveled import ADMITTED, GOOD, TABLE, YEAR, cell, member, rated, regulation
from xeploai import findings, standing
from xeploai.diagnostic import Language
from xeploai.interval import NATURAL, Interval
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Counted
from xeploai.model.label import Label
from xeploai.model.measure import Months, Value
from xeploai.model.outcome import (
    Finding,
    Measured,
    Missing,
    OtherAllowance,
    OtherReading,
    QuotaOutcome,
    Rating,
    Standing,
    decided_on,
)
from xeploai.model.scale import rank
from xeploai.model.target import AtLeast, AtMost, Between, LessThan, MoreThan, Target
from xeploai.report.explain_text import explain, explain_of
from xeploai.truth import MET, NOT_MET
from xeploai.vietnamese.printing import number
from xeploai.wording.conditions import outcome_text, role_text, sentence
from xeploai.wording.levels import proposed
from xeploai.wording.naming import level_name, naming
from xeploai.wording.numbers import date_text
from xeploai.wording.quotas import never_exceeded, quota_notes, quota_text
from xeploai.wording.sentences import finding_text, lacks_texts, reading_text
from xeploai.wording.standing import proposal_text, standing_texts
from xeploai.wording.targets import criterion_text, target_text
from xeploai.wording.values import value_text
from xeploai.wording.words import verdict_word

VI, EN = (naming(regulation(), lang, YEAR.until) for lang in ("vi", "en"))
CRITERIA = {one.id: one for one in regulation().criteria}
LEVELS = [level.id for level in (regulation().scale or pytest.fail("no scale")).levels]


def found_of(row: Evidence, criterion: str) -> Finding:
    below = (Evidence("khoi", "khoi"), cell(1, {}), row) if row.kind == "dang-vien" else (Evidence("khoi", "khoi"), row)
    result = rated(regulation(), *below)
    subject = result.subject(row.id)
    assert subject is not None
    return next(one for one in findings(subject.outcomes[0]) if one.criterion.id == criterion)


def told(row: Evidence, lang: Language = "vi") -> list[str]:
    """What is said of the level of a row, the points below a sentence behind a mark."""
    rows = (Evidence("khoi", "khoi"), row) if row.kind == "chi-bo" else (Evidence("khoi", "khoi"), cell(1, {}), row)
    result = rated(regulation(), *rows)
    subject = result.subject(row.id)
    assert subject is not None
    said = standing_texts(
        naming(regulation(), lang, YEAR.until),
        result.standings[row.id],
        row,
        findings(subject.outcomes[0]),
        result.names,
    )
    return [line for one in said for line in (one.text, *(f"· {text}" for text in one.below))]


# Figures


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Fraction(185, 2), "92,5", "92.5"),
        (Fraction(90), "90", "90"),
        (Fraction(89_999, 1000), "89,999", "89.999"),
        (Fraction(2699, 30), "89,97", "89.97"),
        (Fraction(269_999, 3000), "89,9997", "89.9997"),
        (Fraction(1234), "1.234", "1,234"),
    ],
)
def test_points_are_exact_and_never_rounded_across_a_threshold(value: Fraction, vi: str, en: str) -> None:
    assert (number(value, "vi", Fraction(90)), number(value, "en", Fraction(90))) == (vi, en)


@given(st.fractions(0, 100, max_denominator=10**6), st.fractions(0, 100, max_denominator=100))
def test_a_printed_number_stands_where_it_stands(value: Fraction, threshold: Fraction) -> None:
    text = number(value, "en", threshold)
    printed = Fraction(text)
    assert (printed > threshold, printed < threshold) == (value > threshold, value < threshold)


@pytest.mark.parametrize(
    ("day", "vi"),
    [
        (date(2024, 6, 30), "30/6/2024"),
        (date(2024, 2, 5), "05/02/2024"),
        (date(2024, 12, 31), "31/12/2024"),
        (date(2025, 1, 1), "01/01/2025"),
    ],
)
def test_days_are_written_as_offices_write_them(day: date, vi: str) -> None:
    assert date_text(day, "vi") == vi


# Measures and targets


@pytest.mark.parametrize(
    ("criterion", "target", "vi", "en"),
    [
        ("tat-ca-tot", AtLeast("tot"), "từ Tốt trở lên", "at least Good"),
        ("nhiem-vu-xuat-sac", AtLeast("xuat-sac"), "Xuất sắc", "Excellent"),
        ("tat-ca-tot", AtMost("kem"), "không quá Kém", "at most Poor"),
        ("diem-xuat-sac", AtLeast(90), "từ 90 điểm trở lên", "at least 90 points"),
        ("diem-xuat-sac", LessThan(Fraction(101, 2)), "dưới 50,5 điểm", "less than 50.5 points"),
        ("diem-xuat-sac", Between(50, 70), "từ 50 điểm đến 70 điểm", "from 50 points to 70 points"),
        ("du-thang", AtLeast(6), "đủ 6 tháng", "at least 6 months"),
        ("du-thang", LessThan(6), "dưới 6 tháng", "less than 6 months"),
        ("du-thang", MoreThan(3), "trên 3 tháng", "more than 3 months"),
    ],
)
def test_what_is_asked_of_grades_points_and_months(criterion: str, target: Target, vi: str, en: str) -> None:
    assert (target_text(VI, CRITERIA[criterion], target), target_text(EN, CRITERIA[criterion], target)) == (vi, en)


def test_the_rules_of_grades_points_and_months_in_sentences() -> None:
    said = [criterion_text(VI, CRITERIA[name]) for name in ("tat-ca-tot", "diem-xuat-sac", "du-thang")]
    assert said == [
        "mức thấp nhất trong «Mức về tư tưởng», «Mức về tổ chức», «Mức về nhiệm vụ» phải đạt từ Tốt trở lên",
        (
            "tổng điểm «Điểm được chấm» + 2 × «Điểm thưởng» + 2,5 điểm nếu đạt «Tất cả tiêu chí»"
            " phải đạt từ 90 điểm trở lên"
        ),
        "số tháng từ «Ngày kết nạp» đến 31/12/2024 phải là dưới 6 tháng",
    ]
    without_period = naming(regulation(), "vi")
    assert criterion_text(without_period, CRITERIA["du-thang"]).startswith("số tháng từ «Ngày kết nạp» đến hết kỳ")


@pytest.mark.parametrize(
    ("grades", "vi"),
    [
        ({**GOOD, "tu_tuong": "trung-binh"}, "mức thấp nhất trong 3 tiêu chí: Trung bình; yêu cầu từ Tốt trở lên"),
        ({"tu_tuong": "tot"}, "mức thấp nhất trong 3 tiêu chí: từ Kém đến Tốt; yêu cầu từ Tốt trở lên"),
        ({}, "yêu cầu từ Tốt trở lên"),
        (dict.fromkeys(GOOD, "khong-ap-dung") | {"ky_luat": False}, "yêu cầu từ Tốt trở lên; không có gì để tính"),
    ],
)
def test_the_lowest_of_several_grades_in_words(grades: dict[str, str], vi: str) -> None:
    assert finding_text(VI, found_of(cell(2, grades), "tat-ca-tot")) == vi


def test_points_in_words() -> None:
    facts = {**GOOD, "diem": Decimal("87.5"), "diem_thuong": Decimal("1.25")}
    enough = found_of(cell(2, facts), "diem-xuat-sac")
    assert finding_text(VI, enough) == "92,5 điểm; yêu cầu từ 90 điểm trở lên"
    assert finding_text(EN, enough) == "92.5 points; required: at least 90 points"
    few = found_of(cell(2, {**facts, "diem": Decimal(80)}), "diem-xuat-sac")
    # Points are nothing of which so many units are missing.
    assert finding_text(VI, few) == "85 điểm; yêu cầu từ 90 điểm trở lên"
    some = found_of(cell(2, {**GOOD, "diem_thuong": Decimal(0)}), "diem-xuat-sac")
    assert finding_text(VI, some) == "từ 2,5 đến 102,5 điểm; yêu cầu từ 90 điểm trở lên"


def test_months_name_the_day_up_to_which_they_count() -> None:
    new = found_of(member(1, {"ket_nap": date(2024, 9, 1)}), "du-thang")
    assert finding_text(VI, new) == "3 tháng tính đến 31/12/2024; yêu cầu dưới 6 tháng"
    assert finding_text(EN, new) == "3 months up to 2024-12-31; required: less than 6 months"
    plain = Criterion("thang", Months("ket_nap"), AtLeast(6))
    assert target_text(VI, plain, plain.target) == "đủ 6 tháng"


# What counts against a subject


def test_nobody_meets_what_counts_against_them() -> None:
    held = found_of(cell(2, {**GOOD, "ky_luat": True}), "ky-luat")
    clean = found_of(cell(2, GOOD), "ky-luat")
    unknown = found_of(cell(2, {}), "ky-luat")
    assert [outcome_text(VI, one) for one in (held, clean, unknown)] == ["Có", "Không", "Chưa rõ"]
    assert [sentence(VI, one) for one in (held, clean, unknown)] == ["có", "không", "chưa rõ"]
    new = found_of(member(1, {"ket_nap": date(2024, 9, 1)}), "du-thang")
    assert (role_text(VI, new), outcome_text(VI, new)) == ("trường hợp không xếp loại", "Có")
    assert sentence(VI, new) == "3 tháng tính đến 31/12/2024; tính khi dưới 6 tháng"


@pytest.mark.parametrize(
    ("bits", "vi", "en"), [(MET, "có", "yes"), (NOT_MET, "không", "no"), (MET | NOT_MET, "chưa rõ", "not known")]
)
def test_under_another_reading_too_nobody_meets_what_counts_against_them(bits: int, vi: str, en: str) -> None:
    clean, other = found_of(cell(2, GOOD), "ky-luat"), OtherReading("cach", "rong", bits, None)
    assert reading_text(VI, clean, other) == f"với «rong», kết luận là: {vi}"
    assert reading_text(EN, clean, other) == f"under «rong» the verdict is: {en}"
    # What earns a level is met or not, under every reading.
    good = reading_text(VI, found_of(cell(2, GOOD), "tat-ca-trung-binh"), OtherReading("cach", "rong", NOT_MET, None))
    assert good == "với «rong», kết luận là: chưa đạt"


def test_what_earns_a_level_is_met_or_not() -> None:
    good = found_of(cell(2, GOOD), "tat-ca-trung-binh")
    assert (role_text(VI, good), outcome_text(VI, good)) == ("điều kiện xếp loại", "Đạt")


# Levels


def test_a_level_is_proposed_and_its_obstacles_are_named() -> None:
    assert told(cell(2, {**GOOD, "diem": Decimal(70), "diem_thuong": Decimal(1)})) == [
        "Đề xuất xếp loại: Hoàn thành tốt nhiệm vụ",
        "Chưa đủ điều kiện xếp loại Hoàn thành xuất sắc nhiệm vụ:",
        "· «Nhiệm vụ»: chưa đạt – Tốt; yêu cầu Xuất sắc",
        "· «Điểm»: chưa đạt – 74,5 điểm; yêu cầu từ 90 điểm trở lên",
    ]


def test_a_decision_that_differs_is_said_plainly_with_its_document() -> None:
    bare = told(cell(2, {**GOOD, "muc_xep_loai": "xuat-sac"}))
    assert bare[:3] == [
        "Đề xuất xếp loại: Hoàn thành tốt nhiệm vụ",
        "Đã quyết định: Hoàn thành xuất sắc nhiệm vụ (chưa ghi văn bản)",
        "Mức đã quyết định (Hoàn thành xuất sắc nhiệm vụ) khác mức đề xuất (Hoàn thành tốt nhiệm vụ)",
    ]
    same = told(cell(2, {**GOOD, "muc_xep_loai": "tot"}, {"can_cu_xep_loai": "Quyết định\n12-QĐ/ĐU"}))
    assert same[1] == "Đã quyết định: Hoàn thành tốt nhiệm vụ (căn cứ: Quyết định 12-QĐ/ĐU)"
    assert not [line for line in same if "khác mức đề xuất" in line]


def test_a_veto_that_holds_and_an_exemption_are_said_with_their_clause() -> None:
    capped = told(member(2, {**GOOD, "ket_nap": ADMITTED, "ky_luat": True}))
    assert capped[:2] == [
        "Đề xuất xếp loại: Không hoàn thành nhiệm vụ",
        "Khống chế ở mức Không hoàn thành nhiệm vụ: bị kỷ luật trong năm – qd, Điều 2",
    ]
    assert told(member(1, {**GOOD, "ket_nap": date(2024, 10, 1)})) == [
        "Đề xuất không xếp loại: mới kết nạp chưa đủ 6 tháng – qd, Điều 2"
    ]


def test_an_open_level_says_what_is_missing_and_what_settles_it() -> None:
    lines = told(cell(2, {**GOOD, "nhiem_vu": "xuat-sac", "diem": Decimal(87)}))
    assert lines[0] == (
        "Đề xuất xếp loại: từ Hoàn thành tốt nhiệm vụ đến Hoàn thành xuất sắc nhiệm vụ (chưa đủ số liệu)"
    )
    assert lines[-2:] == ["Còn chờ:", "· «Điểm thưởng»: chưa có báo cáo – Chi bộ 2 (`cb-02`)"]


def test_what_the_text_does_not_say_keeps_a_level_open_and_is_named() -> None:
    lines = told(cell(2, {**GOOD, "tu_tuong": "kem"}))
    assert lines[0].endswith("từ Không hoàn thành nhiệm vụ đến Hoàn thành nhiệm vụ (văn bản chưa xác định)")
    assert "Văn bản chưa xác định: chưa thấy nguyên văn – qd, Điều 1" in lines
    both = told(cell(2, {"ky_luat": False}))
    assert both[0].endswith("(chưa đủ số liệu, văn bản chưa xác định)")
    assert "Bổ sung đủ số liệu trên vẫn chưa xác định được một mức" in both


def test_where_a_few_of_the_missing_facts_settle_the_level_these_are_named() -> None:
    lacks = tuple(Missing("cb-02", fact, "not_reported", "chi-bo") for fact in ("diem", "ky_luat"))
    few = Standing("cb-02", Rating("tot", "khong-hoan-thanh"), missing=lacks, settles=lacks[1:])
    lines = list(standing_texts(VI, few, cell(2, {}), (), {"cb-02": "Chi bộ 2"}))
    assert [line.text for line in lines[1:]] == ["Còn chờ:", "Chỉ cần biết là xác định được mức:"]
    assert lines[-1].below == ("«Bị kỷ luật (có/không)»: chưa có báo cáo – Chi bộ 2 (`cb-02`)",)


def test_another_reading_with_another_level_is_said() -> None:
    lines = told(cell(2, {**GOOD, "tu_tuong": "trung-binh"}))
    assert lines[-2:] == [
        "Mức đề xuất phụ thuộc cách hiểu:",
        (
            "· Mức tối thiểu để hoàn thành tốt? → từ Trung bình; nếu «từ Tốt»: "
            "đề xuất từ Không hoàn thành nhiệm vụ đến Hoàn thành nhiệm vụ"
        ),
    ]


RATINGS = st.builds(
    lambda ends, unrated, decided: Rating(LEVELS[min(ends)], LEVELS[max(ends)], unrated, decided),
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    st.booleans(),
    st.none() | st.sampled_from([*LEVELS, "khong-xep-loai"]),
)


@given(RATINGS)
def test_a_decision_differs_where_no_completion_proposes_it(rating: Rating) -> None:
    scale = regulation().scale
    assert scale is not None
    assert rating.highest is not None
    assert rating.lowest is not None
    ends = rank(scale, rating.lowest), rank(scale, rating.highest)
    possible = {level for level in LEVELS if ends[0] <= rank(scale, level) <= ends[1]}
    possible |= {"khong-xep-loai"} if rating.may_be_unrated else set()
    for decided in (*LEVELS, "khong-xep-loai"):
        assert decided_on(scale, rating, decided).differs == (decided not in possible)


@given(RATINGS)
def test_a_proposal_names_both_its_ends_whole(rating: Rating) -> None:
    text = proposed(VI, rating)
    ends = [level_name(VI, level) for level in (rating.lowest, rating.highest) if level]
    assert all(end in text for end in ends)
    assert ("không xếp loại" in text) == rating.may_be_unrated
    # A reader who looks for the level alone must not find another one.
    assert (text == ends[0]) == (rating.level is not None)
    assert proposal_text(VI, rating).startswith("Đề xuất xếp loại: ")


# Quotas


@pytest.mark.parametrize(
    ("allowed", "actual", "excess", "vi", "en"),
    [
        ((3, 3), (4, 4), (1, 1), "được tối đa 3, đang có 4, vượt 1", "3 allowed, 4 there, 1 too many"),
        ((3, 3), (2, 2), (0, 0), "được tối đa 3, đang có 2, không vượt", "3 allowed, 2 there, none too many"),
        (
            (2, 3),
            (2, 4),
            (0, 2),
            "được tối đa từ 2 đến 3, đang có từ 2 đến 4, có thể vượt đến 2",
            "2 to 3 allowed, 2 to 4 there, perhaps up to 2 too many",
        ),
        (
            (0, None),
            (3, None),
            (1, None),
            "chưa rõ số đối tượng, đang có ít nhất 3, vượt ít nhất 1",
            "the number of subjects is not stated, at least 3 there, at least 1 too many",
        ),
        ((0, None), (0, None), (0, None), "chưa rõ số đối tượng", "the number of subjects is not stated"),
        (
            (2, None),
            (1, None),
            (0, None),
            "chưa rõ số đối tượng, được tối đa từ 2 trở lên, đang có ít nhất 1",
            "the number of subjects is not stated, 2 or more allowed, at least 1 there",
        ),
        (
            (0, None),
            (1, 4),
            (0, 4),
            "chưa rõ được tối đa bao nhiêu, đang có từ 1 đến 4, có thể vượt đến 4",
            "how many are allowed is not known, 1 to 4 there, perhaps up to 4 too many",
        ),
    ],
)
def test_quotas_in_words(
    allowed: tuple[int, int | None], actual: tuple[int, int | None], excess: tuple[int, int | None], vi: str, en: str
) -> None:
    most, there, over = (Interval(*each) for each in (allowed, actual, excess))
    found = QuotaOutcome("xuat-sac", "xuat-sac", "khoi", "", ("cb-01",), most, there, over)
    assert quota_text(VI, found, "chi-bo", {"khoi": "Khối"}) == f"Tỷ lệ xuất sắc – chi bộ, Khối (`khoi`): {vi}"
    assert quota_text(EN, found, "Nhóm A,  B", {}) == f"Rate of excellent – «Nhóm A, B», `khoi`: {en}"
    assert quota_text(EN, found, "", {}) == f"Rate of excellent – `khoi`: {en}"


def quota_found(excess: tuple[int, int | None], *others: tuple[int, int | None]) -> QuotaOutcome:
    three = Interval(0, 9), Interval(0, 9), Interval(*excess)
    readings = tuple(OtherAllowance("mau-so", "tot-tro-len", Interval(0, 9), Interval(*other)) for other in others)
    return QuotaOutcome("xuat-sac", "xuat-sac", None, "", (), *three, readings)


def test_a_quota_that_another_reading_exceeds_is_not_put_aside() -> None:
    assert never_exceeded(quota_found((0, 0)))
    assert never_exceeded(quota_found((0, 0), (0, 0)))
    assert not never_exceeded(quota_found((0, 0), (0, 1)))
    assert not never_exceeded(quota_found((0, None)))
    assert not never_exceeded(quota_found((1, 1), (0, 0)))


def test_readings_that_come_to_the_same_words_are_not_repeated() -> None:
    found = quota_found((0, 9), (0, 8))
    assert len(list(quota_notes(VI, found))) == 2
    endless = found._replace(allowed=NATURAL, actual=NATURAL, excess=NATURAL)
    other = endless._replace(readings=(OtherAllowance("mau-so", "tot-tro-len", NATURAL, Interval(0, None)),))
    assert list(quota_notes(VI, other)) == ["căn cứ: qd, Điều 2"]
    # A note says what it would be otherwise, even where it is not known how many there are.
    known = endless._replace(readings=(OtherAllowance("mau-so", "tot-tro-len", Interval(3, 3), NATURAL),))
    assert list(quota_notes(VI, known))[1].endswith("«số tốt trở lên»: chưa rõ số đối tượng, được tối đa 3")


def test_what_a_figure_of_open_levels_waits_for_is_said() -> None:
    facts = tuple(attrs.evolve(fact, counts=Counted("dang-vien", rated="tot")) for fact in VI.rules.facts[:1])
    names = VI._replace(facts={**VI.facts, "so_tot": attrs.evolve(facts[0], id="so_tot", label=Label("Số tốt"))})
    lacks = [Missing("cb-02", "so_tot", why, "chi-bo") for why in ("awaiting_decision", "not_reported")]
    assert list(lacks_texts(names, lacks, {})) == [
        "«Số tốt»: chờ xếp loại đảng viên – `cb-02`",
        "«Số tốt»: chưa có báo cáo – `cb-02`",
    ]
    assert list(lacks_texts(names._replace(lang="en"), lacks[:1], {})) == [
        "«Số tốt»: awaiting levels (member) – `cb-02`"
    ]


@pytest.mark.parametrize(
    ("low", "high", "cell", "sentence_"),
    [
        ("khong-hoan-thanh", "tot", "KHT–HTT", "từ không hoàn thành nhiệm vụ đến hoàn thành tốt nhiệm vụ"),
        ("tot", "tot", "HTT", "hoàn thành tốt nhiệm vụ"),
        ("khong-hoan-thanh", "xuat-sac", "", ""),
    ],
)
def test_levels_are_abbreviated_in_a_table_and_whole_in_a_sentence(
    low: str, high: str, cell: str, sentence_: str
) -> None:
    level = Criterion("muc", Value("muc_xep_loai"), AtLeast("tot"))
    assert value_text(VI, level, Measured(low, high), table=True) == cell
    assert value_text(VI, level, Measured(low, high)) == sentence_


# Before the period is over


def test_before_the_end_of_the_period_nothing_has_failed() -> None:
    failed = found_of(cell(2, {**GOOD, "tu_tuong": "kem"}), "tat-ca-tot")
    day = date(2024, 6, 30)
    assert verdict_word(failed, "vi", day) == "Chưa đạt (đến 30/6/2024)"
    assert verdict_word(failed, "en", day) == "Not met (up to 2024-06-30)"
    met = found_of(cell(2, GOOD), "tat-ca-tot")
    assert verdict_word(met, "vi", day) == verdict_word(met, "vi")


# A whole explanation


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_subject_is_explained_and_no_person_is_named(lang: Language) -> None:
    result = rated(regulation())
    for subject in result.subjects:
        text = explain_of(result, subject, lang)
        assert subject.id in text
        assert "Tên Riêng" not in text
        assert not {"None", "Fraction", "Label("} & set(text.replace("(", "( ").split())
        assert explain(subject.outcomes[0], lang) + "\n" == text


def test_a_judged_yes_names_its_document_or_that_there_is_none() -> None:
    result = rated(regulation())
    named = result.subject("dv-02")
    assert named is not None
    assert "văn bản: «Bị kỷ luật (có/không)»: Quyết định 9-QĐ/UBKT" in explain_of(result, named, "vi")
    bare = rated(regulation(), *TABLE[:2], member(2, {**GOOD, "ket_nap": ADMITTED, "ky_luat": True}))
    unnamed = bare.subject("dv-02")
    assert unnamed is not None
    assert "văn bản: «Bị kỷ luật (có/không)»: chưa ghi văn bản" in explain_of(bare, unnamed, "vi")


def test_a_standing_by_itself_is_that_of_the_result() -> None:
    result = rated(regulation())
    for subject in result.subjects:
        if subject.id in result.standings:
            assert standing(subject.outcomes[0]) == result.standings[subject.id]
