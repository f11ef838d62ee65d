"""Bytes that are not UTF-8, and UTF-8 that holds the text of fonts from before Unicode."""

import enum
import re
from typing import NamedTuple
from unicodedata import normalize


class Encoding(enum.StrEnum):
    """What bytes or a text look like where they are not plain Unicode in UTF-8."""

    UTF_16 = "utf-16"
    TCVN3 = "tcvn3"
    VNI = "vni-windows"
    WINDOWS_1258 = "windows-1258"
    UTF_8_TWICE = "utf-8-twice"
    WORKBOOK = "workbook"
    BINARY = "binary"
    UNKNOWN = "unknown"


class Undecodable(NamedTuple):
    """What bytes look like that were not taken, and the first place that shows it.

    `byte` counts from 0, `line` from 1.
    """

    looks_like: Encoding
    byte: int
    line: int


Evidence = tuple[Encoding, set[str]]

_MARK = b"\xef\xbb\xbf"
# Some letters of these fonts are signs in Unicode (§ is Đ, the soft hyphen is ư): they belong to the word.
_WORD = "(?:[^\\W\\d_]|[\u00a1-\u00ff])+"
_LATIN = "[A-Za-z]"
_ENOUGH = 3


def decode(data: bytes) -> str | Undecodable:
    """The text of a file in UTF-8, with or without byte-order mark, or what the bytes look like instead."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return Undecodable(Encoding.UTF_16, 0, 1)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        return Undecodable(Encoding.WORKBOOK, 0, 1)
    if b"\0" in data:
        return _undecodable(_holding_zeros(data), data, data.index(b"\0"))
    try:
        text = data.removeprefix(_MARK).decode()
    except UnicodeDecodeError as fault:
        found = _old_font(data.decode("latin-1"))
        start = fault.start + len(data) - len(data.removeprefix(_MARK))
        return _undecodable(found[0] if found else Encoding.UNKNOWN, data, start)
    if found := _disguised(text):
        starts = (data.find(word.encode()) for word in found[1])
        return _undecodable(found[0], data, min((start for start in starts if start >= 0), default=0))
    return text


def _undecodable(looks_like: Encoding, data: bytes, byte: int) -> Undecodable:
    return Undecodable(looks_like, byte, data.count(b"\n", 0, byte) + 1)


def _holding_zeros(data: bytes) -> Encoding:
    # UTF-16 puts the zeros of its ASCII letters all into odd bytes, or all into even ones.
    fewer, more = sorted((data[::2].count(0), data[1::2].count(0)))
    return Encoding.UTF_16 if more * 10 > len(data) and fewer * 8 < more else Encoding.BINARY


def _disguised(text: str) -> Evidence | None:
    if text.isascii():
        return None
    # Loaded where a text has other letters.
    from xeploai.vietnamese.old_fonts import written_twice

    if len(twice := written_twice(text)) >= _ENOUGH:
        return Encoding.UTF_8_TWICE, twice
    return _old_font(normalize("NFC", text))


def _old_font(text: str) -> Evidence | None:
    """The encoding that explains the words which are no Vietnamese as they stand, and these words."""
    from xeploai.vietnamese.letters import mend
    from xeploai.vietnamese.old_fonts import from_tcvn3, from_vni, from_windows_1258
    from xeploai.vietnamese.syllable import is_syllable

    readings = {Encoding.TCVN3: from_tcvn3, Encoding.VNI: from_vni, Encoding.WINDOWS_1258: from_windows_1258}
    pieces = " ".join({piece for piece in set(text.split()) if not piece.isascii()})
    # Signs alone are no word: « and » stand alone in French.
    words = {word for word in set(re.findall(_WORD, pieces)) if not word.isascii() and re.search(_LATIN, word)}
    strange = {word for word in words if not is_syllable(mend(word))}
    explained = {
        encoding: {word for word in strange if is_syllable(reading(word), tone_fits=True)}
        for encoding, reading in readings.items()
    }
    best = max(explained, key=lambda encoding: _weight(explained[encoding]))
    hits = explained[best]
    # Any language has a few words that some table makes Vietnamese of; its other words then speak against it.
    sure = _weight(hits) >= _ENOUGH and len(hits) >= 3 * len(strange - hits)
    return (best, hits) if sure else None


def _weight(words: set[str]) -> int:
    """One for each letter that the reading changes, one more where it is not even a letter as it stands."""
    return sum(1 + (not letter.isalpha()) for word in words for letter in word if not letter.isascii())
