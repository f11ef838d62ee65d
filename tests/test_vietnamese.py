"""Vietnamese text: what is the same word, what comes first, what is a number, and what is not Unicode at all."""

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from xeploai.vietnamese.encoding import Encoding, Undecodable, decode
from xeploai.vietnamese.figures import Count, Notice, Reason, Refused, count_text, parse_date, points_text
from xeploai.vietnamese.folding import fold
from xeploai.vietnamese.letters import hidden, look_alikes, mend, plain_id
from xeploai.vietnamese.printing import Lang, number, percent_text, two_digits
from xeploai.vietnamese.syllable import is_syllable

TONES = "\u0300\u0309\u0303\u0301\u0323"
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONED = [normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *TONES)]
SPACES = [" ", "  ", "\u00a0", "\u202f", "\t", "\n", "\u3000"]
WORDS = st.text(st.sampled_from([*LETTERS, *LETTERS.upper(), *TONED, " ", "-", "0", "1", "2"]), max_size=12)
TEXTS = st.one_of(st.text(), WORDS, st.text(st.sampled_from([*"oaeuyqtỉkl ệòù", *TONES, " ", "\u00a0", "\u200b"])))
SHARES = st.fractions(0, 2, max_denominator=10**6)
LANGS: st.SearchStrategy[Lang] = st.sampled_from(("vi", "en"))

# --- fold


@given(TEXTS)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_is_idempotent_on_every_character() -> None:
    assert [c for c in map(chr, range(0x30000)) if fold(fold(c)) != fold(c)] == []


@given(TEXTS)
def test_normal_form_makes_no_difference(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text)) == fold(text)


@given(WORDS)
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(WORDS, st.lists(st.sampled_from([*SPACES, "\u200b", "\ufeff", "\u00ad", "\u200e"])), st.sampled_from(SPACES))
def test_white_and_hidden_space_makes_no_difference(text: str, around: list[str], space: str) -> None:
    edge = "".join(around)
    assert fold(edge + text.replace(" ", space) + edge) == fold(text)


@given(
    st.sampled_from(["h", "th", "kh", "ng", "l", "x", "t", ""]),
    st.sampled_from(["oa", "oe", "uy"]),
    st.sampled_from(TONES),
    st.sampled_from(["", " ", "-", ".", ")", "2", "\u200b "]),
)
def test_both_tone_placements_are_one(onset: str, pair: str, tone: str, after: str) -> None:
    assert fold(onset + pair[0] + tone + pair[1] + after) == fold(onset + pair + tone + after)


@pytest.mark.parametrize("word", ["hoàn", "quý", "quỳ", "toán", "khuỷu", "hoài", "quà", "huỳnh", "khoẻn", "hoá"])
def test_no_other_spelling_is_made(word: str) -> None:
    assert fold(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đảng ủy", "ĐẢNG  UỶ"),
        ("Tỉ lệ kỉ luật", "tỷ lệ KỶ LUẬT"),
        ("từ 30 – 35%", "từ 30 - 35%"),
        ("cấp độ “đạt”", 'cấp độ "đạt"'),
        ("Tổ chức\u00a0cơ sở\nđảng", "tổ chức cơ sở đảng"),
        ("hòa, hoà", "hoà, hòa"),
    ],
)
def test_the_same_words(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đảng", "\u00d0ảng"),
        ("đạt", "\u00f0ạt"),
        ("Đảng", "Dang"),
        ("tỉnh", "tỷnh"),
        ("tỉ lệnh", "tỷ lệnh"),
        ("kỉ niệm", "kỷ niệm"),
        ("hoàn", "hòan"),
        ("quý", "qúy"),
        ("tốt", "không tốt"),
        ("dâu", "dấu"),
    ],
)
def test_not_the_same_words(one: str, other: str) -> None:
    assert fold(one) != fold(other)


# --- letters


def test_look_alikes_are_found_and_mended() -> None:
    assert look_alikes("Số \u00d0ảng viên \u00f0ạt, b\u01ceng, b\u0430n") == [
        (3, "\u00d0", "Đ"),
        (13, "\u00f0", "đ"),
        (19, "\u01ce", "ă"),
        (25, "\u0430", "a"),
    ]
    assert fold(mend("\u00d0ảng bộ")) == fold("Đảng bộ")
    assert look_alikes("Đảng bộ đặc biệt, ưu tú; Đặng Ngọc Ẩn") == []


