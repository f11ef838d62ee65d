"""Points whose greatest sum is no round number: a weight may be wrong, or a part missing."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.model.measure import Measure, Score
from xeploai.rating.order import concerned
from xeploai.rating.points import points_of
from xeploai.toml.dump_label import number
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL215",
    "weights-do-not-sum",
    "tổng điểm cao nhất là {sum}, không phải 1, 10, 100 hoặc 1000",
    "the greatest sum of points is {sum}, and not 1, 10, 100 or 1000",
    "cộng lại các trọng số và điểm tối đa; nếu văn bản tính vậy thì giữ lại kèm lý do",
    "add up weights and greatest points again; where the text says so, accept it with the reason",
    Severity.WARNING,
)

ROUND = (1, 10, 100, 1000)


def _find(audited: Audited) -> Iterator[Problem]:
    prepared, seen = audited.prepared, set[Measure]()
    for criterion in prepared.criteria:
        measure = criterion.measure
        if not isinstance(measure, Score) or measure in seen:
            continue
        seen.add(measure)
        kinds = [kind for kind in prepared.blanks if concerned(prepared, criterion, kind)]
        sums = [points_of(prepared, measure, kind)(prepared.blanks[kind]).high for kind in kinds]
        odd = next((most for most in sums if most is not None and most not in ROUND), None)
        if odd is not None:
            yield Problem(("criteria", criterion.id, "score"), FAULT, {"sum": str(number(odd))})


CHECK = Check(FAULT, _find)
