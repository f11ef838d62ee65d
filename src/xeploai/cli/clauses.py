"""`xeploai clauses RULES`."""

import click

from xeploai.audit.cases.beside import cases_beside
from xeploai.audit.clauses import clause_map
from xeploai.cli.help import Command
from xeploai.cli.inputs import version_of
from xeploai.cli.options import form_option, language_option, output_option, rules_argument, version_option
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import Language
from xeploai.report.clauses_html import clauses_html
from xeploai.report.clauses_json import clauses_json
from xeploai.report.clauses_markdown import clauses_markdown
from xeploai.report.clauses_text import clauses_text


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "clauses",
        lang=lang,
        callback=_clauses,
        help=say("clauses", lang),
        epilogue=(say("arg-rules", lang), say("arg-cases", lang)),
        params=[
            rules_argument(lang),
            version_option(lang),
            form_option(("text", "json", "md", "html"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _clauses(rules: str, period: str | None, form: str, target: str | None, lang: Language) -> int:
    loaded = version_of(rules, period, lang)
    held = clause_map(loaded, cases_beside(rules, loaded))
    writers = {"text": clauses_text, "json": clauses_json, "md": clauses_markdown, "html": clauses_html}
    emit(writers[form](held, lang), form, target, lang, (rules,))
    return 0