@given(st.text())
def test_mended_text_has_no_look_alikes(text: str) -> None:
    assert look_alikes(mend(text)) == []
    assert (mend(text) == text) == (not look_alikes(text))


def test_hidden_characters_are_found() -> None:
    assert [(at, found) for at, found, _ in hidden("cb\u200b-\u202e07\ufeff\x00")] == [
        (2, "\u200b"),
        (4, "\u202e"),
        (7, "\ufeff"),
        (8, "\x00"),
    ]
    assert hidden("Chi bộ\u00a07\tcó\r\nđủ “số liệu” – 90%…") == []


@given(st.text())
def test_nothing_hidden_is_left_in_a_key(text: str) -> None:
    assert hidden(fold(text)) == []


# --- encodings

SOUND = """
Kết quả đến ngày 31/12/2024: 58/64 tổ chức cơ sở đảng (90,63%) được đánh giá, xếp loại hoàn thành tốt nhiệm vụ trở lên.
Đảng ủy bộ phận, đảng uỷ cơ sở; quý, thuỷ, thủy, khoẻ, khuỷu, huỳnh huỵch, xoong, voọc, nghiêng, giếng, gìn giữ, quyển.
QUYẾT ĐỊNH CỦA BAN THƯỜNG VỤ ĐẢNG ỦY KHỐI § 5, điểm a) “đạt” – « chưa đạt » … 25°C, 10 m², 3×4, ½, Excel®, © 2024, ±1
\u00d0ảng bộ \u00d0oàn thể \u00d0à Lạt, \u00f0ạt; Krông Nô, Đắk Lắk, Đạ Tẻh, Liêng Srônh, K’Brê, Rô Men, hòan thành
L’été dernier, où êtes-vous allés ? À Noël, « déjà vu » ; la naïveté de Loïc, le maïs, l’ambiguë façade, un goût âcre.
Le comité a réuni ses délégués : bé, né, thé, là, où, dû. « Voilà » « où » « Caïn » « haï » naquit en Haïti, coûte.
The naïve café owner’s résumé, a façade in Zürich, coöperation, £5, €10, ¥7, § 12(a) and ¶ 3, 5 µm, 2 µs, “it’s”.
""".strip().splitlines()
LEGACY = [
    ("§¶ng bé c¬ së", Encoding.TCVN3),
    ("§¶ng", Encoding.TCVN3),
    ("Céng hßa x· héi chñ nghÜa ViÖt Nam", Encoding.TCVN3),
    ("§éc lËp - Tù do - H¹nh phóc", Encoding.TCVN3),
    ("id;Tªn ®¬n vÞ\ncb-01;Chi bé V¨n phßng\ncb-02;Së T­ ph¸p", Encoding.TCVN3),
    ("Ñaûng boä cô sôû", Encoding.VNI),
    ("ÑAÛNG BOÄ CÔ SÔÛ", Encoding.VNI),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Encoding.VNI),
    ("Ñoäc laäp - Töï do - Haïnh phuùc", Encoding.VNI),
    ("ÐaÒng bôò cõ sõÒ", Encoding.WINDOWS_1258),
    ("Äáº£ng bá»™ cÆ¡ sá»Ÿ", Encoding.UTF_8_TWICE),
]


@pytest.mark.parametrize("text", [*SOUND, *(word for line in SOUND for word in line.split()), "\n".join(SOUND)])
def test_sound_text_raises_no_alarm(text: str) -> None:
    for form in (text, normalize("NFD", text)):
        assert decode(form.encode()) == form


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_text_of_old_fonts_is_named(text: str, encoding: Encoding) -> None:
    alone, found = decode(text.encode()), decode(f"id,name\n1,{text}\n".encode())
    assert isinstance(alone, Undecodable)
    assert isinstance(found, Undecodable)
    assert alone.looks_like is found.looks_like is encoding
    assert found.byte >= len("id,name\n")


@pytest.mark.parametrize(("text", "encoding"), [pair for pair in LEGACY if pair[1] is not Encoding.UTF_8_TWICE])
def test_bytes_of_old_fonts_are_named(text: str, encoding: Encoding) -> None:
    found = decode(b"id,name\n1," + text.encode("latin-1"))
    first = next(at for at, letter in enumerate(text) if not letter.isascii())
    assert found == Undecodable(encoding, len("id,name\n1,") + first, 2 + text.count("\n", 0, first))


