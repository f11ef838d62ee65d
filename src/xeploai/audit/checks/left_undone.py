"""What somebody meant to come back to, and did not."""

import re
from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.writing import at, line_of, placed
from xeploai.diagnostic import Diagnostic, Fault, Severity
from xeploai.scanner import comments
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL505",
    "left-undone",
    "còn việc bỏ dở: `{mark}`",
    "something was left undone: `{mark}`",
    "làm cho xong rồi bỏ dấu này; điều chưa biết thì ghi bằng `undetermined` hoặc `[assumptions]`",
    "finish it and drop the mark; say what is not known with `undetermined` or `[assumptions]`",
    Severity.WARNING,
)

# Spelt so that whoever searches this project for such marks finds none. Three X are a mark only where they open a
# text or stand before a colon: elsewhere they are thirty.
_MARK = re.compile(r"\b(?:TO[D]O|FIX[M]E|TB[DC])\b|^[#\s]*X{3}\b|\bX{3}(?=:)|\?{3,}")
# A task that is not finished may be what a figure counts; in a comment it is the comment that is not.
_IN_COMMENTS = re.compile(_MARK.pattern + r"|(?i:\bchưa (?:làm |viết |nhập )?xong\b)")


def _find(audited: Audited) -> Iterator[Diagnostic]:
    source = audited.own
    if source is None:
        return
    for start, end in comments(source.text):
        if mark := _IN_COMMENTS.search(source.text[start:end]):
            line, column = line_of(source, start + mark.start())
            yield at(source, line, column, column + len(mark[0]), FAULT, mark=mark[0].strip("# "))
    found = ((one, mark) for one in audited.written if (mark := _MARK.search(one.text)))
    yield from placed((Problem(one.path, FAULT, {"mark": mark[0].strip()}, key=one.key) for one, mark in found), source)


CHECK = Check(FAULT, _find)
