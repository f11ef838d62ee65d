"""Names that refer to something: it must be there, and be of the kind that is wanted."""

from collections import Counter
from collections.abc import Iterator, Sequence

from xeploai.diagnostic import Fault
from xeploai.located import Path
from xeploai.model.citation import Citation
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Fact, FactType, Term
from xeploai.model.kind import PerKind, members
from xeploai.model.measure import (
    Answers,
    Earned,
    Given,
    Highest,
    Lowest,
    Measure,
    Meets,
    Months,
    Rated,
    Ratio,
    Score,
    Share,
    Value,
)
from xeploai.model.ruleset import Assumption, OtherCondition
from xeploai.model.target import Target
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book, Names, all_known
from xeploai.wellformed.carried import nothing_to_count
from xeploai.wellformed.conditions import placed
from xeploai.wellformed.limits import limits
from xeploai.wellformed.problem import Problem, listed

_TYPES = {
    FactType.COUNT: ("số đếm", "a count"),
    FactType.NUMBER: ("điểm", "points"),
    FactType.YES_NO: ("số liệu có/không", "a yes-no fact"),
    FactType.GRADE: ("mức của một tiêu chí", "a grade"),
    FactType.LEVEL: ("mức xếp loại", "a level"),
    FactType.DATE: ("ngày", "a day"),
}


def references(book: Book) -> Iterator[Problem]:
    """Every name of a rule set that refers to nothing, or to the wrong kind of thing."""
    rules, ids = book.rules, book.ids
    for name, value in (("reporting", rules.reporting), ("rated", rules.rated)):
        yield from kinds_in(book, value, ("ruleset", name))
    yield from known_in(rules.assume, ids["assumptions"], faults.UNKNOWN_ASSUMPTION, ("ruleset", "assume"))
    if rules.decided is not None:
        yield from fact_of(book, rules.decided, FactType.LEVEL, ("ruleset", "decided"))
    for kind in rules.kinds:
        yield from kinds_in(book, kind.parents, ("kinds", kind.id, "parents"))
    for group in rules.groups:
        yield from known_in(group.kinds, ids["kinds"], faults.UNKNOWN_KIND, ("groups", group.id, "kinds"))
    for fact in rules.facts:
        yield from _in_fact(book, fact)
    for assumption in rules.assumptions:
        yield from _in_assumption(assumption)
    for criterion in book.criteria:
        yield from _in_criterion(book, criterion)
    for goal in rules.goals:
        yield from known_in(goal.criteria, ids["criteria"], faults.UNKNOWN_CRITERION, ("goals", goal.id, "criteria"))
    for path, one in placed(rules).items():
        yield from kinds_in(book, one.kinds, (*path, "for"))
        yield from cited(book, one.cite, (*path, "cite"))
        yield from known_in(one.assume, ids["assumptions"], faults.UNKNOWN_ASSUMPTION, (*path, "assume"))
        for other in one.alternatives:
            yield from reading_of(book, other.assumption, other.reading, (*path, "readings", *_ids(other)))


def _ids(other: OtherCondition) -> Path:
    return other.assumption, other.reading


def known_in(names: Sequence[str], known: Names, fault: Fault, path: Path) -> Iterator[Problem]:
    """Names in a list that are not known, or that stand there twice."""
    for number, name in enumerate(names):
        if name not in known:
            yield Problem((*path, number), fault, {"name": name, "known": listed(known)}, known)
    if len(names) > 1:
        yield from _twice(names, path)


def _twice(names: Sequence[Term], path: Path) -> Iterator[Problem]:
    if len(set(names)) == len(names):
        return
    for name, times in Counter(names).items():
        if times > 1:
            last = len(names) - 1 - names[::-1].index(name)
            said = name if isinstance(name, str) else ", ".join(name.of)
            yield Problem((*path, last), faults.TWICE_IN_LIST, {"name": said})


def kinds_in(book: Book, names: Sequence[str], path: Path) -> Iterator[Problem]:
    """Names of kinds and groups that there are none of."""
    return known_in(names, book.of_kind, faults.UNKNOWN_KIND, path)


