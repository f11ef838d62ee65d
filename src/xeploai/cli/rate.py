"""`xeploai rate RULES DATA`."""

import click

from xeploai.cli.consoles import USUAL_WIDTH, columns, tell
from xeploai.cli.failure import Failure
from xeploai.cli.help import Command
from xeploai.cli.inputs import rated
from xeploai.cli.options import (
    data_argument,
    form_option,
    language_option,
    output_option,
    period_option,
    rules_argument,
)
from xeploai.cli.output import emit
from xeploai.cli.words import did_you_mean, say
from xeploai.diagnostic import Language
from xeploai.model.condition import Role
from xeploai.model.ruleset import Ruleset
from xeploai.report.result import Result
from xeploai.toml.load import load
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
            rules_argument(lang),
            data_argument(lang),
            period_option(lang),
            click.Option(["--require"], metavar=say("metavar-criteria", lang), help=say("opt-require", lang)),
            form_option(("text", "json", "csv", "md"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _rate(
    rules: str, data: str, period: str | None, require: str | None, form: str, target: str | None, lang: Language
) -> int:
    loaded = load(rules)
    required = _required(loaded, require, lang)
    found = rated(loaded, data, period, lang)
    emit(_written(found, form, lang, columns() if target is None else USUAL_WIDTH), form, target, lang, (rules, data))
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


def _written(found: Result, form: str, lang: Language, width: int) -> str:
    # A report is loaded where it is asked for.
    match form:
        case "json":
            from xeploai.report.rate_json import rate_json

            return rate_json(found)
        case "csv":
            from xeploai.report.rate_csv import rate_csv

            return rate_csv(found, lang)
        case "md":
            from xeploai.report.rate_markdown import rate_markdown

            return rate_markdown(found, lang)
        case _:
            from xeploai.report.rate_text import rate_text

            return rate_text(found, lang, width)


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
