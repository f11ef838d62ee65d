"""One record at a time, against a hand-written function and other engines, all in one run.

    python -m benchmarks.one_record

The hand-written functions have this library's whole meaning: possible outcomes, bounds, nothing to judge, refused data.
The other engines know none of that; they get complete records only, and are told how to answer, not what is missing.
"""

import re
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from benchmarks import small, twenty, twenty_by_hand
from benchmarks.timing import Pass, in_turn, print_table
from xeploai import Evidence, findings, prepare

RECORDS = 300
Engine = Callable[[Sequence[Mapping[str, Any]]], list[Any]]


def engines(program: str, one: str) -> dict[str, Engine]:
    """The other engines that are installed, each as a function from records to answers.

    `program` is an expression over a record; `one` is how it names a field of a row in a batch (`#.`).
    """
    found: dict[str, Engine] = {}
    try:
        import zen
    except ImportError:
        print("zen-engine: not installed, left out")
    else:
        expression = zen.compile_expression(program)
        batch = zen.compile_expression(f"map(rows, {one})")
        found["zen-engine, one by one"] = lambda rows: [expression.evaluate(dict(row)) for row in rows]
        found["zen-engine, as a batch"] = lambda rows: batch.evaluate({"rows": list(rows)})
    try:
        import rule_engine
    except ImportError:
        print("rule-engine: not installed, left out")
    else:
        rule = rule_engine.Rule(program)
        found["rule-engine"] = lambda rows: [rule.evaluate(row) for row in rows]
    try:
        import cel
    except ImportError:
        print("common-expression-language: not installed, left out")
    else:
        compiled = cel.compile(program.replace(" and ", " && ").replace(" or ", " || ").replace("not ", "!"))
        found["CEL, compiled"] = lambda rows: [compiled.execute(dict(row)) for row in rows]
    return found


def compare(title: str, by_hand: Pass, ours: Mapping[str, Pass], others: Mapping[str, Pass]) -> None:
    """Time all in turn, and print the ratios to the hand-written function."""
    taken = in_turn({"hand-written Python": by_hand, **ours, **others})
    base = taken["hand-written Python"]
    rows = [[name, f"{seconds / RECORDS * 1e6:.1f} µs", f"{seconds / base:.2f}"] for name, seconds in taken.items()]
    print_table(title, ["way", "a record", "× hand-written"], rows)


def spend(answers: Iterable[object]) -> None:
    """Have every answer worked out, and keep none: to collect the garbage of many is not what is compared."""
    deque(answers, maxlen=0)


def agree(what: str, one: Sequence[object], other: Sequence[object]) -> None:
    """Stop where two ways answer differently: a fast wrong answer is worth nothing."""
    for number, (left, right) in enumerate(zip(one, other, strict=True)):
        if left != right:
            raise SystemExit(f"{what}: record {number}: {left} against {right}")


def of_small(missing: float) -> None:
    """The small decision."""
    judge, rows = prepare(small.rules()), small.records(RECORDS, missing=missing)
    evidence = [Evidence(str(n), facts=row) for n, row in enumerate(rows)]
    rated = [judge(one).rating for one in evidence]
    answers = [small.judge(row) for row in rows]
    agree("small", [(r.highest, r.lowest) if r else (None, None) for r in rated], answers)
    others = {}
    if not missing:
        found = engines(small.LEVEL, _rows(small.LEVEL, ("n", "t", "veto")))
        for name, engine in found.items():
            agree(name, engine(rows), [best for best, _ in answers])
            others[name] = lambda engine=engine: engine(rows)
    ours: dict[str, Pass] = {
        "xeploai, verdicts and level": lambda: spend(judge(Evidence("x", facts=row)).verdicts for row in rows),
        "xeploai, all findings read": lambda: spend(findings(judge(Evidence("x", facts=row))) for row in rows),
    }
    title = "The small decision, " + (f"{missing:.0%} of the facts missing" if missing else "complete records")
    compare(title, lambda: spend(small.judge(row) for row in rows), ours, others)


def of_twenty(missing: float) -> None:
    """The rule set of twenty."""
    judge, made = prepare(twenty.rules()), twenty.records(RECORDS, missing=missing)
    outcomes = [judge(Evidence(str(n), kind, facts)) for n, (kind, facts) in enumerate(made)]
    answers = [twenty_by_hand.judge(kind, facts) for kind, facts in made]
    agree(
        "verdicts", [{k: v.value for k, v in o.verdicts.items()} for o in outcomes], [answer[0] for answer in answers]
    )
    levels = [(o.rating.highest, o.rating.lowest) if o.rating else (None, None) for o in outcomes]
    agree("levels", levels, [(best, worst) for _, best, worst, _ in answers])
    others = {}
    if not missing:
        rows = [{"kind": kind, **facts} for kind, facts in made]
        level = _inlined(twenty.LEVEL, twenty.CONDITIONS)
        parts = ", ".join(f'"{name}": {text}' for name, text in {**twenty.CONDITIONS, "level": level}.items())
        for what, program in (("verdicts and level", f"{{{parts}}}"), ("level only", level)):
            for name, engine in engines(program, _rows(program, ("kind", *twenty.FACTS))).items():
                agree(name, [_level(found) for found in engine(rows)], [best for _, best, _, _ in answers])
                others[f"{name}, {what}"] = lambda engine=engine, rows=rows: engine(rows)
    ours: dict[str, Pass] = {
        "xeploai, verdicts and level": lambda: spend(judge(Evidence("x", kind, row)).verdicts for kind, row in made),
        "xeploai, all findings read": lambda: spend(findings(judge(Evidence("x", kind, row))) for kind, row in made),
    }
    title = "Twenty criteria, " + (f"{missing:.0%} of the facts missing" if missing else "complete records")
    compare(title, lambda: spend(twenty_by_hand.judge(kind, facts) for kind, facts in made), ours, others)


def _level(found: Any) -> object:
    return found["level"] if isinstance(found, Mapping) else found


def _inlined(level: str, conditions: Mapping[str, str]) -> str:
    """The level with every criterion written out: one program, without names of its own."""
    return re.sub(r"\b[a-z_]+\b", lambda word: f"({conditions[word[0]]})" if word[0] in conditions else word[0], level)


def _rows(program: str, fields: Sequence[str]) -> str:
    """The program over a row of a batch."""
    return re.sub(r'\b[a-z_]+\b(?!")', lambda word: f"#.{word[0]}" if word[0] in fields else word[0], program)


def memory() -> None:
    """What one rating keeps, beside its evidence."""
    judge, made = prepare(twenty.rules()), twenty.records(2000, missing=0.05)
    evidence = [Evidence(str(n), kind, facts) for n, (kind, facts) in enumerate(made)]
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = [judge(one) for one in evidence]
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    print(f"\nKept for a rating of twenty criteria: {(after - before) / len(kept):.0f} bytes\n")


def main() -> None:
    """Print the tables."""
    for missing in (0.0, 0.05):
        of_small(missing)
        of_twenty(missing)
    memory()


if __name__ == "__main__":
    main()
