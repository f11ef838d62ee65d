"""The parts of pages that are made from the code, so that they cannot disagree with it."""

import contextlib
import inspect
import json
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import attrs

import xeploai
from tests.test_panel import exactness_table, panel_table
from xeploai.audit.acceptance import IDLE
from xeploai.audit.cases import faults as case_faults
from xeploai.audit.cases.grammar import CASE, CASE_FILE, OF_CRITERION, OF_LEVEL, OF_QUOTA
from xeploai.audit.check import check
from xeploai.audit.registry import every_check
from xeploai.diagnostic import Fault
from xeploai.evidence import faults as evidence_faults
from xeploai.evidence import incident_faults
from xeploai.intake import cell_faults
from xeploai.intake import faults as table_faults
from xeploai.intake import incident_faults as incident_table_faults
from xeploai.layout import faults as layout_faults
from xeploai.report import result_faults
from xeploai.report.check_text import audits_text
from xeploai.report.facts import facts_markdown
from xeploai.report.markdown import table
from xeploai.report.schema import result_schema
from xeploai.toml.grammar import (
    ASSUMPTION,
    BETWEEN,
    CITATION,
    COUNTS,
    CRITERION,
    EXEMPTION,
    FACT,
    GOAL,
    GROUP,
    HEAD,
    INCIDENTS,
    KIND,
    LEVEL,
    POINTS,
    QUOTA,
    RATIO,
    RULE,
    RULE_FILE,
    SCALE,
    SHARE,
    SOURCE,
    SUPPLIER,
    VETO,
)
from xeploai.toml.shape import ById, Day, Either, Key, ListOf, Nested, Number, Shape, Table, Text, Whole, YesNo
from xeploai.wellformed import faults as rule_faults

# --- The rule language ---


def _table_of(shape: Either) -> Table:
    """The long form of what may also be written short."""
    return next(option for option in shape.options if isinstance(option, Table))


TABLES = {
    "The file": RULE_FILE,
    "`[ruleset]`": HEAD,
    "`[sources.ID]`": SOURCE,
    "`[kinds.ID]`": KIND,
    "`[groups.ID]`": GROUP,
    "`[scale]`, `[grades]`": SCALE,
    "`[scale.levels.ID]`, `[grades.levels.ID]`": LEVEL,
    "`[suppliers.ID]`": SUPPLIER,
    "`[facts.ID]`": FACT,
    "`counts` of a fact": COUNTS,
    "`incidents` of a fact": INCIDENTS,
    "`[assumptions.ID]`": ASSUMPTION,
    "`[criteria.ID]`": CRITERION,
    "`ratio`": RATIO,
    "`share`": SHARE,
    "An item of `score`": _table_of(POINTS),
    "`between`": BETWEEN,
    "`cite`": CITATION,
    "`[goals.ID]`": GOAL,
    "`[[rules]]`": RULE,
    "`[vetoes.ID]`": VETO,
    "`[exemptions.ID]`": EXEMPTION,
    "`[quotas.ID]`": QUOTA,
}


CASE_TABLES = {
    "The file": CASE_FILE,
    "`[[case]]`": Table({**CASE.keys, "expect": CASE.keys["expect"]._replace(shape=Nested("see below"))}),
    "Of a criterion or goal: `[case.expect] SUBJECT.ID`": Table(OF_CRITERION),
    "Of a level: `[case.expect] SUBJECT.level`": Table(OF_LEVEL),
    "Of a quota: `[case.expect] quota.ID`": Table(OF_QUOTA),
}


def rule_file() -> str:
    """Every key of the rule language, table by table."""
    return _keys_of(TABLES)


def case_file() -> str:
    """Every key of a file of worked cases, table by table."""
    return _keys_of(CASE_TABLES)


def _keys_of(tables: Mapping[str, Table]) -> str:
    parts = []
    for name, shape in tables.items():
        rows = [
            (f"`{key}`" + (" *" if one.required else ""), _shape(one.shape), one.en) for key, one in shape.keys.items()
        ]
        parts.append(f"### {name}\n\n{_table(('key', 'value', 'says'), rows)}")
    return "\n".join(parts)


