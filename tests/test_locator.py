"""The locator agrees with the parser: on random documents, on public ones, and on a few written out.

The public documents are the official `toml-test` suite, which the source archive of tomlkit carries: fetch it
with `pip download --no-deps --no-binary tomlkit tomlkit==0.15.2` and name the archive in `TOML_TEST_ARCHIVE`.
The documents of CPython's own tests of `tomllib` are used too where the interpreter brings them.
"""

import contextlib
import importlib.util
import itertools
import os
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path as File
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from xeploai.located import Located, Path, Span
from xeploai.locator import DEEPEST, locate

Draw = Callable[[st.SearchStrategy[Any]], Any]


# The law


def nodes(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every key path of what the parser found, with what stands there."""
    children: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        children = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value))
    for step, child in children:
        yield (*path, step), child
        yield from nodes(child, (*path, step))


def cut(lines: list[str], span: Span) -> str:
    """The text of a span."""
    piece = lines[span.line - 1 : span.end_line]
    piece[-1] = piece[-1][: span.end_column - 1]
    piece[0] = piece[0][span.column - 1 :]
    return "\n".join(piece)


def agrees(text: str) -> None:
    """The law. Values are compared as `repr` shows them: NaN is itself, and 1 is neither 1.0 nor true."""
    lines = text.split("\n")
    places = locate(text)
    found = dict(nodes(tomli.loads(text)))
    assert list(places) == list(found)
    for path, located in places.items():
        if located.value is None:
            assert located.key is not None
            assert isinstance(found[path], (dict, list))
        else:
            assert repr(tomli.loads(f"x = {cut(lines, located.value)}")["x"]) == repr(found[path])
        if located.key is None:
            assert isinstance(path[-1], int)
        else:
            name = next(step for step in reversed(path) if isinstance(step, str))
            assert tomli.loads(f"{cut(lines, located.key)} = 1") == {name: 1}


# Random documents. A table is written in one of the ways that TOML has for it.

BARE = ["a", "b", "c", "1", "-"]
NAMES = st.sampled_from([*BARE, "1.5", "tiêu chí", "", "'", '"', "#=[", "\\", "a\nb", "\x1b", "😀"])
PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\"'\\"), max_size=5)
ESCAPE = st.sampled_from(["\\n", "\\t", '\\"', "\\\\", "\\e", "\\xE9", "\\u1EA1", "\\U0001F600"])
BREAK = st.sampled_from(["\n", "\n\n  ", "\\\n", "\\ \t\n \n  "])
BLANK = st.sampled_from(["", " ", "\t "])
COMMENT = st.one_of(st.just(""), PLAIN.map("# [x] \"' ".__add__))
LINE = st.tuples(BLANK, COMMENT, st.just("\n")).map("".join)
GAP = st.one_of(BLANK, st.lists(LINE, max_size=3).map("".join))


def pieces(*kinds: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*kinds), max_size=4).map("".join)


def quotes(mark: str) -> st.SearchStrategy[str]:
    """One or two quotes within a multi-line string, kept apart from the next ones."""
    return st.sampled_from([f"{mark}.", f"{mark}{mark}."])


def long_string(mark: str, *kinds: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    end = st.sampled_from([mark * 3, mark * 4, mark * 5])
    return st.tuples(st.just(mark * 3), pieces(PLAIN, quotes(mark), *kinds), end).map("".join)


def with_zone(time: str) -> st.SearchStrategy[str]:
    return st.sampled_from(["", "Z", "z", "+07:00", "-00:30"]).map(time.__add__)


TIME = st.sampled_from(["07:32", "23:59:59", "00:00:00.5", "12:00:00.123456789"])
DATE = st.dates().map(str)
MOMENT = st.tuples(DATE, st.sampled_from("Tt "), TIME).map("".join).flatmap(with_zone)
WHOLE = st.sampled_from(["0", "+1", "-17", "1_000", "0xdead_BEEF", "0o17", "0b1_0"])
FLOAT = st.sampled_from(["1.5", "-0.0", "6.02e+23", "1E3", "inf", "+inf", "-nan"])
BOOLEAN = st.sampled_from(["true", "false"])
STRING = st.one_of(
    pieces(PLAIN, ESCAPE, st.just("'")).map('"{}"'.format),
    pieces(PLAIN, st.sampled_from(['"', "\\"])).map("'{}'".format),
    long_string('"', ESCAPE, BREAK),
    long_string("'", BREAK, st.just("\\")),
)
SCALAR = st.one_of(STRING, MOMENT, DATE, TIME, WHOLE, FLOAT, BOOLEAN)


def spelled(draw: Draw, name: str) -> str:
    """A key part, in one of its spellings."""
    ways = ['"' + "".join(f"\\U{ord(character):08x}" for character in name) + '"']
    if name.isprintable() and "'" not in name:
        ways.append(f"'{name}'")
    if name.isprintable() and not set(name) & set('"\\'):
        ways.append(f'"{name}"')
    if name and name.isascii() and name.replace("-", "a").isalnum():
        ways.append(name)
    return str(draw(st.sampled_from(ways)))


def dotted(draw: Draw, names: tuple[str, ...]) -> str:
    parts = [f"{draw(BLANK)}{spelled(draw, name)}{draw(BLANK)}" for name in names]
    return ".".join(parts)


def bracketed(draw: Draw, marks: str, items: list[str]) -> str:
    """An array or an inline table, over one line or several, with or without a comma at the end."""
    text = f"{draw(GAP)},".join(f"{draw(GAP)}{item}" for item in items)
    comma = f"{draw(GAP)}," if items and draw(st.booleans()) else ""
    return f"{marks[0]}{text}{comma}{draw(GAP)}{marks[1]}"


def value(draw: Draw, depth: int) -> str:
    kind = draw(st.sampled_from(["scalar", "scalar", "array", "table"])) if depth else "scalar"
    if kind == "array":
        return bracketed(draw, "[]", [value(draw, depth - 1) for _ in range(draw(st.integers(0, 3)))])
    if kind == "table":
        return bracketed(draw, "{}", assignments(draw, (), some_names(draw), depth - 1))
    return str(draw(SCALAR))


def some_names(draw: Draw) -> list[str]:
    names: list[str] = draw(st.lists(NAMES, unique=True, max_size=3))
    return names


def assignments(draw: Draw, prefix: tuple[str, ...], names: list[str], depth: int) -> list[str]:
    """`key = value` for every name; some names become tables by dotted keys."""
    lines: list[str] = []
    for name in names:
        path = (*prefix, name)
        inner = some_names(draw) if depth and draw(st.integers(0, 3)) == 0 else []
        if inner:
            lines += assignments(draw, path, inner, depth - 1)
        else:
            lines.append(f"{dotted(draw, path)}={draw(BLANK)}{value(draw, depth)}")
    return lines


def section(draw: Draw, header: str, path: tuple[str, ...], depth: int) -> str:
    """A table with its header, and the tables below it, before or behind it."""
    names = some_names(draw)
    below = [n for n in names if depth and draw(st.booleans())]
    body = assignments(draw, (), [n for n in names if n not in below], min(depth, 2))
    own = lines_of(draw, header, path, body)
    inner = "".join(subsection(draw, (*path, name), depth - 1) for name in below)
    if header == "[" and inner:
        return str(draw(st.sampled_from([own + inner, inner + own, own + inner if body else inner])))
    return own + inner


def subsection(draw: Draw, path: tuple[str, ...], depth: int) -> str:
    if draw(st.booleans()):
        return section(draw, "[", path, depth)
    return "".join(section(draw, "[[", path, depth) for _ in range(draw(st.integers(1, 3))))


def lines_of(draw: Draw, header: str, path: tuple[str, ...], body: list[str]) -> str:
    lines = [f"{header}{dotted(draw, path)}{']' * len(header)}"] if path else []
    return "".join(f"{draw(GAP)}{line}{draw(BLANK)}{draw(COMMENT)}\n" for line in [*lines, *body])


@st.composite
def documents(draw: Draw) -> str:
    lines = section(draw, "", (), 3).split("\n")
    ends = draw(st.sampled_from([("\n",), ("\r\n",), ("\n", "\r\n")]))
    return "".join(line + end for line, end in zip(lines, itertools.cycle(ends), strict=False))


@given(documents())
@settings(deadline=None, max_examples=80)
def test_agrees_with_the_parser_on_random_documents(text: str) -> None:
    agrees(text)


# Public documents


def archived() -> Iterator[tuple[str, bytes]]:
    """The official suite, read from the archive without unpacking it."""
    archive = os.environ.get("TOML_TEST_ARCHIVE")
    if not archive:
        pytest.skip("no public TOML corpus: TOML_TEST_ARCHIVE names no source archive of tomlkit")
    with tarfile.open(archive) as members:
        for member in members:
            if member.name.endswith(".toml") and "/toml-test/tests/" in member.name:
                content = members.extractfile(member)
                assert content is not None
                yield member.name, content.read()


def bundled() -> Iterator[tuple[str, bytes]]:
    """The documents of CPython's tests, which some distributions leave out."""
    try:
        suite = importlib.util.find_spec("test.test_tomllib")
    except ModuleNotFoundError:
        suite = None
    if suite is None or suite.origin is None:
        pytest.skip("no public TOML corpus: this interpreter comes without its tests")
    for file in sorted((File(suite.origin).parent / "data").rglob("*.toml")):
        yield file.name, file.read_bytes()


def accepted(text: str) -> bool:
    try:
        tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def survives(text: str) -> None:
    """Whatever the text, there are places or a `ValueError`."""
    with contextlib.suppress(ValueError):
        locate(text)


@pytest.mark.parametrize(("corpus", "least"), [(archived, 250), (bundled, 10)])
def test_agrees_with_the_parser_on_public_documents(
    corpus: Callable[[], Iterator[tuple[str, bytes]]], least: int
) -> None:
    valid = 0
    for name, content in corpus():
        text = content.decode(errors="replace")
        if accepted(text):
            valid += 1
            try:
                agrees(text)
            except Exception as error:
                raise AssertionError(name) from error
        else:
            survives(text)
    assert valid >= least


# Texts that are not TOML


@given(documents(), st.data())
@settings(deadline=None, max_examples=50)
def test_survives_damaged_documents(text: str, data: st.DataObject) -> None:
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    inset = data.draw(st.sampled_from(["", *"[]{}\"'=.,#\\\n\ufeff", '"""']))
    damaged = text[:first] + inset + text[last:]
    survives(damaged)
    if accepted(damaged):
        agrees(damaged)


@given(st.text("ab1[]{}=.,#\\\"'\n\r \ufeff", max_size=30))
@settings(deadline=None)
def test_survives_noise(text: str) -> None:
    survives(text)
    if accepted(text):
        agrees(text)


BROKEN = ["\ufeffa = 1", "a", "a =", "a = [", "a = {", "a = '", '"\\', "[[a]", "a = ]"]


@pytest.mark.parametrize("text", BROKEN)
def test_refuses_with_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match="offset"):
        locate(text)


