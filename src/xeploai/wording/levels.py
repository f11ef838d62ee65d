"""The level of a subject in a few words, as proposed or as decided."""

from xeploai.model.outcome import Rating
from xeploai.model.scale import Scale
from xeploai.wording.naming import Naming, level_name


def proposed(names: Naming, rating: Rating | None) -> str:
    """The level proposed, or those between which it is open: *từ Hoàn thành nhiệm vụ đến Hoàn thành tốt nhiệm vụ*."""
    vi = names.lang == "vi"
    unrated = "không xếp loại" if vi else "no level"
    if rating is None or rating.highest is None or rating.lowest is None:
        return unrated
    low, high = level_name(names, rating.lowest), level_name(names, rating.highest)
    span = high if low == high else f"từ {low} đến {high}" if vi else f"from {low} to {high}"
    if rating.may_be_unrated:
        return f"{span}, hoặc {unrated}" if vi else f"{span}, or {unrated}"
    return span


def effective(scale: Scale, rating: Rating | None) -> tuple[str | None, bool]:
    """The level decided, else the one proposed; without a level, whether that is certain."""
    if rating is None:
        return None, True
    if rating.decided is not None:
        known = any(level.id == rating.decided for level in scale.levels)
        return (rating.decided if known else None), not known
    return rating.level, rating.highest is None


def difference_text(names: Naming, rating: Rating) -> str:
    """*mức đã quyết định (…) khác mức đề xuất (…)*; empty where they do not certainly differ."""
    if rating.decided is None or not rating.differs:
        return ""
    one, other = level_name(names, rating.decided), proposed(names, rating)
    if names.lang == "vi":
        return f"mức đã quyết định ({one}) khác mức đề xuất ({other})"
    return f"the level decided ({one}) is not the one proposed ({other})"
