"""All there is to say of a subject's level. The engine proposes, the competent authority decides, and both are said."""

from collections.abc import Iterator, Mapping, Sequence

from xeploai.model.evidence import Evidence
from xeploai.model.label import read_label
from xeploai.model.outcome import Finding, Rating, Standing
from xeploai.model.ruleset import Exemption, Veto
from xeploai.model.scale import Scale
from xeploai.wording.documents import REASON, document_of, document_text
from xeploai.wording.levels import difference_text, effective, proposed
from xeploai.wording.naming import Naming, level_name, named, one_line, question, reading_name
from xeploai.wording.obstacles import obstacle_texts
from xeploai.wording.said import Said
from xeploai.wording.sentences import citation_text, lacks_texts


def proposal_text(names: Naming, rating: Rating | None, why: str = "") -> str:
    """*Đề xuất xếp loại: Hoàn thành tốt nhiệm vụ*; where it is open, with the reason."""
    open_ = rating is not None and rating.highest is not None and rating.level is None
    lead = "Đề xuất xếp loại" if names.lang == "vi" else "Proposed level"
    if rating is None or rating.highest is None:
        return "Không có gì để xếp loại" if names.lang == "vi" else "There is nothing to rate"
    return f"{lead}: {proposed(names, rating)}" + (f" ({why or _short_of_data(names)})" if open_ else "")


def _short_of_data(names: Naming) -> str:
    return "chưa đủ số liệu" if names.lang == "vi" else "not enough data"


def decided_text(names: Naming, rating: Rating, evidence: Evidence) -> str:
    """*Hoàn thành tốt nhiệm vụ (căn cứ: Quyết định 12-QĐ/ĐU)*; empty where nothing was decided."""
    if rating.decided is None:
        return ""
    said = [document_text(document_of(names, evidence, names.rules.decided or ""), names.lang)]
    reason = one_line(evidence.notes.get(REASON, ""))
    if reason and effective(names.rules.scale or Scale(()), rating)[0] is None:
        said.append(f"{'lý do' if names.lang == 'vi' else 'reason'}: {reason}")
    return f"{level_name(names, rating.decided)} ({'; '.join(said)})"


def decision_text(names: Naming, rating: Rating | None, evidence: Evidence) -> str:
    """*Đã quyết định: Hoàn thành tốt nhiệm vụ (căn cứ: Quyết định 12-QĐ/ĐU)*; empty where nothing was decided."""
    text = decided_text(names, rating, evidence) if rating else ""
    return f"{'Đã quyết định' if names.lang == 'vi' else 'Decided'}: {text}" if text else ""


def standing_texts(
    names: Naming, standing: Standing, evidence: Evidence, found: Sequence[Finding], known: Mapping[str, str]
) -> Iterator[Said]:
    """All there is to say of a level. `found` are the findings under the rules that propose it, `known` the names."""
    vi, rating = names.lang == "vi", standing.rating
    if not standing.exemptions:
        yield Said(proposal_text(names, rating, _why_open(names, standing)))
    yield from map(Said, exemption_texts(names, standing.exemptions))
    if rating is not None and rating.decided is not None:
        yield Said(decision_text(names, rating, evidence))
        if text := difference_text(names, rating):
            yield Said(_upper_first(text))
    yield from map(Said, veto_texts(names, standing.vetoes))
    yield from obstacle_texts(names, standing, evidence.kind, found)
    yield from _open(names, standing, known)
    if standing.depends:
        lead = "Mức đề xuất phụ thuộc cách hiểu" if vi else "The level proposed depends on the reading"
        yield Said(f"{lead}:", tuple(reading_texts(names, standing)))


def _why_open(names: Naming, standing: Standing) -> str:
    law = "văn bản chưa xác định" if names.lang == "vi" else "undetermined by the text"
    short = [_short_of_data(names)] if standing.missing or not standing.undetermined else []
    return ", ".join([*short, *([law] if standing.undetermined else [])])


def exemption_texts(names: Naming, exemptions: Sequence[str]) -> Iterator[str]:
    """*Đề xuất không xếp loại: mới kết nạp chưa đủ 6 tháng – qd-124, Điều 5, khoản 2*."""
    lead = "Đề xuất không xếp loại" if names.lang == "vi" else "Proposed not to be rated"
    yield from (f"{lead}: {named(names, one)}{_clause(one)}" for one in names.rules.exemptions if one.id in exemptions)


def veto_texts(names: Naming, vetoes: Sequence[str]) -> Iterator[str]:
    """*Khống chế ở mức Không hoàn thành nhiệm vụ: tập thể bị kỷ luật – qd-124, Điều 12, khoản 4*."""
    lead = "Khống chế ở mức" if names.lang == "vi" else "Capped at"
    held = (one for one in names.rules.vetoes if one.id in vetoes)
    yield from (f"{lead} {level_name(names, one.cap)}: {named(names, one)}{_clause(one)}" for one in held)


def _clause(one: Veto | Exemption) -> str:
    clause = citation_text(one.cite)
    return f" – {clause}" if clause else ""


def _open(names: Naming, standing: Standing, known: Mapping[str, str]) -> Iterator[Said]:
    """What keeps the level open, and what would settle it."""
    vi = names.lang == "vi"
    for point in standing.undetermined:
        clause = citation_text(point.cite)
        text = read_label(point.reason, names.lang, "") + (f" – {clause}" if clause else "")
        yield Said(f"{'Văn bản chưa xác định' if vi else 'Undetermined by the text'}: {text}")
    if standing.missing:
        lacks = tuple(lacks_texts(names, standing.missing, known))
        yield Said("Còn chờ:" if vi else "Missing:", lacks)
    if standing.settles and len(standing.settles) < len(standing.missing):
        lead = "Chỉ cần biết là xác định được mức" if vi else "To know this settles the level"
        yield Said(f"{lead}:", tuple(lacks_texts(names, standing.settles, known)))
    elif standing.missing and standing.settles is None:
        yield Said(
            "Bổ sung đủ số liệu trên vẫn chưa xác định được một mức"
            if vi
            else "All of these figures together do not settle the level"
        )


def reading_texts(names: Naming, standing: Standing) -> Iterator[str]:
    """Under which reading another level would be proposed."""
    for other in standing.readings:
        if other.rating != standing.rating:
            known = names.assumptions.get(other.assumption)
            chosen = reading_name(names, other.assumption, known.chosen) if known else ""
            name = reading_name(names, other.assumption, other.reading)
            level = proposed(names, other.rating)
            if names.lang == "vi":
                yield f"{question(names, other.assumption)} → {chosen}; nếu «{name}»: đề xuất {level}"
            else:
                yield f"{question(names, other.assumption)} → {chosen}; if «{name}»: {level} is proposed"


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
