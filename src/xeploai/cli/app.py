"""The command as a whole: its language, its commands, and how every run ends."""

from collections.abc import Sequence

import click

from xeploai.cli.consoles import make_consoles_tolerant, show, tell
from xeploai.cli.failure import INTERRUPTED, Failure
from xeploai.cli.help import Group
from xeploai.cli.language import language_of
from xeploai.cli.words import say
from xeploai.diagnostic import Invalid, Language, render


def run(arguments: Sequence[str]) -> int:
    """Run the command. Exit status: 0 done; 1 done, and what was asked for does not hold; 2 not done; 130 stopped."""
    make_consoles_tolerant()
    lang = language_of(arguments)
    try:
        # Not `main` of click, which ends with status 1 where the reader of a pipe went away.
        with application(lang).make_context("xeploai", list(arguments)) as context:
            return int(context.command.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        tell(error.ctx.get_help())
        return 2
    except click.ClickException as error:
        # Loaded for what was typed wrongly.
        from xeploai.cli.usage import usage_text

        tell(usage_text(error, lang))
        return 2
    except Failure as failure:
        tell(f"xeploai: {say('error', lang)}: {failure.message}")
        return failure.status
    except Invalid as invalid:
        tell("\n".join(render(found, lang) for found in (*invalid.problems, *invalid.notices)))
        return 2
    except (click.Abort, KeyboardInterrupt):
        tell(f"xeploai: {say('interrupted', lang)}")
        return INTERRUPTED
    except BrokenPipeError:
        return 0


class Application(Group):
    """All commands, each loaded when it is asked for: the help of them all needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["rate", "explain", "rules", "facts", "schema", "test", "verify", "check", "clauses", "fmt"]

    def about(self, ctx: click.Context, name: str) -> str:
        return say(name, self.lang)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        match cmd_name:
            case "rate":
                from xeploai.cli.rate import command
            case "explain":
                from xeploai.cli.explain import command
            case "rules":
                from xeploai.cli.rules import command
            case "facts":
                from xeploai.cli.facts import command
            case "schema":
                from xeploai.cli.schema import command
            case "test":
                from xeploai.cli.test import command
            case "verify":
                from xeploai.cli.verify import command
            case "check":
                from xeploai.cli.check import command
            case "clauses":
                from xeploai.cli.clauses import command
            case "fmt":
                from xeploai.cli.fmt import command
            case _:
                return None
        return command(self.lang)


def application(lang: Language) -> click.Group:
    """The command as a whole, in one language."""
    language = click.Option(["--lang"], type=click.Choice(["vi", "en"]), expose_value=False, help=say("opt-lang", lang))

    def show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            from importlib.metadata import version

            show(f"xeploai {version('xeploai')}\n", lang)
            context.exit()

    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_version,
        help=say("opt-version", lang),
    )
    return Application("xeploai", lang=lang, help=say("app", lang), params=[language, version])
