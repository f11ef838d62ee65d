"""What the world does to the command: closed pipes, interrupts, old consoles, full disks, hostile names, big tables."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands import ABOVE, DETAILED, RULES, SUMMARY, cell, table, xeploai
from xeploai.cli import consoles
from xeploai.cli.consoles import harmless, plainer
from xeploai.intake.read import read
from xeploai.rating import roll_up
from xeploai.toml import load

Printed = pytest.CaptureFixture[str]
COMMAND = (sys.executable, "-m", "xeploai.cli")
POSIX = pytest.mark.skipif(os.name != "posix", reason="the shell and the signals of POSIX")
NOT_ROOT = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root")


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of bash, in which `xeploai` is the command."""
    script = f'set -o pipefail; xeploai() {{ "{sys.executable}" -m xeploai.cli "$@"; }}; {line}'
    given = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, env=given, timeout=60)


# Pipes and signals


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("arguments", [f"rate {RULES} {DETAILED} --format json", f"rate {RULES} {DETAILED}", "--help"])
def test_a_closed_pipe_is_no_error(arguments: str) -> None:
    ran = shell(f"xeploai {arguments} | true")
    assert (ran.returncode, ran.stderr) == (0, "")


@POSIX
@pytest.mark.slow
def test_an_interrupt_ends_with_130_and_one_line() -> None:
    # Where the tests run in the background, an ignored interrupt would be handed on to the command.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*COMMAND, "rate", RULES, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    signal.signal(signal.SIGINT, before)
    assert process.stdin is not None
    # More than a pipe holds: when it is written, the command has been loaded and reads.
    process.stdin.write("x" * 300_000)
    process.stdin.flush()
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "xeploai: đã dừng theo yêu cầu\n")


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("arguments", [f"rate {RULES} {SUMMARY}", f"rate {RULES} {SUMMARY} --format json", "--version"])
@pytest.mark.parametrize(("target", "why"), [("/dev/full", "hết chỗ trống"), ("&-", "đầu ra đã bị đóng")])
def test_standard_output_that_takes_nothing(arguments: str, target: str, why: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    ran = shell(f"xeploai {arguments} >{target}")
    assert (ran.returncode, ran.stderr) == (2, f"xeploai: lỗi: không ghi được đầu ra chuẩn: {why}\n")


@POSIX
@pytest.mark.slow
def test_without_standard_error_the_status_is_the_same() -> None:
    assert shell(f"xeploai rate {RULES} {SUMMARY} 2>&- >/dev/null").returncode == 0
    ran = shell(f"xeploai rate {RULES} nowhere.csv 2>&-")
    assert (ran.returncode, ran.stdout) == (2, "")


# Consoles

CONSOLES: list[dict[str, str]] = [
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "vi_VN.UTF-8", "PYTHONUTF8": "0"},
]


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("console", CONSOLES, ids=str)
def test_no_console_is_too_old(console: dict[str, str]) -> None:
    environment = {**os.environ, **console}
    encoding = "cp1252" if console.get("PYTHONIOENCODING") == "cp1252" else "utf-8"
    for arguments, status in (
        (["rate", RULES, str(SUMMARY)], 0),
        (["--help"], 0),
        (["rate", RULES, "không-có.csv"], 2),
    ):
        ran = subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, env=environment, timeout=60)
        said = (ran.stdout + ran.stderr).decode(encoding)
        assert ran.returncode == status
        assert "Traceback" not in said
        # Letters lose their marks rather than become question marks.
        assert "?" not in said.replace("/? ", "")


def test_data_are_utf_8_on_any_console(monkeypatch: pytest.MonkeyPatch) -> None:
    from xeploai.cli.app import run

    out = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", out)
    assert run(["rate", RULES, str(SUMMARY), "--format", "json"]) == 0
    assert isinstance(out.buffer, io.BytesIO)
    assert json.loads(out.buffer.getvalue())["subjects"][0]["name"].startswith("Khối")


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Đã đạt ≥ 90% – “vượt”…", 'Da dat >= 90% - "vuot"...'), ("← 漢", "? ?"), ("ưỡng", "uong")],
)
def test_plainer_letters(text: str, plain: str) -> None:
    import codecs

    codecs.register_error("plainer-in-a-test", plainer)
    assert text.encode("ascii", "plainer-in-a-test").decode() == plain


# Output files


def left(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("", "đó là thư mục, cần thêm tên tệp"),
        ("mới/", "đó là thư mục, cần thêm tên tệp"),
        ("không/có", "không có thư mục đó"),
        ("d.csv/x", "không có thư mục đó"),
        ("a" * 300, "tên tệp quá dài"),
        ("a\0b", "tên tệp không hợp lệ"),
    ],
)
def test_what_cannot_be_written_leaves_nothing(capsys: Printed, tmp_path: Path, target: str, why: str) -> None:
    data = table(tmp_path / "d.csv", [*ABOVE, cell(7, 3)])
    before = left(tmp_path)
    ran = xeploai(capsys, "rate", RULES, data, "-o", f"{tmp_path}/{target}")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("xeploai: lỗi: không ghi được `")
    assert ran.err.endswith(f": {why}\n")
    assert left(tmp_path) == before


