"""The command: its help, its commands and formats, and what it says to a mistake, in both languages."""

import json
import re
import string
import sys
from pathlib import Path

import pytest

from tests.commands import DETAILED, RULES, SUMMARY, xeploai
from xeploai import cli
from xeploai.cli.words import TEXTS
from xeploai.diagnostic import Language
from xeploai.toml import load, parse

Printed = pytest.CaptureFixture[str]
COMMANDS = ("", "rate", "explain", "rules", "rules show", "facts", "schema", "test", "verify")
ENGLISH = re.compile(
    r"\b(the|of|and|or|is|usage|options?|arguments?|commands?|required|default|show|exit|missing)\b", re.IGNORECASE
)
VIETNAMESE = re.compile("[À-ỹĐđ]")


# What it says about itself


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_vietnamese_holds_no_english(capsys: Printed, command: str) -> None:
    ran = xeploai(capsys, *command.split(), "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Cách dùng: {' '.join(['xeploai', *command.split()])} [TÙY CHỌN]")
    # Names of commands, options and formats are what one types; they are no English to read.
    prose = re.sub(
        r"(?m)^  (rate|explain|rules|facts|schema|test|verify|show) |xeploai.*|-{1,2}[a-z-]+|\[[a-z|]+\]", " ", ran.out
    )
    assert not ENGLISH.findall(prose)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_english_holds_no_vietnamese(capsys: Printed, command: str) -> None:
    ran = xeploai(capsys, *command.split(), "--lang", "en", "--help")
    assert ran.status == 0
    assert ran.out.startswith("Usage: xeploai")
    assert not VIETNAMESE.findall(ran.out)


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_stands_in_both_languages_with_the_same_placeholders(key: str) -> None:
    def placeholders(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}

    label = TEXTS[key]
    assert label.en
    assert not VIETNAMESE.findall(label.en)
    assert placeholders(label.vi) == placeholders(label.en)


def test_the_version(capsys: Printed) -> None:
    assert re.fullmatch(r"xeploai \d+\.\d+\.\d+\n", xeploai(capsys, "--version").out)


@pytest.mark.parametrize(("lang", "said"), [("vi", "cài bằng: pip install"), ("en", "to install them: pip install")])
def test_without_its_libraries_the_command_says_what_to_install(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch, lang: Language, said: str
) -> None:
    monkeypatch.setattr(cli, "find_spec", lambda _: None)
    monkeypatch.setattr(sys, "argv", ["xeploai", "rules", "--lang", lang])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert said in err
    # Right in a folder of sources, where nothing need have been released.
    assert "pip install '.[cli]'" in err
    assert err.count("\n") == 1


def test_without_arguments_the_help_is_shown_and_nothing_was_done(capsys: Printed) -> None:
    ran = xeploai(capsys)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Cách dùng: xeploai")


# Every command, every format, both languages

FORMATS = [
    *[(("rate", RULES, SUMMARY), form) for form in ("text", "json", "csv", "md")],
    *[(("explain", RULES, SUMMARY, "--subject", "khoi"), form) for form in ("text", "json", "md")],
    *[(("rules",), form) for form in ("text", "json")],
    *[(("rules", "show", RULES), form) for form in ("text", "json", "toml")],
    *[(("facts", RULES), form) for form in ("text", "json", "md", "csv")],
    *[(("schema", what), "json") for what in ("rules", "result")],
]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("command", "form"), FORMATS)
def test_a_file_holds_what_standard_output_would(
    capsys: Printed, tmp_path: Path, command: tuple[str | Path, ...], form: str, lang: Language
) -> None:
    printed = xeploai(capsys, *command, "--format", form, "--lang", lang)
    assert (printed.status, printed.err) == (0, "")
    assert printed.out.endswith("\n")
    file = tmp_path / "kết quả"
    written = xeploai(capsys, *command, "--format", form, "--lang", lang, "-o", file)
    assert written == (0, "", "")
    # Spreadsheets take CSV for UTF-8 only where a byte-order mark says so.
    assert file.read_bytes() == (b"\xef\xbb\xbf" if form == "csv" else b"") + printed.out.encode()
    if form == "json":
        json.loads(printed.out)
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(("command", "form"), FORMATS)
def test_without_a_format_the_name_of_the_file_says_it(
    capsys: Printed, tmp_path: Path, command: tuple[str | Path, ...], form: str
) -> None:
    for suffix in (form, form.upper()):
        file, said = tmp_path / f"kết quả.{suffix}", tmp_path / "theo format"
        assert xeploai(capsys, *command, "-o", file) == (0, "", "")
        assert xeploai(capsys, *command, "-o", said, "--format", form) == (0, "", "")
        assert file.read_bytes() == said.read_bytes()