def _in_fact(book: Book, fact: Fact) -> Iterator[Problem]:
    path: Path = ("facts", fact.id)
    yield from kinds_in(book, fact.of, (*path, "of"))
    yield from kinds_in(book, fact.arises_at, (*path, "arises_at"))
    answered = fact.type is FactType.YES_NO
    wanted = FactType.YES_NO if answered else FactType.COUNT
    yield from _terms(book, fact.at_most, wanted, (*path, "at_most"))
    yield from _terms(book, fact.sum_of, FactType.COUNT, (*path, "sum_of"))
    yield from _terms(book, fact.includes, FactType.COUNT, (*path, "includes"))
    for name, terms in (("at_most", fact.at_most), ("sum_of", fact.sum_of), ("includes", fact.includes)):
        if terms and not (answered and name == "at_most"):
            yield from fact_of(book, fact.id, FactType.COUNT, (*path, name))
    for name, value in (("minimum", fact.minimum), ("maximum", fact.maximum), ("supplier", fact.supplier)):
        yield from _by_kind(book, value, (*path, name))
    for here, name in suppliers_of(fact):
        if name not in book.ids["suppliers"]:
            yield Problem((*path, *here), faults.UNKNOWN_SUPPLIER, {"name": name}, book.ids["suppliers"])
    if fact.incidents:
        yield from kinds_in(book, fact.incidents.of, (*path, "incidents", "of"))
        if fact.type not in (FactType.COUNT, FactType.YES_NO):
            yield from fact_of(book, fact.id, FactType.YES_NO, (*path, "incidents"))
    if fact.counts is None:
        return
    path = (*path, "counts")
    yield from fact_of(book, fact.id, FactType.COUNT, path)
    everywhere = tuple(kind.id for kind in book.rules.kinds)
    if all_known(book, fact.of):
        yield from nothing_to_count(book, fact.counts.of, members(book.kinds, fact.of) or everywhere, path)
    if "scale" not in book.left_out:
        none = book.rules.scale.not_assessed if book.rules.scale else None
        levels = {**book.ids["levels"], **({none.id: None} if none else {})}
        yield from known_in(fact.counts.rated, levels, faults.UNKNOWN_LEVEL, (*path, "rated"))
    if fact.counts.among is not None:
        yield from fact_of(book, fact.counts.among, FactType.COUNT, (*path, "among"))
    yield from kinds_in(book, fact.counts.of, (*path, "of"))
    if fact.counts.meet is not None:
        yield from known_in((fact.counts.meet,), book.ids["criteria"], faults.UNKNOWN_CRITERION, (*path, "meet"))
    if fact.counts.yes is not None:
        yield from fact_of(book, fact.counts.yes, FactType.YES_NO, (*path, "yes"))


def suppliers_of(fact: Fact) -> Iterator[tuple[Path, str]]:
    """Those who supply a fact, with their key paths below it."""
    match fact.supplier:
        case PerKind(values):
            yield from ((("supplier", kind), name) for kind, name in values)
        case str(name):
            yield ("supplier",), name
        case None:
            pass


def _by_kind(book: Book, value: object, path: Path) -> Iterator[Problem]:
    if isinstance(value, PerKind):
        for kind, _ in value.values:
            if kind not in book.of_kind:
                yield Problem((*path, kind), faults.UNKNOWN_KIND, {"name": kind}, book.of_kind, key=True)


def _terms(book: Book, terms: Sequence[Term], wanted: FactType, path: Path) -> Iterator[Problem]:
    for number, term in enumerate(terms):
        if not isinstance(term, Count):
            yield from fact_of(book, term, wanted, (*path, number))
        elif wanted is FactType.COUNT:
            yield from kinds_in(book, term.of, (*path, number, "count"))
        else:
            yield _other_type(FactType.COUNT, wanted, ", ".join(term.of), (*path, number))
    if len(terms) > 1:
        yield from _twice(terms, path)


def fact_of(book: Book, name: str, wanted: FactType | None, path: Path) -> Iterator[Problem]:
    """The fault of a name that is no fact, or not a fact of the type that is wanted."""
    if name not in book.ids["facts"]:
        yield Problem(path, faults.UNKNOWN_FACT, {"name": name}, book.ids["facts"])
    elif wanted and name in book.facts and book.facts[name].type is not wanted:
        yield _other_type(book.facts[name].type, wanted, name, path)


def _other_type(given: FactType, wanted: FactType, name: str, path: Path) -> Problem:
    is_vi, is_en = _TYPES[given]
    vi, en = _TYPES[wanted]
    values = {"name": name, "given_vi": is_vi, "given_en": is_en, "wanted_vi": vi, "wanted_en": en}
    return Problem(path, faults.WRONG_REFERENCE, values)


def _in_assumption(assumption: Assumption) -> Iterator[Problem]:
    """The readings that are named in words are readings; none is chosen and passed over at once."""
    path: Path = ("assumptions", assumption.id)
    yield from _twice(assumption.others, (*path, "others"))
    if assumption.chosen in assumption.others:
        here = (*path, "others", assumption.others.index(assumption.chosen))
        yield Problem(here, faults.TWICE_IN_LIST, {"name": assumption.chosen})
    known = dict.fromkeys((assumption.chosen, *assumption.others))
    for reading in assumption.labels:
        if reading.id not in known:
            values = {"assumption": assumption.id, "name": reading.id}
            yield Problem((*path, "labels", reading.id), faults.NO_SUCH_READING, values, known, key=True)


