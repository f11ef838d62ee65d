"""The text of a file, or the name of what it is written in instead."""

from xeploai.intake import faults
from xeploai.intake.log import Log, refuse
from xeploai.source import Place
from xeploai.vietnamese.encoding import Encoding, Undecodable, decode

_FAULTS = {
    Encoding.UTF_16: faults.UTF_16,
    Encoding.TCVN3: faults.TCVN3,
    Encoding.VNI: faults.VNI,
    Encoding.WINDOWS_1258: faults.WINDOWS_1258,
    Encoding.UTF_8_TWICE: faults.UTF_8_TWICE,
    Encoding.WORKBOOK: faults.WORKBOOK,
    Encoding.BINARY: faults.BINARY,
    Encoding.UNKNOWN: faults.NOT_UTF_8,
}


def text_of(data: bytes, log: Log) -> str:
    """The text of a file in UTF-8, with or without byte-order mark.

    Raises:
        InvalidEvidence: it is empty, or it is in something else, which is named.
    """
    text = decode(data)
    if isinstance(text, Undecodable):
        raise refuse(log, _FAULTS[text.looks_like], Place(log.file, line=text.line))
    if not text.strip():
        raise refuse(log, faults.EMPTY_FILE)
    return text
