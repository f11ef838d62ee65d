"""Where a criterion adds up figures of the units below, so that one may fall short and the whole not."""

from xeploai.evidence.plan import Dictionary
from xeploai.evidence.relations import fits
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count
from xeploai.model.kind import members
from xeploai.model.measure import Highest, Lowest, Months, Ratio, Score, Share, Value
from xeploai.model.target import AtLeast, Equals


def figures_of(criterion: Criterion) -> frozenset[str]:
    """The facts that a count or a ratio reads; none where nothing is added up."""
    match criterion.measure:
        case Value(fact):
            return frozenset((fact,))
        case Ratio(part, whole):
            return frozenset(term for term in (*part, *whole) if isinstance(term, str))
        case Count() | Share() | Lowest() | Highest() | Months() | Score():
            return frozenset()


def judged_at(known: Dictionary, criterion: Criterion) -> tuple[str, ...]:
    """The kinds at which a criterion is judged."""
    return members(known.kinds, criterion.kinds) or tuple(known.plans)


def units_below(known: Dictionary, criterion: Criterion, kind: str) -> frozenset[str]:
    """The kinds below a kind whose figures a criterion adds up there; people are counted, and are no units."""
    plan = known.plans[kind]
    people = {one.id for one in known.rules.kinds if one.person}
    found = [plan.below[plan.index[name]] for name in figures_of(criterion) if name in plan.index]
    return frozenset[str]().union(*found) - people


def same_for_each(known: Dictionary, criterion: Criterion) -> bool:
    """Whether the whole meets a criterion only where each unit does: all of something, or nothing at all."""
    measure, target = criterion.measure, criterion.target
    if isinstance(measure, Ratio) and target in (AtLeast(1), Equals(1)):
        return all(fits(known.up, part, whole) for part, whole in zip(measure.part, measure.whole, strict=True))
    return False


def is_allocation(known: Dictionary, first: Criterion, second: Criterion) -> bool:
    """Whether a second criterion gives single units what a first one asks of all of them together."""
    if first == second or first.measure != second.measure or type(first.target) is not type(second.target):
        return False
    pooled = [units_below(known, first, kind) for kind in judged_at(known, first)]
    return all(pooled) and set(judged_at(known, second)) <= frozenset[str]().union(*pooled)
