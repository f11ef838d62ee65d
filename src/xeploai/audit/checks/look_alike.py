"""Letters that are not the ones they look like, and ids that look the same."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from xeploai.audit.audited import Audited, Check
from xeploai.audit.writing import placed
from xeploai.diagnostic import Diagnostic, Fault, Severity
from xeploai.vietnamese.letters import look_alikes
from xeploai.wellformed.book import sections
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL502",
    "look-alike",
    "`{name}` dễ bị đọc nhầm: {why_vi}",
    "`{name}` is easily taken for something else: {why_en}",
    "gõ lại bằng chữ đúng, hoặc đặt mã khác hẳn",
    "type it anew with the letter that is meant, or choose an id that is clearly another",
    Severity.WARNING,
)

# Most texts have none: to ask each of their letters for its script would cost more than all other checks of writing.
_OTHER_LETTER = re.compile("[\u0250-\u02ff\u0370-\u1dff\u1f00-\u1fff\u2100-\u214f\u2c00-\uffff\U00010000-\U0010ffff]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = frozenset(
    ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "GEORGIAN", "LISU", "FULLWIDTH", "MATHEMATICAL")
)
_SAME = str.maketrans({"l": "1", "i": "1", "o": "0", "-": "_"})


class _Sight(NamedTuple):
    word: str
    letter: str
    meant: str


def _find(audited: Audited) -> Iterator[Problem | Diagnostic]:
    if audited.own:
        yield from placed(_in_texts(audited), audited.own)
    yield from _among_ids(audited)


def _in_texts(audited: Audited) -> Iterator[Problem]:
    for one in audited.written:
        if look_alikes(one.text) or _OTHER_LETTER.search(one.text):
            for word, letter, meant in _sights(one.text):
                code = f"{letter} (U+{ord(letter):04X})"
                vi = f"{code} không phải {meant}" if meant else f"{code} là chữ của hệ chữ khác"
                en = f"{code} is not {meant}" if meant else f"{code} is a letter of another script"
                yield Problem(one.path, FAULT, {"name": word, "why_vi": vi, "why_en": en}, key=one.key)


def _sights(text: str) -> Iterator[_Sight]:
    """The first letter of each word that is not what it seems: of another script, or Latin and not Vietnamese."""
    for match in _WORD.finditer(unicodedata.normalize("NFC", text)):
        word = match[0]
        scripts = [_script(letter) for letter in word]
        mixed = len(set(filter(None, scripts))) > 1
        meant = {sighting.found: sighting.meant for sighting in look_alikes(word)}
        for letter, script in zip(word, scripts, strict=True):
            if script and ((mixed and script != "LATIN") or (script == "LATIN" and letter in meant)):
                yield _Sight(word, letter, meant.get(letter, ""))
                break


def _script(letter: str) -> str | None:
    name = "LATIN" if letter.isascii() else unicodedata.name(letter, "").partition(" ")[0]
    return name if name in _SCRIPTS else None


def _among_ids(audited: Audited) -> Iterator[Problem]:
    """Ids of one section that differ only in letters that look alike: l, I and 1, O and 0, - and _, A and a."""
    for section, ids in sections(audited.rules, criteria_of(audited.rules)).items():
        first: dict[str, str] = {}
        for name in ids:
            other = first.setdefault(name.lower().translate(_SAME), name)
            if other != name:
                values = {"name": name, "why_vi": f"trông như `{other}`", "why_en": f"it looks like `{other}`"}
                yield Problem((*section, name), FAULT, values, key=True)


CHECK = Check(FAULT, _find)