@pytest.mark.parametrize("name", ["r.json", "r.txt", "r.html", "r", ".json", "r.json.txt"])
def test_a_format_that_is_given_goes_before_the_name_of_the_file(capsys: Printed, tmp_path: Path, name: str) -> None:
    text = xeploai(capsys, "rate", RULES, SUMMARY).out
    for given in (("-o", tmp_path / name, "--format", "text"), ("--format", "text", "-o", tmp_path / name)):
        assert xeploai(capsys, "rate", RULES, SUMMARY, *given) == (0, "", "")
        assert (tmp_path / name).read_text("utf-8") == text
    # What names no format of the command is written as its first one.
    assert xeploai(capsys, "rate", RULES, SUMMARY, "-o", tmp_path / name) == (0, "", "")
    assert ((tmp_path / name).read_text("utf-8") == text) == (name != "r.json")


def test_a_format_that_goes_with_no_other_option_is_refused_by_the_name_of_the_file_too(
    capsys: Printed, tmp_path: Path
) -> None:
    ran = xeploai(capsys, "check", RULES, "--sizes", "9", "-o", tmp_path / "r.sarif")
    assert (ran.status, list(tmp_path.iterdir())) == (2, [])


def test_a_rule_set_printed_as_toml_is_the_rule_set(capsys: Printed) -> None:
    assert parse(xeploai(capsys, "rules", "show", RULES, "--format", "toml").out) == load(RULES)


def test_rules_are_found_by_id_and_by_path(capsys: Printed) -> None:
    path = Path(__file__).parents[1] / "rules" / f"{RULES}.toml"
    assert xeploai(capsys, "facts", path) == xeploai(capsys, "facts", RULES)
    assert xeploai(capsys, "rate", path, DETAILED).status == 0


def test_the_list_says_when_a_rule_set_is_in_force(capsys: Printed) -> None:
    assert f"{RULES}  01/01/2024 – 31/12/2024  Chỉ tiêu năm 2024" in xeploai(capsys, "rules").out
    assert f"{RULES}  2024-01-01 – 2024-12-31  " in xeploai(capsys, "rules", "--lang", "en").out


def test_an_option_of_the_list_is_not_taken_for_one_of_show(capsys: Printed) -> None:
    ran = xeploai(capsys, "rules", "--format", "json", "show", RULES)
    assert (ran.status, ran.out) == (2, "")
    assert "viết tùy chọn `--format` sau `show`" in ran.err


# Mistakes

