"""Why a subject came out as it did, clause by clause."""

from collections.abc import Iterator, Mapping, Sequence

from xeploai.diagnostic import Language
from xeploai.model.evidence import Evidence
from xeploai.model.label import read_label
from xeploai.model.outcome import Finding
from xeploai.model.ruleset import Ruleset
from xeploai.source import place_of
from xeploai.wording.conditions import outcome_text, role_text, sentence
from xeploai.wording.documents import document_texts
from xeploai.wording.naming import Naming, criterion_name, kind_name, naming, titled
from xeploai.wording.said import Said
from xeploai.wording.sentences import citation_text, missing_texts, readings_texts
from xeploai.wording.stage import NO_DAYS, Days, Stage
from xeploai.wording.standing import standing_texts


def explain_stages(stages: Sequence[Stage], lang: Language, known: Mapping[str, str], days: Days = NO_DAYS) -> str:
    """All findings of a subject under a chain of rule sets: the level first, then each rule set's findings."""
    first = naming(stages[0].rules, lang, days.until)
    blocks = ["\n".join(_head(first, stages, known, days))]
    for stage in stages:
        names = naming(stage.rules, lang, days.until)
        if len(stages) > 1 and stage.findings:
            blocks.append(stage_text(names))
        blocks += ["\n".join(_block(names, stage.evidence, finding, known, days)) for finding in stage.findings]
    return "\n\n".join(blocks)


def stage_text(names: Naming) -> str:
    """The rule set under which findings were made: *Theo: … (`qd-124-2023`)*."""
    label = read_label(names.rules.label, names.lang, names.rules.id)
    return f"{'Theo' if names.lang == 'vi' else 'Under'}: {label} (`{names.rules.id}`)"


def _head(names: Naming, stages: Sequence[Stage], known: Mapping[str, str], days: Days) -> Iterator[str]:
    evidence = stages[0].evidence
    title = titled(names, evidence)
    yield f"{title} – {kind_name(names, evidence.kind)}" if evidence.kind else title
    for said in level_texts(stages, names.lang, known, days):
        yield said.text
        yield from (f"  · {text}" for text in said.below)


def level_texts(stages: Sequence[Stage], lang: Language, known: Mapping[str, str], days: Days) -> Iterator[Said]:
    """What is said of the level, in the words of the rule set that proposes it."""
    for stage in stages:
        if stage.standing is not None:
            names = naming(stage.rules, lang, days.until)
            yield from standing_texts(names, stage.standing, stage.evidence, stage.findings, known)


def _block(names: Naming, evidence: Evidence, finding: Finding, known: Mapping[str, str], days: Days) -> Iterator[str]:
    word = outcome_text(names, finding, days.so_far)
    yield f"{criterion_name(names, finding.criterion)} [{role_text(names, finding)}]: {word}"
    place = _place(names.rules, finding)
    yield from (f"  {text}" for text in detail_texts(names, evidence, finding, known, place))
    if finding.depends:
        yield f"  {dependence_text(names.lang)}"


def detail_texts(
    names: Naming, evidence: Evidence, finding: Finding, known: Mapping[str, str], place: str = ""
) -> Iterator[str]:
    """What is said below a verdict. `place`: where the criterion stands, if that is wanted."""
    vi = names.lang == "vi"
    if (text := sentence(names, finding)).casefold() != outcome_text(names, finding).casefold():
        yield text
    documents = document_texts(names, finding.criterion, evidence)
    yield from (f"{'văn bản' if vi else 'document'}: {text}" for text in documents)
    yield from (f"{'còn chờ' if vi else 'missing'}: {text}" for text in missing_texts(names, finding, known))
    if cite := citation_text(finding.criterion.cite):
        yield f"{'căn cứ' if vi else 'clause'}: {cite}{place}"
    yield from (f"{'cách hiểu' if vi else 'reading'}: {text}" for text in readings_texts(names, finding))


def dependence_text(lang: Language) -> str:
    """That another reading of the text comes out differently."""
    return "kết luận phụ thuộc cách hiểu" if lang == "vi" else "the conclusion depends on the reading"


def _place(rules: Ruleset, finding: Finding) -> str:
    if rules.source is None:
        return ""
    place = place_of(rules.source, ("criteria", finding.criterion.id), key=True)
    return f"; {place.file}:{place.line}"
