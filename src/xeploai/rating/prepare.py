"""Prepare a rule set once; judge many."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter

import attrs

from xeploai.diagnostic import InvalidRules
from xeploai.evidence.contradiction import Contradiction
from xeploai.evidence.dictionary import dictionary
from xeploai.evidence.known import blanks, learn
from xeploai.evidence.plan import Known
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.kind import members
from xeploai.model.measure import Meets, Share
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Judged, Prepared, Statement, Step
from xeploai.rating.levels import rate_levels
from xeploai.rating.measures import judge_criterion
from xeploai.rating.shares import count_share
from xeploai.truth import Bits
from xeploai.wellformed.check import check
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import Origin, clauses_of, diagnostics


def concerned(rules: Prepared, criterion: Criterion, kind: str) -> bool:
    """Whether a criterion is judged, or followed up, at a kind."""
    kinds = rules.dictionary.kinds
    return not (criterion.kinds or criterion.monitors) or kind in members(
        kinds, (*criterion.kinds, *criterion.monitors)
    )


def checked(rules: Ruleset) -> Prepared:
    """A rule set made ready to judge.

    Raises:
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    if faults := check(rules):
        origin = Origin(rules.source.file if rules.source else rules.id, rules.source, clauses_of(rules.criteria))
        raise InvalidRules(diagnostics(faults, origin))
    return make_ready(rules)


def make_ready(rules: Ruleset) -> Prepared:
    """Everything about a faultless rule set that does not depend on evidence, worked out once."""
    criteria = criteria_of(rules)
    measures = [(c.measure, *(other.measure for other in c.alternatives)) for c in criteria]
    shares = dict.fromkeys(measure for both in measures for measure in both if isinstance(measure, Share))
    prepared = Prepared(
        rules=rules,
        dictionary=dictionary(rules, criteria),
        criteria=criteria,
        names=tuple(criterion.id for criterion in criteria),
        numbers={criterion.id: number for number, criterion in enumerate(criteria)},
        shares={share: number for number, share in enumerate(shares)},
    )
    order = list(_in_order(criteria))
    for kind in prepared.dictionary.plans:
        prepared.steps[kind] = tuple(_steps(prepared, order, kind))
        if rules.rules and (not rules.rated or kind in members(prepared.dictionary.kinds, rules.rated)):
            prepared.rate[kind] = rate_levels(prepared, kind)
    for kind, known in blanks(prepared.dictionary).items():
        prepared.blanks[kind] = _empty(prepared, Evidence("", kind), known, ())
    _settle(prepared)
    return prepared


def make_other(chosen: Prepared, rules: Ruleset, statements: Mapping[str, Statement]) -> Prepared:
    """The rules under another reading, beside those under the chosen one.

    The figures are the same, and only what hangs on the criteria that read otherwise is judged again.
    """
    criteria = criteria_of(rules)
    other = Prepared(
        rules=rules,
        dictionary=chosen.dictionary,
        criteria=criteria,
        names=chosen.names,
        numbers=chosen.numbers,
        shares=chosen.shares,
        statements=statements,
    )
    changed = set(statements)
    order = []
    for criterion in _in_order(criteria):
        if criterion.id in changed or _tested(criterion) in changed:
            changed.add(criterion.id)
            order.append(criterion)
    for kind, nobody in chosen.blanks.items():
        other.steps[kind] = tuple(_steps(other, order, kind))
        other.blanks[kind] = attrs.evolve(nobody, bits=list(nobody.bits), shares=list(nobody.shares))
    _settle(other)
    return other


def _settle(prepared: Prepared) -> None:
    """A blank subject counts the blank subjects below it; as many rounds as there are kinds settle them all."""
    for _ in prepared.blanks:
        before = [(list(nobody.bits), list(nobody.shares)) for nobody in prepared.blanks.values()]
        # Kinds are declared from the top down, as people think of them: what is below comes first here.
        for kind, nobody in reversed(prepared.blanks.items()):
            for step in prepared.steps[kind]:
                step(nobody)
        if before == [(nobody.bits, nobody.shares) for nobody in prepared.blanks.values()]:
            break


def _tested(criterion: Criterion) -> str | None:
    """The criterion that a share tests."""
    test = criterion.measure.test if isinstance(criterion.measure, Share) else None
    return test.criterion if isinstance(test, Meets) else None


def _in_order(criteria: tuple[Criterion, ...]) -> Iterator[Criterion]:
    """Each criterion after those that its share tests."""
    named = {criterion.id: criterion for criterion in criteria}
    tested = {criterion.id: _tested(criterion) for criterion in criteria}
    graph = {name: {test} if test else set() for name, test in tested.items()}
    yield from (named[name] for name in TopologicalSorter(graph).static_order())


def _steps(prepared: Prepared, order: list[Criterion], kind: str) -> Iterator[Step]:
    counted: set[Share] = set()
    for criterion in order:
        if isinstance(criterion.measure, Share) and criterion.measure not in counted:
            counted.add(criterion.measure)
            if step := count_share(prepared, criterion.measure, kind):
                yield step
        if concerned(prepared, criterion, kind):
            yield _judge(prepared.numbers[criterion.id], judge_criterion(prepared, criterion, kind))


def _judge(number: int, judge: Callable[[Judged], Bits]) -> Step:
    def step(judged: Judged) -> None:
        judged.bits[number] = judge(judged)

    return step


def _empty(prepared: Prepared, evidence: Evidence, known: Known, children: tuple[Judged, ...]) -> Judged:
    return Judged(evidence, known, [0] * len(prepared.criteria), [None] * len(prepared.shares), children)


def judge_subject(
    prepared: Prepared, evidence: Evidence, children: tuple[Judged, ...]
) -> tuple[Judged, list[Contradiction]]:
    """One subject, after those below it; and what in its figures cannot be."""
    below = tuple(child.known for child in children)
    known, clashes = learn(prepared.dictionary, evidence.kind, evidence.facts, below)
    judged = _empty(prepared, evidence, known, children)
    if not clashes:
        for step in prepared.steps[evidence.kind]:
            step(judged)
    return judged, clashes + judged.clashes


def judge_again(prepared: Prepared, judged: Judged, children: tuple[Judged, ...]) -> Judged:
    """One subject under another reading, after those below it; the same where nothing at its kind hangs on that."""
    steps = prepared.steps[judged.evidence.kind]
    if not steps:
        return judged
    again = Judged(judged.evidence, judged.known, list(judged.bits), list(judged.shares), children)
    for step in steps:
        step(again)
    return again


def recall(prepared: Prepared, evidence: Evidence, bits: Sequence[Bits]) -> Judged:
    """A subject by itself as it was judged, from the outcomes that were kept."""
    known, _ = learn(prepared.dictionary, evidence.kind, evidence.facts, ())
    judged = _empty(prepared, evidence, known, ())
    judged.bits[:] = bits
    # What shares count stands beside the outcomes.
    for step in prepared.steps[evidence.kind] if prepared.shares else ():
        step(judged)
    return judged
