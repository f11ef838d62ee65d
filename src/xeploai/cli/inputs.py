"""Rules and data as the commands take them: loaded, read, and judged within their period."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date

from xeploai.cli.consoles import harmless, tell
from xeploai.cli.failure import Failure
from xeploai.cli.words import say
from xeploai.diagnostic import Language, render
from xeploai.intake.read import read
from xeploai.model.evidence import Hierarchy
from xeploai.model.ruleset import Ruleset
from xeploai.report.result import Result, result
from xeploai.wording.numbers import date_text


def rated(rules: Ruleset, data: str, period: str | None, lang: Language) -> Result:
    """A table rated by a rule set; notices about the table go to standard error.

    Raises:
        Failure: the period is none, or outside the dates of the rules.
        InvalidEvidence: the data cannot be used.
    """
    year = _year(rules, period, lang)
    with progress(say("reading", lang, file=say("standard-input", lang) if data == "-" else data)):
        hierarchy: Hierarchy = read(data, rules)
    for notice in hierarchy.notices:
        tell(render(notice, lang))
    with progress(say("judging", lang, count=len(hierarchy.subjects))):
        return result(rules, hierarchy, year, date.today())  # noqa: DTZ011


def _year(rules: Ruleset, period: str | None, lang: Language) -> str:
    """The year rated; the only one of the rule set where none is asked for. Its last day must lie within the dates."""
    since, until = rules.in_force.since, rules.in_force.until
    if period is None:
        if since and until and since.year == until.year:
            return str(until.year)
        if since is None and until is None:
            return str(date.today().year)  # noqa: DTZ011
        raise Failure(say("period-needed", lang))
    if not (len(period) == 4 and period.isascii() and period.isdecimal() and period != "0000"):
        raise Failure(f"{say('bad-period', lang, name=f'`{period}`')}; {say('period-form', lang)}")
    last = date(int(period), 12, 31)
    if (since and last < since) or (until and last > until):
        raise Failure(
            say("period-outside", lang, name=f"`{period}`", since=date_text(since, lang), until=date_text(until, lang))
        )
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
