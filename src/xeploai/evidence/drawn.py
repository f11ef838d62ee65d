"""Facts drawn from the table of incidents."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from xeploai.diagnostic import Diagnostic, Fault, InvalidEvidence, in_order, nearest
from xeploai.evidence import incident_faults as faults
from xeploai.evidence.admission import faults_of, found, is_admissible
from xeploai.evidence.counted_conducts import MOST_NAMED, Tally, counted, drawn_of, numbers_of_subjects, tallies_of
from xeploai.evidence.dictionary import dictionary
from xeploai.evidence.incidents import conducts, faults_of_incidents, found_in, known_on
from xeploai.evidence.joined import joined
from xeploai.evidence.tree import tree_faults
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.fact import Fact, FactType
from xeploai.model.incident import Incident
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset
from xeploai.vietnamese.letters import plain_id


def drawn(
    rules: Ruleset, hierarchy: Hierarchy, incidents: Iterable[Incident], period: Period, *, as_of: date | None = None
) -> Hierarchy:
    """The hierarchy with every fact filled in that the rules draw from incidents (`Fact.incidents`), for one period.

    The incidents are those of the subject itself or, where the fact says so, of subjects of some kinds below it;
    all of them, in one table: with none that counts a yes-no fact is *no*, a count 0. A conduct counts once, whatever
    the number of its measures. A fact stays missing where something that is not known could change it: a blank of an
    incident, or subjects below that have no row and so can have no incident. What a row itself says stays. Where
    another rule set proposes levels, its facts are drawn too. With `as_of`, the day of the data, a measure of a later
    day is not known yet.

    Raises:
        InvalidEvidence: an incident contradicts itself or has an unknown subject, the hierarchy cannot stand, or a
            figure that a row states contradicts the incidents; every fault is named.
    """
    rules = joined(rules)
    taken, facts = tuple(incidents), [fact for fact in rules.facts if fact.incidents]
    known = dictionary(rules, numbers_of_subjects(facts))
    unfit = [subject for subject in hierarchy.subjects if not is_admissible(known, subject)]
    problems = [problem for subject in unfit for problem in faults_of(known, subject)]
    problems += tree_faults(known, hierarchy.subjects)
    problems += faults_of_incidents(taken)
    problems += _of_nobody(hierarchy, taken)
    if problems:
        raise InvalidEvidence(in_order(problems))
    by_subject = conducts(known_on(taken, as_of))
    numbers = counted(known, hierarchy.subjects)
    filled: dict[str, dict[str, int | bool]] = {subject.id: {} for subject in hierarchy.subjects}
    for fact in facts:
        tallies = tallies_of(known, fact, hierarchy.subjects, by_subject, numbers, period, as_of)
        for subject in hierarchy.subjects:
            if fact.id not in known.plans[subject.kind].facts:
                continue
            tally = tallies[subject.id]
            if fact.id in subject.facts:
                problems += _contradiction(fact, subject, tally)
            elif (answer := _answer(fact, tally)) is not None:
                filled[subject.id][fact.id] = answer
    if problems:
        raise InvalidEvidence(in_order(problems))
    subjects = [attrs.evolve(s, facts={**s.facts, **filled[s.id]}) for s in hierarchy.subjects]
    return Hierarchy(subjects, (*hierarchy.notices, *_unused_words(facts, taken)))


def _of_nobody(hierarchy: Hierarchy, incidents: Iterable[Incident]) -> Iterator[Diagnostic]:
    ids = {subject.id: None for subject in hierarchy.subjects}
    for incident in incidents:
        if incident.subject and incident.subject not in ids:
            problem = found_in(incident, faults.UNKNOWN_SUBJECT, "subject", subject=incident.subject)
            yield problem._replace(suggestion=nearest(incident.subject, ids))


def _answer(fact: Fact, tally: Tally) -> int | bool | None:
    if fact.type is FactType.YES_NO:
        return True if tally.low else False if tally.high == 0 else None
    return tally.low if tally.low == tally.high else None


def _contradiction(fact: Fact, subject: Evidence, tally: Tally) -> Iterator[Diagnostic]:
    """What a row says of a fact, where the incidents leave no room for it."""
    stated = subject.facts[fact.id]
    named = [f"`{id_}`" for id_ in tally.incidents[:MOST_NAMED]]
    names = ", ".join([*named, "…"] if len(tally.incidents) > MOST_NAMED else named) or "–"
    if fact.type is FactType.YES_NO:
        if stated is False and tally.low:
            yield found(faults.INCIDENTS_AGAINST_NO, subject, fact.id, incidents=names)
        if stated is True and tally.high == 0:
            yield found(faults.NO_INCIDENT_FOR_YES, subject, fact.id)
    elif isinstance(stated, int) and (stated < tally.low or (tally.high is not None and stated > tally.high)):
        high = "…" if tally.high is None else str(tally.high)
        come_to = high if high == str(tally.low) else f"{tally.low}–{high}"
        yield found(faults.INCIDENTS_AGAINST_COUNT, subject, fact.id, stated=stated, drawn=come_to, incidents=names)


def _unused_words(facts: Sequence[Fact], incidents: Sequence[Incident]) -> Iterator[Diagnostic]:
    """Words that no fact speaks of, each said once: a slip in one would quietly leave an incident out."""
    kinds, measures = [drawn_of(fact).kinds for fact in facts], [drawn_of(fact).measures for fact in facts]
    yield from _unused(faults.UNUSED_KIND, "kind", [(one, one.kind) for one in incidents], kinds)
    yield from _unused(faults.UNUSED_MEASURE, "measure", [(one, one.measure) for one in incidents], measures)


def _unused(
    fault: Fault, field: str, used: Iterable[tuple[Incident, str | None]], meant: Sequence[Sequence[str]]
) -> Iterator[Diagnostic]:
    if not all(meant):
        # A fact that names no words means them all.
        return
    known = {plain_id(word): None for words in meant for word in words}
    said: set[str] = set()
    for incident, word in used if known else ():
        if word is not None and (id_ := plain_id(word)) not in known and id_ not in said:
            said.add(id_)
            yield found_in(incident, fault, field, given=id_)._replace(suggestion=nearest(id_, known))
