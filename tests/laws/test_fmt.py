"""The canonical layout: it changes nothing that a file says, keeps every comment, and is found at once."""

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.rule_sets import rule_sets
from tests.sloppy import sloppy
from tests.test_locator import accepted, archived, documents
from xeploai.diagnostic import Fault, InvalidRules
from xeploai.layout.faults import NOT_LAID_OUT
from xeploai.layout.layout import laid_out
from xeploai.model.ruleset import Ruleset
from xeploai.scanner import comments
from xeploai.source import Source
from xeploai.toml.dump import as_document, dump
from xeploai.toml.load import parse
from xeploai.toml.syntax import read_tables
from xeploai.wellformed.check import check


def fmt(text: str) -> str:
    return laid_out(Source("x.toml", text))


def remarks(text: str) -> Counter[str]:
    return Counter(text[start:end].rstrip() for start, end in comments(text))


@given(rule_sets(), st.data())
@settings(max_examples=40)
def test_a_sloppy_file_says_the_same_in_its_layout(rules: Ruleset, data: st.DataObject) -> None:
    assume(not check(rules))
    text = data.draw(sloppy(as_document(rules)))
    formatted = fmt(text)
    assert parse(formatted) == parse(text) == rules
    assert fmt(formatted) == formatted
    assert remarks(formatted) == remarks(text)
    assert not any(line != line.rstrip() for line in formatted.split("\n"))
    assert not formatted.startswith("\n")
    assert formatted.endswith("\n")
    assert "\n\n\n" not in formatted


@given(rule_sets())
@settings(max_examples=40)
def test_what_is_dumped_is_in_the_layout(rules: Ruleset) -> None:
    assume(not check(rules))
    assert fmt(dump(rules)) == dump(rules)


@given(documents())
@settings(max_examples=60)
def test_any_toml_is_laid_out_without_a_loss_or_refused(text: str) -> None:
    lossless(text)


def refusal(text: str) -> Fault | None:
    try:
        fmt(text)
    except InvalidRules as refused:
        return refused.problems[0].fault
    return None


def lossless(text: str) -> None:
    try:
        formatted = fmt(text)
    except InvalidRules:
        return
    source, new = Source("x.toml", text), Source("x.toml", formatted)
    assert repr(sorted(read_tables(new).items())) == repr(sorted(read_tables(source).items()))
    assert remarks(formatted) == remarks(text)
    assert fmt(formatted) == formatted


def test_few_documents_cannot_be_laid_out() -> None:
    refused: list[bool] = []

    @settings(max_examples=60, database=None)
    @given(documents())
    def draw(text: str) -> None:
        refused.append(refusal(text) is NOT_LAID_OUT)

    draw()
    assert sum(refused) < len(refused) / 10


# Public documents


@pytest.mark.slow
def test_public_documents_are_laid_out_without_a_loss() -> None:
    done = 0
    for name, content in archived():
        text = content.decode(errors="replace")
        if accepted(text):
            assert refusal(text) is not NOT_LAID_OUT, name
            try:
                lossless(text)
            except AssertionError as error:
                raise AssertionError(name) from error
            done += refusal(text) is None
    assert done >= 250
