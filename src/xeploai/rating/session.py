"""Subjects judged together: the door to rating, and what stays behind for the findings to be made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from xeploai.diagnostic import Diagnostic, InvalidEvidence, in_order
from xeploai.evidence.admission import explain_contradiction, faults_of, is_admissible
from xeploai.evidence.contradiction import Contradiction
from xeploai.evidence.plan import Dictionary
from xeploai.evidence.tree import contradictions, lower_first, tree_faults, without_faults
from xeploai.interval import Interval
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.outcome import Outcome
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset
from xeploai.rating.chain import Chain, asks_for_more, chained, dictionaries, proposals, restricted
from xeploai.rating.judged import Judged, Prepared, Spread
from xeploai.rating.levels import rating_of
from xeploai.rating.prepare import judge_again, judge_subject, make_other, recall
from xeploai.rating.readings import read_otherwise
from xeploai.rating.tallies import Tallies, tallies

NOTHING: Mapping[str, Interval] = MappingProxyType({})


@attrs.define(eq=False, repr=False)
class Session:
    """What was judged together, lower before higher. The other readings are judged when a finding asks, and kept.

    `proposing`: what was judged under the rule set that proposes levels, by subject. `counted`: what the levels below
    said of the figures of each subject.
    """

    prepared: Prepared
    judged: tuple[Judged, ...] = ()
    otherwise: dict[tuple[str, str], Mapping[str, Judged]] = attrs.field(factory=dict)
    proposing: Mapping[str, Outcome] = MappingProxyType({})
    counted: Tallies = MappingProxyType({})


@attrs.define(eq=False, repr=False)
class Proof:
    """Where an outcome comes from. Of a subject by itself only the outcomes are kept, until a finding asks for more."""

    session: Session
    judged: Judged | None
    spread: Spread


def proven(outcome: Outcome) -> tuple[Session, Judged]:
    """What an outcome was made of, worked out again where it was not kept."""
    proof: Proof = outcome.proof
    if proof.judged is None:
        proof.judged = recall(proof.session.prepared, outcome.evidence, outcome.bits, proof.spread)
        proof.session.judged = (proof.judged,)
    return proof.session, proof.judged


def proposing(outcome: Outcome) -> Outcome | None:
    """The same subject under the rule set that proposes levels, if there is one that knows it."""
    session, _ = proven(outcome)
    return session.proposing.get(outcome.evidence.id)


def prepare(rules: Ruleset, *, period: Period | None = None) -> Callable[[Evidence], Outcome]:
    """A judge of single subjects: prepare once, judge many.

    `period` is the period rated, up to whose end months are counted. The judge raises InvalidEvidence, with every
    fault, where the evidence contradicts itself or the dictionary.

    Raises:
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    chain = chained(rules, period)

    def judge(evidence: Evidence) -> Outcome:
        return judge_all(chain, (evidence,))[0]

    return judge


def rate(rules: Ruleset, evidence: Evidence, *, period: Period | None = None) -> Outcome:
    """Judge one subject by itself; for many subjects, `prepare` the rules once.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    return judge_all(chained(rules, period, (evidence.kind,)), (evidence,))[0]


def roll_up(
    rules: Ruleset, subjects: Hierarchy | Iterable[Evidence], *, period: Period | None = None
) -> tuple[Outcome, ...]:
    """Judge a tree of subjects, lower before higher; the outcomes come in the order of the data.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    together = subjects.subjects if isinstance(subjects, Hierarchy) else tuple(subjects)
    return judge_all(chained(rules, period, {subject.kind for subject in together}), together)


def judge_all(chain: Chain, subjects: tuple[Evidence, ...], others: tuple[Dictionary, ...] = ()) -> tuple[Outcome, ...]:
    """Judge subjects that stand together; refused whole where anything is wrong.

    `others`: the data dictionaries of the rule sets that judge the same table, beside those of the chain itself.
    """
    if not others and not asks_for_more(chain, subjects):
        return _judge_stage(chain.prepared, subjects, subjects)
    own, below = chain.prepared.dictionary, tuple(dictionaries(chain.proposing)) if chain.proposing else ()
    proposing: tuple[Outcome, ...] = ()
    problems: list[Diagnostic] = []
    if chain.proposing:
        try:
            proposing = judge_all(chain.proposing, subjects, (own, *others))
        except InvalidEvidence as refused:
            problems += refused.problems
    stage = tuple(restricted(own, (*below, *others), subjects))
    spreads = proposals(chain.prepared.rules.scale, {one.evidence.id: one.proof.spread for one in proposing})
    if not spreads:
        # Rules that propose nothing leave no trace, whether or not they were there to be asked.
        proposing = ()
    found: tuple[Outcome, ...] = ()
    try:
        found = _judge_stage(chain.prepared, stage, subjects, spreads, proposing)
    except InvalidEvidence as refused:
        problems += [problem for problem in refused.problems if problem not in problems]
    if problems:
        raise InvalidEvidence(in_order(problems))
    return found


