"""A figure that the words state without saying whether it is a least, a most, or exact; and no assumption says it."""

import re
from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import quoted
from xeploai.audit.passages import as_written
from xeploai.audit.thresholds import Threshold, thresholds, written
from xeploai.diagnostic import Fault, Severity
from xeploai.model.ruleset import Assumption
from xeploai.vietnamese.quantities import Bound, quantities
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL314",
    "bare-figure",
    "các từ được dẫn nêu `{figure}` mà không nói ít nhất hay nhiều nhất; ngưỡng hiểu là `{asked}`",
    "the words quoted state `{figure}` without saying at least or at most; the threshold reads `{asked}`",
    "dẫn thêm từ nói rõ (từ, ít nhất, trở lên, không quá), hoặc nêu cách hiểu này ở `assume`",
    "quote the word that says it (từ, ít nhất, trở lên, không quá), or name this reading in `assume`",
    Severity.WARNING,
)

_ABOUT_BOUNDS = re.compile(r"tối thiểu|tối đa|ít nhất|nhiều nhất|đúng bằng|trở lên|không quá|vượt", re.IGNORECASE)


def _find(audited: Audited) -> Iterator[Problem]:
    assumptions = {one.id: one for one in audited.rules.assumptions}
    for criterion in criteria_of(audited.rules):
        said = quantities(quoted(criterion.cite))
        assumed = [assumptions[name] for name in criterion.assume if name in assumptions]
        for one in thresholds(criterion) if said else ():
            bounds = [q.bound for q in said if (q.value, q.share) == (one.value, one.share)]
            if bounds and not any(bounds) and not _plain(one) and not any(_is_about_bounds(a) for a in assumed):
                figure = written(one.value, one.share)
                values = {"figure": figure, "asked": f"{one.bound} {figure}"}
                yield Problem(("criteria", criterion.id, *one.path), FAULT, values)


def _plain(one: Threshold) -> bool:
    """Whether a bare figure can be read in one way only: exactly it, all, or none."""
    if one.bound is Bound.EXACTLY:
        return True
    return (one.share and one.value == 1 and one.bound is Bound.AT_LEAST) or (
        one.value == 0 and one.bound is Bound.AT_MOST
    )


def _is_about_bounds(assumption: Assumption) -> bool:
    texts = (assumption.question, assumption.why, *(reading.label for reading in assumption.labels))
    return any(_ABOUT_BOUNDS.search(as_written(text.vi)) for text in texts if text)


CHECK = Check(FAULT, _find)
