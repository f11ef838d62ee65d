"""`xeploai explain RULES DATA --subject ID`."""

import click

from xeploai.cli import options
from xeploai.cli.failure import Failure
from xeploai.cli.help import Command
from xeploai.cli.inputs import rated
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import Language, nearest
from xeploai.report.explain_json import explain_json
from xeploai.report.explain_markdown import explain_markdown
from xeploai.toml import load
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
            options.rules(),
            options.data(),
            click.Option(["--subject"], metavar="ID", required=True, help=say("opt-subject", lang)),
            click.Option(["--period"], metavar="2024", help=say("opt-period", lang)),
            options.form(("text", "json", "md"), lang),
            options.output(lang),
            options.language(lang),
        ],
    )


def _explain(
    rules: str, data: str, subject: str, period: str | None, form: str, target: str | None, lang: Language
) -> int:
    loaded = load(rules)
    found = rated(loaded, data, period, lang)
    at = {outcome.evidence.id: number for number, outcome in enumerate(found.outcomes)}
    if subject not in at:
        meant = nearest(subject, at)
        hint = f"; {say('did-you-mean', lang, meant=f'`{meant}`')}" if meant else ""
        raise Failure(say("no-subject", lang, name=f"`{subject}`") + hint)
    outcome, findings = found.outcomes[at[subject]], found.findings_of(at[subject])
    match form:
        case "json":
            text = explain_json(found, outcome, findings, lang)
        case "md":
            text = explain_markdown(found, outcome, findings, lang)
        case _:
            text = explain_findings(loaded, outcome, findings, lang, found.names) + "\n"
    emit(text, form, target, lang)
    return 0
