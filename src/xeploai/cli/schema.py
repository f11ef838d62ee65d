"""`xeploai schema rules|result`."""

import click

from xeploai.cli import options
from xeploai.cli.help import Command
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
            options.form(("json",), lang),
            options.output(lang),
            options.language(lang),
        ],
    )


def _schema(what: str, form: str, target: str | None, lang: Language) -> int:
    emit(rules_schema(lang) if what == "rules" else result_schema(), form, target, lang)
    return 0