MISTAKES = {
    "rat": ("không có lệnh `rat`; có phải muốn viết `rate`?", "there is no command `rat`; did you mean `rate`?"),
    "rules shwo": (
        "không có lệnh `shwo`; có phải muốn viết `show`?",
        "there is no command `shwo`; did you mean `show`?",
    ),
    "rate": ("thiếu `QUY_TẮC`", "`RULES` is missing"),
    "rate r": ("thiếu `BẢNG`", "`DATA` is missing"),
    "explain r d": ("thiếu `--subject`", "`--subject` is missing"),
    "rules show": ("thiếu `MÃ`", "`ID` is missing"),
    "rate r d e f": ("thừa: `e` `f`", "too many arguments: `e` `f`"),
    "rate r d -o": ("tùy chọn `-o` cần một giá trị", "the option `-o` takes a value"),
    "rate r d --help=3": ("tùy chọn `--help` không có giá trị", "the option `--help` takes no value"),
    "rate r d -x": ("không có tùy chọn `-x`", "there is no option `-x`"),
    "rate r d --formt json": (
        "không có tùy chọn `--formt`; có phải muốn viết `--format`?",
        "there is no option `--formt`; did you mean `--format`?",
    ),
    "rate r d --format cvs": (
        "`--format`: giá trị `cvs` không dùng được; chọn một trong: `text`, `json`, `csv`, `md`",
        "`--format`: `cvs` cannot be used; choose one of: `text`, `json`, `csv`, `md`",
    ),
    "rate bảng.csv r": (
        "`QUY_TẮC`: `bảng.csv` không phải là bộ quy tắc; ghi theo thứ tự: `xeploai rate QUY_TẮC BẢNG`",
        "`RULES`: `bảng.csv` is no rule set; the order is: `xeploai rate RULES DATA`",
    ),
    "explain A/B.XLSX r --subject s": (
        "`QUY_TẮC`: `A/B.XLSX` không phải là bộ quy tắc; ghi theo thứ tự: `xeploai explain QUY_TẮC BẢNG`",
        "`RULES`: `A/B.XLSX` is no rule set; the order is: `xeploai explain RULES DATA`",
    ),
    "verify r r.json d": (
        "`QUY_TẮC`: `r.json` không phải là bộ quy tắc; ghi theo thứ tự: `xeploai verify KẾT_QUẢ QUY_TẮC BẢNG`",
        "`RULES`: `r.json` is no rule set; the order is: `xeploai verify RESULT RULES DATA`",
    ),
    "schema rule": (
        "`rules|result`: giá trị `rule` không dùng được; chọn một trong: `rules`, `result`; có phải muốn viết `rules`?",
        "`rules|result`: `rule` cannot be used; choose one of: `rules`, `result`; did you mean `rules`?",
    ),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_is_said_in_the_language_of_the_reader(capsys: Printed, line: str, lang: Language) -> None:
    command, *rest = line.split()
    ran = xeploai(capsys, command, *rest) if lang == "vi" else xeploai(capsys, "--lang", "en", command, *rest)
    assert (ran.status, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    error, way_out = ("lỗi", "xem hướng dẫn") if lang == "vi" else ("error", "for help")
    assert first.startswith(f"xeploai: {error}: {MISTAKES[line][lang == 'en']}")
    asked = "rules show" if line == "rules show" else command
    assert second == f"   {way_out}: xeploai {asked} --help".replace(" rat ", " ")


def test_a_name_that_is_empty_is_no_folder(capsys: Printed) -> None:
    ran = xeploai(capsys, "rate", RULES, "")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("lỗi[XD025]: tên tệp số liệu để trống\n   cách sửa: ")
    assert xeploai(capsys, "rate", "", SUMMARY).err.startswith("xeploai: lỗi: `QUY_TẮC`: tên để trống\n")
    assert "không đọc được ``: tên tệp để trống" in xeploai(capsys, "verify", "", RULES, SUMMARY).err


def test_a_language_without_a_command_asks_for_one(capsys: Printed) -> None:
    assert "cần một lệnh" in xeploai(capsys, "--lang", "vi").err
    assert "a command is needed" in xeploai(capsys, "--lang", "en").err


def test_an_unknown_language_is_said_in_vietnamese(capsys: Printed) -> None:
    ran = xeploai(capsys, "rules", "--lang", "fr")
    assert ran.status == 2
    assert "`--lang`: giá trị `fr` không dùng được; chọn một trong: `vi`, `en`" in ran.err


def test_a_rule_set_that_is_not_there_is_named_with_those_that_are(capsys: Printed) -> None:
    ran = xeploai(capsys, "facts", "lam-dong")
    assert ran.status == 2
    assert ran.err.startswith("lỗi[XL005]: không có tệp hay bộ quy tắc `lam-dong`")
    assert "có phải muốn viết `lam-dong-2024`?" in ran.err
