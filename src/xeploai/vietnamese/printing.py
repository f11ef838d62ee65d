"""Numbers and days as they are printed: Vietnamese `3.402` and `90,63%`, English `3,402` and `90.63%`."""

from datetime import date
from fractions import Fraction
from typing import Literal

Lang = Literal["vi", "en"]

_MARKS = {"vi": (".", ","), "en": (",", ".")}
_PLACES = 2


def number(value: Fraction | int, lang: Lang, *thresholds: Fraction) -> str:
    """A number with its thousands grouped: exact where its decimals end, else rounded to two places.

    What is rounded compares to each threshold as the number itself does: decimals are added until it is so. A number
    that equals a threshold which no decimals write is printed as a fraction, `1/3`.
    """
    value = Fraction(value)
    places = _places(value)
    if places is None and value in thresholds:
        return str(value)
    if places is None:
        places = _PLACES
        while any(_side(_rounded(value, places), edge) != _side(value, edge) for edge in thresholds):
            places += 1
    return _written(value, places, lang)


def percent_text(part: int, whole: int, lang: Lang, *thresholds: Fraction) -> str:
    """A share in percent with two decimals, fewer where they are exact: `90,63%`, `87,5%`, `100%`.

    What is printed compares to 0 %, to 100 % and to each threshold (`Fraction(9, 10)`) as the share itself
    does: decimals are added until it is so. A share that equals a threshold which no decimals write is
    printed as a fraction, `1/3`.

    Raises:
        ValueError: the whole is not above zero, or the part is below it.
    """
    if whole <= 0 or part < 0:
        raise ValueError(f"no share: {part} of {whole}")
    percent = Fraction(100 * part, whole)
    places = _places(percent)
    if places is None and percent / 100 in thresholds:
        return str(percent / 100)
    if places is None or places > _PLACES:
        edges = [Fraction(0), Fraction(100), *(100 * threshold for threshold in thresholds)]
        places = _PLACES
        while any(_side(_rounded(percent, places), edge) != _side(percent, edge) for edge in edges):
            places += 1
    return _written(percent, places, lang) + "%"


def two_digits(count: int) -> str:
    """A count in Vietnamese prose, where a small one has a zero before it: `02 đoàn thể`, `66 tổ chức`."""
    return f"0{count}" if 1 <= count <= 9 else number(count, "vi")


def _places(value: Fraction) -> int | None:
    """How many decimals write a number exactly, None where no number of them does."""
    longest = value.denominator.bit_length()
    return next((places for places in range(longest) if 10**places % value.denominator == 0), None)


def _rounded(value: Fraction, places: int) -> Fraction:
    # Half goes up (away from zero), as in the office's own figures: 58 of 64 is 90,63 %.
    scaled = abs(value) * 10**places
    size = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(size if value >= 0 else -size, 10**places)


def _side(value: Fraction, edge: Fraction) -> int:
    return (value > edge) - (value < edge)


def _written(value: Fraction, places: int, lang: Lang) -> str:
    thousands, decimal = _MARKS[lang]
    shown = _rounded(value, places)
    whole, rest = divmod(abs(shown.numerator) * 10**places // shown.denominator, 10**places)
    sign = "-" if shown < 0 else ""
    tail = f"{decimal}{rest:0{places}d}" if places else ""
    return f"{sign}{whole:,}".replace(",", thousands) + tail


def day_text(day: date, lang: Lang) -> str:
    """`31/12/2024`, in English `2024-12-31`.

    As offices write it: days below ten and the months January and February with a zero, `05/02/2024`, `30/6/2024`.
    """
    if lang == "en":
        return day.isoformat()
    return f"{day:%d}/{day.month:02}/{day.year:04}" if day.month < 3 else f"{day:%d}/{day.month}/{day.year:04}"
