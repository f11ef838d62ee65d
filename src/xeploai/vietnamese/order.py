"""The order of Vietnamese words: letters first, tones after them, numbers by their value."""

import re
from unicodedata import normalize

from xeploai.vietnamese.folding import fold

SortKey = tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]

_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
# As the Unicode collation data (CLDR) have it for Vietnamese.
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONE = re.compile(f"[{_TONES}]")
_PIECE = re.compile("[0-9]+|.", re.DOTALL)
_SPACE, _SIGN, _NUMBER, _LETTER, _FOREIGN = range(5)


def sort_key(text: str) -> SortKey:
    """A key to sort by: a ă â b c d đ e ê …; tones count only between equal letters; `cb-2` before `cb-10`.

    What `fold` joins stands together. Two texts have the same key only if they are the same text.
    """
    places: list[tuple[int, int, str]] = []
    tones: list[int] = []
    for piece in _PIECE.findall(fold(text)):
        marks = normalize("NFD", piece)
        if letter := normalize("NFC", _TONE.sub("", marks)):
            places.append(_place(letter))
        tones.append(next((1 + _TONES.index(mark) for mark in marks if mark in _TONES), 0))
    return tuple(places), tuple(tones), text


def _place(piece: str) -> tuple[int, int, str]:
    if piece == " ":
        return _SPACE, 0, ""
    if piece.isdigit() and piece.isascii():
        digits = piece.lstrip("0")
        # Longer is larger: the texts of two numbers of one length sort like the numbers.
        return _NUMBER, len(digits), digits
    if (rank := _ALPHABET.get(piece)) is not None:
        return _LETTER, rank, ""
    return (_FOREIGN if piece.isalpha() else _SIGN), 0, piece
