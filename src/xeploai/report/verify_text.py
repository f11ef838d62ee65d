"""A verification for a terminal."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from xeploai.diagnostic import Language
from xeploai.model.label import Label
from xeploai.report.verification import ABSENT, Difference, Verification
from xeploai.wording.numbers import date_text
from xeploai.wording.words import pick

MOST = 200
SHOWN, BEFORE = 200, 60
"""How much is shown of a long value, and how much of that stands before the first difference."""
_UNSAID = ("subjects", "findings")
"""Steps of a path that say no more than the ids beside them."""
_RULES = Label("bộ quy tắc", "rule set")
_DATA = Label("số liệu", "data")
_INCIDENTS = Label("vụ việc", "incidents")
_SAME = Label("không đổi", "unchanged")
_OTHER = Label("đã khác", "changed")
_NOTHING = Label("(không có)", "(none)")


def verify_text(found: Verification, lang: Language) -> str:
    """Whether rules and data are the same, then each key that differs, then the conclusion."""
    return "\n".join(_lines(found, lang)) + "\n"


def digest_differs(found: Verification, of: str) -> bool:
    """Whether the rules (`ruleset`) or a table (`evidence`, `incidents`) are others than in the earlier result."""
    return bool(found.before.get(of) != found.now.get(of))


def side_texts(found: Verification, lang: Language) -> Iterator[str]:
    """*bộ quy tắc `qd-124-2023`: không đổi*; the incidents only where one of the results was made with them."""
    for word, of in ((_RULES, "ruleset"), (_DATA, "evidence"), (_INCIDENTS, "incidents")):
        if of != "incidents" or found.before.get(of) or found.now.get(of):
            named = f" `{found.now[of]['id']}`" if of == "ruleset" else ""
            yield f"{pick(word, lang)}{named}: {pick(_OTHER if digest_differs(found, of) else _SAME, lang)}"


def _lines(found: Verification, lang: Language) -> Iterator[str]:
    vi = lang == "vi"
    before = found.before
    day = date_text(date.fromisoformat(before["made"]), lang)
    made = ("kết quả lập ngày {} bằng {}, kỳ {}" if vi else "result made on {} by {}, period {}").format(
        day, before["tool"], before["period"]
    )
    yield made
    yield from side_texts(found, lang)
    moved = [one for one in found.differences if _is_moved(one)]
    others = [one for one in found.differences if not _is_moved(one) and one.path[-1:] != ("sha256",)]
    for one in others[:MOST]:
        yield f"{_path(one)}: {' → '.join(_values(one, lang))}"
    if len(others) > MOST:
        yield f"… {'và' if vi else 'and'} {len(others) - MOST} {'chỗ khác nữa' if vi else 'more'}"
    if moved:
        said = "chỗ dẫn sang dòng khác của tệp quy tắc" if vi else "references to other lines of the rule file"
        yield f"{len(moved)} {said}"
    if found.later:
        said = "kết quả cũ chưa có, không so" if vi else "not compared, the result is older than these keys"
        yield f"{said}: {', '.join(found.later)}"
    yield _conclusion(found, vi=vi)


def _conclusion(found: Verification, *, vi: bool) -> str:
    subjects, findings = len(found.now["subjects"]), sum(len(one["findings"]) for one in found.now["subjects"])
    if found.same:
        return (
            f"giống: {subjects} đơn vị, {findings} kết luận"
            if vi
            else f"same: {subjects} subjects, {findings} findings"
        )
    count = len(found.differences)
    return f"khác {count} chỗ" if vi else f"{count} differences"


def _is_moved(difference: Difference) -> bool:
    """Whether only the place of a rule in its file is another."""
    return difference.path[-2:-1] == ("at",)


def _path(difference: Difference) -> str:
    return ".".join(step for step in difference.path if step not in _UNSAID)


def _values(difference: Difference, lang: Language) -> tuple[str, str]:
    """The two values; of long ones the part around the first sign that is not the same."""
    before, now = (_value(value, lang) for value in (difference.before, difference.now))
    if max(len(before), len(now)) <= SHOWN:
        return before, now
    ends = min(len(before), len(now))
    differs = next((at for at in range(ends) if before[at] != now[at]), ends)
    start = max(0, differs - BEFORE)
    return _cut(before, start), _cut(now, start)


def _value(value: Any, lang: Language) -> str:
    if value is ABSENT:
        return pick(_NOTHING, lang)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _cut(text: str, start: int) -> str:
    end = start + SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if text[end:] else ''}"
