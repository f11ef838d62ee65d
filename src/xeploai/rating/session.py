"""Subjects judged together: the door to rating, and what stays behind for the findings to be made of."""

from collections.abc import Callable, Iterable, Mapping

import attrs

from xeploai.diagnostic import Diagnostic, InvalidEvidence, in_order
from xeploai.evidence.admission import explain_contradiction, faults_of
from xeploai.evidence.tree import children_of, lower_first, tree_faults
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.outcome import Outcome
from xeploai.model.ruleset import Ruleset
from xeploai.rating.judged import Judged, Prepared
from xeploai.rating.prepare import checked, judge_subject, make_ready
from xeploai.rating.readings import read_otherwise


@attrs.define(eq=False)
class Session:
    """What was judged together. The other readings are judged when a finding is first read, and kept."""

    prepared: Prepared
    subjects: tuple[Evidence, ...]
    otherwise: dict[tuple[str, str], Mapping[str, Judged]] = attrs.field(factory=dict)


@attrs.frozen(eq=False)
class Proof:
    """Where an outcome comes from."""

    session: Session
    judged: Judged


def prepare(rules: Ruleset) -> Callable[[Evidence], Outcome]:
    """A judge of single subjects: prepare once, judge many.

    The judge raises InvalidEvidence, with every fault, where the evidence contradicts itself or the dictionary.
    """
    prepared = checked(rules)

    def judge(evidence: Evidence) -> Outcome:
        return _judge_all(Session(prepared, (evidence,)))[0]

    return judge


def rate(rules: Ruleset, evidence: Evidence) -> Outcome:
    """Judge one subject by itself; for many subjects, `prepare` the rules once.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
    """
    return prepare(rules)(evidence)


def roll_up(rules: Ruleset, subjects: Hierarchy | Iterable[Evidence]) -> tuple[Outcome, ...]:
    """Judge a tree of subjects, lower before higher; the outcomes come in the order of the data.

    Raises:
        InvalidEvidence: the evidence contradicts itself or the data dictionary; every fault is named.
    """
    together = subjects.subjects if isinstance(subjects, Hierarchy) else tuple(subjects)
    return _judge_all(Session(checked(rules), together))


def _judge_all(session: Session) -> tuple[Outcome, ...]:
    judged = judge_tree(session.prepared, session.subjects)
    names = session.prepared.names
    rating = session.prepared.rate
    outcomes = []
    for evidence in session.subjects:
        found = judged[evidence.id]
        rate_it = rating.get(evidence.kind)
        level = rate_it(found) if rate_it else None
        outcomes.append(Outcome(evidence, names, tuple(found.bits), level, Proof(session, found)))
    return tuple(outcomes)


def judge_tree(prepared: Prepared, subjects: tuple[Evidence, ...]) -> dict[str, Judged]:
    """All subjects by id, lower before higher; refused whole where anything is wrong."""
    problems: list[Diagnostic] = []
    for subject in subjects:
        problems += faults_of(prepared.dictionary, subject)
    if len(subjects) != 1 or subjects[0].parent is not None:
        problems += tree_faults(prepared.dictionary, subjects)
    if problems:
        raise InvalidEvidence(in_order(problems))
    below = children_of(subjects)
    judged: dict[str, Judged] = {}
    for subject in lower_first(subjects):
        children = tuple(judged[child.id] for child in below.get(subject.id, ()))
        judged[subject.id], clashes = judge_subject(prepared, subject, children)
        plan = prepared.dictionary.plans[subject.kind]
        problems += (explain_contradiction(plan, subject, clash) for clash in clashes)
    if problems:
        raise InvalidEvidence(in_order(problems))
    return judged


def judged_otherwise(session: Session, assumption: str, reading: str) -> Mapping[str, Judged]:
    """All subjects of a session under another reading of one assumption."""
    key = (assumption, reading)
    if key not in session.otherwise:
        variants = session.prepared.variants
        if key not in variants:
            variants[key] = make_ready(*read_otherwise(session.prepared.rules, assumption, reading))
        session.otherwise[key] = judge_tree(variants[key], session.subjects)
    return session.otherwise[key]
