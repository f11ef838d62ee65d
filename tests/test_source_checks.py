"""What the checks of words, figures and sources let pass, and what they do not: one change of a good file each."""

import shutil
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

import attrs
import pytest

from tests.commands import xeploai
from tests.ruled import lam_dong
from tests.test_checks import PLANTS
from xeploai.audit.audited import Audited, Check
from xeploai.audit.check import check
from xeploai.audit.checks import bare_figure, number_not_in_words, operator_against_words
from xeploai.audit.thresholds import thresholds
from xeploai.diagnostic import message
from xeploai.model.condition import Criterion
from xeploai.model.target import AtLeast, AtMost, LessThan, MoreThan
from xeploai.vietnamese.quantities import quantities
from xeploai.wellformed.problem import Problem

TASKS = 'ratio    = { part = "viec_xong", whole = "viec" }\nat_least = "80%"\n'
TASKS_WORDS = 'clause = "mục 1", words = "ít nhất 80% số việc"'
COUNT = 'value = "viec"'


class Change(NamedTuple):
    """The criterion on tasks with another target and other words; and what else is changed in the file."""

    target: str
    words: str
    code: str | None
    more: tuple[str, str] = ("", "")


def tasks(target: str) -> str:
    return f'ratio = {{ part = "viec_xong", whole = "viec" }}\n{target}\n'


def count(target: str) -> str:
    return f"{COUNT}\n{target}\n"


BOUNDS = ("80% tính trên số được xếp loại hay trên tổng số?", "80% là tối thiểu hay đúng bằng?")
DENIED = ('{ all = ["hop-tot", "viec-xong"] }', '{ all = ["hop-tot", { not = "viec-xong" }] }')

