"""`xeploai check RULES…`."""

from collections.abc import Mapping

import click

from xeploai.audit.check import Audit, check, unread
from xeploai.cli.failure import Failure
from xeploai.cli.files import files_named, text_of
from xeploai.cli.help import Command
from xeploai.cli.inputs import progress
from xeploai.cli.options import form_option, language_option, output_option
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import InvalidRules, Language
from xeploai.report.check_json import audits_json
from xeploai.report.check_markdown import audits_markdown
from xeploai.report.check_sarif import audits_sarif
from xeploai.report.check_text import audits_text
from xeploai.toml.beside import ByFile

MOST_SIZES = 1_000
"""Who asks for larger units wants a calculator: every size can meet every target long before."""


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "check",
        lang=lang,
        callback=_check,
        help=say("check", lang),
        epilogue=(say("arg-rules", lang), say("arg-folder", lang)),
        params=[
            click.Argument(["rules"], nargs=-1, required=True, metavar=say("metavar-several-rules", lang)),
            click.Option(
                ["--source", "sources"],
                multiple=True,
                metavar=say("metavar-source", lang),
                help=say("opt-source", lang),
            ),
            click.Option(["--strict"], is_flag=True, help=say("opt-strict", lang)),
            click.Option(
                ["--sizes"],
                type=click.IntRange(1, MOST_SIZES),
                metavar=say("metavar-number", lang),
                help=say("opt-sizes", lang),
            ),
            form_option(("text", "json", "md", "sarif"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _check(
    rules: tuple[str, ...],
    sources: tuple[str, ...],
    strict: bool,
    sizes: int | None,
    form: str,
    target: str | None,
    lang: Language,
) -> int:
    if sizes is not None and form == "sarif":
        raise Failure(say("no-sizes", lang))
    given = [_given(one, lang) for one in sources]
    texts = {source: text_of(file, lang) for source, file in given}
    files = files_named(rules, lang)
    found = _audits(files, texts, lang)
    _every_text_is_used(texts, found, lang)
    writers = {"text": audits_text, "json": audits_json, "md": audits_markdown}
    text = writers[form](found, lang, sizes) if form in writers else audits_sarif(found, lang)
    emit(text, form, target, lang, (*files, *(file for _, file in given)))
    if not_read := [f"`{one.file}`" for one in found if one.unread]:
        # The report may have gone to a file: whoever reads the status is told of it here too.
        raise Failure(say("files-not-read", lang, files=", ".join(not_read)))
    return int(any(one.failed or (strict and one.problems) for one in found))


def _given(given: str, lang: Language) -> tuple[str, str]:
    """`SOURCE=FILE`: the id of a source, and the file of its text."""
    source, sign, file = given.partition("=")
    if not sign:
        raise Failure(say("source-form", lang, name=f"`{given}`"))
    return source, file


def _every_text_is_used(texts: Mapping[str, str], found: list[Audit], lang: Language) -> None:
    """Refuse the text of a source that no file has: nobody would have looked into it."""
    if all(one.rules for one in found):
        known = {source.id for one in found if one.rules for source in one.rules.sources}
        for name in texts.keys() - known:
            there = ", ".join(f"`{one}`" for one in sorted(known)) or "–"
            raise Failure(say("source-unknown", lang, name=f"`{name}`", known=there))


def _audits(names: list[str], texts: dict[str, str], lang: Language) -> list[Audit]:
    """Every file under audit, those that cannot be read among them."""
    found, loaded = list[Audit](), ByFile()
    for name in names:
        try:
            with progress(say("checking", lang, name=name)):
                found.append(check(name, texts, loaded))
        except InvalidRules as invalid:
            found.append(unread(name, invalid))
    return found
