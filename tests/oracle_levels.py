"""An independent oracle of levels: which may a subject be given, whatever the blanks turn out to be?

Written from the texts as they are known (Regulation 124 with Guidance 25, Guidance 21), under the readings that the
rule files choose; it imports nothing of the library and shares no method with it. What nobody saw of a text is asked
of a coin. Part committees are left out: their rows would only pass on what stands below them.
"""

from collections.abc import Iterable

from tests.oracle_levels_21 import judge_21
from tests.oracle_levels_124 import judge_124
from tests.oracle_levels_worlds import Below, Levels, Row


def judge(rows: Iterable[Row], regulation: str, year: int) -> dict[str, Levels]:
    """Subject id → the levels that may be proposed for it; `None` among them: it may turn out not to be rated."""
    together = list(rows)
    below = Below(together)
    of = judge_124 if regulation == "qd-124-2023" else judge_21
    return {str(row["id"]): frozenset(of(row, below, year)) for row in together}
