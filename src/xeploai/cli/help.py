"""Commands whose help is in the reader's language."""

from collections.abc import Sequence

import click

from xeploai.cli.words import say
from xeploai.diagnostic import Language


class Command(click.Command):
    """A command that prints its help in one language."""

    lang: Language

    def __init__(self, *args: object, lang: Language, epilogue: Sequence[str] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lang = lang
        self.epilogue = epilogue

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_language(super().get_help_option(ctx), self.lang)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _options(self, ctx, formatter, self.lang)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for text in self.epilogue:
            formatter.write_paragraph()
            formatter.write_text(text)


class Group(click.Group):
    """A group of commands that prints its help in one language."""

    lang: Language

    def __init__(self, *args: object, lang: Language, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lang = lang

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_language(super().get_help_option(ctx), self.lang)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _options(self, ctx, formatter, self.lang)
        rows = [(name, self.commands[name].get_short_help_str(200)) for name in self.list_commands(ctx)]
        with formatter.section(say("commands", self.lang)):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _in_language(option: click.Option | None, lang: Language) -> click.Option | None:
    if option is not None:
        option.help = say("opt-help", lang)
    return option


def _usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, lang: Language) -> None:
    named = {"[OPTIONS]": "[…]", "COMMAND [ARGS]...": f"{say('command', lang)} …"}
    pieces = [named.get(piece, piece) for piece in command.collect_usage_pieces(ctx)]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say("usage", lang) + " ")


def _options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, lang: Language) -> None:
    asked = [parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option)]
    records = [record for option in asked if (record := option.get_help_record(ctx))]
    with formatter.section(say("options", lang)):
        formatter.write_dl(records)