CHANGES = {
    # A figure in the words
    "as it is": Change(tasks('at_least = "80%"'), "ít nhất 80%", None),
    "another figure": Change(tasks('at_least = "85%"'), "ít nhất 80%", "XL304"),
    "a share is no count": Change(tasks('at_least = "80%"'), "ít nhất 80 việc", "XL304"),
    "a count is no share": Change(count("at_least = 80"), "ít nhất 80%", "XL304"),
    "a fraction": Change(tasks('at_least = "2/3"'), "từ hai phần ba trở lên", None),
    "a half": Change(tasks('more_than = "50%"'), "quá nửa số việc", None),
    "a decimal": Change(tasks('at_least = "12.5%"'), "từ 12,5% trở lên", None),
    "all is each": Change(tasks('at_least = "100%"'), "mỗi việc được giao", None),
    "all is every": Change(tasks('equals = "100%"'), "hoàn thành tất cả các việc", None),
    "all is not some": Change(tasks('at_least = "100%"'), "các việc được giao", "XL304"),
    "a duty has no figure": Change(tasks('at_least = "100%"\nrole = "duty"'), "hoàn thành nhiệm vụ", None),
    "a duty with a figure": Change(tasks('at_least = "90%"\nrole = "duty"'), "hoàn thành nhiệm vụ", "XL304"),
    "none": Change(count("at_most = 0"), "không có trường hợp nào", None),
    "none but unsaid": Change(count("at_most = 0"), "số trường hợp", "XL304"),
    "one is any": Change(count("at_least = 1"), "có đảng viên vi phạm", None),
    "one but unsaid": Change(count("at_least = 1"), "đảng viên vi phạm", "XL304"),
    "by kind": Change(count("at_least = { chi-bo = 3, xa = 5 }"), "ít nhất 03 đảng viên", "XL304"),
    "both by kind": Change(
        count("at_least = { chi-bo = 3, xa = 5 }"), "chi bộ ít nhất 03, đảng bộ ít nhất 05 đảng viên", None
    ),
    "yes or no": Change('yes = "ky_luat"\n', "bị kỷ luật", None),
    # The side on which it stands
    "a least as more": Change(tasks('more_than = "80%"'), "từ 80%", "XL305"),
    "a least as a most": Change(tasks('at_most = "80%"'), "ít nhất 80%", "XL305"),
    "below as a most": Change(count("at_most = 3"), "dưới 03 đảng viên", "XL305"),
    "below": Change(count("less_than = 3"), "dưới 03 đảng viên", None),
    "above as a least": Change(count("at_least = 3"), "trên 03 đảng viên", "XL305"),
    "no more than": Change(count("at_most = 3"), "không quá 03 đảng viên", None),
    "no more than as less": Change(count("less_than = 3"), "không quá 03 đảng viên", "XL305"),
    "the lower end": Change(tasks('at_least = "30%"'), "từ 30 - 35%", None),
    "the range": Change(tasks('between = { from = "30%", to = "35%", above = "met" }'), "30 - 35% số việc", None),
    "half the range": Change(tasks('between = { from = "30%", to = "35%", above = "met" }'), "từ 30%", "XL304"),
    "below the end": Change(tasks('less_than = "90%"'), "từ 70% đến dưới 90%", None),
    "a range up to below": Change(
        tasks('between = { from = "70%", to = "90%", above = "not_met" }'), "từ 70% đến dưới 90%", "XL305"
    ),
    "all at least": Change(tasks('at_least = "100%"'), "đúng 100%", None),
    "exactly": Change(count("equals = 3"), "đúng 03 đảng viên", None),
    "exactly as a least": Change(count("at_least = 3"), "đúng 03 đảng viên", "XL305"),
    "one of two places": Change(tasks('at_least = "80%"'), "dưới 80% thì không đạt, từ 80% trở lên", None),
    "denied": Change(tasks('at_least = "80%"'), "dưới 80% số việc", None, DENIED),
    "denied the other way": Change(tasks('at_least = "80%"'), "không quá 80% số việc", "XL305", DENIED),
    # A figure without a side
    "bare": Change(tasks('at_least = "80%"'), "có 80% số việc", "XL314"),
    "bare all": Change(tasks('at_least = "100%"'), "100% số việc", None),
    "bare none": Change(tasks('at_most = "0%"'), "0% số việc", None),
    "bare and exact": Change(count("equals = 3"), "có 03 đảng viên", None),
    "bare, of something else": Change(
        tasks('at_least = "80%"\nassume = ["mau-so"]'), "có 80% số việc", "XL314"
    ),
    "bare and assumed": Change(tasks('at_least = "80%"\nassume = ["mau-so"]'), "có 80% số việc", None, BOUNDS),
    # No words
    "no words": Change(tasks('at_least = "80%"'), "", "XL307"),
    "blank words": Change(tasks('at_least = "80%"'), " ", "XL307"),
    "no words for yes or no": Change('yes = "ky_luat"\n', "", None),
    "no words for none": Change(count("at_most = 0"), "", None),
    "no words for a duty": Change(tasks('at_least = "100%"\nrole = "duty"'), "", None),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(PLANTS / "good", tmp_path, dirs_exist_ok=True)
    for file in ("xa-2025.toml", "thon-2024.toml"):
        (tmp_path / file).unlink()
    return tmp_path


def changed(folder: Path, old: str, new: str, file: str = "xa-2024.toml") -> None:
    text = (folder / file).read_text("utf-8")
    assert text.count(old) == 1, old
    (folder / file).write_text(text.replace(old, new), "utf-8")


def codes(folder: Path, *, at_hand: bool = True) -> list[str]:
    """What is found of words, sources and versions."""
    texts = {"nq": (folder / "nghi-quyet.txt").read_text("utf-8")} if at_hand else {}
    audit = check(str(folder / "xa-2024.toml"), texts)
    assert audit.rules, "the file loads"
    return sorted(code for problem in audit.problems if (code := problem.fault.code).startswith(("XL3", "XL4")))


@pytest.mark.parametrize("name", CHANGES)
def test_a_threshold_and_its_words(folder: Path, name: str) -> None:
    change = CHANGES[name]
    changed(folder, TASKS, change.target)
    changed(folder, TASKS_WORDS, f'clause = "mục 1", words = "{change.words}"' if change.words else 'clause = "mục 1"')
    if change.more[0]:
        changed(folder, *change.more)
    found = set(codes(folder, at_hand=False)) & {"XL304", "XL305", "XL307", "XL314"}
    assert found == ({change.code} if change.code else set())


def test_a_rule_file_with_letters_taken_apart_says_the_same(folder: Path) -> None:
    file = folder / "xa-2024.toml"
    file.write_text(normalize("NFD", file.read_text("utf-8")), "utf-8")
    assert codes(folder) == []


# The text of the source


def source(folder: Path, old: str, new: str) -> None:
    changed(folder, old, new, "nghi-quyet.txt")


def test_line_breaks_and_the_forms_of_unicode_are_folded(folder: Path) -> None:
    file = folder / "nghi-quyet.txt"
    text = file.read_text("utf-8")
    for other in (
        normalize("NFD", text),
        text.replace(" ", "\n\n\u00a0 "),
        normalize("NFD", text).replace(" ", "\r\n"),
    ):
        file.write_text(other, "utf-8", newline="")
        assert codes(folder) == []


@pytest.mark.parametrize("slip", ["Ít nhất 80% số việc", "ít nhất 80% sổ việc", "ít nhất 80 % số việc"])
def test_slips_and_letters_count(folder: Path, slip: str) -> None:
    changed(folder, "ít nhất 80% số việc", slip)
    assert "XL303" in codes(folder)


def test_words_of_another_clause_are_not_in_this_one(folder: Path) -> None:
    changed(folder, 'clause = "mục 2", words = "bị kỷ luật"', 'clause = "mục 1", words = "bị kỷ luật"')
    assert codes(folder) == ["XL303"]


def test_without_beginnings_words_are_looked_for_everywhere(folder: Path) -> None:
    for begins in ("1. Chi bộ", "2. Chi bộ", "3. Có"):
        changed(folder, f'{{ begins = "{begins}" }}', "{}")
    changed(folder, 'begins = "4. Các", ', "")
    changed(folder, 'clause = "mục 2", words = "bị kỷ luật"', 'clause = "mục 1", words = "bị kỷ luật"')
    assert codes(folder) == []
    source(folder, "3. Có ít nhất", "3. Có tối thiểu")
    assert codes(folder) == ["XL303", "XL306"]


def test_a_clause_out_of_order_is_not_found(folder: Path) -> None:
    changed(folder, 'begins = "2. Chi bộ"', 'begins = "3. Có"')
    changed(folder, '"mục 3" = { begins = "3. Có" }', '"mục 3" = { begins = "2. Chi bộ" }')
    assert "XL313" in codes(folder)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mỗi chi bộ có kế hoạch năm.", 1),
        ("Ít nhất một lần mỗi quý.", 1),
        ("Có 95% đảng viên học tập.", 1),
        ("Chín mươi phần trăm đảng viên học tập.", 1),
        ("Xếp loại hoàn thành tốt trở lên.", 1),
        ("Chi bộ họp đều; mỗi đảng viên dự họp.", 1),
        ("Mỗi chi bộ một kế hoạch. Mỗi đảng viên một việc.", 2),
        ("Các chi bộ thi đua chào mừng 2/9.", 0),
        ("Tăng cường lãnh đạo của Đảng.", 0),
        ("Nhiệm kỳ 2020 - 2025 các chi bộ tiếp tục đổi mới.", 0),
    ],
)
def test_sentences_that_ask_for_an_answer(folder: Path, sentence: str, found: int) -> None:
    source(folder, "không hoàn thành nhiệm vụ.\n", f"không hoàn thành nhiệm vụ. {sentence}\n")
    assert codes(folder) == ["XL306"] * found


