"""Figures in words: what they are, and on which side of them the words stand."""

from fractions import Fraction
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xeploai.vietnamese.numerals import numeral_value
from xeploai.vietnamese.quantities import Bound, quantities

SIGNS = {"": None} | {bound.value: bound for bound in Bound}

# Words → the figures there; a share is written with its percent sign or as a fraction.
SAID = {
    # On which side: before the figure, after it.
    "từ 90% trở lên": "≥90%",
    "từ 90%": "≥90%",
    "có từ 25% cấp ủy": "≥25%",
    "ít nhất 80% số việc": "≥80%",
    "tối thiểu 50%": "≥50%",
    "95% trở lên": "≥95%",
    "không dưới 50%": "≥50%",
    "không được dưới 50%": "≥50%",
    "không ít hơn 3": "≥3",
    "lớn hơn hoặc bằng 5": "≥5",
    "05 chi bộ hoặc nhiều hơn": "≥5",
    "≥ 70%": "≥70%",
    "trên 20%": ">20%",
    "quá nửa": ">1/2",
    "hơn một nửa": ">1/2",
    "quá 1/2 số chi bộ": ">1/2",
    "vượt mức 50%": ">50%",
    "hoàn thành vượt 30%": ">30%",
    "không quá 20%": "≤20%",
    "không vượt quá 20%": "≤20%",
    "không được vượt quá 20%": "≤20%",
    "không quá 03 việc": "≤3",
    "tối đa 5": "≤5",
    "nhiều nhất là 5": "≤5",
    "70% trở xuống": "≤70%",
    "02 việc hoặc ít hơn": "≤2",
    "dưới 50%": "<50%",
    "dưới mức 50%": "<50%",
    "chưa đến 50%": "<50%",
    "không đạt 50%": "<50%",
    "ít hơn 3": "<3",
    "dưới 06 tháng": "<6",
    ">= 90%": "≥90%",
    "<= 20%": "≤20%",
    "thấp nhất 90%": "≥90%",
    "cao nhất 20%": "≤20%",
    "từ đủ 90%": "≥90%",
    "bé hơn 20%": "<20%",
    "nhỏ hơn hoặc bằng 20%": "≤20%",
    "dưới hoặc bằng 20%": "≤20%",
    "bằng hoặc thấp hơn 20%": "≤20%",
    "cao hơn hoặc bằng 20%": "≥20%",
    "ít nhất 1.500,5 điểm": "≥3001/2#",
    "30 ÷ 35%": "≥30% ≤35%",
    # What is read by half would be another number.
    "ít nhất hai trăm đảng viên": "",
    "mười nghìn người": "",
    "một trăm hai mươi": "",
    "một trăm đảng viên": "100",
    "ít nhất hai năm": "≥2",
    "đúng 90%": "=90%",
    "bằng 3": "=3",
    "Có 90% tổ chức cơ sở đảng": "90%",
    "100% đảng viên": "100%",
    "đạt 100%": "100%",
    # Each bound goes with its own figure.
    "từ 70% đến dưới 90%": "≥70% <90%",
    "từ 30 - 35% đảng viên": "≥30% ≤35%",
    "30 – 35 %": "≥30% ≤35%",
    "30% đến 35%": "≥30% ≤35%",
    "ít nhất 30–50% đảng viên": "≥30% ≤50%",
    "trên 50% đến 70%": ">50% ≤70%",
    "từ 50 điểm đến dưới 70 điểm": "≥50 <70",
    "từ 50 điểm đến 70 điểm": "≥50 ≤70",
    "từ 70 đến dưới 90 điểm": "≥70 <90",
    "100% đảng viên, 95% trở lên cán bộ": "100% ≥95%",
    "trên 20% hoặc dưới 50%": ">20% <50%",
    "từ 90 đảng viên mới trở lên, trong đó có từ 15 đảng viên": "≥90 ≥15",
    "ít nhất 01 ; ít nhất 02": "≥1 ≥2",
    "90% ; trở lên": "90%",
    # A level takes the words that follow it for itself.
    "02 Đoàn thể đạt hoàn thành tốt nhiệm vụ trở lên": "2",
    "90% đảng viên xếp loại từ hoàn thành tốt trở lên": "90%",
    # Figures as offices write them.
    "3.402 đảng viên": "3402",
    "12,5%": "1/8",
    "12.5%": "1/8",
    "93,90%": "939/1000",
    "1,5 lần": "3/2#",
    "hai phần ba": "2/3",
    "một phần tư": "1/4",
    "1/3 số chi bộ": "1/3",
    "trên 2/3": ">2/3",
    "một nửa": "1/2",
    "mười lăm đảng viên": "15",
    "tối đa hai mươi mốt": "≤21",
    "ba mươi lăm phần trăm": "35%",
    "một trăm phần trăm": "100%",
    "ba tháng": "3",
    "ít nhất năm đảng viên": "≥5",
    "100％": "100%",
    # What counts nothing.
    "trong năm 2024": "",
    "cả năm": "",
    "Điều 5, khoản 2": "",
    "28-NQ/TU": "",
    "31/12/2024": "",
    "ngày 06/12": "",
    "335/2025/NĐ-CP": "",
    "một số đảng viên": "",
    "một trong các trường hợp": "",
    "lần thứ 9": "",
    "": "",
}