def _in_criterion(book: Book, criterion: Criterion) -> Iterator[Problem]:
    path: Path = ("criteria", criterion.id)
    for name, value in (("for", criterion.kinds), ("monitor", criterion.monitors)):
        yield from kinds_in(book, value, (*path, name))
    yield from known_in(criterion.assume, book.ids["assumptions"], faults.UNKNOWN_ASSUMPTION, (*path, "assume"))
    yield from cited(book, criterion.cite, (*path, "cite"))
    yield from _measure(book, criterion.measure, path)
    yield from _target(book, criterion.target, path)
    for other in criterion.alternatives:
        here = (*path, "readings", other.assumption, other.reading)
        yield from reading_of(book, other.assumption, other.reading, here)
        if other.measure:
            yield from _measure(book, other.measure, here)
        if other.target:
            yield from _target(book, other.target, here)


def reading_of(book: Book, assumption: str, reading: str, path: Path) -> Iterator[Problem]:
    """The fault of a reading that its assumption does not offer."""
    if assumption not in book.ids["assumptions"]:
        known = book.ids["assumptions"]
        yield Problem(path[:-1], faults.UNKNOWN_ASSUMPTION, {"name": assumption}, known, key=True)
    elif assumption in book.assumptions and reading not in (others := book.assumptions[assumption].others):
        values = {"assumption": assumption, "name": reading}
        yield Problem(path, faults.NO_SUCH_READING, values, others, key=True)


def _measure(book: Book, measure: Measure, path: Path) -> Iterator[Problem]:
    match measure:
        case Value(fact):
            yield from fact_of(book, fact, None, (*path, "value"))
        case Count(of):
            yield from kinds_in(book, of, (*path, "count"))
        case Ratio(part, whole):
            for name, terms in (("part", part), ("whole", whole), ("pending", measure.pending)):
                yield from _terms(book, terms, FactType.COUNT, (*path, "ratio", name))
        case Lowest(of) | Highest(of):
            here: Path = (*path, "lowest" if isinstance(measure, Lowest) else "highest")
            for number, name in enumerate(of):
                yield from fact_of(book, name, FactType.GRADE, (*here, number))
            yield from _twice(of, here)
        case Months(since):
            yield from fact_of(book, since, FactType.DATE, (*path, "months"))
        case Score(parts):
            for number, points in enumerate(parts):
                yield from _points(book, points, (*path, "score", number))
        case Share(of, test):
            path = (*path, "share")
            yield from kinds_in(book, of, (*path, "of"))
            match test:
                case Meets(name):
                    yield from known_in((name,), book.ids["criteria"], faults.UNKNOWN_CRITERION, (*path, "meet"))
                case Answers(fact):
                    yield from fact_of(book, fact, FactType.YES_NO, (*path, "yes"))
                case Rated(fact, level):
                    yield from fact_of(book, fact, FactType.LEVEL, (*path, "by"))
                    if "scale" not in book.left_out:
                        yield from known_in((level,), book.ids["levels"], faults.UNKNOWN_LEVEL, (*path, "rated"))


def _points(book: Book, part: Given | Earned, path: Path) -> Iterator[Problem]:
    match part:
        case Given(fact):
            yield from fact_of(book, fact, FactType.NUMBER, path)
        case Earned(criterion):
            if criterion not in book.ids["criteria"]:
                known = book.ids["criteria"]
                yield Problem((*path, "meet"), faults.UNKNOWN_CRITERION, {"name": criterion}, known)


def _target(book: Book, target: Target, path: Path) -> Iterator[Problem]:
    for key, limit in limits(target):
        yield from _by_kind(book, limit, (*path, *key))


def cited(book: Book, cite: Citation | None, path: Path) -> Iterator[Problem]:
    """Faults of a citation: its source is declared and lists the clause."""
    if cite is None:
        return
    if cite.source not in book.ids["sources"]:
        yield Problem((*path, "source"), faults.UNKNOWN_SOURCE, {"name": cite.source}, book.ids["sources"])
    elif (clauses := book.clauses.get(cite.source)) and cite.clause not in clauses:
        values = {"source": cite.source, "name": cite.clause}
        yield Problem((*path, "clause"), faults.UNKNOWN_CLAUSE, values, clauses)
