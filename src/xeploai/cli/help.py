"""Commands whose help is in the reader's language."""

from collections.abc import Sequence

import click

from xeploai.cli.consoles import show
from xeploai.cli.words import say
from xeploai.diagnostic import Language


class Command(click.Command):
    """A command that prints its help in one language."""

    lang: Language

    def __init__(self, *args: object, lang: Language, epilogue: Sequence[str] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lang = lang
        self.epilogue = epilogue
        # Made once: while it parses, click looks the option up by identity.
        self.help_option = click.Option(
            ["--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=self._show_help,
            help=say("opt-help", lang),
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            # Some mistakes come without their command, whose help they shall point to.
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return self.help_option

    def _show_help(self, ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            show(ctx.get_help() + "\n", self.lang)
            ctx.exit()

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options, command = f"[{say('option', self.lang)}]", f"{say('command', self.lang)} …"
        named = {"[OPTIONS]": options, "COMMAND [ARGS]...": command, "[COMMAND] [ARGS]...": f"[{command}]"}
        pieces = [named.get(piece, piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say("usage", self.lang) + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        asked = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        records = [record for option in asked if (record := option.get_help_record(ctx))]
        needed = f"[{say('required', self.lang)}]"
        with formatter.section(say("options", self.lang)):
            formatter.write_dl([(name, text.replace("[required]", needed)) for name, text in records])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for text in self.epilogue:
            formatter.write_paragraph()
            formatter.write_text(text)


class Group(Command, click.Group):
    """A group of commands that prints its help in one language."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, self.about(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(say("commands", self.lang)):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def about(self, ctx: click.Context, name: str) -> str:
        """What a command does, in one sentence."""
        return self.commands[name].help or ""
