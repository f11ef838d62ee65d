"""A criterion in the rules for levels that never changes a level."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.checks.redundant_part import CHECK as REDUNDANT
from xeploai.audit.outcomes.idle import never_matters
from xeploai.audit.outcomes.worlds import MOST_WORK, Work
from xeploai.diagnostic import Fault, Severity
from xeploai.located import Path
from xeploai.model.condition import Criterion
from xeploai.wellformed.conditions import parts_of, placed
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL206",
    "idle-criterion",
    "quy tắc xếp loại dùng tiêu chí này, nhưng nó không bao giờ làm đổi mức",
    "the rules for levels use this criterion, and it never changes a level",
    "bỏ nó khỏi các quy tắc, hoặc sửa `all`, `any`, ngưỡng nếu nó phải có tác dụng",
    "leave it out of the rules, or correct `all`, `any` or thresholds where it should have an effect",
    Severity.WARNING,
)

WORK = 3 * MOST_WORK
"""For all criteria together: each is a question about all the rules of its kinds."""


def _find(audited: Audited) -> Iterator[Problem]:
    told = _told(audited)
    where: dict[Criterion, set[Path]] = {}
    for path, one in placed(audited.rules).items():
        for part in parts_of(one.when):
            if isinstance(part, Criterion):
                where.setdefault(part, set()).add(path)
    work = Work(WORK)
    for criterion, paths in where.items():
        found = [(one, at) for one in audited.ladders if (at := one.space.gates.places.get(criterion)) is not None]
        if found and told.isdisjoint(paths) and all(never_matters(one, at, work) for one, at in found):
            yield Problem(("criteria", criterion.id), FAULT, key=True)


def _told(audited: Audited) -> set[Path]:
    """The conditions of which something else was found, which is why they have no effect."""
    found: set[Path] = {path[:2] for path in audited.constants}
    found |= {problem.path[:2] for problem in REDUNDANT.find(audited) if isinstance(problem, Problem)}
    found |= {("vetoes", veto.id) for veto in audited.effects.idle}
    return found | {("rules", number) for number in (*audited.effects.masked, *audited.effects.vetoed)}


CHECK = Check(FAULT, _find)
