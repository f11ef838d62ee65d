"""The 2024 rules stand on the resolution: its words are in the clauses cited, and no clause is passed over.

The resolution lies beside the project and is not copied into it; without it these tests are skipped. The few words
below only say where each clause begins.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.ruled import FILE, lam_dong
from xeploai.model.condition import Criterion, Role
from xeploai.model.kind import PerKind
from xeploai.model.measure import Ratio, Share
from xeploai.model.target import AtLeast, Between

SOURCE = Path(__file__).parents[1].parent / "shared" / "sources" / "nghi-quyet-2024.txt"

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason=f"the resolution is not here: no {SOURCE}")

# Clause → how it begins.
BEGINNINGS = {
    "mục I": "I. TÌNH HÌNH",
    "mục II, đoạn mở đầu": "II. MỤC TIÊU",
    "mục II.1": "1. Mục tiêu chung",
    "mục II.2, gạch đầu dòng thứ 1": "- 100% đảng viên",
    "mục II.2, gạch đầu dòng thứ 2": "- Có từ 90%",
    "mục II.2, gạch đầu dòng thứ 3": "- 100% cán bộ",
    "mục II.2, gạch đầu dòng thứ 4": "- Phấn đấu",
    "mục II.2, gạch đầu dòng thứ 5": "- Có 90%",
    "mục II.2, gạch đầu dòng thứ 6": "- Chi bộ cơ sở",
    "mục II.2, gạch đầu dòng thứ 7": "- 02 Đoàn thể",
    "mục II.2, gạch đầu dòng thứ 8": "- Toàn Đảng bộ",
    "mục II.2, gạch đầu dòng thứ 9": "- Đảng bộ Khối",
    "mục II.3.1, nhiệm vụ chuyên môn": "3. Nhiệm vụ",
    "mục II.3.1, cải cách hành chính, chuyển đổi số": "- Lãnh đạo thực hiện công tác cải cách",
    "mục II.3.1, dân vận": "- Lãnh đạo thực hiện công tác dân vận",
    "mục II.3.1, dân chủ ở cơ sở": "Triển khai thực hiện có hiệu quả Luật",
    "mục II.3.1, an ninh trật tự": "Tăng cường sự lãnh đạo",
    "mục II.3.2, giáo dục chính trị, tư tưởng": "3.2.",
    "mục II.3.2, tổ chức, cán bộ, chuẩn bị đại hội": "- Lãnh đạo công tác tổ chức",
    "mục II.3.2, chất lượng sinh hoạt chi bộ": "Lãnh đạo, chỉ đạo thực hiện nghiêm nguyên tắc",
    "mục II.3.2, chất lượng kết nạp, quản lý đảng viên": "Chú trọng nâng cao chất lượng kết nạp",
    "mục II.3.2, lịch sử chính trị": "Tăng cường công tác bảo vệ",
    "mục II.3.2, chương trình kiểm tra, giám sát": "- Lãnh đạo công tác kiểm tra",
    "mục II.3.2, cán bộ kiểm tra; phòng, chống tham nhũng": "xây dựng và nâng cao chất lượng đội ngũ",
    "mục II.3.2, kê khai tài sản": "Thực hiện nghiêm túc việc kê khai",
    "mục II.3.2, kỷ luật đảng": "Ủy ban kiểm tra các cấp",
    "mục II.3.2, văn hóa công sở": "- Lãnh đạo xây dựng cơ quan",
    "mục II.3.2, đoàn thể": "Tăng cường lãnh đạo",
    "mục III.1, III.2": "III. TỔ CHỨC THỰC HIỆN",
    "mục III.3": "3. Văn phòng",
    "mục III, câu cuối": "Nghị quyết này",
}
END = "Nơi nhận"

# A duty that binds all without a word for *all* and without 100 %: the text names the whole group, in the plural.
BINDS_ALL = {"pho-bien-nghi-quyet", "cu-the-hoa-nghi-quyet", "chuong-trinh-kiem-tra-giam-sat"}
# *02 Đoàn thể*: both of the two; the figure is their number.
BOTH_OF_TWO = {"doan-the-tot-tro-len"}
# The threshold of the unit stands in the words of its part; that every unit has to reach it is for cells a reading
# (`tung-chi-bo`), and for committees what the sentence has them do.
EVERY_UNIT = {"kiem-tra-dang-vien-toan-khoi", "kiem-tra-chi-bo-toan-khoi"}


def fold(text: str) -> str:
    return " ".join(normalize("NFC", text).split())


@cache
def clauses() -> dict[str, str]:
    text = fold(SOURCE.read_text(encoding="utf-8"))
    places, at = [], 0
    for clause, beginning in BEGINNINGS.items():
        at = text.index(beginning, at)
        places.append((clause, at))
        at += len(beginning)
    places.append(("", text.index(END, at)))
    return {clause: text[start:end].strip() for (clause, start), (_, end) in pairwise(places)}


def dashes_of(text: str) -> list[str]:
    return re.findall(r"(?:^|(?<=\. ))- ", text)


def sentences(clause: str) -> Iterator[str]:
    yield from (part for part in re.split(r"(?<=[;.!?…])\s+(?!\d)", clauses()[clause]) if part)


def criteria() -> list[Criterion]:
    return list(lam_dong().criteria)


def words_of(criterion: Criterion) -> tuple[str, ...]:
    assert criterion.cite is not None, criterion.id
    return criterion.cite.words


def cited(criterion: Criterion) -> str:
    assert criterion.cite is not None, criterion.id
    return criterion.cite.clause


def numbers(criterion: Criterion) -> Iterator[int | Fraction]:
    """The figures of the threshold."""
    target = criterion.target
    assert isinstance(target, AtLeast | Between)
    for limit in (target.low, target.high) if isinstance(target, Between) else (target.limit,):
        for one in (figure for _, figure in limit.values) if isinstance(limit, PerKind) else (limit,):
            if not isinstance(one, str):
                yield one


def figures(words: str) -> set[int | Fraction]:
    """The figures in some words: `30 - 35%` are two shares, `01` is a number."""
    found: set[int | Fraction] = {int(number) for number in re.findall(r"\b\d+\b(?!\s*-?\s*\d*%)", words)}
    for low, high in re.findall(r"(?:(\d+)\s*-\s*)?(\d+)%", words):
        found |= {Fraction(int(number), 100) for number in (low, high) if number}
    return found


def id_of(criterion: Criterion) -> str:
    return criterion.id


def test_the_rules_answer_for_every_clause_of_the_resolution() -> None:
    (source,) = lam_dong().sources
    assert [clause.id for clause in source.clauses] == list(BEGINNINGS)
    assert all(len(text) > 20 for text in clauses().values())


def test_each_dash_of_the_targets_is_a_clause() -> None:
    dashes = [clauses()[f"mục II.2, gạch đầu dòng thứ {number}"] for number in range(1, 10)]
    assert [len(dashes_of(text)) for text in dashes] == [1] * 9


def test_each_clause_has_criteria_or_a_reason_and_not_both() -> None:
    (source,) = lam_dong().sources
    with_criteria = {cited(criterion) for criterion in criteria()}
    with_reason = {clause.id for clause in source.clauses if clause.reason}
    assert with_criteria | with_reason == set(BEGINNINGS)
    assert not with_criteria & with_reason


@pytest.mark.parametrize("criterion", criteria(), ids=id_of)
def test_the_words_stand_in_the_clause(criterion: Criterion) -> None:
    assert words_of(criterion)
    for words in words_of(criterion):
        assert fold(words) == words
        assert words in clauses()[cited(criterion)]


@pytest.mark.parametrize("criterion", criteria(), ids=id_of)
def test_the_words_are_few(criterion: Criterion) -> None:
    for words in words_of(criterion):
        assert len(words.split()) <= 9
        assert not words.endswith((".", ";"))


@pytest.mark.parametrize("criterion", criteria(), ids=id_of)
def test_the_figures_of_a_threshold_stand_in_its_words(criterion: Criterion) -> None:
    stated = {figure for words in words_of(criterion) for figure in figures(words)}
    for number in numbers(criterion):
        if number == 1 and isinstance(criterion.measure, Share | Ratio) and number not in stated:
            every = any(words.startswith("mỗi ") for words in words_of(criterion))
            assert every or criterion.id in BINDS_ALL | BOTH_OF_TWO | EVERY_UNIT
        else:
            assert number in stated


def test_what_binds_all_without_a_word_for_it() -> None:
    roles = {criterion.id: criterion.role for criterion in criteria()}
    assert {roles[name] for name in BINDS_ALL} == {Role.DUTY}
    two = next(criterion for criterion in criteria() if criterion.id in BOTH_OF_TWO)
    given = next(fact.given for fact in lam_dong().facts if fact.id == "so_doan_the")
    assert {given} == {figure for words in words_of(two) for figure in figures(words)}


@pytest.mark.parametrize("clause", list(BEGINNINGS))
def test_no_sentence_with_a_figure_is_passed_over(clause: str) -> None:
    """What holds a percent, *mỗi*, *ít nhất* or *trở lên* has words of a criterion in it."""
    telling = [text for text in sentences(clause) if re.search(r"%|\bmỗi\b|\bít nhất\b|\btrở lên\b", text)]
    for text in telling:
        quoted = [words for one in criteria() if cited(one) == clause for words in words_of(one) if words in text]
        assert quoted, text


def test_every_percent_of_the_resolution_is_a_threshold() -> None:
    for clause, text in clauses().items():
        asked = {number for one in criteria() if cited(one) == clause for number in numbers(one)}
        assert {share for share in figures(text) if isinstance(share, Fraction)} <= asked, clause


def test_the_range_of_the_text_is_the_same_for_members_and_cells() -> None:
    text = clauses()["mục II.2, gạch đầu dòng thứ 6"]
    assert "mỗi" not in text, "then `tung-chi-bo` would be no reading"
    ranges = {one.id: set(numbers(one)) for one in criteria() if isinstance(one.target, Between)}
    ends = {Fraction(3, 10), Fraction(7, 20)}
    assert ranges == {"kiem-tra-dang-vien": ends, "kiem-tra-chi-bo": ends}


def test_sentences_of_the_resolution_are_not_copied() -> None:
    """No run of sixteen words of it stands in the rule file or beside it."""
    here = [FILE, *Path(__file__).parent.glob("cases/lam-dong-2024/*"), Path(__file__)]
    known = " ".join(fold(path.read_text(encoding="utf-8")) for path in here)
    words = " ".join(clauses().values()).split()
    runs = (" ".join(words[at : at + 16]) for at in range(len(words) - 15))
    assert not [run for run in runs if run in known]
