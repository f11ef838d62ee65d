"""Figures that rules speak of and nobody writes down. Like facts they add up over the subjects below.

They are keys, looked up again and again, and made of each other: each works out its hash once.
"""

from typing import Literal

import attrs

from xeploai.model.fact import Count, Term
from xeploai.noun import Noun


@attrs.frozen(cache_hash=True, repr=False)
class Rest(Noun):
    """What the whole has beside the part: `whole - part`."""

    part: "Figure"
    whole: "Figure"


@attrs.frozen(cache_hash=True, repr=False)
class Awaited(Noun):
    """What is not assessed yet, where a blank means that nothing is (`"none"`) or that nobody knows (`"open"`)."""

    fact: str
    blank: Literal["none", "open"]


@attrs.frozen(cache_hash=True, repr=False)
class Final(Noun):
    """Where a part will end once what is awaited has been assessed: `decided` plus some of `awaited`."""

    decided: str
    awaited: Awaited


@attrs.frozen(cache_hash=True, repr=False)
class Joining(Noun):
    """So many of the awaited as will join the part."""

    final: Final


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
