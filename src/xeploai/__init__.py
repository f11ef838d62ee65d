"""Rating rules as data: exact, explained, and honest about what is not known.

>>> import xeploai
>>> rules = xeploai.load("lam-dong-2024")
"""

from pathlib import Path

from xeploai.diagnostic import Diagnostic, Invalid, InvalidEvidence, InvalidRules, Language, Severity, render
from xeploai.exact import percent
from xeploai.interval import Interval
from xeploai.model.citation import Citation, Clause, Document, InForce
from xeploai.model.condition import (
    AllOf,
    Alternative,
    AnyOf,
    Criterion,
    KOf,
    Not,
    Role,
    Strength,
    Undetermined,
)
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.fact import Count, Counted, Fact, FactType
from xeploai.model.kind import Group, Kind, PerKind
from xeploai.model.label import Label
from xeploai.model.measure import Answers, Meets, Rated, Ratio, Share, Value
from xeploai.model.outcome import Finding, GoalOutcome, Outcome, Rating
from xeploai.model.ruleset import Assumption, Goal, Reading, Rule, Ruleset, Supplier, Veto
from xeploai.model.scale import Level, Scale
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan
from xeploai.rating import findings, goals, prepare, rate, roll_up
from xeploai.toml import dump, load, parse, shipped
from xeploai.truth import Verdict


def read(path: str | Path, rules: Ruleset) -> Hierarchy:
    """Read a table of subjects (`.csv`, `.json`; `-` is CSV on standard input) by the data dictionary of a rule set.

    Raises:
        InvalidEvidence: the table cannot be used; every fault is named with its row and column.
    """
    # The readers of tables stay out of `import xeploai`: an app that rates dicts does not need them.
    from xeploai.intake.read import read as read_table

    return read_table(path, rules)


def explain(outcome: Outcome, lang: Language = "vi") -> str:
    """Why a subject came out as it did, clause by clause, in Vietnamese or English."""
    # The words stay out of `import xeploai`, as the readers of tables do.
    from xeploai.rating.session import proven
    from xeploai.wording.explain import explain_findings

    session, _ = proven(outcome)
    subjects = [judged.evidence for judged in session.judged]
    known = {subject.id: subject.name or subject.id for subject in subjects}
    return explain_findings(session.prepared.rules, outcome, findings(outcome), lang, known)


__all__ = [
    "AllOf",
    "Alternative",
    "Answers",
    "AnyOf",
    "Assumption",
    "AtLeast",
    "AtMost",
    "Between",
    "Citation",
    "Clause",
    "Count",
    "Counted",
    "Criterion",
    "Diagnostic",
    "Document",
    "Equals",
    "Evidence",
    "Fact",
    "FactType",
    "Finding",
    "Goal",
    "GoalOutcome",
    "Group",
    "Hierarchy",
    "InForce",
    "Interval",
    "Invalid",
    "InvalidEvidence",
    "InvalidRules",
    "KOf",
    "Kind",
    "Label",
    "Language",
    "LessThan",
    "Level",
    "Meets",
    "MoreThan",
    "Not",
    "Outcome",
    "PerKind",
    "Rated",
    "Rating",
    "Ratio",
    "Reading",
    "Role",
    "Rule",
    "Ruleset",
    "Scale",
    "Severity",
    "Share",
    "Strength",
    "Supplier",
    "Undetermined",
    "Value",
    "Verdict",
    "Veto",
    "dump",
    "explain",
    "findings",
    "goals",
    "load",
    "parse",
    "percent",
    "prepare",
    "rate",
    "read",
    "render",
    "roll_up",
    "shipped",
]
