"""Rule files: damaged ones are refused with places, odd ones in good time, and what is written reads back the same."""

import contextlib
import time
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import xeploai
from tests.ruled import FILE, lam_dong
from xeploai.diagnostic import Diagnostic, InvalidRules, render

TEXT = FILE.read_text("utf-8")
LINES = TEXT.split("\n")
VALUES = ["0", "-1", "7", '"x"', "true", "[]", "{}", "0.5", "nan", "2024-01-01", '["x"]', '{ vi = "x" }', '"30%"']


# Damage


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The 2024 rules with a line left out, said twice, of another type, with words swapped, or with the end cut off."""
    lines = LINES[:]
    here = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(["delete", "double", "retype", "swap", "misspell", "truncate"])):
        case "delete":
            del lines[here]
        case "double":
            lines.insert(here, lines[here])
        case "retype":
            lines[here] = lines[here].split("=")[0] + "= " + draw(st.sampled_from(VALUES))
        case "swap":
            words = draw(st.permutations(lines[here].split(" ")))
            lines[here] = " ".join(words)
        case "misspell":
            letter = draw(st.integers(0, max(0, len(lines[here]) - 1)))
            lines[here] = lines[here][:letter] + lines[here][letter + 1 :]
        case _:
            return TEXT[: draw(st.integers(0, len(TEXT)))]
    return "\n".join(lines)


def places_are_inside(text: str, problems: tuple[Diagnostic, ...]) -> None:
    lines = text.split("\n")
    places = [(problem.place.line or 0, problem.place.column or 0) for problem in problems]
    assert places == sorted(places)
    assert len({(problem.fault.code, problem.place, str(problem.values)) for problem in problems}) == len(problems) > 0
    for line, column in places:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


@given(damaged())
def test_damaged_rules_load_or_are_refused_with_places(text: str) -> None:
    try:
        rules = xeploai.parse(text)
    except InvalidRules as refused:
        places_are_inside(text, refused.problems)
        for problem in refused.problems:
            assert render(problem, "vi")
            assert render(problem, "en")
    else:
        assert xeploai.parse(xeploai.dump(rules)) == rules


@given(st.integers(0, len(LINES) - 1), st.data())
@settings(max_examples=20)
def test_a_misspelt_key_is_one_problem(start: int, data: st.DataObject) -> None:
    """What follows from the slip is not said: the key is read as what it was meant to be."""
    here = next((n for n in [*range(start, len(LINES)), *range(start)] if LINES[n].startswith("at_least ")), 0)
    wrong = data.draw(st.sampled_from(["at_lest", "atleast", "at_leats", "at_leastt"]))
    lines = [*LINES[:here], LINES[here].replace("at_least", wrong, 1), *LINES[here + 1 :]]
    with pytest.raises(InvalidRules) as refused:
        xeploai.parse("\n".join(lines))
    (problem,) = refused.value.problems
    assert (problem.fault.code, problem.suggestion) == ("XL101", "at_least")
    assert (problem.place.line, problem.place.column) == (here + 1, 1)


@pytest.mark.parametrize("section", ["facts", "criteria", "kinds", "sources", "groups"])
def test_a_faulty_item_brings_no_other_faults(section: str) -> None:
    """An item that could not be made is still there to be referred to."""
    items = [n for n, line in enumerate(LINES) if line.startswith(f"[{section}.") and line.count(".") == 1]
    for number in items[:: len(items) // 5 or 1]:
        text = "\n".join([*LINES[: number + 1], "label = 7", *_without_label(LINES[number + 1 :])])
        with pytest.raises(InvalidRules) as refused:
            xeploai.parse(text)
        assert [(p.fault.code, p.place.line) for p in refused.value.problems] == [("XL103", number + 2)]


def _without_label(lines: list[str]) -> list[str]:
    """The lines but for the first label, if it is still that of the same table."""
    for number, line in enumerate(lines):
        if line.startswith("["):
            break
        if line.startswith("label "):
            return [*lines[:number], *lines[number + 1 :]]
    return lines


# Odd texts

HEAD = 'format = 1\nruleset.id = "x"\n'
CONDITION = '[facts.f]\ntype = "count"\n[criteria.c]\nvalue = "f"\nat_least = 1\n[[rules]]\nlevel = "a"\nwhen = '
DEPTHS = [49, 51, 200, 1_000, 5_000, 100_000]
ODD: dict[str, Callable[[int], str]] = {
    "arrays": lambda n: HEAD + "x = " + "[" * n + "]" * n,
    "inline tables": lambda n: HEAD + "x = " + "{ x = " * n + "1" + " }" * n,
    "dotted keys": lambda n: HEAD + "x." * n + "x = 1",
    "headers": lambda n: HEAD + "[" + "x." * n + "x]",
    "parts": lambda n: HEAD + "[criteria.c]\nratio = { part = " + "[" * n + '"f"' + "]" * n + ", whole = 1 }",
    "nots": lambda n: HEAD + CONDITION + "{ not = " * n + '"c"' + " }" * n,
    "alls": lambda n: HEAD + CONDITION + "{ all = [" * n + '"c"' + "] }" * n,
}


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("name", ODD)
def test_depth_is_a_problem_and_no_crash(name: str, depth: int) -> None:
    with pytest.raises(InvalidRules) as refused:
        xeploai.parse(ODD[name](depth))
    codes = {problem.fault.code for problem in refused.value.problems}
    assert codes & {"XL001", "XL004", "XL101", "XL103"} or depth < 50


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode) | st.text(max_size=60).map((HEAD + "{}").format))
def test_noise_is_refused(content: bytes | str) -> None:
    with contextlib.suppress(InvalidRules):
        xeploai.parse(content)


BIG: dict[str, Callable[[int], str]] = {
    "comments": lambda n: "# ghi chú\n" * n,
    "a long text": lambda n: f'ruleset.label = "{"a" * 10 * n}"',
    "unknown keys": lambda n: "".join(f"a{number} = 1\n" for number in range(n)),
    "criteria that say nothing": lambda n: "".join(f"[criteria.c{number}]\n" for number in range(n)),
    "unknown facts": lambda n: (
        '[facts.known]\ntype = "count"\n'
        + "".join(f'[criteria.c{number}]\nvalue = "f{number}"\nat_least = 1\n' for number in range(n))
    ),
    "ratios": lambda n: "".join(
        f'[facts.f{k}]\ntype = "count"\n[facts.w{k}]\ntype = "count"\n'
        f'[criteria.c{k}]\nratio = {{ part = "f{k}", whole = "w{k}" }}\nat_least = "{k % 90 + 1}%"\n'
        for k in range(n)
    ),
}


def seconds(text: str) -> float:
    start = time.process_time()
    with contextlib.suppress(InvalidRules):
        xeploai.parse(text)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("name", BIG)
def test_loading_takes_time_in_proportion(name: str) -> None:
    """Ten times the text takes about ten times as long: no check goes through all of it for the sake of one name."""
    small, large = (HEAD + BIG[name](number) for number in (800, 8_000))
    seconds(small)
    assert seconds(large) < 30 * seconds(small) + 0.2


# Writing and reading back

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30) | st.sampled_from(
    [
        '"',
        "'",
        '"""',
        "\\",
        "\x00\x1f\x7f\x85\u2028",
        "\r\n",
        "\ufeff",
        "e\u0302",
        "😀",
        "a" * 100_000,
        "# [x]",
        "\\u0041",
    ]
)
LABELS = st.builds(xeploai.Label, TEXTS, st.none() | TEXTS)


