"""The options and arguments that several commands share."""

from collections.abc import Sequence
from pathlib import Path

import click

from xeploai.cli.words import say
from xeploai.diagnostic import Language

_TABLES = (".csv", ".json", ".xlsx")


def language_option(lang: Language) -> click.Option:
    """`--lang vi|en`."""
    return click.Option(
        ["--lang"], type=click.Choice(["vi", "en"]), default=lang, help=say("opt-lang", lang), show_choices=True
    )


def form_option(formats: Sequence[str], lang: Language) -> click.Option:
    """`--format`; where none is asked for, the one that the name of the file says, else the first."""

    def form(context: click.Context, _: click.Parameter, given: str | None) -> str:
        # What is on the command line comes before what is not: where no format is, the file is known.
        suffix = Path(context.params.get("target") or "").suffix.removeprefix(".").lower()
        return given or (suffix if suffix in formats else formats[0])

    return click.Option(["--format", "form"], type=click.Choice(formats), callback=form, help=say("opt-format", lang))


def output_option(lang: Language) -> click.Option:
    """`-o FILE`."""
    return click.Option(["-o", "--output", "target"], metavar=say("metavar-file", lang), help=say("opt-output", lang))


def period_option(lang: Language) -> click.Option:
    """`--period 2024`, `--period 2025-Q4`."""
    return click.Option(["--period"], metavar="2024", help=say("opt-period", lang))


def version_option(lang: Language) -> click.Option:
    """`--period 2024`, where nothing is rated and a version of a series is picked by it."""
    return click.Option(["--period"], metavar="2024", help=say("opt-version-of", lang))


def as_of_option(lang: Language) -> click.Option:
    """`--as-of 2024-06-30`."""
    return click.Option(["--as-of"], metavar=say("metavar-day", lang), help=say("opt-as-of", lang))


def incidents_option(lang: Language) -> click.Option:
    """`--incidents FILE`."""
    return click.Option(["--incidents"], metavar=say("metavar-file", lang), help=say("opt-incidents", lang))


def rules_argument(lang: Language) -> click.Argument:
    """`RULES`: a path or an id."""

    def checked(context: click.Context, _: click.Parameter, given: str) -> str:
        if not given.strip():
            raise click.BadParameter(say("empty-name", lang))
        # Read as rules, a table is no TOML: who wrote the two the wrong way round would learn nothing from that.
        if given.lower().endswith(_TABLES):
            arguments = [one for one in context.command.params if isinstance(one, click.Argument)]
            usage = " ".join([context.command_path, *(one.make_metavar(context) for one in arguments)])
            raise click.BadParameter(say("no-rules", lang, name=f"`{given}`", usage=usage))
        return given

    return click.Argument(["rules"], metavar=say("metavar-rules", lang), callback=checked)


def data_argument(lang: Language) -> click.Argument:
    """`DATA`: a path, or `-`."""
    return click.Argument(["data"], metavar=say("metavar-data", lang))
