"""Rating rules as data: exact, explained, and honest about what is not known.

>>> import xeploai
>>> rules = xeploai.load("lam-dong-2024")
"""

from importlib import import_module

# Type checkers take it for true, whoever says so; to ask `typing` costs a start more than all the rest of this file.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from xeploai.diagnostic import Diagnostic, Invalid, InvalidEvidence, InvalidRules, Language, Severity, render
    from xeploai.exact import percent
    from xeploai.intake.read import read
    from xeploai.interval import Interval
    from xeploai.model.citation import Citation, Clause, Document, InForce
    from xeploai.model.condition import AllOf, Alternative, AnyOf, Criterion, KOf, Not, Role, Strength, Undetermined
    from xeploai.model.evidence import Evidence, Hierarchy
    from xeploai.model.fact import Count, Counted, Fact, FactType
    from xeploai.model.kind import Group, Kind, PerKind
    from xeploai.model.label import Label
    from xeploai.model.measure import Answers, Meets, Rated, Ratio, Share, Value
    from xeploai.model.outcome import Finding, GoalOutcome, Outcome, Rating
    from xeploai.model.ruleset import Assumption, Goal, Reading, Rule, Ruleset, Supplier, Veto
    from xeploai.model.scale import Level, Scale
    from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan
    from xeploai.rating.findings import findings, goals
    from xeploai.rating.session import prepare, rate, roll_up
    from xeploai.report.explain_text import explain
    from xeploai.toml.dump import dump
    from xeploai.toml.load import load, parse, shipped
    from xeploai.truth import Verdict

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

_ROOMS = {
    "diagnostic": ("Diagnostic", "Invalid", "InvalidEvidence", "InvalidRules", "Language", "Severity", "render"),
    "exact": ("percent",),
    "intake.read": ("read",),
    "interval": ("Interval",),
    "model.citation": ("Citation", "Clause", "Document", "InForce"),
    "model.condition": ("AllOf", "Alternative", "AnyOf", "Criterion", "KOf", "Not", "Role", "Strength", "Undetermined"),
    "model.evidence": ("Evidence", "Hierarchy"),
    "model.fact": ("Count", "Counted", "Fact", "FactType"),
    "model.kind": ("Group", "Kind", "PerKind"),
    "model.label": ("Label",),
    "model.measure": ("Answers", "Meets", "Rated", "Ratio", "Share", "Value"),
    "model.outcome": ("Finding", "GoalOutcome", "Outcome", "Rating"),
    "model.ruleset": ("Assumption", "Goal", "Reading", "Rule", "Ruleset", "Supplier", "Veto"),
    "model.scale": ("Level", "Scale"),
    "model.target": ("AtLeast", "AtMost", "Between", "Equals", "LessThan", "MoreThan"),
    "rating.findings": ("findings", "goals"),
    "rating.session": ("prepare", "rate", "roll_up"),
    "report.explain_text": ("explain",),
    "toml.dump": ("dump",),
    "toml.load": ("load", "parse", "shipped"),
    "truth": ("Verdict",),
}
_HOMES = {name: f"xeploai.{room}" for room, names in _ROOMS.items() for name in names}
"""The module of every name of `__all__`. Each is loaded when it is first asked for: who rates dicts reads no tables."""


if not TYPE_CHECKING:
    # Type checkers take a module with this function for one that has every name, misspelt ones too.
    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
