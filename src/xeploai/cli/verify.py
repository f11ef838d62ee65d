"""`xeploai verify RESULT RULES DATA`."""

import click

from xeploai.cli.earlier import earlier_result
from xeploai.cli.failure import Failure
from xeploai.cli.help import Command
from xeploai.cli.inputs import asked_day, asked_period, rated
from xeploai.cli.options import (
    data_argument,
    form_option,
    incidents_option,
    language_option,
    output_option,
    rules_argument,
)
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import Language
from xeploai.report.rate_json import as_data
from xeploai.report.verification import verification
from xeploai.report.verify_json import verify_json
from xeploai.report.verify_text import verify_text
from xeploai.toml import load


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "verify",
        lang=lang,
        callback=_verify,
        help=say("verify", lang),
        epilogue=(say("arg-result", lang), say("arg-rules", lang), say("arg-data", lang)),
        params=[
            click.Argument(["result"], metavar=say("metavar-result", lang)),
            rules_argument(lang),
            data_argument(lang),
            incidents_option(lang),
            form_option(("text", "json"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _verify(
    result: str, rules: str, data: str, incidents: str | None, form: str, target: str | None, lang: Language
) -> int:
    before = earlier_result(result, lang)
    if before.get("incidents") and incidents is None:
        raise Failure(say("incidents-needed", lang, file=f"`{result}`"))
    period, day = asked_period(before["period"], lang), asked_day(before.get("as_of"), lang)
    now = rated(load(rules, period=period), data, period, lang, as_of=day, incidents=incidents)
    found = verification(before, as_data(now))
    text = verify_json(found) if form == "json" else verify_text(found, lang)
    emit(text, form, target, lang, (result, rules, data, incidents))
    return int(not found.same)