def test_a_pasted_column_is_found_among_sound_ones() -> None:
    rows = [f"cb-{n};Chi bộ cơ sở thành phố Đà Lạt {n};xếp loại tốt" for n in range(50)]
    found = decode("\n".join([*rows, "cb-51;§¶ng bé Së T­ ph¸p;xếp loại tốt"]).encode())
    assert isinstance(found, Undecodable)
    assert (found.looks_like, found.line) == (Encoding.TCVN3, 51)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named(codec: str) -> None:
    found = decode("Mã đơn vị;Tên đơn vị\ncb-01;Chi bộ 1\n".encode(codec))
    assert isinstance(found, Undecodable)
    assert found.looks_like is Encoding.UTF_16


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"PK\x03\x04\x14\x00", Undecodable(Encoding.WORKBOOK, 0, 1)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Undecodable(Encoding.WORKBOOK, 0, 1)),
        (b"id,name\n1,a\x00\n", Undecodable(Encoding.BINARY, 11, 2)),
        ("id,name\n1,été\n".encode("latin-1"), Undecodable(Encoding.UNKNOWN, 10, 2)),
        (b"\xef\xbb\xbfid\n\xff\n", Undecodable(Encoding.UNKNOWN, 6, 2)),
        (b"\xfd" * 10**6, Undecodable(Encoding.UNKNOWN, 0, 1)),  # one long word must not cost its square
    ],
    ids=["xlsx", "xls", "zero", "latin-1", "after-the-mark", "one-long-word"],
)
def test_other_bytes_are_named_with_their_place(data: bytes, found: Undecodable) -> None:
    assert decode(data) == found


@given(WORDS)
def test_utf_8_is_read_with_and_without_its_mark(text: str) -> None:
    assert decode(text.encode()) == decode(b"\xef\xbb\xbf" + text.encode()) == text


@given(st.binary())
def test_bytes_are_text_or_named(data: bytes) -> None:
    found = decode(data)
    assert isinstance(found, str) or (0 <= found.byte <= len(data) and found.line >= 1)


@pytest.mark.parametrize("word", ["quý", "nghiêng", "giếng", "khuya", "quyển", "xoong", "ưu", "yêu", "thuở", "Ở"])
def test_syllables(word: str) -> None:
    assert is_syllable(word, tone_fits=True)


