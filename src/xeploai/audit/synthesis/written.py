"""Made cases as a case file writes them. What they expect is what the rules say today: a person has to read it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from xeploai.audit.cover.obligation import Obligation
from xeploai.diagnostic import Language
from xeploai.model.evidence import Evidence
from xeploai.model.label import Label, read_label
from xeploai.toml.write import key_text, value_text


def _rows(rows: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(rows)


@attrs.frozen(eq=False)
class Suggestion:
    """A made case: for which gap it was made and all that it closes, its rows, and what must come out.

    `period`: the one that has to be named, if any.
    """

    gap: Obligation
    closes: tuple[Obligation, ...]
    title: Label
    clause: str
    rows: tuple[Evidence, ...] = attrs.field(converter=_rows)
    expected: Mapping[str, Mapping[str, Mapping[str, Any]]]
    period: str | None = None


def suggestion_text(made: Suggestion, lang: Language) -> str:
    """The case as it is pasted into a file of cases."""
    return "\n".join(_lines(made, lang)) + "\n"


def _lines(made: Suggestion, lang: Language) -> Iterator[str]:
    yield "[[case]]"
    head = {"title": read_label(made.title, lang, ""), "clause": made.clause, "period": made.period}
    yield from _pairs({key: value for key, value in head.items() if value})
    for row in made.rows:
        yield ""
        yield f"[case.evidence.{key_text(row.id)}]"
        about = {"kind": row.kind or None, "parent": row.parent}
        yield from _pairs({**{key: value for key, value in about.items() if value is not None}, **row.facts})
    yield ""
    yield "[case.expect]"
    yield from _pairs(
        {
            f"{key_text(subject)}.{key_text(key)}": _short(said)
            for subject, keys in made.expected.items()
            for key, said in keys.items()
        },
        written=True,
    )


def _short(said: Mapping[str, Any]) -> Any:
    """What is expected, in its short form where there is one."""
    match list(said.items()):
        case [("verdict" | "level", str(word))]:
            return word
        case [("unrated", True)]:
            return "unrated"
        case [("highest", highest), ("lowest", lowest)]:
            return [highest, lowest]
        case _:
            return dict(said)


def _pairs(pairs: Mapping[str, Any], *, written: bool = False) -> Iterator[str]:
    """Keys and values, aligned; keys that are `written` are not put in quotes again."""
    keys = [key if written else key_text(key) for key in pairs]
    width = max(map(len, keys), default=0)
    yield from (f"{key.ljust(width)} = {value_text(value)}" for key, value in zip(keys, pairs.values(), strict=True))