# Depth


@pytest.mark.parametrize(("start", "inner", "end"), [("x=", "[", "]"), ("x=", "{x=", "}")])
def test_has_no_bound_of_recursion(start: str, inner: str, end: str) -> None:
    places = locate(f"{start}{inner * (DEEPEST - 1)}1{end * (DEEPEST - 1)}")
    assert len(places) == DEEPEST


def test_refuses_a_deeper_path() -> None:
    with pytest.raises(ValueError, match="more than"):
        locate("x." * DEEPEST + "x = 1")


# Exact places


def at(line: int, column: int, end_column: int, end_line: int | None = None) -> Span:
    return Span(line, column, end_line or line, end_column)


def test_places_of_a_rule_file() -> None:
    text = """\
format = 1 # comment

[criteria.on_time]
ratio = { part = "tasks_on_time", whole = "tasks_due" }
label.vi = 'Đúng hạn'
"""
    assert locate(text) == {
        ("format",): Located(at(1, 1, 7), at(1, 10, 11)),
        ("criteria",): Located(at(3, 2, 10), None),
        ("criteria", "on_time"): Located(at(3, 11, 18), None),
        ("criteria", "on_time", "ratio"): Located(at(4, 1, 6), at(4, 9, 56)),
        ("criteria", "on_time", "ratio", "part"): Located(at(4, 11, 15), at(4, 18, 33)),
        ("criteria", "on_time", "ratio", "whole"): Located(at(4, 35, 40), at(4, 43, 54)),
        ("criteria", "on_time", "label"): Located(at(5, 1, 6), None),
        ("criteria", "on_time", "label", "vi"): Located(at(5, 7, 9), at(5, 12, 22)),
    }


def test_places_of_an_array_of_tables() -> None:
    assert locate("[[a]]\nb = 1\n[[ 'a' ]]\n[a.c]\n") == {
        ("a",): Located(at(1, 3, 4), None),
        ("a", 0): Located(at(1, 3, 4), None),
        ("a", 0, "b"): Located(at(2, 1, 2), at(2, 5, 6)),
        ("a", 1): Located(at(3, 4, 7), None),
        ("a", 1, "c"): Located(at(4, 4, 5), None),
    }


def test_places_over_several_lines() -> None:
    text = 'a = [\r\n  1979-05-27 07:32, # why\r\n  1979-05-27 ,]\r\n"é😀" . b = """\r\n\\""""" # end'
    assert locate(text) == {
        ("a",): Located(at(1, 1, 2), at(1, 5, 16, 3)),
        ("a", 0): Located(None, at(2, 3, 19)),
        ("a", 1): Located(None, at(3, 3, 13)),
        ("é😀",): Located(at(4, 1, 5), None),
        ("é😀", "b"): Located(at(4, 8, 9), at(4, 12, 7, 5)),
    }


def test_an_empty_document_has_no_places() -> None:
    assert locate("# nothing\n") == {}
