"""One key for all the ways of writing the same words."""

import functools
import re
from unicodedata import normalize

from xeploai.vietnamese.letters import without_hidden

_TONES = "\u0300\u0309\u0303\u0301\u0323"
# The old placement (on the first vowel) and the new one (on the second) are both taught. They differ in
# these three pairs alone, and only where the pair ends the syllable: "hoàn" has one spelling. After q the u
# belongs to the consonant, so "quý" has one too.
_PLACEMENT = {
    normalize("NFC", first + tone) + second: first + normalize("NFC", second + tone)
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
_MOVABLE = f"(?<!q)(?:{'|'.join(_PLACEMENT)})(?![^\\W\\d_]|[\u0300-\u036f])"
# i and y are no free variants elsewhere: only these two words are joined, and only whole.
_SPELLING = r"\b(?:tỉ(?= lệ\b)|kỉ(?= luật\b))"
_SIGNS = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
)


@functools.cache
def _shape(pattern: str) -> re.Pattern[str]:
    # Compiled for the first text that has other letters than ASCII.
    return re.compile(pattern)


def fold(text: str) -> str:
    """The key under which texts are the same words; a key is its own key.

    NFC and NFD, case, white space of any width and number, hidden characters, dashes, quotation marks, the
    place of the tone mark (hòa, hoà) and tỉ lệ/tỷ lệ, kỉ luật/kỷ luật make no difference. Letters that only
    look alike do: see `look_alikes`. Compare keys whole: "không hoàn thành" holds "hoàn thành".
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    key = normalize("NFC", normalize("NFD", without_hidden(text)).casefold())
    key = " ".join(key.translate(_SIGNS).split())
    key = _shape(_MOVABLE).sub(lambda found: _PLACEMENT[found[0]], key)
    return _shape(_SPELLING).sub(lambda found: found[0][0] + "ỷ", key)
