"""The cases that are missing, made: for every gap the plainest evidence that closes it, judged and measured again."""

from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from xeploai.audit.cases.beside import InvalidCases, read_cases
from xeploai.audit.cases.case import CaseResult
from xeploai.audit.cases.given import period_of
from xeploai.audit.cases.judgement import Judgement
from xeploai.audit.cases.run import case_result
from xeploai.audit.cover.coverage import Coverage, obligations_shown
from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.registry import every_aspect
from xeploai.audit.synthesis.candidates import candidates
from xeploai.audit.synthesis.draft import Draft, evidence_of
from xeploai.audit.synthesis.expecting import expectations_for
from xeploai.audit.synthesis.glance import shown_at_a_glance
from xeploai.audit.synthesis.packing import OF_CRITERIA, packed
from xeploai.audit.synthesis.searching import Searching
from xeploai.audit.synthesis.tried import tried
from xeploai.audit.synthesis.written import Suggestion, suggestion_text
from xeploai.diagnostic import LANGUAGES
from xeploai.model.label import Label, read_label
from xeploai.model.outcome import Outcome
from xeploai.model.period import Period, ends_within, last_quarter, read_period
from xeploai.model.ruleset import Ruleset
from xeploai.rating.chain import Chain, chained
from xeploai.rating.prepare import make_ready
from xeploai.source import Source
from xeploai.toml.syntax import read_tables

PLAIN = ("outcome", "threshold", "decisive", "branch")
"""Aspects that can be looked at before findings are made."""
MOST_COMPARED = 4
MOST_DRAFTS = 1200
"""Drafts that are looked at for one gap; then none is said to have been found."""


@attrs.frozen(eq=False)
class Missing:
    """The cases that close the gaps of a rule set, and the gaps for which none was found."""

    coverage: Coverage
    made: tuple[Suggestion, ...]
    left: tuple[Obligation, ...]


def missing(coverage: Coverage) -> Missing:
    """A case for every gap, as far as one is found; each closes what it can of the others too."""
    rules, cases = coverage.suite.rules, [result.case for result in coverage.suite.results]
    named = next((case.period for case in cases if case.period), None)
    period = period_of(None, rules) or named or _period_in_force(rules)
    searching = Searching(Covering(make_ready(rules, period)), cases)
    chain = chained(rules, period)
    made: list[Suggestion] = []
    left: list[Obligation] = []
    closed: set[Obligation] = set()
    for gap in coverage.gaps:
        if gap not in closed:
            open_gaps = [one for one in coverage.gaps if one not in closed]
            found = next(_suggestions(searching, chain, gap, open_gaps), None)
            if found is None:
                left.append(gap)
            else:
                made.append(found)
                closed.update(found.closes)
    return Missing(coverage, tuple(made), tuple(one for one in left if one not in closed))


def _period_in_force(rules: Ruleset) -> Period:
    """A whole year in which the rules are in force, if there is one; else a period that ends within their dates."""
    since, until = rules.in_force.since, rules.in_force.until
    number = 2024 if until is None else until.year
    if since is not None:
        whole_year = since.year + ((since.month, since.day) != (1, 1))
        number = since.year if until and until.year < whole_year else whole_year
    year = read_period(f"{number:04}")
    within = year if ends_within(year, rules.in_force) else last_quarter(year, rules.in_force)
    return within or year


def _suggestions(
    searching: Searching, chain: Chain, gap: Obligation, gaps: Sequence[Obligation]
) -> Iterator[Suggestion]:
    """Cases that close a gap: looked at first, then written, read and judged as any case.

    Of the first few drafts those come first that close most of the other gaps: fewer cases are easier to review.
    """
    aspect = next(one for one in every_aspect() if one.name == gap.aspect)
    fit = islice(_fit(searching, gap, aspect), MOST_COMPARED if aspect.name in PLAIN else 1)
    plain = [one for one in every_aspect() if one.name in PLAIN]
    wanted = set(gaps)
    compared = [
        (len(wanted.intersection(shown_at_a_glance(searching.covering, outcomes, plain))), draft, outcomes)
        for draft, outcomes in fit
    ]
    for _, draft, outcomes in sorted(compared, key=lambda one: -one[0]):
        more, there = (
            packed(searching, draft, outcomes, gaps, plain) if gap.aspect in OF_CRITERIA else (draft, outcomes)
        )
        found = _suggestion(searching, chain, gap, gaps, more, there)
        if found is not None:
            yield found


def _fit(searching: Searching, gap: Obligation, aspect: Aspect) -> Iterator[tuple[Draft, tuple[Outcome, ...]]]:
    """Drafts that seem to close a gap."""
    seen = set[Draft]()
    for draft in islice(candidates(searching, gap), MOST_DRAFTS):
        outcomes = None if draft in seen else tried(searching.prepared, draft)
        seen.add(draft)
        if outcomes and gap in set(shown_at_a_glance(searching.covering, outcomes, [aspect])):
            yield draft, outcomes


def _suggestion(
    searching: Searching,
    chain: Chain,
    gap: Obligation,
    gaps: Sequence[Obligation],
    draft: Draft,
    outcomes: tuple[Outcome, ...],
) -> Suggestion | None:
    """A draft as a case, where it holds that the case closes the gap."""
    covering = searching.covering
    plain = [aspect for aspect in every_aspect() if aspect.name in PLAIN]
    there = set(shown_at_a_glance(covering, outcomes, plain))
    meant = list(dict.fromkeys([gap, *(one for one in gaps if one in there)]))
    made = Suggestion(
        gap,
        (),
        _title(gap, next(aspect for aspect in every_aspect() if aspect.name == gap.aspect)),
        _clause(covering, gap),
        evidence_of(draft),
        expectations_for(Judgement(outcomes), meant),
        _named(searching),
    )
    shown = set(_shown(covering, chain, made))
    return attrs.evolve(made, closes=tuple(one for one in gaps if one in shown)) if gap in shown else None


def _shown(covering: Covering, chain: Chain, made: Suggestion) -> Iterator[Obligation]:
    """What a made case shows once it was written, read and judged."""
    source = Source("made.toml", suggestion_text(made, "vi"))
    try:
        (case,) = read_cases(read_tables(source), source, covering.rules)
    except InvalidCases:
        return
    result: CaseResult = case_result(chain, case)
    yield from obligations_shown(covering, result)


def _named(searching: Searching) -> str | None:
    """The period, where the rules do not say it by themselves."""
    period = searching.prepared.period
    return None if period is None or period_of(None, searching.covering.rules) == period else period.name


def _title(gap: Obligation, aspect: Aspect) -> Label:
    where = f" ({gap.kind})" if gap.kind else ""
    name, says = ".".join(str(step) for step in gap.path[1:]), aspect.says(gap)
    vi, en = (
        f"{name or read_label(aspect.label, lang, '')}{where}: {read_label(says, lang, '')}" for lang in LANGUAGES
    )
    return Label(vi, en)


def _clause(covering: Covering, gap: Obligation) -> str:
    match gap.path:
        case ("sources", _, "clauses", str(clause)):
            return clause
        case _:
            cited = covering.cited.get(gap.path[:2], ())
            return cited[0].clause if cited else ""