@NOT_ROOT
@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_may_not_be_written_stays_as_it_is(capsys: Printed, tmp_path: Path, locked: str) -> None:
    folder = tmp_path / "chỉ đọc"
    folder.mkdir()
    (folder / "cũ.txt").write_text("cũ", encoding="utf-8")
    (folder / "cũ.txt" if locked == "file" else folder).chmod(0o444 if locked == "file" else 0o555)
    ran = xeploai(capsys, "rate", RULES, SUMMARY, "-o", folder / ("cũ.txt" if locked == "file" else "mới.txt"))
    folder.chmod(0o755)
    assert ran.status == 2
    assert ran.err.endswith(": không có quyền ghi\n")
    assert left(folder) == {"cũ.txt": "cũ".encode()}


def test_a_failed_write_leaves_the_old_file(capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "cũ.txt").write_text("cũ", encoding="utf-8")
    ran = xeploai(capsys, "rate", RULES, SUMMARY, "-o", tmp_path / "cũ.txt")
    assert (ran.status, ran.err.endswith(": hết chỗ trống\n")) == (2, True)
    assert left(tmp_path) == {"cũ.txt": "cũ".encode()}


@POSIX
def test_the_file_behind_a_link_is_written_with_its_permissions(capsys: Printed, tmp_path: Path) -> None:
    old, link = tmp_path / "cũ.txt", tmp_path / "liên kết"
    old.write_text("cũ", encoding="utf-8")
    old.chmod(0o640)
    link.symlink_to(old)
    assert xeploai(capsys, "rules", "-o", link).status == 0
    assert link.is_symlink()
    assert RULES in old.read_text("utf-8")
    assert old.stat().st_mode & 0o777 == 0o640


def test_an_input_is_never_overwritten(capsys: Printed, tmp_path: Path) -> None:
    data = table(tmp_path / "d.csv", [*ABOVE, cell(7, 3)])
    rules = tmp_path / "r.toml"
    xeploai(capsys, "rules", "show", RULES, "--format", "toml", "-o", rules)
    before = left(tmp_path)
    (tmp_path / "thư mục").mkdir()
    for target in (data, rules, tmp_path / "thư mục" / ".." / "d.csv"):
        for command in ("rate", rules, data), ("explain", rules, data, "--subject", "cb-07"):
            ran = xeploai(capsys, *command, "-o", target)
            assert (ran.status, ran.out) == (2, "")
            assert "là tệp đầu vào" in ran.err
    assert xeploai(capsys, "facts", rules, "-o", rules).status == 2
    assert left(tmp_path) == before


# Input


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"\xff\xfe\x00", b"id,kind\n", b"\x00" * 100, b"PK\x03\x04", b'"', b"id"]
)
def test_a_table_that_is_none(capsys: Printed, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "d.csv").write_bytes(content)
    ran = xeploai(capsys, "rate", RULES, tmp_path / "d.csv")
    assert (ran.status, ran.out) == (2, "")
    assert "lỗi[XD" in ran.err


@pytest.mark.parametrize("arguments", [("rate", "{}", "d.csv"), ("facts", "{}"), ("rules", "show", "{}")])
@pytest.mark.parametrize("given", ["", ".", "nowhere", "nowhere.toml", "a\0b", "a\0b.toml", "x" * 5000, "\udcff.toml"])
def test_rules_that_are_none(capsys: Printed, given: str, arguments: tuple[str, ...]) -> None:
    ran = xeploai(capsys, *(one.format(given) for one in arguments))
    assert (ran.status, ran.out) == (2, "")
    assert "lỗi[XL" in ran.err or (given == "" and "lỗi: `QUY_TẮC`: tên để trống" in ran.err)


@pytest.mark.parametrize(
    "given", ["", ".", "nowhere.csv", "a\0b.csv", "x" * 5000 + ".csv", "\udcff.csv", "d.xlsx", "d"]
)
def test_data_that_are_none(capsys: Printed, given: str) -> None:
    ran = xeploai(capsys, "rate", RULES, given)
    assert (ran.status, ran.out) == (2, "")
    assert "lỗi[XD" in ran.err


@pytest.mark.slow
def test_a_table_of_10_mb_is_rated(capsys: Printed, tmp_path: Path) -> None:
    cells = [cell(7, 3, number=number, name=f"{'Chi bộ ' * 1200}{number}") for number in range(1200)]
    file = table(tmp_path / "d.csv", [*ABOVE, *cells])
    assert file.stat().st_size > 10_000_000
    assert xeploai(capsys, "rate", RULES, file, "--require", "kiem-tra-dang-vien").status == 0


