"""`xeploai facts RULES`."""

import click

from xeploai.cli.help import Command
from xeploai.cli.inputs import version_of
from xeploai.cli.options import form_option, language_option, output_option, rules_argument, version_option
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import Language
from xeploai.report.facts import facts_csv, facts_json, facts_markdown, facts_text


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "facts",
        lang=lang,
        callback=_facts,
        help=say("facts", lang),
        epilogue=(say("arg-rules", lang),),
        params=[
            rules_argument(lang),
            version_option(lang),
            form_option(("text", "json", "md", "csv"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _facts(rules: str, period: str | None, form: str, target: str | None, lang: Language) -> int:
    loaded = version_of(rules, period, lang)
    writers = {"text": facts_text, "json": facts_json, "md": facts_markdown, "csv": facts_csv}
    emit(writers[form](loaded, lang), form, target, lang, (rules,))
    return 0
