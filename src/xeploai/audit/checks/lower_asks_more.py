"""A lower level that asks more of a measure than a higher one."""

from collections.abc import Iterator
from itertools import combinations

from xeploai.audit.audited import Audited, Check
from xeploai.audit.outcomes.bands import Banded, banded, number_of, stretches
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL211",
    "lower-asks-more",
    "mức `{lower}` đòi hỏi cao hơn mức `{above}` ở cùng một đại lượng: `{only}` chỉ đủ cho `{above}`",
    "`{lower}` asks more of one measure than `{above}` does: `{only}` is enough for `{above}` and not for `{lower}`",
    "so hai ngưỡng với văn bản: có thể bị đảo",
    "compare both thresholds with the text: they may be swapped",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    told: set[int] = set()
    for found in banded(audited.prepared):
        for higher, lower, only in _stricter(found):
            rule = found.rules[lower]
            number = number_of(audited.prepared, rule)
            # A rule that never decides is told of by itself.
            if number not in told and number not in audited.effects.masked:
                told.add(number)
                values = {"lower": rule.level, "above": found.rules[higher].level, "only": only}
                yield Problem(("rules", number, "when"), FAULT, values, key=True)


def _stricter(found: Banded) -> Iterator[tuple[int, int, str]]:
    """A higher and a lower rule of which the lower leaves less of the measure, and nothing that the higher does not."""
    asking = [(n, band) for n, band in enumerate(found.bands) if band is not None]
    for (higher, one), (lower, other) in combinations(asking, 2):
        beside = list(zip(one, other, strict=True))
        if (True, False) in beside and (False, True) not in beside and (True, True) in beside:
            _, only = next(stretches(found, [pair == (True, False) for pair in beside]))
            yield higher, lower, only


CHECK = Check(FAULT, _find)
