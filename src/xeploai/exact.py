"""Thresholds as exact fractions, read from text.

A share is written as quoted text (`"30%"`, `"7/20"`), so that nothing passes through a binary float on its way in.
"""

import re
from fractions import Fraction

_PERCENT = re.compile(r"(\d{1,9}(?:\.\d{1,30})?)\s?%", re.ASCII)
_FRACTION = re.compile(r"(\d{1,30})/(\d{1,30})", re.ASCII)


def percent(number: int | str | Fraction) -> Fraction:
    """So many hundredths: `percent(90)`, `percent("12.5")`.

    Raises:
        TypeError: a binary float (or a truth value) was given, which cannot say what was meant.
        ValueError: the text is not a decimal number.
    """
    if isinstance(number, bool) or not isinstance(number, int | str | Fraction):
        raise TypeError(f"percent takes a whole number, a text or a Fraction, not {type(number).__name__}")
    return Fraction(number) / 100


def read_share(text: str) -> Fraction:
    """The share that a quoted percentage (`"30%"`) or fraction (`"7/20"`) states.

    Raises:
        ValueError: the text is neither, or divides by zero.
    """
    if match := _PERCENT.fullmatch(text):
        return Fraction(match[1]) / 100
    if (match := _FRACTION.fullmatch(text)) and int(match[2]):
        return Fraction(int(match[1]), int(match[2]))
    raise ValueError(text)


def read_signed(text: str) -> Fraction:
    """What `read_share` reads, or as much below zero where a minus sign stands before it (`"-50%"`).

    Raises:
        ValueError: the text is neither, or divides by zero.
    """
    share = read_share(text.removeprefix("-"))
    return -share if text.startswith("-") else share


def write_signed(number: Fraction) -> str:
    """The shortest quoted form that `read_signed` reads back."""
    return f"-{write_share(-number)}" if number < 0 else write_share(number)


def write_share(share: Fraction) -> str:
    """The shortest quoted form that `read_share` reads back: a percentage where it ends, else a fraction."""
    hundred = share * 100
    denominator, places = hundred.denominator, 0
    while denominator % 10 == 0:
        denominator, places = denominator // 10, places + 1
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    places += max(twos, fives)
    if denominator != 1 or places > 30:
        return f"{share.numerator}/{share.denominator}"
    digits = str(hundred.numerator * 10**places // hundred.denominator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}%" if places else f"{digits}%"
