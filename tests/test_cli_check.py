"""`xeploai check`: what it takes, what it prints in each format, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commands import xeploai
from xeploai.toml.series import versions_on_shelf

Printed = pytest.CaptureFixture[str]

GOOD = Path(__file__).parent / "plants" / "good"
FAULTY = Path(__file__).parent / "faults" / "XL104-unknown-fact.toml"
REASON = """, reason = { vi = "chỉ nêu nhiệm vụ chung", en = "names general tasks only" }"""


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A rule file in which a clause has lost its reason: a warning."""
    file = tmp_path / "xa-2024.toml"
    file.write_text((GOOD / file.name).read_text("utf-8").replace(REASON, ""), "utf-8")
    return file


def test_a_good_file_ends_with_nothing_found(capsys: Printed) -> None:
    ran = xeploai(capsys, "check", GOOD / "xa-2024.toml")
    assert (ran.status, ran.out, ran.err) == (0, f"{GOOD / 'xa-2024.toml'}: không thấy vấn đề gì\n", "")


def test_a_warning_fails_only_where_that_is_asked_for(capsys: Printed, doubtful: Path) -> None:
    ran = xeploai(capsys, "check", doubtful, "--lang", "en")
    assert ran.status == 0
    assert "warning[XL301]: nothing cites `mục 4` of `nq`, and no reason is given" in ran.out
    assert ran.out.endswith(f"{doubtful}: 1 warning\n")
    assert xeploai(capsys, "check", doubtful, "--strict").status == 1


def test_what_loading_refuses_is_found_and_not_a_crash(capsys: Printed) -> None:
    ran = xeploai(capsys, "check", FAULTY, "--format", "json")
    (file,) = json.loads(ran.out)["files"]
    assert ran.status == 1
    assert file["ruleset"] is None
    assert {problem["code"] for problem in file["problems"]} == {"XL104"}


def test_a_folder_is_all_its_rule_files(capsys: Printed) -> None:
    files = json.loads(xeploai(capsys, "check", GOOD, "--format", "json").out)["files"]
    assert [Path(one["file"]).name for one in files] == sorted(file.name for file in GOOD.glob("*.toml"))


def test_a_series_is_all_its_versions(capsys: Printed) -> None:
    ran = xeploai(capsys, "check", "qd-xep-loai", "--format", "json")
    names = [one["ruleset"] for one in json.loads(ran.out)["files"]]
    assert names == [version.file.path.stem for version in versions_on_shelf("qd-xep-loai")]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_accepted_finding_is_shown_with_its_reason_in_every_format(
    capsys: Printed, doubtful: Path, lang: str
) -> None:
    accepted = '\n[accepted.clause-unanswered]\n"sources.nq" = { vi = "chờ văn bản", en = "the text is awaited" }\n'
    doubtful.write_text(doubtful.read_text("utf-8") + accepted, "utf-8")
    reason = "chờ văn bản" if lang == "vi" else "the text is awaited"
    for form in ("text", "json", "md", "sarif"):
        ran = xeploai(capsys, "check", doubtful, "--strict", "--format", form, "--lang", lang)
        assert ran.status == 0
        assert reason in ran.out
        assert "XL301" in ran.out


