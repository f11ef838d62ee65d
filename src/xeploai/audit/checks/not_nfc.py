"""Letters and marks that are written apart: the same word twice, and not equal."""

from collections.abc import Iterator
from unicodedata import is_normalized

from xeploai.audit.audited import Audited, Check
from xeploai.audit.writing import placed
from xeploai.diagnostic import Diagnostic, Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL503",
    "not-nfc",
    "`{text}` có dấu viết rời (tổ hợp), không phải dựng sẵn",
    "`{text}` has letters and marks written apart (not NFC)",
    "gõ lại bằng bảng mã Unicode dựng sẵn",
    "type it anew with precomposed letters",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Diagnostic]:
    if audited.own:
        apart = (one for one in audited.written if not is_normalized("NFC", one.text))
        yield from placed((Problem(one.path, FAULT, {"text": one.text}, key=one.key) for one in apart), audited.own)


CHECK = Check(FAULT, _find)
