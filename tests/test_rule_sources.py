"""The 2024 rules stand on the resolution: with its text, the audit finds nothing.

The resolution lies beside the project and is not copied into it; without it these tests are skipped. What is asked here
besides is what no check can know: which duties bind all without a word for it, and that no sentence was copied.
"""

import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from tests.ruled import FILE, lam_dong
from xeploai.audit.audited import Audited
from xeploai.audit.check import audit
from xeploai.audit.passages import Passages, as_written, passages
from xeploai.audit.thresholds import thresholds
from xeploai.diagnostic import render
from xeploai.model.condition import Criterion, Role
from xeploai.model.measure import Share
from xeploai.model.target import Between
from xeploai.vietnamese.quantities import quantities

SOURCE = Path(__file__).parents[1].parent / "shared" / "sources" / "nghi-quyet-2024.txt"

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason=f"the resolution is not here: no {SOURCE}")

# A duty that binds all without a word for *all* and without 100 %: the text names the whole group, in the plural.
BINDS_ALL = {"pho-bien-nghi-quyet", "cu-the-hoa-nghi-quyet", "chuong-trinh-kiem-tra-giam-sat"}
# *02 Đoàn thể*: both of the two; the figure is their number.
BOTH_OF_TWO = {"doan-the-tot-tro-len"}
# The threshold of the unit stands in the words of its part; that every unit has to reach it is for cells a reading
# (`tung-chi-bo`), and for committees what the sentence has them do.
EVERY_UNIT = {"kiem-tra-dang-vien-toan-khoi", "kiem-tra-chi-bo-toan-khoi"}


@cache
def text() -> Passages:
    (source,) = lam_dong().sources
    return passages(source, SOURCE.read_text("utf-8"))


def words_of(criterion: Criterion) -> tuple[str, ...]:
    assert criterion.cite is not None, criterion.id
    return criterion.cite.words


def figures(words: tuple[str, ...]) -> set[Fraction]:
    return {one.value for some in words for one in quantities(some)}


def test_the_audit_finds_nothing_with_the_text_at_hand() -> None:
    found = audit(Audited(lam_dong(), texts={"nq-2024": SOURCE.read_text("utf-8")}))
    assert not [render(problem, "en") for problem in found.problems]


def test_every_clause_is_found_in_the_text_and_holds_something() -> None:
    (source,) = lam_dong().sources
    assert [clause.id for clause in source.clauses] == list(text().clauses)
    assert all(len(clause) > 20 for clause in text().clauses.values())
    assert not text().before.strip()


def test_each_dash_of_the_targets_is_a_clause() -> None:
    dashes = [text().clauses[f"mục II.2, gạch đầu dòng thứ {number}"] for number in range(1, 10)]
    assert [len(re.findall(r"(?:^|(?<=\. ))- ", clause)) for clause in dashes] == [1] * 9


def test_each_clause_has_criteria_or_a_reason_and_not_both() -> None:
    (source,) = lam_dong().sources
    with_criteria = {criterion.cite.clause for criterion in lam_dong().criteria if criterion.cite}
    with_reason = {clause.id for clause in source.clauses if clause.reason}
    assert with_criteria | with_reason == {clause.id for clause in source.clauses}
    assert not with_criteria & with_reason


@pytest.mark.parametrize("criterion", lam_dong().criteria, ids=lambda criterion: criterion.id)
def test_the_words_are_few(criterion: Criterion) -> None:
    assert words_of(criterion)
    for words in words_of(criterion):
        assert as_written(words) == words
        assert len(words.split()) <= 9
        assert not words.endswith((".", ";"))


def test_which_criteria_ask_all_without_a_word_for_it() -> None:
    """The check lets these pass by their kind; here they are named."""
    silent = {
        criterion.id
        for criterion in lam_dong().criteria
        for one in thresholds(criterion)
        if one.value == 1 and isinstance(criterion.measure, Share) and 1 not in figures(words_of(criterion))
        if not any(words.startswith("mỗi ") for words in words_of(criterion))
    }
    ratios = {"pho-bien-nghi-quyet"}
    assert silent | ratios == BINDS_ALL | BOTH_OF_TWO | EVERY_UNIT
    roles = {criterion.id: criterion.role for criterion in lam_dong().criteria}
    assert {roles[name] for name in BINDS_ALL} == {Role.DUTY}
    two = next(criterion for criterion in lam_dong().criteria if criterion.id in BOTH_OF_TWO)
    given = next(fact.given for fact in lam_dong().facts if fact.id == "so_doan_the")
    assert {given} == figures(words_of(two))


def test_the_range_of_the_text_is_the_same_for_members_and_cells() -> None:
    assert "mỗi" not in text().clauses["mục II.2, gạch đầu dòng thứ 6"], "then `tung-chi-bo` would be no reading"
    ranges = {
        one.id: {end.value for end in thresholds(one)} for one in lam_dong().criteria if isinstance(one.target, Between)
    }
    ends = {Fraction(3, 10), Fraction(7, 20)}
    assert ranges == {"kiem-tra-dang-vien": ends, "kiem-tra-chi-bo": ends}


def test_sentences_of_the_resolution_are_not_copied() -> None:
    """No run of sixteen words of it stands in the rule file or beside it."""
    here = [FILE, *Path(__file__).parent.glob("cases/lam-dong-2024/*"), Path(__file__)]
    known = " ".join(as_written(path.read_text(encoding="utf-8")) for path in here)
    words = " ".join(text().clauses.values()).split()
    runs = (" ".join(words[at : at + 16]) for at in range(len(words) - 15))
    assert not [run for run in runs if run in known]
