"""Versions of the same rules, one after the other: which of them was in force on a day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from xeploai.diagnostic import Fault, InvalidRules
from xeploai.source import Source
from xeploai.toml.shelf import RuleFile, rule_files_in, shelf, unreadable
from xeploai.toml.syntax import read_tables, read_text
from xeploai.wellformed import faults


class Version(NamedTuple):
    """A rule file with its series and the days from and to which it is in force."""

    file: RuleFile
    series: str
    since: date | None
    until: date | None


class Miss(NamedTuple):
    """Why no version could be picked."""

    fault: Fault
    values: Mapping[str, str]


def shipped_series() -> tuple[str, ...]:
    """The series of the rule sets that ship with the library."""
    return tuple(sorted({version.series for version in _versions(shelf(), FilePath(), "")}))


def versions_on_shelf(series: str) -> list[Version]:
    """The versions of a series that ships, the earliest first."""
    return [one for one in _versions(shelf(), FilePath(), series) if one.series == series]


def versions_beside(name: str, by: RuleFile) -> list[Version]:
    """The versions of a series in the folder of the file that names it, or in one on a path from there."""
    folder, series = (by.path.parent / name).parent, FilePath(name).name
    try:
        there = folder.is_dir()
    except (OSError, ValueError):
        return []
    shown = (FilePath(by.name).parent / name).parent
    return [one for one in _versions(folder, shown, series) if one.series == series] if there else []


def _versions(folder: FilePath, shown: FilePath, word: str) -> list[Version]:
    """The files of a folder that are versions of something, and hold a word.

    Raises:
        InvalidRules: one of them cannot be read, or is not TOML. To pass it over might pick the wrong version.
    """
    found = []
    for path in rule_files_in(folder):
        file = RuleFile(path, str(shown / path.name))
        data = _bytes(file)
        if word.encode() in data and b"series" in data:
            head = read_tables(Source(file.name, read_text(data, file.name))).get("ruleset")
            if isinstance(head, dict) and isinstance(series := head.get("series"), str):
                in_force = head.get("in_force")
                dates: Mapping[str, Any] = in_force if isinstance(in_force, dict) else {}
                found.append(Version(file, series, _day(dates.get("since")), _day(dates.get("until"))))
    return sorted(found, key=lambda one: one.since or date.min)


def _bytes(file: RuleFile) -> bytes:
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise InvalidRules([unreadable(file, error)]) from None


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def version_on(day: date | None, versions: Sequence[Version]) -> Version | Miss:
    """The version in force on a day. There is at least one version."""
    if day is None:
        return Miss(faults.WHICH_VERSION, _said(day, versions))
    held = [one for one in versions if (one.since or day) <= day <= (one.until or day)]
    match held:
        case [one]:
            return one
        case []:
            return Miss(faults.NO_VERSION, _said(day, versions))
        case _:
            return Miss(faults.TWO_VERSIONS, _said(day, versions))


def _said(day: date | None, versions: Sequence[Version]) -> dict[str, str]:
    """What faults say of a series: the day that was asked for, and its versions with their dates."""
    # Loaded for a fault alone.
    from xeploai.vietnamese.printing import Lang, day_text

    def end(given: date | None, lang: Lang) -> str:
        return day_text(given, lang) if given else "…"

    def listed(lang: Lang) -> str:
        return ", ".join(f"{one.file.path.stem} ({end(one.since, lang)} – {end(one.until, lang)})" for one in versions)

    return {
        "series": versions[0].series,
        "day_vi": end(day, "vi"),
        "day_en": end(day, "en"),
        "versions_vi": listed("vi"),
        "versions_en": listed("en"),
    }
