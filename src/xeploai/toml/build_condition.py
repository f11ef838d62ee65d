"""Conditions, from the strings and tables that say them."""

from collections.abc import Iterator, Mapping
from typing import Any

from xeploai.located import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import OtherCondition
from xeploai.toml.build_label import build_label, citation_in
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem

FORMS = ("all", "any", "at_least", "not", "undetermined")


def build_condition(
    value: Any, path: Path, known: Mapping[str, Criterion | None], problems: list[Problem]
) -> Condition | None:
    """A condition: the id of a criterion, or a gate; `None` where a part of it is not to be had.

    `known` holds every criterion that the file declares, `None` for one that could not be made.
    """
    if isinstance(value, str):
        if value not in known:
            problems.append(Problem(path, faults.UNKNOWN_CRITERION, {"name": value}, known))
        return known.get(value)
    forms = [form for form in FORMS if form in value]
    if len(forms) != 1 or ("at_least" in value) != ("of" in value):
        problems.append(
            Problem(path, faults.ONE_OF, {"keys": "`all`, `any`, `at_least` + `of`, `not`, `undetermined`"})
        )
        return None
    match forms[0]:
        case "not":
            part = build_condition(value["not"], (*path, "not"), known, problems)
            return None if part is None else Not(part)
        case "undetermined":
            return Undetermined(build_label(value["undetermined"]), citation_in(value))
        case form:
            key = "of" if form == "at_least" else form
            parts = list(_parts(value[key], (*path, key), known, problems))
            if any(part is None for part in parts):
                return None
            return _gate(form, [part for part in parts if part is not None], value)


def build_when(
    item: Mapping[str, Any], path: Path, known: Mapping[str, Criterion | None], problems: list[Problem]
) -> dict[str, Any] | None:
    """What rules, vetoes and exemptions have in common; `None` where a condition is not to be had."""
    when = build_condition(item["when"], (*path, "when"), known, problems)
    alternatives = []
    for assumption, readings in item.get("readings", {}).items():
        for reading, other in readings.items():
            here = (*path, "readings", assumption, reading, "when")
            if (otherwise := build_condition(other["when"], here, known, problems)) is None:
                when = None
            else:
                alternatives.append(OtherCondition(assumption, reading, otherwise))
    if when is None:
        return None
    return {
        "when": when,
        "kinds": item.get("for", ()),
        "cite": citation_in(item),
        "assume": item.get("assume", ()),
        "alternatives": alternatives,
    }


def _parts(
    values: list[Any], path: Path, known: Mapping[str, Criterion | None], problems: list[Problem]
) -> Iterator[Condition | None]:
    for number, value in enumerate(values):
        yield build_condition(value, (*path, number), known, problems)


def _gate(form: str, parts: list[Condition], value: Mapping[str, Any]) -> Condition:
    match form:
        case "all":
            return AllOf(parts)
        case "any":
            return AnyOf(parts)
        case _:
            return KOf(value["at_least"], parts)