def test_markdown_has_a_row_for_every_finding(capsys: Printed, doubtful: Path) -> None:
    ran = xeploai(capsys, "check", doubtful, "--format", "md", "--lang", "en")
    assert f"* {doubtful}: 1 warning\n" in ran.out
    assert "| warning | XL301 `clause-unanswered` | nothing cites `mục 4` of `nq`" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "thiếu"),
        (["lam-dong-2024", "--source", "tep.txt"], "nq-2024=nghi-quyet.txt"),
        (["lam-dong-2024", "--source", "nq-2024=khong-co.txt"], "không có tệp này"),
    ],
)
def test_what_cannot_be_done_is_said(capsys: Printed, arguments: list[str], said: str) -> None:
    ran = xeploai(capsys, "check", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_folder_without_rule_files_is_no_clean_folder(capsys: Printed, tmp_path: Path) -> None:
    ran = xeploai(capsys, "check", tmp_path)
    assert ran.status == 2
    assert "không có tệp quy tắc" in ran.err


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("form", ["text", "json", "md", "sarif"])
def test_what_cannot_be_read_is_told_of_beside_the_findings_of_the_others(
    capsys: Printed, doubtful: Path, form: str, lang: str
) -> None:
    latin = doubtful.parent / "latin.toml"
    latin.write_bytes("format = 1 # é".encode("latin-1"))
    (doubtful.parent / "broken.toml").write_text("format = 1\n[", "utf-8")
    out = doubtful.parent / "report"
    ran = xeploai(
        capsys, "check", doubtful.parent, "thieu.toml", "khong-co", "--format", form, "-o", out, "--lang", lang
    )
    report = out.read_text("utf-8")
    assert ran.status == 2
    assert [code for code in ("XL301", "XL001", "XL002", "XL003", "XL005") if code not in report] == []
    said = "không đọc được" if lang == "vi" else "what cannot be read"
    assert f"{said}: `{latin}`, `thieu.toml`, `khong-co`\n" in ran.err


def test_a_file_alone_that_cannot_be_read_has_its_report(capsys: Printed) -> None:
    ran = xeploai(capsys, "check", "thieu.toml", "--format", "json", "--lang", "en")
    (file,) = json.loads(ran.out)["files"]
    assert ran.status == 2
    assert (file["file"], file["ruleset"], file["problems"][0]["at"]["file"]) == ("thieu.toml", None, "thieu.toml")


def test_what_is_no_toml_is_an_error_found(capsys: Printed, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("format = 1\n[", "utf-8")
    ran = xeploai(capsys, "check", tmp_path)
    assert (ran.status, ran.err) == (1, "")
    assert "XL001" in ran.out


def test_a_source_that_is_no_text_is_said(capsys: Printed, tmp_path: Path) -> None:
    (tmp_path / "anh.txt").write_bytes(b"\xff\xfe\x00")
    ran = xeploai(capsys, "check", "lam-dong-2024", "--source", f"nq-2024={tmp_path / 'anh.txt'}")
    assert ran.status == 2
    assert "không phải UTF-8" in ran.err


def test_no_input_is_overwritten(capsys: Printed, tmp_path: Path) -> None:
    for file in ("xa-2024.toml", "nghi-quyet.txt"):
        shutil.copy(GOOD / file, tmp_path)
    rules, text = tmp_path / "xa-2024.toml", tmp_path / "nghi-quyet.txt"
    for target in (rules, text):
        before = target.read_bytes()
        ran = xeploai(capsys, "check", tmp_path, "--source", f"nq={text}", "-o", target)
        assert ran.status == 2
        assert target.read_bytes() == before


def test_a_file_that_is_named_twice_is_told_of_once(capsys: Printed, doubtful: Path) -> None:
    ran = xeploai(capsys, "check", doubtful, doubtful.parent / "." / doubtful.name, doubtful.parent, "--format", "json")
    assert len(json.loads(ran.out)["files"]) == 1


def test_settings_of_tools_are_no_rule_files(capsys: Printed, doubtful: Path) -> None:
    (doubtful.parent / ".taplo.toml").write_text("include = []\n", "utf-8")
    ran = xeploai(capsys, "check", doubtful.parent, "--format", "json")
    assert [Path(one["file"]).name for one in json.loads(ran.out)["files"]] == [doubtful.name]


def test_a_version_that_cannot_be_read_is_no_gap_between_its_neighbours(capsys: Printed, tmp_path: Path) -> None:
    text = (GOOD / "xa-2024.toml").read_text("utf-8")
    later = text.replace("xa-2024", "xa-2026").replace("2024-01-01, until = 2024", "2026-01-01, until = 2026")
    (tmp_path / "xa-2024.toml").write_text(text, "utf-8")
    (tmp_path / "xa-2026.toml").write_text(later, "utf-8")
    assert "XL401" in xeploai(capsys, "check", tmp_path / "xa-2026.toml").out
    (tmp_path / "xa-2025.toml").write_text("format = 1\n[", "utf-8")
    assert "XL401" not in xeploai(capsys, "check", tmp_path / "xa-2026.toml").out
