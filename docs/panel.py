"""Cases that rules engines get wrong, answered by this one."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from xeploai import (
    AtLeast,
    AtMost,
    Criterion,
    Equals,
    Evidence,
    Fact,
    InvalidEvidence,
    MoreThan,
    Outcome,
    Ratio,
    Rule,
    Ruleset,
    Scale,
    Value,
    Verdict,
    Veto,
    findings,
    percent,
    rate,
)
from xeploai.diagnostic import message
from xeploai.report.markdown import table

COUNT, TOTAL, VETOED = "count", "total", "veto"
OUT_OF_ALL = Ratio(COUNT, TOTAL)
DECISION = Ruleset(
    "panel",
    facts=[Fact(VETOED, "yes_no"), Fact(TOTAL), Fact(COUNT, at_most=TOTAL)],
    scale=Scale(("A", "B", "C", "D")),
    rules=[
        Rule("A", Criterion("above-35", OUT_OF_ALL, MoreThan(percent(35)))),
        Rule("B", Criterion("from-30", OUT_OF_ALL, AtLeast(percent(30)))),
    ],
    otherwise="C",
    vetoes=[Veto("veto", Criterion("vetoed", Value(VETOED), Equals(True)), cap="D")],
)
PANEL: dict[str, tuple[dict[str, Any], str]] = {
    "veto missing, 8 of 20": ({COUNT: 8, TOTAL: 20}, "A or D"),
    "veto null": ({COUNT: 8, TOTAL: 20, VETOED: None}, "A or D"),
    "count missing": ({TOTAL: 20, VETOED: False}, "A, B or C"),
    "0 of 0": ({COUNT: 0, TOTAL: 0, VETOED: False}, "nothing to judge"),
    "3 of 0": ({COUNT: 3, TOTAL: 0, VETOED: False}, "bad data"),
    'text "8"': ({COUNT: "8", TOTAL: 20, VETOED: False}, "bad data, or 8, said aloud"),
    "count missing, veto true": ({TOTAL: 20, VETOED: True}, "D"),
}
EXACT: dict[str, tuple[int, int, AtLeast | AtMost, bool]] = {
    "29/100 × 100 ≥ 29": (29, 100, AtLeast(percent(29)), True),
    "0.1 × 3 ≤ 0.3": (3, 10, AtMost(percent(30)), True),
    "1/3 × 3 ≥ 1": (1, 3, AtLeast(Fraction(1, 3)), True),
    "2/3 ≥ 0.6666666666666666666666666667": (2, 3, AtLeast(Fraction("0.6666666666666666666666666667")), False),
    "1e29/3 × 3 ≥ 1e29": (10**29, 3 * 10**29, AtLeast(Fraction(1, 3)), True),
}


def panel() -> str:
    """What we answer where facts are missing or make no sense, and why."""
    rows = [(case, truth, *_answer(facts)) for case, (facts, truth) in PANEL.items()]
    return table(("case", "truth", "xeploai", "why"), rows) + "\n"


def _answer(facts: dict[str, Any]) -> tuple[str, str]:
    try:
        outcome = rate(DECISION, Evidence("x", facts=facts))
    except InvalidEvidence as refused:
        return "refused", "; ".join(f"{p.fault.code} {message(p, 'en')}" for p in refused.problems)
    return _level(outcome), "; ".join(_whys(outcome))


def _level(outcome: Outcome) -> str:
    rating = outcome.rating
    if rating is None:
        return "nothing to judge"
    return rating.level or f"from {rating.lowest} to {rating.highest}"


def _whys(outcome: Outcome) -> Iterator[str]:
    for finding in findings(outcome):
        if finding.missing:
            missing = ", ".join(f"`{lack.fact}`" for lack in finding.missing)
            yield f"`{finding.criterion.id}` waits for {missing}"
        else:
            yield f"`{finding.criterion.id}` {finding.verdict.value.replace('_', ' ')}"


def exactness() -> str:
    """Comparisons that binary or decimal fractions get wrong."""
    rows = []
    for expression, (part, whole, target, truth) in EXACT.items():
        rules = Ruleset("exact", facts=[Fact(COUNT), Fact(TOTAL)], criteria=[Criterion("c", OUT_OF_ALL, target)])
        verdict = rate(rules, Evidence("x", facts={COUNT: part, TOTAL: whole})).verdicts["c"]
        right = verdict is (Verdict.MET if truth else Verdict.NOT_MET)
        rows.append((expression, str(truth).lower(), f"{verdict.value.replace('_', ' ')} {'✓' if right else '✗'}"))
    return table(("expression", "exact", "xeploai"), rows) + "\n"
