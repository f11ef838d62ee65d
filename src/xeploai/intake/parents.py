"""Parents by their id, or by a name that only one subject has."""

from collections.abc import Sequence

import attrs

from xeploai.evidence import faults as evidence_faults
from xeploai.intake import faults
from xeploai.intake.log import Log, report, shown
from xeploai.intake.vocabulary import suggesting
from xeploai.model.evidence import Evidence
from xeploai.vietnamese.folding import fold


def with_parents(log: Log, subjects: Sequence[Evidence]) -> list[Evidence]:
    """The subjects with the ids of their parents; a parent that is not found was noted, and left out."""
    if "id" not in log.headings:
        # That was noted, and none of the parents could be found: each would be one more fault.
        return [attrs.evolve(subject, parent=None) for subject in subjects]
    ids = {subject.id for subject in subjects}
    named: dict[str, dict[str, None]] = {}
    for subject in subjects:
        if subject.name and subject.id:
            named.setdefault(fold(subject.name), {})[subject.id] = None
    meant = suggesting(
        lambda: ((fold(word), word) for subject in subjects for word in (subject.id, subject.name) if word)
    )

    def found(subject: Evidence) -> Evidence:
        given = subject.parent
        if given is None or given in ids:
            return subject
        candidates = tuple(named.get(fold(given), ()))
        if len(candidates) == 1:
            return attrs.evolve(subject, parent=candidates[0])
        assert subject.at is not None
        place = subject.at._replace(subject=shown(subject.id) or None)
        if candidates:
            report(log, faults.AMBIGUOUS_PARENT, place, "parent", parent=shown(given), ids=shown(", ".join(candidates)))
        else:
            values = {"parent": shown(given), "column": "parent"}
            report(log, evidence_faults.UNKNOWN_PARENT, place, "parent", meant=meant(given), **values)
        return attrs.evolve(subject, parent=None)

    return [found(subject) for subject in subjects]
