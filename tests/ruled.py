"""The 2024 rule set, and how tables of plain rows are judged by it."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from xeploai.model.evidence import Answer, Evidence
from xeploai.model.outcome import Outcome
from xeploai.model.ruleset import Ruleset
from xeploai.rating.chain import Chain
from xeploai.rating.prepare import checked, make_ready
from xeploai.rating.session import judge_all
from xeploai.toml.load import parse
from xeploai.truth import outcomes

FILE = Path(__file__).parents[1] / "rules" / "lam-dong-2024.toml"

Row = Mapping[str, object]
Verdicts = dict[str, frozenset[str]]


@cache
def lam_dong() -> Ruleset:
    return parse(FILE.read_bytes(), FILE.name)


_prepared = cache(checked)


def roll_up(rules: Ruleset, subjects: Iterable[Evidence]) -> dict[str, Outcome]:
    """`roll_up`, with the rules prepared once and the outcomes by subject."""
    judged = judge_all(Chain(_prepared(rules)), tuple(subjects))
    return {outcome.evidence.id: outcome for outcome in judged}


def evidence(row: Row) -> Evidence:
    """A row of a table as evidence."""
    facts = {name: value for name, value in row.items() if name not in {"id", "kind", "parent"}}
    return Evidence(str(row["id"]), str(row["kind"]), facts, parent=row["parent"])  # type: ignore[arg-type]


def verdicts(outcome: Outcome) -> Verdicts:
    """The outcomes still possible of each criterion that concerns a subject."""
    named = zip(outcome.criteria, outcome.bits, strict=True)
    return {name: frozenset(str(one) for one in outcomes(bits)) for name, bits in named if bits}


def judged(rows: Iterable[Row]) -> dict[str, Verdicts]:
    """Subject → criterion → the outcomes still possible, under the 2024 rules."""
    found = roll_up(lam_dong(), [evidence(row) for row in rows])
    return {subject: verdicts(outcome) for subject, outcome in found.items()}


def judge_one(rules: Ruleset, facts: Mapping[str, Answer], kind: str = "") -> Outcome:
    """One subject by itself, under rules that need not make sense: an idle gate is a fault, and still has a meaning."""
    return judge_all(Chain(make_ready(rules)), (Evidence("s", kind, facts),))[0]
