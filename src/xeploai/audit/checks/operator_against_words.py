"""A threshold on one side of its figure, and words that set the other."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.citations import quoted
from xeploai.audit.negated import negated
from xeploai.audit.thresholds import Threshold, thresholds, written
from xeploai.diagnostic import Fault
from xeploai.vietnamese.quantities import Bound, quantities
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL305",
    "operator-against-words",
    "các từ được dẫn nói `{said}`, còn ngưỡng là `{asked}`",
    "the words quoted say `{said}`, and the threshold is `{asked}`",
    "sửa ngưỡng: từ, ít nhất, trở lên là `at_least`; trên là `more_than`; dưới là `less_than`; không quá là `at_most`",
    "correct the threshold: từ, ít nhất, trở lên are `at_least`; trên is `more_than`; dưới is `less_than`; không quá "
    "is `at_most`",
)

_OTHERWISE = {
    Bound.AT_LEAST: Bound.LESS_THAN,
    Bound.LESS_THAN: Bound.AT_LEAST,
    Bound.MORE_THAN: Bound.AT_MOST,
    Bound.AT_MOST: Bound.MORE_THAN,
}


def _find(audited: Audited) -> Iterator[Problem]:
    denied = negated(audited.rules)
    for criterion in criteria_of(audited.rules):
        said = quantities(quoted(criterion.cite))
        for one in thresholds(criterion) if said else ():
            bounds = [q.bound for q in said if (q.value, q.share) == (one.value, one.share)]
            if bounds and not any(_agrees(one, bound, denied=criterion.id in denied) for bound in bounds):
                figure = written(one.value, one.share)
                values = {"said": f"{bounds[0]} {figure}", "asked": f"{one.bound} {figure}"}
                yield Problem(("criteria", criterion.id, *one.path), FAULT, values)


def _agrees(one: Threshold, bound: Bound | None, *, denied: bool) -> bool:
    if bound is None or bound is one.bound or (denied and _OTHERWISE.get(one.bound) is bound):
        # What the words leave open is a matter of `bare-figure`.
        return True
    # Nothing is more than all.
    everything = one.share and one.value == 1
    return everything and {bound, one.bound} == {Bound.AT_LEAST, Bound.EXACTLY}


CHECK = Check(FAULT, _find)
