"""What a draft would show if everything of its first subject were expected: quick, and only a reason to look closer."""

from collections.abc import Iterator, Sequence

from xeploai.audit.cases.case import Checked, Expected
from xeploai.audit.cases.judgement import Judgement, stages
from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Named, Witness
from xeploai.audit.synthesis.expecting import ROOT, is_rated
from xeploai.model.outcome import Outcome
from xeploai.rating.session import proven
from xeploai.source import Place

READ = ("reading", "quota", "table", "clause")
"""Aspects that look at findings, and not only at outcomes."""


def shown_at_a_glance(
    covering: Covering, outcomes: tuple[Outcome, ...], aspects: Sequence[Aspect]
) -> Iterator[Obligation]:
    """What some aspects see in a draft."""
    session, judged = proven(outcomes[0])
    judgement = Judgement(outcomes)
    criteria = {number for number, bits in enumerate(judged.bits) if bits}
    named = Named(judged, criteria, is_rated(judgement))
    checked = tuple(_checked(judgement)) if any(aspect.name in READ for aspect in aspects) else ()
    witness = Witness(session.prepared, "", (named,), checked)
    for aspect in aspects:
        yield from aspect.shown(covering, witness)


def _checked(judgement: Judgement) -> Iterator[Checked]:
    """Everything that can be said of the first subject, every reading of it, and the quotas."""
    stage = stages(judgement, ROOT)[0]
    for finding in stage.findings:
        said = {"readings": {one.reading: "" for one in finding.readings}}
        yield Checked(Expected("criterion", ROOT, finding.criterion.id, said, Place("")), {}, finding, stage)
    if stage.standing is not None and is_rated(judgement):
        said = {"readings": {one.reading: "" for one in stage.standing.readings}}
        yield Checked(Expected("level", ROOT, "level", said, Place("")), {}, stage.standing, stage)
    for quota in judgement.quotas:
        said = {"readings": {one.reading: "" for one in quota.readings}}
        yield Checked(Expected("quota", "", quota.quota, said, Place("")), {}, quota)
