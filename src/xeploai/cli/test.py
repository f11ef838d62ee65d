"""`xeploai test RULES…`."""

import click

from xeploai.audit.cases.beside import InvalidCases, cases_beside
from xeploai.audit.cases.case import Suite
from xeploai.audit.cases.run import run_cases
from xeploai.audit.cover.coverage import coverage
from xeploai.audit.mutants.survivors import survivors
from xeploai.audit.synthesis.missing import missing as missing_cases
from xeploai.cli.consoles import tell
from xeploai.cli.failure import Failure
from xeploai.cli.files import files_named
from xeploai.cli.help import Command
from xeploai.cli.inputs import progress
from xeploai.cli.options import form_option, language_option, output_option
from xeploai.cli.output import emit
from xeploai.cli.words import say
from xeploai.diagnostic import Diagnostic, Invalid, Language
from xeploai.report.cover_json import coverages_json
from xeploai.report.cover_markdown import coverages_markdown
from xeploai.report.cover_text import coverages_text
from xeploai.report.missing_toml import left_texts, missing_toml
from xeploai.report.mutants_json import survivors_json
from xeploai.report.mutants_markdown import survivors_markdown
from xeploai.report.mutants_text import survivors_text
from xeploai.report.test_json import suites_json
from xeploai.report.test_markdown import suites_markdown
from xeploai.report.test_text import suites_text
from xeploai.toml import load


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "test",
        lang=lang,
        callback=_test,
        help=say("test", lang),
        epilogue=(say("arg-rules", lang), say("arg-folder", lang), say("arg-cases", lang)),
        params=[
            click.Argument(["rules"], nargs=-1, required=True, metavar=say("metavar-several-rules", lang)),
            click.Option(["--cover"], is_flag=True, help=say("opt-cover", lang)),
            click.Option(["--missing"], is_flag=True, help=say("opt-missing", lang)),
            click.Option(["--mutants"], is_flag=True, help=say("opt-mutants", lang)),
            click.Option(["--strict"], is_flag=True, help=say("opt-strict-cover", lang)),
            form_option(("text", "json", "md"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _test(
    rules: tuple[str, ...],
    cover: bool,
    missing: bool,
    mutants: bool,
    strict: bool,
    form: str,
    target: str | None,
    lang: Language,
) -> int:
    asked = [name for name, on in (("--cover", cover), ("--missing", missing), ("--mutants", mutants)) if on]
    if len(asked) > 1:
        raise Failure(say("one-of-options", lang, one=f"`{asked[0]}`", other=f"`{asked[1]}`"))
    if missing and form != "text":
        raise Failure(say("toml-only", lang, option="`--missing`"))
    if strict and not asked:
        raise Failure(say("strict-alone", lang))
    files = files_named(rules, lang)
    if missing and len(files) > 1:
        raise Failure(say("one-ruleset", lang, option="`--missing`"))
    tested = _tested(files, lang)
    read = (*files, *(result.case.place.file for one in tested for result in one.results))
    if missing:
        text, left_out = _made(tested[0], lang)
        # Nothing is no file of cases: one that is there already stays as it is.
        if text:
            emit(text, "toml", target, lang, read)
    else:
        writers = {"text": suites_text, "json": suites_json, "md": suites_markdown}
        plain = (writers[form](tested, lang), False)
        text, left_out = _covered(tested, form, lang) if cover else _mutated(tested, form, lang) if mutants else plain
        emit(text, form, target, lang, read)
    return int(any(one.failed for one in tested) or (strict and left_out))


def _made(suite: Suite, lang: Language) -> tuple[str, bool]:
    """The cases that are missing, and whether gaps stay; those are told beside the result."""
    with progress(say("making", lang, name=suite.rules.id)):
        found = missing_cases(coverage(suite))
    for name, what in left_texts(found, lang):
        tell(say("no-evidence", lang, name=f"`{name}`", what=what))
    if not found.made and not found.left:
        tell(say("all-shown", lang, name=f"`{suite.rules.id}`"))
    return missing_toml(found, lang), bool(found.left)


def _covered(tested: list[Suite], form: str, lang: Language) -> tuple[str, bool]:
    """What the cases leave out, and whether they leave anything out."""
    found = [coverage(one) for one in tested]
    writers = {"text": coverages_text, "json": coverages_json, "md": coverages_markdown}
    return writers[form](found, lang), any(one.gaps for one in found)


def _mutated(tested: list[Suite], form: str, lang: Language) -> tuple[str, bool]:
    """The changes that no case notices, and whether there are any."""
    found = []
    for one in tested:
        with progress(say("mutating", lang, name=one.rules.id)):
            found.append(survivors(one))
    writers = {"text": survivors_text, "json": survivors_json, "md": survivors_markdown}
    return writers[form](found, lang), any(one.mutants for one in found)


def _tested(names: list[str], lang: Language) -> list[Suite]:
    """The rule sets with their cases; what cannot be read of any of them is said of all of them at once."""
    tested, problems = [], list[Diagnostic]()
    for name in names:
        try:
            loaded = load(name)
            cases = cases_beside(name, loaded)
        except Invalid as invalid:
            problems += invalid.problems
            continue
        if not cases:
            tell(say("no-cases", lang, name=f"`{name}`"))
        with progress(say("testing", lang, name=name)):
            tested.append(run_cases(loaded, cases))
    if problems:
        raise InvalidCases(problems)
    return tested
