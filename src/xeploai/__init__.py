"""Rating rules as data: exact, explained, and honest about what is not known.

>>> import xeploai
>>> rules = xeploai.load("lam-dong-2024")
"""

from collections.abc import Callable, Iterable
from os import PathLike, fspath

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
from xeploai.truth import Verdict

# The rooms stay out of `import xeploai`: each is loaded when it is first asked for.


def load(name: str | PathLike[str]) -> Ruleset:
    """Load a rule file by its path, or a rule set that ships by its id.

    Raises:
        InvalidRules: the file cannot be read or cannot be used; every problem is named, with its place.
    """
    from xeploai.toml.load import load as load_file

    return load_file(fspath(name))


def parse(data: bytes | str, file: str = "<text>") -> Ruleset:
    """Load a rule set from the content of a rule file; `file` names it in messages.

    Raises:
        InvalidRules: the text cannot be used; every problem is named, with its place.
    """
    from xeploai.toml.load import parse as parse_text

    return parse_text(data, file)


def shipped() -> tuple[str, ...]:
    """The ids of the rule sets that ship with the library."""
    from xeploai.toml.load import shipped as shipped_ids

    return shipped_ids()


def dump(rules: Ruleset) -> str:
    """The text of a rule file that says the same: `parse(dump(rules)) == rules`."""
    from xeploai.toml.dump import dump as dump_text

    return dump_text(rules)


def read(path: str | PathLike[str], rules: Ruleset) -> Hierarchy:
    """Read a table of subjects (`.csv`, `.json`; `-` is CSV on standard input) by the data dictionary of a rule set.

    Raises:
        InvalidEvidence: the table cannot be used; every fault is named with its row and column.
    """
    from xeploai.intake.read import read as read_table

    return read_table(fspath(path), rules)


def prepare(rules: Ruleset) -> Callable[[Evidence], Outcome]:
    """A judge of single subjects: prepare once, judge many.

    The judge raises InvalidEvidence, with every fault, where the evidence contradicts itself or the dictionary.

    Raises:
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    from xeploai.rating.session import prepare as prepare_rules

    return prepare_rules(rules)


def rate(rules: Ruleset, evidence: Evidence) -> Outcome:
    """Judge one subject by itself; for many subjects, `prepare` the rules once.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    from xeploai.rating.session import rate as rate_one

    return rate_one(rules, evidence)


def roll_up(rules: Ruleset, subjects: Hierarchy | Iterable[Evidence]) -> tuple[Outcome, ...]:
    """Judge a tree of subjects, lower before higher; the outcomes come in the order of the data.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    from xeploai.rating.session import roll_up as roll_up_all

    return roll_up_all(rules, subjects)


def findings(outcome: Outcome) -> tuple[Finding, ...]:
    """Every verdict of an outcome with its why, in the order of the rules."""
    from xeploai.rating.findings import findings as findings_of

    return findings_of(outcome)


def goals(outcome: Outcome) -> tuple[GoalOutcome, ...]:
    """How each *chỉ tiêu* came out at a subject where all its criteria are judged as such."""
    from xeploai.rating.findings import goals as goals_of

    return goals_of(outcome)


def explain(outcome: Outcome, lang: Language = "vi") -> str:
    """Why a subject came out as it did, clause by clause, in Vietnamese or English."""
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
