"""A threshold that differs from the version before, though the citation is the same."""

from collections.abc import Iterator

from xeploai.audit.audited import Audited, Check
from xeploai.audit.pooling import judged_at
from xeploai.audit.thresholds import asked
from xeploai.audit.versions import versions_before
from xeploai.diagnostic import Fault, Severity
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
    known = {criterion.id: criterion for criterion in criteria_of(before)}
    for criterion in criteria_of(rules):
        old = known.get(criterion.id)
        if old is None or old.target == criterion.target or not (old.cite and criterion.cite):
            continue
        if _names(before, old.cite) == _names(rules, criterion.cite):
            for kind in judged_at(audited.prepared.dictionary, criterion):
                there, here = asked(kinds_of(before), old, kind), asked(kinds_of(rules), criterion, kind)
                if there != here:
                    path = ("criteria", criterion.id, key_of(criterion.target))
                    yield Problem(path, FAULT, {"before": before.id, "here": here, "there": there})
                    break


def _names(rules: Ruleset, cite: Citation) -> object:
    """What a citation names: the document by its number and date where it has any, else by its id; and the clause."""
    source = next((one for one in rules.sources if one.id == cite.source), None)
    known = (source.number, source.dated) if source and (source.number or source.dated) else cite.source
    return known, cite.clause


CHECK = Check(FAULT, _find)
