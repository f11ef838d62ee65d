"""Every fault of a rule file: found, all at once, each once and at its place, and said in both languages.

The first lines of each file in `faults/` say what is wrong in it: code, line:column, and what was probably meant.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import xeploai
from xeploai.diagnostic import Diagnostic, Fault, InvalidRules, advice, message, render
from xeploai.wellformed import faults
from xeploai.wellformed.problem import MOST

FILES = sorted((Path(__file__).parent / "faults").glob("*.toml"))
EXPECTED = re.compile(r"# (XL\d{3}) (\d+):(\d+)(?: (.+))?")
FAULTS = [fault for fault in vars(faults).values() if isinstance(fault, Fault)]

Said = tuple[str, int | None, int | None, str | None]


def expected(text: str) -> list[Said]:
    found = [EXPECTED.fullmatch(line) for line in text.split("\n\n", 1)[0].split("\n")]
    return [(match[1], int(match[2]), int(match[3]), match[4]) for match in found if match]


def problems_of(load: Callable[[], object]) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidRules) as refused:
        load()
    return refused.value.problems


def here(file: Path, problems: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The problems of one file, without those of the files that it names."""
    return tuple(problem for problem in problems if problem.place.file == str(file))


def said(problems: tuple[Diagnostic, ...]) -> list[Said]:
    return [(p.fault.code, p.place.line, p.place.column, p.suggestion) for p in problems]


