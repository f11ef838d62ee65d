"""Rule sets are values: equal however they were made, never changed, safe to share between threads."""

from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

import xeploai
from xeploai import AllOf, AtLeast, AtMost, Criterion, Evidence, Fact, Ratio, Rule, Ruleset, Scale, Value, Veto, percent

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
