"""`check --format sarif`: valid by the published schema, at the right lines, and the same for the same finding."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.commands import xeploai
from tests.published import SARIF, published
from tests.test_checks import PLANTS, plant
from xeploai.report.check_sarif import artifact

Printed = pytest.CaptureFixture[str]
FAULTS = sorted((Path(__file__).parent / "faults").glob("*.toml"))
CODES = sorted(file.stem for file in PLANTS.glob("XL*.toml"))


def log(capsys: Printed, *arguments: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(xeploai(capsys, "check", *arguments, "--format", "sarif").out)
    jsonschema.Draft7Validator(published(SARIF)).validate(data)
    (run,) = data["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
    return data


def results(data: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = data["runs"][0]["results"]
    return found


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_faults_of_loading_are_valid(capsys: Printed, lang: str) -> None:
    data = log(capsys, *FAULTS, "--lang", lang)
    assert len(results(data)) > len(FAULTS)
    assert {result["level"] for result in results(data)} == {"error"}


@pytest.mark.parametrize("code", CODES)
def test_findings_are_valid_and_in_their_lines(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    plant(code, tmp_path)
    monkeypatch.chdir(tmp_path)
    data = log(capsys, ".", "--source", "nq=nghi-quyet.txt")
    found = results(data)
    assert {result["ruleId"] for result in found} == {code}
    for result in found:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        lines = (tmp_path / place["artifactLocation"]["uri"]).read_text("utf-8").split("\n")
        region = place["region"]
        assert 1 <= region["startColumn"] <= len(lines[region["startLine"] - 1]) + 1
        assert result["suppressions"] == []
    (rule,) = data["runs"][0]["tool"]["driver"]["rules"]
    assert rule["help"]["text"]


def test_what_is_accepted_is_suppressed_with_its_reason(capsys: Printed, tmp_path: Path) -> None:
    plant("XL302", tmp_path)
    file = tmp_path / "xa-2024.toml"
    accepted = '\n[accepted.no-citation]\n"*" = { vi = "còn chờ", en = "awaited" }\n'
    file.write_text(file.read_text("utf-8") + accepted, "utf-8")
    data = log(capsys, file, "--lang", "en")
    assert [result["suppressions"] for result in results(data)] == [
        [{"kind": "inSource", "status": "accepted", "justification": "awaited"}]
    ]


def test_a_fingerprint_stays_where_lines_move_and_the_language_changes(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(FAULTS[12], tmp_path / "a.toml")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a.toml"
    text = file.read_text("utf-8")
    one = [result["partialFingerprints"] for result in results(log(capsys, "a.toml"))]
    file.write_text("# một dòng\n\n" + text, "utf-8")
    assert one == [result["partialFingerprints"] for result in results(log(capsys, "a.toml", "--lang", "en"))]


def test_findings_that_say_the_same_have_fingerprints_of_their_own(capsys: Printed, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('format = 1\n[ruleset]\nid = "x"\n# ???\n# ???\n', "utf-8")
    found = [result["partialFingerprints"]["xeploai/v1"] for result in results(log(capsys, file))]
    assert len(found) == len(set(found)) == 2
    assert [one.rpartition(":")[2] for one in found] == ["1", "2"]
    assert len({one.rpartition(":")[0] for one in found}) == 1


def test_a_run_that_could_not_read_a_file_was_not_successful(capsys: Printed, tmp_path: Path) -> None:
    shutil.copy(PLANTS / "good" / "xa-2024.toml", tmp_path)
    good = tmp_path / "xa-2024.toml"
    assert log(capsys, good)["runs"][0]["invocations"] == [{"executionSuccessful": True}]
    data = log(capsys, good, "thieu.toml", "khong-co")
    assert data["runs"][0]["invocations"] == [{"executionSuccessful": False}]
    addresses = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results(data)]
    assert addresses == ["thieu.toml", "khong-co"]


ROOTED = {"uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("file", "folder", "address"),
    [
        ("rules/x.toml", "/repo", {"uri": "rules/x.toml", **ROOTED}),
        ("./rules/../x.toml", "/repo", {"uri": "x.toml", **ROOTED}),
        ("/repo/rules/quy định.toml", "/repo", {"uri": "rules/quy%20%C4%91%E1%BB%8Bnh.toml", **ROOTED}),
        ("/other/x.toml", "/repo", {"uri": "file:///other/x.toml"}),
        ("../x.toml", "/repo/a", {"uri": "file:///repo/x.toml"}),
        ("rules\\x.toml", "C:\\repo", {"uri": "rules/x.toml", **ROOTED}),
        ("C:\\repo\\rules\\x.toml", "C:\\repo", {"uri": "rules/x.toml", **ROOTED}),
        ("c:\\Repo\\x.toml", "C:\\repo", {"uri": "x.toml", **ROOTED}),
        ("D:\\x.toml", "C:\\repo", {"uri": "file:///D:/x.toml"}),
    ],
)
def test_addresses(file: str, folder: str, address: dict[str, str]) -> None:
    assert artifact(file, folder) == address
