"""`xeploai fmt`: the canonical layout of rule files, whole or not at all."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import xeploai
from xeploai.diagnostic import InvalidRules
from xeploai.layout import layout
from xeploai.layout.faults import NOT_LAID_OUT
from xeploai.layout.layout import laid_out
from xeploai.layout.pieces import Piece, Remark, pieces
from xeploai.source import Source
from xeploai.toml.shelf import shelf

Printed = pytest.CaptureFixture[str]

UNTIDY = """# Đầu tệp.

format=1
[criteria.on-time]   # một
value = "late"
at_most=3

# Vì sao 3: điểm 1.
label={vi="Không trễ hạn",en="Nothing late"}
# nói về tiêu chí trên

# --- Số liệu ---


[facts.late]
type   = 'count'
\tof= [ "a",
  # loại b
  "b" ]


[ruleset]
id = "demo"
[kinds]
a = {  }
b = {}
[[ rules ]]
level = "tot"
when={all=["on-time",{not="on-time"}]}
[scale.levels.tot]
[scale.levels."không tốt"]
[ruleset.in_force]
since= 2024-01-01
# cuối tệp
"""

TIDY = """# Đầu tệp.

format = 1

[ruleset]
id = "demo"

[ruleset.in_force]
since = 2024-01-01
# cuối tệp

[kinds]
a = {}
b = {}

[scale.levels.tot]

[scale.levels."không tốt"]

# --- Số liệu ---

[facts.late]
type = 'count'
of   = [ "a",
  # loại b
  "b" ]

[criteria.on-time]  # một
value   = "late"
at_most = 3

# Vì sao 3: điểm 1.
label   = { vi = "Không trễ hạn", en = "Nothing late" }
# nói về tiêu chí trên

[[rules]]
level = "tot"
when  = { all = ["on-time", { not = "on-time" }] }
"""

GOOD = """format = 1

[ruleset]
id = "demo"

[facts.late]
type = "count"

