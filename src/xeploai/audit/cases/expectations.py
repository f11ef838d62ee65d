"""What is expected in a case, its short forms written out."""

from collections.abc import Iterator, Mapping
from typing import Any

from xeploai.audit.cases.case import About, Expected
from xeploai.audit.cases.grammar import LISTED, UNRATED
from xeploai.located import Path
from xeploai.source import Source, place_of

QUOTA = "quota"
LEVEL = "level"


def about(subject: str, key: str) -> About:
    """Of what something is expected: `quota.ID`, `SUBJECT.level`, or `SUBJECT.CRITERION`."""
    if subject == QUOTA:
        return "quota"
    return "level" if key == LEVEL else "criterion"


def expectations(expect: Mapping[str, Mapping[str, Any]], path: Path, source: Source) -> tuple[Expected, ...]:
    """All that a case expects, each with its place."""
    return tuple(
        Expected(
            of, "" if of == "quota" else subject, key, _sorted(written_out(of, one)), place_of(source, at, key=True)
        )
        for subject, keys in expect.items()
        for key, said in keys.items()
        for of in (about(subject, key),)
        for at, one in each(of, said, (*path, subject, key))
    )


def each(of: About, said: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """What is expected with its path; of a quota that has several groups, a list."""
    if of == "quota" and isinstance(said, list):
        yield from (((*path, number), one) for number, one in enumerate(said))
    else:
        yield path, said


def written_out(of: About, said: Any) -> Mapping[str, Any]:
    """A verdict, a level, or the best and the worst level, as the table that they are short for."""
    match of, said:
        case "criterion", str():
            return {"verdict": said}
        case "level", str():
            return {"unrated": True} if said == UNRATED else {"level": said}
        case "level", [highest, lowest]:
            return {"highest": highest, "lowest": lowest}
        case _:
            return dict(said)


def _sorted(said: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: sorted(one) if key in LISTED and isinstance(one, list) else one for key, one in said.items()}
