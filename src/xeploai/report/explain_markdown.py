"""One subject's explanation as Markdown."""

from collections.abc import Iterator

from xeploai.diagnostic import Language
from xeploai.model.outcome import Finding, Outcome
from xeploai.report.markdown import cell_text
from xeploai.report.result import Result
from xeploai.wording.explain import rating_text
from xeploai.wording.naming import criterion_name, naming, subject_name
from xeploai.wording.sentences import citation_text, finding_text, missing_texts, readings_texts
from xeploai.wording.words import verdict_word


def explain_markdown(result: Result, outcome: Outcome, findings: tuple[Finding, ...], lang: Language) -> str:
    """A heading for the subject, a section for every criterion."""
    return "\n\n".join(_blocks(result, outcome, findings, lang)) + "\n"


def _blocks(result: Result, outcome: Outcome, findings: tuple[Finding, ...], lang: Language) -> Iterator[str]:
    names, vi = naming(result.rules, lang), lang == "vi"
    subject = outcome.evidence
    yield f"# {cell_text(subject_name(subject))} (`{subject.id}`)"
    if result.rules.rules:
        yield rating_text(names, outcome)
    for finding in findings:
        yield f"## {criterion_name(names, finding.criterion)}: {verdict_word(finding, lang)}"
        lines = [finding_text(names, finding)]
        lines += [f"{'còn chờ' if vi else 'missing'}: {t}" for t in missing_texts(names, finding, result.names)]
        cite = citation_text(finding)
        lines += [f"{'căn cứ' if vi else 'clause'}: {cite}"] if cite else []
        lines += [f"{'cách hiểu' if vi else 'reading'}: {t}" for t in readings_texts(names, finding)]
        if finding.depends:
            lines.append("**kết luận phụ thuộc cách hiểu**" if vi else "**the conclusion depends on the reading**")
        yield "\n".join(f"- {cell_text(line)}" for line in lines)
