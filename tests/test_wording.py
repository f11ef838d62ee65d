"""Findings and rules in sentences: figures never rounded across a threshold, judgements never a thing to add."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.ruled import lam_dong, roll_up
from xeploai import findings
from xeploai.diagnostic import Language
from xeploai.interval import Interval
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.label import Label
from xeploai.model.measure import Ratio, Value
from xeploai.model.outcome import Finding, Measured
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.rating import rate
from xeploai.wording.naming import naming, one_line, subject_name
from xeploai.wording.numbers import date_text, interval_text, range_text, short_interval
from xeploai.wording.sentences import finding_text, readings_texts, shortfall_text
from xeploai.wording.targets import criterion_text, target_text
from xeploai.wording.words import VERDICTS, WHY, role_word, verdict_word

NINE_TENTHS = AtLeast(Fraction(9, 10))


def share(part: int, whole: int) -> Measured:
    return Measured(Fraction(part, whole), Fraction(part, whole))


# Figures


@pytest.mark.parametrize(
    ("part", "whole", "vi", "en"),
    [
        (58, 64, "90,63%", "90.63%"),
        (9, 10, "90%", "90%"),
        (8996, 10000, "89,96%", "89.96%"),
        (89_999, 100_000, "89,999%", "89.999%"),
        (900_001, 1_000_000, "90,0001%", "90.0001%"),
        (1, 1, "100%", "100%"),
        (4054, 4055, "99,98%", "99.98%"),
        (99_999, 100_000, "99,999%", "99.999%"),
        (0, 7, "0%", "0%"),
        (1, 100_000, "0,001%", "0.001%"),
    ],
)
def test_a_share_is_never_rounded_across_a_threshold(part: int, whole: int, vi: str, en: str) -> None:
    assert range_text(share(part, whole), NINE_TENTHS, "vi") == vi
    assert range_text(share(part, whole), NINE_TENTHS, "en") == en


HALF, ALL = Fraction(1, 2), Fraction(1)


@pytest.mark.parametrize(
    ("measured", "vi", "en"),
    [
        (Measured(HALF, ALL), "50%–100%", "50%–100%"),
        (Measured(HALF, ALL, high_open=True), "từ 50% đến dưới 100%", "50% to below 100%"),
        (Measured(HALF, ALL, low_open=True), "trên 50% đến 100%", "above 50% to 100%"),
        (Measured(HALF, ALL, low_open=True, high_open=True), "trên 50% đến dưới 100%", "above 50% to below 100%"),
        (Measured(HALF, None), "≥ 50%", "≥ 50%"),
        (Measured(HALF, None, low_open=True), "> 50%", "> 50%"),
        (Measured(None, None), "", ""),
        (Measured("tot", "tot"), "", ""),
    ],
)
def test_both_ends_of_a_share(measured: Measured, vi: str, en: str) -> None:
    assert (range_text(measured, NINE_TENTHS, "vi"), range_text(measured, NINE_TENTHS, "en")) == (vi, en)


def test_an_end_that_is_not_attained_stands_beside_a_sign_in_tables() -> None:
    measured = Measured(HALF, ALL, low_open=True, high_open=True)
    assert range_text(measured, NINE_TENTHS, "vi", table=True) == "> 50% – < 100%"


@pytest.mark.parametrize(
    ("interval", "sentence", "cell"),
    [
        (Interval(2, 2), "02", "2"),
        (Interval(0, 0), "0", "0"),
        (Interval(3402, 3402), "3.402", "3.402"),
        (Interval(2, 15), "từ 02 đến 15", "2–15"),
        (Interval(2, None), "từ 02 trở lên", "≥ 2"),
        (Interval(0, None), "từ 0 trở lên", "…"),
    ],
)
def test_counts_have_a_zero_in_sentences_and_none_in_tables(interval: Interval, sentence: str, cell: str) -> None:
    assert (interval_text(interval, "vi"), short_interval(interval, "vi")) == (sentence, cell)


def test_days_are_written_day_first() -> None:
    assert date_text(date(2024, 12, 31), "vi") == "31/12/2024"
    assert date_text(date(2024, 12, 31), "en") == "2024-12-31"
    assert date_text(None, "vi") == "…"


def test_a_name_stays_on_its_line() -> None:
    assert one_line(" Chi bộ\r\n7\u2028 \u00a0b ") == "Chi bộ 7 b"
    assert subject_name(Evidence("cb-07", "o", {})) == "cb-07"


# Targets


DEMO = Ruleset(
    id="demo",
    kinds=(Kind("o", Label("Tổ", "Team")),),
    facts=(
        Fact("a", of=("o",), type=FactType.COUNT, label=Label("Số việc", "Tasks"), unit=Label("việc", "tasks")),
        Fact("b", of=("o",), type=FactType.COUNT, label=Label("Việc đạt", "Good tasks"), at_most=("a",), judged=True),
        Fact("d", of=("o",), type=FactType.YES_NO, label=Label("Có báo cáo", "Reports")),
    ),
    criteria=(
        Criterion("viec", Value("a"), AtLeast(3), label=Label("Việc", "Work")),
        Criterion("dat", Ratio("b", "a"), NINE_TENTHS, label=Label("Đạt", "Good")),
        Criterion("bao-cao", Value("d"), Equals(True), label=Label("Báo cáo", "Report")),
    ),
)
COUNTED, JUDGED, ANSWERED = DEMO.criteria


@pytest.mark.parametrize(
    ("target", "vi", "en"),
    [
        (AtLeast(3), "từ 03 việc trở lên", "at least 3 tasks"),
        (AtLeast(3402), "từ 3.402 việc trở lên", "at least 3,402 tasks"),
        (AtLeast(Fraction(5, 2)), "từ 2,5 việc trở lên", "at least 2.5 tasks"),
        (AtLeast(Decimal(3)), "từ 03 việc trở lên", "at least 3 tasks"),
        (MoreThan(Fraction(7, 3)), "trên 7/3 việc", "more than 7/3 tasks"),
        (Between(Fraction(5, 2), 5), "từ 2,5 việc đến 05 việc", "from 2.5 tasks to 5 tasks"),
        (AtMost(3), "không quá 03 việc", "at most 3 tasks"),
        (MoreThan(3), "trên 03 việc", "more than 3 tasks"),
        (LessThan(3), "dưới 03 việc", "less than 3 tasks"),
        (Equals(3), "đúng 03 việc", "exactly 3 tasks"),
        (Between(3, 5, above="not_met"), "từ 03 việc đến 05 việc", "from 3 tasks to 5 tasks"),
        (
            Between(3, 5, above="noted"),
            "từ 03 việc đến 05 việc (trên khung vẫn đạt)",
            "from 3 tasks to 5 tasks (more is met too)",
        ),
    ],
)
def test_targets_in_words(target: Target, vi: str, en: str) -> None:
    assert target_text(naming(DEMO, "vi"), COUNTED, target) == vi
    assert target_text(naming(DEMO, "en"), COUNTED, target) == en


def test_rules_in_sentences() -> None:
    said = [criterion_text(naming(DEMO, "vi"), one) for one in (COUNTED, JUDGED, ANSWERED)]
    assert said == [
        "«Số việc» phải đạt từ 03 việc trở lên",
        "tỷ lệ «Việc đạt» trên «Số việc» phải đạt từ 90% trở lên",
        "«Có báo cáo» phải là có",
    ]
    assert criterion_text(naming(DEMO, "en"), JUDGED) == "«Good tasks» as a share of «Tasks» must be at least 90%"


def test_a_target_that_differs_by_kind_is_said_kind_by_kind() -> None:
    rules = lam_dong()
    one = next(one for one in rules.criteria if one.id == "guong-dien-hinh")
    said = criterion_text(naming(rules, "vi"), one)
    assert "từ 01 gương trở lên (chi bộ cơ sở); từ 02 gương trở lên (đảng bộ cơ sở)" in said


# Findings


def found(criterion: str, **facts: int | bool) -> Finding:
    outcome = rate(DEMO, Evidence("x", "o", facts))
    return next(one for one in findings(outcome) if one.criterion.id == criterion)


def test_what_can_be_added_is_short() -> None:
    short = found("viec", a=1)
    assert finding_text(naming(DEMO, "vi"), short) == "thực hiện 01 việc; yêu cầu từ 03 việc trở lên; còn thiếu 02 việc"
    assert shortfall_text(naming(DEMO, "en"), short) == "short by 2 (tasks)"


def test_what_somebody_judges_is_below_the_target_and_never_short() -> None:
    below = found("dat", a=10, b=7)
    assert shortfall_text(naming(DEMO, "vi"), below) == "thấp hơn chỉ tiêu 02"
    assert shortfall_text(naming(DEMO, "en"), below) == "below the target by 2"


def test_nothing_to_judge_is_said_so() -> None:
    assert finding_text(naming(DEMO, "vi"), found("dat", a=0, b=0)) == "yêu cầu từ 90% trở lên; không có gì để tính"


@pytest.mark.parametrize(
    ("answer", "vi"), [(True, "thực hiện có; yêu cầu có"), (False, "thực hiện không; yêu cầu có"), (None, "yêu cầu có")]
)
def test_yes_and_no_in_words(answer: bool | None, vi: str) -> None:
    facts = {} if answer is None else {"d": answer}
    assert finding_text(naming(DEMO, "vi"), found("bao-cao", **facts)) == vi


def cells(inspected: int, members: int) -> Finding:
    evidence = Evidence("c", "chi-bo-co-so", {"dang_vien": members, "dang_vien_duoc_kiem_tra": inspected})
    outcome = roll_up(lam_dong(), [evidence])["c"]
    return next(one for one in findings(outcome) if one.criterion.id == "kiem-tra-dang-vien")


@pytest.mark.parametrize(
    ("inspected", "vi", "en"),
    [
        (2, "Chưa đạt", "Not met"),
        (3, "Đạt", "Met"),
        (4, "Đạt (trên khung 30–35%)", "Met (above the range 30–35%)"),
    ],
)
def test_above_the_range_is_noted(inspected: int, vi: str, en: str) -> None:
    finding = cells(inspected, 10)
    assert (verdict_word(finding, "vi"), verdict_word(finding, "en")) == (vi, en)


def test_what_is_only_striven_for_says_so_once() -> None:
    part, whole = (
        next(one for one in lam_dong().criteria if one.id == name)
        for name in ("guong-dien-hinh", "guong-dien-hinh-toan-khoi")
    )
    assert role_word(part, part.role, "vi") == "từng đơn vị, chỉ tiêu phấn đấu"
    assert role_word(whole, whole.role, "vi") == "chỉ tiêu phấn đấu"
    assert role_word(whole, whole.role, "en") == "target, striven for"


@pytest.mark.parametrize("label", [*VERDICTS.values(), *WHY.values()], ids=str)
def test_every_fixed_word_stands_in_both_languages(label: Label) -> None:
    assert label.vi
    assert label.en


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_criterion_that_ships_can_be_said(lang: Language) -> None:
    names = naming(lam_dong(), lang)
    for one in lam_dong().criteria:
        said = criterion_text(names, one)
        assert "PerKind" not in said
        assert "Fraction" not in said
        assert "  " not in said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", "với «đạt», kết luận là: đạt (57,14%); với «không đạt», kết luận là: chưa đạt (57,14%)"),
        ("en", "under «met» the verdict is: met (57.14%); under «not met» the verdict is: not met (57.14%)"),
    ],
)
def test_the_name_of_a_reading_does_not_pass_for_the_verdict(lang: Language, said: str) -> None:
    rules = lam_dong()
    cell = Evidence("c", "chi-bo-truc-thuoc", {"dang_vien": 7, "dang_vien_duoc_kiem_tra": 4})
    (found,) = (one for one in findings(rate(rules, cell)) if one.criterion.id == "kiem-tra-dang-vien")
    (text, *_) = readings_texts(naming(rules, lang), found)
    assert text.endswith(said)
