"""The period that is rated: a year or a quarter of one."""

import re
from datetime import date, timedelta

import attrs

from xeploai.model.citation import InForce
from xeploai.noun import Noun

_TEXT = re.compile(r"(\d{4})(?:-Q([1-4]))?", re.ASCII)


@attrs.frozen(repr=False, eq=False)
class Period(Noun):
    """A period by its name (`2025`, `2025-Q4`), with its first and its last day."""

    name: str
    since: date
    until: date


def read_period(text: str) -> Period:
    """The period that a text names: a year, or a quarter of one (`2025-Q4`).

    Raises:
        ValueError: the text names no period.
    """
    match = _TEXT.fullmatch(text)
    if match is None or match[1] == "0000":
        raise ValueError(text)
    year, quarter = int(match[1]), int(match[2] or 0)
    if not quarter:
        return Period(text, date(year, 1, 1), date(year, 12, 31))
    end = date(year, 12, 31) if quarter == 4 else date(year, 3 * quarter + 1, 1) - timedelta(days=1)
    return Period(text, date(year, 3 * quarter - 2, 1), end)


def only_year(in_force: InForce) -> Period | None:
    """The year that holds all the dates of a rule set; whether it ends within them is another question."""
    since, until = in_force.since, in_force.until
    return read_period(f"{until.year:04}") if since and until and since.year == until.year else None


def ends_within(period: Period, in_force: InForce) -> bool:
    """Whether a rule set is in force on the last day of a period, which is then rated by it."""
    since, until = in_force.since, in_force.until
    return (since is None or since <= period.until) and (until is None or period.until <= until)


def last_quarter(year: Period, in_force: InForce) -> Period | None:
    """The last quarter of a year at whose end a rule set is in force."""
    quarters = (read_period(f"{year.name}-Q{number}") for number in (4, 3, 2, 1))
    return next((quarter for quarter in quarters if ends_within(quarter, in_force)), None)


def full_months(since: date, until: date) -> int:
    """The full months from one day to another; none where it comes later.

    A month is full on the day of the same number, or on the last day of a month that has none.
    """
    months = (until.year - since.year) * 12 + until.month - since.month
    tomorrow = until + timedelta(days=1) if until < date.max else until
    # On the last day of its month every month is full that begins on a day which that month does not have.
    due = until.day >= since.day or tomorrow.month != until.month
    return max(0, months - (not due))
