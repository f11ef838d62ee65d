"""The list of levels: how many of each kind are at each level, and whose level was decided otherwise.

A level counts as it was decided; where nobody decided, as it is proposed. Persons are counted and never named.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xeploai.diagnostic import Language
from xeploai.model.outcome import Rating
from xeploai.model.scale import Scale
from xeploai.report.result import Result
from xeploai.report.subject import Subject, proposer, rules_of, standing_of, with_decision
from xeploai.vietnamese.printing import two_digits
from xeploai.wording.documents import REASON, document_of
from xeploai.wording.levels import difference_text, effective, proposed
from xeploai.wording.naming import Naming, is_person, kind_name, level_name, named, naming, one_line, titled


class Rated(NamedTuple):
    """A subject that is given a level, with the words of the rules that propose it."""

    subject: Subject
    rating: Rating | None
    names: Naming


class Tally(NamedTuple):
    """The subjects of a kind: how many there are, how many at each level, best first, and how many have none.

    `decided`: of how many the level was decided. `unrated`: those certainly without a level, by reason. `open`: those
    without a result yet.
    """

    names: Naming
    kind: str
    total: int
    levels: tuple[tuple[str, int], ...]
    decided: int
    unrated: tuple[tuple[str, int], ...]
    open: int

    @property
    def assessed(self) -> int:
        """How many have a level."""
        return sum(count for _, count in self.levels)


def rated_subjects(result: Result, lang: Language) -> Iterator[Rated]:
    """The subjects that are given a level, in the order of the data."""
    known: dict[str, Naming] = {}
    for subject in result.subjects:
        outcome = proposer(subject)
        if outcome is not None:
            rules = rules_of(outcome)
            names = known.setdefault(rules.id, naming(rules, lang, result.period.until))
            yield Rated(subject, with_decision(subject, outcome.rating), names)


def tallies(rated: Sequence[Rated]) -> Iterator[Tally]:
    """What is counted of each kind, in the order in which the rules have them."""
    by_kind: dict[str, list[Rated]] = {}
    for one in rated:
        by_kind.setdefault(one.subject.row.kind, []).append(one)
    # Where the rules know no kinds, all subjects are of one without a name.
    order = dict.fromkeys([*(kind.id for one in rated for kind in one.names.rules.kinds), *by_kind])
    yield from (_tally(kind, by_kind[kind]) for kind in order if kind in by_kind)


def tally_name(tally: Tally) -> str:
    """What is counted, by its kind; where the rules know no kinds, all are units."""
    if tally.kind:
        return kind_name(tally.names, tally.kind)
    return "Đơn vị" if tally.names.lang == "vi" else "Unit"


def _tally(kind: str, rated: Sequence[Rated]) -> Tally:
    names = rated[0].names
    scale = names.rules.scale or Scale(())
    levels, reasons = Counter[str](), Counter[str]()
    still_open = 0
    for one in rated:
        level, certain = effective(scale, one.rating)
        if level is not None:
            levels[level] += 1
        elif certain:
            reasons[unrated_reason(one)] += 1
        else:
            still_open += 1
    counted = tuple((level.id, levels[level.id]) for level in scale.levels)
    decided = sum(one.rating is not None and one.rating.decided is not None for one in rated)
    return Tally(names, kind, len(rated), counted, decided, tuple(reasons.items()), still_open)


def unrated_reason(one: Rated) -> str:
    """Why a subject has no level: as the table says, else the exemption that holds, else that nothing applies."""
    vi = one.names.lang == "vi"
    if said := one_line(one.subject.row.notes.get(REASON, "")):
        return said
    standing = standing_of(one.subject)
    held = standing.exemptions if standing else ()
    reasons = [named(one.names, each) for each in one.names.rules.exemptions if each.id in held]
    if reasons:
        return "; ".join(reasons)
    if one.rating is not None and one.rating.decided is not None:
        return "chưa ghi lý do" if vi else "no reason given"
    return "không có gì để xếp loại" if vi else "nothing to rate"


def differing(rated: Sequence[Rated]) -> Iterator[str]:
    """Whose level was decided otherwise than proposed: *Chi bộ 7 (`cb-07`): mức đã quyết định (…) khác …*."""
    for one in rated:
        text = difference_text(one.names, one.rating) if one.rating else ""
        if text:
            document = document_of(one.names, one.subject.row, one.names.rules.decided or "")
            yield f"{titled(one.names, one.subject.row)}: {text}" + (f" – {document}" if document else "")


def undocumented(rated: Sequence[Rated]) -> int:
    """How many levels were decided without a document."""
    decided = (one for one in rated if one.rating is not None and one.rating.decided is not None)
    return sum(not document_of(one.names, one.subject.row, one.names.rules.decided or "") for one in decided)


def basis_text(rated: Sequence[Rated], lang: Language) -> str:
    """How many of the levels counted were decided; the others are proposals."""
    decided = sum(one.rating is not None and one.rating.decided is not None for one in rated)
    bare = undocumented(rated)
    if lang == "vi":
        text = f"Tính theo mức đã quyết định ({decided}/{len(rated)}); nơi chưa quyết định thì theo mức đề xuất."
        return text + (f" Có {two_digits(bare)} mức đã quyết định chưa ghi văn bản." if bare else "")
    text = f"By the level decided ({decided} of {len(rated)}), else by the level proposed."
    return text + (f" {bare} decided without a document." if bare else "")


def unrated_texts(tally: Tally) -> Iterator[str]:
    """*02: mới kết nạp chưa đủ 6 tháng*."""
    for reason, count in tally.unrated:
        yield f"{two_digits(count) if tally.names.lang == 'vi' else count}: {reason}"


def unit_texts(rated: Sequence[Rated]) -> Iterator[str]:
    """The level of every unit, of persons none: *Chi bộ 7 (`cb-07`): Hoàn thành tốt nhiệm vụ (đã quyết định)*."""
    for one in rated:
        if not is_person(one.names, one.subject.row.kind):
            yield f"{titled(one.names, one.subject.row)}: {unit_level(one)}"


def unit_level(one: Rated) -> str:
    """A level as the list has it: decided, proposed, or open."""
    vi, rating = one.names.lang == "vi", one.rating
    level = proposed(one.names, rating)
    if rating is not None and rating.decided is not None:
        decided = level_name(one.names, rating.decided)
        if rating.decided == rating.level:
            return f"{decided} (đã quyết định, như đề xuất)" if vi else f"{decided} (decided, as proposed)"
        return f"{decided} (đã quyết định; đề xuất: {level})" if vi else f"{decided} (decided; proposed: {level})"
    if rating is None or rating.highest is None:
        return f"{level} ({unrated_reason(one)})"
    if rating.level is None:
        return f"{level} (chưa có kết quả)" if vi else f"{level} (no result yet)"
    return f"{level} (đề xuất)" if vi else f"{level} (proposed)"