@pytest.mark.parametrize("word", ["été", "Loïcs", "Srông", "bcd", "ngâ", "fa", "wa", "ờc", "quac", "hóà"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word, tone_fits=True)


# --- counts and dates


@given(st.integers(0, 10**15 - 1), st.sampled_from(". \u00a0\u202f"))
def test_a_count_comes_back(value: int, mark: str) -> None:
    notice = Notice.GROUPED if mark == "." else Notice.SPACED
    assert count_text(str(value)) == count_text(f" {value}\u00a0") == count_text(f"00{value}"[-15:]) == Count(value)
    assert count_text(f"{value:,}".replace(",", mark)) == Count(value, notice if value > 999 else None)
    assert count_text(number(value, "vi")) == Count(value, Notice.GROUPED if value > 999 else None)


@given(TEXTS)
def test_any_text_is_a_count_or_refused(text: str) -> None:
    found = count_text(text)
    assert isinstance(found, Refused) or found.value >= 0


@pytest.mark.parametrize(
    ("text", "count"),
    [("3.402", Count(3402, Notice.GROUPED)), ("02", Count(2)), ("０７", Count(7, Notice.FULL_WIDTH)), ("0", Count(0))],
)
def test_counts(text: str, count: Count) -> None:
    assert count_text(text) == count


REFUSED = {
    Reason.EMPTY: ["", " ", "\u00a0\u200b"],
    Reason.PLACEHOLDER: ["-", "–", "—", "…", "...", "?", "chưa BC", "Chưa báo cáo", "không", "không có", "n/a", "NaN"],
    Reason.NEGATIVE: ["-5", "−5", "– 5", "(5)", "-3.402", "-1,5"],
    Reason.PERCENT: ["30%", "93,90%", "93.9 %", "-5%", "100％"],
    Reason.FRACTION: ["3/10", "58 / 64"],
    Reason.DATE: ["03-Oct", "Oct-03", "3-Oct-24", "10/3/2024", "2024-10-03 00:00:00", "03-Thg10", "tháng 10"],
    Reason.COMMA_GROUP: ["3,402", "1,234,567"],
    Reason.DECIMAL: ["1.5", "1,5", "0.402", "0,402", "12.0", "3402.0", "1.234,5", "1,234.5", "3.4021"],
    Reason.SCIENTIFIC: ["1E+05", "1e5", "1,5E+05"],
    Reason.TOO_LONG: ["1234567890123456", "1.234.567.890.123.456", "9" * 5000],
    Reason.SHEET_ERROR: ["#REF!", "#DIV/0!", "#N/A", "#########", "Err:502"],
    Reason.WITH_WORDS: ["02 đoàn thể", "12đv", "3.402 đảng viên"],
    Reason.DIRECTION_MARK: ["\u202e204"],
    Reason.TEXT: ["mười", "1.23.45.6", "12 34", "3 402.1.2", "1..5", "+5", "=3+4", "٣", "²", "½", "x", "may", "3-10"],
}


@pytest.mark.parametrize(("reason", "text"), [(why, text) for why, texts in REFUSED.items() for text in texts])
def test_what_is_no_count_is_refused_by_name(reason: Reason, text: str) -> None:
    assert count_text(text) == Refused(reason)


@given(st.decimals(-1000, 1000, places=2), st.sampled_from(".,"))
def test_points_come_back(points: Decimal, sign: str) -> None:
    assert points_text(f" {points:f}".replace(".", sign)) == points


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        ("1.500", Reason.THOUSANDS),
        ("1,500", Reason.THOUSANDS),
        ("-92,125", Reason.THOUSANDS),
        ("nan", Reason.PLACEHOLDER),
        ("inf", Reason.TEXT),
        ("9e1", Reason.SCIENTIFIC),
        ("92,5%", Reason.PERCENT),
        ("12/2", Reason.FRACTION),
        ("9.5.2024", Reason.DATE),
        ("92,5 điểm", Reason.WITH_WORDS),
        ("1" * 16, Reason.TOO_LONG),
        ("0," + "1" * 15, Reason.TOO_LONG),
        ("\u202e92", Reason.DIRECTION_MARK),
        ("92,", Reason.TEXT),
        (",5", Reason.TEXT),
        ("٣", Reason.TEXT),
    ],
)
def test_what_is_no_points_is_refused_by_name(text: str, reason: Reason) -> None:
    assert points_text(text) == Refused(reason)


@given(WORDS)
def test_an_id_of_words_is_the_same_however_they_are_written(words: str) -> None:
    plain = plain_id(words)
    assert (
        plain
        == plain_id(plain)
        == plain_id(words.upper())
        == plain_id(normalize("NFD", words))
        == plain_id(fold(words))
    )
    assert all(letter in "abcdefghijklmnopqrstuvwxyz0123456789-" for letter in plain)


def test_an_id_of_words_reads_as_they_do() -> None:
    assert plain_id("Kỷ luật Đảng") == "ky-luat-dang"
    assert plain_id("Khiển trách (lần 2)") == "khien-trach-lan-2"
    assert plain_id("\u00d0ình chỉ") == "dinh-chi"
    assert plain_id(" – ") == ""


@given(st.dates(datetime.date(1000, 1, 1)), st.sampled_from("/-."))
def test_a_date_comes_back(day: datetime.date, mark: str) -> None:
    parts = [str(day.day), str(day.month), str(day.year)]
    assert parse_date(mark.join(parts)) == parse_date(f"{day:%d}{mark}{day:%m}{mark}{day.year}") == day
    assert parse_date(day.isoformat()) == parse_date(f" {day.isoformat()} 00:00:00") == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        ("31/2/2024", Reason.NO_SUCH_DAY),
        ("2024-02-30", Reason.NO_SUCH_DAY),
        ("0/0/0000", Reason.NO_SUCH_DAY),
        ("12/31/2024", Reason.MONTH_FIRST),
        ("1/2/24", Reason.SHORT_YEAR),
        ("31/12-2024", Reason.TEXT),
        ("2024-12-31 08:00:00", Reason.TEXT),
        ("2024/12/31", Reason.TEXT),
        ("cuối năm", Reason.TEXT),
        ("45657", Reason.TEXT),
    ],
)
def test_what_is_no_date_is_refused_by_name(text: str, reason: Reason) -> None:
    assert parse_date(text) == Refused(reason)


