"""Figures in running words, each with the bound that the words set on it: `từ 90% trở lên`, `30 - 35%`, `quá nửa`."""

import enum
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple
from unicodedata import normalize

from xeploai.vietnamese.numerals import NUMERAL, numeral_value


class Bound(enum.StrEnum):
    """On which side of a figure the words allow what they speak of."""

    AT_LEAST = "≥"
    MORE_THAN = ">"
    AT_MOST = "≤"
    LESS_THAN = "<"
    EXACTLY = "="


class Quantity(NamedTuple):
    """A figure: `share` where it is a part of a whole (`30%` is 3/10); without a bound where the words set none."""

    value: Fraction
    share: bool
    bound: Bound | None


class _Figure(NamedTuple):
    """A figure with its place in the text."""

    value: Fraction
    share: bool
    start: int
    end: int


_SAID_BEFORE = (
    (
        Bound.AT_MOST,
        (
            "không (?:được )?(?:vượt )?(?:quá|trên|hơn|nhiều hơn|lớn hơn|cao hơn)",
            "không vượt",
            "tối đa",
            "nhiều nhất",
            "cao nhất",
            "(?:dưới|nhỏ hơn|bé hơn|ít hơn|thấp hơn) hoặc bằng",
            "bằng hoặc (?:dưới|nhỏ hơn|bé hơn|ít hơn|thấp hơn)",
            "≤",
            "<=",
        ),
    ),
    (
        Bound.AT_LEAST,
        (
            "không (?:được )?(?:dưới|ít hơn|thấp hơn|nhỏ hơn|kém)",
            "(?:trên|lớn hơn|cao hơn|nhiều hơn) hoặc bằng",
            "bằng hoặc (?:trên|hơn|cao hơn|lớn hơn|nhiều hơn)",
            "tối thiểu",
            "ít nhất",
            "thấp nhất",
            "từ(?: đủ)?",
            "≥",
            ">=",
        ),
    ),
    (
        Bound.LESS_THAN,
        ("dưới", "chưa (?:đến|tới|đủ|đạt)", "không (?:đủ|đạt|đến|tới)", "ít hơn", "thấp hơn", "nhỏ hơn", "bé hơn", "<"),
    ),
    (Bound.MORE_THAN, ("trên", "hơn", "quá", "vượt", ">")),
    (Bound.EXACTLY, ("đúng", "bằng", "=")),
)
"""What is said before a figure; the longer words first, because they hold the shorter ones."""

_BEFORE = [
    (bound, re.compile(rf"(?:^|(?<=\W))(?:{'|'.join(said)})(?: (?:mức|là|có|đạt|được|khoảng|bằng))*\s*$"))
    for bound, said in _SAID_BEFORE
]
# What lies between belongs to the figure; a level that is named in between takes the words for itself.
_AFTER = re.compile(
    r"(?P<gap>[^.;:,]{0,60}?)\s(?:trở (?P<side>lên|xuống)|hoặc (?:(?P<more>nhiều |cao )|(?P<less>ít |thấp ))?hơn)(?!\w)"
)
_ANOTHER = re.compile(r"(?<!\w)(?:từ|đến|tới|mức|loại|hạng|bậc|hoàn thành|trung bình|khá|tốt|xuất sắc)(?!\w)")
_TO = re.compile(r"\s*(?:-|(?:đến|tới)(?: (?P<open>dưới))?)\s*")
_UP_TO = re.compile(r"(?<!\w)(?:đến|tới)\s$")

# A date is no fraction, and the number of an article, a year or a document counts nothing.
_DIGITS = (
    r"(?P<part>\d{1,3})/(?P<whole>\d{1,3})(?![\d/])"
    r"|(?P<grouped>\d{1,3}(?:\.\d{3})+(?:,\d{1,15})?)(?![\d,])"
    r"|(?P<number>\d{1,15}(?:[.,]\d{1,15})?)(?![\d/]|-[^\W\d])"
)
_FIGURE = re.compile(rf"(?<![\w/.,])(?:{_DIGITS}|(?<!trăm )(?P<words>{NUMERAL})(?!\w))(?P<percent>\s?%)?")
_COUNTS_NOTHING = re.compile(r"(?<!\w)(?:năm|tháng|ngày|quý|kỳ|khóa|điều|khoản|điểm|mục|thứ|chỉ thị|nghị định)\s$")
_NEAR = 60
"""How far before a figure a word can stand that says what it is; all of a long text would be read for each."""
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212÷％", "-------%")


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures in some words, in their order; upper and lower case, and the forms of Unicode, say the same."""
    text = _plain(text)
    figures = _in_one_unit(text, list(_figures(text)))
    return tuple(Quantity(one.value, one.share, _bound(text, figures, n)) for n, one in enumerate(figures))


def _plain(text: str) -> str:
    text = " ".join(normalize("NFC", text).translate(_DASHES).casefold().split())
    return text.replace("phần trăm", "%")


def _figures(text: str) -> Iterator[_Figure]:
    for match in _FIGURE.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        percent = match["percent"] is not None
        if not percent and match["words"] is None and _COUNTS_NOTHING.search(before):
            continue
        value = _value(match)
        if value is None or (match["words"] == "năm" and not percent and not _says_how_many(before)):
            continue
        share = percent or match["part"] is not None or (match["words"] is not None and value < 1)
        yield _Figure(value / 100 if percent else value, share, match.start(), match.end())


def _value(match: re.Match[str]) -> Fraction | None:
    if match["words"]:
        return numeral_value(match["words"])
    if match["part"]:
        part, whole = int(match["part"]), int(match["whole"])
        return Fraction(part, whole) if part < whole else None
    if match["grouped"]:
        return Fraction(match["grouped"].replace(".", "").replace(",", "."))
    return Fraction(match["number"].replace(",", "."))


def _says_how_many(before: str) -> bool:
    """Whether `năm` counts something: alone it is a year as a rule, and five only after a bound."""
    return any(said.search(before) for _, said in _BEFORE)


def _in_one_unit(text: str, figures: list[_Figure]) -> list[_Figure]:
    """In `30 - 35%` the first figure is a percentage too."""
    for n in range(len(figures) - 1, 0, -1):
        first, second = figures[n - 1 : n + 1]
        percent = text[second.start : second.end].endswith("%")
        if percent and not first.share and _TO.fullmatch(text, first.end, second.start):
            figures[n - 1] = first._replace(value=first.value / 100, share=True)
    return figures


def _bound(text: str, figures: list[_Figure], n: int) -> Bound | None:
    here = figures[n]
    start = figures[n - 1].end if n else 0
    end = figures[n + 1].start if n + 1 < len(figures) else len(text)
    if (after := _AFTER.match(text, here.end, end)) and not _ANOTHER.search(after["gap"]):
        return Bound.AT_MOST if after["side"] == "xuống" or after["less"] else Bound.AT_LEAST
    if n and (to := _TO.fullmatch(text, start, here.start)):
        return Bound.LESS_THAN if to["open"] else Bound.AT_MOST
    said = next((bound for bound, before in _BEFORE if before.search(text[start : here.start])), None)
    if said is None and n and _UP_TO.search(text[start : here.start]):
        return Bound.AT_MOST
    ranged = n + 1 < len(figures) and _TO.fullmatch(text, here.end, end)
    return said or (Bound.AT_LEAST if ranged else None)
