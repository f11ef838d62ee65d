"""Rules that are bands of one measure and overlap in part, so that their order decides."""

from collections.abc import Iterator
from itertools import combinations

from xeploai.audit.audited import Audited, Check
from xeploai.audit.outcomes.bands import Banded, stretches, told_once
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL210",
    "bands-overlap",
    "khoảng của quy tắc này chồng lên khoảng của mức `{above}` ở `{both}`",
    "the band of this rule overlaps that of `{above}` at `{both}`",
    "tách hai khoảng: kiểm tra ngưỡng trên của mức thấp hơn, và `at_most` hay `less_than`",
    "let one end where the other begins: check the upper end of the lower level, and `at_most` against `less_than`",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for number, above, both in told_once(audited.prepared, _overlaps):
        yield Problem(("rules", number, "when"), FAULT, {"above": above, "both": both}, key=True)


def _overlaps(found: Banded) -> Iterator[tuple[int, int, str]]:
    """The lower and the higher of two rules that share a piece while each has others of its own.

    Open thresholds, one in the other, are no such rules.
    """
    asking = [(n, band) for n, band in enumerate(found.bands) if band is not None]
    for (higher, one), (lower, other) in combinations(asking, 2):
        beside = list(zip(one, other, strict=True))
        if {(True, True), (True, False), (False, True)} <= set(beside):
            _, both = next(stretches(found, [pair == (True, True) for pair in beside]))
            yield lower, higher, both


CHECK = Check(FAULT, _find)