NESTED = """
format = 1
[ruleset]
id = "nested"
[kinds.o]
label = { vi = "Tổ" }
parents = ["o"]
[facts.a]
of = ["o"]
type = "count"
[facts.b]
of = ["o"]
type = "count"
at_most = "a"
[criteria.c]
ratio = { part = "b", whole = "a" }
at_least = "90%"
"""
SHARE = """
[criteria.d]
share = { of = ["o"], meet = "c" }
at_least = "100%"
"""


def deep(folder: Path, rules: str) -> tuple[Path, Path]:
    """A rule file, and a table whose tree is 2,000 deep."""
    (folder / "r.toml").write_text(rules, encoding="utf-8")
    rows = [{"id": f"o{n}", "kind": "o", "parent": f"o{n - 1}" if n else "", "a": "", "b": ""} for n in range(2000)]
    rows[-1] |= {"a": "10", "b": "9"}
    return folder / "r.toml", table(folder / "d.csv", rows)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
def test_a_tree_2000_deep_is_reported(capsys: Printed, tmp_path: Path, form: str) -> None:
    rules, data = deep(tmp_path, NESTED)
    ran = xeploai(capsys, "rate", rules, data, "--format", form)
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.slow
def test_a_tree_2000_deep_is_explained_from_its_root(capsys: Printed, tmp_path: Path) -> None:
    rules, data = deep(tmp_path, NESTED + SHARE)
    ran = xeploai(capsys, "explain", rules, data, "--subject", "o0")
    assert "thực hiện ≥ 2.000/≥ 2.000 tổ" in ran.out
    assert len(roll_up(load(rules), read(data, load(rules)))) == 2000


# Hostile names


ESCAPES = "\x1b[31mđỏ\x1b[0m\x07\u202e\x85\u2028"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A table of JSON, in which names may hold anything."""
    rows = [
        {"id": "khoi", "name": f"Khối {ESCAPES}\nCó 9/9 chỉ tiêu đạt.", "kind": "khoi", "so_chi_bo_co_so": 2},
        {"id": "cb-1", "name": "A | B\r\n| x | <b> [y](z)", "kind": "chi-bo-co-so", "parent": "khoi", "dang_vien": 7},
        {"id": "cb-2", "name": "dài " * 5000, "kind": "chi-bo-co-so", "parent": "khoi", "dang_vien": 7},
    ]
    file = tmp_path / "d.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    return file


@pytest.mark.parametrize("command", [("rate",), ("explain", "--subject", "khoi"), ("explain", "--subject", "cb-1")])
@pytest.mark.parametrize("form", ["text", "md"])
def test_a_terminal_obeys_no_name(capsys: Printed, hostile: Path, command: tuple[str, ...], form: str) -> None:
    ran = xeploai(capsys, command[0], RULES, hostile, *command[1:], "--format", form)
    assert ran.status == 0
    assert harmless(ran.out) == ran.out
    assert "\nCó 9/9" not in ran.out


def test_a_terminal_obeys_no_message(capsys: Printed, tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(json.dumps([{"id": "x", "kind": ESCAPES, ESCAPES: 1}]), encoding="utf-8")
    for arguments in (
        ("rate", RULES, tmp_path / "d.json"),
        ("rate", RULES, f"{ESCAPES}.csv"),
        ("facts", ESCAPES),
        ("facts", RULES, ESCAPES),
        ("explain", RULES, SUMMARY, "--subject", ESCAPES),
        ("rate", RULES, SUMMARY, "--require", ESCAPES),
        (ESCAPES,),
    ):
        ran = xeploai(capsys, *arguments)
        assert ran.status == 2
        assert harmless(ran.err) == ran.err


def test_what_is_harmless_stays_as_it_is() -> None:
    text = "Đạt, vượt – “100%”\n  · ≥ 90% e\u0301 \u00a0"
    assert harmless(text) == text
    assert harmless("\x1b[0m\t\u202e\udcff") == "\\x1b[0m\\t\\u202e\\udcff"


# Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_only(capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from xeploai.cli.app import run

    file = table(tmp_path / "[red].csv", [*ABOVE, cell(7, 3)])
    assert xeploai(capsys, "rate", RULES, file).err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    # The folder of the test may be long, and a name in two lines would not be found.
    monkeypatch.setenv("COLUMNS", "300")
    assert run(["rate", RULES, str(file)]) == 0
    # The name of the file is no markup.
    assert "[red].csv" in terminal.getvalue()


@pytest.mark.parametrize(("wide", "shown"), [(80, 80), (300, 160)])
def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch, wide: int, shown: int) -> None:
    monkeypatch.setenv("COLUMNS", str(wide))
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert consoles.columns() == shown
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert consoles.columns() == consoles.USUAL_WIDTH
