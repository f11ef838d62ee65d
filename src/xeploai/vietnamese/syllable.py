"""Which letters can stand together in a Vietnamese syllable."""

import functools
import re
from unicodedata import normalize

_TONE = re.compile("[\u0300\u0309\u0303\u0301\u0323]")
_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
# A vowel, and after the colon what may close it; a dot says that it may stand open.
_RHYMES = (
    "a:. c ch i m n ng nh o p t u y; ă:c m n ng p t; â:c m n ng p t u y; e:. c m n ng o p t; "
    "ê:. ch m n nh p t u; i:. a ch m n nh p t u; iê:c m n ng p t u; o:. c i m n ng p t; "
    "oa:. c ch i m n ng nh o p t y; oă:c m n ng t; oe:. n o t; oo:c ng; ô:. c i m n ng p t; ơ:. i m n p t; "
    "u:. a c i m n ng p t; uâ:n ng t y; uê:. ch n nh; uơ:.; uô:c i m n ng t; ư:. a c i m n ng t u; "
    "ươ:c i m n ng p t u; y:. m n t; yê:m n ng t u; uy:. a ch n nh p t u; uyê:n t"
)


@functools.cache
def _shape() -> re.Pattern[str]:
    rhymes = (rhyme.split(":") for rhyme in _RHYMES.split("; "))
    ends = "|".join(f"{vowel}(?:{'|'.join(codas.split())})".replace(".", "") for vowel, codas in rhymes)
    return re.compile(f"(?:{'|'.join(_ONSETS.split())})?(?:{ends})")


def is_syllable(word: str, *, tone_fits: bool = False) -> bool:
    """Whether a word is spelled as one Vietnamese syllable, in any case, with the tone on any of its letters.

    `tone_fits` asks also for one tone at most, and for sắc or nặng where the syllable stops on c, ch, p or
    t.
    """
    letters = normalize("NFD", word.lower())
    shape = normalize("NFC", _TONE.sub("", letters))
    if not _shape().fullmatch(shape):
        return False
    tones = _TONE.findall(letters)
    stopped = shape.endswith(("c", "ch", "p", "t"))
    return not tone_fits or (tones in (["\u0301"], ["\u0323"]) if stopped else len(tones) <= 1)
