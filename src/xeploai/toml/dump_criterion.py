"""Measures, targets and conditions as the tables and strings that say them."""

from fractions import Fraction
from typing import Any, assert_never

from xeploai.exact import write_share, write_signed
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.fact import Count, Term
from xeploai.model.kind import PerKind
from xeploai.model.measure import (
    Answers,
    Earned,
    Given,
    Highest,
    Lowest,
    Measure,
    Meets,
    Months,
    Rated,
    Ratio,
    Score,
    Share,
    Value,
)
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.toml.dump_label import Table, cite, label, number, some, term


def measure(one: Measure) -> Table:
    """A measure under its key."""
    match one:
        case Value(fact):
            return {"value": fact}
        case Count(of):
            return {"count": list(of)}
        case Ratio(part, whole):
            blank = "open" if one.pending_blank == "open" else None
            said = {"part": _terms(part), "whole": _terms(whole), "pending": one.pending, "pending_blank": blank}
            return {"ratio": some(said)}
        case Lowest(of):
            return {"lowest": list(of)}
        case Highest(of):
            return {"highest": list(of)}
        case Months(since):
            return {"months": since}
        case Score(parts):
            return {"score": [_points(part) for part in parts]}
        case Share(of, test):
            base = "all" if one.base == "all" else None
            return {"share": some({"of": list(of), **_test(test), "base": base})}
        case _:
            assert_never(one)


def _points(part: Given | Earned) -> str | Table:
    match part:
        case Given(fact, weight):
            return fact if weight == 1 else {"given": fact, "weight": write_signed(weight)}
        case Earned(criterion, points):
            return {"meet": criterion, "earns": number(points)}


def _terms(terms: tuple[Term, ...]) -> Any:
    return term(terms[0]) if len(terms) == 1 else [term(one) for one in terms]


def _test(test: Meets | Answers | Rated) -> Table:
    match test:
        case Meets(criterion):
            return {"meet": criterion}
        case Answers(fact):
            return {"yes": fact}
        case Rated(fact, at_least):
            return {"rated": at_least, "by": fact}


def target(one: Target, held: Measure) -> Table:
    """A target under its key, as the measure that is held against it understands its limits."""

    def limit_of(limit: Any) -> Any:
        if isinstance(limit, PerKind):
            return {kind: limit_of(one) for kind, one in limit.values}
        if not isinstance(limit, Fraction):
            return limit
        return write_share(limit) if isinstance(held, Ratio | Share) else number(limit)

    match one:
        case AtLeast(limit):
            return {"at_least": limit_of(limit)}
        case AtMost(limit):
            return {"at_most": limit_of(limit)}
        case MoreThan(limit):
            return {"more_than": limit_of(limit)}
        case LessThan(limit):
            return {"less_than": limit_of(limit)}
        case Equals(limit):
            return {"equals": limit_of(limit)}
        case Between(low, high, above=above):
            return {"between": {"from": limit_of(low), "to": limit_of(high), "above": above}}
        case _:
            assert_never(one)


def condition(one: Condition) -> Any:
    """A condition as the string or table that says it."""
    match one:
        case Criterion():
            return one.id
        case AllOf(parts):
            return {"all": [condition(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition(part) for part in parts]}
        case KOf(number, parts):
            return {"at_least": number, "of": [condition(part) for part in parts]}
        case Not(part):
            return {"not": condition(part)}
        case Undetermined(reason, clause):
            return some({"undetermined": label(reason), "cite": cite(clause)})
        case _:
            assert_never(one)
