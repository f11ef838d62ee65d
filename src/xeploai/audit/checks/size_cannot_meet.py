"""A share or ratio that units of some small sizes cannot meet, whatever they do."""

from collections.abc import Iterator
from itertools import islice

from xeploai.audit.audited import Audited, Check
from xeploai.audit.sizes import SizedTarget, enough, sized_targets, unmeetable
from xeploai.diagnostic import Fault, Severity
from xeploai.model.measure import Ratio, Share
from xeploai.rating.worlds import region_at
from xeploai.wellformed.limits import key_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL230",
    "size-cannot-meet",
    "nơi có {sizes} không thể đạt: không số nguyên nào nằm trong khung{vi}",
    "units of {sizes} cannot meet it: no whole number lies in the range{en}",
    'ghi `above = "met"` hoặc `"noted"` nếu vượt khung vẫn đạt; nếu văn bản nói vậy thì giữ lại kèm lý do',
    'write `above = "met"` or `"noted"` where more is met too; where the text says so, accept it with the reason',
    Severity.WARNING,
)

MOST_NAMED = 12
"""How many sizes a message names."""


def _find(audited: Audited) -> Iterator[Problem]:
    for target in sized_targets(audited.prepared):
        if target.reading is None and (sizes := _sizes(audited, target)):
            named = ", ".join(map(str, sizes[:MOST_NAMED])) + (", …" if len(sizes) > MOST_NAMED else "")
            last = enough(target.within)
            values = {
                "sizes": named,
                "vi": f"; từ {last} trở lên thì đạt được" if last else "",
                "en": f"; from {last} on every size can" if last else "",
            }
            yield Problem(("criteria", target.criterion.id, key_of(target.criterion.target)), FAULT, values)


def _sizes(audited: Audited, target: SizedTarget) -> list[int]:
    """The first sizes that cannot meet a target, among those that its whole may have at some kind."""
    measure = target.criterion.measure
    if target.within.high is None or not isinstance(measure, Ratio | Share):
        return []
    last = enough(target.within)
    wholes = [region_at(audited.prepared, kind, measure)(audited.prepared.blanks[kind]).whole for kind in target.kinds]
    least = max(1, min(whole.low or 1 for whole in wholes))
    most = None if any(whole.high is None for whole in wholes) else max(whole.high or 0 for whole in wholes)
    # A share that is exactly some share fails at all sizes but its multiples: there is always one among two.
    ends = [end for end in (None if last is None else last - 1, most) if end is not None]
    beyond = min(ends) if ends else least + 2 * MOST_NAMED + 1
    return list(islice(unmeetable(target.within, range(least, beyond + 1)), MOST_NAMED + 1))


CHECK = Check(FAULT, _find)