[criteria.on-time]
value   = "late"
at_most = 3
"""
SLOPPY = GOOD.replace("at_most = 3", "at_most=3 # ba")
MENDED = GOOD.replace("at_most = 3", "at_most = 3  # ba")


def test_the_layout() -> None:
    assert laid_out(Source("x", UNTIDY)) == TIDY
    assert laid_out(Source("x", TIDY)) == TIDY


@pytest.mark.parametrize(
    ("value", "laid"),
    [
        ("[\n1,\n\n2]", "[\n  1,\n  2,\n]"),
        ("[1,\n2,]", "[1, 2]"),
        ("[ ]", "[]"),
        ("[\n]", "[]"),
        ("{a={b=[\n1]}}", "{ a = { b = [\n  1,\n] } }"),
        ("{\n  a = 1,\n  b . c = 2,\n}", "{ a = 1, b.c = 2 }"),
        ("{\n  a = 1, # một\n\n}", "{\n  a = 1, # một\n}"),
        ("[[\n1],\n[2]]", "[[\n  1,\n], [2]]"),
        ('"""\na \nb"""', '"""\na \nb"""'),
        ("['''\na \n''', # x\n]", "['''\na \n''', # x\n]"),
        ('"\\u202e#"', '"\\u202e#"'),
    ],
)
def test_values(value: str, laid: str) -> None:
    assert laid_out(Source("x", f"a={value}\n")) == f"a = {laid}\n"


def test_a_file_is_rewritten_once(capsys: Printed, tmp_path: Path) -> None:
    file = tmp_path / "demo.toml"
    file.write_text(SLOPPY, "utf-8", newline="\n")
    ran = xeploai(capsys, "fmt", file, "--lang", "en")
    assert (ran.status, ran.out.splitlines()) == (0, [f"{file}: laid out"])
    assert file.read_bytes() == MENDED.encode()
    when = file.stat().st_mtime_ns
    ran = xeploai(capsys, "fmt", tmp_path, "--lang", "en")
    assert (ran.status, ran.out) == (0, "1 file was in the layout already\n")
    assert file.stat().st_mtime_ns == when


def test_check_shows_what_would_change_and_writes_nothing(capsys: Printed, tmp_path: Path) -> None:
    file, good = tmp_path / "demo.toml", tmp_path / "good.toml"
    file.write_text(SLOPPY, "utf-8", newline="\n")
    good.write_text(GOOD, "utf-8", newline="\n")
    ran = xeploai(capsys, "fmt", "--check", tmp_path, "--lang", "en")
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert {"-at_most=3 # ba", "+at_most = 3  # ba"} <= set(lines)
    assert lines[-2:] == [f"{file}: not in the canonical layout", "1 file was in the layout already"]
    assert file.read_text("utf-8") == SLOPPY
    assert xeploai(capsys, "fmt", "--check", good).status == 0


def test_line_ends_stay_and_a_byte_order_mark_goes(capsys: Printed, tmp_path: Path) -> None:
    file = tmp_path / "demo.toml"
    file.write_bytes(b"\xef\xbb\xbf" + SLOPPY.replace("\n", "\r\n").encode())
    assert xeploai(capsys, "fmt", file).status == 0
    assert file.read_bytes() == MENDED.replace("\n", "\r\n").encode()
    assert xeploai(capsys, "fmt", file, "--check").status == 0
    file.write_bytes(SLOPPY.replace("\n", "\r\n", 2).encode())
    assert xeploai(capsys, "fmt", file).status == 0
    assert file.read_bytes() == MENDED.encode()


def test_where_one_file_does_not_load_none_is_written(capsys: Printed, tmp_path: Path) -> None:
    one, two = tmp_path / "a.toml", tmp_path / "b.toml"
    one.write_text(SLOPPY, "utf-8", newline="\n")
    two.write_text(SLOPPY.replace('"late"', '"latte"'), "utf-8", newline="\n")
    ran = xeploai(capsys, "fmt", one, two, "--lang", "en")
    assert ran.status == 2
    assert "XL104" in ran.err
    assert one.read_text("utf-8") == SLOPPY


@pytest.mark.parametrize("lost", ["a comment", "a level", "the order"])
def test_what_would_lose_anything_is_refused(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def worse(text: str) -> Iterator[Piece]:
        found = list(pieces(text))
        match lost:
            case "a comment":
                yield from (piece for piece in found if not isinstance(piece, Remark))
            case "a level":
                yield from found[:-1]
            case _:
                yield from [*found[:-2], *found[:-3:-1]]

    monkeypatch.setattr(layout, "pieces", worse)
    with pytest.raises(InvalidRules) as refused:
        laid_out(Source("x", "# trên\nformat = 1\n[scale.levels]\na = {}\nb = {}\n"))
    assert [problem.fault for problem in refused.value.problems] == [NOT_LAID_OUT]


def test_what_ships_is_named_by_its_path(capsys: Printed) -> None:
    ran = xeploai(capsys, "fmt", "lam-dong-2024", "--lang", "en")
    assert ran.status == 2
    assert "neither a .toml file nor a folder" in ran.err


def test_without_its_library_it_says_what_to_install(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("tomlkit", "xeploai.layout."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "tomlkit", None)
    file = tmp_path / "demo.toml"
    file.write_text(SLOPPY, "utf-8", newline="\n")
    ran = xeploai(capsys, "fmt", file, "--lang", "en")
    assert ran.status == 2
    assert ran.err.endswith(
        "pip install '.[fmt]' in the source folder, or pip install 'xeploai[fmt]' from a package index\n"
    )
    assert file.read_text("utf-8") == SLOPPY


def test_our_own_rule_files_are_in_the_layout(capsys: Printed) -> None:
    good = Path(__file__).parent / "plants" / "good"
    ran = xeploai(capsys, "fmt", "--check", shelf(), good)
    assert ran.status == 0, ran.out


def test_a_folder_without_rule_files_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ran = xeploai(capsys, "fmt", tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "không có tệp quy tắc" in ran.err
