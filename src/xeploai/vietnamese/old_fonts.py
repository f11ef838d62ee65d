"""How Vietnamese was written before Unicode.

Each reading turns a word of Latin-1 letters into what a font showed. A letter that the reading does not know
stays, or becomes U+FFFD: the result is then no Vietnamese. Source: TCVN 5712:1993, third set, as the
`.VnTime` fonts have it; the two-letter code of the `VNI-Times` fonts.
"""

import re

_FIVE_TONES = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")


def _run(first: int, letters: str) -> dict[int, str]:
    return {first + offset: letter for offset, letter in enumerate(letters)}


_TCVN3 = (
    _run(0xA1, "ĂÂÊÔƠƯĐăâêôơưđ")
    | _run(0xB5, "àảãáạ")
    | _run(0xBB, "ằẳẵắ")
    | _run(0xC6, "ặầẩẫấậè")
    | _run(0xCE, "ẻẽéẹềểễếệìỉ")
    | _run(0xDC, "ĩíịò")
    | _run(0xE1, "ỏõóọồổỗốộờởỡớợù")
    | _run(0xF1, "ủũúụừửữứựỳỷỹýỵ")
)


def from_tcvn3(word: str) -> str:
    """The word as a TCVN3 (ABC) font shows it: `®¶ng` is đảng."""
    return word.translate(_TCVN3)


def _vni_letters() -> dict[str, str]:
    letters = dict(zip("íìæóòîñôö", "íìỉĩịỵđơư", strict=True))
    for vowel in "aeouyôö":
        base = letters.get(vowel, vowel)
        letters |= {vowel + sign: base + tone for sign, tone in zip("ùøûõï", _FIVE_TONES, strict=True)}
    for mark, vowels, signs in (("\u0302", "aeo", "âáàåãä"), ("\u0306", "a", "êéèúüë")):
        for vowel in vowels:
            tones = zip(signs, ("", *_FIVE_TONES), strict=True)
            letters |= {vowel + sign: vowel + mark + tone for sign, tone in tones}
    return letters


_VNI = _vni_letters()
_VNI_LETTER = re.compile("[aeouyôö][ùøûõï]|[aeo][âáàåãä]|a[êéèúüë]|[^\\x00-\\x7f]")


def from_vni(word: str) -> str:
    """The word as a VNI font shows it, in lower case: `Ñaûng` is đảng."""
    return _VNI_LETTER.sub(lambda found: _VNI.get(found[0], "\ufffd"), word.lower())


def from_windows_1258(word: str) -> str:
    """The word as Windows-1258 has it, a tone after its vowel: `ÐaÒng` is Đảng."""
    return word.encode("latin-1", "replace").decode("cp1258", "replace")


# The letters of Vietnamese have the lead bytes C3 to C6 and E1 BA, E1 BB; taken for Windows-1252 they are
# these.
_TWICE = re.compile("(?:[Ã-Æ]|á[º»])[\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def written_twice(text: str) -> set[str]:
    """The pieces of a text that are letters in UTF-8 which were encoded a second time: `áº£` is ả."""
    return {piece for piece in set(_TWICE.findall(text)) if _once(piece).isalpha()}


def _once(piece: str) -> str:
    # Windows-1252 leaves five bytes undefined, which programs pass through as control characters.
    data = b"".join(sign.encode("latin-1" if sign < "\u0100" else "cp1252") for sign in piece)
    return data.decode("utf-8", "ignore")
