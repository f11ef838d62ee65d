"""A quota of another rate, another base, or rounded otherwise."""

from collections.abc import Iterator
from fractions import Fraction
from typing import get_args

import attrs

from xeploai.audit.mutants.mutant import Change, Mutant
from xeploai.model.label import Label
from xeploai.model.quota import Base, Quota, Rounding
from xeploai.rating.judged import Prepared
from xeploai.wording.numbers import share_text

POINT = Fraction(1, 100)


def _mutants(prepared: Prepared) -> Iterator[Mutant]:
    rules = prepared.rules
    for number, quota in enumerate(rules.quotas):
        for says, other in _others(quota):
            quotas = (*rules.quotas[:number], other, *rules.quotas[number + 1 :])
            yield Mutant(("quotas", quota.id), says, attrs.evolve(rules, quotas=quotas))


def _others(quota: Quota) -> Iterator[tuple[Label, Quota]]:
    if isinstance(quota.rate, Fraction):
        for rate in (quota.rate - POINT, quota.rate + POINT):
            if 0 <= rate <= 1:
                yield _instead(share_text(rate, "en"), share_text(quota.rate, "en")), attrs.evolve(quota, rate=rate)
    for base in get_args(Base):
        if base != quota.base:
            yield _instead(f"base = {base}", quota.base), attrs.evolve(quota, base=base)
    for rounding in get_args(Rounding):
        if rounding != quota.rounding:
            yield _instead(f"whole_number = {rounding}", quota.rounding), attrs.evolve(quota, rounding=rounding)


def _instead(other: str, chosen: str) -> Label:
    return Label(f"{other} thay vì {chosen}", f"{other} instead of {chosen}")


CHANGE = Change("quota", _mutants)
