"""How a condition comes out where every criterion in it is as favourable as it can be."""

from collections.abc import Mapping

from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.truth import MET, NOT_MET, OPEN, Bits, at_least, conjunction, disjunction, negation


def best(condition: Condition, wanted: Bits, possible: Mapping[str, Bits]) -> Bits:
    """The outcome nearest to the wanted one, met or not met; `possible`: what each criterion may come out as.

    A criterion that stands there twice may be taken both ways: nothing that can be is missed.
    """
    match condition:
        case Criterion(name):
            return wanted if possible[name] & wanted else possible[name]
        case Undetermined():
            return OPEN
        case Not(part):
            return negation(best(part, MET + NOT_MET - wanted, possible))
        case AllOf(parts):
            return conjunction(best(part, wanted, possible) for part in parts)
        case AnyOf(parts):
            return disjunction(best(part, wanted, possible) for part in parts)
        case KOf(number, parts):
            return at_least(number, (best(part, wanted, possible) for part in parts))
