"""What can be used of a rule file that has faults, so that all of them come at once and none brings others with it."""

from collections.abc import Iterable, Mapping
from typing import Any

from xeploai.located import Path
from xeploai.wellformed import faults
from xeploai.wellformed.book import Draft
from xeploai.wellformed.problem import Problem

Doc = Mapping[str, Any]

_HARMLESS = (faults.UNKNOWN_KEY, faults.ROUNDING)
_LOOSE = ("label", "number", "unit", "role", "strength", "cite", "supplier", "aliases")
"""Keys that an item of `_SECTIONS` is still understood without."""
_SECTIONS = ("kinds", "groups", "facts", "criteria", "goals", "vetoes", "exemptions", "quotas")


def spoiled(document: Doc, problems: Iterable[Problem]) -> frozenset[Path]:
    """The key paths of what cannot be used: of items, of a whole section, or of a key that an item can do without.

    Keys of the last sort are taken out of the document.
    """
    paths = frozenset(_spoiled(problem.path) for problem in problems if problem.fault not in _HARMLESS)
    for path in paths:
        if len(path) == 3:
            document[str(path[0])][path[1]].pop(path[2], None)
    return paths


def _spoiled(path: Path) -> Path:
    if path[:1] in (("scale",), ("grades",)):
        return path[:1]
    return path[:3] if len(path) > 2 and path[0] in _SECTIONS and path[2] in _LOOSE else path[:2]


def draft_of(document: Doc, left_out: frozenset[Path]) -> Draft:
    """The ids that a document declares, whether or not something could be made of them."""
    names = ("sources", "kinds", "groups", "suppliers", "facts", "assumptions", "criteria")
    ids = {name: dict.fromkeys(_table(document, name)) for name in names}
    ids["levels"] = dict.fromkeys(_table(_table(document, "scale"), "levels"))
    ids["grades"] = dict.fromkeys(_table(_table(document, "grades"), "levels"))
    return Draft(ids, left_out)


def clauses_in(document: Doc) -> dict[str, str]:
    """The clause that each criterion cites, where one can be read."""
    cites = {key: _table(item, "cite") for key, item in _table(document, "criteria").items() if isinstance(item, dict)}
    return {key: cite["clause"] for key, cite in cites.items() if isinstance(cite.get("clause"), str)}


def _table(document: Doc, key: str) -> Doc:
    """The table under a key; an empty one where there is something else."""
    found = document.get(key)
    return found if isinstance(found, dict) else {}
