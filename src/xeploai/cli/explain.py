"""`xeploai explain RULES DATA --subject ID`."""

import click

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
from xeploai.toml.load import load
from xeploai.wording.explain import explain_findings


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "explain",
        lang=lang,
        callback=_explain,
        help=say("explain", lang),
        epilogue=(say("arg-rules", lang), say("arg-data", lang)),
        params=[
            rules_argument(lang),
            data_argument(lang),
            click.Option(["--subject"], metavar=say("metavar-id", lang), required=True, help=say("opt-subject", lang)),
            period_option(lang),
            form_option(("text", "json", "md"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _explain(
    rules: str, data: str, subject: str, period: str | None, form: str, target: str | None, lang: Language
) -> int:
    loaded = load(rules)
    found = rated(loaded, data, period, lang)
    at = {outcome.evidence.id: number for number, outcome in enumerate(found.outcomes)}
    if subject not in at:
        raise Failure(say("no-subject", lang, name=f"`{subject}`") + did_you_mean(subject, at, lang))
    outcome, findings = found.outcomes[at[subject]], found.findings_of(at[subject])
    # A report is loaded where it is asked for.
    match form:
        case "json":
            from xeploai.report.explain_json import explain_json

            text = explain_json(found, outcome, findings, lang)
        case "md":
            from xeploai.report.explain_markdown import explain_markdown

            text = explain_markdown(found, outcome, findings, lang)
        case _:
            text = explain_findings(loaded, outcome, findings, lang, found.names) + "\n"
    emit(text, form, target, lang, (rules, data))
    return 0
