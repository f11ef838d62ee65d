"""What it takes to earn a level, in sentences."""

from collections.abc import Iterable, Iterator

from xeploai.model.condition import Criterion
from xeploai.model.label import Label, read_label
from xeploai.model.outcome import Rating
from xeploai.model.reach import Blocked, Change, Immovable, Reach, units
from xeploai.model.scale import rank
from xeploai.wording.naming import Naming, criterion_name, fact_name, level_name
from xeploai.wording.numbers import number, prose_number
from xeploai.wording.said import Said
from xeploai.wording.sentences import citation_text
from xeploai.wording.words import pick

WHY: dict[Immovable, Label] = {
    "judged": Label("nhận định, kết luận của cấp có thẩm quyền", "somebody's judgement"),
    "yes_or_no": Label(
        "việc có hoặc không, không phải số liệu để tăng giảm", "a matter of yes or no, not a figure to change"
    ),
    "fixed": Label(
        "tổng số, ngày tháng hoặc số liệu không thay đổi được", "a total, a day or a figure that cannot change"
    ),
    "below": Label("do kết quả của các đơn vị cấp dưới", "it comes from the subjects below"),
    "missing": Label("chưa có số liệu", "not known"),
    "undetermined": Label("văn bản chưa xác định", "undetermined by the text"),
    "not_applicable": Label("không có gì để tính", "there is nothing to judge"),
    "together": Label("không thể có cùng lúc với các điều kiện khác", "not to be had beside the other conditions"),
}

_OPEN: tuple[Immovable, ...] = ("missing", "undetermined")
"""What may still come out either way: the level is then not out of reach."""


def reach_texts(names: Naming, found: Reach, rating: Rating | None = None) -> Iterator[Said]:
    """*Để được đề xuất xếp loại Hoàn thành tốt nhiệm vụ cần:* and what, how much in all; or why nothing will do.

    `rating` is what the rules propose as it is.
    """
    vi, level = names.lang == "vi", level_name(names, found.level)
    if found.reached:
        yield Said(f"Đã đủ điều kiện được đề xuất xếp loại {level}" if vi else f"{level} is earned as it is")
    elif found.changes is not None:
        lead = f"Để được đề xuất xếp loại {level} cần:" if vi else f"To be proposed for {level}:"
        yield Said(lead, tuple(change_text(names, one) for one in found.changes))
        yield Said(_total(names, found.changes, found))
    elif not found.complete:
        text = f"Chưa tìm thấy cách nào để được đề xuất xếp loại {level}" if vi else f"No way to {level} was found"
        yield Said(
            f"{text} ({_not_all(names)}). {'Đang vướng' if vi else 'In the way'}:", _blocks(names, found.blocked)
        )
    else:
        yield from _unreached(names, found, level, _is_possible(names, found.level, rating))


def _unreached(names: Naming, found: Reach, level: str, possible: bool) -> Iterator[Said]:
    """What is not known is no reason to say that nothing will do: it stands apart from what does not move."""
    vi = names.lang == "vi"
    awaited = _blocks(names, (one for one in found.blocked if one.why in _OPEN))
    fixed = _blocks(names, (one for one in found.blocked if one.why not in _OPEN))
    if awaited and (possible or not fixed):
        lead = (
            f"Chưa kết luận được có được đề xuất xếp loại {level} hay không. Còn chờ:"
            if vi
            else f"Whether {level} is earned cannot be said yet. Awaited:"
        )
        first, besides, others = awaited, "Không thay đổi được" if vi else "What cannot be changed", fixed
    else:
        lead = (
            f"Không thể được đề xuất xếp loại {level} bằng thay đổi số liệu. Không thay đổi được:"
            if vi
            else f"No change of figures earns {level}. What cannot be changed:"
        )
        first, besides, others = fixed, "Ngoài ra còn chờ" if vi else "Awaited besides", awaited
    yield Said(lead, first)
    if others:
        yield Said(f"{besides}: {'; '.join(others)}")


def _blocks(names: Naming, blocked: Iterable[Blocked]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(blocked_text(names, one) for one in blocked))


def _is_possible(names: Naming, level: str, rating: Rating | None) -> bool:
    """Whether what is not known leaves the level possible as it is."""
    scale = names.rules.scale
    if scale is None or rating is None or rating.highest is None:
        return False
    return rank(scale, level) <= rank(scale, rating.highest)


def change_text(names: Naming, change: Change) -> str:
    """*«Số nhiệm vụ hoàn thành»: thêm 03 nhiệm vụ (17 → 20)*."""
    vi, name = names.lang == "vi", fact_name(names, change.fact)
    unit = read_label(names.facts[change.fact].unit, names.lang, "")
    if change.old is None:
        figure = f"{prose_number(change.new, names.lang)} {unit}".strip()
        return f"«{name}»: chưa có số liệu, đủ nếu là {figure}" if vi else f"«{name}»: not known, {figure} would do"
    more = change.new > change.old
    word = ("thêm" if more else "bớt") if vi else ("more" if more else "fewer")
    count = prose_number(units(change), names.lang)
    moved = f"{word} {count} {unit}".strip() if vi else f"{count} {unit} {word}".replace("  ", " ")
    return f"«{name}»: {moved} ({number(change.old, names.lang)} → {number(change.new, names.lang)})"


def _total(names: Naming, changes: tuple[Change, ...], found: Reach) -> str:
    total = number(sum(map(units, changes)), names.lang)
    if names.lang == "vi":
        least = "không có cách nào thay đổi ít hơn" if found.complete else f"có thể có cách ít hơn: {_not_all(names)}"
        return f"Tổng mức thay đổi: {total} ({least})"
    least = "nothing less will do" if found.complete else f"less may do: {_not_all(names)}"
    return f"Units of change: {total} ({least})"


def _not_all(names: Naming) -> str:
    return "quá nhiều cách, chưa xét hết" if names.lang == "vi" else "there are too many ways to look at all of them"


def blocked_text(names: Naming, block: Blocked) -> str:
    """*khống chế «Tập thể bị kỷ luật»: «Bị kỷ luật» (nhận định, kết luận của cấp có thẩm quyền) – Điều 12*."""
    vi, parts = names.lang == "vi", []
    if block.veto is not None:
        labels = {one.id: one.label for one in names.rules.vetoes}
        parts.append(f"{'khống chế' if vi else 'veto'} «{read_label(labels.get(block.veto), names.lang, block.veto)}»")
    if block.exemption is not None:
        labels = {one.id: one.label for one in names.rules.exemptions}
        label = read_label(labels.get(block.exemption), names.lang, block.exemption)
        parts.append(f"{'không xếp loại' if vi else 'not rated'} «{label}»")
    why = pick(WHY[block.why], names.lang)
    if isinstance(block.condition, Criterion):
        lacks = ", ".join(f"«{name}»" for name in _missing(names, block))
        parts.append(f"«{criterion_name(names, block.condition)}» ({why}{f': {lacks}' if lacks else ''})")
    else:
        parts.append(f"{why}: {read_label(block.condition.reason, names.lang, '')}")
    cite = citation_text(block.condition.cite)
    return ": ".join(parts) + (f" – {cite}" if cite else "")


def _missing(names: Naming, block: Blocked) -> Iterator[str]:
    yield from dict.fromkeys(fact_name(names, lack.fact) for lack in block.missing if block.why == "missing")
