"""Rule files: what is written is read back the same, and nothing that is written breaks the reader."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import islice
from random import Random
from typing import Any

import attrs
import pytest
import tomli
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.rule_sets import rule_sets
from tests.ruled import FILE, lam_dong
from xeploai.diagnostic import InvalidRules
from xeploai.model.ruleset import Ruleset
from xeploai.toml.dump import as_document, dump
from xeploai.toml.grammar import NAMED, RULE_FILE
from xeploai.toml.load import parse
from xeploai.toml.shape import ById, Either, ListOf, Nested, Shape, Table
from xeploai.toml.write import write
from xeploai.wellformed.check import check

PLACELESS = {"too-deep", "too-large"}
"""Faults of a file as a whole."""


@given(rule_sets())
def test_what_is_dumped_is_loaded_the_same(rules: Ruleset) -> None:
    assume(not check(rules))
    assert parse(dump(rules)) == rules


@given(rule_sets())
def test_dump_is_stable(rules: Ruleset) -> None:
    assume(not check(rules))
    text = dump(rules)
    assert dump(parse(text)) == text
    assert dump(attrs.evolve(parse(text), source=None)) == text


def test_most_of_the_rule_sets_drawn_have_no_fault() -> None:
    sound: list[bool] = []

    @settings(max_examples=60, database=None)
    @given(rule_sets())
    def draw(rules: Ruleset) -> None:
        sound.append(not check(rules))

    draw()
    assert sum(sound) > len(sound) / 2


def test_the_2024_rule_set_is_dumped_and_loaded_the_same() -> None:
    assert parse(dump(lam_dong())) == lam_dong()


@pytest.mark.parametrize("changed", ["\ufeff{}", "{}\n\n", "# lời\n{}"])
def test_marks_and_comments_count_for_nothing(changed: str) -> None:
    text = dump(lam_dong())
    assert parse(changed.format(text)) == parse(text.replace("\n", "\r\n")) == lam_dong()


# Whatever is written.


def refused_with_places(data: bytes | str) -> None:
    """Loaded, or refused with a place for every fault."""
    try:
        parse(data, "f.toml")
    except InvalidRules as refusal:
        problems = refusal.problems
    else:
        return
    assert problems
    for problem in problems:
        assert problem.place.file == "f.toml"
        assert problem.place.line is not None or problem.fault.name in PLACELESS
        assert problem.place.line is None or problem.place.line >= 1
        assert problem.place.column is None or problem.place.column >= 1


@given(st.text())
def test_any_text_is_loaded_or_refused(text: str) -> None:
    refused_with_places(text)


@given(st.binary())
def test_any_bytes_are_loaded_or_refused(data: bytes) -> None:
    refused_with_places(data)


SIGNS = ["", "=", "[", "]", "{", "}", '"', ",", "\n", "[]", "{}", "\x00", "ệ"]
VALUES = ["0", "-1", "30", "0.3", '"30%"', '"1/0"', "true", "nan", "inf", "1979-05-27", "1e400", "0x1F", "'x'"]
WORDS = ["ratio", "at_least", "khoi", "dang_vien", "[facts.a]", "[[rules]]"]
TOKENS = st.sampled_from([*SIGNS, *VALUES, *WORDS])


@cache
def pieces() -> tuple[str, ...]:
    """The 2024 rule file, split at its words and signs."""
    text, found, word = FILE.read_text("utf-8"), [], ""
    for sign in text:
        if sign in ' \n=[]{},"':
            found += [word, sign] if word else [sign]
            word = ""
        else:
            word += sign
    return tuple(found)


@settings(max_examples=60)
@given(
    st.integers(0, 2**32),
    st.lists(TOKENS, min_size=1, max_size=4),
    st.sampled_from(["replace", "drop", "repeat", "swap"]),
)
def test_a_rule_file_with_slips_is_loaded_or_refused(seed: int, tokens: list[str], how: str) -> None:
    random, file = Random(seed), list(pieces())
    for token in tokens:
        at, other = random.randrange(len(file)), random.randrange(len(file))
        match how:
            case "replace":
                file[at] = token
            case "drop":
                del file[at : at + random.randrange(1, 4)]
            case "repeat":
                file[at:at] = file[other : other + random.randrange(1, 30)]
            case _:
                file[at], file[other] = file[other], file[at]
    refused_with_places("".join(file))


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.integers(1, 3))
def test_a_rule_file_with_lines_lost_is_loaded_or_refused(seed: int, number: int) -> None:
    random, lines = Random(seed), "".join(pieces()).splitlines(keepends=True)
    for _ in range(number):
        at = random.randrange(len(lines))
        del lines[at : at + random.choice([1, 1, 1, 8])]
    refused_with_places("".join(lines))


@given(rule_sets(), st.data())
def test_a_value_of_the_wrong_shape_is_refused_where_it_stands(rules: Ruleset, data: st.DataObject) -> None:
    lines = dump(rules).splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if " = " in line and not line.startswith("[")]
    at = data.draw(st.sampled_from(places))
    key, _, _ = lines[at].partition(" = ")
    lines[at] = f"{key} = {data.draw(TOKENS)}\n"
    refused_with_places("".join(lines))


def closed_tables(shape: Shape, value: Any) -> Iterator[dict[str, Any]]:
    """The tables of a document that have keys of their own, and no others."""
    match shape:
        case Table(keys) if isinstance(value, dict):
            yield value
            for key, inner in value.items():
                yield from closed_tables(keys[key].shape, inner)
        case ById(item) if isinstance(value, dict):
            for inner in value.values():
                yield from closed_tables(item, inner)
        case ListOf(item) if isinstance(value, list | tuple):
            for inner in value:
                yield from closed_tables(item, inner)
        case Either(options):
            for option in options:
                yield from closed_tables(option, value)
        case Nested(name):
            yield from closed_tables(NAMED[name], value)
        case _:
            pass


@given(rule_sets(), st.data())
def test_an_unknown_key_is_one_fault_wherever_it_stands(rules: Ruleset, data: st.DataObject) -> None:
    assume(not check(rules))
    document = as_document(rules)
    key = data.draw(st.sampled_from(["zzzzzzzz", "rounding"]))
    data.draw(st.sampled_from(list(closed_tables(RULE_FILE, document))))[key] = 1
    with pytest.raises(InvalidRules) as refused:
        parse(write(document))
    (problem,) = refused.value.problems
    assert problem.fault.name == {"zzzzzzzz": "unknown-key", "rounding": "rounding"}[key]


def containers(value: Any) -> Iterator[list[Any] | dict[str, Any]]:
    """The lists and tables of a document, at whatever depth."""
    if isinstance(value, list | dict):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


@settings(max_examples=6)
@given(rule_sets())
def test_a_list_or_table_without_items_is_refused_or_dumped_and_loaded_the_same(rules: Ruleset) -> None:
    assume(not check(rules))
    text = dump(rules)
    for number in range(sum(1 for _ in containers(tomli.loads(text, parse_float=Decimal)))):
        document = tomli.loads(text, parse_float=Decimal)
        next(islice(containers(document), number, None)).clear()
        try:
            left = parse(write(document))
        except InvalidRules:
            continue
        assert parse(dump(left)) == left
