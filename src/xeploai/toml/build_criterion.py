"""Criteria, from their tables."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from xeploai.exact import read_share, read_signed
from xeploai.located import Path
from xeploai.model.condition import Alternative, Criterion
from xeploai.model.fact import Count, Term
from xeploai.model.kind import names, per_kind
from xeploai.model.measure import (
    Answers,
    Earned,
    Given,
    Highest,
    Lowest,
    Measure,
    Meets,
    Months,
    Rated,
    Ratio,
    Score,
    Share,
    Test,
    Value,
)
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target
from xeploai.toml.build_label import citation_in, label_in
from xeploai.toml.grammar import MEASURES, TARGETS
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem


def build_criterion(key: str, item: Mapping[str, Any], problems: list[Problem]) -> Criterion | None:
    """A criterion; `None`, with the reason added to `problems`, where its measure or its target is not to be had."""
    path: Path = ("criteria", key)
    measure = _measure(item, path, problems, required=True)
    target = _target(item, path, problems, measure)
    alternatives = tuple(_alternatives(item.get("readings", {}), path, measure, problems))
    if measure is None or target is None:
        return None
    return Criterion(
        key,
        measure,
        target,
        label=label_in(item),
        number=item.get("number"),
        kinds=item.get("for", ()),
        monitors=item.get("monitor", ()),
        role=item.get("role", "target"),
        strength=item.get("strength", "required"),
        cite=citation_in(item),
        assume=item.get("assume", ()),
        alternatives=alternatives,
    )


def _alternatives(
    table: Mapping[str, Any], path: Path, chosen: Measure | None, problems: list[Problem]
) -> list[Alternative]:
    found = []
    for assumption, readings in table.items():
        for reading, item in readings.items():
            here = (*path, "readings", assumption, reading)
            measure = _measure(item, here, problems, required=False)
            target = _target(item, here, problems, measure or chosen, required=measure is None)
            found.append(Alternative(assumption, reading, measure, target))
    return found


def _measure(item: Mapping[str, Any], path: Path, problems: list[Problem], *, required: bool) -> Measure | None:
    given = [key for key in MEASURES if key in item]
    if len(given) != 1:
        if given or required:
            problems.append(_exactly_one(path, MEASURES))
        return None
    value = item[given[0]]
    match given[0]:
        case "value" | "yes":
            return Value(value)
        case "count":
            return Count(value)
        case "ratio":
            return build_ratio(value, (*path, "ratio"), problems)
        case "lowest":
            return Lowest(value)
        case "highest":
            return Highest(value)
        case "months":
            return Months(value)
        case "score":
            return _score(value, (*path, "score"), problems)
        case _:
            return _share(value, (*path, "share"), problems)


def _score(items: list[Any], path: Path, problems: list[Problem]) -> Score | None:
    parts = [_points(item, (*path, number), problems) for number, item in enumerate(items)]
    return None if None in parts else Score(part for part in parts if part)


def _points(item: Any, path: Path, problems: list[Problem]) -> Given | Earned | None:
    """Points that somebody gave, or that are earned."""
    if isinstance(item, str):
        return Given(item)
    if ("given" in item) == ("meet" in item) or ("meet" in item) != ("earns" in item):
        problems.append(Problem(path, faults.ONE_OF, {"keys": "`given`, `meet` + `earns`"}, key=True))
        return None
    key, like = ("earns", '"20/3"') if "meet" in item else ("weight", '"70%"')
    value = item.get(key, 1)
    try:
        number = _exact(value, like)
    except ValueError:
        values = {"wanted_vi": f"số hoặc {like}", "wanted_en": f"a number or {like}", "given": f"`{value}`"}
        problems.append(Problem((*path, key), faults.WRONG_THRESHOLD, values))
        return None
    return Earned(item["meet"], number) if "meet" in item else Given(item["given"], number)


def _exact(value: int | Decimal | str, like: str) -> Fraction:
    """So many times or points, which may be below zero.

    Raises:
        ValueError: a text that is not written `like` this: a percentage says how many times, never how many points.
    """
    if not isinstance(value, str):
        return Fraction(value)
    if "%" in value and "%" not in like:
        raise ValueError(value)
    return read_signed(value)


def _exactly_one(path: Path, keys: Mapping[str, object]) -> Problem:
    return Problem(path, faults.ONE_OF, {"keys": ", ".join(f"`{key}`" for key in keys)}, key=True)


def build_ratio(item: Mapping[str, Any], path: Path, problems: list[Problem]) -> Ratio | None:
    """A ratio, from its table; `None` where it has not as many wholes as parts."""
    part, whole, pending = terms(item["part"]), terms(item["whole"]), names(item.get("pending", ()))
    if not part or len(part) != len(whole) or len(pending) not in (0, len(part)):
        problems.append(Problem(path, faults.UNEVEN))
        return None
    return Ratio(part, whole, pending=pending, pending_blank=item.get("pending_blank", "none"))


def terms(value: Any) -> tuple[Term, ...]:
    """One term or a list of them: facts, or numbers of subjects."""
    return tuple(one if isinstance(one, str) else Count(one["count"]) for one in _as_list(value))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _share(item: Mapping[str, Any], path: Path, problems: list[Problem]) -> Share | None:
    tests = [key for key in ("meet", "yes", "rated") if key in item]
    if len(tests) != 1:
        problems.append(_exactly_one(path, dict.fromkeys(("meet", "yes", "rated"))))
        return None
    if ("rated" in item) != ("by" in item):
        values = {"key": "by" if "rated" in item else "rated", "vi": "đi cùng nhau", "en": "they go together"}
        problems.append(Problem(path, faults.MISSING_KEY, values))
        return None
    test: Test
    match tests[0]:
        case "meet":
            test = Meets(item["meet"])
        case "yes":
            test = Answers(item["yes"])
        case _:
            test = Rated(item["by"], item["rated"])
    return Share(item["of"], test, base=item.get("base", "assessed"))


def _target(
    item: Mapping[str, Any], path: Path, problems: list[Problem], measure: Measure | None, *, required: bool = True
) -> Target | None:
    given = [key for key in TARGETS if key in item]
    if not given and "yes" in item:
        return Equals(True)
    if len(given) != 1 or "yes" in item:
        if given or required:
            problems.append(_exactly_one(path, TARGETS))
        return None
    key = given[0]
    value, before = item[key], len(problems)

    def limit(one: Any, *here: str) -> Any:
        return _limit(one, measure, (*path, *here), problems)

    target: Target
    match key:
        case "at_least":
            target = AtLeast(limit(value, key))
        case "at_most":
            target = AtMost(limit(value, key))
        case "more_than":
            target = MoreThan(limit(value, key))
        case "less_than":
            target = LessThan(limit(value, key))
        case "equals":
            target = Equals(limit(value, key))
        case _:
            target = Between(limit(value["from"], key, "from"), limit(value["to"], key, "to"), above=value["above"])
    return target if len(problems) == before else None


def _limit(value: Any, measure: Measure | None, path: Path, problems: list[Problem]) -> Any:
    """A threshold as its measure understands it; what it cannot understand stays as it is and is reported later."""
    match value:
        case dict() if not value:
            wanted = {"wanted_vi": "con số, hoặc bảng con số theo loại hình", "wanted_en": "a limit, or limits by kind"}
            problems.append(Problem(path, faults.WRONG_THRESHOLD, {**wanted, "given": "`{ }`"}))
            return 0
        case dict():
            return per_kind({kind: _limit(one, measure, (*path, kind), problems) for kind, one in value.items()})
        case Decimal() if not isinstance(measure, Value | Score):
            problems.append(Problem(path, faults.BARE_DECIMAL, {"value": str(value)[:40]}))
            return 0
        case str() if isinstance(measure, Ratio | Share) or (isinstance(measure, Value | Score) and "/" in value):
            try:
                return read_share(value) if isinstance(measure, Ratio | Share) else read_signed(value)
            except ValueError:
                return value
        case _:
            return value
