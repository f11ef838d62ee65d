"""Quotas, from their tables."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from xeploai.exact import read_share
from xeploai.located import Path
from xeploai.model.measure import Ratio
from xeploai.model.quota import OtherQuota, Quota, Raised
from xeploai.toml.build_criterion import build_ratio
from xeploai.toml.build_label import citation_in, label_in
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem


def build_quota(key: str, item: Mapping[str, Any], problems: list[Problem]) -> Quota | None:
    """A quota; `None`, with the reason added to `problems`, where a rate is not to be had."""
    path: Path = ("quotas", key)
    before = len(problems)
    rate = _rate(item["rate"], (*path, "rate"), problems)
    raised = _raised(item, path, problems)
    others = [
        _other(assumption, reading, other, (*path, "readings", assumption, reading), problems)
        for assumption, readings in item.get("readings", {}).items()
        for reading, other in readings.items()
    ]
    if rate is None or len(problems) > before:
        return None
    return Quota(
        key,
        item["level"],
        rate,
        kinds=item.get("for", ()),
        base=item.get("base", "good"),
        rounding=item.get("whole_number", "down"),
        within=item.get("within", ()),
        group=item.get("group"),
        apart=item.get("apart"),
        raised=raised,
        label=label_in(item),
        cite=citation_in(item),
        assume=item.get("assume", ()),
        alternatives=others,
    )


def with_bare_rates(problems: list[Problem], document: Mapping[str, Any]) -> list[Problem]:
    """The problems of shape, those of rates that are whole numbers in the words in which thresholds are told of."""
    return [_bare(problem, document) or problem for problem in problems]


def _bare(problem: Problem, document: Any) -> Problem | None:
    if problem.fault is not faults.WRONG_TYPE or (problem.path[:1], problem.path[-1:]) != (("quotas",), ("rate",)):
        return None
    for step in problem.path:
        document = document[step]
    return Problem(problem.path, faults.BARE_NUMBER, {"given": str(document)}) if type(document) is int else None


def _other(assumption: str, reading: str, item: Mapping[str, Any], path: Path, problems: list[Problem]) -> OtherQuota:
    rate = _rate(item["rate"], (*path, "rate"), problems) if "rate" in item else None
    raised = _raised(item, path, problems)
    return OtherQuota(assumption, reading, item.get("base"), item.get("whole_number"), rate=rate, raised=raised)


def _raised(item: Mapping[str, Any], path: Path, problems: list[Problem]) -> Raised | None:
    if (raised := item.get("raised")) is None:
        return None
    rate = _share(raised["rate"], (*path, "raised", "rate"), problems)
    return None if rate is None else Raised(rate, raised["yes"])


def _rate(value: Any, path: Path, problems: list[Problem]) -> Fraction | Ratio | None:
    return _share(value, path, problems) if isinstance(value, str) else build_ratio(value, path, problems)


def _share(text: str, path: Path, problems: list[Problem]) -> Fraction | None:
    try:
        return read_share(text)
    except ValueError:
        wanted = {"wanted_vi": 'phần trăm trong ngoặc kép, như "20%"', "wanted_en": 'a quoted percentage such as "20%"'}
        problems.append(Problem(path, faults.WRONG_THRESHOLD, {**wanted, "given": f"`{text}`"}))
        return None