def test_every_percentage_of_a_sentence_asks_for_an_answer(folder: Path) -> None:
    source(folder, "3. Có ít nhất 80% chi bộ", "3. Có ít nhất 80% chi bộ, 95% đảng viên")
    assert codes(folder) == ["XL306"]


def test_what_stands_before_the_clauses_is_the_sources_own(folder: Path) -> None:
    source(folder, "1. Chi bộ hoàn thành", "Mỗi chi bộ một kế hoạch.\n\n1. Chi bộ hoàn thành")
    texts = {"nq": (folder / "nghi-quyet.txt").read_text("utf-8")}
    (problem,) = check(str(folder / "xa-2024.toml"), texts).problems
    assert "`Mỗi`" in message(problem, "en")
    assert problem.snippet == "[sources.nq]"


def test_a_clause_with_a_reason_asks_for_nothing(folder: Path) -> None:
    source(folder, "4. Các chi bộ", "4. Mỗi chi bộ, 100% chi bộ, các chi bộ")
    changed(folder, 'begins = "4. Các"', 'begins = "4. Mỗi"')
    assert codes(folder) == []


# The whole and each, and how many there are

STUDY = """[facts.hoc_tap]
label    = "Số đảng viên đã học tập"
of       = ["chi-bo"]
type     = "count"
at_most  = "dang_vien"
supplier = "chi-bo"

[criteria.hoc-tap]
label = "{label}"
for   = ["xa"]
{body}
cite  = {{ source = "nq", clause = "mục 3", words = "{words}" }}

[goals.ct-1]
"""
SHARE = 'ratio = { part = "hoc_tap", whole = "dang_vien" }\nat_least = "80%"'
EACH = """[criteria.tung-chi-bo]
for = ["chi-bo"]
ratio = { part = "hoc_tap", whole = "dang_vien" }
at_least = "70%"
cite = { source = "nq", clause = "mục 1", words = "từ 70% đến dưới 90%" }

[goals.ct-1]
"""


