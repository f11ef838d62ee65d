"""The audit of a well-formed rule set against its sources ends, whatever the texts hold."""

from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rule_sets import TEXTS, rule_sets
from xeploai.audit.audited import Audited
from xeploai.audit.check import audit
from xeploai.audit.passages import as_written, passages
from xeploai.diagnostic import Language, render
from xeploai.model.citation import Clause, Document
from xeploai.model.ruleset import Ruleset
from xeploai.wellformed.check import check

LANGUAGES: tuple[Language, ...] = ("vi", "en")


@given(rule_sets(), TEXTS | st.text())
def test_every_check_ends_and_can_be_read(rules: Ruleset, text: str) -> None:
    assume(not check(rules))
    found = audit(Audited(rules, texts={"nq": text}))
    for problem, lang in product(found.problems, LANGUAGES):
        assert problem.fault.code in render(problem, lang)


@given(st.lists(st.text("ab ", max_size=3) | st.none(), max_size=5), st.text("ab \n", max_size=30))
def test_clauses_cut_a_text_into_pieces(beginnings: list[str | None], text: str) -> None:
    """Put together again they are the text; each begins as it is said to, and is found or lost."""
    source = Document("s", clauses=tuple(Clause(str(n), begins=begins) for n, begins in enumerate(beginnings)))
    found = passages(source, text)
    pieces = [found.before, *found.clauses.values()]
    assert "".join(pieces).replace(" ", "") == as_written(text).replace(" ", "") == found.whole.replace(" ", "")
    said = {clause.id: as_written(clause.begins) for clause in source.clauses if clause.begins is not None}
    assert {*found.clauses, *(clause.id for clause in found.lost)} == {*said}
    assert all(text.startswith(said[name]) and said[name] for name, text in found.clauses.items())
