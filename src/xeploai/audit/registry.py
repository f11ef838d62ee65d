"""All checks, by their codes."""

import pkgutil
from functools import cache
from importlib import import_module

from xeploai.audit import checks
from xeploai.audit.audited import Check


@cache
def every_check() -> tuple[Check, ...]:
    """The checks in the order of their codes: one for every file of the folder."""
    found = [
        import_module(f"{checks.__name__}.{module.name}").CHECK for module in pkgutil.iter_modules(checks.__path__)
    ]
    return tuple(sorted(found, key=lambda check: check.fault.code))