@given(LABELS, TEXTS, TEXTS, LABELS)
def test_strange_texts_are_written_and_read_back(
    label: xeploai.Label, clause: str, words: str, reason: xeploai.Label
) -> None:
    source = xeploai.Document("s", label, clauses=(xeploai.Clause(clause, reason, words),))
    fact = xeploai.Fact("f", label=label, unit=reason)
    cite = xeploai.Citation("s", clause, (words,))
    criterion = xeploai.Criterion("c", xeploai.Value("f"), xeploai.AtLeast(1), label=label, number=words, cite=cite)
    gate = xeploai.AllOf([criterion, xeploai.Undetermined(reason, cite)])
    rules = xeploai.Ruleset(
        "x",
        label=label,
        sources=[source],
        facts=[fact],
        criteria=[criterion],
        scale=xeploai.Scale(["a", "b"]),
        rules=[xeploai.Rule("a", gate)],
        otherwise="b",
    )
    assert xeploai.parse(xeploai.dump(rules)) == rules
    assert xeploai.parse(xeploai.dump(rules).encode()) == rules


def test_the_shipped_rules_are_written_and_read_back() -> None:
    rules = lam_dong()
    assert xeploai.parse(xeploai.dump(rules)) == rules
    assert xeploai.dump(xeploai.parse(xeploai.dump(rules))) == xeploai.dump(rules)
    assert attrs.evolve(rules, source=None) == rules


@pytest.mark.parametrize("name", ["keys", "items", "values", "get", "__class__", "self", "class", "None", "id_"])
def test_ids_may_be_any_word_of_python(name: str) -> None:
    text = HEAD + f'[facts.{name}]\ntype = "count"\n[criteria.{name}]\nvalue = "{name}"\nat_least = 1\n'
    if name.startswith("_"):
        with pytest.raises(InvalidRules):
            xeploai.parse(text)
        return
    rules = xeploai.parse(text)
    outcome = xeploai.rate(rules, xeploai.Evidence("s", facts={name: 1}))
    assert [finding.verdict for finding in xeploai.findings(outcome)] == [xeploai.Verdict.MET]
