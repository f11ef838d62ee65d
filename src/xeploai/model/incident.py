"""Incidents: what a second table tells of discipline, one row a measure taken."""

import datetime

import attrs

from xeploai.noun import Noun
from xeploai.source import Place


@attrs.frozen(repr=False, eq=False)
class Incident(Noun):
    """A measure taken for a conduct of a subject.

    `conduct` names what was done, so that several measures for it count once. `date` is the day of the measure,
    `conduct_date` that of the conduct. `kind` (`ky-luat-dang` …) and `measure` (`khien-trach`, `canh-cao` …) are the
    words of the table. What is not known is `None`. `at` says where it stands, and counts for nothing in equality.
    """

    id: str
    subject: str
    conduct: str
    date: datetime.date | None = None
    kind: str | None = None
    measure: str | None = None
    self_detected: bool | None = None
    remedied: bool | None = None
    decision: str | None = None
    conduct_date: datetime.date | None = None
    at: Place | None = attrs.field(default=None, eq=False, repr=False)
