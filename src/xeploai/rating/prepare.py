"""Prepare a rule set once; judge many."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from xeploai.diagnostic import InvalidRules
from xeploai.evidence.contradiction import Contradiction
from xeploai.evidence.dictionary import dictionary
from xeploai.evidence.following import with_what_follows
from xeploai.evidence.known import blanks, learn
from xeploai.evidence.plan import Known, with_below
from xeploai.interval import Interval
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Evidence
from xeploai.model.measure import Share
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Judged, Prepared, Spread, Statement
from xeploai.rating.levels import levels_at
from xeploai.rating.order import affected, in_order, rests_on, steps
from xeploai.truth import Bits
from xeploai.wellformed.check import check
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.problem import diagnostics, origin_of


def checked(rules: Ruleset, period: Period | None = None, kinds: Iterable[str] | None = None) -> Prepared:
    """A rule set made ready to judge, subjects of some kinds or of all.

    Raises:
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    if faults := check(rules):
        raise InvalidRules(diagnostics(faults, origin_of(rules)))
    return make_ready(rules, period, kinds)


def make_ready(rules: Ruleset, period: Period | None = None, kinds: Iterable[str] | None = None) -> Prepared:
    """Everything about a faultless rule set that does not depend on evidence, worked out once.

    `kinds`: those of the subjects that are judged, where these are known; nothing is made ready for kinds that neither
    are among them nor may stand below one.
    """
    criteria = criteria_of(rules)
    measures = [(c.measure, *(other.measure for other in c.alternatives)) for c in criteria]
    shares = dict.fromkeys(measure for both in measures for measure in both if isinstance(measure, Share))
    prepared = Prepared(
        rules=rules,
        period=period,
        dictionary=dictionary(rules, criteria),
        criteria=criteria,
        names=tuple(criterion.id for criterion in criteria),
        numbers={criterion.id: number for number, criterion in enumerate(criteria)},
        shares={share: number for number, share in enumerate(shares)},
    )
    order = list(in_order(criteria))
    children = prepared.dictionary.children
    needed = tuple(children) if kinds is None else with_below(children, kinds)
    for kind in needed:
        if found := levels_at(prepared, kind):
            prepared.levels[kind] = found
        prepared.steps[kind] = tuple(steps(prepared, order, kind, rated=True))
    for kind, known in blanks(prepared.dictionary, needed).items():
        prepared.blanks[kind] = _empty(prepared, Evidence("", kind), known, ())
    _settle(prepared)
    return prepared


def make_other(chosen: Prepared, rules: Ruleset, statements: Mapping[str, Statement]) -> Prepared:
    """The rules under another reading, beside those under the chosen one.

    The figures are the same, and only what hangs on the criteria that read otherwise is judged again.
    """
    named = {criterion.id: criterion for criterion in criteria_of(rules)}
    # In the order of the chosen reading, by which outcomes are kept; a condition that was read away has left its own.
    criteria = tuple(named.get(criterion.id, criterion) for criterion in chosen.criteria)
    order, rated = affected(chosen.rules, rules, in_order(criteria), set(statements))
    other = Prepared(
        rules=rules,
        period=chosen.period,
        dictionary=chosen.dictionary,
        criteria=criteria,
        names=chosen.names,
        numbers=chosen.numbers,
        shares=chosen.shares,
        statements=_holding(order, statements),
    )
    for kind, nobody in chosen.blanks.items():
        if found := levels_at(other, kind):
            other.levels[kind] = found
        other.steps[kind] = tuple(steps(other, order, kind, rated=rated))
        other.blanks[kind] = attrs.evolve(nobody, bits=list(nobody.bits), shares=list(nobody.shares))
    _settle(other)
    return other


def _holding(order: Iterable[Criterion], statements: Mapping[str, Statement]) -> dict[str, Statement]:
    """How far stated numbers hold, also of those that meet a criterion that rests on what reads otherwise.

    Such a number holds where all that the criterion rests on comes out as before, and else says nothing.
    """
    found = dict(statements)
    for criterion in order:
        below = rests_on(criterion)
        same = below and all(found.get(name, "exactly") == "exactly" for name in below)
        found.setdefault(criterion.id, "exactly" if same else "not")
    return found


def _settle(prepared: Prepared) -> None:
    """A blank subject counts the blank subjects below it; as many rounds as there are kinds settle them all."""
    for _ in prepared.blanks:
        before = [(list(nobody.bits), list(nobody.shares), nobody.spread) for nobody in prepared.blanks.values()]
        # Kinds are declared from the top down, as people think of them: what is below comes first here.
        for kind, nobody in reversed(prepared.blanks.items()):
            for step in prepared.steps[kind]:
                step(nobody)
        if before == [(nobody.bits, nobody.shares, nobody.spread) for nobody in prepared.blanks.values()]:
            break


def _empty(
    prepared: Prepared, evidence: Evidence, known: Known, children: tuple[Judged, ...], spread: Spread = 0
) -> Judged:
    return Judged(evidence, known, [0] * len(prepared.criteria), [None] * len(prepared.shares), children, spread)


def _answered(prepared: Prepared, evidence: Evidence) -> Evidence:
    """The evidence with the answers that follow from those that were given."""
    plan = prepared.dictionary.plans[evidence.kind]
    facts = with_what_follows(plan, evidence.facts) if plan.implications else evidence.facts
    return evidence if facts is evidence.facts else attrs.evolve(evidence, facts=facts)


def judge_subject(
    prepared: Prepared,
    evidence: Evidence,
    children: tuple[Judged, ...],
    spread: Spread,
    counted: Mapping[str, Interval],
) -> tuple[Judged, list[Contradiction]]:
    """One subject, after those below it; and what in its figures cannot be.

    `spread`: the levels that other rules propose for it. `counted`: what the levels below leave of its figures.
    """
    evidence = _answered(prepared, evidence)
    below = tuple(child.known for child in children)
    known, clashes = learn(prepared.dictionary, evidence.kind, evidence.facts, below, counted=counted)
    judged = _empty(prepared, evidence, known, children, spread)
    if not clashes:
        for step in prepared.steps[evidence.kind]:
            step(judged)
    return judged, clashes + judged.clashes


def judge_again(prepared: Prepared, judged: Judged, children: tuple[Judged, ...]) -> Judged:
    """One subject under another reading, after those below it; the same where nothing at its kind hangs on that."""
    steps = prepared.steps[judged.evidence.kind]
    if not steps:
        return judged
    again = Judged(judged.evidence, judged.known, list(judged.bits), list(judged.shares), children, judged.spread)
    for step in steps:
        step(again)
    return again


def recall(prepared: Prepared, evidence: Evidence, bits: Sequence[Bits], spread: Spread) -> Judged:
    """A subject by itself as it was judged, from the outcomes that were kept."""
    evidence = _answered(prepared, evidence)
    known, _ = learn(prepared.dictionary, evidence.kind, evidence.facts, ())
    judged = _empty(prepared, evidence, known, (), spread)
    judged.bits[:] = bits
    # What shares count stands beside the outcomes; levels are kept.
    for step in prepared.steps[evidence.kind] if prepared.shares else ():
        step(judged)
    return judged
