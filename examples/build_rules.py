"""Build rules in Python, rate by them, and write them as a rule file.

Run it from the root of the repository: `python examples/build_rules.py`.
"""

import signal

import xeploai
from xeploai import (
    AllOf,
    AtLeast,
    Criterion,
    Equals,
    Evidence,
    Fact,
    FactType,
    Ratio,
    Rule,
    Ruleset,
    Scale,
    Value,
    Veto,
    percent,
)

if hasattr(signal, "SIGPIPE"):  # not on Windows
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly in `… | head`

all_done = Criterion("all-done", Ratio("tasks_done", "tasks_due"), AtLeast(percent(100)))
half_done = Criterion("half-done", Ratio("tasks_done", "tasks_due"), AtLeast(percent(50)))
on_time = Criterion("on-time", Ratio("tasks_on_time", "tasks_due"), AtLeast(percent(80)))
planned = Criterion("planned", Value("has_plan"), Equals(True))
disciplined = Criterion("disciplined", Value("disciplined"), Equals(True))

rules = Ruleset(
    "demo",
    facts=[
        Fact("tasks_due"),
        Fact("tasks_done", at_most="tasks_due"),
        Fact("tasks_on_time", at_most="tasks_done"),
        Fact("has_plan", FactType.YES_NO),
        Fact("disciplined", FactType.YES_NO),
    ],
    criteria=[all_done, half_done, on_time, planned, disciplined],
    scale=Scale(("excellent", "good", "completed", "not-completed")),
    rules=[
        Rule("excellent", AllOf([all_done, on_time, planned])),
        Rule("good", on_time & (all_done | planned)),
        Rule("completed", half_done),
    ],
    otherwise="not-completed",
    vetoes=[Veto("discipline", disciplined, cap="completed")],
)

judge = xeploai.prepare(rules)
done = {"tasks_due": 20, "tasks_done": 20, "tasks_on_time": 18, "has_plan": True}
for name, facts in {
    "all is well": {**done, "disciplined": False},
    "disciplined": {**done, "disciplined": True},
    "nothing known of discipline": done,
    "18 of 20 done": {**done, "tasks_done": 18, "disciplined": False},
}.items():
    rating = judge(Evidence("x", facts=facts)).rating
    print(f"{name}: {(rating.level or f'from {rating.lowest} to {rating.highest}') if rating else 'nothing to rate'}")

text = xeploai.dump(rules)
assert xeploai.parse(text) == rules
print()
print(text, end="")
