"""Counts, points and dates as people write them into a sheet, and as a spreadsheet rewrites them."""

import datetime
import enum
import functools
import re
from decimal import Decimal
from typing import NamedTuple

from xeploai.vietnamese.folding import fold


class Notice(enum.StrEnum):
    """How a count was written that was taken, and that should be said aloud."""

    GROUPED = "grouped"
    SPACED = "spaced"
    FULL_WIDTH = "full_width"


class Reason(enum.StrEnum):
    """Why a text is no count, no points, or no date."""

    EMPTY = "empty"
    PLACEHOLDER = "placeholder"
    NEGATIVE = "negative"
    PERCENT = "percent"
    FRACTION = "fraction"
    DATE = "date"
    COMMA_GROUP = "comma_group"
    THOUSANDS = "thousands"
    DECIMAL = "decimal"
    SCIENTIFIC = "scientific"
    TOO_LONG = "too_long"
    SHEET_ERROR = "sheet_error"
    WITH_WORDS = "with_words"
    DIRECTION_MARK = "direction_mark"
    TEXT = "text"
    NO_SUCH_DAY = "no_such_day"
    MONTH_FIRST = "month_first"
    SHORT_YEAR = "short_year"


class Count(NamedTuple):
    """A whole number, none below zero, and the notice that its writing asks for."""

    value: int
    notice: Notice | None = None


class Refused(NamedTuple):
    """A text that was not taken, and why."""

    reason: Reason


# A spreadsheet keeps fifteen digits and turns the others into zeros.
_DIGITS = 15
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％／－", "0123456789.,%/-")
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_GROUPED = r"[1-9]\d{0,2}(?:\.\d{3})+"
_SPACED = r"[1-9]\d{0,2}(?: \d{3})+"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:thg|tháng) ?\d{1,2})"
# Read from the top, the first shape that fits names the fault. The texts are folded: one case, one kind of dash.
_FAULTS = (
    (Reason.SHEET_ERROR, r"#[a-z#/0!?]+|err:\d+"),
    (Reason.PLACEHOLDER, r"[-.…?*/\\_]+|chưa\b.*|không(?: có| rõ)?|ko|n/a|na|nan|null|none"),
    (Reason.PERCENT, r"[-(]?\d.*%.*"),
    (Reason.NEGATIVE, r"- ?\d[\d., ]*|\(\d[\d., ]*\)"),
    (Reason.DATE, r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[t ]\d{1,2}:\d{2}.*)?"),
    (Reason.DATE, rf"(?=.*\d)(?:\d{{1,2}}[- ]?)?{_MONTH}(?:[- ]?\d{{1,4}})?"),
    (Reason.FRACTION, r"\d+ ?/ ?\d+"),
    (Reason.SCIENTIFIC, r"\d+(?:[.,]\d+)?e[-+]?\d+"),
    (Reason.COMMA_GROUP, r"[1-9]\d{0,2}(?:,\d{3})+"),
    (Reason.DECIMAL, r"(?:\d+|\d{1,3}(?:\.\d{3})+)[.,]\d+|\d{1,3}(?:,\d{3})+\.\d+"),
    (Reason.WITH_WORDS, r"\d[\d.,]* ?[^\W\d_].*"),
)


@functools.cache
def _shape(pattern: str) -> re.Pattern[str]:
    # Compiled for the first text that asks for it: most tables hold plain digits alone.
    return re.compile(pattern, re.ASCII)


def count_text(text: str) -> Count | Refused:
    """The whole number that a text states, or why it states none.

    `3402` and ` 02 ` are counts; `3.402`, `3 402` and full-width digits are taken with a notice. `3,402` and
    `1.5` may mean two things each; a percent, a fraction, a date that a spreadsheet made of `3/10`, a dash,
    `chưa BC` are no counts. White space alone is `EMPTY`: that this means *missing* is for the caller to
    say.
    """
    if text.isdigit() and text.isascii() and len(text) <= _DIGITS:
        return Count(int(text))
    if not _DIRECTION.isdisjoint(text):
        # Such a mark can show 402 where 204 is stored.
        return Refused(Reason.DIRECTION_MARK)
    folded = fold(text)
    plain = folded.translate(_FULL_WIDTH)
    digits, notice = plain, None if plain == folded else Notice.FULL_WIDTH
    if _shape(_GROUPED).fullmatch(plain):
        digits, notice = plain.replace(".", ""), Notice.GROUPED
    elif _shape(_SPACED).fullmatch(plain):
        digits, notice = plain.replace(" ", ""), Notice.SPACED
    if digits.isdigit() and digits.isascii():
        return Count(int(digits), notice) if len(digits) <= _DIGITS else Refused(Reason.TOO_LONG)
    if not plain:
        return Refused(Reason.EMPTY)
    return Refused(_why_not(plain))


def _why_not(plain: str) -> Reason:
    return next((reason for reason, shape in _FAULTS if re.fullmatch(shape, plain)), Reason.TEXT)


_POINTS = r"-?(\d+)(?:[.,](\d+))?"
_THOUSANDS = r"-?[1-9]\d{0,2}[.,]\d{3}"


def points_text(text: str) -> Decimal | Refused:
    """The points that a text states, exactly, or why it states none.

    `92`, `92,5` and `92.5` are points. Three digits after a sign may be thousands: `1.500` and `1,500` mean two things
    each (`THOUSANDS`), while `0,125` and `1,5000` can only be decimals. No percent, power of ten, *NaN* or infinity is
    points. Whether a number may be negative is for the caller to say.
    """
    if not _DIRECTION.isdisjoint(text):
        return Refused(Reason.DIRECTION_MARK)
    plain = fold(text).translate(_FULL_WIDTH)
    if not plain:
        return Refused(Reason.EMPTY)
    if not (found := _shape(_POINTS).fullmatch(plain)):
        return Refused(_why_not(plain))
    if len(found[1]) + len(found[2] or "") > _DIGITS:
        return Refused(Reason.TOO_LONG)
    return Refused(Reason.THOUSANDS) if _shape(_THOUSANDS).fullmatch(plain) else Decimal(plain.replace(",", "."))


_DAY_FIRST = r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})"
# A sheet that is saved as text gives every date a time of day.
_ISO = r"(\d{4})-(\d{2})-(\d{2})(?:[t ]00:00(?::00(?:\.0+)?)?)?"


def parse_date(text: str) -> datetime.date | Refused:
    """The day that a text states, or why it states none.

    Day first (`31/12/2024`, also with `-` or `.`) or ISO (`2024-12-31`, also with a midnight after it).
    """
    plain = fold(text)
    if found := _shape(_ISO).fullmatch(plain):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if not (found := _shape(_DAY_FIRST).fullmatch(plain)):
        return Refused(Reason.TEXT if plain else Reason.EMPTY)
    day, month, year = int(found[1]), int(found[3]), int(found[4])
    if len(found[4]) == 2:
        return Refused(Reason.SHORT_YEAR)
    if day <= 12 < month <= 31:
        return Refused(Reason.MONTH_FIRST)
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> datetime.date | Refused:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return Refused(Reason.NO_SUCH_DAY)
