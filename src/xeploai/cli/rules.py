"""`xeploai rules` and `xeploai rules show ID`."""

import click
from click.core import ParameterSource

from xeploai.cli.failure import Failure
from xeploai.cli.help import Command, Group
from xeploai.cli.inputs import version_of
from xeploai.cli.options import form_option, language_option, output_option, version_option
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import Language
from xeploai.report.rules import list_json, list_text, show_json, show_text
from xeploai.toml.dump import dump
from xeploai.toml.load import load, shipped


def command(lang: Language) -> click.Command:
    """The command in one language; without `show` it lists."""
    show = Command(
        "show",
        lang=lang,
        callback=_show,
        help=say("rules-show", lang),
        epilogue=(say("arg-id", lang),),
        params=[
            click.Argument(["rules"], metavar=say("metavar-id", lang)),
            version_option(lang),
            form_option(("text", "json", "toml"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )
    return Group(
        "rules",
        lang=lang,
        commands={"show": show},
        invoke_without_command=True,
        callback=_list,
        help=say("rules", lang),
        params=[form_option(("text", "json"), lang), output_option(lang), language_option(lang)],
    )


@click.pass_context
def _list(context: click.Context, form: str, target: str | None, lang: Language) -> int:
    if context.invoked_subcommand is None:
        loaded = [load(name) for name in shipped()]
        emit(list_json(loaded) if form == "json" else list_text(loaded, lang), form, target, lang)
        return 0
    # Said here, these would be of the list, which is not asked for; to pass them over in silence would mislead.
    for name, option in (("form", "--format"), ("target", "-o")):
        if context.get_parameter_source(name) is not ParameterSource.DEFAULT:
            raise Failure(say("before-show", lang, name=f"`{option}`"))
    return 0


def _show(rules: str, period: str | None, form: str, target: str | None, lang: Language) -> int:
    loaded = version_of(rules, period, lang)
    match form:
        case "json":
            text = show_json(loaded)
        case "toml":
            # The text of a file that takes from others says less than all of it.
            text = loaded.source.text if loaded.source and not loaded.source.taken else dump(loaded)
        case _:
            text = show_text(loaded, lang)
    emit(text, form, target, lang, (rules,))
    return 0
