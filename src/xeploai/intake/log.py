"""What is wrong with a file, and what is said aloud about it, gathered until all of it has been read."""

from collections.abc import Iterable, Mapping

import attrs

from xeploai.diagnostic import Diagnostic, Fault, InvalidEvidence, Severity, in_order
from xeploai.intake import faults
from xeploai.source import Place

MOST = 10_000
"""Nobody reads more faults than these, and a spoiled file of ten megabytes could have millions."""

_LONGEST = 100
_OF_COLUMNS = ("column", "fact", "part", "parts", "whole", "figures_vi", "figures_en")
"""The values of messages that name columns, and hold nothing that somebody typed."""


@attrs.define(eq=False, repr=False)
class Log:
    """The faults and notices of one file. `headings`: how the file itself heads each column, in its order."""

    file: str
    problems: list[Diagnostic] = attrs.field(factory=list)
    notices: list[Diagnostic] = attrs.field(factory=list)
    headings: dict[str, str] = attrs.field(factory=dict)


def report(
    log: Log, fault: Fault, place: Place, field: str | None = None, *, meant: str | None = None, **values: object
) -> None:
    """Note a fault, or a notice where that is its severity; at a place, or in the column `field` of that row.

    Raises:
        InvalidEvidence: there are too many faults to go on.
    """
    # Most cells have no fault: their places are made only here.
    take(log, Diagnostic(fault, place._replace(field=field) if field else place, _texts(values), meant))


def take(log: Log, found: Diagnostic) -> None:
    """Note what another floor has found.

    Raises:
        InvalidEvidence: there are too many faults to go on.
    """
    if found.fault.severity is not Severity.ERROR:
        if len(log.notices) < MOST:
            log.notices.append(found)
        return
    log.problems.append(found)
    if len(log.problems) == MOST:
        last = Diagnostic(faults.TOO_MANY_FAULTS, Place(log.file), {"limit": str(MOST)})
        raise InvalidEvidence((*sorted_by_place(log, log.problems), last), sorted_by_place(log, log.notices))


def refusal(log: Log) -> InvalidEvidence:
    """The exception that names every fault, and what is said aloud."""
    return InvalidEvidence(sorted_by_place(log, log.problems), sorted_by_place(log, log.notices))


def refuse(log: Log, fault: Fault, place: Place | None = None, **values: object) -> InvalidEvidence:
    """The exception for a fault after which nothing more can be read."""
    take(log, Diagnostic(fault, place or Place(log.file), _texts(values)))
    return refusal(log)


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}


def sorted_by_place(log: Log, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Row by row, and in a row from left to right; columns are named as the file heads them."""
    order = {heading: number for number, heading in enumerate(log.headings.values())}

    def key(diagnostic: Diagnostic) -> tuple[int, int]:
        place = diagnostic.place
        return place.line or place.row or 0, order.get(place.field or "", -1)

    return tuple(sorted(in_order(_as_read(log, diagnostic) for diagnostic in found), key=key))


def _as_read(log: Log, found: Diagnostic) -> Diagnostic:
    """A diagnostic in the words of the file, fit to be printed also where another floor found it."""
    place = found.place
    field = log.headings.get(place.field or "", place.field)
    subject = shown(place.subject) if place.subject else None
    values = {name: value if value.isprintable() else shown(value) for name, value in found.values.items()}
    values |= {name: _as_headed(log, values[name]) for name in _OF_COLUMNS if name in values}
    return found._replace(place=place._replace(file=_visible(place.file), subject=subject, field=field), values=values)


def _as_headed(log: Log, value: str) -> str:
    """An id, or a text with ids in backticks, with the heading of the file in the place of each."""
    if value in log.headings:
        return log.headings[value]
    # Only ids stand in backticks here: every other piece is what stands between them.
    pieces = value.split("`")
    return "`".join(log.headings.get(piece, piece) if n % 2 else piece for n, piece in enumerate(pieces))


def shown(text: object) -> str:
    """Input as messages show it: on one line, not too long, with nothing in it that could not be seen."""
    flat = " ".join(str(text).split())
    return _visible(flat[:_LONGEST]).replace("`", "'") + ("…" if len(flat) > _LONGEST else "")


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)