def figures(said: str) -> list[tuple[Fraction, bool, Bound | None]]:
    found = []
    for word in said.split():
        sign = word[0] if word[0] in SIGNS else ""
        figure = word.removeprefix(sign)
        value = Fraction(figure[:-1]) / 100 if figure.endswith("%") else Fraction(figure.rstrip("#"))
        found.append((value, figure.endswith("%") or ("/" in figure and not figure.endswith("#")), SIGNS[sign]))
    return found


@pytest.mark.parametrize("words", SAID)
def test_what_the_words_say(words: str) -> None:
    assert [tuple(one) for one in quantities(words)] == figures(SAID[words])


@pytest.mark.parametrize("words", SAID)
def test_case_and_the_forms_of_unicode_and_line_breaks_say_the_same(words: str) -> None:
    expected = quantities(words)
    assert quantities(words.upper()) == expected
    assert quantities(normalize("NFD", words)) == expected
    assert quantities(normalize("NFD", words.upper())) == expected
    assert quantities(words.replace(" ", "\n ")) == expected


@given(st.integers(0, 10**9), st.sampled_from(["ít nhất", "không quá", "trên", "dưới", "từ"]))
def test_a_number_is_read_as_it_is_written(number: int, before: str) -> None:
    (plain,) = quantities(f"{before} {number} đảng viên")
    (grouped,) = quantities(f"{before} {number:,} đảng viên".replace(",", "."))
    (percent,) = quantities(f"{before} {number}%")
    assert plain == grouped
    assert plain.value == number
    assert not plain.share
    assert (percent.value, percent.share, percent.bound) == (Fraction(number, 100), True, plain.bound)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_is_a_least_and_a_most(low: int, high: int) -> None:
    for words in (f"từ {low} - {high}%", f"{low}-{high}%", f"{low}% – {high}%", f"từ {low} đến {high}%"):
        first, second = quantities(words)
        assert (first.value, first.bound) == (Fraction(low, 100), Bound.AT_LEAST)
        assert (second.value, second.bound) == (Fraction(high, 100), Bound.AT_MOST)


@given(st.text(st.sampled_from("từ đếndưới 0123456789.,/%-–≥<trở lên quá nửa mườilăm\n")) | st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(one.value >= 0 for one in quantities(text))


def test_numbers_in_words() -> None:
    words = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    assert [numeral_value(one) for one in words] == list(range(1, 10))
    assert numeral_value("mười") == 10
    assert numeral_value("mười lăm") == 15
    assert numeral_value("chín mươi chín") == 99
    assert numeral_value("hai mươi tư") == 24
    with pytest.raises(ValueError, match="rất nhiều"):
        numeral_value("rất nhiều")
