"""The words that data may use for a thing: its id, its label, its abbreviations, in all their spellings."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from xeploai.diagnostic import nearest
from xeploai.vietnamese.folding import fold
from xeploai.vietnamese.letters import look_alikes, mend

_PARENTHESIS = re.compile(r" ?\([^()]*\)$")
_COMPARISONS = 200_000


class Vocabulary(NamedTuple):
    """`meanings`: the ids that a folded word stands for; more than one where it is ambiguous.

    `meant` gives the known word that was probably meant by another.
    """

    meanings: Mapping[str, tuple[str, ...]]
    meant: Callable[[str], str | None]


class Sense(NamedTuple):
    """What a word stands for: no id where it is unknown. `mended`: letters in it only looked like the right ones."""

    ids: tuple[str, ...]
    mended: bool = False


def vocabulary(entries: Iterable[tuple[str, Iterable[str]]]) -> Vocabulary:
    """The vocabulary of ids and their other names. An id goes before a name, a whole name before a shortened one."""
    entries = [(id_, tuple(others)) for id_, others in entries]
    ids = [(fold(id_), id_, id_) for id_, _ in entries]
    names = [(fold(name), name, id_) for id_, others in entries for name in others]
    shortened = [(shorter, name, id_) for word, name, id_ in names for shorter in variants(word)]
    meanings: dict[str, tuple[str, ...]] = {}
    for stage in (ids, names, shortened):
        found: dict[str, dict[str, None]] = {}
        for word, _, id_ in stage:
            if word and word not in meanings:
                found.setdefault(word, {})[id_] = None
        meanings |= {word: tuple(meant) for word, meant in found.items()}
    return Vocabulary(meanings, suggesting((word, name) for word, name, _ in (*ids, *names, *shortened)))


def variants(name: str) -> Iterator[str]:
    """Other usual forms of a folded name: without what it has in parentheses at its end, with or without *nhiệm vụ*."""
    for form in dict.fromkeys((name, _PARENTHESIS.sub("", name))):
        yield form
        if form.endswith(" nhiệm vụ"):
            yield form.removesuffix(" nhiệm vụ")
        elif "hoàn thành" in form:
            yield f"{form} nhiệm vụ"


def look_up(words: Vocabulary, text: str) -> Sense:
    """What a word stands for, compared whole and never by a part of it."""
    ids = words.meanings.get(fold(text), ())
    if ids or not look_alikes(text):
        return Sense(ids)
    return Sense(words.meanings.get(fold(mend(text)), ()), mended=True)


def suggesting(words: Iterable[tuple[str, str]]) -> Callable[[str], str | None]:
    """A function that says which known word was probably meant; `words` are the folded ones, each with its own form.

    Each answer costs a comparison with every known word: where there are many words and many questions, only the first
    ones are answered.
    """
    known: dict[str, str] = {}
    for word, form in words:
        known.setdefault(word, form)
    answers: dict[str, str | None] = {}

    def meant(text: str) -> str | None:
        key = fold(text[:200])
        if key not in answers and len(answers) * len(known) < _COMPARISONS:
            close = nearest(key, known)
            answers[key] = known[close] if close else None
        return answers.get(key)

    return meant