def readable(problem: Diagnostic) -> None:
    """Both languages say something, without a placeholder left open, and what a terminal would obey is taken out."""
    for lang in ("vi", "en"):
        text = render(problem, lang)
        assert not re.search(r"(?<!=)(?<!= )\{[a-z_]*\}", f"{message(problem, lang)} {advice(problem, lang)}"), text
        assert message(problem, lang)
        assert text.replace("\n", "").isprintable()
    assert message(problem, "vi") != message(problem, "en")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_says_what_is_wrong_with_a_file(file: Path) -> None:
    text = file.read_text("utf-8")
    problems = here(file, problems_of(lambda: xeploai.load(file)))
    assert said(problems) == expected(text)
    assert expected(text)
    for problem in problems:
        readable(problem)
        assert problem.snippet == text.split("\n")[(problem.place.line or 0) - 1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(file: Path) -> None:
    text = file.read_text("utf-8")
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert said(here(file, problems_of(lambda: xeploai.parse(data, str(file))))) == expected(text)


# Faults that no file of text can show


def unloadable(folder: Path) -> Iterator[tuple[Said, Callable[[], object]]]:
    missing, directory, latin = folder / "thiếu tệp.toml", folder / "thư mục.toml", folder / "latin.TOML"
    directory.mkdir()
    latin.write_bytes('format = 1\n# Quy định "é'.encode("latin-1", "replace"))
    yield ("XL002", 2, 13, None), lambda: xeploai.load(latin)
    yield ("XL003", None, None, None), lambda: xeploai.load(missing)
    yield ("XL003", None, None, None), lambda: xeploai.load(directory)
    yield ("XL003", None, None, None), lambda: xeploai.load("a\0b.toml")
    yield ("XL003", None, None, None), lambda: xeploai.load(folder / ("a" * 5000 + ".toml"))
    yield ("XL005", None, None, "lam-dong-2024"), lambda: xeploai.load("lam-dong-2042")
    yield ("XL004", 1, 1, None), lambda: xeploai.parse("x = " + "[" * 100_000)
    yield ("XL006", 1, 10, None), lambda: xeploai.parse("format = 0")
    yield ("XL102", 1, 1, None), lambda: xeploai.parse("format = 1")


def test_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    for wanted, load in unloadable(tmp_path):
        problems = problems_of(load)
        assert said(problems) == [wanted]
        readable(problems[0])


@pytest.mark.parametrize("text", ["[vetoes.v{}]\n", "[goals.g{}]\n", "[kinds.k{}]\nlabel = 1\n", "[[rules]]\n# {}\n"])
def test_more_faults_than_anybody_reads_are_no_crash(text: str) -> None:
    many = "".join(text.format(number) for number in range(MOST + 1))
    assert len(problems_of(lambda: xeploai.parse(f'format = 1\nruleset.id = "x"\n{many}'))) == MOST


def test_loads_from_a_path_with_blanks_and_diacritics(tmp_path: Path) -> None:
    file = tmp_path / "bộ quy tắc mới.toml"
    file.write_text('format = 1\nruleset.id = "x"\n', "utf-8")
    assert xeploai.load(file) == xeploai.load(str(file)) == xeploai.Ruleset("x")


# The catalogue


def test_every_fault_has_a_case() -> None:
    shown = {code for file in FILES for code, *_ in expected(file.read_text("utf-8"))}
    assert {fault.code for fault in FAULTS} - shown == {"XL002", "XL003", "XL005"}
    for file in FILES:
        named = re.match(r"(XL\d{3})-(.+)", file.stem)
        fault = next((fault for fault in FAULTS if named and fault.code == named[1]), None)
        if named and fault:
            assert named[1] in {code for code, *_ in expected(file.read_text("utf-8"))}
            assert named[2] == fault.name


def test_codes_and_names_are_used_once() -> None:
    assert len({fault.code for fault in FAULTS}) == len({fault.name for fault in FAULTS}) == len(FAULTS)


# What is shown


def test_shows_the_sample_of_the_design() -> None:
    text = """\
format = 1
ruleset.id = "demo"
[sources.law]
label = "Luật"
[facts.tasks_due]
type = "count"
[facts.tasks_on_time]
type = "count"
[criteria.on_time]
cite = { source = "law", clause = "Điều 5, khoản 2" }
at_least = "90%"
ratio = { part = "tasks_on_tme", whole = "tasks_due" }
"""
    (problem,) = problems_of(lambda: xeploai.parse(text, "rules/demo.toml"))
    assert (
        render(problem, "en")
        == """\
rules/demo.toml:12:18: error[XL104]: unknown fact `tasks_on_tme`
   12 | ratio = { part = "tasks_on_tme", whole = "tasks_due" }
      |                  ^^^^^^^^^^^^^^ in criterion `on_time` (Điều 5, khoản 2)
   help: did you mean `tasks_on_time`?"""
    )
    assert (
        render(problem, "vi")
        == """\
rules/demo.toml:12:18: lỗi[XL104]: không có số liệu `tasks_on_tme`
   12 | ratio = { part = "tasks_on_tme", whole = "tasks_due" }
      |                  ^^^^^^^^^^^^^^ trong tiêu chí `on_time` (Điều 5, khoản 2)
   cách sửa: có phải muốn viết `tasks_on_time`?"""
    )


def test_rules_built_in_python_are_refused_by_key_path() -> None:
    cite = xeploai.Citation("law", "Điều 5")
    late = xeploai.Criterion("late", xeploai.Value("days"), xeploai.AtMost(3), cite=cite)
    problems = problems_of(lambda: xeploai.prepare(xeploai.Ruleset("demo", criteria=[late])))
    assert [render(problem, "en") for problem in problems] == [
        "demo: `criteria.late.cite.source`: error[XL108]: unknown source `law`",
        "demo: `criteria.late.value`: error[XL104]: unknown fact `days`",
    ]


def test_gates_built_in_python_may_not_be_endless() -> None:
    days = xeploai.Fact("days")
    late: xeploai.Criterion | xeploai.Not = xeploai.Criterion("late", xeploai.Value("days"), xeploai.AtLeast(3))
    for _ in range(20_000):
        late = xeploai.Not(late)
    scale = xeploai.Scale(["good", "poor"])
    rules = xeploai.Ruleset("demo", facts=[days], scale=scale, rules=[xeploai.Rule("good", late)], otherwise="poor")
    assert [problem.fault for problem in problems_of(lambda: xeploai.prepare(rules))] == [faults.TOO_DEEP]


HEAD = 'format = 1\n[ruleset]\nid = "demo"\n'
LEVELS = "[scale.levels.good]\n[scale.levels.poor]\n"


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", "XL102", "add `format` here"),
        (
            f'{HEAD}otherwise = "best"\n{LEVELS}',
            "XL110",
            "name a level of [scale.levels] (`good`, `poor`), or add this",
        ),
        (f'{HEAD}otherwise = "best"\n', "XL110", "name a level of [scale.levels] (–), or add this one there"),
        (f"{HEAD}in_force = {{ since = 2025-01-01, until = 2024-01-01 }}", "XL117", "let `since` and `until` change"),
        (f'{HEAD}{LEVELS}[quotas.few]\nlevel = "good"\nrate = 20', "XL118", 'write "20%" for a percentage'),
    ],
)
def test_advice_says_what_to_do(text: str, code: str, says: str) -> None:
    (first, *_) = [one for one in problems_of(lambda: xeploai.parse(text)) if one.fault.code == code]
    assert advice(first, "en").startswith(says)
    assert advice(first, "vi")


def test_what_cannot_be_read_has_advice() -> None:
    (problem,) = problems_of(lambda: xeploai.load("thieu.toml"))
    assert advice(problem, "vi") == "kiểm tra tên tệp, thư mục và quyền đọc"


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_of_an_empty_line_nothing_is_shown(text: str) -> None:
    for problem in problems_of(lambda: xeploai.parse(text, "empty.toml")):
        assert render(problem, "en") == (
            f"empty.toml:1:1: error[XL102]: {message(problem, 'en')}\n   help: {advice(problem, 'en')}"
        )
