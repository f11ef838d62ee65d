"""Quotas in words: how many may be at a level, how many are, how many are too many. Nobody is named to be lowered."""

from collections.abc import Iterator, Mapping

from xeploai.interval import Interval
from xeploai.model.label import read_label
from xeploai.model.outcome import QuotaOutcome
from xeploai.model.quota import Quota
from xeploai.vietnamese.printing import two_digits
from xeploai.wording.naming import Naming, in_sentence, kind_name, level_name, one_line, question, reading_name
from xeploai.wording.numbers import number
from xeploai.wording.sentences import citation_text
from xeploai.wording.values import span_text


def quota_text(names: Naming, found: QuotaOutcome, group: str, known: Mapping[str, str]) -> str:
    """*Tỷ lệ xuất sắc – chi bộ trực thuộc, Đảng bộ A (`db-01`): được tối đa 3, đang có 4, vượt 1*.

    `group`: the name of the group, or the kind that is one; empty where that is not known.
    """
    quota = quota_of(names, found)
    label = quota.label if quota else None
    name = read_label(label, names.lang, level_name(names, found.level))
    parts = [group_text(names, group), authority_text(found, known)]
    where = ", ".join(part for part in parts if part)
    return f"{name}{' – ' if where else ''}{where}: {counts_text(names, found.allowed, found.actual, found.excess)}"


def quota_of(names: Naming, found: QuotaOutcome) -> Quota | None:
    """The quota of which an outcome is."""
    return next((one for one in names.rules.quotas if one.id == found.quota), None)


def group_text(names: Naming, group: str) -> str:
    """The group of similar role: a kind by its label, or as the table names it."""
    if any(kind.id == group for kind in names.rules.kinds):
        return in_sentence(kind_name(names, group))
    # The name may itself have commas in it.
    return f"«{one_line(group)}»" if group else ""


def authority_text(found: QuotaOutcome, known: Mapping[str, str]) -> str:
    """The subject below which the group was formed."""
    if found.authority is None:
        return ""
    name = one_line(known.get(found.authority, ""))
    return f"{name} (`{found.authority}`)" if name and name != found.authority else f"`{found.authority}`"


def counts_text(names: Naming, allowed: Interval, actual: Interval, excess: Interval) -> str:
    """*được tối đa 3, đang có 4, vượt 1*, each with both ends while levels are open.

    There is no end to those who may be there where nobody says how many subjects the group has.
    """
    vi = names.lang == "vi"
    if actual.high is not None:
        return f"{_allowed_text(names, allowed)}, {_there_text(names, actual)}, {excess_text(names, excess)}"
    said = ["chưa rõ số đối tượng" if vi else "the number of subjects is not stated"]
    said += [_allowed_text(names, allowed)] if allowed.low or allowed.high is not None else []
    said += [_there_text(names, actual)] if actual.low else []
    said += [excess_text(names, excess)] if excess.low or excess.high is not None else []
    return ", ".join(said)


def _allowed_text(names: Naming, allowed: Interval) -> str:
    vi = names.lang == "vi"
    if allowed.high is not None:
        return f"được tối đa {span(names, allowed)}" if vi else f"{span(names, allowed)} allowed"
    if not allowed.low:
        return "chưa rõ được tối đa bao nhiêu" if vi else "how many are allowed is not known"
    least = number(allowed.low, names.lang)
    return f"được tối đa từ {least} trở lên" if vi else f"{least} or more allowed"


def _there_text(names: Naming, actual: Interval) -> str:
    return f"đang có {span(names, actual)}" if names.lang == "vi" else f"{span(names, actual)} there"


def never_exceeded(found: QuotaOutcome) -> bool:
    """Whether nobody is too many, whatever is still open and however the text is read."""
    return found.excess.high == 0 and all(other.excess.high == 0 for other in found.readings)


def rest_text(names: Naming, rest: int, listed: int) -> str:
    """*11 nhóm khác không vượt*: the groups of which nothing else is said."""
    if names.lang == "vi":
        return f"{two_digits(rest)} nhóm {'khác ' if listed else ''}không vượt"
    groups = f"{'other ' if listed else ''}{'group' if rest == 1 else 'groups'}"
    return f"{rest} {groups}: none too many"


def excess_text(names: Naming, excess: Interval) -> str:
    """*không vượt*, *vượt 1*, *vượt từ 1 đến 2*, *có thể vượt đến 2*."""
    vi = names.lang == "vi"
    if excess.high == 0:
        return "không vượt" if vi else "none too many"
    if not excess.low:
        most = "" if excess.high is None else number(excess.high, names.lang)
        if vi:
            return f"có thể vượt đến {most}" if most else "có thể vượt"
        return f"perhaps up to {most} too many" if most else "perhaps too many"
    return f"vượt {span(names, excess)}" if vi else f"{span(names, excess)} too many"


def span(names: Naming, interval: Interval) -> str:
    """A whole number, or both its ends."""
    least, most = (None if end is None else number(end, names.lang) for end in interval)
    return span_text(least, most, names.lang) or "?"


def quota_notes(names: Naming, found: QuotaOutcome) -> Iterator[str]:
    """The clause, and what the other readings of the text would allow where that is something else."""
    quota, vi = quota_of(names, found), names.lang == "vi"
    if clause := citation_text(quota.cite if quota else None):
        yield f"{'căn cứ' if vi else 'clause'}: {clause}"
    chosen = counts_text(names, found.allowed, found.actual, found.excess)
    for other in found.readings:
        if (other.allowed, other.excess) != (found.allowed, found.excess):
            name = reading_name(names, other.assumption, other.reading)
            counts = counts_text(names, other.allowed, found.actual, other.excess)
            if counts == chosen:
                continue
            lead = "kết luận phụ thuộc cách hiểu" if vi else "the conclusion depends on the reading"
            yield f"{lead}; {question(names, other.assumption)} {'nếu' if vi else 'if'} «{name}»: {counts}"
