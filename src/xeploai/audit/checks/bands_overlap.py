"""Rules that are bands of one measure and overlap in part, so that their order decides."""

from collections.abc import Iterator
from itertools import combinations

from xeploai.audit.audited import Audited, Check
from xeploai.audit.outcomes.bands import Banded, banded, number_of, stretches
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
    told: set[tuple[int, str]] = set()
    for found in banded(audited.prepared):
        for higher, lower, both in _overlaps(found):
            number = number_of(audited.prepared, found.rules[lower])
            values = {"above": found.rules[higher].level, "both": both}
            if (number, both) not in told:
                told.add((number, both))
                yield Problem(("rules", number, "when"), FAULT, values, key=True)


def _overlaps(found: Banded) -> Iterator[tuple[int, int, str]]:
    """Two rules that share a piece while each has others of its own; open thresholds, one in the other, do not."""
    asking = [(n, band) for n, band in enumerate(found.bands) if band is not None]
    for (higher, one), (lower, other) in combinations(asking, 2):
        beside = list(zip(one, other, strict=True))
        if {(True, True), (True, False), (False, True)} <= set(beside):
            _, both = next(stretches(found, [pair == (True, True) for pair in beside]))
            yield higher, lower, both


CHECK = Check(FAULT, _find)
