"""Every citation of a rule set, with the key path of what cites."""

from collections.abc import Iterator

from xeploai.audit.passages import as_written
from xeploai.located import Path
from xeploai.model.citation import Citation
from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.quota import Quota
from xeploai.model.ruleset import Exemption, Rule, Ruleset, Veto
from xeploai.wellformed.conditions import conditions_of, criteria_of, parts_of, placed

Citing = Criterion | Rule | Veto | Exemption | Quota
"""What rests on a clause of its own."""


def citing(rules: Ruleset) -> dict[Path, Citing]:
    """All that should cite a clause, by key path: criteria, rules, vetoes, exemptions and quotas."""
    found: dict[Path, Citing] = {("criteria", criterion.id): criterion for criterion in criteria_of(rules)}
    return found | dict(placed(rules)) | {("quotas", quota.id): quota for quota in rules.quotas}


def citations(rules: Ruleset) -> Iterator[tuple[Path, Citation]]:
    """Each citation with the key path of what cites; that of an undetermined point with the condition it stands in."""
    for path, one in citing(rules).items():
        if one.cite:
            yield path, one.cite
    for path, condition in conditions_of(rules).items():
        for part in parts_of(condition):
            if isinstance(part, Undetermined) and part.cite:
                yield path, part.cite


def quoted(cite: Citation | None) -> str:
    """The words that a citation quotes, in one text in which those of different places do not run together."""
    return " ; ".join(filter(None, map(as_written, cite.words))) if cite else ""
