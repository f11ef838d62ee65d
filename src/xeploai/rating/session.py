"""Subjects judged together: the door to rating, and what stays behind for the findings to be made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from xeploai.diagnostic import Diagnostic, InvalidEvidence, in_order
from xeploai.evidence.admission import explain_contradiction, faults_of, is_admissible
from xeploai.evidence.contradiction import Contradiction
from xeploai.evidence.tree import contradictions, lower_first, tree_faults, without_faults
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.outcome import Outcome
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.prepare import checked, judge_again, judge_subject, make_other, recall
from xeploai.rating.readings import read_otherwise


@attrs.define(eq=False)
class Session:
    """What was judged together, lower before higher. The other readings are judged when a finding asks, and kept."""

    prepared: Prepared
    judged: tuple[Judged, ...] = ()
    otherwise: dict[tuple[str, str], Mapping[str, Judged]] = attrs.field(factory=dict)


@attrs.define(eq=False)
class Proof:
    """Where an outcome comes from. Of a subject by itself only the outcomes are kept, until a finding asks for more."""

    session: Session
    judged: Judged | None = None


def proven(outcome: Outcome) -> tuple[Session, Judged]:
    """What an outcome was made of, worked out again where it was not kept."""
    proof: Proof = outcome.proof
    if proof.judged is None:
        proof.judged = recall(proof.session.prepared, outcome.evidence, outcome.bits)
        proof.session.judged = (proof.judged,)
    return proof.session, proof.judged


def prepare(rules: Ruleset) -> Callable[[Evidence], Outcome]:
    """A judge of single subjects: prepare once, judge many.

    The judge raises InvalidEvidence, with every fault, where the evidence contradicts itself or the dictionary.

    Raises:
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    prepared = checked(rules)

    def judge(evidence: Evidence) -> Outcome:
        return judge_all(prepared, (evidence,))[0]

    return judge


def rate(rules: Ruleset, evidence: Evidence) -> Outcome:
    """Judge one subject by itself; for many subjects, `prepare` the rules once.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    return prepare(rules)(evidence)


def roll_up(rules: Ruleset, subjects: Hierarchy | Iterable[Evidence]) -> tuple[Outcome, ...]:
    """Judge a tree of subjects, lower before higher; the outcomes come in the order of the data.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    together = subjects.subjects if isinstance(subjects, Hierarchy) else tuple(subjects)
    return judge_all(checked(rules), together)


def judge_all(prepared: Prepared, subjects: tuple[Evidence, ...]) -> tuple[Outcome, ...]:
    """Judge subjects that stand together; refused whole where anything is wrong."""
    _admit(prepared, subjects)
    judged = _judge_tree(prepared, subjects)
    alone = len(subjects) == 1
    session = Session(prepared) if alone else Session(prepared, tuple(judged.values()))
    outcomes = []
    for evidence in subjects:
        found = judged[evidence.id]
        rate_it = prepared.rate.get(evidence.kind)
        level = rate_it(found) if rate_it else None
        proof = Proof(session, None if alone else found)
        outcomes.append(Outcome(evidence, prepared.names, tuple(found.bits), level, proof))
    return tuple(outcomes)


def _admit(prepared: Prepared, subjects: tuple[Evidence, ...]) -> None:
    dictionary = prepared.dictionary
    problems = [d for s in subjects if not is_admissible(dictionary, s) for d in faults_of(dictionary, s)]
    alone = len(subjects) == 1 and subjects[0].parent is None
    astray = [] if alone else list(tree_faults(dictionary, subjects))
    if problems or astray:
        sound = without_faults(dictionary, subjects, problems, tree=not astray)
        raise InvalidEvidence(in_order([*problems, *astray, *contradictions(dictionary, sound)]))


def _judge_tree(prepared: Prepared, subjects: tuple[Evidence, ...]) -> dict[str, Judged]:
    """All subjects by id, lower before higher."""
    judged: dict[str, Judged] = {}
    below: dict[str | None, list[Judged]] = {}
    problems: list[Diagnostic] = []
    for subject in lower_first(subjects):
        found, clashes = judge_subject(prepared, subject, tuple(below.pop(subject.id, ())))
        judged[subject.id] = found
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
    """The same subjects under other rules; what is known of their figures stays as it is."""
    again: dict[str, Judged] = {}
    problems: list[Diagnostic] = []
    for subject in judged:
        children = tuple(again[child.evidence.id] for child in subject.children)
        again[subject.evidence.id] = judge_again(prepared, subject, children)
        problems += _explained(prepared, subject.evidence, again[subject.evidence.id].clashes)
    if problems:
        raise InvalidEvidence(in_order(problems))
    return again
