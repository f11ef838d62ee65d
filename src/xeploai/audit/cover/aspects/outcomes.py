"""Every outcome of a criterion that is possible at a kind: met, not met, not applicable, and unknown."""

from collections.abc import Iterator

from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Witness
from xeploai.model.label import Label
from xeploai.truth import outcomes, verdict

NAME = "outcome"
_WORDS = {
    "met": Label("đạt", "met"),
    "not_met": Label("không đạt", "not met"),
    "unknown": Label("chưa đủ số liệu", "unknown"),
    "not_applicable": Label("không áp dụng", "not applicable"),
}


def _wanted(covering: Covering) -> Iterator[Obligation]:
    """What a subject of which nothing is known leaves possible; what it excludes never comes out."""
    prepared = covering.prepared
    for number, criterion in enumerate(prepared.criteria):
        for kind, nobody in prepared.blanks.items():
            possible = [str(one) for one in outcomes(nobody.bits[number])]
            for what in [*possible, *(["unknown"] if len(possible) > 1 else [])]:
                yield Obligation(NAME, ("criteria", criterion.id), what, kind)


def _shown(_: Covering, witness: Witness) -> Iterator[Obligation]:
    for named in witness.named:
        for number in named.criteria:
            what = str(verdict(named.judged.bits[number]))
            kind = named.judged.evidence.kind
            yield Obligation(NAME, ("criteria", witness.prepared.criteria[number].id), what, kind)


ASPECT = Aspect(NAME, Label("kết luận của tiêu chí", "outcomes of criteria"), _wanted, _shown, lambda o: _WORDS[o.what])
