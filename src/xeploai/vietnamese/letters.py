"""Letters that are not what they look like, and characters that cannot be seen at all."""

import functools
import re
from typing import NamedTuple
from unicodedata import normalize

# Each is drawn like a Vietnamese letter, and neither a normal form nor casefold joins the two. Icelandic eth
# comes from old keyboards and from Windows-1252; a caron stands where a breve was meant; the rest are
# Cyrillic.
_LOOK_ALIKE = {
    "\u00d0": "Đ",
    "\u00f0": "đ",
    "\u0189": "Đ",
    "\u0256": "đ",
    "\u01cd": "Ă",
    "\u01ce": "ă",
    "A\u030c": "Ă",
    "a\u030c": "ă",
    **dict(
        zip(
            "\u0410\u0412\u0415\u0406\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425"
            "\u0430\u0435\u0456\u043e\u0440\u0441\u0443\u0445",
            "ABEIKMHOPCTXaeiopcyx",
            strict=True,
        )
    ),
}

# Controls other than white space, the soft hyphen, joiners, zero-width and blank letters, marks of writing
# direction, variation selectors, tags. White space of any width is no secret: `fold` makes one space of it.
_HIDDEN = (
    "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)


# Compiled for the first text that is not plain: many tables hold nothing else.
@functools.cache
def _look_alike() -> re.Pattern[str]:
    return re.compile("|".join(_LOOK_ALIKE))


@functools.cache
def _hidden() -> re.Pattern[str]:
    return re.compile(_HIDDEN)


class Sighting(NamedTuple):
    """What was found at which position (from 0), and the letter that was meant: none for a hidden one."""

    position: int
    found: str
    meant: str


def look_alikes(text: str) -> list[Sighting]:
    """The letters that only look Vietnamese (eth U+00D0 for Đ U+0110), in the order of the text.

    `fold` does not join them: a heading may be accepted with a notice (`mend` it first), an id must be
    refused.
    """
    if text.isascii():
        return []
    return [Sighting(at.start(), at[0], _LOOK_ALIKE[at[0]]) for at in _look_alike().finditer(text)]


def mend(text: str) -> str:
    """The text with the letters that were meant in the place of those that only look like them."""
    return text if text.isascii() else _look_alike().sub(lambda at: _LOOK_ALIKE[at[0]], text)


def hidden(text: str) -> list[Sighting]:
    """The characters that leave no mark on paper and are no white space, in the order of the text."""
    return [Sighting(at.start(), at[0], "") for at in _hidden().finditer(text)]


def without_hidden(text: str) -> str:
    """The text as it looks: what `hidden` finds is gone."""
    return _hidden().sub("", text)


def plain_id(text: str) -> str:
    """The text as an id: plain small letters (d for đ) and digits, with `-` for all between.

    `Khiển trách` is `khien-trach`, and so is every way to write it; a text of signs alone leaves nothing.
    """
    letters = normalize("NFD", mend(without_hidden(text)).casefold()).replace("đ", "d")
    return re.sub("[^a-z0-9]+", "-", re.sub("[\u0300-\u036f]", "", letters)).strip("-")
