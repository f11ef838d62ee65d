"""A threshold that differs from the version before, though the citation is the same."""

from collections.abc import Iterator
from fractions import Fraction

from xeploai.audit.audited import Audited, Check
from xeploai.audit.pooling import judged_at
from xeploai.audit.thresholds import asked, written
from xeploai.audit.versions import versions_before
from xeploai.diagnostic import Fault, Severity
from xeploai.located import Path
from xeploai.model.citation import Citation
from xeploai.model.ruleset import Ruleset, kinds_of
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.limits import key_of
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL403",
    "number-changed-uncited",
    "ngưỡng là `{here}`, ở `{before}` là `{there}`, mà vẫn dẫn cùng một điểm của cùng một văn bản",
    "the threshold is `{here}`, in `{before}` it is `{there}`, and the same clause of the same document is cited",
    "dẫn văn bản, điểm đã thay đổi con số; nếu bản trước ghi sai thì sửa bản trước",
    "cite the document and the clause that changed the figure; where the version before is wrong, correct that one",
    Severity.WARNING,
)


def _find(audited: Audited) -> Iterator[Problem]:
    earlier = versions_before(audited)
    if not earlier:
        return
    rules, before = audited.rules, earlier[-1]
    for path, (first, old), (second, new) in (*_criteria(audited, before), *_rates(rules, before)):
        if old != new and first and second and _names(before, first) == _names(rules, second):
            yield Problem(path, FAULT, {"before": before.id, "here": new, "there": old})


Said = tuple[Citation | None, str]
"""A figure in words, and what it cites."""


def _criteria(audited: Audited, before: Ruleset) -> Iterator[tuple[Path, Said, Said]]:
    """The criteria of both whose targets differ, at the first kind where they do."""
    known = {criterion.id: criterion for criterion in criteria_of(before)}
    for second in criteria_of(audited.rules):
        first = known.get(second.id)
        if first is not None and first.target != second.target:
            for kind in judged_at(audited.prepared.dictionary, second):
                old, new = asked(kinds_of(before), first, kind), asked(kinds_of(audited.rules), second, kind)
                if old != new:
                    yield ("criteria", second.id, key_of(second.target)), (first.cite, old), (second.cite, new)
                    break


def _rates(rules: Ruleset, before: Ruleset) -> Iterator[tuple[Path, Said, Said]]:
    known = {quota.id: quota for quota in before.quotas}
    for quota in rules.quotas:
        first = known.get(quota.id)
        if first is not None and isinstance(first.rate, Fraction) and isinstance(quota.rate, Fraction):
            old, new = (f"≤ {written(rate, share=True)}" for rate in (first.rate, quota.rate))
            yield ("quotas", quota.id, "rate"), (first.cite, old), (quota.cite, new)


def _names(rules: Ruleset, cite: Citation) -> object:
    """What a citation names: the document by its number and date where it has any, else by its id; and the clause."""
    source = next((one for one in rules.sources if one.id == cite.source), None)
    known = (source.number, source.dated) if source and (source.number or source.dated) else cite.source
    return known, cite.clause


CHECK = Check(FAULT, _find)
