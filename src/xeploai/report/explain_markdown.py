"""One subject's explanation as Markdown."""

from collections.abc import Iterator, Sequence

from xeploai.diagnostic import Language
from xeploai.report.markdown import cell_text
from xeploai.report.result import Result
from xeploai.report.subject import Subject, stages, standing_of
from xeploai.wording.conditions import outcome_text
from xeploai.wording.explain import dependence_text, detail_texts, level_texts, stage_text
from xeploai.wording.naming import Naming, criterion_name, naming, public_name
from xeploai.wording.stage import Stage


def explain_markdown(result: Result, subject: Subject, lang: Language) -> str:
    """A heading for the subject, its level, a section for every criterion."""
    return "\n\n".join(_blocks(result, stages(subject, standing_of(subject)), lang)) + "\n"


def _blocks(result: Result, found: Sequence[Stage], lang: Language) -> Iterator[str]:
    first = naming(found[0].rules, lang, result.days.until)
    row = found[0].evidence
    yield f"# {cell_text(public_name(first, row))} (`{row.id}`)"
    lines = []
    for said in level_texts(found, lang, result.names, result.days):
        lines.append(f"- {cell_text(said.text)}")
        lines += [f"  - {cell_text(text)}" for text in said.below]
    if lines:
        yield "\n".join(lines)
    for stage in found:
        names = naming(stage.rules, lang, result.days.until)
        if len(found) > 1 and stage.findings:
            yield cell_text(stage_text(names))
        yield from _sections(result, names, stage)


def _sections(result: Result, names: Naming, stage: Stage) -> Iterator[str]:
    for finding in stage.findings:
        word = outcome_text(names, finding, result.days.so_far)
        yield f"## {criterion_name(names, finding.criterion)}: {word}"
        lines = [cell_text(text) for text in detail_texts(names, stage.evidence, finding, result.names)]
        if finding.depends:
            lines.append(f"**{dependence_text(names.lang)}**")
        yield "\n".join(f"- {line}" for line in lines)