def _judge_stage(
    prepared: Prepared,
    subjects: tuple[Evidence, ...],
    rows: tuple[Evidence, ...],
    spreads: Mapping[str, Spread] = MappingProxyType({}),
    proposing: tuple[Outcome, ...] = (),
) -> tuple[Outcome, ...]:
    """Judge the subjects of one rule set. `rows`: all that stand together, of which it may count more than it knows."""
    _admit(prepared, subjects)
    # A subject by itself has nobody above it for whom it is counted.
    counted = tallies(prepared, rows, spreads) if len(rows) > 1 else {}
    judged = _judge_tree(prepared, subjects, spreads, counted)
    # Whatever is counted has a row here: nothing was counted of a subject by itself.
    alone = len(subjects) == 1
    below = {one.evidence.id: one for one in proposing}
    session = Session(prepared, () if alone else tuple(judged.values()), proposing=below, counted=counted)
    decided = {one.evidence.id: one.rating.decided for one in proposing if one.rating}
    outcomes = []
    for evidence in subjects:
        found = judged[evidence.id]
        rating = rating_of(prepared, found, decided.get(evidence.id))
        proof = Proof(session, None if alone else found, found.spread)
        outcomes.append(Outcome(evidence, prepared.names, tuple(found.bits), rating, proof))
    return tuple(outcomes)


def _admit(prepared: Prepared, subjects: tuple[Evidence, ...]) -> None:
    dictionary = prepared.dictionary
    problems = [d for s in subjects if not is_admissible(dictionary, s) for d in faults_of(dictionary, s)]
    alone = len(subjects) == 1 and subjects[0].parent is None
    astray = [] if alone else list(tree_faults(dictionary, subjects))
    if problems or astray:
        sound = without_faults(dictionary, subjects, problems, tree=not astray)
        raise InvalidEvidence(in_order([*problems, *astray, *contradictions(dictionary, sound)]))


def _judge_tree(
    prepared: Prepared, subjects: tuple[Evidence, ...], spreads: Mapping[str, Spread], counted: Tallies
) -> dict[str, Judged]:
    """All subjects by id, lower before higher."""
    judged: dict[str, Judged] = {}
    below: dict[str | None, list[Judged]] = {}
    problems: list[Diagnostic] = []
    for subject in lower_first(subjects):
        name, children = subject.id, tuple(below.pop(subject.id, ()))
        found, clashes = judge_subject(prepared, subject, children, spreads.get(name, 0), counted.get(name, NOTHING))
        judged[name] = found
        below.setdefault(subject.parent, []).append(found)
        if clashes:
            problems += _explained(prepared, subject, clashes)
    if problems:
        raise InvalidEvidence(in_order(problems))
    return judged


def _explained(prepared: Prepared, subject: Evidence, clashes: Iterable[Contradiction]) -> Iterator[Diagnostic]:
    plan = prepared.dictionary.plans[subject.kind]
    return (explain_contradiction(plan, subject, clash) for clash in clashes)


def judged_otherwise(session: Session, assumption: str, reading: str) -> Mapping[str, Judged]:
    """All subjects of a session under another reading of one assumption."""
    key = (assumption, reading)
    if key not in session.otherwise:
        variants = session.prepared.variants
        if key not in variants:
            variants[key] = make_other(session.prepared, *read_otherwise(session.prepared.rules, assumption, reading))
        session.otherwise[key] = _judge_again(variants[key], session.judged)
    return session.otherwise[key]


def _judge_again(prepared: Prepared, judged: Iterable[Judged]) -> dict[str, Judged]:
    """The same subjects under other rules; what is known of their figures stays as it is.

    Nothing clashes here that did not clash under the chosen reading: a stated number holds no more than it did there.
    """
    again: dict[str, Judged] = {}
    for subject in judged:
        children = tuple(again[child.evidence.id] for child in subject.children)
        again[subject.evidence.id] = judge_again(prepared, subject, children)
    return again