@pytest.mark.parametrize(
    ("body", "words", "label", "code"),
    [
        (SHARE, "ít nhất 80%", "Học tập", "XL309"),
        (SHARE, "toàn xã ít nhất 80%", "Học tập", None),
        (SHARE, "mỗi chi bộ ít nhất 80%", "Học tập", None),
        (SHARE, "ít nhất 80%", "Học tập, toàn xã", None),
        (f'{SHARE}\nmonitor = ["chi-bo"]', "ít nhất 80%", "Học tập", None),
        (f'{SHARE}\nassume = ["mau-so"]', "ít nhất 80%", "Học tập", "XL309"),
        ('ratio = { part = "hoc_tap", whole = "dang_vien" }\nat_least = "100%"', "100%", "Học tập", None),
        ('value = "hoc_tap"\nat_least = 5', "ít nhất 05", "Học tập", "XL309"),
        ('value = "hoc_tap"\nat_most = 0', "không có", "Học tập", None),
        ('share = { of = ["chi-bo"], yes = "ky_luat" }\nat_most = "0%"', "không có", "Học tập", None),
    ],
)
def test_the_whole_or_each(folder: Path, body: str, words: str, label: str, code: str | None) -> None:
    changed(folder, "[goals.ct-1]\n", STUDY.format(body=body, words=words, label=label))
    assert codes(folder, at_hand=False) == ([code] if code else [])
    changed(folder, "[goals.ct-1]\n", EACH)
    assert codes(folder, at_hand=False) == ([code] if code and "ratio" not in body else [])


def test_an_assumption_about_the_whole_and_each_says_it(folder: Path) -> None:
    changed(
        folder, "[goals.ct-1]\n", STUDY.format(body=f'{SHARE}\nassume = ["mau-so"]', words="ít nhất 80%", label="H")
    )
    changed(folder, "80% tính trên số được xếp loại hay trên tổng số?", "80% của từng chi bộ hay gộp cả xã?")
    assert codes(folder, at_hand=False) == []


def test_a_number_of_subjects_stated_further_down_is_enough(folder: Path) -> None:
    kinds = '[kinds.to]\nlabel = "Tổ"\nparents = ["chi-bo"]\n\n[scale.levels.tot]\n'
    changed(folder, "[scale.levels.tot]\n", kinds)
    facts = '[facts.hop]\nlabel = "Họp"\nof = ["to"]\ntype = "yes_no"\nsupplier = "chi-bo"\n\n'
    share = '[criteria.to-hop]\nfor = ["xa"]\nshare = { of = ["to"], yes = "hop" }\nat_least = "80%"\n'
    cite = 'cite = { source = "nq", clause = "mục 3", words = "ít nhất 80%" }\n\n[goals.ct-1]\n'
    changed(folder, "[goals.ct-1]\n", facts + share + cite)
    assert codes(folder, at_hand=False) == ["XL312"]
    number = '[facts.so_to]\nlabel = "Số tổ"\nof = ["chi-bo"]\ntype = "count"\ncounts = { of = ["to"] }\n'
    changed(folder, "[facts.hop]\n", f'{number}supplier = "chi-bo"\n\n[facts.hop]\n')
    assert codes(folder, at_hand=False) == []


