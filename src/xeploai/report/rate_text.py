"""The result for a terminal: the scorecard, the levels, and who is to be chased."""

from collections.abc import Iterator

from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.result import Result
from xeploai.report.so_far import so_far_text
from xeploai.wording.naming import criterion_name, naming, public_name
from xeploai.wording.values import measured_text
from xeploai.wording.words import verdict_word

NARROWEST_PAGE = 40


def rate_text(result: Result, lang: Language, width: int = 120) -> str:
    """The result as text, at most `width` characters wide where what is wider can be broken."""
    width = max(width, NARROWEST_PAGE)
    blocks = [_title(result, lang)]
    # What is said of *chỉ tiêu* and of levels is loaded where there are any.
    if result.goals:
        from xeploai.report.scorecard_text import scorecard_texts

        blocks += scorecard_texts(result, lang, width)
    if result.rated:
        from xeploai.report.levels_text import levels_text

        blocks += levels_text(result, lang, width, units=not result.goals)
    if result.goals:
        from xeploai.report.scorecard_text import chased_texts

        blocks += chased_texts(result, lang, width)
    elif not result.rated:
        blocks.append("\n".join(_findings(result, lang)))
    return "\n\n".join(blocks) + "\n"


def _title(result: Result, lang: Language) -> str:
    name = read_label(result.rules.label, lang, result.rules.id)
    title = f"{name} – {'kỳ' if lang == 'vi' else 'period'} {result.period.name}"
    return "\n".join([title, *filter(None, [so_far_text(result, lang)])])


def _findings(result: Result, lang: Language) -> Iterator[str]:
    """Where there are neither *chỉ tiêu* nor levels: every verdict, subject by subject."""
    names = naming(result.rules, lang, result.period.until)
    for outcome, found in zip(result.outcomes, result.findings, strict=True):
        yield f"{public_name(names, outcome.evidence)} (`{outcome.evidence.id}`)"
        for finding in found:
            measured = measured_text(names, finding)
            tail = f" – {measured}" if measured else ""
            word = verdict_word(finding, lang, result.days.so_far)
            yield f"  {criterion_name(names, finding.criterion)}: {word}{tail}"
