"""The words that data may use for a thing: its id, its label, its abbreviations, in all their spellings."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from xeploai.diagnostic import nearest
from xeploai.vietnamese.folding import fold
from xeploai.vietnamese.letters import look_alikes, mend

_PARENTHESIS = r" ?\([^()]*\)$"
_COMPARISONS = 200_000


class Vocabulary(NamedTuple):
    """`ids` and `names`: the ids that a folded word stands for; more than one where it is ambiguous.

    Names are folded when a word is first no id: many tables hold ids alone. `meant` gives the known word that was
    probably meant by another.
    """

    ids: Mapping[str, tuple[str, ...]]
    names: Callable[[], Mapping[str, tuple[str, ...]]]
    meant: Callable[[str], str | None]


_Word = tuple[str, str, str]
"""A folded word, the word itself, and the id that it stands for."""


class Sense(NamedTuple):
    """What a word stands for: no id where it is unknown. `mended`: letters in it only looked like the right ones."""

    ids: tuple[str, ...]
    mended: bool = False


def vocabulary(entries: Iterable[tuple[str, Iterable[str]]]) -> Vocabulary:
    """The vocabulary of ids and their other names. An id goes before a name, a whole name before a shortened one."""
    entries = [(id_, tuple(others)) for id_, others in entries]
    ids = [(fold(id_), id_, id_) for id_, _ in entries]

    @cache
    def names() -> tuple[list[_Word], list[_Word]]:
        whole = [(fold(name), name, id_) for id_, others in entries for name in others]
        return whole, [(shorter, name, id_) for word, name, id_ in whole for shorter in variants(word)]

    def words() -> Iterator[tuple[str, str]]:
        return ((word, form) for stage in (ids, *names()) for word, form, _ in stage)

    return Vocabulary(_meanings(ids), cache(lambda: _meanings(*names())), suggesting(words))


def _meanings(*stages: Iterable[_Word]) -> dict[str, tuple[str, ...]]:
    """What words stand for, as the first stage has it that knows them."""
    meanings: dict[str, tuple[str, ...]] = {}
    for stage in stages:
        found: dict[str, dict[str, None]] = {}
        for word, _, id_ in stage:
            if word and word not in meanings:
                found.setdefault(word, {})[id_] = None
        meanings |= {word: tuple(meant) for word, meant in found.items()}
    return meanings


def variants(name: str) -> Iterator[str]:
    """Other usual forms of a folded name: without what it has in parentheses at its end, with or without *nhiệm vụ*."""
    for form in dict.fromkeys((name, re.sub(_PARENTHESIS, "", name))):
        yield form
        if form.endswith(" nhiệm vụ"):
            yield form.removesuffix(" nhiệm vụ")
        elif "hoàn thành" in form:
            yield f"{form} nhiệm vụ"


def look_up(words: Vocabulary, text: str) -> Sense:
    """What a word stands for, compared whole and never by a part of it."""
    ids = _stands_for(words, fold(text))
    if ids or not look_alikes(text):
        return Sense(ids)
    return Sense(_stands_for(words, fold(mend(text))), mended=True)


def _stands_for(words: Vocabulary, word: str) -> tuple[str, ...]:
    return words.ids.get(word) or words.names().get(word, ())


def suggesting(words: Callable[[], Iterable[tuple[str, str]]]) -> Callable[[str], str | None]:
    """A function that says which known word was probably meant; `words` are the folded ones, each with its own form.

    Each answer costs a comparison with every known word: where there are many words and many questions, only the first
    ones are answered.
    """
    answers: dict[str, str | None] = {}

    @cache
    def known() -> dict[str, str]:
        found: dict[str, str] = {}
        for word, form in words():
            found.setdefault(word, form)
        return found

    def meant(text: str) -> str | None:
        key = fold(text[:200])
        if key not in answers and len(answers) * len(known()) < _COMPARISONS:
            close = nearest(key, known())
            answers[key] = known()[close] if close else None
        return answers.get(key)

    return meant
