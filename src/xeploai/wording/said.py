"""Sentences with what stands below them."""

from typing import NamedTuple


class Said(NamedTuple):
    """A sentence, and what stands below it."""

    text: str
    below: tuple[str, ...] = ()
