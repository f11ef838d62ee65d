"""Figures that rules speak of and nobody writes down. Like facts they add up over the subjects below.

They are keys, looked up again and again, and made of each other: each works out its hash once.
"""

from typing import Literal

import attrs

from xeploai.model.fact import Count, Term
from xeploai.shown import fields_shown


@attrs.frozen(cache_hash=True)
class Rest:
    """What the whole has beside the part: `whole - part`."""

    part: "Figure"
    whole: "Figure"

    __repr__ = fields_shown


@attrs.frozen(cache_hash=True)
class Awaited:
    """What is not assessed yet, where a blank means that nothing is (`"none"`) or that nobody knows (`"open"`)."""

    fact: str
    blank: Literal["none", "open"]

    __repr__ = fields_shown


@attrs.frozen(cache_hash=True)
class Final:
    """Where a part will end once what is awaited has been assessed: `decided` plus some of `awaited`."""

    decided: str
    awaited: Awaited

    __repr__ = fields_shown


@attrs.frozen(cache_hash=True)
class Joining:
    """So many of the awaited as will join the part."""

    final: Final

    __repr__ = fields_shown


Figure = Term | Rest | Awaited | Final | Joining
"""A figure that is kept for every subject: an index into what is known of it."""


def bases(figure: Figure) -> tuple[Term, ...]:
    """The facts and numbers of subjects from which a figure is made."""
    match figure:
        case Rest(part, whole):
            return (*bases(part), *bases(whole))
        case Awaited(fact):
            return (fact,)
        case Final(decided, awaited):
            return (decided, awaited.fact)
        case Joining(final):
            return bases(final)
        case str() | Count():
            return (figure,)