def _shape(shape: Shape) -> str:
    match shape:
        case Text(words):
            return " / ".join(f'`"{word}"`' for word in words) if words else "text"
        case Whole():
            return "whole number"
        case Number():
            return "number"
        case YesNo():
            return "`true` / `false`"
        case Day():
            return "date"
        case ListOf(item):
            return f"list of {_shape(item)}"
        case Table(keys):
            return f"table: {_keys(keys)}"
        case ById(item):
            return f"table by id: {_shape(item)}" if not isinstance(item, Table) else "table by id"
        case Nested(name):
            return name
        case Either(options):
            return _either(options)


def _either(options: tuple[Shape, ...]) -> str:
    return " or ".join(dict.fromkeys(_shape(option) for option in options))


def _keys(keys: Mapping[str, Key]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return table(heads, rows) + "\n"


# --- Messages ---


def messages() -> str:
    """Every code with what it says."""
    parts = []
    groups = {
        "Rule files": [rule_faults],
        "Data: the file, its columns and rows": [table_faults, cell_faults, incident_table_faults],
        "Data: what contradicts itself or the data dictionary": [evidence_faults, incident_faults],
        "Worked cases": [case_faults],
        "Results that are verified": [result_faults],
        "Layout": [layout_faults],
    }
    for name, modules in groups.items():
        found = {f.code: f for module in modules for f in vars(module).values() if isinstance(f, Fault)}
        rows = [(f.code, f"`{f.name}`", f.severity.value, f.en, f.vi) for _, f in sorted(found.items())]
        parts.append(f"## {name}\n\n{_table(('code', 'name', 'severity', 'English', 'tiếng Việt'), rows)}")
    return "\n".join(parts)


FAULTY = Path(__file__).parents[1] / "tests" / "faults"
LONGEST_EXAMPLE = 200
"""A line longer than this is an example for the program, and not for a reader."""


def loading() -> str:
    """Every fault that loading finds: what it says, what to do, an example, and what `check` prints for it."""
    found = {fault.code: fault for fault in vars(rule_faults).values() if isinstance(fault, Fault)}
    return "\n".join(_loading(fault) for _, fault in sorted(found.items()))


def _loading(fault: Fault) -> str:
    said = [f"## {fault.code} `{fault.name}`", f"**{fault.severity.value.capitalize()}.** {_one_line(fault.en)}"]
    said.append(f"*{_one_line(fault.vi)}*")
    if fault.help_en:
        said.append(f"What to do: {_one_line(fault.help_en)}.")
    file = FAULTY / f"{fault.code}-{fault.name}.toml"
    if file.exists():
        said += _example(file)
    return "\n\n".join(said) + "\n"


def _example(file: Path) -> Iterator[str]:
    """The example as the file that it is, and what `check` prints for it: as any block of a page, both are run."""
    text = file.read_text("utf-8")
    if max(map(len, text.split("\n"))) <= LONGEST_EXAMPLE:
        with contextlib.chdir(FAULTY):
            printed = audits_text([check(file.name)], "en")
        yield f"```toml file={file.name} faulty\n{text.strip()}\n```"
        yield f"```console exit=1\n$ xeploai check {file.name} --lang en\n{printed.strip()}\n```"


def _one_line(text: str) -> str:
    """A sentence of a fault; its placeholders stand for what was found."""
    return text.replace("<", "&lt;").replace("[", "\\[")


def checks() -> str:
    """Every check with its page."""
    found = [*(one.fault for one in every_check()), IDLE]
    rows = [(f"[{f.code} `{f.name}`]({f.code}-{f.name}.md)", f.severity.value, f.en) for f in found]
    return _linked(table(("check", "severity", "finds"), rows)) + "\n"


def _linked(text: str) -> str:
    """A table whose cells hold links of our own."""
    return text.replace("\\[", "[")


# --- Python ---

GROUPS = {
    "Doing": (
        *("load", "parse", "dump", "shipped", "shipped_series", "read", "read_incidents", "read_period", "drawn"),
        *("prepare", "rate", "roll_up", "findings", "goals", "standing", "quotas"),
        *("reach", "reach_from", "explain", "render", "percent"),
    ),
    "The rule set": (
        *("Ruleset", "Kind", "Group", "Fact", "FactType", "Supplier", "Counted", "Drawn", "Goal", "Scale", "Level"),
        *("Rule", "Veto", "Exemption", "Quota", "Raised", "OtherQuota", "OtherCondition", "Proposing"),
        *("Label", "PerKind", "Citation", "Clause", "Document", "InForce", "Assumption", "Reading", "Accepted"),
    ),
    "Conditions": ("Criterion", "Alternative", "Role", "Strength", "AllOf", "AnyOf", "KOf", "Not", "Undetermined"),
    "Measures": (
        *("Value", "Ratio", "Share", "Count", "Meets", "Answers", "Rated"),
        *("Lowest", "Highest", "Months", "Score", "Given", "Earned"),
    ),
    "Targets": ("AtLeast", "AtMost", "MoreThan", "LessThan", "Equals", "Between"),
    "Evidence and results": (
        *("Evidence", "Hierarchy", "Incident", "Period", "Outcome", "Verdict", "Finding", "GoalOutcome", "Missing"),
        *("Rating", "Standing", "Obstacle", "OtherRating", "QuotaOutcome", "OtherAllowance", "Interval"),
        *("Reach", "Change", "Blocked"),
    ),
    "Auditing": ("check", "Audit"),
    "Problems": ("Invalid", "InvalidRules", "InvalidEvidence", "Diagnostic", "Severity", "Language"),
}


def public_names() -> str:
    """Every public name with its signature and its first sentence."""
    grouped = {name for names in GROUPS.values() for name in names}
    if grouped != set(xeploai.__all__):
        raise LookupError(f"not both public and grouped: {sorted(grouped ^ set(xeploai.__all__))}")
    parts = []
    for title, names in GROUPS.items():
        rows = [(f"`{name}`", _signature(getattr(xeploai, name)), _says(getattr(xeploai, name))) for name in names]
        parts.append(f"## {title}\n\n{_table(('name', 'takes', 'is'), rows)}")
    return "\n".join(parts)


def _signature(thing: Any) -> str:
    if isinstance(thing, type) and attrs.has(thing):
        return _fields(thing)
    if isinstance(thing, types.FunctionType):
        return ", ".join(f"`{name}`" for name in inspect.signature(thing).parameters)
    if isinstance(thing, type) and hasattr(thing, "__members__"):
        return " / ".join(f"`{name}`" for name in thing.__members__)
    if isinstance(thing, type) and hasattr(thing, "_fields"):
        return ", ".join(f"`{name}`" for name in thing._fields)
    return ""


def _fields(thing: type) -> str:
    """The fields of a noun; those after `*` are given by name."""
    fields = [f for f in attrs.fields(thing) if f.init]
    plain = [f"`{f.name}`" for f in fields if not f.kw_only]
    named = [f"`{f.name}`" for f in fields if f.kw_only]
    return ", ".join([*plain, *(["`*`", *named] if named else [])])


def _says(thing: Any) -> str:
    if thing is xeploai.Language:
        return " or ".join(f'`"{word}"`' for word in get_args(thing))
    text = inspect.getdoc(thing) or ""
    return " ".join(text.split("\n\n")[0].split())


# --- The result, and the data dictionary of 2024 ---


def result_keys() -> str:
    """The keys of the JSON result that its schema describes in words."""
    schema = json.loads(result_schema())
    parts = {"the result": schema, **schema["$defs"]}
    rows = []
    for name, part in parts.items():
        for key, value in part.get("properties", {}).items():
            rows.append((name, f"`{key}`", _json_type(value), value.get("description", "")))
    return _table(("of", "key", "value", "says"), rows)


def _json_type(value: Mapping[str, Any]) -> str:
    if "$ref" in value:
        return str(value["$ref"]).rsplit("/", 1)[-1]
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return " / ".join(f"`{word}`" for word in value["enum"])
    if "anyOf" in value:
        return " or ".join(_json_type(one) for one in value["anyOf"])
    if "items" in value:
        return f"list of {_json_type(value['items'])}" if value["items"] else "list"
    kinds = value.get("type", "")
    return " or ".join(kinds) if isinstance(kinds, list) else str(kinds)


def facts_2024() -> str:
    """The data dictionary of the rule set that ships, in Vietnamese."""
    return facts_markdown(xeploai.load("lam-dong-2024"), "vi").rstrip() + "\n"


MADE: dict[str, Callable[[], str]] = {
    "rule-file": rule_file,
    "case-file": case_file,
    "messages": messages,
    "checks": checks,
    "loading": loading,
    "public-names": public_names,
    "result-keys": result_keys,
    "facts-2024": facts_2024,
    "panel": lambda: f"{panel_table()}\n",
    "exactness": lambda: f"{exactness_table()}\n",
}
"""The made parts by the names under which pages ask for them."""
