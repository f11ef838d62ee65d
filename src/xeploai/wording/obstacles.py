"""Why a level is not proposed: what is not met, what is not known, and what caps."""

from collections.abc import Iterator, Mapping, Sequence

from xeploai.model.condition import Criterion
from xeploai.model.kind import members
from xeploai.model.label import read_label
from xeploai.model.outcome import Finding, Obstacle, Rating, Standing
from xeploai.model.ruleset import kinds_of
from xeploai.model.scale import rank
from xeploai.model.target import Equals
from xeploai.truth import NOT_APPLICABLE
from xeploai.wording.naming import Naming, criterion_name, level_name, named
from xeploai.wording.said import Said
from xeploai.wording.sentences import finding_text
from xeploai.wording.uses import wanted_in
from xeploai.wording.values import measured_text
from xeploai.wording.words import VERDICTS, pick


def obstacle_texts(names: Naming, standing: Standing, kind: str, found: Sequence[Finding]) -> Iterator[Said]:
    """Level by level, why it is not proposed: the next one first, and of a higher one what comes on top of that."""
    vi, by_id, kinds = names.lang == "vi", {finding.criterion.id: finding for finding in found}, kinds_of(names.rules)
    here = [rule for rule in names.rules.rules if not rule.kinds or kind in members(kinds, rule.kinds)]
    told: set[str] = set()
    for level, obstacles in reversed(standing.obstacles):
        asked = [each for rule in here if rule.level == level for each in wanted_in(rule.when)]
        unwanted = {criterion.id for criterion, wanted in asked if not wanted}
        texts = dict.fromkeys(_obstacle_text(names, one, by_id, unwanted, standing.vetoes) for one in obstacles)
        certain = standing.rating is None or _is_beyond(names, level, standing.rating)
        if vi:
            lead = "Chưa đủ điều kiện xếp loại" if certain else "Chưa chắc đủ điều kiện xếp loại"
        else:
            lead = "Does not qualify for" if certain else "May not qualify for"
        fresh = tuple(text for text in texts if text not in told)
        again = (", như trên" if vi else ", as above") if told & texts.keys() else ""
        more = ((" và:" if vi else " and:") if again else ":") if fresh else ""
        yield Said(f"{lead} {level_name(names, level)}{again}{more}", fresh)
        told |= texts.keys()


def _is_beyond(names: Naming, level: str, rating: Rating) -> bool:
    scale = names.rules.scale
    return scale is None or rating.highest is None or rank(scale, level) > rank(scale, rating.highest)


def _obstacle_text(
    names: Naming,
    obstacle: Obstacle,
    found: Mapping[str, Finding],
    unwanted: set[str],
    held: Sequence[str],
) -> str:
    condition, vi = obstacle.condition, names.lang == "vi"
    veto = next((one for one in names.rules.vetoes if one.id == obstacle.veto), None)
    if veto:
        lead = f"{'khống chế' if vi else 'veto'} «{named(names, veto)}»"
        return lead if veto.id in held else f"{lead}: {'chưa rõ' if vi else 'not known'}"
    if isinstance(condition, Criterion):
        came_out = _came_out(names, obstacle, found.get(condition.id), condition.id not in unwanted)
        return f"«{criterion_name(names, condition)}»: {came_out}"
    reason = read_label(condition.reason, names.lang, "")
    return f"{'văn bản chưa xác định' if vi else 'undetermined by the text'}: {reason}"


def _came_out(names: Naming, obstacle: Obstacle, finding: Finding | None, plain: bool) -> str:
    """How a condition came out; what is asked of it is said only where it is asked to be met."""
    vi = names.lang == "vi"
    if obstacle.bits == NOT_APPLICABLE or finding is None:
        return "không áp dụng" if vi else "not applicable"
    measured, word = measured_text(names, finding), pick(VERDICTS[finding.verdict], names.lang).lower()
    if not plain:
        return measured or ("chưa rõ" if vi else "not known")
    if isinstance(finding.target, Equals) and isinstance(finding.target.limit, bool):
        # What is asked of a yes or no stands in its name.
        return f"{word} ({measured})" if measured else word
    return f"{word} – {finding_text(names, finding)}"
