"""Findings that a rule file accepts, with its reason, and acceptances that accept nothing."""

from collections.abc import Iterator, Sequence

from xeploai.diagnostic import Fault, Severity
from xeploai.located import Path
from xeploai.model.kind import members
from xeploai.model.ruleset import Accepted, Ruleset, kinds_of
from xeploai.wellformed.problem import Problem

ANYWHERE = "*"

IDLE = Fault(
    "XL601",
    "idle-acceptance",
    "phép kiểm `{name}` không tìm thấy gì ở `{at}` để giữ lại",
    "the check `{name}` finds nothing at `{at}` that could be accepted",
    "bỏ dòng này, hoặc sửa tên phép kiểm, tên nơi: `criteria.MÃ`, `rules.MỨC`, `ruleset`, hoặc `*`",
    "leave the line out, or correct the check or the place: `criteria.ID`, `rules.LEVEL`, `ruleset`, or `*`",
    Severity.WARNING,
)


def accepting(rules: Ruleset, check: str, path: Path) -> Accepted | None:
    """The acceptance under which a finding of a check at a key path stays."""
    here = _names(rules, path)
    return next((one for one in rules.accepted if one.check == check and one.at in here), None)


def _names(rules: Ruleset, path: Path) -> Sequence[str]:
    """What an acceptance may call the item that holds a key path."""
    match path:
        case ("rules", int(number), *_):
            rule = rules.rules[number]
            at = [*rule.kinds, *members(kinds_of(rules), rule.kinds)]
            return ANYWHERE, f"rules.{rule.level}", *(f"rules.{rule.level}.{kind}" for kind in at)
        case ("ruleset" | "scale" | "grades" as section, *_):
            return ANYWHERE, section
        case (str(section), name, *_):
            return ANYWHERE, f"{section}.{name}"
        case _:
            return (ANYWHERE,)


def idle(rules: Ruleset, used: Sequence[Accepted]) -> Iterator[Problem]:
    """Acceptances under which nothing stayed."""
    for one in rules.accepted:
        if one not in used:
            yield Problem(("accepted", one.check, one.at), IDLE, {"name": one.check, "at": one.at}, key=True)
