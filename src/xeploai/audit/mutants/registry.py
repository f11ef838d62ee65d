"""All sorts of change."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from xeploai.audit.mutants import changes
from xeploai.audit.mutants.mutant import Change, Mutant
from xeploai.rating.judged import Prepared


@cache
def every_change() -> tuple[Change, ...]:
    """The sorts of change: one for every file of the folder."""
    return tuple(
        import_module(f"{changes.__name__}.{module.name}").CHANGE for module in pkgutil.iter_modules(changes.__path__)
    )


def mutants_of(prepared: Prepared) -> Iterator[Mutant]:
    """All mutants of a rule set, one sort after another."""
    for change in every_change():
        yield from change.mutants(prepared)
