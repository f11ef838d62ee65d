"""All aspects, in the order in which they are reported."""

import pkgutil
from functools import cache
from importlib import import_module

from xeploai.audit.cover import aspects
from xeploai.audit.cover.obligation import Aspect

ORDER = ("outcome", "threshold", "decisive", "quota", "branch", "reading", "table", "clause")


@cache
def every_aspect() -> tuple[Aspect, ...]:
    """The aspects: one for every file of the folder."""
    found = [
        import_module(f"{aspects.__name__}.{module.name}").ASPECT for module in pkgutil.iter_modules(aspects.__path__)
    ]
    return tuple(sorted(found, key=lambda aspect: ORDER.index(aspect.name)))
