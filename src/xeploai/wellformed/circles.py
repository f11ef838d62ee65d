"""Definitions that lead back to themselves."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from xeploai.locator import Path
from xeploai.model.condition import Criterion
from xeploai.model.measure import Meets, Share
from xeploai.model.ruleset import Ruleset
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem


def circles(rules: Ruleset, criteria: Sequence[Criterion]) -> Iterator[Problem]:
    """Criteria whose shares test each other, and facts that bound or contain each other."""
    tested: dict[str, list[str]] = {}
    for criterion in criteria:
        for measure in (criterion.measure, *(other.measure for other in criterion.alternatives)):
            if isinstance(measure, Share) and isinstance(measure.test, Meets):
                tested.setdefault(criterion.id, []).append(measure.test.criterion)
    yield from _circle(tested, "criteria")
    above: dict[str, list[str]] = {}
    for fact in rules.facts:
        above.setdefault(fact.id, []).extend(term for term in fact.at_most if isinstance(term, str))
        for part in (*fact.sum_of, *fact.includes):
            above.setdefault(part, []).append(fact.id)
    yield from _circle(above, "facts")


def _circle(graph: Mapping[str, Sequence[str]], section: str) -> Iterator[Problem]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        path: Path = (section, circle[0])
        yield Problem(path, faults.CIRCLE, {"circle": " → ".join(circle)}, key=True)
