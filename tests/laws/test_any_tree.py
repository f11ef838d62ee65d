"""Whatever a table holds: it is refused with its faults named, or judged and told whole. By the rules that ship."""

from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from xeploai import explain, findings, load, read_period, roll_up, standing
from xeploai.diagnostic import LANGUAGES, InvalidEvidence
from xeploai.evidence.joined import joined
from xeploai.model.evidence import Answer, Evidence, Hierarchy
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import members
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset, kinds_of
from xeploai.rating.order import concerned
from xeploai.rating.session import proven
from xeploai.report.rate_json import rate_json
from xeploai.report.rate_text import rate_text
from xeploai.report.result import result

PERIODS = {
    "lam-dong-2024": "2024",
    "hd-21-2019": "2022",
    "qd-124-2023": "2024",
    "qd-366-2025": "2026",
    "nd-90-2020": "2024",
    "nd-335-2025": "2026",
}
MOST_SUBJECTS = 8


@cache
def loaded(name: str) -> tuple[Ruleset, Ruleset, Period]:
    """The rules, the same with what its chain knows, and the period."""
    period = read_period(PERIODS[name])
    rules = load(name, period=period)
    return rules, joined(rules), period


def answers(rules: Ruleset, fact: Fact) -> SearchStrategy[Answer]:
    """Answers of a fact's own type, small counts for the most part."""
    match fact.type:
        case FactType.COUNT:
            return st.sampled_from([0, 1, 2, 3, 4, 7, 10])
        case FactType.NUMBER:
            return st.sampled_from([0, Decimal("49.5"), 70, 90, 100])
        case FactType.YES_NO:
            return st.booleans()
        case FactType.GRADE:
            return st.sampled_from([level.id for level in rules.grades.levels] if rules.grades else ["?"])
        case FactType.LEVEL:
            assert rules.scale is not None
            none = [rules.scale.not_assessed.id] if rules.scale.not_assessed else []
            return st.sampled_from([*(level.id for level in rules.scale.levels), *none])
        case FactType.DATE:
            return st.dates(date(2021, 1, 1), date(2026, 12, 31))


@st.composite
def tables(draw: DrawFn, known: Ruleset) -> list[Evidence]:
    """Trees for the most part; now and then a kind, a parent or an answer that nobody knows, or a circle."""
    kinds = kinds_of(known)
    below = {kind.id: [one.id for one in known.kinds if kind.id in members(kinds, one.parents)] for kind in known.kinds}
    found: list[Evidence] = []
    for number in range(draw(st.integers(1, MOST_SUBJECTS))):
        above = draw(st.sampled_from([None, *(one for one in found if below[one.kind])] if found else [None]))
        kind = draw(st.sampled_from(below[above.kind] if above else [*below]))
        parent = above.id if above else None
        carried = [fact for fact in known.facts if not fact.of or kind in members(kinds, fact.of)]
        some = draw(st.lists(st.sampled_from(carried), max_size=6, unique_by=lambda fact: fact.id)) if carried else []
        found.append(
            Evidence(f"s{number}", kind, {fact.id: draw(answers(known, fact)) for fact in some}, parent=parent)
        )
    if not draw(st.integers(0, 3)):
        at = draw(st.integers(0, len(found) - 1))
        spoiled = found[at]
        names: list[str] = [*(one.id for one in found), "nobody"]
        found[at] = draw(
            st.sampled_from(
                [
                    Evidence(spoiled.id, "chi-boo", spoiled.facts, parent=spoiled.parent),
                    Evidence(spoiled.id, spoiled.kind, spoiled.facts, parent=draw(st.sampled_from(names))),
                    Evidence(spoiled.id, spoiled.kind, {known.decided or "muc": 3}, parent=spoiled.parent),
                ]
            )
        )
    return found


@pytest.mark.parametrize("name", PERIODS)
@settings(max_examples=40)
@given(st.data())
def test_a_table_is_refused_or_judged_and_told_whole(name: str, data: st.DataObject) -> None:
    rules, known, period = loaded(name)
    table = data.draw(tables(known))
    try:
        outcomes = roll_up(rules, table, period=period)
    except InvalidEvidence:
        return
    for outcome in outcomes:
        prepared = proven(outcome)[0].prepared
        judged = {c.id for c in prepared.criteria if concerned(prepared, c, outcome.evidence.kind)}
        assert {found.criterion.id for found in findings(outcome)} >= judged
        standing(outcome)
        assert all(explain(outcome, lang) is not None for lang in LANGUAGES)
    told = result(rules, Hierarchy(table), period, date(2026, 12, 31))
    assert rate_json(told)
    assert all("".join(rate_text(told, lang, 60)) for lang in LANGUAGES)


@pytest.mark.parametrize("facts", [{}, {"muc_xep_loai": 3}])
def test_a_circle_of_kinds_that_only_the_other_rules_know_is_refused_by_them(facts: dict[str, int]) -> None:
    rules, _, period = loaded("lam-dong-2024")
    circle = [Evidence("one", "tap-the-ldql", parent="other"), Evidence("other", "tap-the-ldql", parent="one")]
    with pytest.raises(InvalidEvidence) as refused:
        roll_up(rules, [*circle, Evidence("cb", "can-bo", facts, parent="one")], period=period)
    assert "circle-of-parents" in {problem.fault.name for problem in refused.value.problems}
