"""A period rated again, for a terminal."""

from collections.abc import Iterator

from xeploai.diagnostic import Language
from xeploai.report.page import indented
from xeploai.report.rerating import Rerating, change_texts, conclusion, heading, opening


def rerating_text(one: Rerating, lang: Language, width: int = 120) -> str:
    """The first result, then each subject whose level is another, with its why."""
    return "\n".join(_lines(one, lang, width)) + "\n"


def _lines(one: Rerating, lang: Language, width: int) -> Iterator[str]:
    yield from indented(heading(one, lang), 0, "", width)
    for text in opening(one, lang):
        yield from indented(text, 0, "", width)
    for said in change_texts(one, lang):
        yield ""
        yield from indented(said.text, 0, "", width)
        for text in said.below:
            yield from indented(text, 2, "· ", width)
    yield from ("", conclusion(one, lang))
