"""What a table may leave out or say twice: a blank cell, an absent row, a unit's own figure beside rows that add up."""

from collections.abc import Iterator

from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Named, Witness
from xeploai.evidence.plan import Plan
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count
from xeploai.model.label import Label
from xeploai.model.measure import Ratio, Share, Value
from xeploai.model.outcome import Finding, Standing
from xeploai.rating.judged import Prepared
from xeploai.rating.missing import SETTLED

NAME = "table"
_WORDS = {
    "blank": Label("ô còn trống", "a blank cell"),
    "absent": Label("đơn vị không có dòng", "a subject without a row"),
    "own": Label("số liệu của chính đơn vị, bên cạnh các dòng cấp dưới", "a subject's own figure beside rows below it"),
}


def _wanted(covering: Covering) -> Iterator[Obligation]:
    prepared, seen = covering.prepared, set[str]()
    for nobody in prepared.blanks.values():
        plan = nobody.known.plan
        for criterion, bits in zip(prepared.criteria, nobody.bits, strict=True):
            if bits and bits not in SETTLED:
                seen |= {"blank"}
                # Where no number of subjects can be stated, no row is known to be absent.
                seen |= {"absent"} if _counts_rows(criterion) and plan.stated else set()
            seen |= {"own"} if bits and list(_totals(plan, criterion)) else set()
    yield from (_obligation(what) for what in _WORDS if what in seen)


def _obligation(what: str) -> Obligation:
    return Obligation(NAME, ("ruleset",), what)


def _counts_rows(criterion: Criterion) -> bool:
    """Whether a criterion asks about subjects below, of which some may have no row."""
    match criterion.measure:
        case Share() | Count():
            return True
        case Ratio(part, whole):
            return any(isinstance(term, Count) for term in (*part, *whole))
        case _:
            return False


def _totals(plan: Plan, criterion: Criterion) -> Iterator[str]:
    """The facts behind a criterion that a subject may state and that rows below add up to as well."""
    match criterion.measure:
        case Value(fact):
            figures: list[str] = [fact]
        case Ratio(part, whole):
            figures = [term for term in (*part, *whole) if isinstance(term, str)]
        case _:
            figures = []
    yield from (one for one in figures if one in plan.facts and one in plan.index and plan.feeding[plan.index[one]])


def _shown(_: Covering, witness: Witness) -> Iterator[Obligation]:
    things = [one.thing for one in witness.checked]
    if any(isinstance(thing, Finding | Standing) and thing.missing for thing in things):
        yield _obligation("blank")
    if any(isinstance(thing, Finding) and thing.unlisted for thing in things):
        yield _obligation("absent")
    if any(_has_own(witness.prepared, named) for named in witness.named):
        yield _obligation("own")


def _has_own(prepared: Prepared, named: Named) -> bool:
    """Whether what is expected rests on a figure of the subject's own that rows below state too."""
    judged = named.judged
    plan = judged.known.plan
    return any(
        fact in judged.evidence.facts and fact in child.evidence.facts
        for number in named.criteria
        for fact in _totals(plan, prepared.criteria[number])
        for child in judged.children
    )


ASPECT = Aspect(
    NAME,
    Label("ô trống, dòng thiếu, số liệu riêng", "blanks, rows, own figures"),
    _wanted,
    _shown,
    lambda o: _WORDS[o.what],
)
