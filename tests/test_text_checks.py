"""What the checks of writing take for a fault, and what they leave alone."""

import pytest

import xeploai
from xeploai.audit.audited import Audited
from xeploai.audit.check import audit
from xeploai.diagnostic import Diagnostic, message

CODES = ("XL501", "XL502", "XL503", "XL505", "XL506")
TEXT = """format = 1

[ruleset]
id    = "demo"
label = "Quy định"

[facts.late]
label = "Việc trễ hạn"
type  = "count"

[criteria.on-time]
value   = "late"
at_most = 3

[criteria.in-time]
value   = "late"
at_most = 4
"""


def found(text: str) -> list[Diagnostic]:
    problems = audit(Audited(xeploai.parse(text, "demo.toml"))).problems
    return [problem for problem in problems if problem.fault.code in CODES]


def said(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(problem.fault.code, problem.place.line, problem.place.column) for problem in found(text)]


def named(label: str) -> str:
    """The text with another label; it stands at line 5, column 9."""
    return TEXT.replace('"Quy định"', f'"{label}"')


def test_nothing_is_found_in_a_plain_text() -> None:
    assert said(TEXT) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (named("Quy\u202e định"), [("XL501", 5, 13)]),
        (named("Quy\u200b \u2066định"), [("XL501", 5, 13), ("XL501", 5, 15)]),
        (named("Quy\\u202E định"), [("XL501", 5, 9)]),
        (TEXT.replace("\n\n[facts", "\n# ghi\u200f chú\n\n[facts"), [("XL501", 6, 6)]),
        (TEXT + "\n[kinds.a]\naliases = ['\ufeffA']\n", [("XL501", 20, 13)]),
        (TEXT + "\n[sources.s]\nlabel = 's'\n[sources.s.clauses]\n'Điều\u00ad 1' = {}\n", [("XL501", 22, 6)]),
        (named("Quy\u00a0định"), []),
    ],
)
def test_hidden_characters(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("label", "letters"),
    [
        ("\u00d0iều 5", ["\u00d0 (U+00D0) is not Đ"]),
        ("H\u043eàn thành, Ho\u00e0n th\u0430nh", ["\u043e (U+043E) is not o", "\u0430 (U+0430) is not a"]),
        ("T\u03bft", ["\u03bf (U+03BF) is a letter of another script"]),
        ("\uff34ốt", ["\uff34 (U+FF34) is a letter of another script"]),
        ("báo \u041f\u0440\u0430\u0432\u0434\u0430", []),
        ("Đạt, ĐẠT, đạt; ƯU TIÊN; Ằ Ẵ Ỹ", []),
        ("café, naïve, Žižek, №5, 30 m², 5 µm", []),
    ],
)
def test_look_alikes(label: str, letters: list[str]) -> None:
    problems = found(named(label))
    assert [problem.fault.code for problem in problems] == ["XL502"] * len(letters)
    for problem, letter in zip(problems, sorted(letters, key=lambda one: message_order(one, problems)), strict=True):
        assert letter in message(problem, "en")
        assert (problem.place.line, problem.place.column) == (5, 9)


def message_order(letter: str, problems: list[Diagnostic]) -> int:
    return next(number for number, problem in enumerate(problems) if letter in message(problem, "en"))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("tieu-chi-1", "tieu-chi-l", True), ("muc-O", "muc-0", True), ("Mot", "mot", True), ("muc-1", "muc-2", False)],
)
def test_ids_that_look_the_same(one: str, other: str, alike: bool) -> None:
    text = TEXT.replace("on-time", one).replace("in-time", other)
    assert said(text) == ([("XL502", 15, 11)] if alike else [])


def test_marks_apart() -> None:
    assert said(named("Ho\u00e0 \u0111i\u0323nh")) == [("XL503", 5, 9)]
    clauses = "\n[sources.s]\nlabel = 's'\n[sources.s.clauses]\n'mu\u0323c 1' = {}\n"
    assert said(TEXT + clauses) == [("XL503", 22, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT.replace("at_most = 3", "at_most = 3 # ???"), [("XL505", 13, 15)]),
        (TEXT.replace("at_most = 3", "at_most = 3 # ?"), []),
        (TEXT + "# Chưa làm xong phần sau\n", [("XL505", 18, 3)]),
        (TEXT + "# " + "TO" + "DO: hỏi lại\n", [("XL505", 18, 3)]),
        (TEXT + "# XXX xem lại\n", [("XL505", 18, 1)]),
        (TEXT + "# Đại hội khóa XXX\n", []),
        (named("Số việc chưa xong"), []),
        (named("Nghị quyết khóa XXX"), []),
        (named("Bao nhiêu????"), [("XL505", 5, 9)]),
        (named("FIX" + "ME"), [("XL505", 5, 9)]),
        (named("todo el mundo # ???".replace("???", "?!")), []),
    ],
)
def test_what_is_left_undone(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert said(text) == expected


LONG = "mot-tieu-chi-co-ma-dai-den-muc-khong-doc-noi"
LEVELS = "\n[scale.levels.a]\n[scale.levels.b]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT.replace("on-time", LONG), [("XL506", 11, 11)]),
        (TEXT.replace("on-time", "on_time"), [("XL506", 15, 11)]),
        (TEXT.replace("on-time", "on_time") + "\n[criteria.on-day]\nyes = 'q'\n[facts.q]\ntype='yes_no'\n", None),
        (TEXT.replace("on-time", "on-the_dot"), [("XL506", 11, 11)]),
        (TEXT.replace("on-time", "ontime"), []),
        (named("Quy định " * 23), [("XL506", 5, 9)]),
        (named("Quy định " * 22), []),
    ],
)
def test_what_is_hard_to_read(text: str, expected: list[tuple[str, int, int]] | None) -> None:
    assert said(text) == ([("XL506", 11, 11)] if expected is None else expected)


@pytest.mark.parametrize(("parts", "long"), [(8, False), (9, True)])
def test_a_condition_of_many_parts(parts: int, long: bool) -> None:
    """`all` counts, and each of its gates with its two criteria."""
    gates = ", ".join(['{ any = ["on-time", "in-time"] }'] * parts)
    rule = f'\n[[rules]]\nlevel = "a"\nwhen  = {{ all = [{gates}] }}\n'
    text = TEXT.replace('"Quy định"', '"Quy định"\notherwise = "b"') + LEVELS + rule
    line = text[: text.index("when ")].count("\n") + 1
    assert said(text) == ([("XL506", line, 1)] if long else [])


def test_what_was_built_in_python_has_no_writing() -> None:
    rules = xeploai.Ruleset("demo", label=xeploai.Label("Quy\u202e \u00d0inh???"))
    assert not audit(Audited(rules)).problems
