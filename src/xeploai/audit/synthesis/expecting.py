"""What a made case expects: what the reference says of its first subject, in the words of a case file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from xeploai.audit.cases.case import About, Expected
from xeploai.audit.cases.found import checked
from xeploai.audit.cases.judgement import Judgement, stages
from xeploai.audit.cover.obligation import Obligation
from xeploai.model.outcome import Finding
from xeploai.rating.session import proven
from xeploai.source import Place

ROOT = "u"
Said = Mapping[str, Any]


def expectations_for(judgement: Judgement, gaps: Iterable[Obligation]) -> dict[str, dict[str, Said]]:
    """What has to be expected so that some gaps are closed, by subject and by what it is about."""
    found: dict[str, dict[str, Said]] = {}
    for gap in gaps:
        for subject, key, said in _expected(judgement, gap):
            before = found.setdefault(subject, {}).get(key, {})
            found[subject][key] = {**before, **said, **_both(before, said)}
    return found


def _both(one: Said, other: Said) -> Said:
    readings = {**one.get("readings", {}), **other.get("readings", {})}
    return {"readings": readings} if readings else {}


def _expected(judgement: Judgement, gap: Obligation) -> Iterator[tuple[str, str, Said]]:
    match gap.aspect, gap.path:
        case _, ("criteria", str(name)):
            yield ROOT, name, _of_criterion(judgement, name)
        case "decisive" | "branch", _:
            yield ROOT, "level", _of_level(judgement)
        case "quota", (_, str(name)):
            yield from _of_quotas(judgement, name, ())
        case "reading", (_, str(assumption)):
            yield from _of_reading(judgement, assumption, gap.what)
        case "clause", _:
            yield from _of_everything(judgement)
        case "table", _:
            yield from _of_everything(judgement)
        case _:
            raise ValueError(gap)


def _of_criterion(judgement: Judgement, name: str, *more: str) -> Said:
    finding = next(one for one in _findings(judgement) if one.criterion.id == name)
    counted = ("part", "whole") if finding.part and finding.whole and finding.verdict in ("met", "not_met") else ()
    return _said(judgement, "criterion", name, dict.fromkeys(("verdict", *counted, *more)))


def _of_level(judgement: Judgement) -> Said:
    said = _said(judgement, "level", "level", dict.fromkeys(("unrated", "level", "highest", "lowest")))
    if said["unrated"]:
        return {"unrated": True}
    if isinstance(said["level"], str):
        return {"level": said["level"]}
    return {"highest": said["highest"], "lowest": said["lowest"]}


def _of_quotas(judgement: Judgement, name: str, readings: tuple[str, ...]) -> Iterator[tuple[str, str, Said]]:
    """The first group of a quota that can be told from the others."""
    for one in judgement.quotas:
        kind = judgement.by_id[one.members[0]].evidence.kind if one.members else None
        which = {"authority": one.authority, "group": one.group, "kind": kind}
        said: dict[str, Any] = {word: value for word, value in which.items() if value}
        said |= dict.fromkeys(("allowed", "actual", "excess"))
        said |= {"readings": dict.fromkeys(readings)} if readings else {}
        found = checked(judgement, Expected("quota", "", name, said, Place("")))
        if one.quota == name and found.thing is one:
            yield "quota", name, found.found
            return


def _of_reading(judgement: Judgement, assumption: str, reading: str) -> Iterator[tuple[str, str, Said]]:
    """What turns under the reading: the criteria, the level and the quotas of which it is read otherwise."""
    readings = {"readings": {reading: None}}
    for finding in _findings(judgement):
        if any(
            (one.assumption, one.reading) == (assumption, reading) and one.bits != finding.bits
            for one in finding.readings
        ):
            said = _said(judgement, "criterion", finding.criterion.id, readings)
            yield ROOT, finding.criterion.id, {**_of_criterion(judgement, finding.criterion.id), **said}
    standing = stages(judgement, ROOT)[0].standing if is_rated(judgement) else None
    if standing and any(
        (one.assumption, one.reading) == (assumption, reading) and one.rating != standing.rating
        for one in standing.readings
    ):
        yield ROOT, "level", {**_of_level(judgement), **_said(judgement, "level", "level", readings)}
    for one in judgement.quotas:
        if any(
            (other.assumption, other.reading) == (assumption, reading) and other.allowed != one.allowed
            for other in one.readings
        ):
            yield from _of_quotas(judgement, one.quota, (reading,))


def _of_everything(judgement: Judgement) -> Iterator[tuple[str, str, Said]]:
    for finding in _findings(judgement):
        more = ("missing",) if finding.missing else ()
        yield ROOT, finding.criterion.id, _of_criterion(judgement, finding.criterion.id, *more)
    if is_rated(judgement):
        yield ROOT, "level", _of_level(judgement)
    for one in judgement.quotas:
        yield from _of_quotas(judgement, one.quota, ())


def _said(judgement: Judgement, about: About, key: str, said: Said) -> Said:
    """What came out, in the words that are asked for."""
    subject = "" if about == "quota" else ROOT
    return checked(judgement, Expected(about, subject, key, said, Place(""))).found


def _findings(judgement: Judgement) -> Sequence[Finding]:
    return stages(judgement, ROOT)[0].findings


def is_rated(judgement: Judgement) -> bool:
    """Whether the rules give the first subject a level."""
    session, judged = proven(judgement.outcomes[0])
    return judged.evidence.kind in session.prepared.levels
