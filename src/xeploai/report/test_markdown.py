"""Worked cases in Markdown: a table of counts, and a table of what came out otherwise."""

from collections.abc import Iterator, Sequence

from xeploai.audit.cases.case import CaseResult, Suite
from xeploai.diagnostic import Language, message
from xeploai.report.markdown import cell_text, table
from xeploai.report.test_text import counts_text, expected_name, place_text, title_text, why_texts, written

_COUNTS: dict[Language, tuple[str, ...]] = {
    "vi": ("Bộ quy tắc", "Ví dụ đúng", "Ví dụ sai"),
    "en": ("Rule set", "Passed", "Failed"),
}
_FAILURES: dict[Language, tuple[str, ...]] = {
    "vi": ("Nơi", "Ví dụ", "Về", "Mong đợi", "Thực tế", "Vì"),
    "en": ("Place", "Case", "Of", "Expected", "Came out", "Because"),
}


def suites_markdown(suites: Sequence[Suite], lang: Language) -> str:
    """The counts, then every failure in a row of its own."""
    counts = [(one.rules.id, str(len(one.results) - len(one.failed)), str(len(one.failed))) for one in suites]
    blocks = [table(_COUNTS[lang], counts)]
    if without := [f"* {cell_text(one.rules.id)}: {counts_text(one, lang)}" for one in suites if not one.results]:
        blocks.append("\n".join(without))
    if failures := [row for one in suites for result in one.failed for row in _rows(one, result, lang)]:
        blocks.append(table(_FAILURES[lang], failures))
    return "\n\n".join(blocks) + "\n"


def _rows(suite: Suite, result: CaseResult, lang: Language) -> Iterator[tuple[str, ...]]:
    title = title_text(result)
    if result.case.refused:
        found = ", ".join(result.faults)
        yield place_text(result.case.place), title, "refused", ", ".join(sorted(result.case.refused)), found, ""
    for problem in result.problems if not result.case.refused else ():
        yield place_text(problem.place), title, problem.fault.name, "", message(problem, lang), ""
    for one in result.checked:
        if not one.passed:
            wanted, found = (
                "; ".join(f"{w} = {written(of[w])}" for w in one.differing) for of in (one.expected.said, one.found)
            )
            why = "; ".join(why_texts(suite.rules, one, lang))
            yield place_text(one.expected.place), title, expected_name(one.expected), wanted, found, why
