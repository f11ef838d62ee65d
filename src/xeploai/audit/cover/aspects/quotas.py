"""Each quota just filled, and exceeded by one, where it allows anybody at all."""

from collections.abc import Iterator

from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Witness
from xeploai.interval import is_point
from xeploai.model.label import Label
from xeploai.model.outcome import QuotaOutcome

NAME = "quota"
_WORDS = {
    "full": Label("vừa hết số được phép", "just as many as allowed"),
    "over": Label("nhiều hơn số được phép một đơn vị", "one more than allowed"),
}


def _wanted(covering: Covering) -> Iterator[Obligation]:
    for quota in covering.rules.quotas:
        yield from (Obligation(NAME, ("quotas", quota.id), what) for what in _WORDS)


def _shown(covering: Covering, witness: Witness) -> Iterator[Obligation]:
    own = {quota.id for quota in covering.rules.quotas}
    for one in witness.checked:
        thing = one.thing
        if (
            isinstance(thing, QuotaOutcome)
            and thing.quota in own
            and is_point(thing.allowed)
            and is_point(thing.actual)
        ):
            allowed, actual = thing.allowed.low or 0, thing.actual.low or 0
            if allowed > 0 and actual - allowed in (0, 1):
                yield Obligation(NAME, ("quotas", thing.quota), "over" if actual > allowed else "full")


ASPECT = Aspect(NAME, Label("tỷ lệ khống chế", "quotas"), _wanted, _shown, lambda o: _WORDS[o.what])
