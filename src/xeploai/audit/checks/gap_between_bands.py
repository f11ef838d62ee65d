"""Rules that are bands of one measure and leave a hole between them."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.outcomes.bands import Banded, stretches, told_once
from xeploai.diagnostic import Fault, Severity
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL209",
    "gap-between-bands",
    "giữa quy tắc này và mức `{above}` còn hở: `{gap}` rơi xuống thấp hơn cả hai phía",
    "there is a gap between this rule and `{above}`: `{gap}` falls lower than either side",
    "nối hai khoảng: kiểm tra ngưỡng, và `at_least` hay `more_than`",
    "let the bands meet: check thresholds, and `at_least` against `more_than`",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    for number, above, gap in told_once(audited.prepared, _gaps):
        yield Problem(("rules", number, "when"), FAULT, {"above": above, "gap": gap}, key=True)


def _gaps(found: Banded) -> Iterator[tuple[int, int, str]]:
    """The rules on either side of a hole, and the hole: by what is asked of this measure, it earns less than either."""
    floor = len(found.rules)
    best = [
        next((n for n, band in enumerate(found.bands) if band is None or band[at]), floor)
        for at in range(len(found.pieces))
    ]
    sides = [(min(best[:at], default=floor), min(best[at + 1 :], default=floor)) for at in range(len(best))]
    holes = [here > max(two) for here, two in zip(best, sides, strict=True)]
    for at, gap in stretches(found, holes):
        yield max(sides[at]), min(sides[at]), gap


CHECK = Check(FAULT, _find)
