"""The text of a source, clause by clause, as it stands: only white space and the forms of Unicode are folded."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from unicodedata import normalize

import attrs

from xeploai.audit.audited import Audited
from xeploai.model.citation import Clause, Document

_END_OF_SENTENCE = re.compile(r"(?<=[;.!?…])\s+")


@attrs.frozen
class Passages:
    """A text with its clauses. A clause ends where the next one begins.

    `before`: what stands before the first clause, all of the text where no clause says how it begins. `lost`: clauses
    of which the beginning is not there, or not after the beginning of the clause before it.
    """

    whole: str = attrs.field(repr=False)
    before: str = attrs.field(repr=False)
    clauses: Mapping[str, str] = attrs.field(repr=False)
    lost: tuple[Clause, ...] = ()


def as_written(text: str) -> str:
    """A text of which the slips count, and the line breaks do not."""
    return " ".join(normalize("NFC", text).split())


def passages(source: Document, text: str) -> Passages:
    """The clauses of a source in its text."""
    whole, at, lost = as_written(text), 0, list[Clause]()
    starts: list[tuple[str, int]] = []
    for clause in source.clauses:
        if clause.begins is None:
            continue
        begins = as_written(clause.begins)
        found = whole.find(begins, at) if begins else -1
        if found < 0:
            lost.append(clause)
        else:
            starts.append((clause.id, found))
            at = found + len(begins)
    clauses = {name: whole[start:end].strip() for (name, start), (_, end) in pairwise([*starts, ("", len(whole))])}
    return Passages(whole, whole[: starts[0][1]] if starts else whole, clauses, tuple(lost))


def passages_at_hand(audited: Audited) -> Iterator[tuple[Document, Passages]]:
    """The sources of which the text is at hand, with their clauses."""
    for source in audited.rules.sources:
        if source.id in audited.texts:
            yield source, passages(source, audited.texts[source.id])


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; what a semicolon ends is one."""
    yield from filter(None, _END_OF_SENTENCE.split(text))
