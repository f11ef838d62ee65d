"""`xeploai schema rules|result`."""

import click

from xeploai.cli.help import Command
from xeploai.cli.options import form_option, language_option, output_option
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import Language
from xeploai.report.schema import result_schema, rules_schema


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "schema",
        lang=lang,
        callback=_schema,
        help=say("schema", lang),
        epilogue=(say("arg-schema", lang),),
        params=[
            click.Argument(["what"], type=click.Choice(["rules", "result"]), metavar="rules|result"),
            form_option(("json",), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _schema(what: str, form: str, target: str | None, lang: Language) -> int:
    emit(rules_schema(lang) if what == "rules" else result_schema(), form, target, lang)
    return 0
