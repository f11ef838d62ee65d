"""The clauses of the sources, what answers for each of them, and the worked cases that exercise it: both ways."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import attrs

from xeploai.audit.cases.case import Case, Expected
from xeploai.audit.citations import citing
from xeploai.located import Path
from xeploai.model.citation import Citation, Clause, Document
from xeploai.model.condition import Criterion, Undetermined
from xeploai.model.evidence import Hierarchy
from xeploai.model.kind import Kinds, members
from xeploai.model.label import Label
from xeploai.model.quota import Quota
from xeploai.model.ruleset import Exemption, Rule, Ruleset, Veto, kinds_of
from xeploai.wellformed.conditions import conditions_of, parts_of

Sort = Literal["criterion", "rule", "veto", "exemption", "quota", "undetermined"]


def _cases(cases: Sequence[Case]) -> tuple[Case, ...]:
    return tuple(cases)


@attrs.frozen(eq=False)
class Answer:
    """What rests on a clause, with the cases that expect something of it by name.

    `name` is its id; the level of a rule. `kinds`: where it holds. `label`: of an undetermined point its reason.
    """

    sort: Sort
    path: Path
    name: str
    label: Label | None
    kinds: tuple[str, ...]
    cite: Citation | None
    cases: tuple[Case, ...] = attrs.field(converter=_cases)


@attrs.frozen(eq=False)
class AnsweredClause:
    """A clause with what answers for it, and the cases that name it. `listed`: its source lists it."""

    source: Document
    clause: Clause
    listed: bool
    answers: tuple[Answer, ...]
    cases: tuple[Case, ...]

    @property
    def untested(self) -> bool:
        """Whether something answers for the clause, and no case exercises any of it."""
        return bool(self.answers) and not self.cases and not any(answer.cases for answer in self.answers)

    @property
    def unanswered(self) -> bool:
        """Whether nothing answers for the clause, and no reason is given."""
        return not self.answers and self.clause.reason is None


@attrs.frozen(eq=False)
class CaseClauses:
    """A case with the clauses that it exercises: those it names, and those of what it expects something of."""

    case: Case
    clauses: tuple[AnsweredClause, ...]
    answers: tuple[Answer, ...]


@attrs.frozen(eq=False)
class ClauseMap:
    """A rule set, clause by clause and case by case. `uncited`: what cites no clause."""

    rules: Ruleset
    clauses: tuple[AnsweredClause, ...]
    cases: tuple[CaseClauses, ...]
    uncited: tuple[Answer, ...]


def clause_map(rules: Ruleset, cases: Sequence[Case]) -> ClauseMap:
    """The clauses of a rule set with what answers for them and the cases that exercise them."""
    answers = list(_answers(rules, cases))
    by_clause: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        if answer.cite:
            by_clause.setdefault((answer.cite.source, answer.cite.clause), []).append(answer)
    naming: dict[str, list[Case]] = {}
    for case in cases:
        naming.setdefault(case.clause, []).append(case)
    clauses = tuple(
        AnsweredClause(source, clause, listed, tuple(by_clause.get((source.id, clause.id), ())), _named(naming, clause))
        for source, clause, listed in _clauses(rules, by_clause)
    )
    uncited = tuple(answer for answer in answers if answer.cite is None)
    return ClauseMap(rules, clauses, tuple(_by_case(cases, clauses, uncited)), uncited)


def _named(naming: Mapping[str, Sequence[Case]], clause: Clause) -> tuple[Case, ...]:
    return tuple(naming.get(clause.id, ()))


def _clauses(
    rules: Ruleset, by_clause: Mapping[tuple[str, str], Sequence[Answer]]
) -> Iterator[tuple[Document, Clause, bool]]:
    """The clauses that the sources list, and after them those that are cited besides."""
    cited: dict[str, list[str]] = {}
    for source, clause in by_clause:
        cited.setdefault(source, []).append(clause)
    for document in rules.sources:
        listed = {clause.id for clause in document.clauses}
        yield from ((document, clause, True) for clause in document.clauses)
        yield from ((document, Clause(name), False) for name in cited.get(document.id, ()) if name not in listed)


def _by_case(
    cases: Sequence[Case], clauses: Sequence[AnsweredClause], uncited: Sequence[Answer]
) -> Iterator[CaseClauses]:
    of_case: dict[int, list[AnsweredClause]] = {id(case): [] for case in cases}
    by_name: dict[int, list[Answer]] = {id(case): [] for case in cases}
    for one in clauses:
        for exercised in {id(case) for case in (*one.cases, *(case for each in one.answers for case in each.cases))}:
            of_case[exercised].append(one)
    for answer in (*(each for one in clauses for each in one.answers), *uncited):
        for case in answer.cases:
            by_name[id(case)].append(answer)
    for case in cases:
        yield CaseClauses(case, tuple(of_case[id(case)]), tuple(by_name[id(case)]))


def _answers(rules: Ruleset, cases: Sequence[Case]) -> Iterator[Answer]:
    """What rests on clauses, with its cases: criteria, rules, vetoes, exemptions, quotas, and undetermined points."""
    exercised = _exercised(rules, cases)
    things = citing(rules)
    for path, one in things.items():
        match one:
            case Criterion():
                yield Answer("criterion", path, one.id, one.label, one.kinds, one.cite, exercised.get(path, ()))
            case Rule():
                yield Answer("rule", path, one.level, None, one.kinds, one.cite, exercised.get(path, ()))
            case Veto():
                yield Answer("veto", path, one.id, one.label, one.kinds, one.cite, exercised.get(path, ()))
            case Exemption():
                yield Answer("exemption", path, one.id, one.label, one.kinds, one.cite, exercised.get(path, ()))
            case Quota():
                yield Answer("quota", path, one.id, one.label, one.kinds, one.cite, exercised.get(path, ()))
    points = [(case, said) for case in cases for one in case.expected if (said := one.said.get("undetermined"))]
    for path, condition in conditions_of(rules).items():
        holder = things[path[:2]]
        for part in parts_of(condition):
            if isinstance(part, Undetermined):
                reason = part.reason
                seen = [case for case, said in points if isinstance(said, str) and said in reason.vi]
                name = holder.level if isinstance(holder, Rule) else holder.id
                yield Answer("undetermined", path, name, reason, (), part.cite or holder.cite, _each_once(seen))


def _exercised(rules: Ruleset, cases: Sequence[Case]) -> dict[Path, tuple[Case, ...]]:
    """The cases of all that can be expected of by name, by key path."""
    goals = {goal.id: goal.criteria for goal in rules.goals}
    kinds = kinds_of(rules)
    earned: dict[str, list[tuple[int, Rule]]] = {}
    for number, rule in enumerate(rules.rules):
        earned.setdefault(rule.level, []).append((number, rule))
    found: dict[Path, list[Case]] = {}
    for case in cases:
        for expected in case.expected:
            for path in _paths(expected, case, goals, earned, kinds):
                found.setdefault(path, []).append(case)
    return {path: _each_once(some) for path, some in found.items()}


def _paths(
    expected: Expected,
    case: Case,
    goals: Mapping[str, Sequence[str]],
    earned: Mapping[str, Sequence[tuple[int, Rule]]],
    kinds: Kinds,
) -> Iterator[Path]:
    match expected.about:
        case "criterion":
            yield from (("criteria", name) for name in goals.get(expected.key, (expected.key,)))
        case "quota":
            yield ("quotas", expected.key)
        case "level":
            for name in expected.said.get("deciding", ()):
                yield from ((section, name) for section in ("criteria", "vetoes", "exemptions"))
            kind = _kind(case, expected.subject)
            for level in {expected.said.get(word) for word in ("level", "highest", "lowest")}:
                for number, rule in earned.get(str(level), ()):
                    if not rule.kinds or kind in members(kinds, rule.kinds):
                        yield ("rules", number)


def _kind(case: Case, subject: str) -> str | None:
    if not isinstance(case.evidence, Hierarchy):
        return None
    return next((one.kind for one in case.evidence.subjects if one.id == subject), None)


def _each_once(cases: Sequence[Case]) -> tuple[Case, ...]:
    return tuple({id(case): case for case in cases}.values())
