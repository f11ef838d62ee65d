"""Why a subject came out as it did, clause by clause."""

from collections.abc import Iterator, Mapping, Sequence

from xeploai.diagnostic import Language
from xeploai.model.outcome import Finding, Outcome
from xeploai.model.ruleset import Ruleset
from xeploai.source import place_of
from xeploai.wording.naming import Naming, criterion_name, kind_name, level_name, naming, subject_name
from xeploai.wording.sentences import citation_text, finding_text, missing_texts, readings_texts
from xeploai.wording.words import role_word, verdict_word


def explain_findings(
    rules: Ruleset, outcome: Outcome, findings: Sequence[Finding], lang: Language, known: Mapping[str, str]
) -> str:
    """All findings of a subject in sentences. `known` gives the names of subjects by id."""
    names = naming(rules, lang)
    blocks = ["\n".join(_head(names, outcome))]
    blocks += ["\n".join(_block(names, finding, known)) for finding in findings]
    return "\n\n".join(blocks)


def _head(names: Naming, outcome: Outcome) -> Iterator[str]:
    evidence = outcome.evidence
    title = f"{subject_name(evidence)} (`{evidence.id}`)" if evidence.name else f"`{evidence.id}`"
    yield f"{title} – {kind_name(names, evidence.kind)}" if evidence.kind else title
    if outcome.rating is not None:
        yield rating_text(names, outcome)


def rating_text(names: Naming, outcome: Outcome) -> str:
    """The level, or the levels between which the missing data leave it."""
    rating, vi = outcome.rating, names.lang == "vi"
    if rating is None:
        return "Không có gì để xếp loại" if vi else "There is nothing to rate"
    lead = "Xếp loại" if vi else "Rating"
    if rating.level is not None:
        return f"{lead}: {level_name(names, rating.level)}"
    low, high = level_name(names, rating.lowest), level_name(names, rating.highest)
    span = (f"từ {low} đến {high}" if vi else f"from {low} to {high}") if low != high else high
    unrated = (", hoặc không có gì để xếp loại" if vi else ", or nothing to rate") if rating.may_be_unrated else ""
    return f"{lead}: {span}{unrated} ({'chưa đủ số liệu' if vi else 'not enough data'})"


def _block(names: Naming, finding: Finding, known: Mapping[str, str]) -> Iterator[str]:
    vi = names.lang == "vi"
    role = role_word(finding.criterion, finding.role, names.lang)
    yield f"{criterion_name(names, finding.criterion)} [{role}]: {verdict_word(finding, names.lang)}"
    yield f"  {finding_text(names, finding)}"
    for text in missing_texts(names, finding, known):
        yield f"  {'còn chờ' if vi else 'missing'}: {text}"
    if cite := citation_text(finding):
        yield f"  {'căn cứ' if vi else 'clause'}: {cite}{_place(names.rules, finding)}"
    for text in readings_texts(names, finding):
        yield f"  {'cách hiểu' if vi else 'reading'}: {text}"
    if finding.depends:
        yield f"  {'kết luận phụ thuộc cách hiểu' if vi else 'the conclusion depends on the reading'}"


def _place(rules: Ruleset, finding: Finding) -> str:
    if rules.source is None:
        return ""
    place = place_of(rules.source, ("criteria", finding.criterion.id), key=True)
    return f"; {place.file}:{place.line}"
