"""Small units, as plain data for JSON."""

from typing import Any

from xeploai.audit.sizes import SizedTarget
from xeploai.model.ruleset import Ruleset
from xeploai.report.rate_json import target as target_data
from xeploai.report.sizes import SizesOfTarget, sizes_of


def sizes_data(rules: Ruleset, most: int) -> list[dict[str, Any]]:
    """Every share and ratio target with the sizes up to `most`."""
    return [_target(one) for one in sizes_of(rules, most)]


def _target(one: SizesOfTarget) -> dict[str, Any]:
    return {
        "criterion": one.target.criterion.id,
        "kinds": list(one.target.kinds),
        "reading": _reading(one.target),
        "target": target_data(one.target.target),
        "cannot": list(one.cannot),
        "only_none_or_all": list(one.extreme),
        "every_size_from": one.target.enough,
        "needs": [{"size": need.size, "least": need.least, "most": need.most} for need in one.needs],
    }


def _reading(target: SizedTarget) -> dict[str, str] | None:
    return {"assume": target.reading[0], "reading": target.reading[1]} if target.reading else None
