"""Results larger than what holds them: JSON that is written piece by piece is that of the standard encoder."""

import gc
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands import ABOVE, DETAILED, RULES, SUMMARY, cell, table, xeploai
from xeploai.cli.failure import Failure
from xeploai.cli.output import emit_pieces
from xeploai.intake.read import read
from xeploai.model.period import read_period
from xeploai.report import rate_json
from xeploai.report.json_pieces import json_pieces
from xeploai.report.result import Result, result
from xeploai.toml import load

Printed = pytest.CaptureFixture[str]
PLAIN = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(PLAIN, lambda of: st.lists(of) | st.dictionaries(st.text(), of), max_leaves=8)


def rated(file: Path) -> Result:
    rules = load(RULES)
    return result(rules, read(file, rules), read_period("2024"), date(2024, 12, 28))


@given(st.dictionaries(st.text(), VALUES))
def test_the_pieces_are_what_the_standard_encoder_writes(data: dict[str, object]) -> None:
    asked = {key: iter(value) if isinstance(value, list) else value for key, value in data.items()}
    assert "".join(json_pieces(asked)) == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("file", [DETAILED, SUMMARY])
def test_a_result_in_pieces_is_its_data(file: Path) -> None:
    found = rated(file)
    text = json.dumps(rate_json.as_data(found), ensure_ascii=False, indent=2) + "\n"
    assert "".join(rate_json.rate_json_pieces(found)) == rate_json.rate_json(found) == text


def test_what_was_written_of_a_result_is_not_kept() -> None:
    found = rated(DETAILED)
    # What the outcomes keep of themselves is there before the second time.
    size = sum(map(len, rate_json.rate_json_pieces(found)))
    # Another test may have had the command look for garbage seldom.
    usual = gc.get_threshold()
    gc.set_threshold(1_000)
    tracemalloc.start()
    for _ in rate_json.rate_json_pieces(found):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    gc.set_threshold(*usual)
    assert most < size / 4


def test_where_a_piece_cannot_be_made_the_old_file_stays(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "{"
        raise ValueError("no piece")

    (tmp_path / "r.json").write_text("old", encoding="utf-8")
    for name in ("r.json", "new.json"):
        with pytest.raises(ValueError, match="no piece"):
            emit_pieces(pieces(), "json", str(tmp_path / name), "en")
    assert [(one.name, one.read_text("utf-8")) for one in tmp_path.iterdir()] == [("r.json", "old")]


def test_what_the_system_refuses_midway_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "{"
        raise OSError(28, "No space left on device")

    (tmp_path / "r.json").write_text("old", encoding="utf-8")
    with pytest.raises(Failure):
        emit_pieces(pieces(), "json", str(tmp_path / "r.json"), "en")
    assert [(one.name, one.read_text("utf-8")) for one in tmp_path.iterdir()] == [("r.json", "old")]


@pytest.mark.parametrize("to_file", [True, False])
def test_the_command_writes_a_result_without_holding_it(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to_file: bool
) -> None:
    data, target = table(tmp_path / "d.csv", [*ABOVE, cell(7, 3)]), tmp_path / "r.json"
    whole = xeploai(capsys, "rate", RULES, data, "--format", "json").out
    monkeypatch.delattr(rate_json, "rate_json")
    monkeypatch.delattr(rate_json, "as_data")
    ran = xeploai(capsys, "rate", RULES, data, "--format", "json", "-o", target if to_file else "-")
    assert (ran.status, target.read_text("utf-8") if to_file else ran.out) == (0, whole)
