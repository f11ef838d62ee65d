"""Mistakes on the command line, said in the reader's language."""

import click

from xeploai.cli.words import did_you_mean, say
from xeploai.diagnostic import Language


def usage_text(error: click.ClickException, lang: Language) -> str:
    """What is wrong with a command line, and what to do next."""
    context = getattr(error, "ctx", None)
    lines = [f"xeploai: {say('error', lang)}: {_what(error, lang)}"]
    lines.append(f"   {say('try-help', lang, command=context.command_path if context else 'xeploai')}")
    return "\n".join(lines)


def _what(error: click.ClickException, lang: Language) -> str:
    match error:
        case click.NoSuchOption():
            text = say("no-such-option", lang, name=f"`{error.option_name}`")
            return text + did_you_mean(error.option_name, error.possibilities or (), lang)
        case click.MissingParameter():
            return say("missing", lang, name=_name(error))
        case click.BadParameter():
            return _bad_value(error, lang)
        case click.BadOptionUsage():
            key = "no-value" if "does not take" in error.message else "needs-value"
            return say(key, lang, name=f"`{error.option_name}`")
        case _:
            return _other(error, lang)


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None or error.ctx is None:
        return f"`{error.param_hint}`"
    option = isinstance(parameter, click.Option)
    return f"`{parameter.opts[-1] if option else parameter.make_metavar(error.ctx)}`"


def _bad_value(error: click.BadParameter, lang: Language) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        given = str(error.message).split("'")[1] if "'" in str(error.message) else ""
        choices = ", ".join(f"`{choice}`" for choice in kind.choices)
        bad = say("bad-value", lang, name=_name(error), value=f"`{given}`")
        return f"{bad}; {say('choose', lang, choices=choices)}{did_you_mean(given, kind.choices, lang)}"
    if isinstance(kind, click.IntRange):
        return say("whole-number", lang, name=_name(error), least=kind.min, most=kind.max)
    return f"{_name(error)}: {error.message}"


def _other(error: click.ClickException, lang: Language) -> str:
    message = error.message
    quoted = message.split("'")[1] if message.count("'") >= 2 else ""
    if message.startswith("Missing command"):
        return say("no-command", lang)
    if message.startswith("No such command"):
        context = getattr(error, "ctx", None)
        known = context.command.list_commands(context) if context and isinstance(context.command, click.Group) else []
        return say("no-such-command", lang, name=f"`{quoted}`") + did_you_mean(quoted, known, lang)
    if "unexpected extra argument" in message:
        given = message.partition("(")[2].removesuffix(")").split(" ")
        return say("extra", lang, value=" ".join(f"`{one}`" for one in given))
    return say("usage-error", lang, detail=message)
