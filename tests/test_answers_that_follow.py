"""Yes-no facts of which one never holds without the other: what one answer says of the other, and what cannot be."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ruled import roll_up
from xeploai import findings, quotas, standing
from xeploai.diagnostic import InvalidEvidence, message
from xeploai.model.condition import Criterion, Not
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import Kind
from xeploai.model.measure import Answers, Share, Value
from xeploai.model.outcome import Outcome
from xeploai.model.quota import Quota
from xeploai.model.ruleset import Rule, Ruleset, Veto
from xeploai.model.scale import Scale
from xeploai.model.target import AtLeast, Equals
from xeploai.toml.dump import dump
from xeploai.toml.load import parse
from xeploai.truth import MET, NOT_MET

# Whoever was dismissed was warned, and whoever was warned was disciplined.
CHAIN = ("dismissed", "warned", "disciplined")
DISCIPLINED, WARNED, DISMISSED = (Criterion(name, Value(name), Equals(True), kinds="member") for name in CHAIN[::-1])
RULES = Ruleset(
    "discipline",
    kinds=[Kind("cell"), Kind("member", parents="cell")],
    scale=Scale(["good", "fair", "poor"]),
    facts=[
        Fact("dismissed", FactType.YES_NO, of="member", at_most="warned"),
        Fact("warned", FactType.YES_NO, of="member", at_most="disciplined"),
        Fact("disciplined", FactType.YES_NO),
    ],
    rated="member",
    otherwise="poor",
    rules=[Rule("good", Not(DISCIPLINED)), Rule("fair", Not(WARNED))],
    vetoes=[Veto("dismissed", DISMISSED, "poor")],
    criteria=[Criterion("each", Share("member", Answers("disciplined")), AtLeast(Fraction(1)), kinds="cell")],
    quotas=[Quota("good", "good", Fraction(1, 2), kinds="member", base="assessed", apart="disciplined")],
)
ANSWERS = st.fixed_dictionaries({name: st.none() | st.booleans() for name in CHAIN})


def rated(facts: Mapping[str, Answer | None], rules: Ruleset = RULES) -> Outcome:
    return roll_up(rules, [Evidence("m", "member", facts)])["m"]


def completions(facts: Mapping[str, Answer | None]) -> list[dict[str, bool]]:
    """All that the answers may turn out to be."""
    every = [dict(zip(CHAIN, answers, strict=True)) for answers in product((False, True), repeat=3)]
    possible = [one for one in every if one["dismissed"] <= one["warned"] <= one["disciplined"]]
    return [one for one in possible if all(facts.get(name) in (None, answer) for name, answer in one.items())]


@given(ANSWERS)
def test_an_answer_says_what_follows_from_it_and_nothing_more(facts: dict[str, bool | None]) -> None:
    possible = completions(facts)
    if not possible:
        with pytest.raises(InvalidEvidence):
            rated(facts)
        return
    outcome = rated(facts)
    found = dict(zip(outcome.criteria, outcome.bits, strict=True))
    for name in CHAIN:
        assert found[name] == max(MET * one[name] for one in possible) | max(
            NOT_MET * (not one[name]) for one in possible
        )
    levels = {rated(one).rating.level for one in possible}  # type: ignore[union-attr]
    assert outcome.rating is not None
    assert {outcome.rating.highest, outcome.rating.lowest} <= levels
    assert (outcome.rating.level is None) == (len(levels) > 1)


def test_what_follows_is_not_missing() -> None:
    """Whoever was not disciplined needs no answer to the rest, and nobody is asked for it."""
    outcome = rated({"disciplined": False})
    assert outcome.rating is not None
    assert outcome.rating.level == "good"
    assert standing(outcome).missing == ()
    assert [(one.criterion.id, one.verdict) for one in findings(outcome)] == [
        ("disciplined", "not_met"),
        ("warned", "not_met"),
        ("dismissed", "not_met"),
    ]
    assert {lack.fact for lack in standing(rated({"warned": False})).missing} == {"disciplined"}
    # The evidence itself stays as it was given.
    assert outcome.evidence.facts == {"disciplined": False}


def test_those_above_and_quotas_count_what_follows() -> None:
    rows = [Evidence("c", "cell"), Evidence("m", "member", {"dismissed": True}, parent="c")]
    outcomes = roll_up(RULES, rows)
    assert dict(zip(outcomes["c"].criteria, outcomes["c"].bits, strict=True))["each"] == MET
    assert quotas(tuple(outcomes.values())) == ()


@pytest.mark.parametrize(
    ("facts", "disagree"),
    [
        ({"dismissed": True, "warned": False}, ("dismissed", "warned")),
        ({"dismissed": True, "disciplined": False}, ("dismissed", "disciplined")),
        ({"warned": True, "disciplined": False}, ("warned", "disciplined")),
    ],
)
def test_answers_that_cannot_both_be_are_refused_by_name(facts: dict[str, bool], disagree: tuple[str, str]) -> None:
    with pytest.raises(InvalidEvidence) as refused:
        rated(facts)
    (problem,) = refused.value.problems
    assert (problem.fault.code, problem.place.field) == ("XD217", disagree[0])
    yes, no = disagree
    assert message(problem, "en") == f"the figures contradict each other: `{yes}` (yes), `{no}` (no)"
    assert message(problem, "vi") == f"các số liệu mâu thuẫn với nhau: `{yes}` (có), `{no}` (không)"


def test_every_pair_that_disagrees_is_named() -> None:
    with pytest.raises(InvalidEvidence) as refused:
        rated({"dismissed": True, "warned": False, "disciplined": False})
    assert [problem.place.field for problem in refused.value.problems] == ["dismissed", "dismissed"]


def test_a_kind_that_does_not_carry_the_other_fact_is_not_asked() -> None:
    """A link that is not there joins nothing: what follows, follows among the facts of one unit."""
    facts = [attrs.evolve(fact, of="cell") if fact.id == "warned" else fact for fact in RULES.facts]
    rules = attrs.evolve(RULES, facts=facts, rules=[Rule("good", Not(DISCIPLINED))], quotas=())
    outcome = rated({"dismissed": True}, rules)
    assert dict(zip(outcome.criteria, outcome.bits, strict=True))["disciplined"] == MET | NOT_MET


def test_is_written_and_read_again() -> None:
    text = dump(RULES)
    assert 'at_most = ["warned"]' in text
    assert parse(text).facts == RULES.facts
