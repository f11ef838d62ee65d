"""Incidents by themselves: what is wrong with them, and whether a conduct counts for a fact in a period."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, assert_never

from xeploai.diagnostic import Diagnostic, Fault
from xeploai.evidence import incident_faults as faults
from xeploai.model.fact import Drawn
from xeploai.model.incident import Incident
from xeploai.model.period import Period
from xeploai.source import Place
from xeploai.vietnamese.folding import fold
from xeploai.vietnamese.letters import plain_id


def found_in(incident: Incident, fault: Fault, field: str | None = None, **values: object) -> Diagnostic:
    """A fault in an incident, at its row where that is known."""
    place = (incident.at or Place())._replace(subject=incident.id or None, field=field)
    return Diagnostic(fault, place, {name: str(value) for name, value in values.items()})


class Conduct(NamedTuple):
    """What a subject did, with every incident about it and the day, where one of them knows it."""

    incidents: tuple[Incident, ...]
    day: date | None


def conducts(incidents: Iterable[Incident]) -> dict[str, list[Conduct]]:
    """The conducts of each subject; one is known by its name, whatever its capitals, spaces and tone marks."""
    together: dict[tuple[str, str], list[Incident]] = {}
    for incident in incidents:
        together.setdefault((incident.subject, fold(incident.conduct)), []).append(incident)
    result: dict[str, list[Conduct]] = {}
    for (subject, _), same in together.items():
        day = next((incident.conduct_date for incident in same if incident.conduct_date), None)
        result.setdefault(subject, []).append(Conduct(tuple(same), day))
    return result


def faults_of_incidents(incidents: Sequence[Incident]) -> Iterator[Diagnostic]:
    """What is wrong with incidents by themselves, whatever subjects there are."""
    seen: set[str] = set()
    for incident in incidents:
        if not incident.id:
            yield found_in(incident, faults.NO_ID, "id")
        elif incident.id in seen:
            yield found_in(incident, faults.DUPLICATE, "id", id=incident.id)
        seen.add(incident.id)
        if not incident.subject:
            yield found_in(incident, faults.NO_SUBJECT, "subject")
        if not fold(incident.conduct):
            yield found_in(incident, faults.NO_CONDUCT, "conduct")
    for of_subject in conducts(incident for incident in incidents if fold(incident.conduct)).values():
        for conduct in of_subject:
            yield from _faults_of_days(conduct)


def _faults_of_days(conduct: Conduct) -> Iterator[Diagnostic]:
    """A conduct has one day, and no measure is older."""
    first = next((incident for incident in conduct.incidents if incident.conduct_date), None)
    for incident in conduct.incidents:
        own, day = incident.conduct_date, incident.conduct_date or conduct.day
        if first and own and own != conduct.day:
            values = {"other": first.id, "conduct_date": own, "other_date": conduct.day}
            yield found_in(incident, faults.CONDUCT_ON_TWO_DAYS, "conduct_date", **values)
        if day and incident.date and incident.date < day:
            yield found_in(incident, faults.MEASURE_BEFORE_CONDUCT, "date", date=incident.date, conduct_date=day)


def known_on(incidents: Iterable[Incident], day: date | None) -> tuple[Incident, ...]:
    """The incidents that may have been known on a day: whose measure was not taken later. Without a day, all."""
    return tuple(one for one in incidents if day is None or one.date is None or one.date <= day)


def counts_once(drawn: Drawn, conduct: Conduct, period: Period, as_of: date | None = None) -> bool | None:
    """Whether a conduct counts for a fact, once at most; `None` where what is not known could decide it.

    It counts where one of its incidents does: of the period, of the kinds and measures that the fact means, and not
    both self-detected and remedied where the fact leaves those out. With a measure before the period, of whatever kind,
    it was used for the earlier one and does not count again (NĐ 48/2023; HD 21: *một vi phạm chỉ tính một lần*).
    A measure without a day may be later than `as_of`, the day on which it has to be known.
    """
    each = [_counts(drawn, conduct, incident, period, as_of) for incident in conduct.incidents]
    used = [_is_earlier(drawn, conduct, incident, period) for incident in conduct.incidents]
    if True in used or all(one is False for one in each):
        return False
    return True if True in each and all(one is False for one in used) else None


def _counts(drawn: Drawn, conduct: Conduct, incident: Incident, period: Period, as_of: date | None) -> bool | None:
    remedied = _all_hold((incident.self_detected, incident.remedied)) if drawn.unless_remedied else False
    return _all_hold(
        (
            _is_of(drawn.year, conduct, incident, period, as_of),
            _is_one_of(incident.kind, drawn.kinds),
            _is_one_of(incident.measure, drawn.measures),
            None if remedied is None else not remedied,
            _was_known(conduct, incident, as_of),
        )
    )


def _is_of(
    year: Literal["measure", "conduct", "reopened"],
    conduct: Conduct,
    incident: Incident,
    period: Period,
    as_of: date | None,
) -> bool | None:
    """Whether an incident belongs to a period. What reopens it was done in it, and the measure was taken after it."""
    earliest, latest = _days_known("measure" if year == "measure" else "conduct", conduct, incident, as_of)
    within = False if latest < period.since or earliest > period.until else _within(earliest, latest, period)
    return _all_hold((within, _is_later(conduct, incident, period, as_of))) if year == "reopened" else within


def _is_later(conduct: Conduct, incident: Incident, period: Period, as_of: date | None) -> bool | None:
    """Whether the measure was taken after a period."""
    earliest, latest = _days_known("measure", conduct, incident, as_of)
    return False if latest <= period.until else True if earliest > period.until else None


def _days_known(
    year: Literal["measure", "conduct"], conduct: Conduct, incident: Incident, as_of: date | None
) -> tuple[date, date]:
    """The same as `_days`: neither the conduct nor the measure is later than the day on which they are known."""
    earliest, latest = _days(year, conduct, incident)
    return earliest, min(latest, as_of or latest)


def _days(year: Literal["measure", "conduct"], conduct: Conduct, incident: Incident) -> tuple[date, date]:
    """The first and the last day on which the measure, or the conduct, can have been.

    No measure is older than its conduct.
    """
    match year:
        case "measure":
            return incident.date or conduct.day or date.min, incident.date or date.max
        case "conduct":
            measures = [other.date for other in conduct.incidents if other.date]
            return conduct.day or date.min, conduct.day or min(measures, default=date.max)
        case _:
            assert_never(year)


def _was_known(conduct: Conduct, incident: Incident, as_of: date | None) -> bool | None:
    if as_of is None:
        return True
    earliest, latest = _days("measure", conduct, incident)
    return True if latest <= as_of else None if earliest <= as_of else False


def _within(earliest: date, latest: date, period: Period) -> bool | None:
    return True if period.since <= earliest and latest <= period.until else None


def _is_earlier(drawn: Drawn, conduct: Conduct, incident: Incident, period: Period) -> bool | None:
    """Whether an incident used up its conduct for an earlier period; where the conduct decides, it has one period."""
    if drawn.year != "measure":
        return False
    earliest, latest = _days("measure", conduct, incident)
    return True if latest < period.since else False if earliest >= period.since else None


def _is_one_of(word: str | None, words: Sequence[str]) -> bool | None:
    if not words:
        return True
    return None if word is None else plain_id(word) in {plain_id(one) for one in words}


def _all_hold(parts: Sequence[bool | None]) -> bool | None:
    return False if False in parts else None if None in parts else True
