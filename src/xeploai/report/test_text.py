"""Worked cases for a terminal: how many came out as they should, and what is wrong with the others."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from xeploai.audit.cases.case import CaseResult, Checked, Expected, Suite
from xeploai.diagnostic import Language, render
from xeploai.model.outcome import Finding, QuotaOutcome, Standing
from xeploai.model.ruleset import Ruleset, chain_of
from xeploai.source import Place
from xeploai.wording.naming import naming
from xeploai.wording.quotas import quota_text
from xeploai.wording.sentences import finding_text, missing_texts
from xeploai.wording.standing import standing_texts


def suites_text(suites: Sequence[Suite], lang: Language) -> str:
    """The rule sets one after another: a line for each, and its cases that fail, each with its place and its why."""
    return one_after_another(_ruleset(one, lang) for one in suites)


def one_after_another(rulesets: Iterable[Iterable[str]]) -> str:
    """The lines of several rule sets, as one text."""
    return "\n".join(line for lines in rulesets for line in lines).rstrip("\n") + "\n"


def opening_text(suite: Suite, lang: Language) -> str:
    """What a report on the cases of a rule set opens with: those that fail, else how many there are."""
    return suites_text([suite], lang) if suite.failed else f"{suite.rules.id}: {counts_text(suite, lang)}"


def _ruleset(suite: Suite, lang: Language) -> Iterator[str]:
    yield f"{suite.rules.id}: {counts_text(suite, lang)}"
    for result in suite.failed:
        yield ""
        yield f"{place_text(result.case.place)}: {title_text(result)}"
        yield from _failure(suite.rules, result, lang)
    if suite.failed:
        yield ""


def counts_text(suite: Suite, lang: Language) -> str:
    """*67 ví dụ đúng, 2 ví dụ sai*; that there is no case is not said as if none had failed."""
    if not suite.results:
        return "chưa có ví dụ kiểm chứng nào" if lang == "vi" else "no worked cases"
    failed = len(suite.failed)
    passed = len(suite.results) - failed
    if lang == "vi":
        return f"{passed} ví dụ đúng, {failed} ví dụ sai"
    return f"{passed} passed, {failed} failed"


def title_text(result: CaseResult) -> str:
    """The title of a case, and the clause that it is about."""
    clause = f" ({result.case.clause})" if result.case.clause else ""
    return f"«{result.case.title}»{clause}"


def place_text(place: Place) -> str:
    """`cases/demo/one.toml:12`."""
    return f"{place.file}:{place.line}"


def expected_name(expected: Expected) -> str:
    """Of what something is expected, as the case file writes it: `cb-2.kiem-tra-dang-vien`, `quota.xuat-sac`."""
    return f"{expected.subject or expected.about}.{expected.key}"


def _failure(rules: Ruleset, result: CaseResult, lang: Language) -> Iterator[str]:
    vi = lang == "vi"
    if result.case.refused:
        wanted, found = ", ".join(sorted(result.case.refused)), ", ".join(result.faults)
        yield f"   {'mong đợi bị từ chối vì' if vi else 'expected to be refused for'}: {wanted}"
        yield f"   {'thực tế' if vi else 'came out'}: {found or ('bảng được nhận' if vi else 'the table is accepted')}"
    elif result.problems:
        yield f"   {'bảng của ví dụ bị từ chối' if vi else 'the table of the case is refused'}:"
    for problem in result.problems:
        yield from (f"   {line}" for line in render(problem, lang).split("\n"))
    for checked in result.checked:
        if not checked.passed:
            yield from _difference(rules, checked, lang)


def _difference(rules: Ruleset, checked: Checked, lang: Language) -> Iterator[str]:
    vi = lang == "vi"
    yield f"   {place_text(checked.expected.place)}: {expected_name(checked.expected)}"
    for word in checked.differing:
        wanted, found = checked.expected.said[word], checked.found[word]
        yield f"      {'mong đợi' if vi else 'expected'}: {word} = {written(wanted)}"
        yield f"      {'thực tế' if vi else 'came out'}: {word} = {written(found)}"
    lead = f"      {'vì' if vi else 'because'}: "
    for number, text in enumerate(why_texts(rules, checked, lang)):
        yield f"{lead if number == 0 else ' ' * len(lead)}{text}"


def written(value: Any) -> str:
    """A value as a case file writes it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {written(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(written(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def why_texts(rules: Ruleset, checked: Checked, lang: Language) -> Iterator[str]:
    """Why it came out as it did."""
    match checked.thing:
        case Finding() if checked.stage:
            names = naming(checked.stage.rules, lang)
            yield finding_text(names, checked.thing)
            yield from missing_texts(names, checked.thing, {})
        case Standing() if checked.stage:
            stage = checked.stage
            for said in standing_texts(naming(stage.rules, lang), checked.thing, stage.evidence, stage.findings, {}):
                yield said.text
                yield from (f"  {text}" for text in said.below)
        case QuotaOutcome():
            yield quota_text(naming(_home(rules, checked.thing), lang), checked.thing, checked.thing.group, {})
        case _:
            return


def _home(rules: Ruleset, found: QuotaOutcome) -> Ruleset:
    """The rule set of a chain that has the quota."""
    return next(one for one in chain_of(rules) if any(quota.id == found.quota for quota in one.quotas))
