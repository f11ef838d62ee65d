"""Numbers that are written in words: up to a hundred, and the fractions that rules speak of."""

from fractions import Fraction

_UNITS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
# After a ten some numbers are said in another way.
_AFTER_TEN = {**_UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_UNIT = "|".join(_UNITS)
# `hai mươi năm` is twenty years, and `mười năm` ten.
_LAST = "|".join(word for word in _AFTER_TEN if word != "năm")
# A number above a hundred is none: half read, it would be another.
_HUNDRED = rf"một trăm(?! (?:{_UNIT}|mười|linh|lẻ)\b)"
_WHOLE = f"{_HUNDRED}|mười(?: (?:{_LAST}))?|(?:{_UNIT}) mươi(?: (?:{_LAST}))?|{_UNIT}"
# `một số` is some, `một trong` one of.
_LARGER = "trăm|nghìn|ngàn|triệu|tỷ|tỉ"
NUMERAL = (
    rf"(?:một )?nửa|(?:{_UNIT}) phần (?:{_UNIT}|tư|mười)"
    rf"|(?:{_WHOLE})(?! (?:số|trong|phần|bộ phận|cách|{_LARGER})\b)"
)
"""A number in words, as a regular expression for text in lower case."""


def numeral_value(words: str) -> Fraction:
    """The number that `NUMERAL` found: `mười lăm` is 15, `hai phần ba` is 2/3."""
    match words.split():
        case ["nửa"] | ["một", "nửa"]:
            return Fraction(1, 2)
        case [part, "phần", whole]:
            return Fraction(_UNITS[part], {**_UNITS, "tư": 4, "mười": 10}[whole])
        case ["một", "trăm"]:
            return Fraction(100)
        case ["mười", *unit]:
            return Fraction(10 + sum(_AFTER_TEN[word] for word in unit))
        case [ten, "mươi", *unit]:
            return Fraction(10 * _UNITS[ten] + sum(_AFTER_TEN[word] for word in unit))
        case [unit]:
            return Fraction(_UNITS[unit])
        case _:
            raise ValueError(words)