def test_a_supplier_by_kind_for_each_kind(folder: Path) -> None:
    kind = 'of       = ["chi-bo"]\ntype     = "count"\nminimum  = 1\nsupplier = "chi-bo"'
    changed(folder, kind, kind.replace('"chi-bo"]', '"chi-bo", "xa"]').replace('= "chi-bo"', '= { chi-bo = "chi-bo" }'))
    texts = [message(problem, "en") for problem in check(str(folder / "xa-2024.toml")).problems]
    assert texts == ["nobody is named who supplies this fact for `xa`"]


# The command


def test_the_command_takes_the_texts_of_sources(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules, text = str(folder / "xa-2024.toml"), str(folder / "nghi-quyet.txt")
    assert xeploai(capsys, "check", rules, "--source", f"nq={text}", "--lang", "en").status == 0
    changed(folder, 'words = "bị kỷ luật"', 'words = "bị khiển trách"')
    ran = xeploai(capsys, "check", rules, "--source", f"nq={text}", "--lang", "en")
    assert ran.status == 1
    assert "error[XL303]" in ran.out
    assert xeploai(capsys, "check", rules, "--lang", "en").status == 0


def test_a_text_that_no_rule_set_has_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules, text = str(folder / "xa-2024.toml"), str(folder / "nghi-quyet.txt")
    ran = xeploai(capsys, "check", rules, "--source", f"nghi-quyet={text}", "--lang", "en")
    assert ran.status == 2
    assert "no rule set here has the source `nghi-quyet`; there is: `nq`" in ran.err
    ran = xeploai(capsys, "check", rules, "--source", text, "--lang", "en")
    assert ran.status == 2
    assert "write the id of the source" in ran.err
    ran = xeploai(capsys, "check", rules, "--source", "nq=missing.txt", "--lang", "en")
    assert ran.status == 2


# The rules of 2024, one figure changed at a time


def found_at(criterion: Criterion, one: Check) -> bool:
    rules = lam_dong()
    changed = attrs.evolve(rules, criteria=[criterion if it.id == criterion.id else it for it in rules.criteria])
    paths = [found.path for found in one.find(Audited(changed)) if isinstance(found, Problem)]
    return ("criteria", criterion.id) in [path[:2] for path in paths]


FIGURES = [one for one in lam_dong().criteria if isinstance(one.target, AtLeast) and list(thresholds(one))]


@pytest.mark.parametrize("criterion", FIGURES, ids=lambda criterion: criterion.id)
def test_a_figure_that_is_nudged_is_not_in_the_words(criterion: Criterion) -> None:
    assert not found_at(criterion, number_not_in_words.CHECK)
    for one in thresholds(criterion):
        step = Fraction(1, 100) if one.share else 1
        for figure in (one.value - step, one.value + step) if one.share else (one.value + step + 1,):
            nudged = attrs.evolve(criterion, target=AtLeast(figure if one.share else int(figure)))
            assert found_at(nudged, number_not_in_words.CHECK)


@pytest.mark.parametrize("criterion", FIGURES, ids=lambda criterion: criterion.id)
def test_a_threshold_that_is_turned_is_against_the_words(criterion: Criterion) -> None:
    """Where the words set no bound, or state no figure, there is nothing to be against."""
    said = quantities(" ; ".join(criterion.cite.words)) if criterion.cite else ()
    bounded = any(
        q.bound and (q.value, q.share) == (one.value, one.share) for q in said for one in thresholds(criterion)
    )
    assert isinstance(criterion.target, AtLeast)
    for turned in (AtMost, LessThan, MoreThan):
        other = attrs.evolve(criterion, target=turned(criterion.target.limit))
        assert found_at(other, operator_against_words.CHECK) == bounded
    assert not found_at(criterion, operator_against_words.CHECK)


def test_a_bare_figure_rests_on_its_assumption() -> None:
    unsaid = {one.id for one in FIGURES if found_at(attrs.evolve(one, assume=()), bare_figure.CHECK)}
    assert unsaid == {"tccsd-tot-tro-len", "dang-vien-tot-tro-len"}
