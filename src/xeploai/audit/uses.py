"""What of a rule set is read by what: facts and criteria that nothing reads may have been forgotten."""

from collections.abc import Iterator

from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Fact
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
from xeploai.model.ruleset import Ruleset
from xeploai.wellformed.conditions import conditions_of, criteria_of, parts_of


def facts_read(rules: Ruleset) -> set[str]:
    """The facts that criteria or quotas read, that stand in a relation, or that count or hold levels."""
    found = {rules.decided} if rules.decided else set[str]()
    for measure in measures(rules):
        found.update(_facts(measure))
    for quota in rules.quotas:
        found.update(_facts(quota.rate) if isinstance(quota.rate, Ratio) else ())
        found.update(name for name in (quota.apart, quota.raised.yes if quota.raised else None) if name)
    for fact in rules.facts:
        found.update(_related(fact))
    return found


def criteria_read(rules: Ruleset) -> set[str]:
    """The criteria of goals and of levels, and those on which other criteria or facts rest."""
    found = {name for goal in rules.goals for name in goal.criteria}
    for condition in conditions_of(rules).values():
        found.update(part.id for part in parts_of(condition) if isinstance(part, Criterion))
    for measure in measures(rules):
        match measure:
            case Share(_, Meets(criterion)):
                found.add(criterion)
            case Score(parts):
                found.update(part.criterion for part in parts if isinstance(part, Earned))
            case _:
                pass
    return found | {fact.counts.meet for fact in rules.facts if fact.counts and fact.counts.meet}


def measures(rules: Ruleset) -> Iterator[Measure]:
    """All measures, those of the other readings included."""
    for criterion in criteria_of(rules):
        yield criterion.measure
        yield from (other.measure for other in criterion.alternatives if other.measure)


def _facts(measure: Measure) -> Iterator[str]:
    match measure:
        case Value(fact) | Months(fact) | Share(_, Answers(fact) | Rated(fact, _)):
            yield fact
        case Ratio(part, whole):
            yield from (term for term in (*part, *whole, *measure.pending) if isinstance(term, str))
        case Lowest(of) | Highest(of):
            yield from of
        case Score(parts):
            yield from (part.fact for part in parts if isinstance(part, Given))
        case Share() | Count():
            return


def _related(fact: Fact) -> Iterator[str]:
    """The facts that a fact is related to, and itself if it is to any, or counts subjects below."""
    others = [term for term in (*fact.at_most, *fact.sum_of, *fact.includes) if isinstance(term, str)]
    yield from others
    if others or fact.at_most or fact.counts:
        yield fact.id
    if fact.counts:
        yield from (name for name in (fact.counts.yes, fact.counts.among) if name)
