"""Rating rules as data: exact, explained, and honest about what is not known.

>>> import xeploai
>>> rules = xeploai.load("lam-dong-2024")
"""

from importlib import import_module

# Type checkers take it for true, whoever says so; to ask `typing` costs a start more than all the rest of this file.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from xeploai.audit.check import Audit, check
    from xeploai.diagnostic import Diagnostic, Invalid, InvalidEvidence, InvalidRules, Language, Severity, render
    from xeploai.evidence.drawn import drawn
    from xeploai.exact import percent
    from xeploai.intake.incidents import read_incidents
    from xeploai.intake.read import read
    from xeploai.interval import Interval
    from xeploai.model.citation import Citation, Clause, Document, InForce
    from xeploai.model.condition import AllOf, Alternative, AnyOf, Criterion, KOf, Not, Role, Strength, Undetermined
    from xeploai.model.evidence import Evidence, Hierarchy
    from xeploai.model.fact import Count, Counted, Drawn, Fact, FactType
    from xeploai.model.incident import Incident
    from xeploai.model.kind import Group, Kind, PerKind
    from xeploai.model.label import Label
    from xeploai.model.measure import (
        Answers,
        Earned,
        Given,
        Highest,
        Lowest,
        Meets,
        Months,
        Rated,
        Ratio,
        Score,
        Share,
        Value,
    )
    from xeploai.model.outcome import (
        Finding,
        GoalOutcome,
        Missing,
        Obstacle,
        OtherAllowance,
        OtherRating,
        Outcome,
        QuotaOutcome,
        Rating,
        Standing,
    )
    from xeploai.model.period import Period, read_period
    from xeploai.model.quota import OtherQuota, Quota, Raised
    from xeploai.model.reach import Blocked, Change, Reach
    from xeploai.model.ruleset import (
        Accepted,
        Assumption,
        Exemption,
        Goal,
        OtherCondition,
        Proposing,
        Reading,
        Rule,
        Ruleset,
        Supplier,
        Veto,
    )
    from xeploai.model.scale import Level, Scale
    from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan
    from xeploai.rating.findings import findings, goals
    from xeploai.rating.quotas import quotas
    from xeploai.rating.reach import reach, reach_from
    from xeploai.rating.session import prepare, rate, roll_up
    from xeploai.rating.standing import standing
    from xeploai.report.explain_text import explain
    from xeploai.toml.dump import dump
    from xeploai.toml.load import load, parse
    from xeploai.toml.series import shipped_series
    from xeploai.toml.shelf import shipped
    from xeploai.truth import Verdict

__all__ = [
    "Accepted",
    "AllOf",
    "Alternative",
    "Answers",
    "AnyOf",
    "Assumption",
    "AtLeast",
    "AtMost",
    "Audit",
    "Between",
    "Blocked",
    "Change",
    "Citation",
    "Clause",
    "Count",
    "Counted",
    "Criterion",
    "Diagnostic",
    "Document",
    "Drawn",
    "Earned",
    "Equals",
    "Evidence",
    "Exemption",
    "Fact",
    "FactType",
    "Finding",
    "Given",
    "Goal",
    "GoalOutcome",
    "Group",
    "Hierarchy",
    "Highest",
    "InForce",
    "Incident",
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
    "Lowest",
    "Meets",
    "Missing",
    "Months",
    "MoreThan",
    "Not",
    "Obstacle",
    "OtherAllowance",
    "OtherCondition",
    "OtherQuota",
    "OtherRating",
    "Outcome",
    "PerKind",
    "Period",
    "Proposing",
    "Quota",
    "QuotaOutcome",
    "Raised",
    "Rated",
    "Rating",
    "Ratio",
    "Reach",
    "Reading",
    "Role",
    "Rule",
    "Ruleset",
    "Scale",
    "Score",
    "Severity",
    "Share",
    "Standing",
    "Strength",
    "Supplier",
    "Undetermined",
    "Value",
    "Verdict",
    "Veto",
    "check",
    "drawn",
    "dump",
    "explain",
    "findings",
    "goals",
    "load",
    "parse",
    "percent",
    "prepare",
    "quotas",
    "rate",
    "reach",
    "reach_from",
    "read",
    "read_incidents",
    "read_period",
    "render",
    "roll_up",
    "shipped",
    "shipped_series",
    "standing",
]

_ROOMS = {
    "audit.check": ("Audit", "check"),
    "diagnostic": ("Diagnostic", "Invalid", "InvalidEvidence", "InvalidRules", "Language", "Severity", "render"),
    "evidence.drawn": ("drawn",),
    "exact": ("percent",),
    "intake.incidents": ("read_incidents",),
    "intake.read": ("read",),
    "interval": ("Interval",),
    "model.citation": ("Citation", "Clause", "Document", "InForce"),
    "model.condition": ("AllOf", "Alternative", "AnyOf", "Criterion", "KOf", "Not", "Role", "Strength", "Undetermined"),
    "model.evidence": ("Evidence", "Hierarchy"),
    "model.fact": ("Count", "Counted", "Drawn", "Fact", "FactType"),
    "model.incident": ("Incident",),
    "model.kind": ("Group", "Kind", "PerKind"),
    "model.label": ("Label",),
    "model.measure": (
        "Answers",
        "Earned",
        "Given",
        "Highest",
        "Lowest",
        "Meets",
        "Months",
        "Rated",
        "Ratio",
        "Score",
        "Share",
        "Value",
    ),
    "model.outcome": (
        "Finding",
        "GoalOutcome",
        "Missing",
        "Obstacle",
        "OtherAllowance",
        "OtherRating",
        "Outcome",
        "QuotaOutcome",
        "Rating",
        "Standing",
    ),
    "model.period": ("Period", "read_period"),
    "model.quota": ("OtherQuota", "Quota", "Raised"),
    "model.reach": ("Blocked", "Change", "Reach"),
    "model.ruleset": (
        "Accepted",
        "Assumption",
        "Exemption",
        "Goal",
        "OtherCondition",
        "Proposing",
        "Reading",
        "Rule",
        "Ruleset",
        "Supplier",
        "Veto",
    ),
    "model.scale": ("Level", "Scale"),
    "model.target": ("AtLeast", "AtMost", "Between", "Equals", "LessThan", "MoreThan"),
    "rating.findings": ("findings", "goals"),
    "rating.quotas": ("quotas",),
    "rating.reach": ("reach", "reach_from"),
    "rating.session": ("prepare", "rate", "roll_up"),
    "rating.standing": ("standing",),
    "report.explain_text": ("explain",),
    "toml.dump": ("dump",),
    "toml.load": ("load", "parse"),
    "toml.series": ("shipped_series",),
    "toml.shelf": ("shipped",),
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
