"""Rules and data as the commands take them: loaded, read, and judged within their period."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date

from xeploai.cli.consoles import harmless, tell
from xeploai.cli.failure import Failure
from xeploai.cli.tables import tables
from xeploai.cli.words import say
from xeploai.diagnostic import Language, render
from xeploai.model.citation import InForce
from xeploai.model.period import Period, ends_within, last_quarter, only_year, read_period
from xeploai.model.ruleset import Ruleset
from xeploai.report.result import Result, result
from xeploai.toml.load import load
from xeploai.vietnamese.figures import Refused, parse_date
from xeploai.wording.numbers import date_text


def asked_period(text: str | None, lang: Language) -> Period | None:
    """The period that is asked for, if one is.

    Raises:
        Failure: the text names no period.
    """
    try:
        return None if text is None else read_period(text)
    except ValueError:
        raise Failure(f"{say('bad-period', lang, name=f'`{text}`')}; {say('period-form', lang)}") from None


def asked_day(text: str | None, lang: Language) -> date | None:
    """The day of the data, if one is given.

    Raises:
        Failure: the text is no day.
    """
    day = None if text is None else parse_date(text)
    if isinstance(day, Refused):
        raise Failure(f"{say('bad-day', lang, name=f'`{text}`')}; {say('day-form', lang)}")
    return day


def version_of(name: str, period: str | None, lang: Language) -> Ruleset:
    """The rule set of a name: of a series the version of the period that is asked for.

    Raises:
        Failure: the text names no period, or one outside the dates of the rules.
        InvalidRules: the rule set cannot be read or used, or the series has no such version.
    """
    asked = asked_period(period, lang)
    rules = load(name, period=asked)
    if asked is not None:
        _within(rules, asked, lang)
    return rules


def rated(
    rules: Ruleset,
    data: str,
    period: Period | None,
    lang: Language,
    *,
    as_of: date | None = None,
    incidents: str | None = None,
) -> Result:
    """A table rated by a rule set, with one of incidents where it is given; notices go to standard error.

    Raises:
        Failure: the period is outside the dates of the rules, or none is said; the day of the data lies before it;
            nothing is drawn from incidents, or both tables are said to stand on standard input.
        InvalidEvidence: the data cannot be used.
    """
    period = _within(rules, period, lang)
    if as_of and as_of < period.since:
        day, since = date_text(as_of, lang), date_text(period.since, lang)
        raise Failure(say("day-before", lang, name=f"`{period.name}`", day=day, since=since))
    with progress(say("reading", lang, file=say("standard-input", lang) if data == "-" else data)):
        hierarchy, known = tables(rules, data, incidents, period, lang, as_of=as_of)
    for notice in hierarchy.notices:
        tell(render(notice, lang))
    with progress(say("judging", lang, count=len(hierarchy.subjects))):
        return result(rules, hierarchy, period, date.today(), as_of=as_of, incidents=known)  # noqa: DTZ011


def _within(rules: Ruleset, asked: Period | None, lang: Language) -> Period:
    """The period rated; the only year of the rule set where none is asked for. Its last day lies within the dates."""
    in_force = rules.in_force
    if asked is None and in_force == InForce():
        return read_period(str(date.today().year))  # noqa: DTZ011
    period = asked or only_year(in_force)
    if period is None:
        raise Failure(say("period-needed", lang))
    if not ends_within(period, in_force):
        dates = {"since": date_text(in_force.since, lang), "until": date_text(in_force.until, lang)}
        outside = say("period-outside", lang, name=f"`{period.name}`", **dates)
        # Who asked for nothing is told what can be asked for.
        such = last_quarter(period, in_force) if asked is None else None
        raise Failure(f"{outside}; {say('period-such', lang, name=such.name)}" if such else outside)
    return period


@contextmanager
def progress(text: str) -> Generator[None]:
    """Say on a terminal what takes its time; keep silent in a pipe."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    # As text: a file may be called `[red].csv`, which is no markup.
    with Console(stderr=True).status(Text(harmless(text))):
        yield
