"""Rule sets are values: equal however they were made, never changed, safe to share between threads."""

from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

import xeploai
from xeploai import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Criterion,
    Evidence,
    Fact,
    Label,
    Ratio,
    Rule,
    Ruleset,
    Scale,
    Value,
    Veto,
    percent,
)
from xeploai.source import Place

TEXT = """
format = 1

[ruleset]
id        = "demo"
otherwise = "fair"

[scale.levels.good]
[scale.levels.fair]
[scale.levels.poor]

[facts.due]
type = "count"

[facts.done]
type    = "count"
at_most = "due"

[facts.incidents]
type = "count"

[criteria.on-time]
ratio    = { part = "done", whole = "due" }
at_least = "90%"

[criteria.clean]
value   = "incidents"
at_most = 0

[[rules]]
level = "good"
when  = { all = ["on-time", "clean"] }

[vetoes.broken]
when = { not = "clean" }
cap  = "poor"
"""


def demo() -> Ruleset:
    on_time = Criterion("on-time", Ratio("done", "due"), AtLeast(percent(90)))
    clean = Criterion("clean", Value("incidents"), AtMost(0))
    return Ruleset(
        "demo",
        facts=[Fact("due"), Fact("done", at_most="due"), Fact("incidents")],
        criteria=[on_time, clean],
        scale=Scale(["good", "fair", "poor"]),
        rules=[Rule("good", on_time & clean)],
        otherwise="fair",
        vetoes=[Veto("broken", ~clean, "poor")],
    )


def test_a_rule_set_is_the_same_from_python_and_from_a_file() -> None:
    assert demo() == xeploai.parse(TEXT)
    assert hash(demo()) == hash(xeploai.parse(TEXT))
    assert xeploai.parse(xeploai.dump(demo())) == demo()


def test_operators_build_the_gates() -> None:
    rules = demo()
    on_time, clean = rules.criteria
    assert on_time & clean == AllOf([on_time, clean])
    assert on_time & clean & on_time == AllOf([on_time, clean, on_time])
    assert on_time | clean == xeploai.AnyOf([on_time, clean])
    assert ~clean == xeploai.Not(clean)


def test_nothing_can_be_changed() -> None:
    rules = demo()
    evidence = Evidence("a", facts={"due": 10})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        rules.id = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        evidence.facts["due"] = 11  # type: ignore[index]


def test_one_judge_serves_many_threads() -> None:
    judge = xeploai.prepare(demo())
    table = [Evidence(str(n), facts={"due": 10, "done": n % 11, "incidents": n % 2}) for n in range(500)]
    alone = [judge(evidence) for evidence in table]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(judge, table))
    assert together == alone
    assert [xeploai.findings(one) for one in together] == [xeploai.findings(one) for one in alone]


@pytest.mark.parametrize(
    ("value", "same", "other"),
    [
        (Fact("due"), Fact("due"), Fact("due", maximum=3)),
        (AtLeast(3), AtLeast(3), AtMost(3)),
        (AllOf(()), AllOf(()), AnyOf(())),
        (demo(), demo(), attrs.evolve(demo(), otherwise="poor")),
    ],
)
def test_values_are_equal_where_their_kind_and_all_their_fields_are(value: object, same: object, other: object) -> None:
    assert value == same
    assert hash(value) == hash(same)
    assert value != other
    assert {value: 1, other: 2} == {other: 2, same: 1}


def test_where_it_stands_counts_for_nothing_in_a_value() -> None:
    placed = Evidence("u", "", {"n": 1}, at=Place("table.csv", row=3))
    assert placed == Evidence("u", "", {"n": 1})
    assert "table.csv" not in repr(placed)


def test_values_show_themselves_as_they_are_written() -> None:
    assert repr(Label("Đạt", "Met")) == "Label(vi='Đạt', en='Met')"
    assert repr(~Criterion("c", Value("n"), AtMost(0))).startswith(
        "Not(part=Criterion(id='c', measure=Value(fact='n'),"
    )
