"""`xeploai rate RULES DATA`."""

import shutil
import sys

import click

from xeploai.cli.failure import Failure
from xeploai.cli.help import Command
from xeploai.cli.inputs import rated
from xeploai.cli.options import data_option, form_option, language_option, output_option, rules_option
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import Language, nearest
from xeploai.model.condition import Role
from xeploai.report.rate_csv import rate_csv
from xeploai.report.rate_json import rate_json
from xeploai.report.rate_markdown import rate_markdown
from xeploai.report.rate_text import rate_text
from xeploai.report.result import Result
from xeploai.toml import load
from xeploai.truth import Verdict
from xeploai.wording.words import VERDICTS, pick


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "rate",
        lang=lang,
        callback=_rate,
        help=say("rate", lang),
        epilogue=(say("arg-rules", lang), say("arg-data", lang)),
        params=[
            rules_option(),
            data_option(),
            click.Option(["--period"], metavar="2024", help=say("opt-period", lang)),
            click.Option(["--require"], metavar="C,…", help=say("opt-require", lang)),
            form_option(("text", "json", "csv", "md"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _rate(
    rules: str, data: str, period: str | None, require: str | None, form: str, target: str | None, lang: Language
) -> int:
    loaded = load(rules)
    required = [name.strip() for name in (require or "").split(",") if name.strip()]
    known = [criterion.id for criterion in loaded.criteria]
    for name in required:
        if name not in known:
            meant = nearest(name, known)
            hint = f"; {say('did-you-mean', lang, meant=f'`{meant}`')}" if meant else ""
            raise Failure(say("no-criterion", lang, name=f"`{name}`") + hint)
    found = rated(loaded, data, period, lang)
    emit(_written(found, form, lang, terminal=target is None), form, target, lang)
    return _held(found, required, lang)


def _written(found: Result, form: str, lang: Language, *, terminal: bool) -> str:
    match form:
        case "json":
            return rate_json(found)
        case "csv":
            return rate_csv(found, lang)
        case "md":
            return rate_markdown(found, lang)
        case _:
            wide = shutil.get_terminal_size((120, 24)).columns if terminal and sys.stdout.isatty() else 120
            return rate_text(found, lang, min(wide, 160))


def _held(found: Result, required: list[str], lang: Language) -> int:
    """The exit status: 1 unless each criterion asked for is met wherever it is judged; unknown counts as not held."""
    status = 0
    for name in required:
        there = [
            f for findings in found.findings for f in findings if f.criterion.id == name and f.role is not Role.MONITOR
        ]
        failing = [finding for finding in there if finding.verdict not in (Verdict.MET, Verdict.NOT_APPLICABLE)]
        for finding in failing:
            word = pick(VERDICTS[finding.verdict], lang).lower()
            values = {"criterion": f"`{name}`", "subject": f"`{finding.subject}`", "verdict": word}
            print(say("not-held", lang, **values), file=sys.stderr)
        if not there:
            print(say("never-judged", lang, criterion=f"`{name}`"), file=sys.stderr)
        status = 1 if failing or not there else status
    return status
