"""The options and arguments that several commands share."""

from collections.abc import Sequence

import click

from xeploai.cli.words import say
from xeploai.diagnostic import Language


def language_option(lang: Language) -> click.Option:
    """`--lang vi|en`."""
    return click.Option(
        ["--lang"], type=click.Choice(["vi", "en"]), default=lang, help=say("opt-lang", lang), show_choices=True
    )


def form_option(formats: Sequence[str], lang: Language) -> click.Option:
    """`--format`; the first one where none is asked for."""
    return click.Option(
        ["--format", "form"], type=click.Choice(formats), default=formats[0], help=say("opt-format", lang)
    )


def output_option(lang: Language) -> click.Option:
    """`-o FILE`."""
    return click.Option(["-o", "--output", "target"], metavar=say("metavar-file", lang), help=say("opt-output", lang))


def period_option(lang: Language) -> click.Option:
    """`--period 2024`."""
    return click.Option(["--period"], metavar="2024", help=say("opt-period", lang))


def rules_argument(lang: Language) -> click.Argument:
    """`RULES`: a path or an id."""
    return click.Argument(["rules"], metavar=say("metavar-rules", lang))


def data_argument(lang: Language) -> click.Argument:
    """`DATA`: a path, or `-`."""
    return click.Argument(["data"], metavar=say("metavar-data", lang))
