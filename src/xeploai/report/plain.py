"""Small things of a result as plain data."""

from fractions import Fraction

from xeploai.interval import Interval
from xeploai.model.citation import Citation
from xeploai.model.target import Limit


def cite_data(cite: Citation | None) -> dict[str, str] | None:
    """The clause that something comes from."""
    return None if cite is None else {"source": cite.source, "clause": cite.clause}


def interval(value: Interval | None) -> dict[str, str | None] | None:
    """The ends of a count, `null` for an open end."""
    if value is None:
        return None
    return {
        "low": None if value.low is None else str(value.low),
        "high": None if value.high is None else str(value.high),
    }


def number(value: Limit | None) -> str | bool | None:
    """An exact number as text in lowest terms; level ids and truth values as they are."""
    if value is None or isinstance(value, bool | str):
        return value
    return str(Fraction(value))