# --- printing


def read_back(text: str, lang: Lang) -> Fraction:
    """The number that a printed text states."""
    thousands, decimal = (".", ",") if lang == "vi" else (",", ".")
    plain = text.replace(thousands, "").replace(decimal, ".")
    return Fraction(plain.removesuffix("%")) / 100 if plain.endswith("%") else Fraction(plain)


def side(value: Fraction, edge: Fraction) -> int:
    return (value > edge) - (value < edge)


@given(st.integers(0, 10**7), st.integers(1, 10**7), LANGS, st.lists(SHARES, max_size=3))
@example(8996, 10000, "vi", [Fraction(9, 10)])
@example(89999, 100000, "vi", [Fraction(9, 10)])
@example(9999999, 10000000, "en", [])
@example(1, 3, "vi", [Fraction(1, 3)])
def test_what_is_printed_compares_as_the_share_does(part: int, whole: int, lang: Lang, edges: list[Fraction]) -> None:
    share = Fraction(part, whole)
    printed = read_back(percent_text(part, whole, lang, *edges), lang)
    for edge in (Fraction(0), Fraction(1), *edges):
        assert side(printed, edge) == side(share, edge)
    assert abs(printed - share) <= Fraction(1, 20000)


@given(st.integers(1, 10**6), st.integers(-1, 1), LANGS, st.integers(1, 100))
def test_one_person_beside_the_threshold_shows(whole: int, step: int, lang: Lang, hundredths: int) -> None:
    edge = Fraction(hundredths, 100)
    part = int(edge * whole) + step
    assume(part >= 0)
    printed = read_back(percent_text(part, whole, lang, edge), lang)
    assert side(printed, edge) == side(Fraction(part, whole), edge)


@pytest.mark.parametrize(
    ("part", "whole", "edge", "text"),
    [
        (58, 64, "9/10", "90,63%"),
        (58, 66, "9/10", "87,88%"),
        (7, 8, "9/10", "87,5%"),
        (5, 5, "1", "100%"),
        (0, 5, "1", "0%"),
        (8996, 10000, "9/10", "89,96%"),
        (89999, 100000, "9/10", "89,999%"),
        (90001, 100000, "9/10", "90,001%"),
        (899981, 1000000, "1", "90,00%"),
        (99999, 100000, "9/10", "99,999%"),
        (1, 100000, "9/10", "0,001%"),
        (1, 3, "3/10", "33,33%"),
        (1, 3, "1/3", "1/3"),
        (12345, 100000, "2469/20000", "12,345%"),
        (25, 2, "1", "1.250%"),
    ],
)
def test_shares(part: int, whole: int, edge: str, text: str) -> None:
    assert percent_text(part, whole, "vi", Fraction(edge)) == text
    assert percent_text(part, whole, "en", Fraction(edge)) == text.translate(str.maketrans(",.", ".,"))


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (1, 0), (-1, 5), (1, -5)])
def test_no_share_of_nothing(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        percent_text(part, whole, "vi")


@given(st.decimals(-(10**9), 10**9, places=4), LANGS)
def test_a_number_that_ends_is_printed_exactly(value: Fraction, lang: Lang) -> None:
    assert read_back(number(Fraction(value), lang), lang) == Fraction(value)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (3402, "3.402", "3,402"),
        (-1234567, "-1.234.567", "-1,234,567"),
        (Fraction(185, 2), "92,5", "92.5"),
        (Fraction(10000, 3), "3.333,33", "3,333.33"),
        (Fraction(-2, 3), "-0,67", "-0.67"),
        (Fraction(-1, 1000), "-0,001", "-0.001"),
        (Fraction(-1, 3000), "0,00", "0.00"),
    ],
)
def test_numbers(value: Fraction | int, vi: str, en: str) -> None:
    assert (number(value, "vi"), number(value, "en")) == (vi, en)


def test_small_counts_in_prose_have_two_digits() -> None:
    assert [two_digits(n) for n in (0, 1, 2, 9, 10, 66, 3402)] == ["0", "01", "02", "09", "10", "66", "3.402"]
    assert all(re.fullmatch(r"0[1-9]", two_digits(n)) for n in range(1, 10))
