"""Every threshold one unit below, at, and one above where it tips: units, people, months, points, rungs.

A threshold that is the same at all kinds is one threshold; one that differs by kind has to be shown at each.
"""

from collections.abc import Iterator

from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.distance import distance, is_possible
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.tips import STEPS, ends
from xeploai.audit.cover.witness import Witness
from xeploai.model.condition import Criterion
from xeploai.model.kind import PerKind
from xeploai.model.label import Label
from xeploai.model.target import Between
from xeploai.rating.findings import asked_at

NAME = "threshold"
_SIDES = {"low": Label("ngưỡng", "the threshold"), "high": Label("ngưỡng trên", "the upper threshold")}
_STEPS = {
    "below": Label("thấp hơn {side} một đơn vị", "one below {side}"),
    "at": Label("vừa đúng {side}", "just at {side}"),
    "above": Label("cao hơn {side} một đơn vị", "one above {side}"),
}


def _wanted(covering: Covering) -> Iterator[Obligation]:
    prepared = covering.prepared
    for number, criterion in enumerate(prepared.criteria):
        for kind, nobody in prepared.blanks.items():
            if nobody.bits[number]:
                asked = asked_at(prepared, kind, number)
                for end in ends(asked.target):
                    for name, step in STEPS.items():
                        if is_possible(prepared, asked, kind, end, step):
                            yield _obligation(criterion, f"{end.side}:{name}", kind)


def _shown(_: Covering, witness: Witness) -> Iterator[Obligation]:
    names: dict[int | None, str] = {step: name for name, step in STEPS.items()}
    for named in witness.named:
        kind = named.judged.evidence.kind
        for number in named.criteria:
            asked = asked_at(witness.prepared, kind, number)
            for end in ends(asked.target):
                step = distance(witness.prepared, asked, named.judged, end)
                if step in names:
                    yield _obligation(asked.criterion, f"{end.side}:{names[step]}", kind)


def _obligation(criterion: Criterion, what: str, kind: str) -> Obligation:
    target = criterion.target
    limits = (target.low, target.high) if isinstance(target, Between) else (target.limit,)
    differs = any(isinstance(limit, PerKind) for limit in limits)
    return Obligation(NAME, ("criteria", criterion.id), what, kind if differs else None)


def _says(obligation: Obligation) -> Label:
    side, step = obligation.what.split(":")
    names, text = _SIDES[side], _STEPS[step]
    return Label(text.vi.format(side=names.vi), (text.en or "").format(side=names.en))


ASPECT = Aspect(NAME, Label("ngưỡng của tiêu chí", "thresholds of criteria"), _wanted, _shown, _says)
