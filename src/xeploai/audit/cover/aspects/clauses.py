"""Each clause that something rests on, with a case: one that names it, or one that exercises what cites it."""

from collections.abc import Iterator

from xeploai.audit.citations import citations
from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Named, Witness
from xeploai.located import Path
from xeploai.model.label import Label
from xeploai.model.outcome import QuotaOutcome
from xeploai.rating.conditions import worked_out
from xeploai.rating.levels import bits_at
from xeploai.truth import MET
from xeploai.wellformed.conditions import placed

NAME = "clause"


def _wanted(covering: Covering) -> Iterator[Obligation]:
    cited = {(cite.source, cite.clause) for _, cite in citations(covering.rules)}
    for source in covering.rules.sources:
        for clause in source.clauses:
            if (source.id, clause.id) in cited:
                yield _obligation(source.id, clause.id)


def _obligation(source: str, clause: str) -> Obligation:
    return Obligation(NAME, ("sources", source, "clauses", clause))


def _shown(covering: Covering, witness: Witness) -> Iterator[Obligation]:
    for source in covering.rules.sources:
        yield from (_obligation(source.id, clause.id) for clause in source.clauses if clause.id == witness.clause)
    for path in _exercised(covering, witness):
        yield from (_obligation(cite.source, cite.clause) for cite in covering.cited.get(path, ()))


def _exercised(covering: Covering, witness: Witness) -> Iterator[Path]:
    """What a case exercises: the criteria that it names, the quotas, and the conditions that hold at a level."""
    for named in witness.named:
        yield from (("criteria", witness.prepared.criteria[number].id) for number in named.criteria)
        yield from _holding(covering, named)
    yield from (("quotas", one.thing.quota) for one in witness.checked if isinstance(one.thing, QuotaOutcome))


def _holding(covering: Covering, named: Named) -> Iterator[Path]:
    levels = covering.prepared.levels.get(named.judged.evidence.kind) if named.rated else None
    if levels is not None:
        values = worked_out(levels.numbered, bits_at(levels, named.judged))
        for path, one in placed(covering.rules).items():
            if (
                path in covering.placed_at[named.judged.evidence.kind]
                and values[levels.numbered.places[one.when]] & MET
            ):
                yield path


ASPECT = Aspect(NAME, Label("điều khoản", "clauses"), _wanted, _shown, lambda _: Label("có ví dụ", "has a case"))
