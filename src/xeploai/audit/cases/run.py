"""Worked cases, run: each is judged as the table of an office would be."""

from collections.abc import Iterable

from xeploai.audit.cases.case import Case, CaseResult, Suite
from xeploai.audit.cases.found import checked
from xeploai.audit.cases.given import placed_in
from xeploai.audit.cases.judgement import Judgement
from xeploai.diagnostic import InvalidEvidence
from xeploai.model.period import Period
from xeploai.model.ruleset import Ruleset
from xeploai.rating.chain import Chain, chained
from xeploai.rating.session import judge_all


def run_cases(rules: Ruleset, cases: Iterable[Case]) -> Suite:
    """The cases of a rule set as they come out, in their order.

    Raises:
        InvalidRules: the rule set cannot be used; every fault is named.
    """
    chains: dict[Period | None, Chain] = {}
    results = []
    for case in cases:
        if case.period not in chains:
            chains[case.period] = chained(rules, case.period)
        results.append(case_result(chains[case.period], case))
    return Suite(rules, results)


def case_result(chain: Chain, case: Case) -> CaseResult:
    """One case as it comes out under rules that are ready to judge."""
    if isinstance(case.evidence, InvalidEvidence):
        return CaseResult(case, problems=case.evidence.problems)
    try:
        judgement = Judgement(judge_all(chain, case.evidence.subjects))
    except InvalidEvidence as invalid:
        return CaseResult(case, problems=(placed_in(problem, case.lines, case.place) for problem in invalid.problems))
    return CaseResult(case, (checked(judgement, expected) for expected in case.expected), judgement=judgement)
