"""Stricter and looser, held against brute force over the values themselves."""

from fractions import Fraction

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from tests.rule_sets import rule_sets
from xeploai.audit.comparison import Domain, Relation, asked_at, compared, narrowed, relation
from xeploai.evidence.dictionary import dictionary
from xeploai.model.measure import Meets, Share
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import AtLeast
from xeploai.rating.landing import Range
from xeploai.wellformed.check import check

HALVES = [Fraction(n, 2) for n in range(-1, 9)]
"""Ends of ranges; between two of them lies a quarter, so that quarters tell all ranges apart."""
QUARTERS = [Fraction(n, 4) for n in range(-12, 49)]
ENDS = st.none() | st.sampled_from(HALVES)
RANGES = st.builds(Range, ENDS, ENDS, st.booleans(), st.booleans())
DOMAINS = st.builds(Domain, st.none() | st.just(Fraction(0)), st.none() | st.just(Fraction(3)), st.booleans())
OTHER_WAY = {Relation.STRICTER: Relation.LOOSER, Relation.LOOSER: Relation.STRICTER}


def holds(asked: Range, value: Fraction) -> bool:
    above = asked.low is None or value > asked.low or (value == asked.low and not asked.low_open)
    below = asked.high is None or value < asked.high or (value == asked.high and not asked.high_open)
    return above and below


def values(domain: Domain) -> list[Fraction]:
    least = QUARTERS[0] if domain.least is None else domain.least
    most = QUARTERS[-1] if domain.most is None else domain.most
    return [one for one in QUARTERS if least <= one <= most and (one.denominator == 1 or not domain.whole)]


@given(RANGES, RANGES, DOMAINS)
@example(Range(Fraction(2), low_open=True), Range(Fraction(3)), Domain(whole=True))
@example(Range(Fraction(0)), Range(), Domain(Fraction(0)))
def test_a_relation_is_what_the_values_say(first: Range, second: Range, domain: Domain) -> None:
    one, other = ({value for value in values(domain) if holds(asked, value)} for asked in (first, second))
    found = relation(first, second, domain)
    assert (found in (Relation.SAME, Relation.STRICTER)) == (other <= one)
    assert (found in (Relation.SAME, Relation.LOOSER)) == (one <= other)


@given(RANGES, RANGES, DOMAINS)
def test_the_other_way_round_it_is_the_other_way_round(first: Range, second: Range, domain: Domain) -> None:
    found = relation(first, second, domain)
    assert relation(second, first, domain) is OTHER_WAY.get(found, found)
    assert relation(first, first, domain) is Relation.SAME


@given(RANGES, RANGES, RANGES, DOMAINS)
def test_what_is_stricter_than_the_stricter_is_stricter(one: Range, two: Range, three: Range, domain: Domain) -> None:
    down = (Relation.SAME, Relation.STRICTER)
    if relation(one, two, domain) in down and relation(two, three, domain) in down:
        assert relation(one, three, domain) in down


@given(RANGES, DOMAINS)
def test_narrowing_leaves_the_values_of_the_domain(asked: Range, domain: Domain) -> None:
    left = narrowed(asked, domain)
    for value in values(domain):
        assert (left is not None and holds(left, value)) == holds(asked, value)


@given(rule_sets())
def test_a_criterion_is_the_same_as_itself_at_every_kind(rules: Ruleset) -> None:
    if check(rules):
        return
    known = dictionary(rules, rules.criteria)
    for criterion in rules.criteria:
        found = list(compared(known, criterion, criterion))
        assert {one.relation for one in found} == {Relation.SAME}
        assert all(one.first == asked_at(known, criterion, one.kind) for one in found)
        other = attrs.evolve(criterion, measure=Share("don-vi", Meets(criterion.id)), target=AtLeast(Fraction(1, 2)))
        if criterion.measure != other.measure:
            assert {one.relation for one in compared(known, criterion, other)} == {Relation.INCOMPARABLE}
