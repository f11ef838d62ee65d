"""`xeploai explain RULES DATA --subject ID`, and `--reach LEVEL`."""

import click

from xeploai.cli.failure import Failure
from xeploai.cli.help import Command
from xeploai.cli.inputs import asked_day, asked_period, rated
from xeploai.cli.options import (
    as_of_option,
    data_argument,
    form_option,
    incidents_option,
    language_option,
    output_option,
    period_option,
    rules_argument,
)
from xeploai.cli.output import emit
from xeploai.cli.subjects import asked_subject
from xeploai.cli.words import say
from xeploai.diagnostic import Language
from xeploai.model.ruleset import Ruleset
from xeploai.report.result import Result
from xeploai.report.subject import Subject, proposer, rules_of, with_decision
from xeploai.toml.load import load


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "explain",
        lang=lang,
        callback=_explain,
        help=say("explain", lang),
        epilogue=(say("arg-rules", lang), say("arg-data", lang)),
        params=[
            rules_argument(lang),
            data_argument(lang),
            click.Option(["--subject"], metavar=say("metavar-id", lang), required=True, help=say("opt-subject", lang)),
            click.Option(["--reach"], metavar=say("metavar-level", lang), help=say("opt-reach", lang)),
            period_option(lang),
            as_of_option(lang),
            incidents_option(lang),
            form_option(("text", "json", "md"), lang),
            output_option(lang),
            language_option(lang),
        ],
    )


def _explain(
    rules: str,
    data: str,
    subject: str,
    reach: str | None,
    period: str | None,
    as_of: str | None,
    incidents: str | None,
    form: str,
    target: str | None,
    lang: Language,
) -> int:
    asked, day = asked_period(period, lang), asked_day(as_of, lang)
    loaded = load(rules, period=asked)
    found = rated(loaded, data, asked, lang, as_of=day, incidents=incidents)
    asked_for = asked_subject(found, subject, lang)
    text = _explained(found, asked_for, form, lang) if reach is None else _reached(asked_for, reach, form, lang)
    emit(text, form, target, lang, (rules, data, incidents))
    return 0


def _explained(found: Result, asked_for: Subject, form: str, lang: Language) -> str:
    # A report is loaded where it is asked for.
    match form:
        case "json":
            from xeploai.report.explain_json import explain_json

            return explain_json(found, asked_for, lang)
        case "md":
            from xeploai.report.explain_markdown import explain_markdown

            return explain_markdown(found, asked_for, lang)
        case _:
            from xeploai.report.explain_text import explain_of

            return explain_of(found, asked_for, lang)


def _reached(asked_for: Subject, level: str, form: str, lang: Language) -> str:
    from xeploai.rating.reach import reach_from

    outcome = proposer(asked_for)
    if outcome is None:
        raise Failure(say("no-levels-here", lang, name=f"`{asked_for.id}`", kind=f"`{asked_for.row.kind}`"))
    found = reach_from(outcome, _level(rules_of(outcome), level, lang))
    match form:
        case "json":
            from xeploai.report.reach_json import reach_as_json

            return reach_as_json(outcome, found, lang)
        case "md":
            from xeploai.report.reach_markdown import reach_as_markdown

            return reach_as_markdown(outcome, found, lang, with_decision(asked_for, outcome.rating))
        case _:
            from xeploai.report.reach_text import reach_as_text

            return reach_as_text(outcome, found, lang, with_decision(asked_for, outcome.rating))


def _level(rules: Ruleset, text: str, lang: Language) -> str:
    """The id of a level that is given as data may give it.

    Raises:
        Failure: no level of the scale is meant, or more than one.
    """
    from xeploai.intake.scales import scales_of
    from xeploai.intake.vocabulary import look_up

    scale, levels = rules.scale, scales_of(rules).levels
    ids = [one.id for one in scale.levels] if scale else []
    meant = [one for one in look_up(levels.words, text).ids if one in ids]
    if len(meant) == 1:
        return meant[0]
    near = levels.words.meant(text)
    ask = f"; {say('did-you-mean', lang, meant=f'`{near}`')}" if near else ""
    raise Failure(say("no-level", lang, name=f"`{text}`", levels=levels.names) + ask)
