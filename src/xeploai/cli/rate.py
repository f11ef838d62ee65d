"""`xeploai rate RULES DATA`."""

from collections.abc import Iterable
from typing import Any

import click

from xeploai.cli.consoles import USUAL_WIDTH, columns, tell
from xeploai.cli.failure import Failure
from xeploai.cli.help import Command
from xeploai.cli.inputs import asked_day, asked_period, rated
from xeploai.cli.options import (
    as_of_option,
    data_argument,
    form_option,
    incidents_option,
    language_option,
    output_option,
    period_option,
    rules_argument,
)
from xeploai.cli.output import emit_pieces
from xeploai.cli.words import did_you_mean, say
from xeploai.diagnostic import Language
from xeploai.model.condition import Role
from xeploai.model.ruleset import Ruleset
from xeploai.report.result import Result
from xeploai.toml.load import load
from xeploai.truth import Verdict
from xeploai.wording.words import VERDICTS, pick

_AGAIN = ("text", "json", "md")
"""The formats of a period rated again."""


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "rate",
        lang=lang,
        callback=_rate,
        help=say("rate", lang),
        epilogue=(say("arg-rules", lang), say("arg-data", lang)),
        params=[
            rules_argument(lang),
            data_argument(lang),
            period_option(lang),
            as_of_option(lang),
            incidents_option(lang),
            click.Option(["--first"], metavar=say("metavar-result", lang), help=say("opt-first", lang)),
            click.Option(["--require"], metavar=say("metavar-criteria", lang), help=say("opt-require", lang)),
            form_option(("text", "json", "csv", "md"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _rate(
    rules: str,
    data: str,
    period: str | None,
    as_of: str | None,
    incidents: str | None,
    first: str | None,
    require: str | None,
    form: str,
    target: str | None,
    lang: Language,
) -> int:
    before = None if first is None else _first(first, form, period, lang)
    asked, day = asked_period(before["period"] if before else period, lang), asked_day(as_of, lang)
    loaded = load(rules, period=asked)
    required = _required(loaded, require, lang)
    found = rated(loaded, data, asked, lang, as_of=day, incidents=incidents)
    width = columns() if target is None else USUAL_WIDTH
    pieces = _written(found, form, lang, width) if before is None else (_again(before, found, form, lang, width),)
    emit_pieces(pieces, form, target, lang, (rules, data, incidents, first))
    return _held(found, required, lang)


def _required(rules: Ruleset, require: str | None, lang: Language) -> list[str]:
    """The ids given to `--require`."""
    required = [name.strip() for name in (require or "").split(",") if name.strip()]
    if require is not None and not required:
        raise Failure(say("no-criteria", lang))
    known = [criterion.id for criterion in rules.criteria]
    if unknown := [name for name in required if name not in known]:
        asked = (say("no-criterion", lang, name=f"`{name}`") + did_you_mean(name, known, lang) for name in unknown)
        raise Failure("\n   ".join(asked))
    return required


def _written(found: Result, form: str, lang: Language, width: int) -> Iterable[str]:
    # A report is loaded where it is asked for.
    match form:
        case "json":
            from xeploai.report.rate_json import rate_json_pieces

            return rate_json_pieces(found)
        case "csv":
            from xeploai.report.rate_csv import rate_csv

            return (rate_csv(found, lang),)
        case "md":
            from xeploai.report.rate_markdown import rate_markdown

            return (rate_markdown(found, lang),)
        case _:
            from xeploai.report.rate_text import rate_text

            return (rate_text(found, lang, width),)


def _first(file: str, form: str, period: str | None, lang: Language) -> dict[str, Any]:
    """The first result of the period that is rated again."""
    if form not in _AGAIN:
        raise Failure(say("first-formats", lang, formats=", ".join(_AGAIN)))
    # Loaded where there is one.
    from xeploai.cli.earlier import earlier_result

    asked, first = asked_period(period, lang), earlier_result(file, lang)
    if asked is not None and asked.name != first["period"]:
        names = {"first": f"`{first['period']}`", "name": f"`{asked.name}`"}
        raise Failure(say("other-period", lang, file=f"`{file}`", **names))
    return first


def _again(first: dict[str, Any], found: Result, form: str, lang: Language, width: int) -> str:
    from xeploai.report.rerating import rerating

    one = rerating(first, found)
    match form:
        case "json":
            from xeploai.report.rerating_json import rerating_json

            return rerating_json(one)
        case "md":
            from xeploai.report.rerating_markdown import rerating_markdown

            return rerating_markdown(one, lang)
        case _:
            from xeploai.report.rerating_text import rerating_text

            return rerating_text(one, lang, width)


def _held(found: Result, required: list[str], lang: Language) -> int:
    """The exit status: 1 unless each criterion asked for is met wherever it is judged; unknown counts as not held."""
    status = 0
    for name in required:
        here = [finding for findings in found.findings for finding in findings if finding.criterion.id == name]
        judged = [f for f in here if f.role is not Role.MONITOR and f.verdict is not Verdict.NOT_APPLICABLE]
        failing = [finding for finding in judged if finding.verdict is not Verdict.MET]
        for finding in failing:
            word = pick(VERDICTS[finding.verdict], lang).lower()
            values = {"criterion": f"`{name}`", "subject": f"`{finding.subject}`", "verdict": word}
            tell(say("not-held", lang, **values))
        if not judged:
            tell(say("never-judged", lang, criterion=f"`{name}`"))
        status = 1 if failing or not judged else status
    return status
