"""Rules, vetoes or exemptions that say the same for different kinds."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.located import Path
from xeploai.model.ruleset import Rule, Veto
from xeploai.wellformed.conditions import placed
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL208",
    "rules-that-could-be-one",
    "nói cùng một điều với `{other}`, chỉ khác `for`",
    "says the same as `{other}`, for other kinds",
    "gộp lại và ghi mọi loại đối tượng vào `for`",
    "make them one, with all kinds in `for`",
    Severity.NOTE,
)


def _find(audited: Audited) -> Iterator[Problem]:
    first: dict[object, Path] = {}
    for path, one in placed(audited.rules).items():
        level = one.level if isinstance(one, Rule) else one.cap if isinstance(one, Veto) else None
        label = None if isinstance(one, Rule) else one.label
        same = (type(one), level, label, one.when, one.cite, one.assume, one.alternatives)
        if (before := first.setdefault(same, path)) is not path:
            section, name = before
            other = f"rules.{level} ({name + 1})" if isinstance(name, int) else f"{section}.{name}"
            yield Problem(path, FAULT, {"other": other}, key=True)


CHECK = Check(FAULT, _find)
