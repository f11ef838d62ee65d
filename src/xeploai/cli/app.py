"""The command as a whole: its language, its commands, and how every run ends."""

import os
import sys
from collections.abc import Sequence

import click

from xeploai.cli.explain import command as explain
from xeploai.cli.facts import command as facts
from xeploai.cli.failure import Failure
from xeploai.cli.help import Group
from xeploai.cli.output import make_consoles_tolerant
from xeploai.cli.rate import command as rate
from xeploai.cli.rules import command as rules
from xeploai.cli.schema import command as schema
from xeploai.cli.usage import usage_text
from xeploai.cli.words import say
from xeploai.diagnostic import Invalid, Language, render

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command. Exit status: 0 done; 1 done, and what was asked for does not hold; 2 not done; 130 stopped."""
    make_consoles_tolerant()
    lang = language_of(arguments)
    try:
        status = application(lang).main(list(arguments), prog_name="xeploai", standalone_mode=False)
        sys.stdout.flush()
        return int(status or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.ctx.get_help(), file=sys.stderr)
        return 2
    except click.ClickException as error:
        print(usage_text(error, lang), file=sys.stderr)
        return 2
    except Failure as failure:
        print(f"xeploai: {say('error', lang)}: {failure.message}", file=sys.stderr)
        return failure.status
    except Invalid as invalid:
        print("\n".join(render(problem, lang) for problem in invalid.problems), file=sys.stderr)
        return 2
    except (click.Abort, KeyboardInterrupt):
        print(f"xeploai: {say('interrupted', lang)}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return 0


def language_of(arguments: Sequence[str]) -> Language:
    """The language asked for, wherever `--lang` stands: it must be known before the help can be written."""
    found: Language = "vi"
    for number, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else None
        if argument == "--lang" and number + 1 < len(arguments):
            value = arguments[number + 1]
        if value in ("vi", "en"):
            found = "en" if value == "en" else "vi"
    return found


def application(lang: Language) -> click.Group:
    """All commands in one language."""
    commands = [command(lang) for command in (rate, explain, rules, facts, schema)]
    language = click.Option(["--lang"], type=click.Choice(["vi", "en"]), expose_value=False, help=say("opt-lang", lang))
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help=say("opt-version", lang),
    )
    named = {command.name or "": command for command in commands}
    return Group("xeploai", lang=lang, commands=named, help=say("app", lang), params=[language, version])


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        click.echo(f"xeploai {version('xeploai')}")
        context.exit()


def _close_quietly() -> None:
    """The reader went away: let nothing more be written when the interpreter closes its streams."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
