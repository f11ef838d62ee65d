"""Characters that cannot be seen, or that turn the direction of writing, anywhere in a rule file."""

import unicodedata
from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.writing import at, line_of, placed
from xeploai.diagnostic import Diagnostic, Fault
from xeploai.source import Source
from xeploai.vietnamese.letters import hidden
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL501",
    "bidi-control",
    "có ký tự không nhìn thấy hoặc đổi chiều chữ: {code} {name}",
    "a character that cannot be seen or turns the writing: {code} {name}",
    "xóa ký tự ấy; nếu chép từ nơi khác thì gõ lại cả dòng",
    "delete it; if the line was copied from elsewhere, type it anew",
)


def _find(audited: Audited) -> Iterator[Diagnostic]:
    source = audited.own
    if source is None:
        return
    for sighting in hidden(source.text):
        line, start = line_of(source, sighting.position)
        yield at(source, line, start, start + 1, FAULT, **_named(sighting.found))
    yield from placed(_escaped(audited, source), source)


def _escaped(audited: Audited, source: Source) -> Iterator[Problem]:
    """What is written as an escape is seen in the file, but not where its text is shown."""
    for one in audited.written:
        for sighting in hidden(one.text):
            if sighting.found not in source.text:
                yield Problem(one.path, FAULT, _named(sighting.found), key=one.key)


def _named(character: str) -> dict[str, str]:
    return {"code": f"U+{ord(character):04X}", "name": unicodedata.name(character, "–")}


CHECK = Check(FAULT, _find)
